// Year and period of each figure: from the nearest expression of time that is no base of comparison, else from what opened the paragraph,
// its heading, the report.
import type { Figure, Mention, Section, Sentence, Span } from '../model/document.js';
import { isGoalYear } from '../rules/words.js';
import { Characters } from '../text/characters.js';
import { Guarded } from '../text/guarded.js';
import { dealtYears, firstOfSpan, JOINT } from './dealt-years.js';
import { headingKind } from './kind-context.js';
import { hasTurned, isMixed } from './mixed-heading.js';
import type { ReportTime } from './report-time.js';
import { type Period, type TimeContext, type TimeExpression, timeExpressions } from './time-expressions.js';

const COMPARISON_BEFORE = new Guarded(/(?:较|比|与|同|相比|优于|好于|对比|和)(?:上述|历年)?$/u, '较比与同于和');
// 2009年成立, 1958年建院: when something began, not when it was counted
const COMPARISON_AFTER = new Guarded(
  /^(?:同期)?(?:相比|比较)|^[一-龥]{0,4}(?:相比|比较|成立|建立|启动|始建|创办|建[院站所校])|^的?基础上/u,
  '比立启上建办',
);
// 2010年续建的项目
const BEGUN_THEN = /^(?:续建|结转|立项|批复|遗留)/u;
// 始建于1950年,…当时仅有8名医务人员
const BACK_THEN = /(?:当时|(?:初建|建[院站所]|成立|创建|创办)(?:时|之初|初期)|起初|最初)/u;
const BEGAN_WITH = /^[^,。;]{4,24},(?:时|当时|初)?(?:设|有|编制|配备|仅有|占地)(?:有)?[一-龥]{2,6}\d/u;
const FOUNDS = /^[一-龥]{0,4}(?:成立|建立|启动|创办)(?!的|以来|之)/u;
// 始建于1947年, 前身是成立于1952年10月的…
const BEGAN_BEFORE = new Guarded(/(?:始建|新建|建成|兴建|迁建|建|创建|创办|创立|成立|组建|设立|落成|批准|更名)于$/u, '于');
const ORIGIN_BEFORE = new Characters('由从自');
const FIGURE_END = /\d(?:[%‰]|\/10万|[万亿]?[一-龥]{1,3})?$/u;
// 由年初的|1500管, 由7月份的|200份; 2020年初 has its own year
const YEAR_BEGAN = /^(?:年初|\d{1,2}月(?:份|[底末初])?)的?(?:近|约)?$/u;
// 上年结转, 上年度考核: no statement about last year
const LAST_YEAR_STATED = /^(?:同期|末|底|度)?(?:为|是|达|完成|实现|报告|共|的|支出|收入|,|$)/u;
const PLANNED_VALUE = new Guarded(/(?:规划目标|目标值|规划值|预期目标)(?:值|数)?[^,。;]{0,4}$/u, '规目');
/** What may stand between a year and the day in it. */
const UNTIL = /^ ?(?:截[至止]|至)?$/u;
const PAST = /^(?:去年|上年)/u;
const PRESENT = /^(?:今年|目前|本年)/u;
const OPENING = 3;
// 据县卫生局局长介绍,2007年…; 据统计,2016年…
const ATTRIBUTION =
  /^(?:另)?据[^,。]{0,24}?(?:介绍|统计|了解|悉|透露|通报|反映|报道|显示),$|^[一-龥]{0,6}(?:会议|会上|报告|局长|主任|书记)[一-龥]{0,6}(?:指出|强调|介绍|通报|总结|回顾|认为|说),$|^[一-龥]{2,4}(?:介绍说?|表示|指出|说),$|^(?:刚刚|已经)?过去的$/u;
// ——健康水平稳步提高。新增…: a line of a list, with a heading or without
const LIST_MARK = /^(?:[—─-]{1,2}|[•·●○◆■★▪])/u;
const HEADING_MAX = 40;
// 到2025年,…基本建成。具体目标是:
const INTRODUCES = /^[^\n]{0,20}:[ ]*\n/u;
const INTRODUCTION_MAX = 22;
// what may stand before the expression that opens a sentence; blanks of all kinds
const BEFORE_OPENING = new Characters(
  '自从在到至于截止“"【 \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff',
);
/** Expressions before a figure that are looked at, so that time stays linear in a sentence without end. */
const NEAREST = 24;
const ASIDE_MAX = 200;
const HEADING_NEXT_YEAR = /(?:明年|来年|下一年)/u;
const HEADING_NEXT_STEPS = /(?:下一?步|工作打算|工作计划|工作思路|今后工作|努力方向)/u;

