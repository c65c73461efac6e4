// One indicator told twice: in the summary and in its chapter, in two reports of a place.
import Big from 'big.js';
import type { HealthRecord } from '../../model/record.js';
import { type AuditedDocument, groupedBy, isYear } from '../document.js';
import type { Finding } from '../finding.js';
import { intervalOf, isExact } from '../precision.js';
import { finding, named } from '../say.js';

/** Below such a heading a figure is about that institution, though its label does not say so. */
const INSTITUTION = /(?:医院|卫生院|中心|保健院|站|所|公司|学校|科|社区|镇|乡|街道)$/u;
/** A word that narrows the figure down without standing in its label. */
const NARROWED = /(?:其中|新增|本月|当月|当日|首批|第[一二三四五六七八九十]批|期间|上半年|季度|试点|本院|我院|该院|该县|该项目)/u;
/** Services and activities are counted in one place by campaign, in another by year; what is measured at a year's end or by law is the same everywhere. */
const COMPARABLE =
  /(?:率|人口|床位|参保|参合|平均住院日|总诊疗|出院|门急诊|机构|卫生技术人员|医师|护士|活产|死亡|发病|签约|筹资|总费用|建档)/u;

export function repeated(documents: readonly AuditedDocument[]): Finding[] {
  // most indicators are told once, and need no exact key
  const ofOneIndicator = groupedBy(
    documents.flatMap((document) => document.records),
    (record) => (isComparable(record) ? record.indicatorId : null),
  );
  return [...ofOneIndicator.values()]
    .filter((records) => records.length > 1)
    .flatMap((records) => [...groupedBy(records, keyOf).values()])
    .flatMap((records) => {
      const [first, ...others] = records as [HealthRecord, ...HealthRecord[]];
      // two values in one sentence are of two years or two places that it deals out
      return others.filter((other) => other.sentence !== first.sentence).map((other) => told(first, other));
    });
}

function isComparable(record: HealthRecord): boolean {
  const { indicatorId, indicator, year, kind, aspect, partOf, section, dimension, sentence } = record;
  if (indicatorId === null || year === null || kind !== 'actual' || aspect !== 'level' || partOf !== null || !isExact(record)) return false;
  return dimension !== 'money' && COMPARABLE.test(indicator) && !INSTITUTION.test(section.at(-1) ?? '') && !NARROWED.test(sentence);
}

function keyOf(record: HealthRecord): string {
  const { indicator, label, unit, year } = record;
  const place = record.districtCode ?? [record.province, record.city, record.district].join('/');
  const period = isYear(record) ? 'year' : `${record.periodStart}/${record.periodEnd}`;
  // 全市 in a county's report is another place
  const scope = /^全[国省市州]/u.exec(label)?.[0] ?? '';
  return [place, scope, indicator, bareName(label), unit, year, period].join('\n');
}

/** 实有医疗机构床位, 医疗机构实有床位: the same words, but for those that say nothing of what is meant, in whatever order. */
const bareName = (label: string): string =>
  [...label.replace(/全[县市区]|累计|现有|实有|共有|拥有|年末|全年|完成|建立|团队|总数|数量?$/gu, '')].sort().join('');

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
