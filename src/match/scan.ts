// One pass over the folded text: every run of digits and Chinese numerals becomes exactly one mention.
import type { Mention, MentionClass, Quantity, Span } from '../model/document.js';
import type { Dimension, Relation } from '../model/record.js';
import { RELATION_AFTER, RELATION_BEFORE, RELATION_GLUE } from '../rules/relations.js';
import { ABSTRACT_AFTER, CANCEL_BEFORE, ONE_COUNTS_AFTER } from '../rules/traps.js';
import { Characters } from '../text/characters.js';
import { standsAt } from '../text/stands-at.js';
import { Decimal } from './decimal.js';
import { type Caption, findCaptions, impliedUnit, placeBehind, type Scanned } from './implied.js';
import { unitOfList, unitOfNeighbour } from './neighbour-units.js';
import { CHINESE_NUMERAL, DIGIT, type Numeral, powerAt, readArabic, readChinese } from './numerals.js';
import { matchTrap } from './traps.js';
import type { UnitMatch, UnitTable } from './units.js';

const HAN = /\p{Script=Han}/u;
const SEED = new Characters('0123456789零〇一二两三四五六七八九十百千万亿');
const ABOUT = new Characters('余多几');
// http://example.org/2020/1.html, name@example.org
const ADDRESS = /(?:https?:\/\/|www\.)[\w\-./?=&%#:~]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}/gu;
const RANGE_OPENS = new Characters(' -—~至到');
const RANGE_MARK = / ?(?:[-—~]{1,2}|至|到) ?/uy;
// 2倍|以上|5倍以下
const BOUNDED_RANGE = /^以上(?=\d[\d.]*[^,。;]{1,3}以下)/u;
const MORE = new Characters('余多');
const APPROX_AFTER_UNIT = /[余多](?!种|个|项|家|元|发|数|年|次|人)/uy;
// 5个工作日|内办结
const WITHIN = /内(?![容科部外])/uy;

export interface ScanContext {
  /** Spans whose numbers are headings' marks. */
  readonly headingMarks: readonly Span[];
  /** Spans of page furniture: navigation, counters, licences. */
  readonly furniture: readonly Span[];
  readonly units: UnitTable;
  /** Phrases of the user's packs whose numbers are no figures, folded. */
  readonly cancelled: readonly string[];
  /** Rows of tables that lie on one line: numbers of which it is not known what they measure. */
  readonly flattened: readonly Span[];
  /** Tables, the figures of their cells in order and the cells not understood: what else has digits there is a header. */
  readonly tables: readonly (Span & { readonly figures: readonly { readonly quantity: Quantity }[]; readonly unread: readonly Span[] })[];
}

/** Every number-like run of `text` (folded) in order; no two overlap. `source` is the text before folding. */
export function scan(text: string, source: string, context: ScanContext): Mention[] {
  const claimed = [
    ...claims(context.headingMarks, 'heading', 'heading-mark'),
    ...claims(context.furniture, 'furniture', 'page-furniture'),
    ...claims(addresses(text), 'identifier', 'address'),
    ...claims(cancelledSpans(text, context.cancelled), 'name', 'cancelled-phrase'),
    ...claims(context.flattened, 'unexplained', 'flattened-row'),
    ...claims(context.tables, 'heading', 'table-header'),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  const scanned: Scanned = { text, source, units: context.units };
  // a cell begins with its sign, which is no seed
  const cells = new Map(
    context.tables.flatMap(({ figures }) =>
      figures.map(({ quantity }) => [quantity.start + signOf(text, quantity.start), quantity] as const),
    ),
  );
  const unread = new Map(context.tables.flatMap((table) => table.unread.map(({ start, end }) => [start, end] as const)));
  const mentions: Mention[] = [];
  readRuns(scanned, { claimed, cells, unread, quoted: quotedNames(text), captions: findCaptions(text, context.units) }, mentions);
  return mentions;
}

/** What is known of a text before its numbers are read, each in the order of the text. */
interface Known {
  /** Spans whose numbers have a class. */
  readonly claimed: readonly Mention[];
  /** Figures of tables, by the start of their first digit. */
  readonly cells: ReadonlyMap<number, Quantity>;
  /** Ends of the cells that were not understood, by their starts. */
  readonly unread: ReadonlyMap<number, number>;
  readonly quoted: readonly Span[];
  readonly captions: readonly Caption[];
}

function readRuns(scanned: Scanned, { claimed, cells, unread, quoted, captions }: Known, mentions: Mention[]): void {
  const { text } = scanned;
  let caption = 0;
  let claim = 0;
  let quote = 0;
  for (let at = SEED.next(text, 0, text.length); at < text.length; at = SEED.next(text, at, text.length)) {
    while (claim < claimed.length && (claimed[claim] as Span).end <= at) claim++;
    const owner = claimed[claim];
    const cell = cells.get(at);
    if (cell) {
      mentions.push(cell);
      at = cell.end;
      continue;
    }
    if (owner && owner.start <= at) {
      const end = unread.get(at) ?? Math.min(owner.end, runEnd(text, at));
      mentions.push(
        unread.has(at)
          ? { start: at, end, class: 'unexplained', rule: 'table-cell' }
          : { start: at, end, class: owner.class, rule: owner.rule },
      );
      at = end;
      continue;
    }
    while (quote < quoted.length && (quoted[quote] as Span).end <= at) quote++;
    const inName = quoted[quote] !== undefined && (quoted[quote] as Span).start <= at;
    while (caption < captions.length && (captions[caption] as Caption).end <= at) caption++;
    const governing = captions[caption] && (captions[caption] as Caption).start <= at ? (captions[caption] as Caption) : null;
    const mention = readAt(scanned, at, inName, governing);
    mentions.push(mention);
    at = mention.end;
  }
}

const SIGN = new Characters('-−+');
const signOf = (text: string, at: number): number => (SIGN.at(text, at) ? 1 : 0);

const claims = (spans: readonly Span[], mentionClass: MentionClass, rule: string): Mention[] =>
  spans.map(({ start, end }) => ({ start, end, class: mentionClass, rule }));

const addresses = (text: string): Span[] => Array.from(text.matchAll(ADDRESS), (m) => ({ start: m.index, end: m.index + m[0].length }));

function cancelledSpans(text: string, phrases: readonly string[]): Span[] {
  const spans: Span[] = [];
  for (const phrase of phrases) {
    for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + phrase.length))
      spans.push({ start: at, end: at + phrase.length });
  }
  return spans;
}

