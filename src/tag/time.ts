// Year and period: of the report from its title and dates, of each figure from the nearest date that is no base of comparison.
import type { Figure, Mention, Sentence } from '../model/document.js';
import { isGoalYear } from '../rules/words.js';

export interface Period {
  readonly year: number | null;
  readonly start: string | null;
  readonly end: string | null;
}

const YEARS = /(?<![\d.])(?:19[89]\d|20[0-4]\d)(?= ?年|[-—~至]|上|下|半|\.\d{1,2}\.|\/)/gu;
// 〔2019〕, 较2008年同期, 2015年中期目标, 到2030年: years the report is not about
const NOT_OWN_YEAR =
  /[〔[(](?:19|20)\d{2}[〕\])]|(?:较|比|与|从|由|到|(?<!截)至) ?(?:19|20)\d{2} ?年|(?:19|20)\d{2} ?年(?:规划|中期|目标|版)/gu;
const GENRE = /(?:总结|报告|公报|年鉴|计划|规划|要点|方案|情况|工作|统计|通报|汇报|谋划|安排|意见|统计公报)/u;
const HALF = /(?:上半年|半年)/u;

export interface ReportTime {
  readonly year: number | null;
  /** The year the text was written in, where it plans for a later one: its 今年 and 明年. */
  readonly written: number | null;
  /** True for an account of a whole year, whose 下一步 is the next one. */
  readonly annual: boolean;
  /** The period the whole report covers, where its title says so (上半年). */
  readonly start: string | null;
  readonly end: string | null;
}

/** Year of the report from its title lines, else its text, else a publication date. `lines` are all lines, furniture included. */
export function reportTime(titles: readonly string[], body: string, furniture: string): ReportTime {
  let year: number | null = null;
  let half = false;
  for (const title of titles) {
    const own = yearsOf(title.replace(/[〔[(]\d{4}[〕\])]/gu, ''));
    const range = /(?:19|20)\d{2}年?[-—~至](?:19|20)\d{2}年/u.test(title);
    if (own.length === 0) continue;
    if (year === null || GENRE.test(title)) {
      // 2019年工作总结及2020年工作思路 is a report of 2019
      year = (range ? own.at(-1) : own[0]) as number;
      half = HALF.test(title);
      if (GENRE.test(title)) break;
    }
  }
  // 卫生健康事业发展统计公报(2019); the year of a yearbook's title is the next one
  if (year === null) {
    const named = titles.map((t) => /(?:公报|报告|总结|情况)[((]((?:19|20)\d{2})(?:年度?)?[))]/u.exec(t)?.[1]).find(Boolean);
    if (named) year = Number(named);
  }
  if (year === null) {
    const published = yearsOf(furniture)[0] ?? /(?:19|20)\d{2}(?=-\d{2}-\d{2})/u.exec(furniture)?.[0];
    const own = body.replace(NOT_OWN_YEAR, '');
    const compared = /(?:较|比)((?:19|20)\d{2}) ?年/u.exec(body);
    const first = yearsOf(own.slice(0, 600));
    const counts = new Map<number, number>();
    for (const y of yearsOf(own)) counts.set(y, (counts.get(y) ?? 0) + 1);
    const frequent = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0];
    const opening = first[0];
    const recent = opening !== undefined && published !== undefined && Number(published) - opening >= 0 && Number(published) - opening <= 1;
    if (opening !== undefined && (opening === frequent || !published || recent)) year = opening;
    else if (published !== undefined) {
      const p = Number(published);
      year = frequent !== undefined && frequent >= p - 1 && frequent <= p ? frequent : p;
    } else year = frequent ?? (compared ? Number(compared[1]) + 1 : null);
  }
  if (year === null) {
    const published = /(?:19|20)\d{2}(?=[-/.]\d{1,2}[-/.]\d{1,2})/u.exec(furniture);
    year = published ? Number(published[0]) : null;
  }
  const published = Number(/(?:19|20)\d{2}(?=[-/.年]\d{1,2}[-/.月]\d{1,2})/u.exec(furniture)?.[0] ?? Number.NaN);
  const planned = titles.some((t) => /(?:计划|要点|规划|谋划|思路|安排)/u.test(t)) && !titles.some((t) => /总结/u.test(t));
  const written = planned && year !== null && published === year - 1 ? published : year;
  const annual = titles.some((t) => /(?:总结|小结|工作情况)/u.test(t) && !/(?:半年|季度|\d月)/u.test(t));
  return half && year !== null
    ? { year, written, annual: false, start: `${year}-01-01`, end: `${year}-06-30` }
    : { year, written, annual, start: null, end: null };
}

function yearsOf(text: string): number[] {
  return [...text.matchAll(YEARS)].map((m) => Number(m[0]));
}

const COMPARISON_BEFORE = /(?:较|比|与|同|相比|优于|好于|对比|和)$/u;
const ORIGIN_BEFORE = /(?:由|从|自)$/u;
const COMPARISON_AFTER = /^(?:同期|[一-龥]{0,4})?(?:相比|比较|以来|起|成立|建立|启动)/u;
// 2005年以来 opens a span that lasts until the report's year
const SPAN = /(?:以来|起)$/u;
const LAST_YEAR = /(?:去年|上年度?(?=为|完成|实现|同期为|末为|的)|上一年度?(?=为|的))/u;
const NEXT_YEAR = /(?:明年|来年|下一年度)/u;
const THIS_YEAR = /(?:今年|本年|目前|截至目前|截止目前|现有|现共|至今|全年)/u;

