// Shares against their parts: 其中慢性病患者1.2万人,占36.4%.
import type { HealthRecord } from '../../model/record.js';
import { type AuditedDocument, between, type Group } from '../document.js';
import type { Finding } from '../finding.js';
import { compare, intervalOf, isExact, quotientOf, sumOf } from '../precision.js';
import { AGREES, finding, findingsOn, named, shown } from '../say.js';

const SHARE = /(?:占|占比|比重)/u;
/** 占|总数的, 占|比: no other base is named. */
const SAME_BASE = /占(?:比|总[数量额]的?|全部的?|其|的?比例|的?比重)?(?:为|达到?|约|了)?[:：]?$/u;
const NEAR = 24;

export function shareParts({ comparable, byId }: AuditedDocument): Finding[] {
  return comparable.flatMap((group) => findingsOn(group.records, (record, at) => checkedShare(record, at, group, byId)));
}

function checkedShare(share: HealthRecord, at: number, group: Group, byId: ReadonlyMap<string, HealthRecord>): Finding | null {
  if (share.unit !== '%' || share.aspect !== 'level' || !isExact(share) || share.rule === 'table-cell') return null;
  const part = at > 0 ? group.records[at - 1] : undefined;
  if (part?.aspect !== 'level' || part.kind !== share.kind || !isExact(part) || part.dimension === 'ratio') return null;
  const behindBase = at > 1 ? group.records[at - 2] : undefined;
  // 1.2万人,占老年人总数1.6万人的75%: the base stands between the two
  if (
    behindBase &&
    !/分别/u.test(between(group, behindBase, part)) &&
    /^[）)]?的?(?:比例)?(?:为|达到?)?$/u.test(between(group, part, share).trim()) &&
    /占[^,，。;；]{0,20}$/u.test(between(group, behindBase, part))
  ) {
    const usable = behindBase.aspect === 'level' && behindBase.unit === part.unit && isExact(behindBase) && part.value > 0;
    return usable ? said(share, behindBase, part) : null;
  }
  const words = between(group, part, share);
  // 分别占66.7%和33.3%: which is whose is not in the words between
  // 其中四级手术97台,三四级手术|占比: the share of something else
  const whose = words.replace(/占.*$/su, '').replace(/[，,（(、\s其所各]/gu, '');
  if (whose !== '' && !part.label.includes(whose)) return null;
  if (/分别/u.test(words) || words.length > NEAR || !SHARE.test(words) || /[。;；]/u.test(words)) return null;
  // 因病致贫2186户7642人,占贫困户总数的30.3%: of the households
  const households = behindBase?.unit === '户' && part.unit === '人' && /户/u.test(words) ? behindBase : undefined;
  const counted = households ?? part;
  const total =
    (counted.partOf === null ? undefined : byId.get(counted.partOf)) ?? namedBase(words, counted, group, at) ?? among(counted, group);
  if (!total || total.unit !== counted.unit || total.aspect !== 'level' || !isExact(total) || total.value <= 0) return null;
  if (!SAME_BASE.test(words.trim()) && !baseNames(words, total)) return null;
  if (ofAllListed(share, listBefore(group, at), total) || sharesBase(share, counted, total, group)) return null;
  return said(share, counted, total);
}

/** 60岁及以上62.5万人,占16.66%,其中65岁及以上47.3万人,占12.61%: both of the same people, whose number is not told. */
function sharesBase(share: HealthRecord, part: HealthRecord, total: HealthRecord, group: Group): boolean {
  const own = group.records[group.records.indexOf(total) + 1];
  if (own?.unit !== '%' || own === share || own.value <= 0 || !SHARE.test(between(group, total, own))) return false;
  const computed = quotientOf(intervalOf(part), intervalOf(total), own.value);
  return computed !== null && compare(share, computed).verdict !== 'inconsistent';
}

/** 手足口病3018例、腹泻927例、腮腺炎264例,|占总数的92.9%: the parts of a list, the last of them in front of the share. */
function listBefore(group: Group, at: number): HealthRecord[] {
  const list = [group.records[at - 1] as HealthRecord];
  for (let i = at - 2; i >= 0; i--) {
    const record = group.records[i] as HealthRecord;
    const next = list[0] as HealthRecord;
    if (record.unit !== next.unit || record.aspect !== 'level' || !isExact(record) || !/^[、和及]/u.test(between(group, record, next)))
      break;
    list.unshift(record);
  }
  return list;
}

/** True where the share is that of all of them together. */
function ofAllListed(share: HealthRecord, list: readonly HealthRecord[], total: HealthRecord): boolean {
  const computed = list.length > 1 ? quotientOf(sumOf(list.map(intervalOf)), intervalOf(total), 100) : null;
  return computed !== null && compare(share, computed).verdict !== 'inconsistent';
}

function said(share: HealthRecord, part: HealthRecord, total: HealthRecord): Finding | null {
  const computed = quotientOf(intervalOf(part), intervalOf(total), 100);
  if (!computed) return null;
  const { verdict, tolerance } = compare(share, computed);
  const middle = computed.low.plus(computed.high).div(2);
  return finding('share-parts', {
    verdict,
    en: `${named(share)} ${AGREES[verdict].en} with ${named(part)} of ${named(total)}: ${shown(middle, '%')}`,
    zh: `占比“${named(share)}”与“${named(part)}”占“${named(total)}”的比例${AGREES[verdict].zh}：${shown(middle, '%')}`,
    cites: [
      ['share', share],
      ['part', part],
      ['total', total],
    ],
    stated: share.value,
    computed: middle,
    tolerance,
    unit: '%',
  });
}

/** 占|总诊疗人次的: the figure of that name before it. */
function namedBase(words: string, part: HealthRecord, group: Group, at: number): HealthRecord | undefined {
  const base = baseOf(words);
  if (base.length < 2) return undefined;
  return group.records.slice(0, at - 1).findLast((other) => other.unit === part.unit && other.label.endsWith(base));
}

/** 死亡的3420名居民中,…1573人,占46%: the first figure of the sentence is that of all. */
function among(part: HealthRecord, group: Group): HealthRecord | undefined {
  const [first, second] = group.records;
  if (!first || !second || first === part || first.unit !== part.unit || first.value < part.value) return undefined;
  return /^[^，,。；;]{0,12}中[，,：:]/u.test(between(group, first, second)) ? first : undefined;
}

const baseOf = (words: string): string =>
  (/占(?:全[县市区年]?)?([一-龥]{2,12}?)(?:总[数量额])?的?(?:比例|比重)?(?:为|达到?|约)?$/u.exec(words.trim())?.[1] ?? '').replace(
    /的$/u,
    '',
  );

function baseNames(words: string, total: HealthRecord): boolean {
  const base = baseOf(words);
  return base.length >= 2 && (total.label.endsWith(base) || base.endsWith(total.label));
}
