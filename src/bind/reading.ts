// One quantity of a clause as the rules see it: what stands before it, what behind, and its neighbours.
import type { Quantity } from '../model/document.js';
import type { Segmenter } from '../segment/words.js';
import type { ClauseView, Placed } from './clause-view.js';
import { leadingVerb, tidy, trailingVerb } from './label.js';
import { type Following, readFollowing } from './noun-phrase.js';
import { readTail, type Tail } from './tail.js';

export interface Reading {
  readonly view: ClauseView;
  readonly index: number;
  readonly place: Placed;
  readonly quantity: Quantity;
  readonly tail: Tail;
  /** The text before the number without connectors and list openers. */
  readonly body: string;
  /** `body` as a label. */
  readonly own: string;
  /** Verb of reporting at the end of `body`, or ''. */
  readonly verb: string;
  readonly following: Following;
  /** Noun and predicate behind the number as labels. */
  readonly noun: string;
  readonly predicate: string;
  readonly ratio: boolean;
  /** True for units that count things rather than measure an amount. */
  readonly countable: boolean;
  /** True where the quantity goes on with a list (、, 和) of the clause. */
  readonly listed: boolean;
  readonly next: Placed | null;
}

export const RATIO: ReadonlySet<string> = new Set(['ratio', 'points', 'rate', 'multiple']);
const MEASURED: ReadonlySet<string> = new Set(['money', 'duration', 'area', 'length', 'mass', 'volume', 'score', 'age', 'other']);
export const LIST_SEPARATOR = /^[ ]*(?:、|\/|以及|和|及|与|,|;|或|并)[ ]*/u;
// Classifiers of kinds: 救助支出型|2类|困难家庭4人次
const CLASSED = /^[类种项]$/u;

// 与3.9人的|目标|相比: no name of what is measured
const TARGET_NOUN = /^(?:规划|预期|年度|既定)?目标(?!人群|管理|责任|考核)|^(?:规划|控制|考核|预期|年度)指标(?:要求|值)?$|^之间$/u;

// 为|13600名困难群众代缴参保费用|748万元: those whom it is done for are a part of it
const FOR_THEM = /(?:为|对|给|向|使|让|帮助|组织|安排)[^,。;]{0,4}$/u;
/** 开展手术: a verb with its object. */
const PREDICATE_MIN = 4;

/** Reads every quantity of a clause. `compared` is true where an earlier clause named a base of comparison. */
export function readClause(view: ClauseView, segmenter: Segmenter, compared: boolean): Reading[] {
  const { placed, text } = view;
  let behind: Following | null = null;
  const startOf = (i: number): number => (i === 0 ? 0 : (placed[i - 1] as Placed).end);
  const before = (i: number): string => {
    const gap = text.slice(startOf(i), (placed[i] as Placed).start);
    // not placed[-1]: a look below the start of a list costs as much as ten patterns
    const previous = i > 0 ? placed[i - 1] : undefined;
    const joined = previous && gap.trim() && CLASSED.test(previous.quantity.unit ?? '') && !LIST_SEPARATOR.test(gap);
    if (joined) return `${before(i - 1)}${gap}`;
    const { left, right } = splitGap(gap, i > 0);
    // 12个乡镇|设置村卫生室286个: the noun counted before is no part of what it has or does
    const own =
      previous && behind && behind.at > 0 && left === right && !FOR_THEM.test(text.slice(0, previous.start)) ? gap.slice(behind.at) : '';
    return own.length >= PREDICATE_MIN ? own : right;
  };
  return placed.map((place, index) => {
    const { quantity } = place;
    const ratio = RATIO.has(quantity.dimension);
    const next = placed[index + 1] ?? null;
    const tail = readTail(before(index), ratio, compared, quantity.dimension === 'points');
    const after = next ? splitGap(text.slice(place.end, next.start), true).left : text.slice(place.end);
    const following = readFollowing(after, segmenter);
    behind = following;
    const body = bodyOf(tail.body);
    return {
      view,
      index,
      place,
      quantity,
      tail,
      body,
      own: body === '完成' ? body : tidy(body),
      verb: trailingVerb(body) || (text[place.start - 1] === '等' ? verbOfNamed(text.slice(startOf(index), place.start)) : ''),
      following,
      noun: TARGET_NOUN.test(following.noun) ? '' : following.noun && (tidy(following.noun) || following.noun),
      predicate: following.predicate && tidy(following.predicate),
      ratio,
      countable: !ratio && !MEASURED.has(quantity.dimension),
      listed: index > 0 && /^[ ]*(?:、|\/|和|及|以及)/u.test(text.slice(startOf(index), place.start)),
      next,
    };
  });
}

// 改扩建|柳林、三交等|4所卫生院: the verb stands before the names of some of them
const NAMED = /^(?:[^,、;。]*[,;])?(?:分年度|分批|先后|重点|累计|计划|已|共)*(?=[一-龥]{4})((?:[一-龥]{2,10}、){1,6}[一-龥]{1,8})等$/u;

/** The verb of reporting before a list of names that ends with 等, or ''. */
function verbOfNamed(before: string): string {
  return leadingVerb(NAMED.exec(before)?.[1] ?? '');
}

const ANAPHORA = /^(?:而|但|且)?(?:去年|上年|⊙)?(?:这一|这个|该|此)(?:数字|数值|比例|比率|数据|指标|水平|数)$/u;

// 其中 opens a part and says nothing of it; (实际)完成 alone is the head of what was to be done
function bodyOf(text: string): string {
  const body = text.replace(/^(?:其中(?!医(?:类|药|馆|医|诊))|包括|含|内有|计(?=[一-龥]{2,6}$)(?![划生免算量提]))[:]?/u, '');
  // 接种率要达到90%,而去年这一数字为|76.4%: the figure before again
  if (ANAPHORA.test(body)) return '';
  return body.endsWith('完成') ? body.replace(/^(?:(?:全年|目前|现|年内|实际|已经?|累计|共)*)完成$/u, '完成') : body;
}

/** Text between two quantities: what belongs to the first and what to the second. Without a separator both read all of it. */
function splitGap(gap: string, between: boolean): { left: string; right: string } {
  if (!between) return { left: gap, right: gap };
  const lead = LIST_SEPARATOR.exec(gap);
  if (lead) return { left: '', right: gap.slice(lead[0].length) };
  // 县(市、区)|抽中1086个乡: not within a bracket
  const open = gap.includes('(') ? gap.replace(/(?<=\()[^()]*(?=\))/gu, (inner) => '〇'.repeat(inner.length)) : gap;
  const separator = /(?:、|以及|,|;)/u.exec(open) ?? /(?:和|及|与)(?=[^和及与]{0,12}$)/u.exec(open);
  if (!separator || separator.index === 0) return { left: gap, right: gap };
  return { left: gap.slice(0, separator.index), right: gap.slice(separator.index + separator[0].length) };
}
