// Parts against their total: a list that says what it is made of, rows of a column against 合计.
import Big from 'big.js';
import type { HealthRecord } from '../../model/record.js';
import { type AuditedDocument, before, behind, between, type Group } from '../document.js';
import type { Finding } from '../finding.js';
import { compare, intervalOf, isExact, quotientOf, sumOf } from '../precision.js';
import { ADDITIVE, DISJOINT, EXHAUSTIVE } from '../rules.js';
import { AGREES, finding, named, shown } from '../say.js';

/** 其中, 含: the parts that are worth telling, not always all of them. */
const OPENS = /(?:其中|含|包含|尤其|特别是)/u;
/** 等, 以及其他: there are more. */
const MORE = /^(?:等|及其他|左右|以及其他)/u;
/** Parts that a finding cites: of a long column, the first. */
const MAX_CITED = 40;
const TABLE_SUBROW = /^\s*(?:其中|#|\*|含)/u;

export function partsTotal({ byId, groups, groupOf, partsOf }: AuditedDocument): Finding[] {
  const parts = new Map([...partsOf].map(([total, own]) => [total, new Set(own)] as const));
  groups.forEach((group, i) => {
    for (const [total, own] of [...announcedLists(group), ...sumsBehind(group), ...listsBelow(group, groups, i + 1)]) {
      parts.set(total.id, new Set([...(parts.get(total.id) ?? []), ...own]));
    }
  });
  return [...parts].flatMap(([id, all]) => {
    const total = byId.get(id);
    if (total?.aspect !== 'level' || !ADDITIVE.has(total.dimension)) return [];
    const inTable = total.rule === 'table-cell';
    const own = [...all]
      .filter((part) => part.unit === total.unit && part.kind === total.kind && !(inTable && TABLE_SUBROW.test(part.sentence)))
      .sort((a, b) => a.start - b.start);
    if (own.length === 0 || own.some((part) => !isExact(part)) || tellsTopOnly(total, own)) return [];
    if (isPartOfAll(total, own, groupOf) || own.some((part) => isOfEach(part, groupOf))) return [];
    return judge(total, own, inTable, groupOf.get(total.id)) ?? [];
  });
}

/** 手足口病3018例、腮腺炎264例,占总数的92.9%: there are others, as many as the share leaves. */
function isPartOfAll(total: HealthRecord, parts: readonly HealthRecord[], groupOf: AuditedDocument['groupOf']): boolean {
  const last = parts.at(-1) as HealthRecord;
  const group = groupOf.get(last.id);
  const share = group?.records[group.records.indexOf(last) + 1];
  if (!group || parts.length < 2 || share?.unit !== '%' || !/^[，,](?:共|合计|共计)?占/u.test(between(group, last, share))) return false;
  const computed = quotientOf(sumOf(parts.map(intervalOf)), intervalOf(total), 100);
  return computed !== null && share.value < 100 && compare(share, computed).verdict !== 'inconsistent';
}

/** 疾控机构、妇幼保健机构各|17个: counted once for each of them. */
function isOfEach(part: HealthRecord, groupOf: AuditedDocument['groupOf']): boolean {
  const group = groupOf.get(part.id);
  return group !== undefined && /各$/u.test(before(group, part));
}

const usable = (record: HealthRecord): boolean =>
  record.aspect === 'level' && isExact(record) && record.rule !== 'table-cell' && ADDITIVE.has(record.dimension);
/** 2847人：…, 23处，分别为…, 86名（…: what follows is what the figure consists of. */
const ANNOUNCED = /^[^，,。；;：:（(\d]{0,6}(?:[：:（(]|[，,]?(?:其中|分别为|分别是|分别|包括|分布为|分为|即))/u;
const REST = /(?:其余|剩余|不足部分|缺口|尚缺|另有|另外)/u;
const MAX_LINES = 20;
const MAX_LINE = 40;

type PartsOfTotal = readonly [total: HealthRecord, parts: readonly HealthRecord[]];

/** Lists in one sentence that say what a figure before them consists of, whether they add up or not. */
function announcedLists(group: Group): PartsOfTotal[] {
  const lists: PartsOfTotal[] = [];
  group.records.forEach((total, at) => {
    const next = group.records[at + 1];
    if (!next || next.unit !== total.unit || next.partOf !== null || !usable(total)) return;
    const opening = between(group, total, next);
    // 未定级医院9个;按经济类型分,公立…: what follows is of something else
    if (/[；;。]按/u.test(opening)) return;
    const listed: HealthRecord[] = [];
    for (let i = at + 1; i < group.records.length; i++) {
      const record = group.records[i] as HealthRecord;
      if (record.unit !== total.unit || !usable(record) || record.kind !== total.kind) break;
      const previous = listed.at(-1);
      const words = previous ? between(group, previous, record) : '';
      // the bracket is closed, the next clause has another subject
      // after 、 a comma opens another clause: 发病居前三位的共316例
      const [first, second] = listed;
      if (first && second && between(group, first, second).includes('、') && /[，,]/u.test(words)) break;
      if (previous && (/[）)；;。]/u.test(words.replace(/[（(][^（()）]*[）)]/gu, '')) || REST.test(words))) break;
      listed.push(record);
    }
    if (listed.length < 2) return;
    const pair = EXHAUSTIVE.some(
      (words) =>
        words.length === listed.length &&
        words.every((word) => listed.some((part) => word.test(part.label) || word.test(before(group, part)))),
    );
    // 16个州(市)的129个县: a bracket that is closed announces nothing
    if ((ANNOUNCED.test(opening.replace(/[（(][^（()）]*[）)]/gu, '')) || pair) && !REST.test(group.sentence)) lists.push([total, listed]);
  });
  return lists;
}

/** Kinds that are told first, and those of which one would end a full list: 高级职称87人、中级职称263人 or 执业医师、注册护士 need not be all. */
const RANKS: readonly (readonly [upper: RegExp, lowest: RegExp])[] = [
  [/(?:正高|副高|高级|中级)/u, /(?:初级|员级|士级|其他|以下)/u],
  [/(?:博士|硕士|研究生|本科)/u, /(?:大专|专科|中专|高中|其他|以下)/u],
  [/(?:老年人|高血压|糖尿病|孕产妇|儿童|残疾人|贫困|脱贫|慢性?病|结核|精神障碍|计生)/u, /(?:其他|其它|其余|一般人群)/u],
  [/(?:医师|医生|护士)/u, /(?:药师|药剂|药士|技师|技士|检验|影像|见习|其他|其它)/u],
];

function tellsTopOnly(total: HealthRecord, parts: readonly HealthRecord[]): boolean {
  const sum = parts.reduce((all, { value }) => all + value, 0);
  if (sum >= total.value) return false;
  // 高级职称163人、博士1人、硕士47人: of two kinds of ranks
  const lowestTold = parts.some(({ label }) => RANKS.some(([, lowest]) => lowest.test(label)));
  if (!lowestTold && parts.every(({ label }) => RANKS.some(([upper]) => upper.test(label)))) return true;
  return RANKS.some(([upper, lowest]) => parts.every(({ label }) => upper.test(label)) && !parts.some(({ label }) => lowest.test(label)));
}

const NUMERALS = '二三四五六七八九十';
const SUM_OF = /([两二三四五六七八九十])(?:者|项|类|级|部分|家|所)(?:合计|共计|总计|共|相加)(?:为|达)?$/u;

/** 三者|合计156个: the number of figures before it that it sums up. */
function sumsBehind(group: Group): PartsOfTotal[] {
  const sums: PartsOfTotal[] = [];
  group.records.forEach((total, at) => {
    // at least two, of its unit
    if (at < 2 || group.records[at - 1]?.unit !== total.unit || !usable(total)) return;
    const numeral = SUM_OF.exec(before(group, total))?.[1];
    if (numeral === undefined) return;
    const count = numeral === '两' ? 2 : NUMERALS.indexOf(numeral) + 2;
    const parts = group.records.slice(Math.max(0, at - count), at);
    if (parts.length === count && parts.every((part) => part.unit === total.unit && usable(part))) sums.push([total, parts]);
  });
  return sums;
}

/** …如下：, and below it, from the group `next` on, a line for each part. */
function listsBelow(group: Group, groups: readonly Group[], next: number): PartsOfTotal[] {
  const total = group.records.at(-1);
  if (!total || !usable(total) || !/[：:]\s*$/u.test(group.sentence) || REST.test(group.sentence)) return [];
  const parts: HealthRecord[] = [];
  for (const line of groups.slice(next, next + MAX_LINES)) {
    const [part] = line.records;
    if (
      line.records.length !== 1 ||
      !part ||
      part.unit !== total.unit ||
      !usable(part) ||
      line.sentence.length > MAX_LINE ||
      line.sentence.includes('。')
    )
      break;
    parts.push(part);
  }
  return parts.length > 1 ? [[total, parts]] : [];
}

/** What was done to some of a stock, which the others had before. */
const DONE_THEN = /(?:新建|新增|新设|改建|扩建|改造|升级|提升|续建|维修|迁建)/u;

/** A part that is more than its whole, whatever rounding and 约 leave open. */
function largerPart(total: HealthRecord, parts: readonly HealthRecord[]): HealthRecord | undefined {
  // most lists have none that is printed as more, and need no exact arithmetic
  if (total.value >= 0 && !parts.some((part) => part.value > total.value)) return undefined;
  const most = intervalOf(total).high.plus(total.relation === 'eq' ? 0 : new Big(total.value).times('0.1'));
  return parts.find((part) => intervalOf(part).low.gt(most));
}

function judge(total: HealthRecord, parts: readonly HealthRecord[], inTable: boolean, group: Group | undefined): Finding | null {
  const cites = [['total', total] as const, ...parts.slice(0, MAX_CITED).map((part) => ['part', part] as const)];
  const tooLarge = largerPart(total, parts);
  if (tooLarge && total.relation !== 'gte' && total.relation !== 'gt') {
    return finding('parts-total', {
      verdict: 'inconsistent',
      en: `${named(tooLarge)} is more than the whole it is part of, ${named(total)}`,
      zh: `部分“${named(tooLarge)}”大于其总数“${named(total)}”`,
      cites: [
        ['total', total],
        ['part', tooLarge],
      ],
      stated: total.value,
      computed: new Big(tooLarge.value),
      unit: total.unit,
    });
  }
  if (parts.length < 2 || !isExact(total)) return null;
  const sum = sumOf(parts.map(intervalOf));
  const middle = parts.reduce((all, part) => all.plus(part.value), new Big(0));
  const { verdict, tolerance } = compare(total, sum);
  const less = middle.lt(total.value);
  const kind = inTable ? 'closed' : listKind(total, parts, group);
  if (verdict === 'inconsistent' && kind === 'open') return null;
  // 中医馆103个(年内新建9个、提档升级22个): what became of some of them
  if (verdict === 'inconsistent' && less && parts.every(({ label }) => DONE_THEN.test(label))) return null;
  if (verdict === 'inconsistent' && kind === 'disjoint' && less) return null;
  const printed = parts.slice(0, MAX_CITED).map((part) => part.raw.replace(/\s+/gu, ''));
  const told = `${[...printed, ...(parts.length > MAX_CITED ? [`… (${parts.length})`] : [])].join(' + ')} = ${shown(middle, total.unit)}`;
  return finding('parts-total', {
    verdict,
    en: `${named(total)} ${AGREES[verdict].en} with the sum of its parts: ${told}`,
    zh: `总数“${named(total)}”与各部分之和${AGREES[verdict].zh}：${told}`,
    cites,
    stated: total.value,
    computed: middle,
    tolerance,
    unit: total.unit,
  });
}

/**
 * closed: the list names all parts, so that they add up; disjoint: no two of them overlap, so that they are no more than the whole; open: parts
 * of which it is not known whether they overlap (执业医师, 中级职称).
 */
function listKind(total: HealthRecord, parts: readonly HealthRecord[], group: Group | undefined): 'closed' | 'disjoint' | 'open' {
  const labels = parts.map((part) => part.label);
  // with the words before them, which a label may leave out (男性31名)
  const told = parts.map((part) => (group?.records.includes(part) ? `${part.label}${before(group, part)}` : part.label));
  if (EXHAUSTIVE.some((words) => words.length === parts.length && words.every((word) => told.some((label) => word.test(label)))))
    return 'closed';
  const disjoint = DISJOINT.some((words) => {
    const found = labels.map((label) => words.findIndex((word) => word.test(label)));
    return !found.includes(-1) && new Set(found).size === found.length;
  });
  // 其他: with them, all are named
  if (labels.length > 2 && told.some((label) => /^其[他它余]|[，,、；;：:]其[他它余]/u.test(label))) return 'closed';
  if (!group || !parts.every((part) => group.records.includes(part))) {
    return group && /[：:]\s*$/u.test(group.sentence) ? 'closed' : disjoint ? 'disjoint' : 'open';
  }
  if (parts.every((part) => part.end <= total.start) && /[者项类级分家所](?:合计|共计|总计|共|相加)(?:为|达)?$/u.test(before(group, total)))
    return 'closed';
  const first = parts[0] as HealthRecord;
  const last = parts.at(-1) as HealthRecord;
  const opening = total.start < first.start ? between(group, total, first) : before(group, first);
  const announced = OPENS.test(opening) || parts.some((part) => OPENS.test(before(group, part)));
  const more = MORE.test(behind(group, last).replace(/^[^一-龥]*/u, ''));
  // a list in brackets or behind a colon that is announced by no 其中 says what the whole consists of
  const consists = /^[^一-龥]*[（(：:]/u.test(opening) || /(?:分别|包括|分为|由)/u.test(opening);
  // A、B、C,居前三位的共…: behind the list another figure is told
  const signs = parts.slice(1).map((part, i) => between(group, parts[i] as HealthRecord, part));
  if (signs[0]?.includes('、') && signs.some((words) => /[，,]/u.test(words))) return disjoint ? 'disjoint' : 'open';
  const unbroken = parts.every((part) => part.label !== '' && part.aspect === 'level');
  if (!announced && !more && consists && unbroken && between(group, first, last).split(/[；;。]/u).length === 1) return 'closed';
  return disjoint ? 'disjoint' : 'open';
}
