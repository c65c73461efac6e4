// The year and period of the whole report: from its title, its dates, its text.
import { fiveYearPlan } from './five-year-plans.js';
import { timeExpressions } from './time-expressions.js';

const YEARS = /(?<![\d.])(?:19[89]\d|20[0-4]\d)(?= ?年|[-—~至]|上|下|半|\.\d{1,2}\.|\/|统计年度|参合年度)/gu;
// 成立于1988年, 〔2019〕, 较2008年同期, 2015年中期目标, 到2030年, 是2010年的1.7倍, 2006年启动以来: years the report is not about
const NOT_OWN_YEAR =
  /(?:始建|创建|创办|创立|成立|组建|设立|落成|建院|更名|建)于(?:19|20)\d{2} ?年|[〔[(](?:19|20)\d{2}[〕\])]|(?:19|20)\d{2} ?年的 ?[\d.]+倍|(?:较|比|与|从|由|到|(?<!截)至|预计|力争|争取|计划于|将于|有望) ?(?:19|20)\d{2} ?年|(?:19|20)\d{2} ?年(?:规划|中期|目标|版|[^,。;\n]{0,16}?(?:以来|至今))/gu;
const GENRE = /(?:总结|报告|公报|年鉴|计划|规划|要点|方案|情况|工作|统计|通报|汇报|谋划|安排|意见|统计公报|简报|月报|监测|分析)/u;
const ANNUAL = /(?:总结|小结|工作情况)/u;
const PART_OF_YEAR = /(?:半年|季度|\d月|月份|本[月周季]|月度)/u;
const PLANNING = /(?:计划|要点|规划|谋划|思路|安排)/u;
// …“十四五”规划, 三年行动方案(2018—2020年)
const MULTI_YEAR_PLAN = /(?:规划|计划|方案|纲要|行动)[》”"]?(?:[(][^()]*[)])?[》”"]?(?:的通知)?$/u;
// (2021年10月15日), 富政发〔2021〕23号 2021年10月15日: no title
const DATED_LINE =
  /^[(]?[^,。]{0,24}?(?:19|20)\d{2}年\d{1,2}月\d{1,2}日[)]?$|^(?:[一-龥]{2,6}[:] ?)?(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}/u;