const NO_PERIOD: Period = { year: null, start: null, end: null };
const yearOf = ({ year }: Period): Period => ({ year, start: null, end: null });

/** Tags the figures of one document with year and period. */
export class TimeTagger {
  private readonly ofReport: Period;
  private paragraph = -1;
  /** What the sentences of the paragraph take over from its opening: 2018年,… or the year alone. */
  private carried: Period | null = null;
  /** What was carried into the list that the sentence is an item of, and that item. */
  private outside: Period | null = null;
  private item: Section | null = null;
  private ahead: number | null = null;
  private readonly looksAhead: boolean;
  /** True inside a list under a sentence that ends with a colon. */
  private introducesList = false;
  private section: Section | null = null;
  private ofSection: Period | null = null;
  /** Whether a sentence has turned to what is to come, below a heading over two things; null elsewhere. */
  private turned: boolean | null = null;
  private mixed = false;

  constructor(
    private readonly folded: string,
    private readonly report: ReportTime,
  ) {
    this.looksAhead = folded.includes('届时');
    this.ofReport = { year: report.year, start: report.start, end: report.end };
  }

  /** `mentions` are those of the sentence. */
  tag(sentence: Sentence, mentions: readonly Mention[], figures: readonly Figure[]): Period[] {
    return this.tagWith(this.expressionsOf(sentence, mentions), sentence, figures);
  }

  private tagWith(expressions: readonly TimeExpression[], sentence: Sentence, figures: readonly Figure[]): Period[] {
    if (sentence.paragraph !== this.paragraph) {
      this.paragraph = sentence.paragraph;
      if (!this.introduced(sentence)) this.carried = null;
      this.outside = this.carried;
    } else if (sentence.section !== this.item) {
      // (一)2009年参合率力争达到95%。(二)完成建设60所, in a report of 2008: the year of one item is not that of the next
      const other = this.carried !== null && this.carried.year !== this.report.year;
      if (other && this.item?.path.length === sentence.section.path.length) this.carried = this.outside;
      else this.outside = this.carried;
    }
    this.item = sentence.section;
    const before = this.carried;
    const state: SentenceState = {
      sentence,
      expressions,
      bases: [],
      asides: [],
      dealt: dealtYears(this.folded, expressions, figures),
      leaves: false,
      stated: null,
    };
    this.open(state, figures);
    // 预计2026年底投入使用。届时,…
    const then = this.folded.startsWith('届时', sentence.start) ? this.ahead : null;
    if (then !== null) this.carried = { ...NO_PERIOD, year: then };
    // 1949年仅有…。经过多年努力,全市现有…; 2015年启动转岗培训,目前已有…,累计…: the year that opened is left behind
    state.leaves = this.carried !== null && this.isPast(this.carried) && expressions.some(({ kind }) => kind === 'now');
    let passed = 0;
    const periods = figures.map((figure, i) => {
      while (passed < expressions.length && (expressions[passed] as TimeExpression).end <= figure.quantity.start) passed++;
      return this.tagOne(state, figure, passed, figures[i - 1]?.quantity.end ?? sentence.start);
    });
    if (state.leaves) this.carried = null;
    if (then !== null) this.carried = before;
    else if (this.looksAhead) this.ahead = this.yearAhead(expressions, sentence);
    return periods;
  }

  /** The later year than the report's that a sentence ends with (预计2026年底投入使用): that of a 届时 behind it. */
  private yearAhead(expressions: readonly TimeExpression[], sentence: Sentence): number | null {
    const year = expressions.at(-1)?.resolve(this.context(sentence, null)).year ?? null;
    return year !== null && this.report.year !== null && year > this.report.year ? year : null;
  }

  /** True for a year before the one that a report would look back on. */
  private isPast({ year }: Period): boolean {
    return year !== null && this.report.year !== null && year < this.report.year - 1;
  }

