// Files of records as extract wrote them (CSV, --excel and --lang zh included, NDJSON, JSON) → rows, one at a time. Told by content.
import { pipeline, Readable } from 'node:stream';
import { z } from 'zod';
import { CODES_ZH, FIELDS_ZH } from '../emit/chinese.js';
import { type Field, jointOf } from '../emit/columns.js';
import { BYTE_ORDER_MARK } from '../emit/csv.js';
import { restore } from '../emit/excel-csv.js';
import { InputError } from '../model/message.js';
import { COLUMNS, type HealthRecord } from '../model/record.js';
import { recordSchema } from '../model/record-schema.js';

/** What a pivot is made of: without these, a figure might be taken for another. */
export const ESSENTIAL = [
  'kind',
  'aspect',
  'relation',
  'value',
  'valueMax',
  'unit',
  'partOf',
  'periodStart',
  'periodEnd',
] as const satisfies Field[];
export type RecordRow = Partial<HealthRecord> & Pick<HealthRecord, (typeof ESSENTIAL)[number]>;

/** A row that could not be read is told and left out; the others go on. */
export interface ReadRow {
  /** Line in the file of records, counted from 1; the element's number in a JSON array that is not written line by line. */
  readonly line: number;
  readonly row: RecordRow | null;
  readonly fault?: string;
}

/** Rows of a stream of bytes. `needed` fields must be there, beside the essential ones. Throws InputError for what is no file of records. */
export async function* readRecordRows(bytes: AsyncIterable<Uint8Array>, needed: readonly Field[]): AsyncGenerator<ReadRow> {
  const fields = [...new Set<Field>([...ESSENTIAL, ...needed])];
  const schema = z.object({ ...recordSchema.partial().shape, ...pick(fields) });
  const check = (line: number, value: unknown): ReadRow => {
    const result = schema.safeParse(value);
    return result.success ? { line, row: result.data as RecordRow } : { line, row: null, fault: faultOf(result.error, value) };
  };
  const chunks = decoded(bytes)[Symbol.asyncIterator]();
  // as much as tells what it is: a first line, which for CSV also tells its line end
  let head = '';
  while (!head.includes('\n')) {
    const next = await chunks.next();
    if (next.done) break;
    head += next.value;
  }
  const text = prepended(head, chunks);
  const first = head.replace(BYTE_ORDER_MARK, '').trimStart()[0];
  if (first === undefined) throw new InputError('empty: there are no records in it');
  const rows = first === '{' ? ndjsonRows(text) : first === '[' ? jsonRows(text) : csvRows(text, head, fields);
  for await (const { line, value, fault } of rows) yield fault === undefined ? check(line, value) : { line, row: null, fault };
}

interface RawRow {
  readonly line: number;
  readonly value?: unknown;
  readonly fault?: string;
}

const pick = (fields: readonly Field[]): Partial<typeof recordSchema.shape> =>
  Object.fromEntries(fields.map((field) => [field, recordSchema.shape[field]]));

function faultOf(error: z.ZodError, value: unknown): string {
  if (typeof value !== 'object' || value === null) return 'no record';
  const [issue] = error.issues;
  const field = String(issue?.path[0] ?? '');
  if (field !== '' && !(field in value)) return `the field '${field}' is missing`;
  return field === '' ? 'no record' : `${field}: ${JSON.stringify((value as Record<string, unknown>)[field])} does not fit`;
}

