// Whether a figure was reached, is aimed at, or is the parameter of a rule.
import type { Figure, Mention } from '../model/document.js';
import type { Kind } from '../model/record.js';
import {
  ACTUAL_CUES,
  CARRIED_CUES,
  CONTROL_CUES,
  FUTURE_CUES,
  OBSERVED_SHARE,
  PLAN_TITLE,
  REPORT_TITLE,
  RESULT_OPENERS,
  STANDARD_CLAUSE,
  STANDARD_LABEL,
  STANDARD_UNIT_CONTEXT,
  TARGET_CUES,
} from '../rules/kinds.js';
import { PLAN_HEADING, RESULT_HEADING } from '../rules/sections.js';

export interface KindContext {
  readonly folded: string;
  readonly reportYear: number | null;
  /** Title lines of the report. */
  readonly titles: readonly string[];
}

/** True where the report's title says that it plans. */
export function plans(titles: readonly string[]): boolean {
  const title = titles.find((t) => PLAN_TITLE.test(t) || REPORT_TITLE.test(t)) ?? '';
  if (!PLAN_TITLE.test(title)) return false;
  // 2020年工作总结及2021年工作计划 starts as a report
  const plan = PLAN_TITLE.exec(title) as RegExpExecArray;
  const report = REPORT_TITLE.exec(title);
  return !report || plan.index < report.index;
}

/** `year` is the figure's year; `dates` the dates of its sentence; `next` the figure behind it in the sentence. */
export function kindOf(
  figure: Figure,
  year: number | null,
  dates: readonly Mention[],
  next: Figure | undefined,
  context: KindContext,
): Kind {
  const { folded } = context;
  const { clause, quantity, sentence } = figure;
  const before = folded.slice(clause.start, quantity.start);
  const whole = folded.slice(clause.start, clause.end);
  const sentenceBefore = folded.slice(sentence.start, quantity.start);

  if (isStandard(figure, before, whole, folded)) return 'standard';
  if (figure.partOf && isStandardTotal(figure.partOf, folded)) return 'standard';
  const actual = ACTUAL_CUES.test(before) || /实际/u.test(figure.label);
  // 应检…人,目前已完成…人: the first is the task
  if (!actual && next && next.sentence === sentence && next.quantity.unit === quantity.unit && next.clause !== clause) {
    const nextBefore = folded.slice(next.clause.start, next.quantity.start);
    if (
      /^(?:目前|现|现在|截至目前|截止目前)?,?(?:已|实际)(?:经)?(?:完成|办结|检查|落实)$/u.test(nextBefore.trim()) &&
      !/(?:完成|实际|承接|受理|接到|收到|下达)/u.test(before)
    )
      return 'target';
  }
  if (/^(?:以内|以上|以下|左右)?的?(?:目标|任务(?!书)|目标要求)/u.test(folded.slice(quantity.end, quantity.end + 8))) return 'target';
  if (
    !/完成|超额|占|承接|接到|承担/u.test(before) &&
    /(?:目标(?:任务)?|任务)(?:值|数|指标)?(?:不低于|不少于|为|是|不超过|达到|[::])?$/u.test(before) &&
    !/占[^,]{0,8}$/u.test(before)
  )
    return 'target';
  // 的目标值(37%)
  if (clause.depth > 0 && /(?:目标值?|指标值?|任务数?)$/u.test(folded.slice(clause.start - 9, clause.start - 1))) return 'target';
  const reached = context.reportYear !== null && year !== null && year < context.reportYear;
  const future = futureYear(sentenceBefore, dates, figure, context);
  const modal = lastCue(before) ?? (future ? 'target' : null) ?? carriedCue(sentenceBefore);
  if (modal === 'target' && (!actual || lastCue(before) === 'target')) return 'target';
  if (future && !actual) return 'target';
  const section = sectionKind(sentence.section.path);
  if (section === 'target' && !actual) return reached || figure.aspect === 'change' ? (reached ? 'actual' : 'target') : 'target';
  if (section === 'actual') return 'actual';
  if (plans(context.titles)) return reached || actual || RESULT_OPENERS.test(sentenceBefore) ? 'actual' : 'target';
  return 'actual';
}