interface YearSource {
  readonly year: number;
  readonly mention: Mention | null;
}

/** Tags the figures of one document with year and period. */
export class TimeTagger {
  private paragraph = -1;
  private paragraphSource: YearSource | null = null;

  constructor(
    private readonly folded: string,
    private readonly report: ReportTime,
  ) {}

  /** `dates` are the date mentions of the sentence. */
  tag(sentence: Sentence, dates: readonly Mention[], figures: readonly Figure[]): Period[] {
    if (sentence.paragraph !== this.paragraph) {
      this.paragraph = sentence.paragraph;
      this.paragraphSource = null;
    }
    const opening = this.openingYear(sentence, dates);
    const opener = this.folded.slice(sentence.start, sentence.start + 12);
    if (opening) this.paragraphSource = opening;
    else if (THIS_YEAR.test(opener)) this.paragraphSource = null;
    return figures.map((figure, i) => this.tagOne(sentence, dates, figure, figures[i - 1]?.quantity.end ?? sentence.start));
  }

  private openingYear(sentence: Sentence, dates: readonly Mention[]): YearSource | null {
    const opener = dates[0];
    if (!opener || opener.start - sentence.start > 3) return null;
    // 2014年10月1日至2015年7月31日: the year it ends in
    const next = dates[1];
    const first = next && /^ ?(?:至|到|[-—~]{1,2}) ?$/u.test(this.folded.slice(opener.end, next.start)) ? next : opener;
    const year = yearIn(this.folded.slice(first.start, first.end));
    if (year === null || SPAN.test(this.folded.slice(first.start, first.end))) return null;
    if (/^(?:[一-龥]{0,3})(?:以来|起|成立)/u.test(this.folded.slice(first.end))) return null;
    return { year, mention: first };
  }

  private tagOne(sentence: Sentence, dates: readonly Mention[], figure: Figure, since: number): Period {
    const at = figure.quantity.start;
    if (figure.dated) {
      const own = yearIn(this.folded.slice(figure.dated.start, figure.dated.end));
      if (own !== null) return whole(own);
    }
    const candidates = dates.filter((d) => d.end <= at && !this.isBase(d, figure.aspect === 'baseline'));
    const withYear = candidates.filter((d) => yearIn(this.folded.slice(d.start, d.end)) !== null);
    const nearest = withYear.at(-1) ?? null;
    // 去年分别为63.1%和60.8%: holds for the whole list
    const from = figure.rule.startsWith('respectively') ? figure.clause.start : since;
    const clauseText = this.folded.slice(Math.max(figure.clause.start, from), at);
    const monthOnly = candidates.at(-1);
    // 去年3月: the month's own year word
    const word =
      monthOnly && !nearest
        ? /(去年|上年|今年|明年)$/u.exec(this.folded.slice(Math.max(0, monthOnly.start - 2), monthOnly.start))?.[1]
        : undefined;
    if (word && this.report.year !== null && figure.aspect !== 'baseline' && !THIS_YEAR.test(this.folded.slice(monthOnly?.end, at))) {
      const shift = word === '明年' ? 1 : word === '今年' ? 0 : -1;
      return periodOf(
        (this.report.written ?? this.report.year) + shift,
        this.folded.slice(monthOnly?.start, (monthOnly?.end ?? at) + 4),
        '',
        this.report,
      );
    }
    let year: number | null = nearest ? yearIn(this.folded.slice(nearest.start, nearest.end)) : null;
    const base = this.report.year;
    if (figure.aspect === 'baseline') {
      const own = nearest && nearest.start >= figure.clause.start ? year : null;
      if (own !== null) return { year: own, start: null, end: null };
      const current = this.paragraphSource?.year ?? base;
      if (current !== null && /(?:去年|上年|上一年)/u.test(this.folded.slice(Math.max(figure.clause.start - 8, sentence.start), at)))
        return { year: current - 1, start: null, end: null };
      return { year: null, start: null, end: null };
    }
    if (nearest && nearest.start < figure.clause.start && base !== null && year !== null && THIS_YEAR.test(clauseText)) year = base;
    if (base !== null && figure.aspect !== 'change') {
      const now = this.report.written ?? base;
      // 是去年同期的1.8倍 is a figure of this year
      if (
        figure.quantity.dimension !== 'multiple' &&
        LAST_YEAR.test(clauseText) &&
        !/(?:较|比|与|同)[^,]{0,2}(?:去年|上年)/u.test(clauseText)
      )
        return whole(now - 1);
      if (NEXT_YEAR.test(clauseText)) return whole(now + 1);
      if (now !== base && /今年/u.test(this.folded.slice(sentence.start, at))) return { year: now, start: null, end: null };
    }
    const local = candidates.filter((d) => d.start >= figure.clause.start).at(-1) ?? candidates.at(-1) ?? null;
    year ??= planEnd(this.folded.slice(sentence.start, at)) ?? this.paragraphSource?.year ?? this.headingYear(sentence) ?? base;
    const span = local ? this.folded.slice(local.start, local.end + 4) : '';
    const scope = this.folded.slice(Math.max(sentence.start, (local?.start ?? sentence.start) - 4), at);
    return periodOf(year, span, scope, this.report);
  }

