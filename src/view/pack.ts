// The content of a page in few bytes, and back: the records as columns, without what the texts hold anyway. Packed by the program, unpacked in the
// browser: nothing here may need Node.
import type { Citation, Finding } from '../audit/finding.js';
import type { Mention, MentionClass } from '../model/document.js';
import type { HealthRecord } from '../model/record.js';
import type { ViewContent } from './document.js';

type Json = string | number | boolean | null | readonly Json[];
type Field = keyof HealthRecord;

/** A column: its values as they are, or a list of the different ones and the place of each in it. */
type Column = readonly Json[] | { readonly distinct: readonly Json[]; readonly at: readonly number[] };

interface PackedCitation {
  readonly role: Citation['role'];
  /** Place of the record among all records, or the whole citation where there is no such record. */
  readonly record: number | Citation;
}

export interface PackedFinding extends Omit<Finding, 'cites'> {
  readonly cites: readonly PackedCitation[];
}

export interface Packed {
  readonly documents: readonly {
    readonly file: string;
    readonly text: string;
    readonly records: number;
    readonly leftOut: number;
    /** start, end and level of each heading. */
    readonly headings: readonly number[];
  }[];
  readonly columns: Readonly<Partial<Record<Field, Column>>>;
  /** How far before the figure its sentence begins, and how long it is. */
  readonly sentences: { readonly before: readonly number[]; readonly length: readonly number[] };
  /** Distance of the total among the records; 0 for none. */
  readonly totals: readonly number[];
  /** Fields that are not what the text and the positions give: record, field, value. */
  readonly exceptions: readonly (readonly [number, Field, Json])[];
  readonly leftOut: {
    readonly start: readonly number[];
    readonly length: readonly number[];
    readonly class: Column;
    readonly rule: Column;
  };
  readonly failures: ViewContent['failures'];
  readonly findings: readonly PackedFinding[] | null;
}

/** A number of the text that became no record. */
export interface LeftOut {
  readonly document: number;
  readonly start: number;
  readonly end: number;
  readonly class: MentionClass;
  readonly rule: string;
}

export interface PageDocument {
  readonly file: string;
  readonly text: string;
  readonly headings: readonly { readonly start: number; readonly end: number; readonly level: number }[];
  /** Half-open ranges in the records and in the left-out numbers of the page. */
  readonly records: readonly [number, number];
  readonly leftOut: readonly [number, number];
}

export interface PageFinding extends Omit<Finding, 'cites'> {
  /** `index`: place of the record in the page, -1 where the page has no such record. */
  readonly cites: readonly (Citation & { readonly index: number })[];
}

export interface PageContent {
  readonly documents: readonly PageDocument[];
  readonly records: readonly HealthRecord[];
  /** For each record, the document it stands in, and its total's place in `records` (-1 for none). */
  readonly documentOf: readonly number[];
  readonly totalOf: readonly number[];
  readonly leftOut: readonly LeftOut[];
  readonly failures: ViewContent['failures'];
  readonly findings: readonly PageFinding[] | null;
}

/** Fields that follow from the document, the position and the text. */
const DERIVED: ReadonlySet<Field> = new Set<Field>(['file', 'start', 'end', 'raw', 'line', 'column', 'sentence', 'partOf']);
/** Lists of different values pay where there are few of them. */
const WORTH_A_LIST = 0.5;