function runEnd(text: string, at: number): number {
  return (DIGIT.at(text, at) ? DIGIT : CHINESE_NUMERAL).past(text, at + 1, text.length);
}

// “十免四补助”, 《目录(2019年版)》, "15分钟便民服务圈": a short quotation is a name, whatever numbers it holds.
const QUOTED = /“[^“”\n]{1,24}”|《[^《》\n]{1,60}》|"[^"\n]{1,24}"|‘[^‘’\n]{1,24}’|'[^'\n]{1,16}'/gu;
// A quotation that holds a clause with its own verb and figure is read as text: “完成率达95%,排名第一”
const QUOTED_TEXT = /[,。;]/u;
// “今年已追回医保基金1126.48万元”
const QUOTED_FIGURE = /[\p{Script=Han}]{6,}\d[\d.,]*(?:[余多]?[万亿]元|[万亿]?人次?)$/u;

function quotedNames(text: string): Span[] {
  const spans: Span[] = [];
  for (const m of text.matchAll(QUOTED)) {
    const inner = m[0].slice(1, -1);
    const tells = (QUOTED_TEXT.test(inner) && inner.length > 14) || QUOTED_FIGURE.test(inner);
    if (m[0][0] !== '《' && tells && DIGIT.last(inner) >= 0) continue;
    spans.push({ start: m.index, end: m.index + m[0].length });
  }
  return spans;
}

function readAt(scanned: Scanned, at: number, inName: boolean, caption: Caption | null): Mention {
  const { text, source } = scanned;
  if (inName) return { start: at, end: runEnd(text, at), class: 'name', rule: 'quoted-name' };
  const trap = matchTrap(text, at);
  if (trap) return { start: at, end: trap.end, class: trap.rule.class, rule: trap.rule.id };
  const isDigit = DIGIT.at(text, at);
  const quantity = isDigit ? readArabicQuantity(scanned, at, caption) : readChineseQuantity(scanned, at);
  if (quantity) return quantity;
  const end = isDigit ? (readArabic(text, source, at)?.end ?? runEnd(text, at)) : runEnd(text, at);
  if (!isDigit) return { start: at, end, class: 'name', rule: 'numeral-in-word' };
  const run = text.slice(at, end);
  if (/^(?:19[89]\d|20[0-4]\d)$/u.test(run)) return { start: at, end, class: 'date', rule: 'bare-year' };
  if (/^[A-Za-z]/u.test(text.slice(end))) return { start: at, end, class: 'name', rule: 'latin-name' };
  return { start: at, end, class: 'unexplained', rule: 'no-unit' };
}

