// Numerals: Arabic with grouping and magnitudes (12,400; 59.89万; 1亿2000万; 300余万) and Chinese (三十二, 一百二十, 两千余, 百分之九十五).
// Values are exact decimals.
import { Characters } from '../text/characters.js';
import { Decimal } from './decimal.js';

/** With the power of ten that each is. */
const MAGNITUDES: readonly (readonly [word: string, power: number])[] = [
  ['万亿', 12],
  ['千亿', 11],
  ['百亿', 10],
  ['十亿', 9],
  ['千万', 7],
  ['百万', 6],
  ['十万', 5],
  ['亿', 8],
  ['万', 4],
  ['千', 3],
  ['仟', 3],
  ['百', 2],
  ['佰', 2],
];
const MAGNITUDE_OPENS = new Characters(MAGNITUDES.map(([word]) => word[0]).join(''));

export interface Numeral {
  readonly value: Decimal;
  readonly end: number;
  /** 余, 多, 几 inside or directly behind the digits (300余万). */
  readonly approximate: boolean;
  /** True where a magnitude character was written. */
  readonly magnitude: boolean;
}

// 12,400 or 12 400 or 1234.5
const ARABIC = /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d{1,3}(?: \d{3})+(?=(?:\.\d+)?[余多]?(?:[\p{Script=Han}%‰/]|$))|\d+)(?:\.\d+)?/uy;
export const DIGIT = new Characters('0123456789');
const INNER = new Characters('余多几来');

function magnitudeAt(text: string, at: number): readonly [word: string, power: number] | null {
  if (!MAGNITUDE_OPENS.at(text, at)) return null;
  for (const m of MAGNITUDES) if (text.startsWith(m[0], at)) return m;
  return null;
}

/** The power of ten of the magnitude that a numeral ends with (3万), 0 where it ends with none. */
export function powerAt(text: string, end: number): number {
  const c = text[end - 1];
  return c === '亿' ? 8 : c === '万' ? 4 : c === '千' ? 3 : c === '百' ? 2 : 0;
}

const ungrouped = (written: string): string =>
  written.includes(',') || written.includes(' ') ? written.replaceAll(/[, ]/gu, '') : written;

/**
 * Reads an Arabic numeral with its magnitudes at `at`. `source` is the unfolded text: only an ASCII comma groups digits, a full-width
 * one separates clauses.
 */
export function readArabic(text: string, source: string, at: number): Numeral | null {
  ARABIC.lastIndex = at;
  let match = ARABIC.exec(text)?.[0];
  if (match === undefined) return null;
  const comma = match.indexOf(',');
  if (comma >= 0) {
    for (let i = comma; i >= 0; i = match.indexOf(',', i + 1)) {
      if (source[at + i] === ',') continue;
      match = match.slice(0, i);
      break;
    }
  }
  let end = at + match.length;
  let value = new Decimal(ungrouped(match));
  let approximate = false;
  let magnitude = false;
  // 300余万, 300 万
  let next = end;
  if (text[next] === ' ' && magnitudeAt(text, next + 1)) next++;
  if (INNER.at(text, next) && magnitudeAt(text, next + 1)) {
    approximate = true;
    next++;
  }
  const first = magnitudeAt(text, next);
  // 5千克 and 5千米 are units; 3百分点 is no hundred
  if (first && !/^(?:千克|千米|千瓦|百分|千分|万元\/|亩)/u.test(text.slice(next, next + 3)) && !isUnitWord(text, next)) {
    value = value.scaled(first[1]);
    magnitude = true;
    end = next + first[0].length;
    // 1亿2000万, 3万5千
    ARABIC.lastIndex = end;
    const more = DIGIT.at(text, end) ? ARABIC.exec(text)?.[0] : undefined;
    if (more !== undefined) {
      const second = magnitudeAt(text, end + more.length);
      if (second && second[1] < first[1]) {
        value = value.plus(new Decimal(ungrouped(more), second[1]));
        end += more.length + second[0].length;
      }
    }
  }
  return { value, end, approximate, magnitude };
}

// 千 and 百 as the first character of another word
function isUnitWord(text: string, at: number): boolean {
  return text.startsWith('千人口', at);
}

const DIGITS: Readonly<Record<string, number>> = { 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const SCALES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
export const CHINESE_NUMERAL = new Characters('零〇一二两三四五六七八九十百千万亿半');
const CHINESE_RUN = /[零〇一二两三四五六七八九十百千]+(?:[余多]?[万亿][零〇一二两三四五六七八九十百千]*)*/uy;

/** Value of a run of Chinese numerals (三百二十五, 二〇一九, 一亿二千万), or null where it is not well formed. */
export function chineseValue(run: string): Decimal | null {
  if (/^[零〇一二三四五六七八九]{2,}$/u.test(run)) return new Decimal([...run].map((c) => DIGITS[c]).join(''));
  /** What stands before the last 万 or 亿. */
  let total: Decimal | null = null;
  let section = 0;
  let digit: number | null = null;
  for (const c of run) {
    const d = DIGITS[c];
    if (d !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = d;
      continue;
    }
    const scale = SCALES[c];
    if (scale !== undefined) {
      if (digit === null && scale !== 10) return null;
      section += (digit ?? 1) * scale;
      digit = null;
      continue;
    }
    if (c === '万' || c === '亿') {
      section += digit ?? 0;
      if (section === 0 && (total?.isZero() ?? true)) return null;
      total = sum(total, section).scaled(c === '万' ? 4 : 8);
      section = 0;
      digit = null;
      continue;
    }
    return null;
  }
  return sum(total, section + (digit ?? 0));
}

const sum = (total: Decimal | null, section: number): Decimal => {
  const added = new Decimal(String(section));
  return total ? total.plus(added) : added;
};

/** Reads a Chinese numeral at `at`: 十五, 三十余, 两千多, 一百二十万. */
export function readChinese(text: string, at: number): Numeral | null {
  CHINESE_RUN.lastIndex = at;
  const run = CHINESE_RUN.exec(text)?.[0];
  if (run === undefined) return null;
  // 百余, 千余
  const value = run === '百' ? new Decimal('100') : run === '千' ? new Decimal('1000') : chineseValue(run.replaceAll(/[余多]/gu, ''));
  if (!value) return null;
  return { value, end: at + run.length, approximate: /[余多]/u.test(run), magnitude: /[万亿千百]/u.test(run) };
}
