// Parts against their total: a list that says what it is made of, rows of a column against 合计.
import Big from 'big.js';
import type { HealthRecord } from '../../model/record.js';
import { type AuditedDocument, before, behind, between, type Group } from '../document.js';
import type { Finding } from '../finding.js';
import { compare, intervalOf, isExact, sumOf } from '../precision.js';
import { DISJOINT, EXHAUSTIVE } from '../rules.js';
import { AGREES, finding, named, shown } from '../say.js';

const ADDITIVE: ReadonlySet<string> = new Set([
  'money',
  'people',
  'visits',
  'households',
  'facilities',
  'items',
  'events',
  'cases',
  'area',
  'other',
]);
/** 其中, 含: the parts that are worth telling, not always all of them. */
const OPENS = /(?:其中|含|包含|尤其|特别是)/u;
/** 等, 以及其他: there are more. */
const MORE = /^(?:等|及其他|左右|以及其他)/u;
const TABLE_SUBROW = /^\s*(?:其中|#|\*|含)/u;

export function partsTotal({ byId, records, groups }: AuditedDocument): Finding[] {
  const parts = new Map<string, HealthRecord[]>();
  for (const record of records) {
    if (record.partOf === null || record.aspect !== 'level') continue;
    parts.set(record.partOf, [...(parts.get(record.partOf) ?? []), record]);
  }
  const groupOf = new Map(groups.flatMap((group) => group.records.map((record) => [record.id, group] as const)));
  return [...parts].flatMap(([id, all]) => {
    const total = byId.get(id);
    if (total?.aspect !== 'level' || !ADDITIVE.has(total.dimension)) return [];
    const inTable = total.rule === 'table-cell';
    const own = all.filter(
      (part) => part.unit === total.unit && part.kind === total.kind && !(inTable && TABLE_SUBROW.test(part.sentence)),
    );
    if (own.length === 0 || own.some((part) => !isExact(part))) return [];
    const group = groupOf.get(total.id);
    const result = judge(total, own, inTable, group);
    return result ? [result] : [];
  });
}

function judge(total: HealthRecord, parts: readonly HealthRecord[], inTable: boolean, group: Group | undefined): Finding | null {
  const cites = [['total', total] as const, ...parts.map((part) => ['part', part] as const)];
  const tooLarge = parts.find((part) =>
    intervalOf(part).low.gt(intervalOf(total).high.plus(total.relation === 'eq' ? 0 : new Big(total.value).times('0.1'))),
  );
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
  if (verdict === 'inconsistent' && kind === 'disjoint' && less) return null;
  const told = `${parts.map((part) => part.raw.replace(/\s+/gu, '')).join(' + ')} = ${shown(middle, total.unit)}`;
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
  if (EXHAUSTIVE.some((words) => words.length === parts.length && words.every((word) => labels.some((label) => word.test(label)))))
    return 'closed';
  const disjoint = DISJOINT.some((words) => {
    const found = labels.map((label) => words.findIndex((word) => word.test(label)));
    return !found.includes(-1) && new Set(found).size === found.length;
  });
  if (!group || !parts.every((part) => group.records.includes(part))) return disjoint ? 'disjoint' : 'open';
  const first = parts[0] as HealthRecord;
  const last = parts.at(-1) as HealthRecord;
  const opening = total.start < first.start ? between(group, total, first) : before(group, first);
  const announced = OPENS.test(opening) || parts.some((part) => OPENS.test(before(group, part)));
  const more = MORE.test(behind(group, last).replace(/^[^一-龥]*/u, ''));
  // a list in brackets or behind a colon that is announced by no 其中 says what the whole consists of
  const consists = /^[^一-龥]*[（(：:]/u.test(opening) || /(?:分别|包括|分为|由)/u.test(opening);
  const unbroken = parts.every((part) => part.label !== '' && part.aspect === 'level');
  if (!announced && !more && consists && unbroken && between(group, first, last).split(/[；;。]/u).length === 1) return 'closed';
  return disjoint ? 'disjoint' : 'open';
}
