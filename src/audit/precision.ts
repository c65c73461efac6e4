// How exactly a figure is printed, and whether what other figures give agrees with it.
import Big from 'big.js';
import type { HealthRecord } from '../model/record.js';
import type { Verdict } from './finding.js';
import { COUNTED } from './rules.js';

export interface Interval {
  readonly low: Big;
  readonly high: Big;
}

const NUMBER = /\d[\d,，]*(?:[.．]\d+)?/gu;

/** What one unit of the last printed digit is worth, in the record's unit: 100 for 59.89万, 0.1 for 3.2%. */
export function stepOf({ raw, value }: Pick<HealthRecord, 'raw' | 'value'>): Big {
  const plain = raw.replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)).replace(/\s/gu, '');
  const numbers = [...plain.matchAll(NUMBER)];
  const first = numbers[0]?.[0];
  if (first === undefined) return new Big(1);
  const printed = new Big(first.replace(/[,，]/gu, '').replace('．', '.'));
  const decimals = /[.．](\d+)$/u.exec(first)?.[1]?.length ?? 0;
  // 1亿2000万 is exact to its last part
  if (numbers.length > 1) return new Big(/万[^\d]*$/u.test(plain) ? 1e4 : 1);
  const digit = new Big(`1e-${decimals}`);
  return printed.eq(0) || printed.eq(Math.abs(value)) ? digit : new Big(value).abs().div(printed).times(digit);
}

/** Half a step to each side; nothing for what is counted one by one and printed in full. */
export function halfStepOf(record: HealthRecord): Big {
  const step = stepOf(record);
  return step.lte(1) && Number.isInteger(record.value) && (COUNTED.has(record.dimension) || record.dimension === 'other')
    ? new Big(0)
    : step.div(2);
}

/** Where the true value lies, as far as its digits tell. */
export function intervalOf(record: HealthRecord): Interval {
  const half = halfStepOf(record);
  return { low: new Big(record.value).minus(half), high: new Big(record.value).plus(half) };
}

export const sumOf = (intervals: readonly Interval[]): Interval =>
  intervals.reduce((sum, { low, high }) => ({ low: sum.low.plus(low), high: sum.high.plus(high) }), { low: new Big(0), high: new Big(0) });

/** `numerator` over `denominator` times `factor`; null where the denominator may be nothing. */
export function quotientOf(numerator: Interval, denominator: Interval, factor = 1): Interval | null {
  if (denominator.low.lte(0)) return null;
  const corners = [numerator.low, numerator.high].flatMap((n) => [denominator.low, denominator.high].map((d) => n.times(factor).div(d)));
  return between(corners);
}

export function productOf(a: Interval, b: Interval): Interval {
  return between([a.low, a.high].flatMap((x) => [b.low, b.high].map((y) => x.times(y))));
}

export const differenceOf = (a: Interval, b: Interval): Interval => ({ low: a.low.minus(b.high), high: a.high.minus(b.low) });

function between(values: readonly Big[]): Interval {
  return {
    low: values.reduce((least, value) => (value.lt(least) ? value : least)),
    high: values.reduce((most, value) => (value.gt(most) ? value : most)),
  };
}

export interface Comparison {
  readonly verdict: Exclude<Verdict, 'not-checkable'>;
  /** By how much rounding may part the two, in the unit of the stated figure. */
  readonly tolerance: Big;
}

/**
 * A printed figure against what others give. It is consistent where the middle of `computed`, rounded as the figure is, is the figure; a matter
 * of rounding where the digits printed leave room for it, cut off or rounded; else inconsistent.
 */
export function compare(stated: HealthRecord, computed: Interval): Comparison {
  const middle = computed.low.plus(computed.high).div(2);
  const step = stepOf(stated);
  const half = halfStepOf(stated);
  const spread = computed.high.minus(computed.low).div(2);
  const tolerance = spread.plus(half);
  const off = middle.minus(stated.value);
  // digits may have been cut off instead of rounded: the true values are then no less than the printed ones, and less than a step more
  const cut = off.times(stated.value < 0 ? -1 : 1);
  const cutOff = half.gt(0) && cut.gte(spread.times(-2)) && cut.lt(step);
  const verdict = off.abs().lte(half) ? 'consistent' : off.abs().lte(tolerance) || cutOff ? 'rounding' : 'inconsistent';
  return { verdict, tolerance };
}

/** Whether the digits alone say how much it is: no 约, no 以上, no range. */
export const isExact = (record: HealthRecord): boolean => record.relation === 'eq' && record.valueMax === null;
