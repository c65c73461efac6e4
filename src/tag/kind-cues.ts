// What the words around one figure say of its kind.
import type { Figure } from '../model/document.js';
import type { Kind } from '../model/record.js';
import {
  ACCORDING,
  ACTUAL_CUES,
  AIMED_MOVE,
  AS_GOAL,
  ASCERTAINED,
  CARRIED_CUES,
  COMPARED_CUES,
  CONTROL_CUES,
  CUES_BEFORE,
  ENSURED,
  FLOOR_WITH_TERM,
  FREQUENCY,
  FUTURE_CUES,
  OBSERVED_SHARE,
  REACHED_CUES,
  RULED_ACTION,
  STANDARD_ANY,
  STANDARD_CLAUSE,
  STANDARD_DURATION,
  STANDARD_LABEL,
  STANDARD_NAMED,
  STANDARD_UNIT_CONTEXT,
  TARGET_BEFORE,
  TARGET_BEHIND,
  TARGET_CUES,
  TARGET_OUTSIDE,
  TASKS_FOLLOW,
} from '../rules/kinds.js';
import { Guarded, type Sibling } from '../text/guarded.js';
import type { KindContext } from './kind-context.js';

/** The kind of the figure before, and of the total. */
export interface Carried {
  readonly previous: Kind | null;
  readonly total: Kind | null;
  readonly previousFigure: Figure | null;
  readonly previousAimed: boolean;
}

/** Characters before a figure in which the list that it may stand on is looked for. */
const LIST_MAX = 600;
const LIST_OVER = /\n ?(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]+[章节部]|【|[^\n。:(]{2,24}\n)/u;
const SPAN_TOLD = /自(?:19|20)\d{2}年[^,。;]{0,12}至(?:19|20)\d{2}年/u;
const DONE = /(?:已|实际|完成|截[至止]|目前)/u;
const RULED_DIMENSIONS: ReadonlySet<string> = new Set(['money', 'ratio', 'duration', 'multiple', 'points']);
// 平均住院日不超过8天: measured, not ruled
const AVERAGE_STAY = /平均住院[日天]/u;
const ALREADY_PLANNED = /(?:占|完成|达到|[较比超]|高于|低于|优于|好于)[^,]{0,14}(?:计划|目标|任务)[^,]{0,8}/gu;
// 不低于|64%: what FLOOR_WITH_TERM ends with
const FLOOR = new Guarded(/于/u, '于');
const OF_STANDARD = new Guarded(/^[^,。;]{0,8}的(?:标准|规定)/u, '的', 9);
const AS_RULED = /按(?:照)?[^,。;]{0,8}规定,[^。;]*$/u;
// 报销|83%
const SHARE_PAID = new Guarded(/(?:报销|救助|补偿|自费)(?:了)?(?:为|达到?)?$/u, '销助偿费');
const FULFILS = /(?<!未|将|要|应|须|需|拟|待|能|力争|确保|争取)完成了?[^。;]*$/u;
const OF_TASK = /^的[^,。;]{0,8}任务/u;
const AMONG_THEM = /^[一-龥()、]{0,18}中,?(?:已|目前|现)/u;
// 限额|15万元, 每所补助|30万元: rules of any amount
const RULED_SUM = /限额|封顶|最高|每[个所家村院站室张台床名人](?:中心|机构|单位)?(?:补助|奖励|补贴|资助|给予)[^,]{0,6}$/u;
const MET = /达到?$/u;
const MOVED_ENDS = new Set('到至达');
const MOVED = /(?:提高|增加|达|降|压缩|缩短|调整)(?:到|至)$/u;
const MONEY_MOVED = /(?:(?:提高|增加|达|降|压缩|缩短|调整)(?:到|至)|[^未不]达)$/u;
// what insurance and subsidies are ruled by
const PAID = /(?:报销|补偿|救助|自付|支付|起付|补助|赔付|减免|封顶|限额|缴费|筹资|代缴|资助)/u;
/** Sums of money above this are no parameter of a rule, unless they cap something. In yuan. */
const RULE_MONEY_MAX = 100_000;

