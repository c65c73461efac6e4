// Numerals: Arabic with grouping and magnitudes (12,400; 59.89万; 1亿2000万; 300余万) and Chinese (三十二, 一百二十, 两千余, 百分之九十五).
// Values are exact decimals.
import Big from 'big.js';

const MAGNITUDES: readonly (readonly [string, string])[] = [
  ['万亿', '1e12'],
  ['千亿', '1e11'],
  ['百亿', '1e10'],
  ['十亿', '1e9'],
  ['千万', '1e7'],
  ['百万', '1e6'],
  ['十万', '1e5'],
  ['亿', '1e8'],
  ['万', '1e4'],
  ['千', '1e3'],
  ['仟', '1e3'],
  ['百', '1e2'],
  ['佰', '1e2'],
];

export interface Numeral {
  readonly value: Big;
  readonly end: number;
  /** 余, 多, 几 inside or directly behind the digits (300余万). */
  readonly approximate: boolean;
  /** True where a magnitude character was written. */
  readonly magnitude: boolean;
}

// 12,400 or 12 400 or 1234.5
const ARABIC = /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d{1,3}(?: \d{3})+(?=[余多]?[\p{Script=Han}%])|\d+)(?:\.\d+)?/uy;
const INNER = /[余多几来]/u;

function magnitudeAt(text: string, at: number): readonly [string, string] | null {
  for (const m of MAGNITUDES) if (text.startsWith(m[0], at)) return m;
  return null;
}

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
  let value = new Big(match.replaceAll(/[, ]/gu, ''));
  let approximate = false;
  let magnitude = false;
  // 300余万, 300 万
  let next = end;
  if (text[next] === ' ' && magnitudeAt(text, next + 1)) next++;
  if (INNER.test(text[next] ?? '') && magnitudeAt(text, next + 1)) {
    approximate = true;
    next++;
  }
  const first = magnitudeAt(text, next);
  // 5千克 and 5千米 are units; 3百分点 is no hundred
  if (first && !/^(?:千克|千米|千瓦|百分|千分|万元\/|亩)/u.test(text.slice(next, next + 3)) && !isUnitWord(text, next)) {
    value = value.times(first[1]);
    magnitude = true;
    end = next + first[0].length;
    // 1亿2000万, 3万5千
    ARABIC.lastIndex = end;
    const more = /\d/u.test(text[end] ?? '') ? ARABIC.exec(text)?.[0] : undefined;
    if (more !== undefined) {
      const second = magnitudeAt(text, end + more.length);
      if (second && new Big(second[1]).lt(first[1])) {
        value = value.plus(new Big(more.replaceAll(/[, ]/gu, '')).times(second[1]));
        end += more.length + second[0].length;
      }
    }
  }
  return { value, end, approximate, magnitude };
}

// 千 and 百 as the first character of another word
function isUnitWord(text: string, at: number): boolean {
  return text.startsWith('千人', at) && /^千人口/u.test(text.slice(at, at + 3));
}

const DIGITS: Readonly<Record<string, number>> = { 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const SCALES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
export const CHINESE_NUMERAL = /[零〇一二两三四五六七八九十百千万亿半]/u;
const CHINESE_RUN = /[零〇一二两三四五六七八九十百千]+(?:[余多]?[万亿][零〇一二两三四五六七八九十百千]*)*/uy;

/** Value of a run of Chinese numerals (三百二十五, 二〇一九, 一亿二千万), or null where it is not well formed. */
export function chineseValue(run: string): Big | null {
  if (/^[零〇一二三四五六七八九]{2,}$/u.test(run)) return new Big([...run].map((c) => DIGITS[c]).join(''));
  let total = new Big(0);
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
      if (section === 0 && total.eq(0)) return null;
      total = total.plus(section).times(c === '万' ? 1e4 : 1e8);
      section = 0;
      digit = null;
      continue;
    }
    return null;
  }
  return total.plus(section + (digit ?? 0));
}

/** Reads a Chinese numeral at `at`: 十五, 三十余, 两千多, 一百二十万. */
export function readChinese(text: string, at: number): Numeral | null {
  CHINESE_RUN.lastIndex = at;
  const run = CHINESE_RUN.exec(text)?.[0];
  if (run === undefined) return null;
  // 百余, 千余
  const value = run === '百' ? new Big(100) : run === '千' ? new Big(1000) : chineseValue(run.replaceAll(/[余多]/gu, ''));
  if (!value) return null;
  return { value, end: at + run.length, approximate: /[余多]/u.test(run), magnitude: /[万亿千百]/u.test(run) };
}
