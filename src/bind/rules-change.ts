// From-to pairs, earlier values and changes.
import type { Figure } from '../model/document.js';
import { RATE_HEAD } from '../rules/words.js';
import { complete, dependsOn } from './complete.js';
import { borrowHead, hasAttributeEdge } from './exchange.js';
import { isAttribute, isBare, tidy } from './label.js';
import type { Memory } from './memory.js';
import type { Reading } from './reading.js';
import type { BindRule } from './rule.js';

// 由原来的, 从2015年的, 把原来的, 贫困户起付线原
export const FROM =
  /(?:由|从|自)(?:原来|原先|原有|过去|以前|此前|最初|国家规定|规定)?的?(?:⊙)?(?:年)?(?:底|末|初)?的?$|(?:由|从)(?:[^,、]{0,12})的?$|(?:原来|原先|原有|原)(?:的|为)?$/u;
const FORMER = /(?<![高中草还病平])原(?:来|先)?(?:为|是|只有|仅)?$/u;
// 上年的4.92‰, 去年同期为
const EARLIER =
  /(?:较|比|与|同)?(?:[医机]改前|改革前|实施前|试点前|启动前|整治前|上年|去年|上一年|前年|上年同期|去年同期|[“"]?[一二三四五六七八九十]{1,2}五[”"]?(?:期?末|期?初|期间)|⊙)(?:的|为|是)?$/u;
// 环比上升的病种有|痢疾(100%)、肺结核(28.1%)
const LISTS =
  /(上升|增加|增长|升高|上涨|下降|减少|降低|回落|下跌)(?:明显|显著|较大|较多|较快|幅度较大|幅度最大)?的(?:[一-龥]{2,6})?(?:依次|分别|主要|仅|只)?(?:有|为|是|包括|:)/gu;
// 低于|全国|平均水平
const AVERAGE_OF = /^(全[国省市]|国家|省|市)平均(?:水平|值)?$/u;
// 低于|全市|2.6人|的平均水平
const AVERAGE_BEFORE = /(?:低于|高于|优于|多于|少于|达到|超过)(全[国省市]|国家|省|市)$/u;
const AVERAGE_BEHIND = /^的平均(?:水平|值|数)/u;
// 比|全国|平均水平(19.9/10万)低
const COMPARED_AVERAGE = /^(?:比|较|与|高于|低于|优于)(全[国省市]|国家|省|市)平均(?:水平|值|数)?$/u;
// 居前三位的病种为|肺结核(166例)
const LIST_OPENER = /^.*(?:病种|疾病|死因|癌种|依次|分别)(?:依次|分别)?(?:为|是|有)(?=[一-龥]{2})/u;
// 痢疾(317例)|和|梅毒(121例)
const LAST_OF_LIST = /^(?:以及|和|及|与)(?=[一-龥]{2})/u;
const LISTED_REACH = 80;
const MOST = /最[高大低小多少]$/u;
const FALLING = /^(?:下|减|降|回)/u;
const EARLIER_OUTSIDE = /(?:较|比|与|同)[^,。;]{0,6}(?:年|上年|去年|同期|上季度|上月|基期|期末)$/u;
/** 贫困人口各提高5个百分点: a group stands for the rate just told of another. */
const GROUP =
  /(?:人口|群众|患者|对象|苗|人员|居民|户|老人|儿童|妇女|医院|卫生院|机构|中心|医保|男性|女性|男|女|城市|农村|城镇|乡镇|城区|主城区|边远镇|病|癌|类|水厂|学校|场所|企业|机关)$/u;