// 二〇一九年
const SPELLED_YEAR = /[一二][〇零一二三四五六七八九]{3}(?= ?年)/gu;
const NUMERALS = '〇一二三四五六七八九';
// a line that is a date and little else: 2020-01-06, (2019年2月26日), 发布时间:2021-01-08, 二零一二年十二月二十八日
const DATE_LINE =
  /^[^\S\n]*[((]?(?:[一-龥]{2,6}[::] ?)?(?<y>(?:19|20)\d{2}) ?[-/.年] ?(?<m>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]) ?(?:[-/.月]|$)[^\n]{0,26}$/gmu;
// 县卫生健康局 2020年7月, (市疾控中心 2012年1月5日): signed and dated
const SIGNED_LINE =
  /^[^\S\n]*[((]?[一-龥]{2,20}[局委会办院站所处科厅部府心][^\S\n]*(?<y>(?:19|20)\d{2}) ?[-/.年] ?(?<m>1[0-2]|0?[1-9])(?: ?[-/.月] ?(?:\d{1,2}[日号]?)?)?[))]?[^\S\n]*$/gmu;
// 《凤庆年鉴》2016卷, 《南华年鉴2020》, 年鉴(2018): a yearbook reports on the year before
const YEARBOOK = /年鉴[》”"]?[ ·]*[((]?((?:19|20)\d{2})[))]?/u;
// 卫生健康事业发展统计公报(2019)
const BRACKETED = /(?:公报|报告|总结|情况)[((]((?:19|20)\d{2})(?:年度?)?[))]/u;
// 至2009年底,全县有…: how things stood, where nothing else tells the year
const STOOD = /(?<=^|[\n。】:]\s*)至 ?((?:19|20)\d{2}) ?年 ?年?[底末]/u;
// 1988年至2003年, 《青田县志:1988~2007》: an account of many years is one of the last of them
const SPAN_OF_YEARS =
  /(?<![\d.((〔])(?:19|20)\d{2} ?年? ?[-—~至到]{1,2} ?((?:19|20)\d{2})(?: ?年(?![^,。;]{0,6}(?:规划|计划|行动|方案|目标)))?(?![\d.年])/gu;
/** In a title also between brackets: 主要业务数据(2018—2022年). */
const SPAN_IN_TITLE = /(?<![\d.])(?:19|20)\d{2} ?年? ?[-—~至到]{1,2} ?((?:19|20)\d{2})(?: ?年)?(?![\d.年])/gu;
// 卫函〔2023〕82号: the year of a document that says no other
const DOCUMENT_NUMBER = /[一-龥][〔[(]((?:19|20)\d{2})[〕\])][^\S\n]?(?:第 ?)?\d{1,4} ?号/u;
// 1988年,…。1999年,…: the years that sentences open with
const OPENING_YEAR = /(?<=^|[\n。;:】 ]\s*)(?:至|到|从|自)?((?:19|20)\d{2}) ?年/gu;
/** So many make a chronicle. */
const CHRONICLE_MIN = 3;
// 2006年01月09日08:34: when a page was put up
const TIMED = /((?:19|20)\d{2}) ?年 ?(\d{1,2}) ?月 ?\d{1,2} ?日 ?\d{1,2}:\d{2}/u;
const ANSWER = /(?:提案|建议|议案)[^,。]{0,12}(?:答复|复函|回复)/u;
const LAST_YEAR = /去年/u;
const NAMED_YEAR = /(?:19|20)\d{2} ?年/u;
// 本报3月18日讯, 记者从…获悉
const NEWS_LEAD = /(?:本报|本网|讯[(]|[日报社网]讯|记者)/u;
const FIRST_WORDS = 600;
const THIS_YEAR = /(?<![去前])今年/gu;
/** A summary that appears in these months is one of the year before. */
const LATE_MONTHS = 3;
const ANY_YEAR = /(?<!\d)(1[89]\d\d|20\d\d) ?年/gu;
const BARE_YEAR = /(?<![\d.A-Za-z〔[(-])20\d{2}(?=[,，:：!！。 ]|$)/u;
const INTRODUCED = /(?:介绍|通报|发布)(?:了|我[省市县区])?((?:19|20)\d{2}) ?年[^,。\d]{0,24}(?:情况|工作|成效|进展|公报)/u;
/** Years that a chronicle leads through at least. */
const GENERATION = 10;
const NOW_AHEAD = /今年[^。]{0,16}将/u;
/** Characters from a year on in which it is told to be one to come. */
const AHEAD_REACH = 24;
const LONG_AGO = 5;
const STALE = 2;

export interface ReportTime {
  readonly year: number | null;
  /** First and last year of a plan over several years, which reviews what was before them. */
  readonly plan: { readonly from: number; readonly to: number } | null;
  /** Last year of the five-year plan that the title speaks of: that of its 规划目标. */
  readonly aim: number | null;
  /** The year the text was written in, where it plans for a later one: its 今年 and 明年. */
  readonly written: number | null;
  /** True where the title or a date of publication tells when the report was written. */
  readonly dated: boolean;
  /** True where year after year is told of, so that the latest one named is the one spoken of. */
  readonly chronicle: boolean;
  /** True for an account of a whole year, whose 下一步 is the next one. */
  readonly annual: boolean;
  /** True where no word of the text tells a year, and the name of its file does. */
  readonly byFileName: boolean;
  /** The period the whole report covers, where its title says so (上半年). */
  readonly start: string | null;
  readonly end: string | null;
}

interface Published {
  readonly year: number;
  readonly month: number | null;
}

/** Year of the report from its title lines, else its text, else a publication date. `furniture` are the lines that are no text. */
export function reportTime(titles: readonly string[], body: string, furniture: string): ReportTime {
  const plain = titles.map(digits);
  const text = digits(body);
  const published = publication(`${digits(furniture)}\n${text}`);
  const planned = plain.some((t) => PLANNING.test(t)) && !plain.some((t) => /总结/u.test(t));
  const annual = plain.some((t) => ANNUAL.test(t) && !PART_OF_YEAR.test(t));
  const plan = planSpan(plain);
  const aim = plan?.to ?? plain.map(fiveYears).find((span) => span !== null)?.to ?? null;
  // 健康甘肃2030规划: what a title looks forward to is no year of the report
  const latest = published ? published.year + 1 : Number.POSITIVE_INFINITY;
  const named =
    plan?.to ??
    titleYear(plain, latest) ??
    looksBackOn(plain, published) ??
    introducedYear(text) ??
    assessedYear(plain, text) ??
    reviewedPlan(plain, planned);
  const told = text.replace(DATE_LINE, '').replace(SIGNED_LINE, '').replace(TIMED, '');
  // 对市政协第126号提案的答复: of the day it was given
  const answered = published !== null && plain.some((t) => ANSWER.test(t)) ? published.year : null;
  const year = named ?? answered ?? textYear(told, published, annual, yearbookYear(plain), planned);
  // a plan over several years is written in its first one or before
  const earliest = plan ? plan.from - 1 : year === null ? null : year - 1;
  const before = planned && year !== null && earliest !== null && published && published.year >= earliest && published.year < year;
  const written = before
    ? published.year
    : plan
      ? plan.from
      : named === null && looksBack(told, year, published)
        ? (year as number) + 1
        : year;
  const part = year === null || plan ? null : titlePeriod(plain, year);
  const chronicle = !planned && !annual && new Set([...told.matchAll(OPENING_YEAR)].map((m) => m[1])).size >= CHRONICLE_MIN;
  const common = { year, plan, aim, written, chronicle, dated: named !== null || published !== null, byFileName: false };
  return part ? { ...common, annual: false, ...part } : { ...common, annual, start: null, end: null };
}

// boshan-2020, 卫生健康局_2019年, but not the serial number in IMG2019 or 20190314
const YEAR_IN_NAME = /(?<![A-Za-z\d])(?:19[5-9]\d|20[0-4]\d)(?![A-Za-z\d])/gu;

/** The same, dated by the name of its file (without folder and extension) where nothing in the text tells a year. */
export function datedByFileName(time: ReportTime, stem: string): ReportTime {
  const years = time.year === null ? [...new Set(stem.match(YEAR_IN_NAME) ?? [])] : [];
  return years.length === 1 ? { ...time, year: Number(years[0]), written: Number(years[0]), byFileName: true } : time;
}

/** 2006年1月9日: 去年…。2005年,…: what appears a year later calls that year 去年. */
function looksBack(text: string, year: number | null, published: Published | null): boolean {
  if (year === null || !LAST_YEAR.test(text)) return false;
  if (published) return published.year === year + 1;
  // 本报3月18日讯 记者获悉,去年…。2021年,…
  const lead = text.slice(0, FIRST_WORDS);
  const first = NAMED_YEAR.exec(lead)?.index ?? FIRST_WORDS;
  if (!NEWS_LEAD.test(lead)) return false;
  // …2018年,…。去年,…。今年,县里将…: what is told by its number is no 今年
  const told = Math.max(...yearsOf(text.replace(NOT_OWN_YEAR, '')));
  // 截至2019年9月底 is this year, 截至2019年12月底 may be the last one
  const present = new RegExp(`(?:今年|本年).{0,3}${year} ?年|${year} ?年 ?(?:1[01]|[1-9]) ?月`, 'u').test(text);
  if (present) return false;
  if (LAST_YEAR.test(lead.slice(0, first))) return true;
  const whole = new RegExp(`${year} ?年(?:,?全[年省市县区州旗]|度(?!的))`, 'u').test(text);
  return told === year && whole && text.includes('今年');
}

const digits = (text: string): string =>
  text.replace(SPELLED_YEAR, (year) => [...year].map((c) => (c === '零' ? 0 : NUMERALS.indexOf(c))).join(''));

function titleYear(titles: readonly string[], latest: number): number | null {
  let year: number | null = null;
  for (const title of titles) {
    if (DATED_LINE.test(title)) continue;
    if (YEARBOOK.test(title) && yearsOf(title.replace(YEARBOOK, '')).length === 0) continue;
    const own = yearsOf(title.replace(SPAN_IN_TITLE, '$1年').replace(/[〔[(]\d{4}[〕\])]/gu, '')).filter((y) => y <= latest);
    if (own.length === 0 || (year !== null && !GENRE.test(title))) continue;
    // 2019年工作总结及2020年工作思路 is a report of 2019
    year = own[0] as number;
    if (GENRE.test(title)) break;
  }
  if (year !== null) return year;
  const named = titles.map((title) => BRACKETED.exec(title)?.[1]).find(Boolean);
  return named ? Number(named) : null;
}

/** 再见2023,一组数字看全年: a year without 年, of a page of that year or of the next one. */
function looksBackOn(titles: readonly string[], published: Published | null): number | null {
  const year = published ? titles.map((title) => BARE_YEAR.exec(title)?.[0]).find(Boolean) : undefined;
  return year !== undefined && published && published.year - Number(year) <= 1 && published.year >= Number(year) ? Number(year) : null;
}

/** 召开新闻发布会,介绍2022年深化医改有关情况: the year that is spoken of, whenever it was. */
function introducedYear(text: string): number | null {
  const year = INTRODUCED.exec(text.slice(0, FIRST_WORDS))?.[1];
  return year ? Number(year) : null;
}

/** “十二五”规划, 行动方案(2018—2020年): the years of a plan over several years. */
function planSpan(titles: readonly string[]): { from: number; to: number } | null {
  for (const title of titles) {
    if (!MULTI_YEAR_PLAN.test(title)) continue;
    const named = fiveYears(title);
    if (named) return named;
    const span = /((?:19|20)\d{2}) ?年?[-—~至]+ ?((?:19|20)\d{2}) ?年?(?!学?度)/u.exec(title);
    if (span && Number(span[2]) > Number(span[1])) return { from: Number(span[1]), to: Number(span[2]) };
  }
  return null;
}

/** The years of a five-year plan that a title names. */
function fiveYears(title: string): { from: number; to: number } | null {
  const named = /十[一二三四五]五|(?<=[“"])(?:十五|[六七八九]五)(?=[”"])/u.exec(title)?.[0];
  return named ? fiveYearPlan(named) : null;
}

/** …规划中期评估报告: the year at whose end things are assessed. */
function assessedYear(titles: readonly string[], text: string): number | null {
  if (!titles.some((title) => /评估/u.test(title))) return null;
  const year = /截[至止]((?:19|20)\d{2})年(?:年?[底末]|12月)/u.exec(text)?.[1];
  return year ? Number(year) : null;
}

/** “六五”期间…的发展: the last year of a plan that is looked back on. */
function reviewedPlan(titles: readonly string[], planned: boolean): number | null {
  const title = planned ? undefined : titles.find((t) => /五[”"]?(?:期间|时期)/u.test(t));
  return title === undefined ? null : (fiveYears(title)?.to ?? null);
}

/** The latest year that a text from another time tells of: a gazetteer put on a page decades later. */
function lastToldOf(text: string, published: number): number | null {
  const told = new Set([...text.matchAll(ANY_YEAR)].map((m) => Number(m[1])));
  const last = Math.max(...told);
  return told.size >= CHRONICLE_MIN && published - last > LONG_AGO ? last : null;
}

/** The last of the years that sentences open with, where they lead through many years. */
function lastOpened(text: string): number | undefined {
  const opened = [...text.matchAll(OPENING_YEAR)].map((m) => Number(m[1]));
  const last = Math.max(...opened);
  return new Set(opened).size >= CHRONICLE_MIN && last - Math.min(...opened) >= GENERATION ? last : undefined;
}

/** 2018年,我区将…: what a year is to bring. */
const isAhead = (text: string, year: number): boolean =>
  new RegExp(`(?<![到至])${year} ?年[^。\\d]{0,16}(?:将|要|计划|拟|打算)`, 'u').test(text);

/** True where a year is never told of but as one to come: 今年以来,…。2018年将筹资…. */
const isAlwaysAhead = (text: string, year: number): boolean =>
  [...text.matchAll(new RegExp(`(?<!\\d)${year} ?年`, 'gu'))].every(({ index }) => isAhead(text.slice(index, index + AHEAD_REACH), year));

const yearbookYear = (titles: readonly string[]): number | null => {
  const volume = titles.map((title) => YEARBOOK.exec(title)?.[1]).find(Boolean);
  return volume ? Number(volume) - 1 : null;
};

/** The year that a text without one in its title speaks of. */
function textYear(text: string, published: Published | null, annual: boolean, yearbook: number | null, planned: boolean): number | null {
  const own = (planned ? text : text.replace(SPAN_OF_YEARS, '$1年')).replace(NOT_OWN_YEAR, '');
  // a year that was yet to come when the text appeared is one that it looks forward to
  const told = (text: string): number[] => yearsOf(text).filter((year) => planned || published === null || year <= published.year);
  const years = told(own);
  const counts = new Map<number, number>();
  for (const y of years) counts.set(y, (counts.get(y) ?? 0) + 1);
  const frequent = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0];
  if (yearbook !== null) return frequent === yearbook || frequent === yearbook + 1 ? frequent : yearbook;
  const opening = told(own.slice(0, FIRST_WORDS))[0];
  // 解放前…。1952年,…。1979年投产。1987年再次调查: a chronicle of many years is one of the last of them
  const last = published || planned ? undefined : lastOpened(own);
  if (last !== undefined) return last;
  // 今年1至10月,…。“2020年,我们打算…”: the year that is to come is the next one
  const next = Math.max(...years);
  const speaks = !published && !planned && text.includes('今年') && !NOW_AHEAD.test(text);
  if (speaks && opening !== undefined && (next - 1 > opening || isAlwaysAhead(text, next)) && isAhead(text, next)) return next - 1;
  // 今年我区将…。2017年,…。2018年,我区将…: the year that is to come is the present one
  if (opening !== undefined && !published && NOW_AHEAD.test(text.slice(0, text.indexOf(String(opening)))) && isAhead(text, opening + 1))
    return opening + 1;
  // 发布时间:2023-11-24 … 2022年,… 今年1—10月,…: what appears late in a year speaks of that year where it says 今年 more often than another
  const thisYear = text.match(THIS_YEAR)?.length ?? 0;
  if (
    published?.month &&
    published.month > LATE_MONTHS &&
    opening !== undefined &&
    opening < published.year &&
    thisYear > (counts.get(opening) ?? 0)
  )
    return published.year;
  // 2015年有63个村没有卫生室。…2018年,诊疗148万人次: one mention of a year long before the latest one told only how it was
  const latest = Math.max(...years.filter((year) => !isAhead(text, year)));
  const once = opening !== undefined && (counts.get(opening) ?? 0) === 1 && opening !== latest;
  if (!published && !planned && !annual && once && latest - (opening as number) > STALE && latest - (opening as number) < GENERATION)
    return latest;
  if (opening !== undefined) {
    const recent = published !== null && published.year - opening >= 0 && published.year - opening <= 1;
    // one mention does not speak for a text of three years later
    const told = published !== null && published.year - opening > STALE && (counts.get(opening) ?? 0) < 2;
    if ((opening === frequent && !told) || !published || recent) return opening;
  }
  const stood = planned ? undefined : STOOD.exec(text)?.[1];
  if (frequent === undefined && stood && (!published || published.year - Number(stood) <= 1)) return Number(stood);
  if (published) {
    const { year, month } = published;
    const last = planned ? null : lastToldOf(text, year);
    if (last !== null) return last;
    // 2024-11-08 … 2018年,…。现有…: what appears late in a year and opens with another one speaks of the year it appears in
    const late = month !== null && month > LATE_MONTHS && opening !== undefined && opening < year - 1;
    if (frequent !== undefined && frequent >= year - (late ? 0 : 1) && frequent <= year) return frequent;
    if (late && !annual) return year;
    // 工作总结 … 2020年1月6日
    return annual && month !== null && month <= LATE_MONTHS ? year - 1 : year;
  }
  const compared = /(?:较|比)((?:19|20)\d{2}) ?年/u.exec(text);
  return frequent ?? (compared ? Number(compared[1]) + 1 : null);
}

/** The last date that stands alone, or is marked as that of publication. */
function publication(text: string): Published | null {
  const alone = [...text.matchAll(DATE_LINE)].map((m) => m.groups as { y: string; m: string });
  const marked = /(?:发布|发表|更新|发文|成文|印发|公开)(?:时间|日期)?[::] ?((?:19|20)\d{2})[-/.年](\d{1,2})/u.exec(text);
  if (marked) return { year: Number(marked[1]), month: Number(marked[2]) };
  const date = alone[0] ?? [...text.matchAll(SIGNED_LINE)].at(-1)?.groups;
  if (date) return { year: Number(date.y), month: /^\d+$/u.test(date.m ?? '') ? Number(date.m) : spelledMonth(date.m ?? '') };
  const dayFirst = /(?<![\d.])\d{1,2}\.(\d{1,2})\.((?:19|20)\d{2})(?![\d.])/u.exec(text);
  if (dayFirst) return { year: Number(dayFirst[2]), month: Number(dayFirst[1]) };
  const bare = TIMED.exec(text) ?? /((?:19|20)\d{2})[-/.](\d{1,2})[-/.]\d{1,2}/u.exec(text);
  if (bare) return { year: Number(bare[1]), month: Number(bare[2]) };
  const numbered = DOCUMENT_NUMBER.exec(text.slice(0, FIRST_WORDS));
  return numbered ? { year: Number(numbered[1]), month: null } : null;
}

const spelledMonth = (month: string): number =>
  month.startsWith('十') ? 10 + Math.max(0, '一二'.indexOf(month[1] ?? '') + 1) : NUMERALS.indexOf(month);

/** 2016年上半年…, 2015年1—9月…, 2018—2019学年…: the part of time that a title names. */
function titlePeriod(titles: readonly string[], year: number): { start: string; end: string } | null {
  for (const title of titles) {
    if (DATED_LINE.test(title)) continue;
    for (const expression of timeExpressions(title)) {
      if (expression.kind !== 'scope') continue;
      const { year: own, start, end } = expression.resolve({ now: year, year, current: null });
      const whole = start?.endsWith('-01-01') && end?.endsWith('-12-31');
      if (start && end && !whole && own === year) return { start, end };
    }
    // 半年工作小结
    if (/(?<![上下])半年/u.test(title)) return { start: `${year}-01-01`, end: `${year}-06-30` };
  }
  return null;
}

function yearsOf(text: string): number[] {
  return [...text.matchAll(YEARS)].map((m) => Number(m[0]));
}