/** The texts around one figure, and what they say. */
export class Cues {
  /** True where the figure is a target by a modal of its own or a carried one, and not as a task told beside its result. */
  aimed = false;
  /** Where the words between the figure before and this one begin. */
  private readonly local: number;
  /** The bits of the cues that what stands before the figure may hold, in its clause and behind the figure before. */
  private readonly bitsBefore: number;
  private readonly bitsLocal: number;

  constructor(
    private readonly figure: Figure,
    private readonly previous: Figure | null,
    readonly next: Figure | null,
    private readonly context: KindContext,
  ) {
    const { folded } = context;
    const { start } = figure.clause;
    const end = figure.quantity.start;
    this.local = Math.max(start, previous?.quantity.end ?? 0);
    this.bitsBefore = CUES_BEFORE.thatMayMatch(folded, start, end);
    this.bitsLocal = this.local === start ? this.bitsBefore : CUES_BEFORE.thatMayMatch(folded, this.local, end);
  }

  /** What stands before the figure in its clause. */
  get before(): string {
    return this.context.folded.slice(this.figure.clause.start, this.figure.quantity.start);
  }

  get sentenceBefore(): string {
    return this.context.folded.slice(this.figure.sentence.start, this.figure.quantity.start);
  }

  /** The report plans, or what stands before the figure announces that something is planned. */
  private get isPlanned(): boolean {
    return this.context.plans || this.figure.quantity.start >= this.context.announced;
  }

  private isBefore(cue: Sibling): boolean {
    return (this.bitsBefore & cue.bit) !== 0 && cue.pattern.test(this.before);
  }

  /** Between the figure before and this one. */
  private isLocal(cue: Sibling): boolean {
    return (this.bitsLocal & cue.bit) !== 0 && cue.pattern.test(this.context.folded.slice(this.local, this.figure.quantity.start));
  }

  private isBehind(cue: Guarded): boolean {
    return cue.test(this.context.folded, this.figure.quantity.end, this.figure.clause.end);
  }

  kind(year: number | null, carry: Carried): Kind {
    const { figure, context } = this;
    if (this.isStandard() || carry.total === 'standard' || this.inRules()) return 'standard';
    // 力争由77.8岁提高到78.5岁: the value to start from was reached
    if (figure.aspect === 'baseline') return 'actual';
    const actual = this.isBefore(ACTUAL_CUES) || (figure.label.includes('实际') && ACTUAL_CUES.test(figure.label));
    if (this.isTask(actual)) return 'target';
    this.aimed = this.aims();
    const reached = context.reportYear !== null && year !== null && year < context.reportYear;
    if (this.aimed || (!actual && (this.futureYear() || this.carriedAim()))) {
      this.aimed = true;
      return 'target';
    }
    // 人均期望寿命达到79岁,较2020年提高1.1岁: the change that the target comes to
    if (carry.previous === 'target' && this.isChangeOf(carry.previousFigure)) return 'target';
    const toBeReached = this.isToBeReached(actual);
    if (context.lists && this.isOnList() && (toBeReached || !(actual || this.isLocal(REACHED_CUES)))) return 'target';
    const planned =
      carry.total === 'target' ||
      (carry.previous === 'target' && carry.previousAimed && this.continues(carry)) ||
      context.sentence.isTarget();
    const ruled = carry.previous === 'standard' && this.continuesRule(carry);
    const told = actual || ((planned || ruled) && this.isLocal(REACHED_CUES));
    if (!told && planned) return 'target';
    if (!told && ruled) return 'standard';
    const section = context.section.kind;
    const ascertained = context.section.ascertained || ASCERTAINED.test(context.folded, figure.sentence.start, figure.quantity.start);
    if (section === 'target' && (toBeReached || !actual)) {
      // 下半年思路: 上半年接种率只有71.6%
      const looksBack = ascertained || /(?:上半年|去年|目前|现有|已)/u.test(this.before);
      return reached || looksBack ? 'actual' : 'target';
    }
    const often = figure.quantity.dimension === 'events' && this.isBefore(FREQUENCY);
    if (section === 'actual') return often ? 'standard' : 'actual';
    if (this.isPlanned) {
      // 全市186所卫生院中,已有121所达标
      if (AMONG_THEM.test(context.folded.slice(figure.quantity.end, figure.clause.end + 4))) return 'actual';
      const told = (actual && !toBeReached) || ascertained || context.sentence.tellsResultsAt(figure.quantity.start);
      return reached || told ? 'actual' : 'target';
    }
    return often ? 'standard' : 'actual';
  }