export const CHANGE_RULES: readonly BindRule[] = [
  {
    id: 'from-to',
    says: 'the level a from-to pair reached has the label of its baseline',
    bind(reading, memory) {
      if (!reading.tail.reached) return null;
      const baseline = memory.figures.at(-1);
      if (!baseline || baseline.quantity.unit !== reading.quantity.unit || (baseline.aspect !== 'baseline' && baseline.rule !== 'from'))
        return null;
      baseline.aspect = 'baseline';
      baseline.sign = 1;
      return { label: baseline.label, aspect: 'level' };
    },
  },
  {
    id: 'reached',
    says: 'a level reached (上升至95%) without a subject of its own is that of the figure before',
    bind(reading, memory) {
      if (!reading.tail.reached || (reading.own && !isBare(reading.own))) return null;
      if (reading.own) return { label: memory.completed(reading.own), aspect: 'level' };
      // 发病率1984.2/10万,死亡36人,病死率2.1%;1989年降为5.8/10万
      const { unit } = reading.quantity;
      const near = memory.figures.at(-1)?.quantity.unit === unit || memory.topicLeads;
      const told = memory.figures.findLast((f) => f.quantity.unit === unit && f.aspect === 'level');
      // 病床30张,工作人员26人。1958年增至80张
      const alike = near ? undefined : (told ?? (memory.figures.length === 0 ? memory.alikeBefore(unit) : undefined));
      return { label: alike?.label ?? memory.subject(), aspect: 'level' };
    },
  },
  {
    id: 'from',
    says: 'the earlier value of a from-to pair (由30天缩短到10天)',
    bind(reading, memory) {
      const text = reading.tail.body;
      // 起付线原为5000元,现降为3000元
      const former = FORMER.exec(text);
      const formerly = former ? tidy(text.slice(0, former.index)) : '';
      if (formerly) return { label: isBare(formerly) ? memory.completed(formerly) : formerly, aspect: 'baseline' };
      const from = FROM.exec(text);
      const next = from ? reading.view.text.slice(reading.place.end, reading.next?.start) : '';
      // 由2015年的72.8岁,|提高到2019年的74.3岁
      const goesOn = !reading.next && next === '' && REACHED_BEHIND.test(reading.view.behind(REACHED_REACH));
      // 占比从57%|到68.4%
      const alike = reading.next?.quantity.unit === reading.quantity.unit && from !== null && PLAIN_REACH.test(next);
      if (!from || !(goesOn || alike || (reading.next ? REACHES : ENDS_AT_NOTHING).test(next))) return null;
      const told = tidy(text.slice(0, from.index));
      // 落实乡村医生补助,每人每月由100元提高到200元
      const own = PER.test(told) ? '' : told;
      const between = alike ? '' : tidy(next.replace(REACHES, ''));
      const noun = between.startsWith(reading.noun) ? reading.noun : '';
      const label = own || noun || between || memory.subject();
      // 即乡镇级由85%提高到90%: of what was just told
      const before = memory.figures.at(-1)?.label;
      if (before && isAttribute(label))
        return {
          label: hasAttributeEdge(before) ? borrowHead(label, before, false) : complete(memory.subject(), label),
          aspect: 'baseline',
        };
      return { label: isBare(label) ? memory.completed(label) : label, aspect: 'baseline' };
    },
  },
  {
    id: 'basis',
    says: 'the value that a change starts from (在52.4%的基础上再提高8个百分点)',
    bind(reading, memory) {
      if (!reading.next || !/^的?基础上/u.test(reading.view.text.slice(reading.place.end, reading.place.end + 6))) return null;
      const own = tidy(reading.tail.body.replace(/在(?:⊙|去年|上年)?(?:年)?(?:底|末)?(?:的)?$/u, ''));
      const label = own || memory.subject();
      return { label: isBare(label) ? memory.completed(label) : label, aspect: 'baseline' };
    },
  },
  {
    id: 'earlier-value',
    says: 'the earlier value printed beside its base (上年为45%; 比上年(58.2%)提高…)',
    bind(reading, memory) {
      const { tail, view, quantity } = reading;
      if (tail.change || quantity.dimension === 'multiple') return null;
      const inBracket = view.clause.depth > 0;
      if (inBracket && !tail.body && view.before(14).search(EARLIER_OUTSIDE) >= 0)
        return { label: outside(memory, view.clause.depth), aspect: 'baseline' };
      const earlier = EARLIER.exec(tail.body);
      if (!earlier || /[由从自]$/u.test(tail.body.slice(0, earlier.index))) return null;
      if (!inBracket && (earlier[0].startsWith('⊙') || memory.figures.length + tail.body.length === earlier[0].length)) return null;
      const own = tidy(tail.body.slice(0, earlier.index));
      return { label: own && !isBare(own) ? own : memory.subject(), aspect: 'baseline' };
    },
  },
  {
    id: 'listed-change',
    says: 'changes in brackets behind the names of what rose or fell (环比上升的有痢疾(100%)、肺结核(28.1%))',
    bind(reading, memory) {
      const { view, body, tail } = reading;
      if (view.clause.depth === 0 || body || tail.change || reading.index > 0 || !reading.ratio) return null;
      const before = view.before(LISTED_REACH);
      const direction = [...before.matchAll(LISTS)].at(-1);
      const name = /(?:^|[、:有为是括和及与])([^、:,。;()\d和及与有为是]{2,12})$/u.exec(before)?.[1];
      if (!direction || !name || /[。;]/u.test(before.slice(direction.index))) return null;
      const sign = FALLING.test(direction[1] as string) ? -1 : 1;
      return { label: tidy(name) || memory.subject(), aspect: 'change', sign };
    },
  },
  {
    id: 'bracket-subject',
    says: 'a bracket behind a name, not behind a figure, is about that name (检测率(≥95%)99.7%)',
    bind(reading, memory) {
      const { view, own, tail } = reading;
      if (view.clause.depth === 0 || (own && !isBare(own)) || tail.change || reading.index > 0) return null;
      const open = view.clause.start - 1;
      if (memory.figures.some((f) => f.quantity.end === open)) return null;
      const before = view.before(24);
      // 投资680万元的|县医院门诊楼(4200平方米)
      const words = (/[^,。;:、()\d]*$/u.exec(before)?.[0] ?? '').replace(/^[余多]?[万亿]?(?:元|人次?|名|个|张|家|所|例|平方米|床)的/u, '');
      const item =
        before.charAt(before.length - words.length - 1) === ')' ? words.replace(LAST_OF_LIST, '') : words.replace(LIST_OPENER, '');
      const name = tidy(item);
      const isListed = item.length < words.length || '、:'.includes(before.charAt(before.length - words.length - 1) || '。');
      if (name.length < (isListed ? 2 : 3)) return null;
      const whose = COMPARED_AVERAGE.exec(name)?.[1];
      if (whose && memory.figures.length > 0) return { label: `${whose}${memory.subject()}` };
      const subject = isBare(name) ? memory.completed(name) : name;
      return { label: own ? complete(subject, own) : subject };
    },
  },
  {
    id: 'compared-level',
    says: 'the average that a rate is compared with (低于全国平均水平7.5‰ behind 4.2‰), not the distance to it',
    bind({ tail, ratio, quantity, view }, memory) {
      const own = memory.figures.at(-1);
      if (!tail.base || !tail.change || !ratio || quantity.dimension === 'points' || own?.aspect !== 'level') return null;
      if (own.quantity.unit !== quantity.unit) return null;
      const beyond = tail.change === -1 ? quantity.value > own.quantity.value : quantity.value > own.quantity.value / 2;
      const whose = AVERAGE_OF.exec(view.text.slice(tail.base.start, tail.base.end))?.[1];
      return whose && beyond ? { label: `${whose}${own.label}`, aspect: 'level' } : null;
    },
  },
  {
    id: 'average',
    says: 'the average of a larger place that a level is compared with (低于全市2.6人的平均水平)',
    bind({ tail, quantity, view, place }, memory) {
      const own = memory.figures.at(-1);
      const whose = AVERAGE_BEFORE.exec(tail.body)?.[1];
      if (!whose || own?.quantity.unit !== quantity.unit || !AVERAGE_BEHIND.test(view.text.slice(place.end))) return null;
      return { label: `${whose}${own.label}` };
    },
  },
  {
    id: 'change',
    says: 'a change (增长5.2%) of the subject its clause names',
    bind(reading, memory) {
      if (!reading.tail.change || !reading.own) return null;
      const priced = priceOf(reading);
      if (priced) return { label: priced };
      const own = anaphora(reading.own, memory);
      const group = groupRate(own, reading, memory);
      if (group) return { label: group };
      if (isBare(own)) return { label: memory.completed(own) };
      const owned = dependsOn(own, () => memory.subject()) ?? dependsOn(own, () => memory.institution());
      return { label: owned ?? own };
    },
  },
  {
    id: 'change-of-previous',
    says: 'a change without a subject is that of the level before',
    bind(reading, memory) {
      if (!reading.tail.change) return null;
      // 平均降幅53%,最高|达96%
      const before = memory.figures.at(-1);
      const most = before?.aspect === 'change' && before.quantity.unit === reading.quantity.unit && MOST.test(reading.tail.body);
      return { label: priceOf(reading) || (most ? before.label : changed(reading, memory)) };
    },
  },
];

