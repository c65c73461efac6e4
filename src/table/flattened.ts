// Rows of an assessment table that a converter set on one line: target, result, weight and score stand side by side. Which number is which
// is not written, so none of them is a figure.
import type { Span } from '../model/document.js';

const GAP = String.raw`[ \t\u3000]`;
// not \p{Script=Han}, which takes as long to compile as to read a report
const HAN = '[〇一-龥]';
const AMOUNT = String.raw`(?<![\d.,，])\d[\d,，.]{0,20}(?:${GAP}?(?:[%％‰]|/\d{0,2}${HAN}{1,2}|${HAN}{1,2}(?!${HAN})))?`;
const BARE = String.raw`\d[\d.]{0,8}(?![\d%％‰.])`;
const PATTERNS: readonly RegExp[] = [
  // 120场 132场 5 5, 93% 95.1% 10 at the end of a line
  new RegExp(
    `${AMOUNT}(?:${GAP}{1,9}${AMOUNT}){0,8}(?:(?:${GAP}{1,9}${BARE}){2}(?=${GAP}|$)|${GAP}{1,9}${AMOUNT}${GAP}{1,9}${BARE}(?=${GAP}{0,9}$))`,
    'gmu',
  ),
  // 目标35 42万元: no word says what the first is; 2019 12家 is a year and a figure, 表3 12家 a table's number and a figure. Two numbers side
  // by side are looked for first: they are rarer than what may stand before them
  new RegExp(
    `(?=\\d[\\d.]{1,8}${GAP}{1,9}\\d)(?<=(?:(?![表图第件录])${HAN}|[,，、:：])${GAP}{0,2})(?!(?:19|20)\\d\\d${GAP})\\d[\\d.]{1,8}${GAP}{1,9}\\d[\\d.]{1,8}${GAP}?[万亿%％‰](?!月)`,
    'gu',
  ),
  // 92.4% and 10 on lines of their own: the cells of a table, one below the other
  new RegExp(`(?:^${GAP}*(?:[≥≤＞＜><]=?)?${AMOUNT}${GAP}*\\r?\\n){2,}`, 'gmu'),
  // ≥90% 95.2%, ≤5天 4天 10: a bound and what was reached, without a word between them
  new RegExp(`[≥≤＞＜><]=?${GAP}?${AMOUNT}(?:${GAP}{0,9}${AMOUNT}){1,9}`, 'gu'),
];
// 分值10 执行率98.3% 得分9.83
const SCORED = /^.{0,400}(?:分值|权重)[:： \t\u3000]?\d.{0,200}得分[:： \t\u3000]?\d.{0,200}$/gmu;

/** Spans of such rows in `source`, in order. */
export function flattenedRows(source: string): Span[] {
  const spans: Span[] = [];
  for (const pattern of source.includes('得分') ? [...PATTERNS, SCORED] : PATTERNS) {
    for (const match of source.matchAll(pattern)) spans.push({ start: match.index, end: match.index + match[0].length });
  }
  return spans.sort((a, b) => a.start - b.start);
}