function readArabicQuantity(scanned: Scanned, at: number, caption: Caption | null): Quantity | null {
  const { text, source, units } = scanned;
  const before = text.slice(Math.max(0, at - 40), at);
  if (standsAt(CANCEL_BEFORE, text, at) || (text[at - 1] === '.' && DIGIT.at(text, at - 2))) return null;
  const first = readArabic(text, source, at);
  if (!first) return null;
  let start = at;
  let value = first.value;
  // -3.2‰ behind a Chinese character or punctuation; a dash between numbers is a range
  if (SIGN.at(text, at - 1) && /[\p{Script=Han}(,:](?:-|−)$/u.test(before)) {
    value = value.negative();
    start = at - 1;
  }
  let numeral: Numeral = first;
  let valueMax: Decimal | null = null;
  let unit = unitBehind(text, numeral.end, units);
  // 3-5天, 10%~15%, 3万至5万元
  const afterFirst = unit?.end ?? numeral.end;
  const mark = rangeMark(text, afterFirst, unit !== null);
  if (mark && DIGIT.at(text, afterFirst + mark.length)) {
    const secondAt = afterFirst + mark.length;
    const second = matchTrap(text, secondAt) ? null : readArabic(text, source, secondAt);
    const secondUnit = second ? unitBehind(text, second.end, units) : null;
    const fromTo = /(?:由|从|自)(?:[一-龥]{0,6})$/u.test(before) && /至|到/u.test(mark);
    if (second && secondUnit && (!unit || unit.unit === secondUnit.unit) && !fromTo) {
      if (second.magnitude && !numeral.magnitude && !unit) value = value.scaled(powerAt(text, second.end));
      if (second.value.isAbove(value)) {
        valueMax = second.value;
        numeral = { ...second, approximate: first.approximate || second.approximate };
        unit = secondUnit;
      }
    }
  }
  // 较上年提高5.8个和2.6个百分点
  const elided = unit?.unit === '个' ? /^个(?:、|和|及|与)[\d.]+个?(百分点|千分点)/u.exec(text.slice(numeral.end, numeral.end + 16)) : null;
  if (unit && elided) unit = { ...unit, unit: elided[1] as string, dimension: 'points' };
  if (!unit) {
    const behind = { end: numeral.end, spelled: false, approximate: false };
    const listed = unitOfList(scanned, numeral, before);
    const place = placeBehind(text, numeral.end, before);
    const beside = unitOfNeighbour(scanned, numeral, at, before);
    if (place) unit = { ...place, approximate: false };
    else if (beside) unit = { ...beside, approximate: false };
    else if (listed?.unit) {
      value = value.scaled(listed.power);
      unit = { ...behind, unit: listed.unit, dimension: listed.dimension };
    } else if (caption?.unit && !/^[A-Za-z年月日]/u.test(text.slice(numeral.end))) {
      value = value.scaled(caption.power);
      unit = { ...behind, unit: caption.unit, dimension: caption.dimension };
    }
  }
  return finish(text, { start, numeral, value, valueMax, unit, before, spelled: false, caption: caption?.title ?? '' });
}

/** What joins the number that ends at `at` to the upper end of its range, or ''. */
function rangeMark(text: string, at: number, behindUnit: boolean): string {
  RANGE_MARK.lastIndex = at;
  const mark = RANGE_OPENS.at(text, at) ? RANGE_MARK.exec(text) : null;
  if (mark) return mark[0];
  return behindUnit && text.startsWith('以上', at) ? (BOUNDED_RANGE.exec(text.slice(at, at + 20))?.[0] ?? '') : '';
}

const SPELLED_RATIO = /(百分之|千分之|万分之|十万分之)([零〇一二两三四五六七八九十百点]+|\d+(?:\.\d+)?)(?:个百分点)?/uy;
const RATIO_UNITS: Readonly<Record<string, readonly [string, Dimension]>> = {
  百分之: ['%', 'ratio'],
  千分之: ['‰', 'ratio'],
  万分之: ['1/万', 'rate'],
  十万分之: ['1/10万', 'rate'],
};

function readChineseQuantity({ text, units }: Scanned, at: number): Quantity | null {
  const before = text.slice(Math.max(0, at - 40), at);
  // 百分之九十五, 十万分之8.5, 百分之三点二
  SPELLED_RATIO.lastIndex = at;
  const ratio = SPELLED_RATIO.exec(text);
  if (ratio) {
    const value = spelledDecimal(ratio[2] as string);
    const unit = RATIO_UNITS[ratio[1] as string];
    if (value && unit && !(ratio[2] === '百' && /百分之百/u.test(before))) {
      const end = at + ratio[0].length;
      return finish(text, {
        start: at,
        numeral: { value, end, approximate: false, magnitude: false },
        value,
        valueMax: null,
        unit: { unit: unit[0], dimension: unit[1], end, spelled: true },
        before,
        spelled: true,
        caption: '',
      });
    }
  }
  if (standsAt(CANCEL_BEFORE, text, at) || /[第其每之同专任逐统唯某这那哪几数上下另独半]$/u.test(before)) return null;
  if (before.endsWith('各') && !EACH_HAS.test(text.slice(at, at + 4))) return null;
  let numeral = readChinese(text, at);
  if (!numeral) return null;
  const run = text.slice(at, numeral.end);
  // 死亡率为零
  if (
    run === '零' &&
    /(?:率|死亡|发生|感染|病例|事故|报告)[^,。;]{0,4}(?:为|是|保持|归)$/u.test(before) &&
    !HAN.test(text[numeral.end] ?? '')
  ) {
    return finish(text, { start: at, numeral, value: numeral.value, valueMax: null, unit: null, before, spelled: true, caption: '' });
  }
  // 百余个: an approximate hundred counts
  if (/^[万亿百千零〇]/u.test(run) && !(/^[百千]$/u.test(run) && /^[余多]/u.test(text.slice(numeral.end)))) return null;
  // 三百余人, 二十多家
  let unitAt = numeral.end;
  if (ABOUT.at(text, unitAt) && numeral.value.toNumber() >= 10) {
    unitAt++;
    numeral = { ...numeral, approximate: true };
  }
  let valueMax: Decimal | null = null;
  let value = numeral.value;
  // 十至十五人
  if (text[unitAt] === '至' || text[unitAt] === '到') {
    const second = readChinese(text, unitAt + 1);
    const secondUnit = second && units.match(text, second.end);
    if (second && secondUnit?.spelled && second.value.isAbove(value)) {
      valueMax = second.value;
      numeral = second;
      unitAt = second.end;
    }
  }
  const magnitudeMoney = numeral.magnitude && /^(?:元|美元)/u.test(text.slice(unitAt, unitAt + 2));
  const unit = units.match(text, unitAt);
  if (!unit || (!unit.spelled && !magnitudeMoney)) return null;
  const after = text.slice(unit.end, unit.end + 8);
  const behind = text.slice(Math.max(0, at - 8), at);
  if (numeral.value.toNumber() < 10 && !numeral.approximate) {
    if (ABSTRACT_AFTER.test(after) || /^[”"’》县区镇乡村街]/u.test(after)) return null;
    // 新生儿、婴儿、儿童三个死亡率分别为: counts the list just named
    if (/^[一-龥]{0,6}(?:率|指标|比例|水平)(?:依次|分别)/u.test(text.slice(unit.end, unit.end + 12))) return null;
    // 信息平台二期 is a phase, 培训班两期 are two courses
    if (unit.unit === '期' && /^[一二]$/u.test(run) && !/(?:班|培训|讲座)$/u.test(behind)) return null;
    // 一个中心, 两手抓: one of something counts only where it was created or happened
    if (numeral.value.toNumber() === 1 && (unit.unit === '批' || !(ONE_COUNTS_AFTER.test(behind) || countsBehindNoun(before, after))))
      return null;
    if (unit.unit === '个' && !HAN.test(after[0] ?? '') && !HAN.test(behind.at(-1) ?? '')) return null;
    if (unit.unit === '类' || unit.unit === '年') return null;
    // 培训班两期 counts, 二期工程 and 两次全会 do not
    if ((unit.unit === '次' || unit.unit === '期') && (HAN.test(after[0] ?? '') || !HAN.test(behind.at(-1) ?? ''))) return null;
  }
  value = valueMax ? value : numeral.value;
  return finish(text, { start: at, numeral: { ...numeral, end: unitAt }, value, valueMax, unit, before, spelled: true, caption: '' });
}

// 救护车、彩超各|一台
const EACH_HAS = /^[一二两三四五六七八九][台所个名辆间处家张套部](?:[,。;、)]|$)/u;

/** Things that were bought or given one of each, or courses that were held, named one after the other. */
const CAME_WITH =
  /(?:购置|购进|购买|购入|添置|增添|引进|配备|配置|装备|捐赠|捐助|获赠|投放|新增|新建|建成|建有|设有|举办|开办|举行)[^。;,]{0,24}[\p{Script=Han}A-Za-z)]{2}$/u;

/** 新建住院楼|一栋, 引进设备|一台: behind the thing that came into being, at the end of its clause. */
function countsBehindNoun(before: string, after: string): boolean {
  if (!/^(?:[,。;、)]|$)/u.test(after)) return false;
  // 购置螺旋CT一台、全自动生化分析仪|一台
  if (CAME_WITH.test(before)) return true;
  const created = /([一-龥]{2,3})[一-龥]{2,8}$/u.exec(before.slice(-11))?.[0] ?? '';
  return [2, 3].some((n) => [...created].some((_, i) => i + n < created.length && ONE_COUNTS_AFTER.test(created.slice(i, i + n))));
}

