// Units that stand elsewhere: in the noun before the number, in a noun behind it, in the last member of a list, in a caption.
import type { Span } from '../model/document.js';
import type { Dimension } from '../model/record.js';
import { COUNTED_IN, HAS_PLACES, IMPLIED_UNITS, MONEY_NOUNS, PEOPLE_NOUNS, PLACE_UNIT, ZERO_NOUNS } from '../rules/units.js';
import { Characters } from '../text/characters.js';
import { type Numeral, powerAt, readArabic } from './numerals.js';
import { matchTrap } from './traps.js';
import type { UnitMatch, UnitTable } from './units.js';

/** A text that is being scanned. */
export interface Scanned {
  /** Folded. */
  readonly text: string;
  /** Before folding. */
  readonly source: string;
  readonly units: UnitTable;
}

export interface ImpliedUnit {
  readonly unit: string | null;
  readonly dimension: Dimension;
}

/** A stretch whose bare numbers have the unit of a caption: (单位:万元). */
export interface Caption extends Span, ImpliedUnit {
  /** The power of ten of its magnitude (万元). */
  readonly power: number;
  /** The words of the caption before its unit. */
  readonly title: string;
}

// (单位:万元), 计量单位:万只, 单位为万人次, 完成投资(万元):
const CAPTION = /(?:计量)?单位(?:[::]|为) ?|[((](?=[百千万亿]?[元人次张例户家个件吨%‰]{1,3}[))][::])/gu;
const SCALES: readonly (readonly [word: string, power: number])[] = [
  ['千万', 7],
  ['百万', 6],
  ['亿', 8],
  ['万', 4],
  ['千', 3],
  ['百', 2],
];
const MAX_LINES = 60;