  /** Passes a sentence without figures: what it opens with may hold for a list below it, or for the next sentences. */
  pass(sentence: Sentence, mentions: readonly Mention[]): void {
    const expressions = this.expressionsOf(sentence, mentions);
    if (this.looksAhead) this.ahead = this.yearAhead(expressions, sentence);
    const introduces = INTRODUCES.test(this.folded.slice(sentence.end - 1, sentence.end + INTRODUCTION_MAX));
    // 2007年,全省卫生事业取得了…。全年…; the summary of a year comes back to it by itself
    const tells =
      (this.report.chronicle || !this.report.annual) && expressions.length > 0 && this.lastOfChain(expressions) === expressions.at(-1);
    if (introduces || tells) this.tagWith(expressions, sentence, []);
  }

  /** 到2025年,…,具体目标是: holds for the list below it. */
  private introduced({ start }: Sentence): boolean {
    const before = this.folded.slice(Math.max(0, start - HEADING_MAX), start);
    const line = before.lastIndexOf('\n') + 1;
    const list = LIST_MARK.test(`${before.slice(line)}${this.folded[start]}`.trimStart());
    this.introducesList = list && (before.slice(0, line).trimEnd().endsWith(':') || this.introducesList);
    return this.introducesList;
  }

  private expressionsOf(sentence: Sentence, mentions: readonly Mention[]): TimeExpression[] {
    let first = 0;
    return timeExpressions(this.folded, sentence.start, sentence.end).filter((e) => {
      while (first < mentions.length && (mentions[first] as Mention).end <= e.start) first++;
      for (let i = first; i < mentions.length && (mentions[i] as Mention).start < e.end; i++) {
        if (this.isNoTime(mentions[i] as Mention, e)) return false;
      }
      return true;
    });
  }

  /** 3-5月龄, 《2019年工作要点》, 〔2019〕12号; 十三五 in quotes is one. */
  private isNoTime(m: Mention, e: TimeExpression): boolean {
    return (
      m.class === 'quantity' ||
      m.class === 'document-number' ||
      m.class === 'identifier' ||
      m.class === 'furniture' ||
      (m.rule === 'quoted-name' && !/[六七八九十].?五/u.test(this.folded.slice(e.start, e.end)))
    );
  }

  /** What the sentence hands on to the next ones of its paragraph. */
  private open(state: SentenceState, figures: readonly Figure[]): void {
    const { sentence } = state;
    const [earliest] = state.expressions;
    if (!earliest || !this.standsFirst(earliest, sentence) || this.isBase(state, 0)) return;
    const opener = this.lastOfChain(state.expressions);
    // 2024年度居民医保缴费…: a name, no opening
    if (/度$/u.test(this.folded.slice(opener.start, opener.end)) && /^[^,全我本该各]/u.test(this.folded.slice(opener.end, opener.end + 1)))
      return;
    // 去年底还有3217户,今年已有2864户脱贫。: the sentence has come back to the present
    if (
      PAST.test(this.folded.slice(opener.start, opener.end)) &&
      state.expressions.some((e) => e.start > opener.end && PRESENT.test(this.folded.slice(e.start, e.end)))
    ) {
      this.carried = null;
      return;
    }
    const context = this.context(sentence, null);
    const period = opener.resolve(context);
    if (opener.kind === 'now' || opener.kind === 'since') this.carried = null;
    else if (opener.kind === 'until') this.carried = opener.dated ? yearOf(period) : this.carried;
    else if (opener.kind === 'scope' || (opener.kind === 'last' && figures.length > 0 && this.standsAlone(opener)))
      this.carried = opener.kind === 'last' ? yearOf(period) : period;
  }

  private standsFirst({ start }: Span, sentence: Sentence): boolean {
    const from = BEFORE_OPENING.past(this.folded, sentence.start, start);
    return start - from <= OPENING || ATTRIBUTION.test(this.folded.slice(from, start).trimEnd());
  }

  /** 2004年、2005年,…: the latest of the years that a sentence opens with. */
  private lastOfChain(expressions: readonly TimeExpression[]): TimeExpression {
    let at = 0;
    while (at + 1 < expressions.length && this.joined(expressions[at] as TimeExpression, expressions[at + 1] as TimeExpression)) at++;
    return expressions[at] as TimeExpression;
  }

