// A value for the eye, the same in the terminal and in the page.
import type { HealthRecord } from '../model/record.js';
import { SIGNS } from './signs.js';

/** `≥ 1,234,567.5 人次`, `+2.3 百分点`, `3–5 天`, `96.31%` */
export function formatValue(record: HealthRecord): string {
  const { value, valueMax, unit, relation, aspect } = record;
  const plus = aspect === 'change' && value > 0 ? '+' : '';
  const number = plus + group(value) + (valueMax === null ? '' : `–${group(valueMax)}`);
  const sign = SIGNS[relation];
  return `${sign}${sign && ' '}${number}${unit === null || /^[%‰]/u.test(unit) ? (unit ?? '') : ` ${unit}`}`;
}

/** 1234567.5 as 1,234,567.5 */
export function group(value: number): string {
  const [whole = '', fraction] = String(value).split('.');
  return whole.replace(/\B(?=(?:\d{3})+$)/gu, ',') + (fraction === undefined ? '' : `.${fraction}`);
}
