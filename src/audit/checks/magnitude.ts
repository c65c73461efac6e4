// A figure of ten thousand times less, or more, than the others of its list: 万 left out or written twice.
import Big from 'big.js';
import type { HealthRecord } from '../../model/record.js';
import type { AuditedDocument } from '../document.js';
import type { Finding } from '../finding.js';
import { isExact } from '../precision.js';
import { finding, named, shown } from '../say.js';

const SLIPS = [10_000, 1000, 100_000_000] as const;
/** How far a part may lie below what its share of the items would be. */
const FAR = 300;
const COUNTED: ReadonlySet<string> = new Set(['items', 'facilities', 'events', 'other']);

export function magnitude({ records, byId, groups }: AuditedDocument): Finding[] {
  const parts = new Map<string, HealthRecord[]>();
  for (const record of records) {
    if (record.partOf !== null && record.aspect === 'level' && isExact(record))
      parts.set(record.partOf, [...(parts.get(record.partOf) ?? []), record]);
  }
  const found = new Map<string, Finding>();
  for (const [id, own] of parts) {
    const total = byId.get(id);
    if (!total || total.value <= 0 || !isExact(total)) continue;
    for (const part of own) {
      const slip = slipOf(total, part, own) ?? amongItems(total, part, records);
      if (slip) found.set(part.id, slip);
    }
  }
  for (const group of groups)
    for (const outlier of outliers(group.records))
      if (!found.has(outlier.cites[0]?.record ?? '')) found.set(outlier.cites[0]?.record ?? '', outlier);
  return [...found.values()];
}

/** The list adds up once the part has its 万: that is what was meant. */
function slipOf(total: HealthRecord, part: HealthRecord, own: readonly HealthRecord[]): Finding | null {
  if (part.unit !== total.unit || own.length < 2 || part.value <= 0) return null;
  const others = own
    .filter((other) => other !== part && other.unit === total.unit)
    .reduce((sum, other) => sum.plus(other.value), new Big(0));
  const rest = new Big(total.value).minus(others);
  const slip = SLIPS.find((factor) => rest.eq(new Big(part.value).times(factor)) || rest.times(factor).eq(part.value));
  if (!slip || rest.lte(0)) return null;
  return finding('magnitude', {
    verdict: 'inconsistent',
    en: `${named(part)} is ${slip} times off: ${named(total)} adds up with ${shown(rest, part.unit)}`,
    zh: `“${named(part)}”相差${slip}倍：按${shown(rest, part.unit)}计，总数“${named(total)}”才相符`,
    cites: [
      ['part', part],
      ['total', total],
    ],
    stated: part.value,
    computed: rest,
    unit: part.unit,
  });
}

/** 17 projects of 46525万元, 7 of them of 1.4025万元: seven cannot cost less than a hundredth of what one costs. */
function amongItems(total: HealthRecord, part: HealthRecord, records: readonly HealthRecord[]): Finding | null {
  if (total.dimension !== 'money' || part.dimension !== 'money' || part.value <= 0) return null;
  const itemsOf = (money: HealthRecord): HealthRecord | undefined =>
    records.find(
      (other) =>
        COUNTED.has(other.dimension) &&
        other.sentence === money.sentence &&
        other.end <= money.start &&
        money.start - other.end < 24 &&
        other.aspect === 'level',
    );
  const [all, some] = [itemsOf(total), itemsOf(part)];
  if (!all || !some || all === some || all.value <= 0 || some.value <= 0) return null;
  const expected = new Big(total.value).times(some.value).div(all.value);
  if (expected.div(part.value).lt(FAR)) return null;
  return finding('magnitude', {
    verdict: 'inconsistent',
    en: `${named(part)} for ${some.raw} is out of line with ${named(total)} for ${all.raw}: about ${shown(expected, part.unit)} would be`,
    zh: `“${named(part)}”（${some.raw}）与“${named(total)}”（${all.raw}）的数量级不符：按平均应约为${shown(expected, part.unit)}`,
    cites: [
      ['part', part],
      ['total', total],
      ['denominator', some],
      ['denominator', all],
    ],
    stated: part.value,
    computed: expected,
    unit: part.unit,
  });
}

/** Of four or more amounts of one kind side by side, one is ten thousand times smaller than the least of the others. */
function outliers(records: readonly HealthRecord[]): Finding[] {
  const money = records.filter(
    (record) =>
      record.unit === '元' &&
      record.aspect === 'level' &&
      isExact(record) &&
      record.value > 0 &&
      record.rule !== 'table-cell' &&
      !/(?:人均|每|次均|标准|户均|例均)/u.test(record.label),
  );
  if (money.length < 4) return [];
  return money.flatMap((record) => {
    const others = money.filter((other) => other !== record).map((other) => other.value);
    const [least, most] = [Math.min(...others), Math.max(...others)];
    if (most / least > 100 || least / record.value < 5000) return [];
    return finding('magnitude', {
      verdict: 'not-checkable',
      en: `${named(record)} is ${Math.round(least / record.value)} times less than the least of the amounts beside it: is 万 missing?`,
      zh: `“${named(record)}”比同列最小的金额还小${Math.round(least / record.value)}倍：是否漏写“万”？`,
      cites: [['other', record]],
      stated: record.value,
      unit: record.unit,
    });
  });
}
