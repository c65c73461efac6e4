// The records of a report as the checks see them: by sentence, in order, with the words between two figures.
import type { HealthRecord } from '../model/record.js';

/** Figures of one sentence, or of one row of a table, in their order. */
export interface Group {
  readonly records: readonly HealthRecord[];
  /** Offset of the sentence in the text. */
  readonly start: number;
  readonly sentence: string;
}

export interface AuditedDocument {
  readonly file: string;
  readonly records: readonly HealthRecord[];
  readonly byId: ReadonlyMap<string, HealthRecord>;
  readonly groups: readonly Group[];
  /** Those of two figures and more. */
  readonly comparable: readonly Group[];
  /** The group that a record stands in, by its id. */
  readonly groupOf: ReadonlyMap<string, Group>;
  /** Levels that name a total of the same report, by the total's id. */
  readonly partsOf: ReadonlyMap<string, readonly HealthRecord[]>;
}

export function auditedDocument(file: string, records: readonly HealthRecord[]): AuditedDocument {
  const sorted = [...records].sort((a, b) => a.start - b.start);
  const groups: Group[] = [];
  for (let i = 0; i < sorted.length; ) {
    const first = sorted[i] as HealthRecord;
    let next = i + 1;
    // of two sentences with the same words the second begins behind the first
    while (next < sorted.length && (sorted[next] as HealthRecord).sentence === first.sentence && fits(first, sorted[next] as HealthRecord))
      next++;
    const own = sorted.slice(i, next);
    groups.push({ records: own, start: startOf(own), sentence: first.sentence });
    i = next;
  }
  const byId = new Map<string, HealthRecord>();
  for (const record of sorted) byId.set(record.id, record);
  const groupOf = new Map<string, Group>();
  for (const group of groups) for (const { id } of group.records) groupOf.set(id, group);
  const partsOf = groupedBy(sorted, ({ partOf, aspect }) => (partOf !== null && aspect === 'level' && byId.has(partOf) ? partOf : null));
  const comparable = groups.filter((group) => group.records.length > 1);
  return { file, records: sorted, byId, groups, comparable, groupOf, partsOf };
}

/** Records by a key, in their order; those whose key is null are left out. */
export function groupedBy(records: Iterable<HealthRecord>, keyOf: (record: HealthRecord) => string | null): Map<string, HealthRecord[]> {
  const groups = new Map<string, HealthRecord[]>();
  for (const record of records) {
    const key = keyOf(record);
    if (key === null) continue;
    const own = groups.get(key);
    if (own) own.push(record);
    else groups.set(key, [record]);
  }
  return groups;
}

const fits = (first: HealthRecord, other: HealthRecord): boolean => other.end - first.start <= first.sentence.length;

/** Where a sentence begins: where the first of its figures may stand in it so that the others fit, too. */
function startOf(own: readonly HealthRecord[]): number {
  const { sentence, raw, start } = own[0] as HealthRecord;
  for (let at = sentence.indexOf(raw); at >= 0; at = sentence.indexOf(raw, at + 1)) {
    const from = start - at;
    if (own.every((other) => sentence.slice(other.start - from, other.end - from) === other.raw)) return from;
  }
  return start;
}

/** The words between two figures of a group. */
export const between = ({ sentence, start }: Group, a: HealthRecord, b: HealthRecord): string =>
  sentence.slice(a.end - start, b.start - start);

/** How many of the records of a group begin before an offset. */
function indexAt({ records }: Group, offset: number): number {
  let low = 0;
  let high = records.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((records[middle] as HealthRecord).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The words behind a figure up to the next one or the end of the sentence. */
export function behind(group: Group, record: HealthRecord): string {
  const next = group.records[indexAt(group, record.end)];
  return group.sentence.slice(record.end - group.start, next ? next.start - group.start : undefined);
}

/** The words before a figure from the one before it, or from the beginning of the sentence. */
export function before(group: Group, record: HealthRecord): string {
  let at = indexAt(group, record.start) - 1;
  while (at >= 0 && (group.records[at] as HealthRecord).end > record.start) at--;
  const previous = group.records[at];
  return group.sentence.slice(previous ? previous.end - group.start : 0, record.start - group.start);
}

/** The figure is about a whole year, or the state at its end. */
export const isYear = ({ periodStart, periodEnd, year }: HealthRecord): boolean =>
  (periodStart === null && periodEnd === null) ||
  (periodEnd === `${year}-12-31` && (periodStart === null || periodStart === `${year}-01-01`));
