// Second look at a clause: members of a list that were read before their head was known.
import type { Figure } from '../model/document.js';
import type { ClauseView } from './clause-view.js';
import { borrowHead } from './exchange.js';
import { isAttribute, leadingVerb } from './label.js';
import type { Memory } from './memory.js';

const MODIFIER_MAX = 5;
const MEASURE_END = /(?:比例|标准|起付线|封顶线|限额|费用)$/u;
const MEASURE_OF_EACH = /([^为,、]{2,8}(?:比例|标准|起付线|封顶线|限额|费用))(?:分别)?为[^为,]{1,16}$/u;

const PER_SO_MANY = /^(?:平均)?每[千万百十]+(?:常住|户籍|服务|农业)?(?:人口|居民|人)(?:拥有)?/u;

/** Gives elided heads and predicates to the figures of one clause; `own` are in the order of the text. */
export function completeList(view: ClauseView, own: readonly Figure[], memory: Memory): void {
  shareMeasure(view, own);
  shareBasis(own);
  for (let i = own.length - 2; i >= 0; i--) {
    const figure = own[i] as Figure;
    const next = own[i + 1] as Figure;
    sharePredicate(view, i, figure, next, memory);
    takeHeadBehind(view, i, figure, next, memory);
  }
}

// 每千人口床位3.71张、执业医师1.06名: nobody counts 1.06 physicians but for so many people
function shareBasis([first, ...others]: readonly Figure[]): void {
  const basis = first && PER_SO_MANY.exec(first.label)?.[0];
  if (!basis) return;
  const bare = others.filter((f) => f.aspect === first.aspect && f.quantity.dimension !== 'ratio' && !f.label.includes('每'));
  if (bare.some((f) => !Number.isInteger(f.quantity.value))) for (const figure of bare) figure.label = `${basis}${figure.label}`;
}

// 起付标准为一级医院150元、二级医院350元: the measure at the head of the clause holds for each
function shareMeasure(view: ClauseView, own: readonly Figure[]): void {
  const [first] = own;
  if (!first || own.length < 2 || own.length !== view.placed.length || !MEASURE_END.test(first.label)) return;
  const measure = MEASURE_OF_EACH.exec(view.text.slice(0, view.placed[0]?.start))?.[1];
  if (!measure || !first.label.endsWith(measure)) return;
  for (let i = 1; i < own.length; i++) {
    const figure = own[i] as Figure;
    const gap = view.text.slice(view.placed[i - 1]?.end, view.placed[i]?.start);
    if (!gap.startsWith('、') || figure.quantity.unit !== first.quantity.unit) return;
    if (!figure.label.endsWith(measure)) figure.label = `${figure.label}${measure}`;
  }
}

// 对38家医疗机构、57名医师|实施记分: the predicate holds for both
function sharePredicate(view: ClauseView, i: number, figure: Figure, next: Figure, memory: Memory): void {
  const head = memory.headOf(next);
  if (figure.rule !== 'counted-noun' || !head || memory.headOf(figure) || !next.label.startsWith(head)) return;
  if (!/[对为给向]$/u.test(view.text.slice(0, view.placed[i]?.start ?? 0).trim())) return;
  figure.label = `${figure.label}${next.label.slice(head.length)}`;
}

// 1家省级、5家市级、6家区级|健康企业; 内科120张、外科150张、妇儿科90张|床位: the head comes last
function takeHeadBehind(view: ClauseView, i: number, figure: Figure, next: Figure, memory: Memory): void {
  if (next.rule !== 'counted-noun' && next.rule !== 'head-last') return;
  const verb = leadingVerb(figure.label);
  const modifier = figure.label.slice(verb.length);
  if (figure.rule === 'counted-noun') {
    if (!isAttribute(modifier) || isAttribute(next.label)) return;
    figure.label = `${verb}${borrowHead(modifier, next.label, true)}`;
    figure.rule = 'head-last';
    return;
  }
  const place = view.placed[i];
  const following = view.placed[i + 1];
  if (!place || !following || figure.quantity.unit !== next.quantity.unit || next.quantity.dimension === 'money') return;
  if (
    !/^[ ]*、/u.test(view.text.slice(place.end, following.start)) ||
    view.text.slice(place.end, following.start).trim().length - 1 > MODIFIER_MAX
  )
    return;
  if (modifier.length > MODIFIER_MAX && !isAttribute(modifier.slice(-3))) return;
  const head = memory.headOf(next) ?? headOfLast(next);
  if (!head) return;
  figure.label = isAttribute(modifier) ? borrowHead(modifier, next.label, true) : `${figure.label}${head}`;
  figure.rule = 'head-last';
}

// 市级中医重点专科 → 中医重点专科
function headOfLast(figure: Figure): string {
  const label = figure.label.slice(leadingVerb(figure.label).length);
  for (let n = Math.min(4, label.length - 2); n >= 1; n--) if (isAttribute(label.slice(0, n))) return label.slice(n);
  return label;
}
