// The span of time a figure is about, as the heading of a column: a half-year never stands under a year.
import type { Language } from '../emit/languages.js';
import type { RecordRow } from './record-files.js';

type Dated = Pick<RecordRow, 'year' | 'periodStart' | 'periodEnd'>;

/** Sorts by time, whole years before their parts, undated ones last. */
export function periodKey(row: Dated): string {
  const { start, end } = bounds(row);
  if (start === null && end === null) return '~';
  const year = (start ?? end ?? '').slice(0, 4);
  return wholeYears({ start, end }) ? `${year} 0 ${end}` : `${year} 1 ${start ?? ''} ${end ?? ''}`;
}

/** `2019`, `2016–2020`, `2019-01–06`, `2019-05`, `2019-08-18`, `to 2019-05-31`, `since 2017-01-01`, `no year` */
export function periodName(row: Dated, lang: Language): string {
  const { start, end } = bounds(row);
  if (start === null) {
    if (end === null) return lang === 'zh' ? '年份不明' : 'no year';
    return lang === 'zh' ? `截至${end}` : `to ${end}`;
  }
  if (end === null) return lang === 'zh' ? `${start}起` : `since ${start}`;
  if (start === end) return start;
  const [from, to] = [start.slice(0, 4), end.slice(0, 4)];
  if (wholeYears({ start, end })) return from === to ? from : `${from}–${to}`;
  if (!start.endsWith('-01') || !isLastOfMonth(end)) return `${start}–${end}`;
  if (from !== to) return `${start.slice(0, 7)}–${end.slice(0, 7)}`;
  return start.slice(0, 7) === end.slice(0, 7) ? start.slice(0, 7) : `${start.slice(0, 7)}–${end.slice(5, 7)}`;
}

/** A year as a whole, not a part of one, not several. */
export function isWholeYear(row: Dated): boolean {
  const { start, end } = bounds(row);
  return wholeYears({ start, end }) && start?.slice(0, 4) === end?.slice(0, 4);
}

interface Bounds {
  readonly start: string | null;
  readonly end: string | null;
}

/** A year without a period is taken as the whole of it, and so is what stood at its end. */
function bounds({ year = null, periodStart, periodEnd }: Dated): Bounds {
  const whole = (y: string | number): Bounds => ({ start: `${y}-01-01`, end: `${y}-12-31` });
  if (periodStart === null && periodEnd === null) return year === null ? { start: null, end: null } : whole(year);
  if (periodStart === null && periodEnd?.endsWith('-12-31')) return whole(periodEnd.slice(0, 4));
  return { start: periodStart, end: periodEnd };
}

const wholeYears = ({ start, end }: Bounds): boolean => (start?.endsWith('-01-01') && end?.endsWith('-12-31')) ?? false;

function isLastOfMonth(day: string): boolean {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.getUTCDate() === 1;
}
