// Units that stand elsewhere: in the noun before the number, in a noun behind it, in a caption.
import type { Span } from '../model/document.js';
import type { Dimension } from '../model/record.js';
import { COUNTED_IN, HAS_PLACES, IMPLIED_UNITS, MONEY_NOUNS, PEOPLE_NOUNS, PLACE_UNIT, ZERO_NOUNS } from '../rules/units.js';
import { Characters } from '../text/characters.js';
import type { Numeral } from './numerals.js';
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

// 平均住院费用3272.98(市控指标|3273.88)
const BESIDE_BARE = /\d[\d.,]*\([一-龥]{2,10}$/u;
// What stands between the noun and its number: 注册人数已逾, 监管户数由, 活产数分别是
const CONNECTOR_TAIL =
  /(?:[::]|(?:保持|维持|稳定|连续[一-龥]年)[在为]?|达到?|分别|依次|为|是|共|共计|合计|累计|总计|约|近|超过?|突破|逾|不足|了|增至|降至|升至|增加到|减少到|增到|降到|提高到|由|从|已|仍|仅|有|均|控制在|争取|力争|⊙| |\/)+$/u;
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
    if (entry.only === 'whole' && (!numeral.value.isWhole() || numeral.value.isZero())) continue;
    if (entry.only === 'large' && !numeral.magnitude && numeral.value.isWhole()) continue;
    return { unit: entry.unit, dimension: entry.dimension };
  }
  return null;
}
