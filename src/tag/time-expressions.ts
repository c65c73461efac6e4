// Reads expressions of time in a sentence: 2018年上半年, 1—6月, 截至5月底, “十三五”期间, 自2017年启动以来, 去年同期. Source of the forms:
// GB/T 7408 for dates, 国民经济核算 usage for periods.
import type { Span } from '../model/document.js';
import { ERAS, SAME_ERA } from '../rules/eras.js';
import { signBehind } from '../text/behind-number.js';
import { Characters } from '../text/characters.js';
import { fiveYearPlan } from './five-year-plans.js';

/** What a figure covers: null where the text leaves a bound open. ISO dates. */
export interface Period {
  readonly year: number | null;
  readonly start: string | null;
  readonly end: string | null;
}

/** What an expression is resolved against. */
export interface TimeContext {
  /** The year that 今年 is. */
  readonly now: number | null;
  /** The year of writing, where `now` is a later one that a heading plans for. */
  readonly written?: number | null;
  /** The year of a part of a year without one (上半年). */
  readonly year: number | null;
  /** The period spoken of so far, for 同期 and 本月. */
  readonly current: Period | null;
}

export type TimeKind =
  /** A year or a part of one, a span of years. */
  | 'scope'
  /** 截至5月底, 年末, 2016年底前, 到2025年 */
  | 'until'
  /** 2015年以来 */
  | 'since'
  /** 去年, 上年, 前年: of one clause, if nothing else is said */
  | 'last'
  /** 去年同期 */
  | 'same'
  /** 目前, 现有: back to the report's own year */
  | 'now';

export interface TimeExpression extends Span {
  readonly kind: TimeKind;
  /** True where a year is named or meant, so that it does not depend on what was said before. */
  readonly dated: boolean;
  readonly resolve: (context: TimeContext) => Period;
}

const pad = (n: number): string => String(n).padStart(2, '0');
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const lastDay = (year: number, month: number): number => (month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);
const first = (year: number, month = 1, day = 1): string => `${year}-${pad(month)}-${pad(day)}`;
const last = (year: number, month = 12, day = lastDay(year, month)): string =>
  `${year}-${pad(month)}-${pad(Math.min(day, lastDay(year, month)))}`;

const DIGITS = '〇一二三四五六七八九';
/** 2019, 二〇一九, 十二, 二十一, 元 (月) */
function numberOf(text: string): number {
  if (/^\d+$/u.test(text)) return Number(text);
  if (text === '元') return 1;
  if (text.length === 4) return Number([...text].map((c) => DIGITS.indexOf(c === '零' ? '〇' : c)).join(''));
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const ten = text.includes('十') ? (tens ? DIGITS.indexOf(tens) : 1) * 10 : 0;
  return ten + (ones ? DIGITS.indexOf(ones) : 0);
}

// 2019, 二〇一九
const YEAR = '(?:(?<!\\d)(?:19|20)\\d{2}|[一二][〇零一二三四五六七八九]{3})';
// 12, 十二, 元
const MONTH = '(?:(?<!\\d)(?:1[0-2]|0?[1-9])|十[一二]?|[一二三四五六七八九元])';
const DAY = '(?:3[01]|[12]\\d|0?[1-9]|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])';
const TO = '(?: ?(?:[-—~]{1,2}|至|到) ?)';
// 上半年, 第二季度, 前10个月
const PART = `(?<part>上半年|下半年|前三季度|[一1]${TO}[三3]季度|第?[一二三四1-4]季度|前(?:\\d{1,2}|[二三四五六七八九十]{1,2})个月|全年)`;
// 3月, 3月上旬, 5月底, 12月25日零时
const CLOCK = '(?:(?:\\d{1,2}|[零〇一二三四五六七八九十]{1,3})[时点]整?)';
const DATE = `(?<m>${MONTH})月(?:份(?!额)|(?<third>[上中下]旬)|(?<mend>底|末)|初)?(?: ?(?<d>${DAY})[日号]${CLOCK}?)?`;
const RELATIVE = '(?:今年|本年度|本年|去年|上一年度|上一年|上年度|上年|前年|明年|来年|下一年度)';
const SHIFTS: readonly (readonly [RegExp, number])[] = [
  [/^(?:今年|本年)/u, 0],
  [/^(?:去年|上)/u, -1],
  [/^前年/u, -2],
  [/^(?:明年|来年|下一)/u, 1],
];
const shiftOf = (word: string): number => SHIFTS.find(([pattern]) => pattern.test(word))?.[1] ?? 0;