function spelledDecimal(spelled: string): Decimal | null {
  if (DIGIT.at(spelled, 0)) return new Decimal(spelled);
  const [whole, fraction] = spelled.split('点');
  const left = whole === '百' ? new Decimal('100') : readChinese(whole ?? '', 0)?.value;
  if (!left) return null;
  if (fraction === undefined) return left;
  const digits = [...fraction].map((c) => '零一二三四五六七八九'.indexOf(c === '〇' ? '零' : c));
  return digits.includes(-1) ? null : new Decimal(`${left.toBig().toFixed()}.${digits.join('')}`);
}

/** The unit behind a numeral, past one space and an approximating 余 or 多 (200余名, 35万多 人). */
function unitBehind(text: string, at: number, units: UnitTable): (UnitMatch & { approximate: boolean }) | null {
  let i = at;
  if (text[i] === ' ') i++;
  let approximate = false;
  if (ABOUT.at(text, i) && units.match(text, i + 1)) {
    approximate = true;
    i++;
  }
  const found = units.match(text, i);
  if (!found) return null;
  const { unit, dimension, end, spelled } = found;
  return { unit, dimension, end, spelled, approximate };
}

interface Draft {
  readonly start: number;
  readonly numeral: Numeral;
  readonly value: Decimal;
  readonly valueMax: Decimal | null;
  readonly unit: (UnitMatch & { approximate?: boolean }) | null;
  readonly before: string;
  readonly spelled: boolean;
  /** The words of the caption that gave the unit, or ''. */
  readonly caption: string;
}

