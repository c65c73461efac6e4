// What the plots show, from the rows of the table. Only reached levels with a year and a single value: nothing is added up or guessed.
import { DOMAINS, type Domain, type HealthRecord, KINDS, type Kind } from '../model/record.js';
import { placeName } from './rows.js';

export interface Point {
  readonly row: number;
  readonly place: string;
  readonly year: number;
  readonly value: number;
}

/** An indicator in one unit, with all that reports say was reached. */
export interface Series {
  readonly key: string;
  readonly indicator: string;
  readonly unit: string | null;
  readonly points: readonly Point[];
  readonly places: readonly string[];
  readonly years: readonly number[];
}

/** Indicators with at least two places or two years; those with the most places and years first. */
export function seriesOf(records: readonly HealthRecord[], rows: readonly number[]): Series[] {
  const groups = new Map<string, Point[]>();
  const names = placeNames(records);
  for (const row of rows) {
    const record = records[row] as HealthRecord;
    if (record.kind !== 'actual' || record.aspect !== 'level' || record.year === null || record.valueMax !== null) continue;
    const place = names(record);
    if (place === '') continue;
    const key = JSON.stringify([record.indicator, record.unit]);
    const points = groups.get(key);
    const point = { row, place, year: record.year, value: record.value };
    if (points) points.push(point);
    else groups.set(key, [point]);
  }
  const all: Series[] = [];
  for (const [key, points] of groups) {
    const places = [...new Set(points.map((point) => point.place))];
    const years = [...new Set(points.map((point) => point.year))].sort((a, b) => a - b);
    if (places.length < 2 && years.length < 2) continue;
    const { indicator, unit } = records[(points[0] as Point).row] as HealthRecord;
    all.push({ key, indicator, unit, points, places, years });
  }
  const weight = ({ places, years }: Series): number => places.length * years.length;
  return all.sort((a, b) => weight(b) - weight(a) || b.points.length - a.points.length || byCode(a.key, b.key));
}

/** For each place that has one value and no other in each year: its points, by year. Lines may join these. */
export function linesOf({ points }: Series): Point[][] {
  const byPlace = new Map<string, Map<number, Point | null>>();
  for (const point of points) {
    const years = byPlace.get(point.place) ?? new Map<number, Point | null>();
    byPlace.set(point.place, years);
    const known = years.get(point.year);
    // two values in a year: none of them is taken for the year's
    years.set(point.year, known === undefined || known?.value === point.value ? point : null);
  }
  return [...byPlace.values()]
    .map((years) => [...years.values()].filter((point): point is Point => point !== null).sort((a, b) => a.year - b.year))
    .filter((line) => line.length > 1);
}

/** A target and what was reached of it. */
export interface Attainment {
  readonly indicator: string;
  readonly place: string;
  readonly target: number;
  readonly actual: number;
  /** Rows of the two. */
  readonly targetRow: number;
  readonly actualRow: number;
  /** actual as a share of target, in per cent. */
  readonly share: number;
}

/**
 * Targets with what was reached in the same year in the same place, or, where that is not known, in the latest year before. Left out where either side
 * has several values for the year, and where the target is nought.
 */
export function attainments(records: readonly HealthRecord[], rows: readonly number[]): Attainment[] {
  const names = placeNames(records);
  const targets = new Map<string, Map<number, number | null>>();
  const actuals = new Map<string, Map<number, number | null>>();
  for (const row of rows) {
    const record = records[row] as HealthRecord;
    if (record.aspect !== 'level' || record.year === null || record.valueMax !== null || record.kind === 'standard') continue;
    const key = JSON.stringify([names(record), record.indicator, record.unit]);
    const side = record.kind === 'target' ? targets : actuals;
    const years = side.get(key) ?? new Map<number, number | null>();
    side.set(key, years);
    const known = years.get(record.year);
    const same = known !== null && known !== undefined && (records[known] as HealthRecord).value === record.value;
    years.set(record.year, known === undefined || same ? (known ?? row) : null);
  }
  const pairs: Attainment[] = [];
  for (const [key, years] of targets) {
    const reached = actuals.get(key);
    if (!reached) continue;
    for (const [year, targetRow] of years) {
      const actualRow = reached.has(year) ? reached.get(year) : reached.get(Math.max(...[...reached.keys()].filter((y) => y < year)));
      if (targetRow === null || actualRow === null || actualRow === undefined) continue;
      const target = (records[targetRow] as HealthRecord).value;
      const actual = (records[actualRow] as HealthRecord).value;
      if (target === 0) continue;
      const [place, indicator] = JSON.parse(key) as [string, string];
      pairs.push({ indicator, place, target, actual, targetRow, actualRow, share: (actual / target) * 100 });
    }
  }
  return pairs.sort((a, b) => a.share - b.share || a.targetRow - b.targetRow);
}

export interface DomainCount {
  readonly domain: Domain;
  readonly kind: Kind;
  readonly count: number;
}

/** How many figures of each kind each domain has; domains without any are left out. */
export function domainCounts(records: readonly HealthRecord[], rows: readonly number[]): DomainCount[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const { domain, kind } = records[row] as HealthRecord;
    const key = `${domain} ${kind}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return DOMAINS.flatMap((domain) => KINDS.map((kind) => ({ domain, kind, count: counts.get(`${domain} ${kind}`) ?? 0 }))).filter(
    ({ count }) => count > 0,
  );
}

/** Names of places, with the city where two places of the records share a name. */
function placeNames(records: readonly HealthRecord[]): (record: HealthRecord) => string {
  const cities = new Map<string, Set<string>>();
  for (const record of records) {
    const name = placeName(record);
    const set = cities.get(name) ?? new Set<string>();
    cities.set(name, set.add(`${record.province ?? ''}${record.city ?? ''}`));
  }
  return (record) => {
    const name = placeName(record);
    if (name === '' || (cities.get(name)?.size ?? 0) < 2) return name;
    return `${record.city ?? record.province ?? ''}${name}`;
  };
}

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