  /** `passed` counts the expressions before the figure; the figure before it ends at `since`. */
  private tagOne(state: SentenceState, figure: Figure, passed: number, since: number): Period {
    const { sentence, expressions, dealt } = state;
    const at = figure.quantity.start;
    const dated = figure.dated;
    if (dated) {
      const own =
        expressions.find((e) => e.start < dated.end && e.end > dated.start) ??
        timeExpressions(this.folded.slice(dated.start, dated.end))[0];
      const period = own?.resolve(this.context(sentence, null));
      if (period?.year != null) return period;
    }
    // 由97.1%(2003年)上升到98.9%: of the figure before it, and of no other
    const beside = expressions.find((e) => e.start === figure.quantity.end + 1 && this.isBeside(e))?.resolve(this.context(sentence, null));
    if (beside?.year != null) return beside;
    const aimed = this.aimedAt(figure, expressions);
    if (aimed) return aimed;
    const given = dealt.get(figure);
    if (given) return given.resolve(this.context(sentence, null));
    const from = Math.max(0, passed - NEAREST);
    if (figure.aspect === 'baseline') {
      const before = expressions.slice(from, passed).filter((_, i) => !this.inClosedAside(state, from + i, at));
      return this.baseline(sentence, figure, before);
    }
    let current: Period | null = null;
    let opened: Period | null = null;
    let governing: TimeExpression | null = null;
    let openedYear: number | null = null;
    for (let i = from; i < passed; i++) {
      const e = expressions[i] as TimeExpression;
      if (this.inClosedAside(state, i, at) || this.isBase(state, i) || !this.governs(e, figure, since, state)) continue;
      // 2020年…;2022年截至11月30日: of the year just before it
      const beside: number | null =
        governing !== null && UNTIL.test(this.folded.slice(governing.end, e.start)) ? (current?.year ?? null) : null;
      const period = e.resolve(this.context(sentence, current, beside ?? openedYear));
      // 今年以来,截至10月31日: from the one to the other
      if (e.kind === 'until' && governing?.kind === 'since' && opened?.start && period.end && !this.figureBetween(governing, e, sentence))
        current = { year: period.year, start: opened.start, end: period.end };
      else current = period;
      opened = period;
      governing = e;
      // 2018年上半年…,下半年…: the year that opened the sentence; 而2016年…;全年…: not that one
      if (e.dated && this.opens(e, sentence)) openedYear = period.year;
    }
    if (governing?.kind === 'last' && figure.aspect === 'level' && this.folded.slice(governing.start, governing.end).includes('年'))
      state.stated = governing;
    if (current && current.year !== null) return current;
    return this.inherited(sentence);
  }

  /** 2022年降至2.9‰,规划目标为5‰: the target of the plan that the report speaks of. */
  private aimedAt({ clause, quantity }: Figure, expressions: readonly TimeExpression[]): Period | null {
    const { aim } = this.report;
    if (aim === null || !PLANNED_VALUE.test(this.folded.slice(clause.start, quantity.start))) return null;
    return expressions.some((e) => e.start >= clause.start && e.end <= quantity.start) ? null : { ...NO_PERIOD, year: aim };
  }

  private figureBetween(a: Span, b: Span, sentence: Sentence): boolean {
    return sentence.clauses.some((c) => c.quantities.some((q) => q.start >= a.end && q.end <= b.start));
  }

  /** What holds where the sentence itself says nothing. */
  private inherited(sentence: Sentence): Period {
    return this.carried ?? this.headingPeriod(sentence) ?? this.ofReport;
  }

  /** `year` is that of the expression before, where the sentence opened with it. */
  private context(sentence: Sentence, current: Period | null, year: number | null = null): TimeContext {
    const inherited = this.inherited(sentence);
    const written = this.report.written ?? this.report.year;
    const headed = this.headingPeriod(sentence)?.year ?? null;
    return {
      // under 三、2021年工作打算, 年内 is 2021
      now: headed ?? written,
      written: headed !== null && written !== null && headed > written ? written : null,
      year: year ?? inherited.year,
      current: current?.end ? current : inherited.end ? inherited : null,
    };
  }

