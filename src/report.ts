// What a report is as a whole: its title, its time and its place.
import type { Domain } from './model/record.js';
import { RECOMMENDATIONS } from './rules/sections.js';
import type { Line } from './segment/lines.js';
import type { DivisionTable } from './tag/divisions.js';
import { findPlace, type Place, placeOf } from './tag/place.js';
import { datedByFileName, type ReportTime, reportTime } from './tag/report-time.js';

export interface Overrides {
  /** Name or six-digit code of the place the report is about. */
  readonly district?: string;
  readonly year?: number;
  readonly domain?: Domain;
}

const TITLE_LINES = 4;
const TITLE_MAX = 60;
const HEAD = 400;
const FOOT = 300;

/** Lines that may be the report's title: the first short lines that are no furniture. */
export function titleLines(folded: string, lines: readonly Line[], file: string): string[] {
  const body = lines.filter((l) => !l.furniture);
  const titles: string[] = [];
  for (const line of body.slice(0, TITLE_LINES)) {
    const text = folded.slice(line.start, line.end).trim();
    if (text.length > TITLE_MAX) {
      // a text without line breaks opens with its title
      const opening = /^[^。,;]{4,50}?(?:总结|报告|公报|计划|要点|方案|规划|情况|汇报)(?=[ 一(\d]|$)/u.exec(text.slice(0, TITLE_MAX));
      if (opening) titles.push(opening[0]);
      break;
    }
    if (/[。;.]$|,.*:$/u.test(text) || /\d[^年月\d].*[,;:]/u.test(text)) break;
    titles.push(text);
  }
  const stem = fileStem(file);
  return /\p{Script=Han}/u.test(stem) ? [...titles, stem] : titles;
}

const fileStem = (file: string): string => (file.split(/[/\\]/u).at(-1) ?? '').replace(/\.[^.]+$/u, '');

/** Those before the headlines of other pages, which have dates of their own. */
export function ownLines(folded: string, lines: readonly Line[]): readonly Line[] {
  const others = lines.findIndex((line) => RECOMMENDATIONS.test(folded.slice(line.start, line.end).trim()));
  return others < 0 ? lines : lines.slice(0, others);
}

/** The lines that are page furniture, or those that are not. */
export function textOf(folded: string, lines: readonly Line[], furniture: boolean): string {
  return lines
    .filter((line) => line.furniture === furniture)
    .map((line) => folded.slice(line.start, line.end))
    .join('\n');
}

export function reportTimeOf(body: string, furniture: string, titles: readonly string[], file: string, overrides: Overrides): ReportTime {
  const found = datedByFileName(reportTime(titles, body, furniture), fileStem(file));
  if (overrides.year === undefined) return found;
  if (found.year === overrides.year) return { ...found, byFileName: false };
  return { ...found, year: overrides.year, written: overrides.year, byFileName: false, start: null, end: null };
}

export function reportPlace(
  folded: string,
  body: string,
  titles: readonly string[],
  file: string,
  year: number | null,
  overrides: Overrides,
  table: DivisionTable,
): Place {
  if (overrides.district !== undefined) {
    const place = placeOf(overrides.district, year, table);
    if (place) return place;
    return { province: null, city: null, district: overrides.district, code: null, ambiguous: false, level: null };
  }
  const all = folded.trim();
  return findPlace({ file: fileStem(file), title: titles.join('\n'), head: all.slice(0, HEAD), foot: all.slice(-FOOT), body }, year, table);
}
