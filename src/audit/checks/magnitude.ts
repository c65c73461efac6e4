// A figure of ten thousand times less, or more, than the others of its list: 万 left out or written twice.
import Big from 'big.js';
import type { HealthRecord } from '../../model/record.js';
import { type AuditedDocument, between, type Group } from '../document.js';
import type { Finding } from '../finding.js';
import { isExact } from '../precision.js';
import { COUNTED } from '../rules.js';
import { finding, findingsOn, named, shown } from '../say.js';

const SLIPS = [10_000, 1000, 100_000_000] as const;
const LEAST_SLIP = 500;
/** How far a part may lie below what its share of the items would be. */
const FAR = 300;
/** What money is spent on: projects, houses. */
const ITEMS: ReadonlySet<string> = new Set(['items', 'facilities', 'events', 'other']);

export function magnitude({ byId, groups, groupOf, partsOf }: AuditedDocument): Finding[] {
  const found = new Map<string, Finding>();
  for (const [id, parts] of partsOf) {
    const total = byId.get(id);
    if (!total || total.value <= 0 || !isExact(total)) continue;
    const own = parts.filter((part) => isExact(part) && part.unit === total.unit);
    const sum = own.reduce((all, part) => all.plus(part.value), new Big(0));
    for (const part of own) {
      const slip = own.length < 2 ? null : slipOf(total, part, new Big(total.value).minus(sum).plus(part.value));
      const odd = slip ?? amongItems(total, part, groupOf);
      if (odd) found.set(part.id, odd);
    }
  }
  for (const group of groups) {
    for (const outlier of [...halves(group), ...outliers(group)]) {
      const id = outlier.cites[0]?.record ?? '';
      if (!found.has(id)) found.set(id, outlier);
    }
  }
  return [...found.values()];
}

/** The list adds up once the part has its 万: that is what was meant. `rest` is what the other parts leave of the total. */
function slipOf(total: HealthRecord, part: HealthRecord, rest: Big): Finding | null {
  if (part.value <= 0) return null;
  // the least slip is of a thousand; products are asked of those alone that come near one
  const times = rest.toNumber() / part.value;
  if (times > 1 / LEAST_SLIP && times < LEAST_SLIP) return null;
  const slip = SLIPS.find((factor) => rest.eq(new Big(part.value).times(factor)) || rest.times(factor).eq(part.value));
  if (!slip || rest.lte(0)) return null;
  return finding('magnitude', {
    verdict: 'inconsistent',
    en: `${named(part)} is ${slip} times off: ${named(total)} adds up with ${shown(rest, part.unit)}`,
    zh: `“${named(part)}”相差${slip}倍：按${shown(rest, part.unit)}计，总数“${named(total)}”才相符`,
    cites: [
      ['part', part],
      ['total', total],
    ],
    stated: part.value,
    computed: rest,
    unit: part.unit,
  });
}

/** 17 projects of 46525万元, 7 of them of 1.4025万元: seven cannot cost less than a hundredth of what one costs. */
function amongItems(total: HealthRecord, part: HealthRecord, groupOf: ReadonlyMap<string, Group>): Finding | null {
  if (total.dimension !== 'money' || part.dimension !== 'money' || part.value <= 0) return null;
  const itemsOf = (money: HealthRecord): HealthRecord | undefined =>
    groupOf
      .get(money.id)
      ?.records.find(
        (other) => ITEMS.has(other.dimension) && other.end <= money.start && money.start - other.end < 24 && other.aspect === 'level',
      );
  const [all, some] = [itemsOf(total), itemsOf(part)];
  if (!all || !some || all === some || all.value <= 0 || some.value <= 0) return null;
  const expected = new Big(total.value).times(some.value).div(all.value);
  if (expected.div(part.value).lt(FAR)) return null;
  return finding('magnitude', {
    verdict: 'inconsistent',
    en: `${named(part)} for ${some.raw} is out of line with ${named(total)} for ${all.raw}: about ${shown(expected, part.unit)} would be`,
    zh: `“${named(part)}”（${some.raw}）与“${named(total)}”（${all.raw}）的数量级不符：按平均应约为${shown(expected, part.unit)}`,
    cites: [
      ['part', part],
      ['total', total],
      ['denominator', some],
      ['denominator', all],
    ],
    stated: part.value,
    computed: expected,
    unit: part.unit,
  });
}