function finish(text: string, draft: Draft): Quantity | null {
  let { unit } = draft;
  let end = unit?.end ?? draft.numeral.end;
  const implied = unit ? null : impliedUnit(text, draft.numeral, draft.before);
  if (!unit && !implied) return null;
  if (!unit && implied?.unit) unit = { unit: implied.unit, dimension: implied.dimension, end, spelled: false };
  let approximate = draft.numeral.approximate || unit?.approximate === true;
  // 1000元余; 200余
  if (!draft.unit && MORE.at(text, end)) {
    approximate = true;
    end++;
  }
  if (draft.unit && MORE.at(text, end) && standsAt(APPROX_AFTER_UNIT, text, end)) {
    approximate = true;
    end++;
  }
  const read = readRelation(text, draft.start, end, approximate);
  // 5个工作日内办结: within a time limit
  const within =
    unit?.dimension === 'duration' && unit.unit !== '年' && read.relation === 'eq' && read.outerEnd === end && standsAt(WITHIN, text, end);
  const { outerStart } = read;
  // 2倍以上5倍以下: both bounds are said already
  const bounded = draft.valueMax !== null && text.slice(draft.start, end).includes('以上');
  const relation = within ? 'lte' : bounded ? 'eq' : read.relation;
  const outerEnd = within ? end + 1 : read.outerEnd;
  const quantity: Quantity = {
    class: 'quantity',
    rule: unit && !implied ? 'number-unit' : 'implied-unit',
    start: draft.start,
    end,
    value: draft.value.toNumber(),
    valueMax: draft.valueMax?.toNumber() ?? null,
    unit: unit?.unit ?? null,
    dimension: unit?.dimension ?? 'other',
    relation,
    outerStart,
    outerEnd,
    unitImplied: implied !== null || unit?.end === draft.numeral.end,
    spelled: draft.spelled,
  };
  return draft.caption === '' ? quantity : { ...quantity, caption: draft.caption };
}