/** Captions of folded text and the stretches they govern, in order. */
export function findCaptions(text: string, units: UnitTable): Caption[] {
  const captions: Caption[] = [];
  for (const match of text.matchAll(CAPTION)) {
    let at = match.index + match[0].length;
    const scale = SCALES.find(([word]) => text.startsWith(word, at) && units.match(text, at + word.length));
    if (scale) at += scale[0].length;
    const unit = units.match(text, at);
    if (!unit) continue;
    const lineStart = text.lastIndexOf('\n', match.index) + 1;
    const title = text.slice(lineStart, match.index).replace(/[((,, ]+$/u, '');
    captions.push({
      start: unit.end,
      end: stretchEnd(text, unit.end),
      unit: unit.unit,
      dimension: unit.dimension,
      power: scale?.[1] ?? 0,
      title,
    });
  }
  return captions;
}

// The rest of the line where it has figures, else the lines below that do.
function stretchEnd(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  let end = feed < 0 ? text.length : feed;
  if (/\d/u.test(text.slice(at, end))) return end;
  for (let i = 0; i < MAX_LINES && end < text.length; i++) {
    const next = text.indexOf('\n', end + 1);
    const line = text.slice(end + 1, next < 0 ? text.length : next);
    if (!/\d/u.test(line) && line.trim()) break;
    end = next < 0 ? text.length : next;
  }
  return end;
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
const BESIDE_BARE = /\d[\d.,]*\([一-龥]{2,10}$/u;
const BESIDE_REACH = 80;
/** No counts. */
const TIMES: ReadonlySet<string | null> = new Set(['年', '月', '日', '天', '岁', '号']);

/** The unit of the figure that a bare number in a bracket is set beside, or null. */
export function unitBeside({ text, units }: Scanned, at: number, end: number): UnitMatch | null {
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
export function unitOfWhole(scanned: Scanned, numeral: Numeral, at: number): UnitMatch | null {
  const { text } = scanned;
  if (!PART_ENDS.at(text, numeral.end)) return null;
  const before = text.slice(Math.max(0, at - PARTS_REACH), at);
  const from = at - before.length;
  const open = openingOf(before);
  if (open >= 0) return PARTS_BEFORE.test(before.slice(open + 1).replaceAll(' ', '')) ? wholeAt(scanned, from + open, numeral, true) : null;
  const among = /[,;]其中:?/u.exec(before);
  if (!among || !numeral.magnitude || !PARTS_BEFORE.test(before.slice(among.index + 1).replaceAll(' ', ''))) return null;
  return wholeAt(scanned, from + among.index, numeral, false);
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
export function unitOfPair({ text, source, units }: Scanned, numeral: Numeral, before: string): UnitMatch | null {
  const move = MOVES_TO.exec(text.slice(numeral.end, numeral.end + 20))?.[0];
  if (move === undefined || !MOVES_FROM.test(before)) return null;
  const later = readArabic(text, source, numeral.end + move.length);
  const unit = later && unitAfter(text, later.end, units);
  return unit && later.magnitude === numeral.magnitude ? { ...unit, end: numeral.end } : null;
}

// 高血压建档4.1万人,糖尿病建档|9836: what the like is counted in
const LIKE_BEFORE = /([一-龥]{2})[\d,.]*\d([万亿]?)([^\d,.。;()]{1,3})(?:\([^()]*\))?[,、;][一-龥]{1,8}\1$/u;

/** The unit of the figure before that the same words lead to, or null. */
export function unitOfLike({ text, units }: Scanned, numeral: Numeral, before: string): UnitMatch | null {
  if (!PART_ENDS.at(text, numeral.end) || !numeral.value.isWhole()) return null;
  const like = LIKE_BEFORE.exec(before);
  const unit = like && units.match(like[3] as string, 0);
  return unit && unit.end === (like?.[3] as string).length && !UNCOUNTED.has(unit.dimension) ? { ...unit, end: numeral.end } : null;
}

// What stands between the noun and its number: 注册人数已逾, 监管户数由, 活产数分别是
const CONNECTOR_TAIL =
  /(?:[::]|(?:保持|维持|稳定|连续[一-龥]年)[在为]?|达到?|分别|依次|为|是|共|共计|合计|累计|总计|约|近|超过?|突破|逾|不足|了|增至|降至|升至|增加到|减少到|增到|降到|提高到|由|从|已|仍|仅|有|均|控制在|⊙| |\/)+$/u;
// The members of a list before this one
const LIST_BEFORE = /(?:[\d.,]+[万亿]?(?:余|多)?(?:、|和|及|与))+$/u;
const PARTS_CLAUSES = new Characters(',。;!?\n()');

// 性别比为107.2,比上年下降|0.4
const INDEX_CHANGED = /(?:性别比|指数|系数)[^,。;]{0,24},[比较][^,。;\d]{1,8}(?:上升|下降|提高|降低|增加|减少)了?$/u;

const TEN_PLACES = 10;

/** 辖|6镇|14乡: the division that a number counts without a classifier, or null. */
export function placeBehind(text: string, at: number, before: string): UnitMatch | null {
  const unit = PLACE_UNIT.exec(text.slice(at, at + TEN_PLACES))?.[0];
  if (!unit) return null;
  const paired = /^个?\d+个?[镇乡县区旗街村]/u.test(text.slice(at + unit.length, at + TEN_PLACES));
  return paired || HAS_PLACES.test(before) ? { unit, dimension: 'items', end: at + unit.length, spelled: false } : null;
}

/** The unit that a number without one has from the nouns around it, or null. */
export function impliedUnit(text: string, numeral: Numeral, textBefore: string): ImpliedUnit | null {
  const after = text.slice(numeral.end, numeral.end + 14);
  if (/^[A-Za-z\d.%/:\-_]/u.test(after)) return null;
  if (numeral.magnitude) {
    if (MONEY_NOUNS.test(after)) return { unit: '元', dimension: 'money' };
    if (PEOPLE_NOUNS.test(after)) return { unit: '人', dimension: 'people' };
  }
  if (numeral.value.isZero() && ZERO_NOUNS.test(after)) return { unit: null, dimension: 'other' };
  const boundary =
    after === '' ||
    /^(?:余|多|左右|以上|以下|以内)?(?:[,。;、)(\n ]|$)|^(?:余|多)?(?:和|与|及|的|降|增|减|升|提|上升|下降|缩|调)/u.test(after);
  if (!boundary) return null;
  // 性别比(以女性为100)为|104.3
  const named = textBefore.endsWith('为') ? textBefore.replace(/\(以[^()]{1,10}\)(?=为$)/u, '') : textBefore;
  const before = named
    .slice(PARTS_CLAUSES.last(named) + 1)
    .replace(LIST_BEFORE, '')
    .replace(/(?:(?:19|20)\d{2}年?的?)$/u, '')
    // 布雷图指数从7月的|8.4降到|5以下
    .replace(/(?:从|由)[^,]{0,10}?[\d.]+[万亿]?(?:降|升|减|增|调|提高|下降|上升|增加|增长|减少|调整)[到至]$/u, '')
    .replace(/(?:从|由)\d{1,2}月(?:份|底)?的?$/u, '')
    // 平均住院费用3272.98(市控指标|3273.88)
    .replace(BESIDE_BARE, '')
    .replace(CONNECTOR_TAIL, '');
  if (INDEX_CHANGED.test(named)) return { unit: null, dimension: 'other' };
  const counted = COUNTED_IN.find(([noun]) => noun.test(before));
  if (counted) return { unit: counted[1], dimension: counted[2] };
  for (const entry of IMPLIED_UNITS) {
    if (!entry.after.test(before)) continue;
    if (entry.only === 'zero' && !numeral.value.isZero()) continue;
    if (entry.only === 'share' && (numeral.magnitude || numeral.value.isZero() || numeral.value.toNumber() > 100)) continue;
    if (entry.only === 'large' && !numeral.magnitude && numeral.value.isWhole()) continue;
    return { unit: entry.unit, dimension: entry.dimension };
  }
  return null;
}