  /** 任务3200人, 目标不低于92%, 应检314人,目前已完成186人: what was to be reached. */
  private isTask(actual: boolean): boolean {
    const { figure, next, context } = this;
    if (!actual && next && next.quantity.unit === figure.quantity.unit && next.clause !== figure.clause) {
      const nextBefore = context.folded.slice(next.clause.start, next.quantity.start).trim();
      const done = /^(?:目前|现|现在|截至目前|截止目前)?,?(?:已|实际)(?:经)?(?:完成|办结|检查|落实)$/u.test(nextBefore);
      if (done && !/(?:完成|实际|承接|受理|接到|收到|下达)/u.test(this.before)) return true;
    }
    if (this.isBehind(TARGET_BEHIND) && !this.countsTasks() && !this.isFulfilled()) return true;
    // 的目标值(37%), 检测率(≥95%)
    if (figure.clause.depth > 0) {
      const outside = context.folded.slice(Math.max(0, figure.clause.start - 9), figure.clause.start - 1);
      if (TARGET_OUTSIDE.test(outside) || /^[≥≤＞><]/u.test(this.before.trim())) return true;
    }
    // 占任务数|4.3万人次|的112%
    const whole =
      figure.quantity.dimension !== 'ratio' && /(?:占|完成|达到)[^,]{0,8}(?:目标|任务|计划)(?:数|量)?$/u.test(this.before.trimEnd());
    if (whole && /^[^,]{0,3}的 ?\d/u.test(context.folded.slice(figure.quantity.end, figure.quantity.end + 8))) return true;
    return (
      this.isBefore(TARGET_BEFORE) &&
      !/(?:完成|超额|占|承接|接到|承担|开展|推进|超出|低于市|高于|高出|优于|好于|多于|超过)[^,]*$/u.test(this.before)
    );
  }

  /** 30项|改革任务全部完成: tasks are counted, and it is told what became of them. */
  private countsTasks(): boolean {
    const { unit, end } = this.figure.quantity;
    if (unit !== '项' && unit !== '个' && unit !== '条') return false;
    return /^(?!的|以[内上下]|左右)[一-龥]{0,6}(?:任务|目标)[^,。;]{0,3}(?:全部|均|都|已|基本|有序|顺利|如期|按期|高质量|圆满)*(?:取得|完成|推进|落实|达到|实现|办结|见效|启动)/u.test(
      this.context.folded.slice(end, end + 24),
    );
  }

  /** 完成了乙肝疫苗补种5.1万人、14.4万人次|的接种任务 */
  private isFulfilled(): boolean {
    return FULFILS.test(this.sentenceBefore) && OF_TASK.test(this.context.folded.slice(this.figure.quantity.end, this.figure.clause.end));
  }

  /** The clause itself aims at something. */
  private aims(): boolean {
    const { folded } = this.context;
    const { clause, quantity } = this.figure;
    // 计划总投资4.2亿元的项目|累计完成投资1.36亿元
    const behindAnother = this.local !== clause.start;
    if (behindAnother && this.isLocal(ACTUAL_CUES) && !this.isLocal(TARGET_CUES) && !this.isLocal(FUTURE_CUES)) return false;
    if (this.bitsBefore & (TARGET_CUES.bit | FUTURE_CUES.bit)) {
      const { before } = this;
      // 卫生总费用预计达18.6亿元, in a bulletin: not counted to the end yet
      const counted = this.context.bulletin ? before.replaceAll('预计', '') : before;
      const text = /计划|目标|任务/u.test(counted) ? counted.replace(ALREADY_PLANNED, '') : counted;
      if (TARGET_CUES.test(text) || FUTURE_CUES.test(text)) return true;
    }
    if (FLOOR.test(folded, Math.max(0, quantity.start - 3), quantity.start) && FLOOR_WITH_TERM.test(this.sentenceBefore)) return true;
    if (this.isBefore(AIMED_MOVE) && !/(?:已|成功|了$)/u.test(this.before)) return true;
    return this.isBefore(ENSURED) && CONTROL_CUES.test(this.before);
  }