const AVERAGED = /(?:周转|每|均|百元|万元|比|平均|倍|折合|学时|小时|占)/u;
const AVERAGES = /[千万]人(?:口)?(?=[一-龥])|每(?:千|万|百|十|人|户|名|个|例|机构|所|家)|人均|户均|平均|日均|年均|例均|次均/u;
/** Of blood: half a unit is 100 millilitres. */
const HALVED: ReadonlySet<string | null> = new Set(['单位', '治疗量', 'U']);
const SUMS = /(?:收入|支出|投资|经费|资金|总额|投入|补助金|基金)/u;

/** 52.6万万人次, 2.38亿万元 */
const TWICE = /[万亿]\s*万|亿\s*亿/u;

const twice = (record: HealthRecord): Finding =>
  finding('magnitude', {
    verdict: 'inconsistent',
    en: `${named(record)} has two magnitudes: one of them is too many`,
    zh: `“${named(record)}”有两个数量级字，多写了一个`,
    cites: [['other', record]],
    stated: record.value,
    unit: record.unit,
  });

/** 11.9人次: nobody comes nine tenths of a time; 业务收入2.38元. */
const halves = (group: Group): Finding[] =>
  findingsOn(group.records, (record) => (TWICE.test(record.raw) ? twice(record) : half(record, group)));

function half(record: HealthRecord, group: Group): Finding | null {
  if (Number.isInteger(record.value) || record.aspect !== 'level' || !isExact(record) || record.rule === 'table-cell') return null;
  const counted = COUNTED.has(record.dimension) && !HALVED.has(record.unit);
  const little = record.unit === '元' && record.value < 100 && record.value > 0 && SUMS.test(record.label);
  if ((!counted && !little) || AVERAGED.test(record.label)) return null;
  // 每千人口医师2.84人、护士3.12人: the words of the average stand before the first of them
  if (AVERAGES.test(group.sentence.slice(0, record.start - group.start))) return null;
  if (counted) {
    return finding('magnitude', {
      verdict: 'inconsistent',
      en: `${named(record)} counts what does not come in fractions: is 万 missing?`,
      zh: `“${named(record)}”不可能是小数：是否漏写“万”？`,
      cites: [['other', record]],
      stated: record.value,
      unit: record.unit,
    });
  }
  return finding('magnitude', {
    verdict: 'not-checkable',
    en: `${named(record)} is little for such a sum: is 万 or 亿 missing?`,
    zh: `“${named(record)}”作为总额过小：是否漏写“万”或“亿”？`,
    cites: [['other', record]],
    stated: record.value,
    unit: record.unit,
  });
}

/** Words between the items of a list: 、县中医院, 和, 及海报. */
const ITEM = /^[）)\s]*[、，,和及与][^。；;，,]{0,14}$/u;
const OUT_OF_LINE = 1000;
const IN_LINE = 100;

/** Of three or more figures side by side, one is a thousand times less, or more, than all the others, which are of one magnitude. */
function outliers(group: Group): Finding[] {
  return listsOf(group).flatMap((list) =>
    findingsOn(list, (record) => {
      const others = list.filter((other) => other !== record).map((other) => other.value);
      const [least, most] = [Math.min(...others), Math.max(...others)];
      const times = record.value < least ? least / record.value : record.value / most;
      if (most / least > IN_LINE || times < OUT_OF_LINE) return null;
      const less = record.value < least;
      return finding('magnitude', {
        verdict: 'not-checkable',
        en: `${named(record)} is ${Math.round(times)} times ${less ? 'less' : 'more'} than the figures beside it: is its 万 or 亿 right?`,
        zh: `“${named(record)}”与同列的数相差${Math.round(times)}倍以上：“万”“亿”是否写对？`,
        cites: [['other', record]],
        stated: record.value,
        unit: record.unit,
      });
    }),
  );
}

/** Figures of one unit with nothing but names and signs of a list between them. */
function listsOf(group: Group): HealthRecord[][] {
  const lists: HealthRecord[][] = [];
  for (const record of group.records) {
    if (record.aspect !== 'level' || !isExact(record) || record.value <= 0 || record.rule === 'table-cell') continue;
    const open = lists.at(-1);
    const last = open?.at(-1);
    if (open && last && last.unit === record.unit && ITEM.test(between(group, last, record)) && !AVERAGED.test(record.label))
      open.push(record);
    else lists.push([record]);
  }
  return lists.filter((list) => list.length >= 3 && list.every(({ dimension }) => dimension === 'money' || COUNTED.has(dimension)));
}
