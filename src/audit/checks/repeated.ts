// One indicator told twice: in the summary and in its chapter, in two reports of a place.
import Big from 'big.js';
import type { HealthRecord } from '../../model/record.js';
import type { AuditedDocument } from '../document.js';
import type { Finding } from '../finding.js';
import { intervalOf, isExact } from '../precision.js';
import { finding, named } from '../say.js';

/** Below such a heading a figure is about that institution, though its label does not say so. */
const INSTITUTION = /(?:医院|卫生院|中心|保健院|站|所|公司|学校|科|社区|镇|乡|街道)$/u;
/** A word that narrows the figure down without standing in its label. */
const NARROWED = /(?:其中|新增|本月|当月|当日|首批|第[一二三四五六七八九十]批|期间|截至|上半年|季度|试点|本院|我院|该院|该县|该项目)/u;
/** Services and activities are counted in one place by campaign, in another by year; what is measured at a year's end or by law is the same everywhere. */
const COMPARABLE =
  /(?:率|人口|床位|参保|参合|平均住院日|总诊疗|出院|门急诊|机构|卫生技术人员|医师|护士|活产|死亡|发病|签约|筹资|总费用|建档)/u;

export function repeated(documents: readonly AuditedDocument[]): Finding[] {
  const seen = new Map<string, HealthRecord[]>();
  for (const document of documents) {
    for (const group of document.groups) {
      if (NARROWED.test(group.sentence) && document.records[0]?.rule !== 'table-cell') continue;
      for (const record of group.records) {
        const key = keyOf(record);
        if (key) seen.set(key, [...(seen.get(key) ?? []), record]);
      }
    }
  }
  return [...seen.values()].flatMap((records) => {
    const [first, ...others] = records as [HealthRecord, ...HealthRecord[]];
    return others.map((other) => told(first, other));
  });
}

/** Null for what may not be compared. */
function keyOf(record: HealthRecord): string | null {
  const { indicatorId, indicator, label, unit, year, periodStart, periodEnd, kind, aspect, partOf, section, dimension } = record;
  if (indicatorId === null || year === null || kind !== 'actual' || aspect !== 'level' || partOf !== null || !isExact(record)) return null;
  if (dimension === 'money' || !COMPARABLE.test(indicator) || INSTITUTION.test(section.at(-1) ?? '')) return null;
  const place = record.districtCode ?? [record.province, record.city, record.district].join('/');
  return [place, indicator, label, unit, year, periodStart, periodEnd].join('\n');
}

function told(first: HealthRecord, other: HealthRecord): Finding {
  const [a, b] = [intervalOf(first), intervalOf(other)];
  const same = new Big(first.value).eq(other.value);
  const overlap = a.low.lte(b.high) && b.low.lte(a.high);
  const verdict = same ? 'consistent' : overlap ? 'rounding' : 'inconsistent';
  const where = first.file === other.file ? `line ${first.line}` : `${first.file}:${first.line}`;
  const whereZh = first.file === other.file ? `第${first.line}行` : `${first.file}第${first.line}行`;
  return finding('repeated', {
    verdict,
    en: `${named(other)} ${same ? 'is told as' : overlap ? 'is, but for rounding, told as' : 'is told otherwise'} in ${where}: ${first.raw}`,
    zh: `“${named(other)}”与${whereZh}的“${first.raw}”${same ? '一致' : overlap ? '在舍入误差内一致' : '不一致'}`,
    cites: [
      ['other', other],
      ['other', first],
    ],
    stated: other.value,
    computed: new Big(first.value),
    unit: other.unit,
  });
}