  /** 力争… holds on, unless something reached is told behind it (计划总投资256万元,年内已拨付180万元). */
  private carriedAim(): boolean {
    if (!this.context.sentence.mayCarry()) return false;
    const text = this.context.bulletin ? this.sentenceBefore.replaceAll('预计', '') : this.sentenceBefore;
    const cue = [...text.matchAll(CARRIED_CUES)].at(-1);
    return cue !== undefined && !ACTUAL_CUES.test(text.slice(cue.index + cue[0].length));
  }

  /** In a plan: 比上年增加20起, 三年累计服务不少于4.5万人次 tell nothing reached, though other words of theirs do in an account. */
  private isToBeReached(actual: boolean): boolean {
    if (!actual || DONE.test(this.before)) return false;
    const { aspect, relation } = this.figure;
    if (aspect === 'change') return !ACTUAL_CUES.test(this.before.replace(COMPARED_CUES, ''));
    return relation === 'gte' && /不(?:少|低)于$/u.test(this.before.trimEnd());
  }

  /** 会议要求,下半年要抓好五项工作:一是…;二是…: an item of what is to be done. */
  private isOnList(): boolean {
    const { folded } = this.context;
    const { start } = this.figure.quantity;
    const text = folded.slice(Math.max(0, start - LIST_MAX), start);
    const first = Math.max(text.lastIndexOf('一是'), text.lastIndexOf('(一)'));
    // items on lines of their own end where the next section begins, others with their paragraph
    if (first < 0 || (text[first] === '(' ? LIST_OVER : /\n/u).test(text.slice(first))) return false;
    const opening = text.slice(0, first).trimEnd();
    return TASKS_FOLLOW.test(opening.slice(Math.max(opening.lastIndexOf('。'), opening.lastIndexOf('\n')) + 1));
  }

  /** A change told right behind the level that it leads to. */
  private isChangeOf(level: Figure | null): boolean {
    const { figure } = this;
    return (
      figure.aspect === 'change' &&
      level?.aspect === 'level' &&
      level.sentence === figure.sentence &&
      !DONE.test(this.context.folded.slice(this.local, figure.quantity.start))
    );
  }

  /** A plan goes on in the next clause. */
  private continues(carry: Carried): boolean {
    const last = carry.previousFigure;
    return (
      last !== null &&
      this.figure.aspect === 'level' &&
      !/[;]/u.test(this.context.folded.slice(last.quantity.end, this.figure.quantity.start)) &&
      !TARGET_BEFORE.test(this.context.folded.slice(last.clause.start, last.quantity.start))
    );
  }

  /** A rule goes on in the next clause: 起付线1.4万元,合规费用5万元以内的部分支付60%. */
  private continuesRule(carry: Carried): boolean {
    const { quantity, label } = this.figure;
    const before = carry.previousFigure;
    if (/(?:稳定|保持|维持)在$/u.test(this.before.trimEnd())) return false;
    // 每季度随访不少于1次,规范管理率前者71%
    if (
      !before ||
      before.quantity.dimension === 'events' ||
      /(?:率|收入)$/u.test(label) ||
      !['money', 'ratio', 'duration', 'points'].includes(quantity.dimension)
    )
      return false;
    if (quantity.dimension === 'money' && quantity.value > RULE_MONEY_MAX) return false;
    return before.quantity.dimension === quantity.dimension || quantity.dimension === 'points' || Number.isInteger(quantity.value);
  }

