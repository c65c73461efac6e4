// healthx pivot: files of records → a table of indicators by place and year.
import { createReadStream } from 'node:fs';
import { addAbortSignal } from 'node:stream';
import { CODES_ZH } from '../../emit/chinese.js';
import type { Field } from '../../emit/columns.js';
import { nearNames } from '../../emit/near-names.js';
import { conflictsCsv } from '../../emit/pivot-conflicts.js';
import { conflictsOf, needsUnit, pivotCsv, pivotJson, pivotTerminal, valueText } from '../../emit/pivot-text.js';
import type { Piece } from '../../emit/writer.js';
import { InputError, UserError } from '../../model/message.js';
import { ASPECTS, DOMAINS, KINDS } from '../../model/record.js';
import { dimensionsNamed, type PivotDimension } from '../../pivot/dimensions.js';
import { isWholeYear } from '../../pivot/period.js';
import { Pivot, type PivotTable } from '../../pivot/pivot.js';
import { type RecordRow, readRecordRows } from '../../pivot/record-files.js';
import { expandInputs, type Input, reason } from '../../read/inputs.js';
import type { Settings } from '../config.js';
import { chalkFor, widthOf } from '../display.js';
import { EXIT, type Io } from '../io.js';
import { type LayoutFlags, languageOf, layoutOf, refuseTerminal } from '../layout.js';
import { openFile, StreamOutput, writeWhole } from '../output.js';
import type { PivotFormat } from '../pivot-formats.js';
import { count, Reporter } from '../reporter.js';

export interface PivotOptions extends LayoutFlags {
  readonly format: PivotFormat;
  readonly output?: string;
  readonly conflicts?: string;
  readonly rows: readonly string[];
  readonly across: readonly string[];
  readonly kind: readonly string[];
  readonly aspect: readonly string[];
  readonly indicator?: readonly string[];
  readonly domain?: readonly string[];
  /** Leaves out parts of years, and spans of several. */
  readonly wholeYears?: boolean;
}

/** Conflicts that the summary lists; --conflicts and the workbook have them all. */
const LISTED = 10;
/** Values of each that it lists. */
const SHOWN = 4;
/** Faulty rows of a file that are told one by one. */
const TOLD = 3;

interface Choice {
  readonly rows: readonly PivotDimension[];
  readonly across: readonly PivotDimension[];
  readonly needed: readonly Field[];
  readonly takes: (row: RecordRow) => boolean;
}

interface Counts {
  files: number;
  read: number;
  taken: number;
}

export async function pivot(args: readonly string[], options: PivotOptions, settings: Settings, io: Io): Promise<number> {
  const report = new Reporter(io, settings.quiet ?? false);
  const { format } = options;
  const toFile = options.output !== undefined && options.output !== '-';
  const lang = languageOf(format, options, settings);
  // the columns of a setting are those of extract
  const { columns: _, ...rest } = settings;
  const { excel } = layoutOf(format, options, rest);
  refuseTerminal(format, toFile, io);
  const choice = choiceOf(options);
  if (options.conflicts !== undefined && options.conflicts === options.output)
    throw new UserError('--conflicts: name another file than that of -o');
  const { inputs, messages } = await expandInputs(args, {
    cwd: io.cwd,
    stdinIsTerminal: io.stdin.isTTY ?? false,
    example: 'healthx pivot figures.csv',
  });
  for (const message of messages) report.message(message);
  if (inputs.length === 0) return EXIT.unusable;

  const taken = inputs.flatMap((input) => input.path ?? []);
  const output = toFile ? await openFile(options.output as string, io.cwd, taken) : new StreamOutput(io.stdout);
  const counts: Counts = { files: 0, read: 0, taken: 0 };
  let table: PivotTable;
  try {
    const figures = new Pivot(choice.rows, choice.across);
    for (const [i, input] of inputs.entries()) {
      await addFile(input, figures, choice, { report, io, counts });
      report.progress(i + 1, inputs.length);
    }
    report.clear();
    if (counts.files === 0) {
      await output.discard();
      return EXIT.failed;
    }
    table = figures.table(lang);
    const display = { width: widthOf(io.stdout, io.env), chalk: chalkFor(io.stdout, io.env, (settings.color ?? true) && !toFile) };
    let pieces: Iterable<Piece>;
    let notes = (): readonly string[] => [];
    if (format === 'xlsx') {
      const { MAX_COLUMNS, pivotXlsx } = await import('../../emit/pivot-xlsx.js');
      const columns = table.rows.length + table.columnNames.length;
      if (columns > MAX_COLUMNS)
        throw new UserError(
          `${columns} columns are more than a sheet of Excel holds (${MAX_COLUMNS}): swap --rows and --across, or filter`,
        );
      const book = pivotXlsx(table, lang);
      pieces = book.pieces;
      notes = book.notes;
    } else if (format === 'json') pieces = pivotJson(table);
    else if (format === 'table') pieces = pivotTerminal(table, lang, display);
    else pieces = pivotCsv(table, lang, excel);
    for (const piece of pieces) await output.write(piece);
    await output.commit();
    for (const note of notes()) report.warn(note);
  } catch (error) {
    report.clear();
    await output.discard();
    throw error;
  }
  if (options.conflicts !== undefined)
    await writeWhole(options.conflicts, io.cwd, conflictsCsv(table, lang, settings.excel ?? false), taken);
  summarize(table, counts, options, report);
  return report.errors > 0 ? EXIT.failed : EXIT.done;
}