/** Months of a part of a year. */
function monthsOf(part: string): [number, number] | null {
  if (/^上半年/u.test(part)) return [1, 6];
  if (/^下半年/u.test(part)) return [7, 12];
  if (/前三季度|[一1][-—~至到]{1,2}[三3]季度/u.test(part)) return [1, 9];
  const quarter = /([一二三四1-4])季度/u.exec(part);
  if (quarter) {
    const q = numberOf(quarter[1] as string);
    return [q * 3 - 2, q * 3];
  }
  const running = /^前(\d{1,2}|[二三四五六七八九十]{1,2})个月/u.exec(part);
  return running ? [1, numberOf(running[1] as string)] : null;
}

const year = (y: number | null, start: string | null, end: string | null): Period => ({ year: y, start, end });
const NOTHING = year(null, null, null);

interface Groups {
  readonly [name: string]: string | undefined;
}

interface TimeRule {
  /** What may stand behind the numbers that it begins with: see `signBehind`. Like `words`, it only saves trying the pattern where it cannot match. */
  readonly signs?: string;
  /** The two characters that it begins with where these are no number. */
  readonly words?: readonly string[];
  readonly pattern: RegExp;
  /** Null where the match is no expression of time after all. */
  read(match: Groups): { kind: TimeKind; dated: boolean; resolve: (context: TimeContext) => Period } | null;
}

const yearFrom =
  (y: string | undefined, relative: string | undefined) =>
  (context: TimeContext): number | null => {
    if (y) return numberOf(y);
    // under 五、2010年工作打算, in a report of 2009, 明年 is 2010
    if (relative && shiftOf(relative) > 0 && context.written !== undefined && context.written !== null)
      return context.written + shiftOf(relative);
    if (relative) return context.now === null ? null : context.now + shiftOf(relative);
    return context.year;
  };

const RELATIVE_OPENS = ['今年', '本年', '去年', '上年', '上一', '前年', '明年', '来年', '下一'];
const pairs = (first: string, second: string): string[] => [...first].flatMap((a) => [...second].map((b) => a + b));