// …缩短到, 提高至, 增加到年末的 before the second value
const REACHES =
  /(?:增长|增加|上升|升高|提高|提升|回升|扩大|扩充|延长|下降|减少|降低|下调|上调|缩短|压缩|压减|缩|跃升|攀升|调整|拓展|扩展|回落|升|增|降|减|扩|改|变|涨|跌|调|提|压|收窄|放宽|精简|整合|合并|归并|简化|发展|分别增|分别降|分别升|分别提高|分别减少)(?:到了|至了|到|至|为|成)(?:了)?(?:(?:今年|去年)?⊙(?:年)?(?:底|末|初)?的?|年末的?|年底的?|今年的?|目前的?|如今的?|现在的?|当前的?|第[一二三四]季度的?)?(?:近|约|超过?|逾|不足)?$/u;

const PLAIN_REACH = /^[到至]了?(?:(?:今年|去年)?⊙的?|今年的?|现在的?|目前的?|如今的?)?$/u;
const REACHED_REACH = 12;
const REACHED_BEHIND =
  /^,(?:已|又|再)?(?:提高|提升|增加|增长|上升|升|增|扩大|扩|延长|下降|降低|减少|降|减|缩短|压缩|缩)(?:到了|至了|到|至|为)/u;

const PER = /^(?:每[人户村名例所]|人均|户均)(?:每[年月日])?$/u;
// 由412户|全部清零, 由15天|缩短到当天办结
const ENDS_AT_NOTHING =
  /^(?:以上)?(?:已|现已|目前|到|至|⊙(?:年?[底末])?)*(?:全部|全面|均|实现|动态)*(?:清零|归零|清空|消除|消零|化解|脱贫|摘帽|降(?:至|到|为)零|(?:缩短|压缩|压减|改)(?:到|至|为)(?:当[天日]|即[时日]|现场|立等))/u;