async function* decoded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let first = true;
  try {
    for await (const chunk of bytes) {
      if (first && chunk[0] === 0x50 && chunk[1] === 0x4b)
        throw new InputError('an Excel workbook: save its records sheet as CSV UTF-8, or extract with -f csv');
      first = false;
      yield decoder.decode(chunk, { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw new InputError('not UTF-8: save it as CSV UTF-8, or extract it anew');
    throw error;
  }
}

async function* prepended(head: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  yield head;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/** Lines without their ends. Only LF ends one: other separators may stand in a JSON string. */
async function* lines(text: AsyncIterable<string>): AsyncGenerator<{ line: number; text: string }> {
  let line = 0;
  let kept = '';
  for await (const chunk of text) {
    const parts = (kept + chunk).split('\n');
    kept = parts.pop() ?? '';
    for (const part of parts) yield { line: ++line, text: part };
  }
  if (kept.trim() !== '') yield { line: line + 1, text: kept };
}

async function* ndjsonRows(text: AsyncIterable<string>): AsyncGenerator<RawRow> {
  for await (const { line, text: json } of lines(text)) {
    if (json.trim() !== '') yield parsed(line, json.replace(BYTE_ORDER_MARK, ''));
  }
}

function parsed(line: number, json: string): RawRow {
  try {
    return { line, value: JSON.parse(json) as unknown };
  } catch {
    return { line, fault: 'no valid JSON' };
  }
}

/** An array with an element a line, as extract writes it, is read line by line; any other is read whole. */
async function* jsonRows(text: AsyncIterable<string>): AsyncGenerator<RawRow> {
  let whole: string[] | null = null;
  let elements = 0;
  for await (const { line, text: json } of lines(text)) {
    const element = json.trim().replace(/,$/u, '');
    if (whole) whole.push(json);
    else if (line === 1 && json.replace(BYTE_ORDER_MARK, '').trim() !== '[') whole = [json.replace(BYTE_ORDER_MARK, '')];
    else if (line > 1 && element !== ']' && element !== '') {
      const row = parsed(line, element);
      if (row.fault !== undefined && elements === 0) whole = ['[', json];
      else {
        elements++;
        yield row;
      }
    }
  }
  if (!whole) return;
  let array: unknown;
  try {
    array = JSON.parse(whole.join('\n'));
  } catch {
    throw new InputError('no valid JSON');
  }
  if (!Array.isArray(array)) throw new InputError('no list of records');
  for (const [i, value] of array.entries()) yield { line: i + 1, value };
}

const FIELD_OF_TITLE: ReadonlyMap<string, Field> = new Map(
  COLUMNS.flatMap((field) => [[field, field] as const, [FIELDS_ZH[field].name, field] as const]),
);

async function* csvRows(text: AsyncIterable<string>, head: string, fields: readonly Field[]): AsyncGenerator<RawRow> {
  const { parse } = await import('csv-parse');
  const excel = head.startsWith(BYTE_ORDER_MARK) && head.includes('\r\n');
  const parser = parse({ bom: true, info: true, relax_column_count: true, skip_empty_lines: true });
  // an error of the source ends the loop below, too
  pipeline(Readable.from(text), parser, () => {});
  let columns: (Field | undefined)[] | null = null;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (!columns) {
        columns = record.map((title) => FIELD_OF_TITLE.get(title.trim()));
        refuseHeader(columns, fields);
        continue;
      }
      const { lines: line } = info;
      if (record.length !== columns.length) {
        yield { line, fault: `${record.length} cells where the header has ${columns.length}` };
        continue;
      }
      const value: Partial<Record<Field, unknown>> = {};
      for (const [i, field] of columns.entries())
        if (field) value[field] = fromCell(field, excel ? restore(record[i] ?? '') : (record[i] ?? ''));
      yield { line, value };
    }
  } catch (error) {
    if (error instanceof InputError || !(error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_'))) throw error;
    throw new InputError(`no valid CSV: ${error.message}`);
  }
}

function refuseHeader(columns: readonly (Field | undefined)[], fields: readonly Field[]): void {
  if (!columns.some((field) => field))
    throw new InputError('no file of records: its first line names none of their columns (healthx extract makes them)');
  const missing = fields.filter((field) => !columns.includes(field));
  if (missing.length > 0)
    throw new InputError(
      `the column${missing.length > 1 ? 's' : ''} ${missing.join(', ')} ${missing.length > 1 ? 'are' : 'is'} missing: extract without --columns, or name ${missing.length > 1 ? 'them' : 'it'}, too`,
    );
}

const NUMBERS: ReadonlySet<Field> = new Set<Field>(['year', 'value', 'valueMax', 'start', 'end', 'line', 'column', 'page']);
const CODES: ReadonlyMap<Field, ReadonlyMap<string, string>> = new Map(
  Object.entries(CODES_ZH).map(([field, names]) => [field as Field, new Map(Object.entries(names).map(([code, name]) => [name, code]))]),
);
/** Powers of ten only as extract writes them: 1.23457E+11 is what Excel leaves of 123456789012 when it saves a CSV. */
const PLAIN_NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)$/u;
/** Texts that may be empty; any other empty cell is null. */
const TEXTS: ReadonlySet<Field> = new Set<Field>(['file', 'label', 'indicator', 'raw', 'sentence', 'rule']);

/** What a cell stood for. A date may have gone through Excel: 2019/1/1. */
function fromCell(field: Field, cell: string): unknown {
  const codes = CODES.get(field);
  const joint = jointOf(field);
  if (joint !== undefined) return cell === '' ? [] : cell.split(joint).map((item) => codes?.get(item) ?? item);
  if (cell === '') return TEXTS.has(field) ? '' : null;
  if (NUMBERS.has(field)) return PLAIN_NUMBER.test(cell) || String(Number(cell)) === cell ? Number(cell) : cell;
  if (field === 'periodStart' || field === 'periodEnd') {
    return cell.replace(
      /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/u,
      (_, year: string, month: string, day: string) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
    );
  }
  return codes?.get(cell) ?? cell;
}