/** Tried in this order where an expression may begin. */
export const TIME_RULES: readonly TimeRule[] = [
  {
    signs: '年月元',
    words: [...RELATIVE_OPENS, ...pairs('元', '月-—~至到 ')],
    // 2014年10月1日至2015年7月31日, 2019年10月—2020年3月, 1-6月, 9月1日至15日, 元—10月, 一至六月
    pattern: new RegExp(
      `(?:(?<y1>${YEAR}) ?年 ?|(?<rel>${RELATIVE}))?(?<m1>${MONTH})(?<unit>月份?)? ?(?:(?<d1>${DAY})[日号])?${TO}(?:(?<y2>${YEAR}) ?年 ?)?(?:(?<m2>${MONTH})月份?)? ?(?:(?<d2>${DAY})[日号])?${CLOCK}?`,
      'uy',
    ),
    read(g) {
      const { y1, rel, m1, unit, d1, y2, m2, d2 } = g;
      // 5-6 without 月 or 日 is a range of something else
      if (!m1 || (!m2 && !(d1 && d2)) || (!unit && (d1 || d2 || y2))) return null;
      const from = yearFrom(y1, rel);
      return {
        kind: 'scope',
        dated: Boolean(y1 || rel),
        resolve(context) {
          const startMonth = numberOf(m1);
          const endMonth = m2 ? numberOf(m2) : startMonth;
          const endYear = y2 ? numberOf(y2) : from(context);
          if (endYear === null) return NOTHING;
          // 12月至2月 of a year began in the year before
          const startYear =
            y1 || !y2
              ? y1 || startMonth <= endMonth
                ? (from(context) ?? endYear)
                : endYear - 1
              : endYear - (startMonth > endMonth ? 1 : 0);
          return year(
            endYear,
            first(startYear, startMonth, d1 ? numberOf(d1) : 1),
            d2 ? last(endYear, endMonth, numberOf(d2)) : last(endYear, endMonth),
          );
        },
      };
    },
  },
  {
    // 2015.3—2015.8: the sign behind it says nothing, `rulesAt` looks for the point
    pattern:
      /(?<!\d)(?<y1>(?:19|20)\d{2})\.(?<m1>1[0-2]|0?[1-9]) ?(?:[-—~]{1,2}|至|到) ?(?<y2>(?:19|20)\d{2})\.(?<m2>1[0-2]|0?[1-9])(?!\d)/uy,
    read: ({ y1, m1, y2, m2 }) => ({
      kind: 'scope',
      dated: true,
      resolve: () => year(Number(y2), first(Number(y1), Number(m1)), last(Number(y2), Number(m2))),
    }),
  },
  {
    signs: '年度学',
    // 2016—2020年, 2019至2021年度, 2018—2019学年
    pattern: new RegExp(`(?<y1>${YEAR}) ?年?度?${TO}(?<y2>${YEAR}|\\d{2}(?=年|学年)) ?(?:(?<school>学年)|年(?:度|期间|间)?)`, 'uy'),
    read: ({ y1, y2, school }) => ({
      kind: 'scope',
      dated: true,
      resolve() {
        const from = numberOf(y1 as string);
        const to = (y2 as string).length === 2 ? Math.floor(from / 100) * 100 + Number(y2) : numberOf(y2 as string);
        return school ? year(to, first(from, 9), last(to, 8)) : year(to, first(from), last(to));
      },
    }),
  },
  {
    signs: '、和与及',
    // 2018、2019、2020年分别: the first ones of a row of years
    pattern: /(?<y>(?<!\d)(?:19|20)\d{2})(?= ?[、和与及] ?(?:19|20)\d{2} ?(?:[、和与及] ?(?:19|20)\d{2} ?){0,6}年)/uy,
    read: ({ y }) => ({ kind: 'scope', dated: true, resolve: () => year(Number(y), first(Number(y)), last(Number(y))) }),
  },
  {
    signs: '年统参医',
    words: RELATIVE_OPENS,
    // 2018年上半年, 今年前三季度, 去年同期, 2019年6月11日, 2018年末, 2020年6月底前, 明年底前, 2019年
    pattern: new RegExp(
      `(?:(?<y>${YEAR}) ?(?:年度?|统计年度|参合年度|参保年度|医保年度)|(?<rel>${RELATIVE}))(?:的(?=[上下同前]))? ?(?:(?<same>(?:[一-龥]{2,4})?同期)|${PART}|${DATE}|(?<end>年?[末底](?!子|数)|年?终))?(?<by>以前|之前|前)?`,
      'uy',
    ),
    read: readDated,
  },
  {
    signs: '月季',
    words: ['上半', '下半', '全年', '年末', '年底', '元月', ...pairs('前', '0123456789二三四五六七八九十')],
    // 上半年, 前三季度, 3月份, 5月底前, 10月1日; the year is the one spoken of
    pattern: new RegExp(`(?:(?<same>同期)|${PART}|${DATE}|(?<end>年[末底](?!子|数)))(?<by>以前|之前|前)?`, 'uy'),
    read: (g) => (g.same ? null : readDated(g)),
  },
  {
    signs: '”"规期时以末初',
    words: ['“十', '"十', ...pairs('“"', '六七八九')],
    // “十三五”期间, “十二五”末, “十四五”以来; 十五 and 九五 are five-year plans between quotation marks
    pattern: /(?:[“"]?(?<n>十[一二三四五]五)[”"]?|[“"](?<old>十五|[六七八九]五)[”"])(?:规划)?(?<part>期间|时期|以来|期?[末初])/uy,
    read: ({ n, old, part }) => planPeriod((n ?? old) as string, part as string),
  },
  {
    words: ['民国', '光绪', '宣统'],
    // 民国32年(1943年)
    pattern: /(?<era>民国|光绪|宣统)(?<n>\d{1,2}|元|[一二三四五六七八九十]{1,3})年(?: ?[((](?:公元)?(?<y>1[89]\d{2})年?[))])?/uy,
    read: ({ era, n, y }) => {
      const then = y ? Number(y) : ERAS[era as keyof typeof ERAS] + numberOf(n as string);
      return { kind: 'scope', dated: true, resolve: () => year(then, first(then), last(then)) };
    },
  },
  {
    signs: '年',
    // 民国29年开办,|31年增设分院
    pattern: new RegExp(SAME_ERA, 'uy'),
    read: ({ n }) => {
      const then = ERAS.民国 + Number(n);
      return { kind: 'scope', dated: true, resolve: () => year(then, first(then), last(then)) };
    },
  },
  {
    words: ['翌年', '次年'],
    pattern: /翌年|次年/uy,
    read: () => ({
      kind: 'scope',
      dated: false,
      resolve: ({ year: y, current }) => {
        const before = current?.year ?? y;
        return before === null ? NOTHING : year(before + 1, first(before + 1), last(before + 1));
      },
    }),
  },
  {
    signs: '年',
    words: ['过去', ...pairs('近这', '0123456789一二两三四五六七八九十')],
    // 五年来, 近三年, 过去五年, 一年来
    pattern: /(?<![几数])(?<near>近|过去|这)?(?<n>\d{1,2}|[一二两三四五六七八九十]{1,2})年(?<since>多?来|间|以来)?/uy,
    read({ near, n, since }) {
      if (!near && !since) return null;
      const years = n === '两' ? 2 : numberOf(n as string);
      if (years < 1 || years > 30) return null;
      return {
        kind: 'scope',
        dated: true,
        resolve: ({ now }) => (now === null ? NOTHING : year(now, first(now - years + 1), last(now))),
      };
    },
  },
  {
    words: ['本月', '当月', '上月', '月末', '月底', '本季', '上季', '季末', '年内', '年初', '本周', '当周', '上周'],
    // 本月, 当月, 上月, 本周, 本季度, 上季度, 月末, 季末: of the period the report covers
    pattern: /(?<word>本月底|本月|当月|上月|月末|月底|本季度|上季度|季末|年内|年初|[本当上]周(?!期))/uy,
    read: ({ word }) => readRunning(word as string),
  },
  {
    words: ['截至', '截止', '目前', '当前', '如今', ...pairs('现', '有共占设开编辖拥')],
    pattern: /截[至止]目前|目前|如今|现(?:有|共|占地|设|开放|编制|辖|拥有)|当前(?!吸烟|用药)/uy,
    read: () => ({ kind: 'now', dated: true, resolve: ({ now }) => year(now, null, null) }),
  },
];