// 给予救助, 的比例报销, 进行补助
const RULED_ACTION = /(?:补助|报销|补偿|救助|奖励|支付|缴纳|收取|赔付|发放)/u;

// 每人每年1750元,其中个人缴费550元: the parts of a standard are standards
function isStandardTotal(total: Figure, folded: string): boolean {
  return isStandard(
    total,
    folded.slice(total.clause.start, total.quantity.start),
    folded.slice(total.clause.start, total.clause.end),
    folded,
  );
}

function isStandard(figure: Figure, before: string, whole: string, folded: string): boolean {
  const { quantity } = figure;
  if (!['money', 'ratio', 'duration', 'multiple', 'points'].includes(quantity.dimension)) return false;
  if (OBSERVED_SHARE.test(figure.label) && (!Number.isInteger(quantity.value) || /(?:控制在|力争|确保)/u.test(before))) return false;
  const aimed =
    /(?:提高|增加|达|降|压缩|缩短|调整)(?:到|至)$/u.test(before.trim()) && sectionKind(figure.sentence.section.path) === 'target';
  if (aimed) return false;
  if (STANDARD_LABEL.test(figure.label) && !/(?:实际|平均|达到|符合)/u.test(figure.label)) return true;
  // 报销83%: a share that the rule pays
  if (quantity.dimension === 'ratio' && /(?:报销|救助|补偿|自费)(?:了)?(?:为|达到?)?$/u.test(before.trim())) return true;
  if (STANDARD_UNIT_CONTEXT.test(folded.slice(quantity.start, quantity.end + 4))) return !/(?:次均|人均住院|均次|平均)/u.test(before);
  // 按三级医院为60%、二级医院为75%…进行补助
  if (/(?:^|[^节])按/u.test(before) && RULED_ACTION.test(folded.slice(quantity.end, figure.clause.end))) return true;
  return STANDARD_CLAUSE.test(before) && !/(?:实际|共计|合计|累计|共(?=.{0,4}$)|总计)/u.test(before) && whole.length > 0;
}

/** 力争… holds on, unless something reached is reported behind it (计划总投资256万元,年内已拨付180万元). */
function carriedCue(text: string): Kind | null {
  const cue = [...text.matchAll(CARRIED_CUES)].at(-1);
  if (!cue) return null;
  return ACTUAL_CUES.test(text.slice(cue.index + cue[0].length)) ? null : 'target';
}

function lastCue(text: string): Kind | null {
  if (TARGET_CUES.test(text.replace(/占[^,]{0,10}(?:计划|目标|任务)[^,]{0,8}/gu, '')) || FUTURE_CUES.test(text)) return 'target';
  if (CONTROL_CUES.test(text) && /确保/u.test(text)) return 'target';
  return null;
}

// 到2025年,…达到95%: a later year than the report's
function futureYear(sentenceBefore: string, dates: readonly Mention[], figure: Figure, context: KindContext): boolean {
  if (/(?:到|至)(?:19|20)\d{2}年(?:底|末)?,?/u.test(sentenceBefore) && context.reportYear === null) return true;
  if (context.reportYear === null) return false;
  const nearest = dates.filter((d) => d.end <= figure.quantity.start).at(-1);
  if (!nearest) return false;
  const year = /(?:19|20)\d{2}/u.exec(context.folded.slice(nearest.start, nearest.end));
  if (year === null || Number(year[0]) <= context.reportYear) return false;
  // 到2025年, 2025年底前; a later year alone may be that of a late report
  return (
    /(?:到|至|于|在|截至)$/u.test(context.folded.slice(Math.max(0, nearest.start - 2), nearest.start)) ||
    /前$/u.test(context.folded.slice(nearest.start, nearest.end + 1))
  );
}

function sectionKind(path: readonly string[]): Kind | null {
  for (const heading of [...path].reverse()) {
    if (PLAN_HEADING.test(heading) && !/(?:完成情况|总结|回顾)/u.test(heading)) return 'target';
    if (RESULT_HEADING.test(heading)) return 'actual';
  }
  return null;
}