  private isStandard(): boolean {
    const { figure, context } = this;
    const { quantity, label } = figure;
    // 超过省定|70%|的目标要求
    if (AS_GOAL.test(context.folded.slice(quantity.end, quantity.end + 5))) return false;
    if (this.isLocal(STANDARD_ANY) && !this.isBefore(REACHED_CUES)) return true;
    // 按每万人口配备1名监督员的标准
    if (this.isBefore(ACCORDING) && this.isBehind(OF_STANDARD)) return true;
    if (!RULED_DIMENSIONS.has(quantity.dimension)) return false;
    const { before } = this;
    // 30个工作日: only what rules allow is counted so
    if (quantity.unit === '工作日' && !/(?:实际|平均)/u.test(before)) return true;
    const behind = context.folded.slice(quantity.end, figure.clause.end);
    if (
      quantity.dimension === 'duration' &&
      !AVERAGE_STAY.test(label) &&
      STANDARD_DURATION.test(`${before}|${behind}`) &&
      !this.isBefore(REACHED_CUES)
    )
      return true;
    if (OBSERVED_SHARE.test(label) && (!Number.isInteger(quantity.value) || /(?:控制在|稳定在|保持在|维持在|力争|确保)/u.test(before)))
      return false;
    const told = before.trimEnd();
    const moved = MOVED_ENDS.has(told.at(-1) ?? '') && (quantity.dimension === 'money' ? MONEY_MOVED : MOVED).test(told);
    // 补助标准由40元提高到74元 tells a rule and what it was before; 提高到300元 alone, in a plan, what is aimed at
    const ruleBefore = this.previous?.aspect === 'baseline' && STANDARD_NAMED.test(label);
    if (moved && !ruleBefore && (context.section.kind === 'target' || this.isPlanned)) return false;
    // 目标:参合率稳定在99%以上,报销比例达75%
    if (MET.test(told) && context.sentence.isTarget()) return false;
    if (quantity.dimension === 'money' && quantity.value > RULE_MONEY_MAX && !RULED_SUM.test(before)) return false;
    if (STANDARD_LABEL.test(label) && !/(?:实际|平均|达到|符合)/u.test(label)) return true;
    // 按规定,结余资金的60%|用于…
    if (quantity.dimension === 'ratio' && label.includes('用于') && AS_RULED.test(this.sentenceBefore)) return true;
    // 报销83%: a share that the rule pays
    if (quantity.dimension === 'ratio' && SHARE_PAID.test(told)) return true;
    if (STANDARD_UNIT_CONTEXT.test(context.folded.slice(quantity.start, quantity.end + 4)))
      return !/(?:次均|人均住院|均次|平均)/u.test(before);
    // 按三级医院为60%、二级医院为75%…进行补助
    if (before.includes('按') && /(?:^|[^节])按/u.test(before) && RULED_ACTION.test(behind)) return true;
    return STANDARD_CLAUSE.test(before) && !/(?:实际|共计|合计|累计|共(?=.{0,4}$)|总计)/u.test(before);
  }

  /** 二、政策措施: 乡镇级由85%提高到90%; a total or a count of people is no rule. */
  private inRules(): boolean {
    const { quantity } = this.figure;
    if (!this.context.section.rules) return false;
    if (this.isBefore(ACTUAL_CUES) || this.isLocal(REACHED_CUES)) return false;
    if (!PAID.test(`${this.figure.label}${this.before}`) || !Number.isInteger(quantity.value)) return false;
    if (quantity.dimension === 'money') return quantity.value <= RULE_MONEY_MAX;
    return ['ratio', 'points', 'duration', 'multiple'].includes(quantity.dimension);
  }

  /** 到2025年,…达到95%: a later year than the report's. */
  private futureYear(): boolean {
    const { context, figure } = this;
    // 到2018年6月,床位达4.8张, in a report without a year: up to a month is how things stood
    if (context.reportYear === null) return /(?<![截达])(?:到|至)20\d{2}年(?! ?\d{1,2} ?月)/u.test(this.sentenceBefore);
    // 自2008年启动至2025年4月,累计…
    if (SPAN_TOLD.test(this.sentenceBefore)) return false;
    const nearest = context.dates.findLast((d) => d.end <= figure.quantity.start);
    if (!nearest) return false;
    const year = /(?:19|20)\d{2}/u.exec(context.folded.slice(nearest.start, nearest.end));
    if (year === null || Number(year[0]) <= context.reportYear) return false;
    // 到2025年, 2025年底前; a later year alone may be that of a late report
    const opener = context.folded.slice(Math.max(0, nearest.start - 2), nearest.start);
    // 2022年,参保率稳定在95%以上 at the head of a sentence of a summary of 2021: that year is yet to come
    const bareYear = /^(?:19|20)\d{2}年?$/u.test(context.folded.slice(nearest.start, nearest.end));
    const summary = context.titles.some((title) => title.includes(String(context.reportYear)));
    if (bareYear && summary && /(?:^|[\n。;: ])$/u.test(opener) && !ACTUAL_CUES.test(this.sentenceBefore)) return true;
    return /(?:(?<!截)[到至]|于|在)$/u.test(opener) || /前$/u.test(context.folded.slice(nearest.start, nearest.end + 1));
  }
}