  private governs(e: TimeExpression, figure: Figure, since: number, { sentence, leaves, stated }: SentenceState): boolean {
    const at = figure.quantity.start;
    if (e.kind === 'since' && figure.aspect === 'change' && /(?:增|减|升|降)/u.test(this.folded.slice(e.end, e.end + 2))) return false;
    if (e.kind === 'now') return leaves || e.start >= figure.clause.start || this.opens(e, sentence);
    if (e.kind !== 'last' && e.kind !== 'same') return true;
    // 是去年同期的1.8倍 is a figure of this year
    const held = e === stated && e.kind === 'last';
    // 去年人均预期寿命78.4岁,比“十二五”末提高1.9岁
    if (figure.aspect === 'change' || figure.quantity.dimension === 'multiple') return held && !/[;]/u.test(this.folded.slice(e.end, at));
    if (this.opens(e, sentence) && this.standsAlone(e)) return true;
    // 去年检查6.3万人,查出1.2万例: what a figure was told of holds on
    if (held && (this.opens(e, sentence) || !/[;]/u.test(this.folded.slice(e.end, at)))) return true;
    const from = figure.rule.startsWith('respectively') ? figure.clause.start : Math.max(figure.clause.start, since);
    if (e.start < from && !(e.end <= figure.clause.start && this.standsAlone(e) && e.start >= since)) return false;
    const word = this.folded.slice(e.start, e.end);
    return !/^上/u.test(word) || e.kind === 'same' || LAST_YEAR_STATED.test(this.folded.slice(e.end, Math.max(at, e.end + 1)).trimStart());
  }

  /** 468例(2011年为512例),治愈率: a date in a bracket with a figure of its own says nothing of what follows; (2月4日至10日) does. */
  private inClosedAside({ expressions, asides }: SentenceState, index: number, at: number): boolean {
    const e = expressions[index] as TimeExpression;
    const { end } = e;
    if (at > end && this.isBeside(e)) return true;
    if (at - end > ASIDE_MAX) return false;
    asides[index] ??= this.asideFrom(end);
    return asides[index] < at;
  }

  /** True for a date that fills a bracket right behind a figure. */
  private isBeside({ start, end }: TimeExpression): boolean {
    return (
      this.folded[start - 1] === '(' && this.folded[end] === ')' && FIGURE_END.test(this.folded.slice(Math.max(0, start - 14), start - 1))
    );
  }

  /** Where the bracket closes in which `start` stands with a figure behind it; infinity where there is none. */
  private asideFrom(start: number): number {
    const behind = this.folded.slice(start, start + ASIDE_MAX);
    const close = behind.indexOf(')');
    const inner = behind.slice(0, Math.max(0, close));
    return close >= 0 && !inner.includes('(') && /\d/u.test(inner) ? start + close : Number.POSITIVE_INFINITY;
  }

  private opens(e: TimeExpression, sentence: Sentence): boolean {
    return e.start - sentence.start <= OPENING;
  }

  /** 去年,… : a clause of its own. */
  private standsAlone(e: TimeExpression): boolean {
    return /^[,:]/u.test(this.folded.slice(e.end));
  }

  private joined(a: Span, b: Span): boolean {
    return JOINT.test(this.folded.slice(a.end, Math.max(a.end, b.start)));
  }

  /** True for a date that only says what the figure is compared with, or where it came from. */
  private isBase({ expressions, bases, sentence }: SentenceState, index: number): boolean {
    bases[index] ??= this.comparesOrStarts(expressions, index, sentence);
    return bases[index];
  }

  private comparesOrStarts(expressions: readonly TimeExpression[], index: number, sentence: Sentence): boolean {
    const e = expressions[index] as TimeExpression;
    // 较2018年和2019年: what holds for the first of a chain holds for all
    let first = index;
    while (
      first > 0 &&
      index - first < NEAREST &&
      this.joined(expressions[first - 1] as TimeExpression, expressions[first] as TimeExpression)
    )
      first--;
    const opening = (expressions[first] as TimeExpression).start;
    if (COMPARISON_BEFORE.test(this.folded.slice(Math.max(0, opening - 5), opening))) return true;
    if (e.kind !== 'since' && ORIGIN_BEFORE.at(this.folded, e.start - 1)) return true;
    const began = BEGAN_BEFORE.test(this.folded.slice(Math.max(0, e.start - 5), e.start));
    if (began) return !BACK_THEN.test(this.folded.slice(e.end, sentence.end));
    if (isGoalYear(this.folded, e)) return true;
    const after = this.folded.slice(e.end, e.end + 9);
    // 是2019年的1.8倍
    const share = /^的 ?\d[\d.]*(倍|%)/u.exec(after);
    if (share && (share[1] === '倍' || /[是为于]$/u.test(this.folded.slice(Math.max(0, e.start - 1), e.start)))) return true;
    if (BEGUN_THEN.test(after)) return true;
    if (!COMPARISON_AFTER.test(after)) return false;
    // 1952年成立县医院,设病床30张,…: how it was then
    if (FOUNDS.test(after) && BEGAN_WITH.test(this.folded.slice(e.end, e.end + 36))) return false;
    // 2018年成立医共体2个 counts what began then; 2018年成立的, 2018年成立,… do not
    return !(FOUNDS.test(after) && /\d/u.test(/^[^,。;]*/u.exec(this.folded.slice(e.end, e.end + 24))?.[0] ?? ''));
  }