// 涉及112个品种,平均|降价|54%
const CHEAPER = /(?:平均|最高|最大)?降价(?:了|幅度)?(?:为|达到?|超过?|约|近)*$/u;
const PRICED = /药品|耗材|试剂|支架|胰岛素|疫苗|器械/gu;

/** What became cheaper, where the verb says that it is a price: the last goods that the sentence names. */
function priceOf({ view, place }: Reading): string {
  const before = view.text.slice(0, place.start);
  if (!CHEAPER.test(before)) return '';
  const goods = [...`${view.before(60)}${before}`.matchAll(PRICED)].at(-1)?.[0];
  return goods ? `${goods}价格` : '';
}

function anaphora(label: string, memory: Memory): string {
  if (label === '后者') return memory.figures.at(-1)?.label ?? label;
  if (label === '前者') return memory.figures.at(-2)?.label ?? label;
  return label;
}

const OWNED_BY = /(?:医保|医院|卫生院|卫生室|机构|中心|水厂|学校|场所|企业)$/u;
const COLLECTIVE = /^[“"]?[一二三四五六七八九十两\d]{1,2}(?:苗|病|癌|类|种)[”"]?/u;
const ofEach = (own: string, measure: string): boolean =>
  COLLECTIVE.test(measure) && own.length >= 2 && own.length <= 8 && !/[率比占]/u.test(own);

/** 非贫困人口为64.2% behind 贫困人口住院实际报销比例: the group with the rate just named. */
export function groupRate(own: string, reading: Reading, memory: Memory): string | null {
  // “五苗”接种率分别为:卡介苗99.1%、麻疹98.9%
  if (reading.ratio && ofEach(own, memory.measure)) return `${own}${memory.measure.replace(COLLECTIVE, '')}`;
  if (!GROUP.test(own) || own.length > 12) return null;
  if (memory.measure && !own.includes(memory.measure)) return `${own}${memory.measure}`;
  if (!reading.ratio && reading.quantity.dimension !== 'duration') return null;
  const nearest = memory.inherited();
  // 使用率78.4%,比上年提高2.3个百分点;公立医院83.9%: of the rate, not of its change
  const before = nearest?.aspect === 'change' && !reading.tail.change ? memory.neighbour(reading.quantity.unit) : nearest;
  if (!before || before.quantity.unit !== (reading.tail.change ? before.quantity.unit : reading.quantity.unit)) return null;
  // 城市、农村 are kinds of the same, not groups that take the place of another
  if (isAttribute(own)) return null;
  // 医院病床使用率87.6%,其中公立医院93.2%: with all that stood behind the institution
  const kind = OWNED_BY.exec(own)?.[0];
  const owned = kind === undefined ? -1 : before.label.lastIndexOf(kind);
  const behind = kind !== undefined && owned >= 0 ? before.label.slice(owned + kind.length) : '';
  if (behind.length >= 3 && RATE_HEAD.test(behind)) return `${own}${behind}`;
  const head = RATE_HEAD.exec(before.label)?.[0] ?? /(?:平均[一-龥]{2,8}|时间|时长)$/u.exec(before.label)?.[0];
  return head && head.length >= 3 && head.length < before.label.length && !own.endsWith(head) ? `${own}${head}` : null;
}

/** What a bracket is about: the level told last outside it, also where another bracket lies between (死亡31例(艾滋病28例),较上月(27例)). */
const outside = (memory: Memory, depth: number): string =>
  memory.figures.findLast((f) => f.aspect === 'level' && f.clause.depth < depth)?.label ?? memory.subject();

/** What 比上年增加37人 changed: the nearest level, of the same unit where there is one just before. */
function changed(reading: Reading, memory: Memory): string {
  // 感染者和病人86例(病人31例),较上年减少12例: of what stands outside the bracket
  const all = memory.figures.filter((f: Figure) => f.aspect === 'level');
  const alongside = all.filter((f) => f.clause.depth <= reading.view.clause.depth);
  const levels = alongside.length > 0 ? alongside : all;
  const near = levels.at(-1);
  if (near && !reading.ratio && near.quantity.unit !== reading.quantity.unit) {
    const same = levels.slice(-3).findLast((f) => f.quantity.unit === reading.quantity.unit);
    if (same) return same.label;
  }
  return near?.label ?? memory.figures.at(-1)?.label ?? complete(memory.subject(), '');
}
