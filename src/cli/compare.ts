// Expected and extracted records of one report, paired by where they stand in the text.
import { COLUMNS, type HealthRecord } from '../model/record.js';
import { type Leniency, STRICT } from './leniency.js';

/** A record as an expected file holds it: its place is checked, any other field may be missing or wrong and then is a difference. */
export interface ExpectedRecord {
  readonly start: number;
  readonly end: number;
  readonly id?: unknown;
  readonly partOf?: unknown;
  readonly [field: string]: unknown;
}

export interface FieldChange {
  readonly field: string;
  readonly expected: unknown;
  readonly got: unknown;
}

export type Difference =
  | { readonly type: 'missing'; readonly expected: ExpectedRecord }
  | { readonly type: 'extra'; readonly got: HealthRecord }
  | { readonly type: 'changed'; readonly expected: ExpectedRecord; readonly got: HealthRecord; readonly fields: readonly FieldChange[] };

export interface Comparison {
  /** In the order of the text. */
  readonly differences: readonly Difference[];
  /** Records whose id alone differs, which happens to all at once when the text or the rule set changes. */
  readonly otherIds: number;
  /** How many records differ in what is passed over, by field. */
  readonly passedOver: ReadonlyMap<string, number>;
}

export function compareRecords(expected: readonly ExpectedRecord[], got: readonly HealthRecord[], leniency: Leniency = STRICT): Comparison {
  const left = byPlace(expected);
  const right = byPlace(got);
  const expectedPlaces = placesOfIds(left);
  const gotPlaces = placesOfIds(right);
  const differences: Difference[] = [];
  const passedOver = new Map<string, number>();
  const passOver = (field: string): void => {
    passedOver.set(field, (passedOver.get(field) ?? 0) + 1);
  };
  let otherIds = 0;
  for (const [place, record] of left) {
    const other = right.get(place);
    if (!other) {
      differences.push({ type: 'missing', expected: record });
      continue;
    }
    const names = [...COLUMNS, ...Object.keys(record).filter((name) => !(COLUMNS as string[]).includes(name))];
    const fields = names
      .map((field) => ({ field, expected: record[field], got: (other as Readonly<Record<string, unknown>>)[field] }))
      .filter(({ field, expected, got }) => {
        // an id only names a record: what matters is whether the same one is named
        if (field === 'id' && typeof expected === 'string') return false;
        if (field === 'partOf' && typeof expected === 'string' && typeof got === 'string')
          return expectedPlaces.get(expected) !== gotPlaces.get(got);
        return JSON.stringify(expected) !== JSON.stringify(got);
      })
      .filter(({ field, expected, got }) => {
        if (leniency.compares(field) && !leniency.near(field, expected, got)) return true;
        passOver(field);
        return false;
      });
    if (fields.length > 0) differences.push({ type: 'changed', expected: record, got: other, fields });
    else if (record.id !== other.id || (record.partOf !== other.partOf && leniency.compares('partOf'))) {
      if (leniency.compares('id')) otherIds++;
      else passOver('id');
    }
  }
  for (const [place, record] of right) if (!left.has(place)) differences.push({ type: 'extra', got: record });
  const start = (d: Difference): number => (d.type === 'extra' ? d.got : d.expected).start;
  differences.sort((a, b) => start(a) - start(b));
  return { differences, otherIds, passedOver };
}

function byPlace<T extends { readonly start: number; readonly end: number }>(records: readonly T[]): Map<string, T> {
  const map = new Map<string, T>();
  for (const record of records) {
    // several records of one span are told apart by their order
    let key = `${record.start}-${record.end}`;
    while (map.has(key)) key += "'";
    map.set(key, record);
  }
  return map;
}

function placesOfIds(records: ReadonlyMap<string, { readonly id?: unknown }>): Map<unknown, string> {
  return new Map([...records].map(([place, { id }]) => [id, place]));
}

/** The records of an expected file, or the reason why it holds none. */
export function parseExpected(json: string): ExpectedRecord[] | string {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch (error) {
    return `not valid JSON: ${error instanceof Error ? error.message : error}`;
  }
  if (!Array.isArray(data)) return 'not an array of records';
  const bad = data.findIndex(
    (item) => typeof item !== 'object' || item === null || !Number.isInteger(item.start) || !Number.isInteger(item.end),
  );
  return bad < 0 ? (data as ExpectedRecord[]) : `entry ${bad + 1} is no record: it has no start and end`;
}