/** Words of a list by the character that meets the number: few of them are tried. */
function byEdge(
  words: readonly (readonly [string, Relation])[],
  edge: 0 | -1,
): ReadonlyMap<string, readonly (readonly [string, Relation])[]> {
  const groups = new Map<string, (readonly [string, Relation])[]>();
  for (const entry of words) {
    const character = entry[0].at(edge) as string;
    groups.set(character, [...(groups.get(character) ?? []), entry]);
  }
  return groups;
}
const GLUE_ENDS = new Characters('了为达到在至有');
const BEFORE_BY_LAST = byEdge(RELATION_BEFORE, -1);
const AFTER_BY_FIRST = byEdge(RELATION_AFTER, 0);
/** As far as a relation word is looked for, with the words that come between it and the number. */
const RELATION_MAX = 12;
// 附近, 最近, B超, 签约: words of their own
const NO_RELATION =
  /(?:附近|最近|临近|远近|邻近|B超|彩超|合约|签约|节约|预约|履约|公约|条约|大约束|集约|制约|相约|特约|胎超|就近|违约|解约|续约)$/u;

/** The relation word that ends at `at`, where it begins at or behind `from`. */
function relationBefore(text: string, at: number, from: number): readonly [word: string, relation: Relation] | undefined {
  const entry = BEFORE_BY_LAST.get(text.charAt(at - 1))?.find(([word]) => at - word.length >= from && text.endsWith(word, at));
  return entry && !NO_RELATION.test(text.slice(from, at)) ? entry : undefined;
}

const BOUND_OF_WHOLE = /(不低于|不少于|不超过|不高于)[^,、。;:(0-9]{2,12}的$/u;
// 最低救助|75%
const BOUND_BEFORE =
  /(最低|最高|至少|最多|至多|最少)(?!(?:支付|补偿|补助|报销|救助|赔付)?限[额价]|时|的|峰|达|降幅|涨幅|增幅|生活|工资|收入|气温|标准)[^,、。;:(0-9]{0,6}$/u;

function readRelation(
  text: string,
  start: number,
  end: number,
  approximate: boolean,
): { relation: Relation; outerStart: number; outerEnd: number } {
  let relation: Relation = approximate ? 'approx' : 'eq';
  let outerStart = start;
  let outerEnd = end;
  const from = Math.max(0, start - RELATION_MAX);
  const before = text.slice(from, start).trimEnd();
  let head = from + before.length;
  let found = relationBefore(text, head, from);
  if (!found && GLUE_ENDS.at(text, head - 1)) {
    head -= RELATION_GLUE.exec(before)?.[0].length ?? 0;
    found = relationBefore(text, head, from);
  }
  if (found) {
    const [word, meaning] = found;
    if (!(meaning === 'approx' && relation === 'approx')) relation = meaning;
    outerStart = head - word.length;
  }
  for (const [word, meaning] of AFTER_BY_FIRST.get(text.charAt(end)) ?? []) {
    if (!text.startsWith(word, end)) continue;
    if (meaning !== 'eq') relation = relation === 'eq' || meaning !== 'approx' ? meaning : relation;
    outerEnd = end + word.length;
    break;
  }
  // 控制在10.2‰的责任目标以内
  if (relation === 'eq' && text[end] === '的' && /^的[一-龥]{0,6}以内/u.test(text.slice(end, end + 10))) relation = 'lte';
  // 约占基层诊疗量的|31%
  if (relation === 'eq' && before.includes('约占') && /约占[^,。;\d]*$/u.test(before)) relation = 'approx';
  // 抽查比例不低于监督对象总数的|20%
  if (relation === 'eq' && text[end - 1] === '%' && before.endsWith('的')) {
    const bound = BOUND_OF_WHOLE.exec(before)?.[1];
    if (bound) relation = bound.endsWith('超过') || bound.endsWith('高于') ? 'lte' : 'gte';
  }
  // 最低救助75%, 最高可报销90%: the bound stands before the verb
  if (relation === 'eq' && (before.includes('最') || before.includes('至'))) {
    const bound = BOUND_BEFORE.exec(text.slice(from, start))?.[1];
    if (bound) relation = bound === '最低' || bound === '至少' || bound === '最少' ? 'gte' : 'lte';
  }
  return { relation, outerStart, outerEnd };
}
