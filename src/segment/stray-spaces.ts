// Stray spaces inside numbers and units, as converters and typists leave them: 1 2家, 2 315 张, 6. 3%, 3.2 万 人 次.
import type { Span } from '../model/document.js';
import type { Tear } from '../text/mended.js';

interface SpacePattern {
  readonly pattern: RegExp;
  /** True where the two sides might as well be two numbers. */
  readonly doubtful: boolean;
}

/** Behind these words a number is a mark of its own, also before another number: 表1 12家医院, 附件2 35人名单. */
const MARKED = '(?<!(?:[表图栏注第]|附[件表录]|之)[ ]?)';
// an item's number stands at the start of a line or behind the end of a sentence: 1. 3家医院
const INSIDE = '(?<=[一-龥(、,~—-] ?)';
/** What comes in fractions; 2. 3家 is an item and its text. */
const FRACTIONAL = '(?= ?(?:[%‰万亿倍元岁天吨克升分]|个?百分点|平方|公里|公顷|亩|/))';

const PATTERNS: readonly SpacePattern[] = [
  // 2 315 张, 1 204 560人次: groups of three
  {
    pattern: new RegExp(String.raw`${MARKED}(?<![\d.,] ?)[1-9]\d{0,2}(?: \d{3})+(?![\d,])(?=(?:\.\d+)? ?[余多]?[一-龥%‰/])`, 'gu'),
    doubtful: false,
  },
  // 12, 345人次
  { pattern: /(?<![\d.,])[1-9]\d{0,2}(?:, ?\d{3})*, \d{3}(?![\d,])(?= ?[余多]?[一-龥%‰])/gu, doubtful: false },
  // 6. 3%, 6 .3%, 4 2 . 1%
  {
    pattern: new RegExp(String.raw`${INSIDE}(?:\d{1,6}|\d \d) ?\. ?\d(?: ?\d){0,2}(?![\d.])${FRACTIONAL}`, 'gu'),
    doubtful: false,
  },
  // 4 2.1%
  { pattern: new RegExp(String.raw`${MARKED}${INSIDE}\d \d{1,2}\.\d{1,3}(?![\d.])${FRACTIONAL}`, 'gu'), doubtful: true },
  // 20 22年, 2 0 2 2 年
  { pattern: /(?<!\d ?)(?:1 ?9|2 ?0) ?\d ?\d(?= ?年)/gu, doubtful: false },
  // 1 2家, 31 5张, 1 26人, 1 2月
  {
    pattern: new RegExp(String.raw`${MARKED}${INSIDE}(?!(?:19|20)\d\d )(?:\d{1,4} \d|\d \d{1,3})(?![\d.,])(?= ?[一-龥%‰])`, 'gu'),
    doubtful: true,
  },
  // 3.2 万 人次, 4600 万 元
  { pattern: /(?<=\d ?)[余多]?[万亿千百] +(?=[人元户份例剂支件张个名台家条场次项])/gu, doubtful: false },
  // 126 人 次, 2.3个 百分 点, 3600平 方 米
  {
    pattern: /(?<=[\d万亿余多] ?)(?:[人例剂户] 次|个 ?百 ?分 ?点|百 ?分 ?点|平 ?方 ?(?:公 ?里|米)|公 里|工 ?作 ?日|小 时|分 钟)/gu,
    doubtful: false,
  },
  // 18.6 / 10 万
  { pattern: /(?<=\d) ?\/ ?1 ?0 ?万/gu, doubtful: false },
  // 全 年 完 成 诊 疗: letter by letter
  { pattern: /(?:[一-龥] ){3,}[一-龥]/gu, doubtful: false },
];

/** Spaces to take out of a stretch of folded text, in order. A line of figures set side by side is no such stretch. */
export function straySpaces(text: string, { start, end }: Span): Tear[] {
  const line = text.slice(start, end);
  if (!/[\d一-龥] |[\d]\. /u.test(line)) return [];
  const tears = new Map<number, Tear>();
  for (const { pattern, doubtful } of PATTERNS) {
    for (const match of line.matchAll(pattern)) {
      for (const space of match[0].matchAll(/ +/gu)) {
        const at = start + match.index + space.index;
        if (!tears.has(at)) tears.set(at, { start: at, end: at + space[0].length, doubtful });
      }
    }
  }
  return [...tears.values()].sort((a, b) => a.start - b.start);
}