function planPeriod(n: string, part: string): ReturnType<TimeRule['read']> {
  const plan = fiveYearPlan(n);
  if (!plan) return null;
  const { from, to } = plan;
  if (part === '以来') return { kind: 'since', dated: true, resolve: ({ now }) => year(now, first(from), null) };
  if (part.endsWith('初')) return { kind: 'until', dated: true, resolve: () => year(from, null, first(from)) };
  const ends = /末$/u.test(part);
  return { kind: ends ? 'until' : 'scope', dated: true, resolve: () => year(to, ends ? null : first(from), last(to)) };
}

function readDated({ y, rel, same, part, m, third, mend, d, end, by }: Groups): ReturnType<TimeRule['read']> {
  const of = yearFrom(y, rel);
  const dated = Boolean(y || rel);
  const shift = rel ? shiftOf(rel) : 0;
  const kind: TimeKind = same ? 'same' : by || mend || end ? 'until' : shift < 0 ? 'last' : 'scope';
  const until = kind === 'until';
  return {
    kind,
    dated,
    resolve(context) {
      const at = of(context);
      if (at === null) return NOTHING;
      if (same) return samePeriod(at, context.current);
      if (m) {
        const month = numberOf(m);
        const [from, to] = third ? THIRDS[third as keyof typeof THIRDS] : [1, 31];
        const day = d ? numberOf(d) : null;
        return year(at, until ? null : first(at, month, day ?? from), last(at, month, day ?? to));
      }
      const months = part ? monthsOf(part) : null;
      if (months) return year(at, until ? null : first(at, months[0]), last(at, months[1]));
      return year(at, until ? null : first(at), last(at));
    },
  };
}

const THIRDS = { 上旬: [1, 10], 中旬: [11, 20], 下旬: [21, 31] } as const;

/** The same months of another year. */
function samePeriod(at: number, current: Period | null): Period {
  if (!current?.start || !current.end) return year(at, null, null);
  const shift = at - Number(current.end.slice(0, 4));
  const moved = (date: string): string => {
    const [yy, mm, dd] = date.split('-').map(Number) as [number, number, number];
    return `${yy + shift}-${pad(mm)}-${pad(Math.min(dd, lastDay(yy + shift, mm)))}`;
  };
  return year(at, moved(current.start), moved(current.end));
}

function readRunning(word: string): ReturnType<TimeRule['read']> {
  if (word === '年内')
    return { kind: 'scope', dated: true, resolve: ({ now }) => (now === null ? NOTHING : year(now, first(now), last(now))) };
  if (word === '年初') return { kind: 'until', dated: false, resolve: ({ year: y }) => year(y, null, null) };
  const back = /^上/u.test(word);
  // which days those are, no report of a week says where its figures stand
  if (word.endsWith('周')) return { kind: back ? 'last' : 'scope', dated: false, resolve: ({ year: y }) => year(y, null, null) };
  const ends = /[末底]$/u.test(word);
  const length = word.includes('季') ? 3 : 1;
  return {
    kind: ends ? 'until' : back ? 'last' : 'scope',
    dated: false,
    resolve({ year: y, current }) {
      if (!current?.end) return year(y, null, null);
      let [yy, mm] = current.end.split('-').map(Number) as [number, number];
      if (back) mm -= length;
      if (mm < 1) {
        mm += 12;
        yy--;
      }
      return year(yy, ends ? null : first(yy, mm - length + 1), last(yy, mm));
    },
  };
}