export function pack({ documents, failures, findings }: ViewContent): Packed {
  const records = documents.flatMap((document) => document.records);
  const exceptions: [number, Field, Json][] = [];
  const sentences = { before: [] as number[], length: [] as number[] };
  const totals: number[] = [];
  const starts: number[] = [];
  const lengths: number[] = [];
  const leftOut: Mention[] = [];
  const packedDocuments: Packed['documents'][number][] = [];
  const placeOf = new Map<string, number>();
  let count = 0;
  for (const document of documents) {
    const first = count;
    const position = positions(document.text);
    // ids are unique within a document, not among inputs that hold the same text
    const own = new Map(document.records.map((record, i) => [record.id, first + i]));
    let before = 0;
    for (const record of document.records) {
      const index = count++;
      if (!placeOf.has(record.id)) placeOf.set(record.id, index);
      starts.push(record.start - before);
      before = record.start;
      lengths.push(record.end - record.start);
      const at = document.text.lastIndexOf(record.sentence, record.start);
      const found = at >= 0 && at + record.sentence.length >= record.end;
      sentences.before.push(found ? record.start - at : 0);
      sentences.length.push(found ? record.sentence.length : 0);
      const total = record.partOf === null ? undefined : own.get(record.partOf);
      totals.push(total === undefined ? 0 : total - index);
      const [line, column] = position(record.start);
      const derived = {
        file: document.file,
        raw: document.text.slice(record.start, record.end),
        line,
        column,
        sentence: found ? record.sentence : '',
        partOf: total === undefined ? null : record.partOf,
      };
      for (const [field, value] of Object.entries(derived) as [keyof typeof derived, Json][])
        if (record[field] !== value) exceptions.push([index, field, record[field]]);
    }
    const figures = new Set(document.records.map((record) => record.start));
    const rest = document.mentions.filter((mention) => !(mention.class === 'quantity' && figures.has(mention.start)));
    for (const mention of rest) leftOut.push(mention);
    packedDocuments.push({
      file: document.file,
      text: document.text,
      records: document.records.length,
      leftOut: rest.length,
      headings: document.headings.flatMap(({ start, end, level }) => [start, end, level]),
    });
  }
  const fields = records[0] ? (Object.keys(records[0]) as Field[]).filter((field) => !DERIVED.has(field)) : [];
  return {
    documents: packedDocuments,
    columns: {
      start: starts,
      end: lengths,
      ...Object.fromEntries(fields.map((field) => [field, column(records.map((record) => record[field]))])),
    },
    sentences,
    totals,
    exceptions,
    leftOut: {
      start: leftOut.map((mention) => mention.start),
      length: leftOut.map((mention) => mention.end - mention.start),
      class: column(leftOut.map((mention) => mention.class)),
      rule: column(leftOut.map((mention) => mention.rule)),
    },
    failures,
    findings:
      findings?.map((finding) => ({
        ...finding,
        cites: finding.cites.map((cite) => ({ role: cite.role, record: cited(cite, placeOf, records) })),
      })) ?? null,
  };
}

/** The record's place where the citation says nothing that the record does not. */
function cited(cite: Citation, placeOf: ReadonlyMap<string, number>, records: readonly HealthRecord[]): number | Citation {
  const index = placeOf.get(cite.record);
  if (index === undefined) return cite;
  const own = citation(cite.role, records[index] as HealthRecord);
  return (Object.keys(own) as (keyof Citation)[]).every((field) => own[field] === cite[field]) ? index : cite;
}

function citation(role: Citation['role'], record: HealthRecord): Citation {
  const { id, file, line, column, start, end, label, raw, value, unit, year, sentence } = record;
  return { role, record: id, file, line, column, start, end, label, raw, value, unit, year, sentence };
}

