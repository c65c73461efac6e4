// Which records the table shows, and in what order. Rows are places in the list of records, so that 50,000 of them are a small array.
import type { HealthRecord } from '../model/record.js';

/** A record's own place, the smallest it names. */
export const placeName = (record: HealthRecord): string => record.district ?? record.city ?? record.province ?? '';

/** A value of a record that can be filtered by; '' for none. */
export const FACETS = {
  place: (record: HealthRecord) => [placeName(record)],
  year: (record: HealthRecord) => [record.year === null ? '' : String(record.year)],
  domain: (record: HealthRecord) => [record.domain],
  kind: (record: HealthRecord) => [record.kind],
  aspect: (record: HealthRecord) => [record.aspect],
  flags: (record: HealthRecord) => record.flags,
} as const satisfies Record<string, (record: HealthRecord) => readonly string[]>;
export type Facet = keyof typeof FACETS;

/** For `flags`: any flag at all, or none. */
export const ANY = '*';
export const NONE = '-';

export interface Filter {
  readonly facets: Readonly<Partial<Record<Facet, string>>>;
  /** Part of the name of the indicator, of the label or of the indicator's id. */
  readonly indicator: string;
  /** Words that must all stand in the record's sentence, names, place, section or number. */
  readonly text: string;
  /** A single document. */
  readonly document: number | null;
}

export const NO_FILTER: Filter = { facets: {}, indicator: '', text: '', document: null };

export const isFiltered = ({ facets, indicator, text, document }: Filter): boolean =>
  Object.keys(facets).length > 0 || indicator.trim() !== '' || text.trim() !== '' || document !== null;

/** The rows that a filter leaves, in their order; `except` leaves out one facet, for counting what it could be set to. */
export function filterRows(records: readonly HealthRecord[], documentOf: readonly number[], filter: Filter, except?: Facet): number[] {
  const facets = (Object.entries(filter.facets) as [Facet, string][]).filter(([facet]) => facet !== except);
  const indicator = filter.indicator.trim().toLowerCase();
  const words = filter.text.toLowerCase().split(/\s+/u).filter(Boolean);
  const rows: number[] = [];
  for (let row = 0; row < records.length; row++) {
    const record = records[row] as HealthRecord;
    if (filter.document !== null && documentOf[row] !== filter.document) continue;
    if (!facets.every(([facet, wanted]) => hasFacet(record, facet, wanted))) continue;
    if (indicator !== '' && !indicatorText(record).includes(indicator)) continue;
    if (words.length > 0 && !contains(record, words)) continue;
    rows.push(row);
  }
  return rows;
}

function hasFacet(record: HealthRecord, facet: Facet, wanted: string): boolean {
  const values = FACETS[facet](record);
  if (wanted === ANY) return values.length > 0;
  if (wanted === NONE) return values.length === 0;
  return values.includes(wanted);
}

const indicatorText = (record: HealthRecord): string => `${record.indicator}\n${record.label}\n${record.indicatorId ?? ''}`.toLowerCase();

function contains(record: HealthRecord, words: readonly string[]): boolean {
  const text = [
    record.sentence,
    record.indicator,
    record.label,
    placeName(record),
    record.city,
    record.province,
    ...record.section,
    record.file,
    record.id,
  ]
    .join('\n')
    .toLowerCase();
  return words.every((word) => text.includes(word));
}

/** The values of a facet among some rows, with the number of their rows. */
export function facetCounts(records: readonly HealthRecord[], rows: readonly number[], facet: Facet): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) for (const value of FACETS[facet](records[row] as HealthRecord)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** What a row is sorted by; null comes last in both directions. */
export type SortKey = (row: number) => string | number | null;

/**
 * The rows sorted, stable. Texts are ranked once among their different values, since comparing Chinese by pronunciation is slow.
 * `compare` orders texts.
 */
export function sortRows(rows: readonly number[], key: SortKey, descending: boolean, compare: (a: string, b: string) => number): number[] {
  const keys = rows.map(key);
  const texts = [...new Set(keys.filter((value): value is string => typeof value === 'string'))].sort(compare);
  const rank = new Map(texts.map((text, i) => [text, i]));
  const weights = keys.map((value) => (typeof value === 'string' ? (rank.get(value) as number) : value));
  const order = rows.map((_, i) => i);
  const sign = descending ? -1 : 1;
  order.sort((a, b) => {
    const left = weights[a] ?? null;
    const right = weights[b] ?? null;
    if (left === null || right === null) return left === right ? a - b : left === null ? 1 : -1;
    return left === right ? a - b : sign * (left - right);
  });
  return order.map((i) => rows[i] as number);
}
