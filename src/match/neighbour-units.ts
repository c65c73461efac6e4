// Units that a neighbouring figure has: the last member of a list, the figure that a bracket stands beside, a whole before its parts, the other
// value of a pair, the like of what is counted, the rate told behind it.
import type { Dimension } from '../model/record.js';
import { Characters } from '../text/characters.js';
import { type ImpliedUnit, impliedUnit, type Scanned } from './implied.js';
import { type Numeral, powerAt, readArabic } from './numerals.js';
import { matchTrap } from './traps.js';
import type { UnitMatch, UnitTable } from './units.js';

/** The unit of a bare number at `at` that the figures before or behind it tell, or null. `before` is the text in front of it. */
export function unitOfNeighbour(scanned: Scanned, numeral: Numeral, at: number, before: string): UnitMatch | null {
  return (
    unitBeside(scanned, at, numeral.end) ??
    unitOfWhole(scanned, numeral, at) ??
    unitOfPair(scanned, numeral, before) ??
    unitOfChanged(scanned, numeral, at) ??
    unitOfLike(scanned, numeral, before) ??
    unitOfRate(scanned, numeral, before)
  );
}

const LIST_GOES_ON = new Characters('个、和及与以');
const NEXT_IN_LIST = /^(?:个)?(?:、|和|及|与|以及)([^,。;:()、\d]{0,12}?)(?=\d)/u;
const LIST_LIMIT = 8;
// 分别为486、231和97名: a list that is dealt out
const DEALT = /(?:分别|依次|各自?)[^,。;\d]{0,12}$|(?:分别|依次|各)[^,。;\d]{0,10}(?:[\d.]+[万亿]?个?(?:、|和|与|及))+$/u;

/** 提升0.9和1.6个百分点, 第一剂34.21万、第二剂32.08万剂次: the last member of a list names the unit of all. */
export function unitOfList({ text, source, units }: Scanned, numeral: Numeral, before: string): (ImpliedUnit & { power: number }) | null {
  let at = numeral.end;
  for (let i = 0; i < LIST_LIMIT && LIST_GOES_ON.at(text, at); i++) {
    const next = NEXT_IN_LIST.exec(text.slice(at, at + 20));
    if (!next) return null;
    const second = matchTrap(text, at + next[0].length) ? null : readArabic(text, source, at + next[0].length);
    if (!second || (numeral.magnitude && !second.magnitude)) return null;
    const unit = unitAfter(text, second.end, units);
    if (unit) {
      const precise = !numeral.value.isWhole() && (next[1] as string) === '';
      if (!numeral.magnitude && !precise && !DEALT.test(before)) return null;
      const power = second.magnitude && !numeral.magnitude ? powerAt(text, second.end) : 0;
      return { unit: unit.unit, dimension: unit.dimension, power };
    }
    at = second.end;
  }
  return null;
}

function unitAfter(text: string, at: number, units: UnitTable): UnitMatch | null {
  return units.match(text, text[at] === ' ' ? at + 1 : at);
}

