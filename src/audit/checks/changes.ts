// A change against the two levels it connects, and against the same change told in another way.
import Big from 'big.js';
import type { HealthRecord } from '../../model/record.js';
import { type AuditedDocument, before, between, type Group, groupedBy, isYear } from '../document.js';
import type { Check, Finding, Role } from '../finding.js';
import { compare, differenceOf, type Interval, intervalOf, isExact, quotientOf } from '../precision.js';
import { AGREES, finding, findingsOn, named, shown } from '../say.js';

const RATIOS: ReadonlySet<string> = new Set(['%', '‰']);
const LAST_YEAR = /(?:上年|去年|前年末|同比|同期|上一年|20\d\d年)/u;

/** In one sentence: 由88.7%提高到94.1%,提高5.4个百分点; 68.5万人次,比上年增加5.2万人次,增长8.2%. */
export function withinSentence({ comparable }: AuditedDocument): Finding[] {
  return comparable.flatMap((group) => [...fromTo(group), ...twoWays(group)]);
}

function fromTo(group: Group): Finding[] {
  return findingsOn(group.records, (change, at) => {
    if (!(change.aspect === 'change' || isIncrease(group, at)) || !isExact(change)) return null;
    const level = group.records.slice(0, at).findLast((other) => other.aspect === 'level' && sameName(other, change));
    const earlier = group.records.slice(0, at).findLast((other) => other.aspect === 'baseline' && sameName(other, change));
    if (!level || !earlier || level.unit !== earlier.unit || !isExact(level) || !isExact(earlier)) return null;
    // another clause may tell of another change
    if (
      level.end > change.start ||
      /[。;；]/u.test(between(group, level, change)) ||
      /(?:年均|月均|逐年|平均)/u.test(before(group, change))
    )
      return null;
    return checked('from-to', change, level, earlier);
  });
}

/** 由8.7万人扩大到11.2万人,新增|2.5万人: an increase that is told as a figure of its own. */
function isIncrease(group: Group, at: number): boolean {
  if (at < 2) return false;
  const earlier = group.records[at - 2];
  const level = group.records[at - 1];
  const increase = group.records[at];
  if (earlier?.aspect !== 'baseline' || level?.aspect !== 'level' || !increase || increase.unit !== level.unit) return false;
  return /^[，,]?(?:净|共|累计)?(?:新增|增加|净增|增长|多)了?$/u.test(between(group, level, increase).trim());
}

/** A figure told as an increase of its own has 新增 in its name. */
const sameName = (a: HealthRecord, b: HealthRecord): boolean =>
  a.label === b.label || (b.aspect === 'level' && /新增|增加|净增/u.test(b.label));

/** 上年, 去年同期, 同比: the same base in other words; what has none takes that before it. */
const sameBase = (a: string | null, b: string | null): boolean =>
  a === null || a === b || (b !== null && [a, b].every((base) => /上年|去年|同比|同期|上一年/u.test(base)));

/** The difference and the rate of one change, with the level that it led to. */
function twoWays(group: Group): Finding[] {
  return findingsOn(group.records, (rate, at) => {
    if (rate.aspect !== 'change' || at < 2) return null;
    const difference = group.records[at - 1];
    const level = group.records[at - 2];
    if (!difference || !level || difference.aspect !== 'change' || level.aspect !== 'level') return null;
    // in a table, the columns tell which level is this year's
    if (
      rate.rule === 'table-cell' ||
      rate.unit !== '%' ||
      RATIOS.has(level.unit ?? '') ||
      difference.unit !== level.unit ||
      rate.label !== level.label ||
      difference.label !== level.label
    )
      return null;
    if (![rate, difference, level].every(isExact) || level.kind !== rate.kind || !sameBase(rate.base, difference.base)) return null;
    // 12.6万人,去年为11.9万人,新增7000人: the last level is the earlier one
    if (/(?:上年|去年|前年|同期)[^，,。；;]*$/u.test(before(group, level))) return null;
    const base = differenceOf(intervalOf(level), intervalOf(difference));
    const computed = quotientOf(intervalOf(difference), base, 100);
    if (!computed) return null;
    return said('change-levels', rate, computed, [
      ['change', rate],
      ['level', level],
      ['change', difference],
    ]);
  });
}