function choiceOf(options: PivotOptions): Choice {
  const across = dimensionsNamed(options.across, '--across');
  const kinds = codesNamed(options.kind, 'kind', KINDS);
  const aspects = codesNamed(options.aspect, 'aspect', ASPECTS);
  const domains = options.domain ? codesNamed(options.domain, 'domain', DOMAINS) : null;
  const words = options.indicator;
  // what several kinds or aspects say is never put into one cell
  const asked = new Set([...options.rows, ...options.across]);
  const apart = [kinds.size > 1 ? 'kind' : '', aspects.size > 1 ? 'aspect' : ''].filter((name) => name !== '' && !asked.has(name));
  const rows = dimensionsNamed([...options.rows, ...apart], '--rows');
  const shared = rows.find((row) => across.includes(row));
  if (shared) throw new UserError(`'${shared.name}' stands in both --rows and --across: leave it out of one`);
  const { wholeYears = false } = options;
  const needed = new Set<Field>([...rows, ...across].flatMap((dimension) => dimension.fields));
  if (domains) needed.add('domain');
  if (words) needed.add('indicator');
  if (wholeYears) needed.add('year');
  return {
    rows,
    across,
    needed: [...needed],
    takes: (row) =>
      kinds.has(row.kind) &&
      aspects.has(row.aspect) &&
      (!domains || (row.domain !== undefined && domains.has(row.domain))) &&
      (!wholeYears || isWholeYear(row)) &&
      (!words || words.some((word) => row.indicatorId === word || (row.indicator ?? '').includes(word))),
  };
}

/** Codes or their Chinese names; `all` for all. */
function codesNamed<T extends string>(names: readonly string[], field: 'kind' | 'aspect' | 'domain', codes: readonly T[]): Set<string> {
  const chinese = CODES_ZH[field] ?? {};
  const chosen = new Set<string>();
  for (const name of names) {
    const code = codes.find((known) => known === name || chinese[known] === name);
    if (name === 'all') for (const known of codes) chosen.add(known);
    else if (code) chosen.add(code);
    else {
      const near = nearNames(name, [...codes, ...Object.values(chinese)]);
      throw new UserError(
        `--${field}: there is no '${name}'; ${near.length > 0 ? `did you mean ${near.join(' or ')}?` : `take from all, ${codes.join(', ')}`}`,
      );
    }
  }
  return chosen;
}

interface Run {
  readonly report: Reporter;
  readonly io: Io;
  readonly counts: Counts;
}

async function addFile(input: Input, figures: Pivot, choice: Choice, { report, io, counts }: Run): Promise<void> {
  let faults = 0;
  try {
    for await (const { line, row, fault } of readRecordRows(streamOf(input, io), choice.needed)) {
      if (fault !== undefined || !row) {
        if (++faults <= TOLD) report.error(input.name, `line ${line}: left out: ${fault}`);
        continue;
      }
      counts.read++;
      if (!choice.takes(row)) continue;
      counts.taken++;
      figures.add(row, { file: input.name, line });
    }
    counts.files++;
  } catch (error) {
    io.signal?.throwIfAborted();
    if (!(error instanceof InputError)) throw error;
    report.error(input.name, error.message);
  }
  if (faults > TOLD) report.error(input.name, `${faults - TOLD} more rows left out`);
  io.signal?.throwIfAborted();
}

async function* streamOf(input: Input, io: Io): AsyncGenerator<Uint8Array> {
  const stream = input.path === null ? io.stdin : createReadStream(input.path);
  if (io.signal) addAbortSignal(io.signal, stream);
  try {
    for await (const chunk of stream) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
  } catch (error) {
    io.signal?.throwIfAborted();
    throw new InputError(reason(error));
  }
}

function summarize(table: PivotTable, { files, read, taken }: Counts, options: PivotOptions, report: Reporter): void {
  const filters = [`kind ${options.kind.join(', ')}`, `aspect ${options.aspect.join(', ')}`];
  if (options.domain) filters.push(`domain ${options.domain.join(', ')}`);
  if (options.indicator) filters.push(`indicator ${options.indicator.join(', ')}`);
  if (options.wholeYears) filters.push('whole years');
  const size = `${count(table.rowNames.length, 'row')}, ${count(table.columnNames.length, 'column')}`;
  report.note(
    `${count(files, 'file')}, ${taken} of ${count(read, 'record')} taken (${filters.join('; ')}): ${taken === 0 ? 'the table is empty' : size}`,
  );
  if (table.parts > 0) report.note(`${count(table.parts, 'part')} (partOf) left out, since the total stands in the same cell`);
  const conflicts = conflictsOf(table);
  if (conflicts.length === 0) return;
  report.note(`${count(conflicts.length, 'cell')} with different values:`);
  const withUnit = needsUnit(table);
  for (const { rowNames, columnNames, cell } of conflicts.slice(0, LISTED)) {
    const said = cell.values
      .slice(0, SHOWN)
      .map((value) => `${valueText(value, withUnit)} (${value.file}${value.line === null ? '' : `:${value.line}`})`);
    const unsaid = cell.values.length - said.length + cell.more;
    const values = unsaid > 0 ? [...said, `… ${unsaid} more`] : said;
    report.note(`  ${[...rowNames, ...columnNames].filter(Boolean).join(' ')}: ${values.join(' | ')}`);
  }
  if (conflicts.length > LISTED) report.note(`  … ${conflicts.length - LISTED} more: --conflicts FILE lists them all`);
}