  private isBase(date: Mention, baseline: boolean): boolean {
    if (baseline) return /^(?:相比|比较)/u.test(this.folded.slice(date.end, date.end + 4));
    const before = this.folded.slice(Math.max(0, date.start - 2), date.start);
    if (COMPARISON_BEFORE.test(before) || SPAN.test(this.folded.slice(date.start, date.end))) return true;
    if (isGoalYear(this.folded, date)) return true;
    if (ORIGIN_BEFORE.test(before)) return true;
    // 是2019年的1.8倍
    const share = /^的 ?\d[\d.]*(倍|%)/u.exec(this.folded.slice(date.end, date.end + 9));
    if (share && (share[1] === '倍' || /[是为于]$/u.test(before))) return true;
    return COMPARISON_AFTER.test(this.folded.slice(date.end, date.end + 8));
  }

  private headingYear(sentence: Sentence): number | null {
    for (const heading of [...sentence.section.path].reverse()) {
      const own = yearsOf(heading).at(-1);
      if (own !== undefined) return own;
      const next =
        /(?:明年|来年|下一年)/u.test(heading) ||
        (this.report.annual && /(?:下一?步|工作打算|工作计划|工作思路|今后工作|努力方向)/u.test(heading));
      if (next && this.report.year !== null) return this.report.year + 1;
    }
    return null;
  }
}

// 到“十四五”末, 力争“十三五”期末: the last year of the five-year plan; the tenth ended in 2005
function planEnd(before: string): number | null {
  const plan = /(?:到|至)[“"]?十(一|二|三|四|五)五[”"]?(?:规划)?(?:期)?末/u.exec(before)?.[1];
  return plan ? 2005 + 5 * ('一二三四五'.indexOf(plan) + 1) : null;
}

function yearIn(date: string): number | null {
  const all = [...date.matchAll(/(?:19|20)\d{2}/gu)];
  const last = all.at(-1)?.[0];
  return last === undefined ? null : Number(last);
}

const whole = (year: number): Period => ({ year, start: `${year}-01-01`, end: `${year}-12-31` });
const pad = (n: number): string => String(n).padStart(2, '0');
const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
const QUARTERS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, 1: 1, 2: 2, 3: 3, 4: 4 };

function periodOf(year: number | null, span: string, scope: string, report: ReportTime): Period {
  if (year === null) return { year, start: null, end: null };
  const day = (month: number, date: number): string => `${year}-${pad(month)}-${pad(date)}`;
  // 2016—2020年
  const years = [...span.matchAll(/(?:19|20)\d{2}/gu)].map((m) => Number(m[0]));
  if (years.length === 2) return { year, start: `${years[0]}-01-01`, end: `${years[1]}-12-31` };
  // 1-6月
  const months = /(\d{1,2}) ?[-—~至到]+ ?(\d{1,2}) ?月/u.exec(span);
  if (months && Number(months[2]) <= 12)
    return { year, start: day(Number(months[1]), 1), end: day(Number(months[2]), lastDay(year, Number(months[2]))) };
  const one = /(\d{1,2}) ?月 ?(?:(\d{1,2}) ?[日号])?/u.exec(span);
  if (one && Number(one[1]) >= 1 && Number(one[1]) <= 12) {
    const month = Number(one[1]);
    const end = one[2] ? Number(one[2]) : lastDay(year, month);
    const until = /(?:截[至止]|至|底|末|前)/u.test(scope);
    return { year, start: until ? null : one[2] ? day(month, end) : day(month, 1), end: day(month, Math.min(end, lastDay(year, month))) };
  }
  const quarter = /(?:第)?([一二三四1-4])季度/u.exec(scope);
  if (/(?:前三季度|1[-—至]3季度)/u.test(scope)) return { year, start: day(1, 1), end: day(9, 30) };
  if (quarter) {
    const q = QUARTERS[quarter[1] as string] as number;
    return { year, start: day(q * 3 - 2, 1), end: day(q * 3, lastDay(year, q * 3)) };
  }
  if (/上半年/u.test(scope)) return { year, start: day(1, 1), end: day(6, 30) };
  if (/下半年/u.test(scope)) return { year, start: day(7, 1), end: day(12, 31) };
  if (/(?:年底|年末)/u.test(scope) || /年[末底]/u.test(span)) return { year, start: null, end: day(12, 31) };
  if (/全年/u.test(scope)) return { year, start: day(1, 1), end: day(12, 31) };
  if (year === report.year && report.start) return { year, start: report.start, end: report.end };
  if (/^(?:19|20)\d{2} ?年(?!度?[末底初])/u.test(span)) return { year, start: day(1, 1), end: day(12, 31) };
  return { year, start: null, end: null };
}
