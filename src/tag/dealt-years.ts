// Years dealt out to figures: 2016年、2017年、2018年分别报告7例、5例、2例; 2017—2019年分别为….
import type { Figure } from '../model/document.js';
import type { TimeExpression } from './time-expressions.js';

// 2016年、2017年和2018年
export const JOINT = /^ ?(?:、|和|与|及|以及) ?$/u;
const DEALT = /(?:分别|依次|各)/u;
// 2017—2019年, 2017至2019年
const SPAN = /^(?:19|20)\d{2} ?年?(?:[-—~]{1,2}|至|到)(?:19|20)\d{2} ?年/u;
const NONE_DEALT: ReadonlyMap<Figure, TimeExpression> = new Map();

/** 2016年、2017年、2018年分别报告7例、5例、2例: the first date for the first figure. */
export function dealtYears(
  folded: string,
  expressions: readonly TimeExpression[],
  figures: readonly Figure[],
): ReadonlyMap<Figure, TimeExpression> {
  const span = yearsOfSpan(folded, expressions, figures);
  if (span || expressions.length < 2) return span ?? NONE_DEALT;
  const dealt = new Map<Figure, TimeExpression>();
  for (let i = 0; i < expressions.length; i++) {
    const group = [expressions[i] as TimeExpression];
    while (expressions[i + 1] && JOINT.test(folded.slice((expressions[i] as TimeExpression).end, expressions[i + 1]?.start)))
      group.push(expressions[++i] as TimeExpression);
    if (group.length < 2) continue;
    const end = (group.at(-1) as TimeExpression).end;
    const next = expressions[i + 1]?.start ?? Number.POSITIVE_INFINITY;
    const members = figures.filter((f) => f.quantity.start >= end && f.quantity.start < next && f.aspect === 'level');
    const unit = members[0]?.quantity.unit;
    const row = members.slice(0, group.length);
    const said = DEALT.test(folded.slice(end, row[0]?.quantity.start ?? end));
    if (!said || row.length < group.length || row.some((f) => f.quantity.unit !== unit)) continue;
    if (members.length > group.length && members[group.length]?.quantity.unit === unit) continue;
    row.forEach((figure, k) => {
      dealt.set(figure, group[k] as TimeExpression);
    });
  }
  return dealt;
}

/** The first year of 1991年至2007年, or null for another expression. */
export function firstOfSpan(folded: string, e: TimeExpression): number | null {
  if (e.kind !== 'scope' || !SPAN.test(folded.slice(e.start, e.end))) return null;
  const { start } = e.resolve({ now: null, year: null, current: null });
  return start ? Number(start.slice(0, 4)) : null;
}

/** 2017—2019年基金分别为1.87亿元、2.05亿元和2.31亿元: a value for each year of the span. */
function yearsOfSpan(
  folded: string,
  expressions: readonly TimeExpression[],
  figures: readonly Figure[],
): ReadonlyMap<Figure, TimeExpression> | null {
  for (const [i, e] of expressions.entries()) {
    if (e.kind !== 'scope' || !SPAN.test(folded.slice(e.start, e.end))) continue;
    const { start, end } = e.resolve({ now: null, year: null, current: null });
    const years = Number(end?.slice(0, 4)) - Number(start?.slice(0, 4)) + 1;
    const next = expressions[i + 1]?.start ?? Number.POSITIVE_INFINITY;
    const members = figures.filter((f) => f.quantity.start >= e.end && f.quantity.start < next && f.aspect === 'level');
    const unit = members[0]?.quantity.unit;
    const same = members.length === years && members.every((f) => f.quantity.unit === unit && f.clause === members[0]?.clause);
    if (years < 2 || !same || !DEALT.test(folded.slice(e.end, members[0]?.quantity.start ?? e.end))) continue;
    return new Map(members.map((figure, k) => [figure, wholeYear(e, Number(start?.slice(0, 4)) + k)]));
  }
  return null;
}

/** One year of a span. */
const wholeYear = (span: TimeExpression, year: number): TimeExpression => ({
  ...span,
  resolve: () => ({ year, start: `${year}-01-01`, end: `${year}-12-31` }),
});