// 发病2317例,较去年同期|(2405), 收费88.37元|(市控指标88.41)
const BESIDE =
  /(?:(?:较|比|与)[^,。;()\d]{0,6}(?:年|同期|上月|上周|上期)\(|\((?:上年|去年|上月|上周|前年|上期)?[一-龥]{0,6}(?:同期|上年|去年|指标|标准|目标|控制数|平均)[值数]?(?:为|是|:)?)$/u;
const BESIDE_REACH = 80;
/** No counts. */
const TIMES: ReadonlySet<string | null> = new Set(['年', '月', '日', '天', '岁', '号']);

/** The unit of the figure that a bare number in a bracket is set beside, or null. */
function unitBeside({ text, units }: Scanned, at: number, end: number): UnitMatch | null {
  if (text[end] !== ')') return null;
  const before = text.slice(Math.max(0, at - BESIDE_REACH), at);
  if (!BESIDE.test(before)) return null;
  const from = at - before.length;
  for (const { 0: digits, index, 1: power } of [...before.matchAll(/\d[\d.,]*([万亿]?)/gu)].reverse()) {
    const unit = unitAfter(text, from + index + digits.length, units);
    if (unit && !TIMES.has(unit.unit)) return power ? null : { ...unit, end };
  }
  return null;
}

const PART_NAME = '[一-龥“”A-Za-z]{1,10}';
// 公共场所346家(旅店108、浴池41: names with numbers, from the bracket on
const PARTS_BEFORE = new RegExp(`^(?:其中:?)?(?:${PART_NAME}\\d[\\d.,]*[万亿]?(?:\\([\\d.]+%\\))?[、,;])*${PART_NAME}$`, 'u');
const PART_ENDS = new Characters('、,;。)(');
const UNCOUNTED: ReadonlySet<Dimension> = new Set<Dimension>(['ratio', 'points', 'rate', 'multiple', 'duration', 'age', 'score', 'other']);
const PARTS_REACH = 70;
const TOTAL_REACH = 40;

/** The unit of the figure whose parts are listed behind it without one: 346家(旅店108、浴池41), 412.5万人次,其中医院180.2万. */
function unitOfWhole(scanned: Scanned, numeral: Numeral, at: number): UnitMatch | null {
  const { text } = scanned;
  if (!PART_ENDS.at(text, numeral.end)) return null;
  const before = text.slice(Math.max(0, at - PARTS_REACH), at);
  const from = at - before.length;
  const open = openingOf(before);
  if (open >= 0) return PARTS_BEFORE.test(before.slice(open + 1).replaceAll(' ', '')) ? wholeAt(scanned, from + open, numeral, true) : null;
  // 在岗职工43人:执业医师8,助理医师6,护士14,药剂3
  const colon = before.lastIndexOf(':');
  if (colon > 0 && PARTS_BEFORE.test(before.slice(colon + 1).replaceAll(' ', ''))) {
    const whole = wholeAt(scanned, from + colon, numeral, true);
    if (whole) return whole;
  }
  const among = /[,;]其中:?/u.exec(before);
  if (
    !among ||
    !(numeral.magnitude || isNextCounted(scanned, numeral)) ||
    !PARTS_BEFORE.test(before.slice(among.index + 1).replaceAll(' ', ''))
  )
    return null;
  return wholeAt(scanned, from + among.index, numeral, false);
}

/** 其中个人280,|财政补助620元: another part has its unit. */
function isNextCounted({ text, source, units }: Scanned, numeral: Numeral): boolean {
  const next = /^[,、;][一-龥]{1,8}(?=\d)/u.exec(text.slice(numeral.end, numeral.end + 10))?.[0];
  const second = next && readArabic(text, source, numeral.end + next.length);
  return Boolean(second && !second.magnitude && unitAfter(text, second.end, units)?.dimension === 'money');
}

// 基层1702.8万人次,较上年减少|21.5万
const CHANGED_BY = /(?:较|比)[^,。;\d]{1,8}(?:增加|减少|增长|下降|多|少)了?$/u;

/** The unit of the figure that changed by a bare number, or null. */
function unitOfChanged(scanned: Scanned, numeral: Numeral, at: number): UnitMatch | null {
  if (!PART_ENDS.at(scanned.text, numeral.end)) return null;
  if (!numeral.magnitude) return unitOfBareChanged(scanned, numeral, at);
  const before = scanned.text.slice(Math.max(0, at - TOTAL_REACH), at);
  const changed = CHANGED_BY.exec(before);
  return changed && before[changed.index - 1] === ',' ? wholeAt(scanned, at - before.length + changed.index - 1, numeral, true) : null;
}

// 门急诊28614,比去年多|2107
const BARE_CHANGED_BY = /([一-龥]{2,8})\d[\d.]*,(?:较|比)[^,。;\d]{1,8}(?:增加|减少|多|少)了?$/u;

/** The unit that both have from the noun of the one that changed, or null. */
function unitOfBareChanged({ text }: Scanned, numeral: Numeral, at: number): UnitMatch | null {
  const noun = numeral.value.isWhole() ? BARE_CHANGED_BY.exec(text.slice(Math.max(0, at - TOTAL_REACH), at))?.[1] : undefined;
  const implied = noun === undefined ? null : impliedUnit(text, numeral, noun);
  return implied?.unit ? { unit: implied.unit, dimension: implied.dimension, end: numeral.end, spelled: false } : null;
}

/** The bracket that is still open at the end of `before`, or -1. */
function openingOf(before: string): number {
  let depth = 0;
  for (let i = before.length - 1; i >= 0; i--) {
    if (before[i] === ')') depth++;
    else if (before[i] === '(' && depth-- === 0) return i;
  }
  return -1;
}

/** The unit of the counted figure that ends at `end`, or before a change told behind it, where the part may be one of its. */
function wholeAt({ text, source, units }: Scanned, end: number, part: Numeral, close: boolean): UnitMatch | null {
  const start = Math.max(0, end - TOTAL_REACH);
  for (const { index } of [...text.slice(start, end).matchAll(/(?<![\d.,])\d/gu)].reverse()) {
    const whole = readArabic(text, source, start + index);
    const unit = whole && unitAfter(text, whole.end, units);
    if (!whole || !unit || UNCOUNTED.has(unit.dimension) || TIMES.has(unit.unit)) continue;
    if (close && unit.end !== end) return null;
    const fits = !part.value.isAbove(whole.value) && (part.magnitude || !whole.magnitude) && (part.value.isWhole() || part.magnitude);
    return fits ? { ...unit, end: part.end } : null;
  }
  return null;
}

// 由|20.61|降到2019年的15.74/10万
const MOVES_TO =
  /^(?:左右)?(?:降|升|增|减|提高|提升|上升|增加|下降|降低|减少|缩短|压缩|扩大)(?:到|至|为)(?:(?:19|20)\d{2} ?年的?|目前的?|现在的?)?(?=\d)/u;
const MOVES_FROM = /(?:由|从)[^,。;]{0,12}$/u;

/** The unit of the later value of a from-to pair, or null. */
function unitOfPair({ text, source, units }: Scanned, numeral: Numeral, before: string): UnitMatch | null {
  const move = MOVES_TO.exec(text.slice(numeral.end, numeral.end + 20))?.[0];
  if (move === undefined || !MOVES_FROM.test(before)) return null;
  const later = readArabic(text, source, numeral.end + move.length);
  const unit = later && unitAfter(text, later.end, units);
  return unit && later.magnitude === numeral.magnitude ? { ...unit, end: numeral.end } : null;
}

// 高血压建档4.1万人,糖尿病建档|9836: what the like is counted in
const LIKE_BEFORE = /([一-龥]{2})[\d,.]*\d([万亿]?)([^\d,.。;()]{1,3})(?:\([^()]*\))?[,、;][一-龥]{1,8}\1$/u;

/** The unit of the figure before that the same words lead to, or null. */
function unitOfLike({ text, units }: Scanned, numeral: Numeral, before: string): UnitMatch | null {
  if (!PART_ENDS.at(text, numeral.end) || !numeral.value.isWhole()) return null;
  const like = LIKE_BEFORE.exec(before);
  const unit = like && units.match(like[3] as string, 0);
  return unit && unit.end === (like?.[3] as string).length && !UNCOUNTED.has(unit.dimension) ? { ...unit, end: numeral.end } : null;
}

// 孕产妇健康管理|2815,管理率93.7%: those of whom a rate is told, by what was done with them
const DONE_WITH = /(管理|建卡|建册|建档|分娩|体检|筛查|签约|治疗|治愈|访视|随访|服药|接生|免疫|参合|参保)(?:了|人数)?$/u;

/** People, where the rate of just what a bare number counts is told behind it; else null. */
function unitOfRate({ text }: Scanned, numeral: Numeral, before: string): UnitMatch | null {
  const done = PART_ENDS.at(text, numeral.end) && numeral.value.isWhole() ? DONE_WITH.exec(before)?.[1] : undefined;
  if (done === undefined) return null;
  const rate = /^[,;、(](?:占[^,。;]{1,10}|[一-龥]{0,8})/u.exec(text.slice(numeral.end, numeral.end + 16))?.[0] ?? '';
  return rate.includes(`${done}率`) && /\d/u.test(text[numeral.end + rate.length] ?? '')
    ? { unit: '人', dimension: 'people', end: numeral.end, spelled: false }
    : null;
}