  /** The earlier value of a from-to pair has a year only where its own words give one. */
  private baseline(sentence: Sentence, figure: Figure, before: readonly TimeExpression[]): Period {
    const bracketed = figure.clause.separator === '(';
    const own = before
      .filter((e) => e.start >= figure.clause.start || (bracketed && e.end >= figure.clause.start - 1))
      .filter((e) => e.kind !== 'since' && !/^(?:相比|比较)/u.test(this.folded.slice(e.end, e.end + 2)))
      .at(-1);
    const latest = before.at(-1);
    // 1991年至2007年,管理率由15%提高到88.4%: from the first year of the span to its last
    const from = latest ? firstOfSpan(this.folded, latest) : null;
    if (from !== null) return { ...NO_PERIOD, year: from };
    const scope = before.findLast((e) => e !== own && e.kind === 'scope')?.resolve(this.context(sentence, null)) ?? null;
    // 由年初的1500管提升到6000管: at the beginning of the year that is told of
    if (own && YEAR_BEGAN.test(this.folded.slice(own.start, figure.quantity.start)))
      return { ...NO_PERIOD, year: own.resolve(this.context(sentence, scope)).year };
    if (!own || (own.kind !== 'last' && own.kind !== 'same' && !own.dated)) return NO_PERIOD;
    const origin = ORIGIN_BEFORE.at(this.folded, own.start - 1) || own.kind === 'last' || own.kind === 'same';
    const compared = COMPARISON_BEFORE.test(this.folded.slice(Math.max(0, own.start - 5), own.start));
    if (!origin && !compared && /(?:由|从)/u.test(this.folded.slice(own.end, figure.quantity.start))) return NO_PERIOD;
    return own.resolve(this.context(sentence, scope));
  }

  private headingPeriod({ section, end }: Sentence): Period | null {
    if (section !== this.section) this.mixed = section.path.some(isMixed);
    const turned = this.mixed ? hasTurned(this.folded, section.start, end) : null;
    if (section !== this.section || turned !== this.turned) {
      this.section = section;
      this.turned = turned;
      this.ofSection = this.periodOf(turned === false ? section.path.filter((heading) => !isMixed(heading)) : section.path);
    }
    return this.ofSection;
  }

  /** The period that the innermost heading with one says. */
  private periodOf(path: readonly string[]): Period | null {
    const { year: reportYear, written, annual } = this.report;
    for (const heading of [...path].reverse()) {
      const expressions = timeExpressions(heading).filter((e) => e.kind === 'scope' || e.kind === 'last' || e.kind === 'until');
      const own = expressions.at(-1);
      if (own) {
        const period = own.resolve({ now: written ?? reportYear, year: reportYear, current: null });
        const whole =
          period.start?.endsWith('-01-01') && period.end?.endsWith('-12-31') && period.start.slice(0, 4) === period.end.slice(0, 4);
        if (period.year !== null) return whole || own.kind === 'until' ? yearOf(period) : period;
      }
      if (reportYear !== null && (HEADING_NEXT_YEAR.test(heading) || (annual && HEADING_NEXT_STEPS.test(heading))))
        return { year: reportYear + 1, start: null, end: null };
    }
    const { plan } = this.report;
    const kind = plan ? path.map(headingKind).findLast((k) => k !== null) : null;
    // what a plan looks back on is how things stood before it
    return plan && kind === 'actual' ? { year: plan.from - 1, start: null, end: null } : null;
  }
}

interface SentenceState {
  readonly sentence: Sentence;
  readonly expressions: readonly TimeExpression[];
  /** Whether each expression is a base of comparison, as far as it was asked. */
  readonly bases: boolean[];
  /** Where the bracket of each closes, as far as it was asked: see `asideFrom`. */
  readonly asides: number[];
  readonly dealt: ReadonlyMap<Figure, TimeExpression>;
  /** True where the sentence comes back from a past that the one before told of. */
  leaves: boolean;
  /** The 去年 that the latest level was told of. */
  stated: TimeExpression | null;
}