const DIGIT = new Characters('0123456789');
const NUMBER_OPENS = new Characters('0123456789一二三四五六七八九十');
const OPENS = new Characters('0123456789一二三四五六七八九十元今本去上明来前下全当年月季“"近过这截目现如民光宣翌次');

const NO_RULES: readonly TimeRule[] = [];
const BY_SIGN = new Map(
  [...new Set(TIME_RULES.flatMap(({ signs }) => [...(signs ?? '')]))].map((sign) => [
    sign,
    TIME_RULES.filter(({ signs }) => signs?.includes(sign)),
  ]),
);
/** By the codes of the first and of the second character. */
const BY_WORD = new Map<number, Map<number, TimeRule[]>>();
for (const rule of TIME_RULES) {
  for (const word of rule.words ?? []) {
    const seconds = BY_WORD.get(word.charCodeAt(0)) ?? new Map<number, TimeRule[]>();
    BY_WORD.set(word.charCodeAt(0), seconds.set(word.charCodeAt(1), [...(seconds.get(word.charCodeAt(1)) ?? []), rule]));
  }
}

/** The rules whose expressions may begin at `at`, in their order: most numbers are followed by no sign of a time. */
export function rulesAt(text: string, at: number): readonly TimeRule[] {
  if (!NUMBER_OPENS.at(text, at)) return BY_WORD.get(text.charCodeAt(at))?.get(text.charCodeAt(at + 1)) ?? NO_RULES;
  const sign = signBehind(text, at);
  return sign === undefined || text[at + 4] === '.' ? TIME_RULES : (BY_SIGN.get(sign) ?? NO_RULES);
}

// 自2012年12月公立医院改革|以来, 2006年7月启动|至今: what lies between is what began then
const SINCE = /^(?:[^,。;:()、\d]{0,16}?)(?:以来|至今)|^起(?![草诉点步码])/u;
// 下降到2020年的8.5/10万 tells when, 到2025年 tells until when
const UNTIL_BEFORE = /(?:截[至止]到?|(?<![降升增减加少高低缩提长大落])(?:到|至)) ?$/u;

/** The expressions that begin between two offsets of `text`, in order. */
export function timeExpressions(text: string, from = 0, to = text.length): TimeExpression[] {
  const found: TimeExpression[] = [];
  let at = OPENS.next(text, from, to);
  while (at < to) {
    const rules = rulesAt(text, at);
    const expression = rules.length > 0 ? expressionAt(rules, text, at) : null;
    if (expression) found.push(expression);
    // where a number begins nothing, no part of it does
    const next = expression ? expression.end : rules.length === 0 && DIGIT.at(text, at) ? DIGIT.past(text, at, to) : at + 1;
    at = OPENS.next(text, next, to);
  }
  return found;
}

function expressionAt(rules: readonly TimeRule[], text: string, start: number): TimeExpression | null {
  for (const rule of rules) {
    rule.pattern.lastIndex = start;
    const match = rule.pattern.exec(text);
    if (!match || match[0] === '') continue;
    const read = rule.read(match.groups ?? {});
    if (!read) continue;
    const end = start + match[0].length;
    const { kind, dated, resolve } = read;
    const since = kind === 'scope' || kind === 'last' ? SINCE.exec(text.slice(end, end + 20)) : null;
    if (since && !/(?:多?来|间)$/u.test(match[0]))
      return {
        start,
        end: end + since[0].length,
        kind: 'since',
        dated: true,
        resolve: (context) => year(context.now, resolve(context).start, null),
      };
    const until = kind === 'scope' && UNTIL_BEFORE.test(text.slice(Math.max(0, start - 4), start)) && text[end] !== '的';
    if (until) {
      const untilThen = (context: TimeContext): Period => {
        const period = resolve(context);
        return year(period.year, null, period.end);
      };
      return { start, end, kind: 'until', dated, resolve: untilThen };
    }
    return { start, end, kind, dated, resolve };
  }
  return null;
}