/** Across years: the change of this year's level against last year's, in one report, in a row of a table, or in several reports of a place. */
export function acrossYears(documents: readonly AuditedDocument[]): Finding[] {
  const changes = documents.flatMap((document) => document.comparable.flatMap(changesOnLastYear));
  if (changes.length === 0) return [];
  const asked = new Set(changes.map(({ level }) => level.label));
  const levels = groupedBy(
    documents.flatMap((document) => document.records),
    (record) =>
      record.aspect === 'level' && record.kind === 'actual' && isExact(record) && record.year !== null && asked.has(record.label)
        ? keyOf(record, record.year)
        : null,
  );
  return findingsOn(changes, ({ change, level, lastYear }) => {
    const earlier = (levels.get(keyOf(level, lastYear)) ?? []).filter((other) => isYear(other) && other.unit === level.unit);
    // two values for last year are a finding of their own
    if (earlier.length === 0 || new Set(earlier.map((other) => other.value)).size > 1) return null;
    return checked('change-levels', change, level, earlier[0] as HealthRecord);
  });
}

interface ChangeOnLastYear {
  readonly change: HealthRecord;
  /** What it led to. */
  readonly level: HealthRecord;
  readonly lastYear: number;
}

function changesOnLastYear(group: Group): ChangeOnLastYear[] {
  const changes: ChangeOnLastYear[] = [];
  group.records.forEach((change, at) => {
    if (change.aspect !== 'change' || !isExact(change) || change.kind !== 'actual' || change.year === null) return;
    if (!LAST_YEAR.test(change.base ?? '') || !isYear(change)) return;
    const level = group.records
      .slice(0, at)
      .findLast((other) => other.aspect === 'level' && other.label === change.label && other.year === change.year);
    if (level && isExact(level) && isYear(level)) changes.push({ change, level, lastYear: change.year - 1 });
  });
  return changes;
}

/** Rows of a table need no indicator: their cells have the same name in the same row. */
function keyOf(record: HealthRecord, year: number): string {
  const place = record.districtCode ?? [record.province, record.city, record.district].join('/');
  const what =
    record.rule === 'table-cell'
      ? `${record.file}\n${record.sentence}`
      : record.indicatorId === null
        ? `?${record.file}`
        : record.indicator;
  return [place, what, record.label, record.unit, year].join('\n');
}

function checked(check: Check, change: HealthRecord, level: HealthRecord, earlier: HealthRecord): Finding | null {
  const ratio = RATIOS.has(level.unit ?? '') || level.dimension === 'rate';
  const cites = [
    ['change', change],
    ['level', level],
    ['earlier', earlier],
  ] as const;
  const difference = differenceOf(intervalOf(level), intervalOf(earlier));
  if (change.unit === '百分点' || change.unit === '千分点') {
    return ratio ? said(check, change, difference, cites) : null;
  }
  if (change.unit === level.unit && !(ratio && change.unit === '%')) return said(check, change, difference, cites);
  if (change.unit !== '%') return null;
  const computed = quotientOf(difference, intervalOf(earlier), 100);
  if (!computed) return null;
  // 提高2.3% of a rate is mostly meant in points
  if (ratio && compare(change, difference).verdict !== 'inconsistent') return said(check, change, difference, cites);
  return said(check, change, computed, cites);
}

function said(check: Check, change: HealthRecord, computed: Interval, cites: readonly (readonly [Role, HealthRecord])[]): Finding {
  const { verdict, tolerance } = compare(change, computed);
  const middle = computed.low.plus(computed.high).div(2);
  const others = cites.slice(1).map(([, record]) => named(record));
  return finding(check, {
    verdict,
    en: `the change of ${named(change)} ${AGREES[verdict].en} with ${others.join(' and ')}: ${shown(middle, change.unit)}`,
    zh: `变化“${named(change)}”与${others.map((other) => `“${other}”`).join('、')}${AGREES[verdict].zh}：应为${shown(middle, change.unit)}`,
    cites,
    stated: change.value,
    computed: middle,
    tolerance: new Big(tolerance),
    unit: change.unit,
  });
}