export function unpack(packed: Packed): PageContent {
  const count = packed.documents.reduce((sum, document) => sum + document.records, 0);
  const { start: starts, end: lengths, ...rest } = packed.columns;
  const deltas = starts ? expand(starts) : [];
  const sizes = lengths ? expand(lengths) : [];
  const columns = Object.entries(rest).map(([field, values]) => [field, expand(values)] as const);
  const blank = Object.fromEntries([...columns.map(([field]) => field), ...DERIVED].map((field) => [field, null]));
  const documents: PageDocument[] = [];
  const records: HealthRecord[] = [];
  const documentOf: number[] = [];
  const leftOut: LeftOut[] = [];
  const classes = expand(packed.leftOut.class) as MentionClass[];
  const rules = expand(packed.leftOut.rule) as string[];
  for (const [number, document] of packed.documents.entries()) {
    const { file, text } = document;
    const position = positions(text);
    const firstRecord = records.length;
    let start = 0;
    for (let n = 0; n < document.records; n++) {
      const i = records.length;
      start += deltas[i] as number;
      const end = start + (sizes[i] as number);
      const [line, column] = position(start);
      const before = start - (packed.sentences.before[i] as number);
      // a copy of an object that has all fields is much quicker than one that grows field by field
      const record: Partial<Record<Field, unknown>> = { ...blank };
      for (const [field, values] of columns) record[field as Field] = values[i];
      record.file = file;
      record.start = start;
      record.end = end;
      record.raw = text.slice(start, end);
      record.line = line;
      record.column = column;
      record.sentence = text.slice(before, before + (packed.sentences.length[i] as number));
      record.partOf = null;
      records.push(record as HealthRecord);
      documentOf.push(number);
    }
    const firstLeftOut = leftOut.length;
    for (let n = 0; n < document.leftOut; n++) {
      const i = leftOut.length;
      const begin = packed.leftOut.start[i] as number;
      leftOut.push({
        document: number,
        start: begin,
        end: begin + (packed.leftOut.length[i] as number),
        class: classes[i] as MentionClass,
        rule: rules[i] as string,
      });
    }
    const headings: { start: number; end: number; level: number }[] = [];
    for (let i = 0; i < document.headings.length; i += 3) {
      const [begin, end, level] = document.headings.slice(i, i + 3) as [number, number, number];
      headings.push({ start: begin, end, level });
    }
    documents.push({ file, text, headings, records: [firstRecord, records.length], leftOut: [firstLeftOut, leftOut.length] });
  }
  if (records.length !== count) throw new Error('the data of the page is damaged');
  const totalOf = packed.totals.map((distance, i) => (distance === 0 ? -1 : i + distance));
  for (const [i, total] of totalOf.entries()) if (total >= 0) (records[i] as HealthRecord).partOf = (records[total] as HealthRecord).id;
  for (const [i, field, value] of packed.exceptions) Object.assign(records[i] as HealthRecord, { [field]: value });
  return { documents, records, documentOf, totalOf, leftOut, failures: packed.failures, findings: unpackFindings(packed, records) };
}

function unpackFindings({ findings }: Packed, records: readonly HealthRecord[]): PageFinding[] | null {
  if (findings === null) return null;
  const placeOf = new Map(records.map((record, i) => [record.id, i]));
  return findings.map((finding) => ({
    ...finding,
    cites: finding.cites.map(({ role, record }) =>
      typeof record === 'number'
        ? { ...citation(role, records[record] as HealthRecord), index: record }
        : { ...record, index: placeOf.get(record.record) ?? -1 },
    ),
  }));
}

function column(values: readonly Json[]): Column {
  const places = new Map<string, number>();
  const distinct: Json[] = [];
  const at = values.map((value) => {
    const key = JSON.stringify(value);
    let place = places.get(key);
    if (place === undefined) {
      place = distinct.length;
      places.set(key, place);
      distinct.push(value);
    }
    return place;
  });
  return distinct.length < values.length * WORTH_A_LIST ? { distinct, at } : values;
}

const expand = (packed: Column): readonly Json[] =>
  'distinct' in packed ? packed.at.map((place) => packed.distinct[place] as Json) : (packed as readonly Json[]);

/** 1-based line and column of offsets that are asked for in ascending order. */
function positions(text: string): (offset: number) => [number, number] {
  let line = 1;
  let lineStart = 0;
  return (offset) => {
    for (let feed = text.indexOf('\n', lineStart); feed >= 0 && feed < offset; feed = text.indexOf('\n', lineStart)) {
      line++;
      lineStart = feed + 1;
    }
    return [line, offset - lineStart + 1];
  };
}
