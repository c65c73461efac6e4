// Counts and amounts.

import type { Figure } from '../model/document.js';
import { COMPLETED, COUNT_HEAD, INSTITUTION_TAIL, KIND_NOUN } from '../rules/words.js';
import type { Segmenter } from '../segment/words.js';
import type { Binding } from './binding.js';
import type { Placed } from './clause-view.js';
import { complete, dependsOn } from './complete.js';
import { borrowHead, endsWithService, exchangeTail, hasAttributeEdge, isEnding, isService } from './exchange.js';
import { isAttribute, isBare, isVerbal, isVerbRun, leadingVerb, tidy, topicOf } from './label.js';
import type { Memory } from './memory.js';
import { readFollowing } from './noun-phrase.js';
import { LIST_SEPARATOR, type Reading } from './reading.js';
import type { BindRule } from './rule.js';
import { groupRate } from './rules-change.js';
import { schemeOf, TIER_BEHIND } from './tiers.js';

/** 每千人口, 户均, 每期: a basis that goes before what is measured. */
export const PER_HEAD =
  /^(?:平均)?(?:每[千万百十]+(?:常住|户籍|服务|农业|老年)?(?:人口|居民|人|名|户)?|每(?:期|次|例|批|班|人|户|床日|门诊人次)(?:每[年月日])?|[千万]?人均|户均|次均|例均|日均|年均)$/u;
/** 每千人口|床位数 */
const BASIS = /^每[千万百十]+(?:常住|户籍|服务|农业|老年)?(?:人口|居民|人)/u;
const PER_TAIL = /每(?:人|户|例|次)(?:每[年月日])?$/u;
const PREDICATE_MAX = 18;
const TOPIC_MAX = 24;
// 全年补偿52.7万人次
const WHOLE_YEAR = /^[ ]*⊙?(?:全年|全年累计|全年共)/u;
// 按每人每月500元|的标准发放岗位津贴
const AT_RATE =
  /^的?标准,?(?:统一|全额|按时|足额)*(发放|给予|核拨|拨付|安排|落实|支付|补助|奖励|补贴|缴纳|收取|筹集|配套|列支|预算|提取|兑现|资助|救助)(?:了|给)?([^,。;、\d]{2,20})/u;
const TASK_BEHIND = /^的?(?:年度|全年)?(?:任务|指标)(?:数|量)?(?=[,。;、)]|$)/u;
const SET_BY = /(?:完成|下达)[^,]{0,10}$/u;
// 按人均|35元|配套
const BY_HEAD = /按照?(?:人均|户均|每[人户村例名个床](?:每[年月日])?)(?:不低于)?$/u;
const GIVEN_BY_HEAD = /^(?:配套|补助|补贴|奖励|发放|拨付|给予补助|给予补贴|筹集|筹资|征收|计提|提取)(?=[,。;、)]|$)/u;
// 基金|按人均30元筹集
const RAISED = /^(?:筹集|筹资|征收|计提|提取)$/u;
const GIVES = /^(?:补助|奖励|补贴|资助|救助)$/u;
// 最高|200万保障
const BOUND = /^(最高|最低|最多|至少)/u;
// 限|7个工作日内|整改到位
const LIMIT_WORD = /^(?:限|限期|限于|责令|要求)$/u;
const DUE = /^(?:之?内)?(整改|改正|办结|办理|缴纳|补缴|处理|处置|答复|反馈|完成|回复|上报|报告)/u;
// 为期|20天的“…”|专项行动
const LASTING = /^(?:为期|历时|持续)$/u;
const LASTS = /^的(?:“[^”]{1,20}”|《[^》]{1,30}》)?([一-龥]{2,12}?)(?=[,。;、“(]|$)/u;
const PURPOSE = /^(?:主要|专项|全部)?(?:用于|支持)(?=.{2})/u;
// 投资780万元|建成县疾控中心PCR实验室, 投入21万元|为10个乡镇卫生院更新冷链设备
const SPENT = /^(?:投资|投入|出资|耗资|斥资|筹资|自筹)(?:资金)?$/u;
const SPENT_ON =
  /^(?:(?:为|给|在|对|将)[^,]{2,20}?)?(?:用于)?(?:异地|易地|整体|原址|全面)?(?:建成|建设|实施|启动|迁建|重建|新建|改建|扩建|改造|修建|购置|采购|添置|购买|购进|更新|装修|维修|引进|配备|打造|完成)了?(?=[^,、]{2})/u;
// 在|5个工作日|内建立专案
const WITHIN = /[在于]$/u;
const DONE_WITHIN =
  /^(?:之?内)?((?:建立|完成|送达|作出|出具|回传|上报|报告|办理|办结|开展|进行|接受|得到)[^,。;、(\d]{2,14})(?=[,。;、(]|$)/u;
const SPENT_HOW = /^(?:对|为|给|将|把)[^,]{2,}/u;
/** 平均|每天|355次 */
const PER_DAY = /(?:平均|日均|,|^)(每[天日月周年])$/u;
const PLACES: ReadonlySet<string> = new Set(['乡镇', '村', '镇', '乡', '街道', '办事处', '社区', '县', '区', '旗', '团场']);
const DIMENSIONED = /(?:面积|投资|造价|长度|占地|价值|床位|编制|预算|概算)$/u;

export const amountRules = (segmenter: Segmenter): readonly BindRule[] => [
  {
    id: 'per-head',
    says: 'an average (户均2.14次, 每期5天) of the figure before',
    bind(reading, memory) {
      const before = memory.figures.at(-1);
      if (!before || !PER_HEAD.test(reading.own)) return null;
      const basis = reading.own.replace(/^平均(?=每)/u, '');
      return {
        label:
          basis.startsWith('每') && !/^每[千万百十]/u.test(basis)
            ? `${before.label}${basis}`
            : `${basis}${before.label.replace(/^提供(?=[一-龥]{2})/u, '')}`,
      };
    },
  },
  {
    id: 'per-day',
    says: 'an average for a day or a month of the figure before (受理电话64218次,平均每天355次)',
    bind(reading, memory) {
      const before = memory.figures.at(-1);
      if (reading.own || !before || before.quantity.unit !== reading.quantity.unit) return null;
      const per = PER_DAY.exec(reading.view.text.slice(0, reading.place.start))?.[1];
      return per ? { label: `平均${per}${before.label}` } : null;
    },
  },
  {
    id: 'counted-place',
    says: 'a division that counts without a classifier is what is counted (辖6镇14乡)',
    bind({ quantity, view, place, verb }, memory) {
      const { unit } = quantity;
      if (unit === null || !PLACES.has(unit) || !view.text.slice(place.start, place.end).endsWith(unit)) return null;
      // 抽查|22乡镇|88村: what was done there
      const before = memory.figures.at(-1);
      return { label: `${before?.rule === 'counted-place' ? leadingVerb(before.label) : verb}${unit}` };
    },
  },
  {
    id: 'term',
    says: 'a term is named by what lasts or must be done in it (限7个工作日内整改, 为期20天的专项行动)',
    bind(reading, memory) {
      if (reading.quantity.dimension !== 'duration') return null;
      const after = reading.view.text.slice(reading.place.end);
      const due = LIMIT_WORD.test(reading.own) ? DUE.exec(after)?.[1] : undefined;
      if (due) return { label: `${due}期限` };
      const done = WITHIN.test(reading.view.text.slice(0, reading.place.start).trimEnd()) ? DONE_WITHIN.exec(after)?.[1] : undefined;
      // 对新确诊的患者,|签约医生在5个工作日内建立专案: not by whom
      if (done && memory.topicLeads) return { label: complete(memory.topic, tidy(done)) };
      if (done) return { label: tidy(done) };
      const lasting = LASTING.test(reading.own) ? LASTS.exec(after)?.[1] : undefined;
      return lasting ? { label: `${tidy(lasting)}时间` } : null;
    },
  },
  {
    id: 'task-of',
    says: 'what was set as a task is of the figure that fulfils it (采集47人份,超额完成市下达的40人份任务)',
    bind({ body, quantity, view, place }, memory) {
      const done = memory.figures.at(-1);
      if (done?.quantity.unit !== quantity.unit || !TASK_BEHIND.test(view.text.slice(place.end)) || !SET_BY.test(body)) return null;
      return { label: `${done.label}任务` };
    },
  },
  {
    id: 'tier',
    says: 'an amount up to or above which another share is paid (5万元以内部分报销60%)',
    bind({ quantity, view, place }, memory) {
      if (quantity.dimension !== 'money' || !TIER_BEHIND.test(view.text.slice(place.end))) return null;
      return { label: `${schemeOf(memory.topicLeads ? memory.topic : memory.subject())}费用段` };
    },
  },
  {
    id: 'rate-of-payment',
    says: 'the rate at which something is paid is named by what is paid (按每人每月500元的标准发放岗位津贴)',
    bind({ quantity, view, place }, memory) {
      if (quantity.dimension !== 'money') return null;
      // 县财政|按人均35元|配套
      const given = GIVEN_BY_HEAD.exec(view.text.slice(place.end))?.[0];
      const giver = given === undefined ? undefined : BY_HEAD.exec(view.text.slice(0, place.start));
      if (given && giver) {
        const who = tidy(view.text.slice(0, giver.index));
        const name = `${who}${given}${RAISED.test(given) ? '标准' : ''}`;
        return { label: isBare(who) ? memory.completed(name) : name };
      }
      const [, verb, object] = AT_RATE.exec(view.text.slice(place.end)) ?? [];
      const paid = tidy(object ?? '');
      if (!verb || paid.length < 2 || paid.length > 16) return null;
      return { label: GIVES.test(verb) ? `${verb}${paid}` : paid };
    },
  },
  {
    id: 'relative-clause',
    says: 'a relative clause names its head last (投资45万元、面积900平方米的综合楼)',
    bind(reading) {
      const { own, view, place } = reading;
      // behind most numbers neither their head nor their list goes on
      if (!own || place.end === view.text.length || !'的、 '.includes(view.text.charAt(place.end))) return null;
      if (!isBare(own) && !DIMENSIONED.test(own)) return null;
      const head = relativeHead(reading, segmenter);
      return head ? { label: complete(head, own.replace(/^设(?=床位)/u, '')) } : null;
    },
  },
  {
    id: 'counted-noun',
    says: 'the counted noun stands behind the number (12家医院), with its verb before or its predicate behind',
    bind: countedNoun,
  },
  {
    id: 'shared-label',
    says: 'a second measure of the same thing (2114人次、262.19万元)',
    bind(reading, memory) {
      const before = memory.figures.at(-1);
      if (reading.own || reading.index === 0 || !before || before.quantity.unit === reading.quantity.unit) return null;
      if (before.rule === 'counted-place') return null;
      const told = reading.predicate.length <= 14 && isBare(before.label) ? reading.predicate : '';
      return { label: told || before.label };
    },
  },
  {
    id: 'beneficiary-predicate',
    says: 'what was done for those counted (为住院患者共731份进行核酸检测)',
    bind(reading) {
      if (!reading.predicate || isBare(reading.predicate) || !/^(?:为|对|给|向|组织|安排)./u.test(reading.body)) return null;
      return { label: `${reading.own.length <= 10 ? reading.own : ''}${reading.predicate}` };
    },
  },
  {
    id: 'predicate',
    says: 'the verb behind the number says what was counted (13149人完成筛查)',
    bind(reading, memory) {
      const { predicate, following } = reading;
      if (!predicate || (reading.own && !/^(?:为|对|向|给|有|共|已有|组织|安排|帮助|使)$/u.test(reading.body))) return null;
      const about = memory.topicLeads ? memory.topic : memory.subject();
      if (/^(?:达到|通过|符合)/u.test(following.predicate)) return { label: `${about}${following.predicate}`, head: about };
      return isBare(predicate) ? { label: complete(about, predicate), head: about } : { label: predicate };
    },
  },
  {
    id: 'inherited',
    says: 'an amount without words of its own has the label before',
    bind(reading, memory) {
      if (reading.own) return null;
      // 患者年龄最大的88岁,最小的15岁
      const extreme = reading.quantity.unit === '岁' ? EXTREME.exec(reading.body)?.[1] : undefined;
      if (extreme) return { label: `年龄${extreme}` };
      const before = memory.figures.at(-1);
      // 公立的占36.5%,计27个
      const share = before?.quantity.unit === '%' && reading.quantity.unit !== '%' ? before.label.replace(/占(?:比例?)?$/u, '') : '';
      // 每人每年960元,计691.78万元
      const whole = before?.rule === 'per-head' ? before.label.replace(PER_TAIL, '') : '';
      if (whole && whole !== before?.label) return { label: whole };
      if (share && share !== before?.label) return { label: share };
      // 2022年每千人口托位数达到4.1个;2023年达到4.4个
      const again = memory.inherited() || memory.topicLeads ? null : memory.neighbour(reading.quantity.unit);
      return { label: again ? again.label : memory.subject() };
    },
  },
  {
    id: 'part-of-total',
    says: 'a part named by its kind alone (其中甲级8个) takes the head of its total',
    bind(reading, memory) {
      const total = memory.total(reading.quantity);
      if (!total) return null;
      const before = memory.figures.at(-1);
      if (reading.index > 0 && before && isAttribute(reading.own) && hasAttributeEdge(before.label)) return null;
      // 死亡4例(病毒性肝炎3例、狂犬病1例): those who died of it
      const died = reading.countable && reading.own && !DEATHS.test(reading.own) ? DEATHS.exec(total.label)?.[0] : undefined;
      if (died && !isBare(reading.own)) return { label: `${reading.own}${died}` };
      const shared = headShared(reading, total);
      if (shared) return { label: `${reading.own}${shared}` };
      if (!isAttribute(reading.own) && !needsTotal(reading, total)) return null;
      const parent = memory.parentOf(total);
      if (isAttribute(reading.own)) return { label: borrowHead(reading.own, parent, true) };
      // 医疗卫生机构床位…张,其中医院…张: the institution's own
      const ofInstitutions = reading.quantity.unit === '张' || /(?:机构|医院|卫生院)./u.test(parent);
      const head =
        ofInstitutions && INSTITUTION_TAIL.test(reading.own) ? (COUNT_HEAD.exec(total.label) ?? COUNT_HEAD.exec(parent))?.[0] : undefined;
      return { label: `${reading.own}${head ?? parent}` };
    },
  },
  {
    id: 'group-of-measure',
    says: 'a group behind the name of a measure (平均住院日:三级医院7.8天)',
    bind(reading, memory) {
      // 伤寒发病率明显回落,发病5人: cases are no group of a rate
      if (/率$/u.test(memory.measure) && !reading.quantity.unitImplied && COUNTED.has(reading.quantity.dimension)) return null;
      const label = reading.countable && !memory.measure ? null : groupRate(reading.own, reading, memory);
      return label ? { label } : null;
    },
  },
  {
    id: 'elided-head',
    says: 'a list member named by its kind alone takes the head of its neighbour (5A级2个、4A级3个)',
    bind(reading, memory) {
      if (!isAttribute(reading.own)) return null;
      if (memory.topicLeads && memory.subject() === memory.topic) return { label: `${memory.topic}${reading.own}` };
      const before = memory.neighbour(reading.quantity.unit);
      if (!before) return null;
      // 聘用人员213人;高级职称68人: says by itself whom it counts
      if (reading.own.endsWith('职称')) return { label: reading.own };
      // 让利群众300万元,门急诊12万人次: no kind of what was told before
      const alike = before.quantity.unit === reading.quantity.unit && hasAttributeEdge(before.label);
      if (isService(reading.own) && !alike && !endsWithService(before.label)) return null;
      // 乡村医生平均年龄56.7岁,60岁以上的198人: of the people, not of their age
      const of = reading.quantity.dimension === 'people' ? before.label.replace(/(?<=.{2})平均年龄$/u, '') : before.label;
      return { label: borrowHead(reading.own, of, false) };
    },
  },
  {
    id: 'exchanged-tail',
    says: 'a list member of the same form as the end of its neighbour (户厕改造三格式、双瓮式)',
    bind(reading, memory) {
      const before = memory.figures.at(-1);
      // 暂停协议4家,解除1家
      const listed = reading.listed || (reading.index === 0 && isEnding(reading.own));
      if (!listed || !before || before.quantity.unit !== reading.quantity.unit) return null;
      const label = exchangeTail(before.label, reading.own);
      return label ? { label } : null;
    },
  },
  {
    id: 'spent-on',
    says: 'money is named by what it was spent on (投资780万元建成检测实验室)',
    bind(reading) {
      const bought = reading.quantity.dimension === 'money' && SPENT.test(reading.own) ? boughtWith(reading) : '';
      return bought ? { label: `${bought}${reading.own}` } : null;
    },
  },
  {
    id: 'inherited-subject',
    says: 'a bare head (办结61件, 总投资3亿元) is that of the subject before',
    bind: bareHead,
  },
  {
    id: 'dependent-noun',
    says: 'beds, staff and visits behind an institution are its own',
    bind(reading, memory) {
      // 县医院新院区投用,全县|编制床位突破2400张: of the whole county
      if (OF_ALL.test(reading.body)) return null;
      const label = dependsOn(reading.own, () => memory.institution());
      return label ? { label } : null;
    },
  },
  {
    id: 'shared-basis',
    says: 'the basis of an average (每千人口床位7.1张,医师3.2人) holds for the fractions behind it',
    bind({ own, quantity }, memory) {
      const fraction = !Number.isInteger(quantity.value) && ['人', '张', '个'].includes(quantity.unit ?? '');
      const basis = fraction && BASIS.exec(memory.figures.at(-1)?.label ?? '')?.[0];
      return basis && own && !/^(?:每|[千万]人)/u.test(own) ? { label: `${basis}${own}` } : null;
    },
  },
  {
    id: 'direct',
    says: 'the label stands before the number',
    bind(reading, memory) {
      const { own, verb, following, predicate } = reading;
      // 投入3200万元|用于发热门诊改造
      const purpose =
        following.predicate && !reading.next && PURPOSE.test(following.predicate) ? tidy(following.predicate.replace(PURPOSE, '')) : '';
      // 补助标准提高至79元,其中新增5元|用于疫情防控: of the money that was raised
      const raised = isNewly(own) ? memory.figures.at(-1) : undefined;
      if (purpose && raised) return { label: `${own}${raised.label.replace(/标准$/u, '')}` };
      if (purpose && purpose.length <= 20) return { label: `${own}${purpose}` };
      // 村卫生室中有|12个|未达标
      const among = AMONG_THESE.exec(own)?.[1];
      if (among && predicate && predicate.length <= PREDICATE_MAX) return { label: `${among}${predicate}`, head: among };
      // 选派|10人|到区医院脱产学习: a bare verb takes its predicate along
      if (verb === own && predicate && predicate.length <= 20) return { label: `${own}${following.predicate.replace(/[,;。]$/u, '')}` };
      return { label: `${sharedVerb(reading, memory)}${own}` };
    },
  },
];

function countedNoun(reading: Reading, memory: Memory): { label: string; head?: string } | null {
  const { own, verb, body, noun, predicate, quantity, place, view } = reading;
  if (!noun || !(reading.countable || !own || verb || quantity.unitImplied || /的$/u.test(body))) return null;
  if (quantity.dimension === 'visits' && own && !verb) return null;
  // 财政投入520万元|对两所卫生院进行改造: what it was spent on does not count it
  if (quantity.dimension === 'money' && own && SPENT_HOW.test(view.text.slice(place.end))) return null;
  // 贫困人口1.7万人|家庭医生签约率均为100%
  if (own && !verb && /率[均都]?$/u.test(noun)) return null;
  // 采购药品|980个|品规
  if (KIND_NOUN.test(noun) && own.length > 2 && own.length <= 12 && !isBare(own)) return { label: `${own}${noun}`, head: own };
  const bound = BOUND.exec(view.text.slice(place.start))?.[1];
  if (bound && isBare(noun)) return { label: `${bound}${noun}` };
  if (isAttribute(own) && !isAttribute(noun)) return { label: `${own}${noun}` };
  // 860户餐饮单位|进行|量化分级监督
  const told = predicate.replace(/^(?:进行|开展|实施)(?=[一-龥]{2})/u, '');
  const tells = told && told.length <= PREDICATE_MAX && !goesOn(reading) ? told : '';
  const label = `${verb}${noun}${tells}`;
  const head = tells && noun.length >= 2 ? { head: noun } : {};
  if (isAttribute(noun) || !(isBare(label) || (label.length <= 2 && !verb))) return { label, ...head };
  const qualifier = /[对为向给在]|全[市区县省]/u.test(own) || own === verb || isBare(own) ? '' : own;
  if (qualifier) return { label: complete(qualifier, label), head: noun };
  return { label: isBare(label) ? memory.completed(label) : label, ...head };
}

// 3个改造项目|完成投资4900万元: the predicate belongs to the next figure, unless the clause says whom it is for
function goesOn(reading: Reading): boolean {
  if (!reading.next || /(?:为|对|给|向)$/u.test(reading.view.text.slice(0, reading.place.start))) return false;
  const gap = reading.view.text.slice(reading.place.end, reading.next.start);
  return gap.includes(reading.following.predicate) && !LIST_SEPARATOR.test(gap);
}

/** 其中乡镇卫生院3人: a place or institution counts people of the total's kind. */
function needsTotal(reading: Reading, total: Figure): boolean {
  const { dimension, unit } = reading.quantity;
  return (
    (dimension === 'people' || dimension === 'visits' || dimension === 'cases' || unit === '张') &&
    total.quantity.dimension === dimension &&
    /(?:医院|卫生院|中心|机构|卫生室|街道|镇|乡|区|县|市|站|院|基层)$/u.test(reading.own)
  );
}

// 罚款, 受益: a verb of reporting says enough, unless a topic has just been opened or it repeats the end of what stood before
const EXTREME = /(最[大小])的?$/u;
const AMONG_THESE = /^(.{1,}(?:院|室|站|所|中心|机构|单位|企业|家庭|户|村|乡镇|学校))中$/u;
const COUNTED: ReadonlySet<string> = new Set(['people', 'cases', 'visits', 'events']);
const BUILT = /^(?:建成|竣工|完工|开工|投用|启用|(?:今年|当年)?(?:再|又)?(?:新增|净增|增设|新建))$/u;
const PAID_OUT = /^(?:补偿|报销|受益|救助)$/u;
const FUND = /(?:基金|资金|筹资|经费|筹资标准|筹资水平)$/u;
const MONEY_HEAD = /(?:收入|支出|资金|费用|经费|投入|投资|补助|报销|补偿|支付)$/u;
const MONEY_NAME = /(?:[入出资费用款补销偿付金额]|补助|配套|救助|扶助|自筹|上解|下拨|承担|自付)$/u;
const OUTBREAK = /(?:聚集性)?(?:疫情|事件)$/u;
const DEED = /(?:签约|筛查|检查|体检|参保|接种|建档|随访|救治)(?:服务)?$/u;
const FIELD =
  /^(?:爱国卫生|疾病(?:预防控制|防控|控制)|妇幼(?:保健|健康|卫生)|卫生监督|健康扶贫|医疗服务|医政(?:管理|药政)?|基层卫生|公共卫生|卫生应急|人才队伍|综合监督|中医药?|计划生育|健康教育|健康促进|案件查办|执法办案|行政处罚|投诉举报)(?:工作|服务|管理|事业|建设)?$/u;
const SHARED_MAX = 6;
const OF_ALL = /^⊙?[全我][国省市县区州旗](?=[一-龥])/u;

/** What a part that names no more than its kind has in common with its whole: 业务收入286万元(药品131万元), 聚集性疫情5起(水痘4起). */
function headShared({ own, quantity }: Reading, { label }: Figure): string {
  if (!own || own.length > SHARED_MAX || isBare(own) || isAttribute(own)) return '';
  if (quantity.dimension === 'money') return MONEY_NAME.test(own) || own.includes('其他') ? '' : (MONEY_HEAD.exec(label)?.[0] ?? '');
  // 签约14.3万人(老年人3.12万、高血压1.86万)
  if (quantity.unitImplied && !DEED.test(own)) {
    const deed = DEED.exec(label)?.[0];
    if (deed) return deed;
  }
  return quantity.unit === '起' && !OUTBREAK.test(own) ? (OUTBREAK.exec(label)?.[0] ?? '') : '';
}

const DEATHS = /(?:死亡|病死)(?:病例|人数|例数|数)?$/u;
const VITAL = /^(?:出生|死亡|分娩)$/u;
const isEnforcement = (label: string): boolean => /^(?:立案|罚款|罚没|结案|处罚|查处|移送|责令|限期)/u.test(label);
// 乳腺癌检查1200人,查出|0例
const DETECTS = /^(?:查出|检出|发现|确诊)$/u;
const EXAMINED = /(?:检查|筛查|检测|监测|普查|体检|查体|抽检|检验)(?:人数|人次)?$/u;
const BENEFIT = /^(?:惠及|受益)$/u;
const OUTCOME = /^(?:死亡|治愈|痊愈|好转|重症|危重症?)$/u;
// 全国报告|法定传染病|发病
const CASES =
  /(?:^|报告|发生|确诊|诊断|收治|发现|登记)((?:(?!报告|发生|确诊|诊断|收治|发现|登记)[^,]){1,16}?(?:病|症|炎|热|疫|癌|瘤|中毒|事件|事故|感染|患者|病人))(?:报告)?(?:发病|病例|确诊|发生)?(?:人数|例数|数)?$/u;

function bareHead(reading: Reading, memory: Memory): Binding | null {
  const { own } = reading;
  // 财政补助320元、个人70元
  if (
    own === '个人' &&
    reading.quantity.dimension === 'money' &&
    /(?:财政|政府|单位|集体)(?:补助|补贴|补|配套|缴费?)?$/u.test(memory.figures.at(-1)?.label ?? '')
  )
    return { label: '个人缴费' };
  const examined = DETECTS.test(own) ? memory.figures.at(-1) : undefined;
  // 甲低筛查7412例、听力筛查7390例,确诊17例: of all of them
  const several = memory.figures.filter(({ clause }) => clause === examined?.clause).length > 1;
  if (examined && !several && EXAMINED.test(examined.label)) return { label: `${examined.label}${own}`, head: examined.label };
  if (!isBare(own) && !isVerbal(own)) return null;
  // 选派12人|到三级医院进修 is told by its predicate
  if (isVerbal(own) && reading.verb === own && reading.predicate && !isBare(reading.predicate)) return null;
  if (/^(?:其余|剩余|余下|其他|其它)$/u.test(own)) {
    // 其余180万元|用于终端采购
    const told = /^(?:主要|全部)?(?:用于|为|系|属)(.+)/u.exec(reading.following.predicate)?.[1];
    if (told && tidy(told).length >= 2) return { label: tidy(told) };
    // 173个村卫生室中,146个达标,剩余27个: of the whole
    const inUnit = memory.figures.find((f) => f.aspect === 'level' && f.quantity.unit === reading.quantity.unit);
    const whole = memory.total(reading.quantity) ?? inUnit;
    if (whole) return { label: `${own}${memory.parentOf(whole)}` };
  }
  // 【新型农村合作医疗】…封顶线3万元。全年补偿52.7万人次: a sentence about the whole year is about the heading
  const whole =
    memory.figures.length === 0 && WHOLE_YEAR.test(reading.view.text) && !memory.topicLeads ? shortened(memory.subjectHeading()) : '';
  const subject = whole || memory.subject();
  // 共筹集基金7104万元。全年累计补偿21.9万人次: people are not paid for by a sum told before
  if (PAID_OUT.test(own) && memory.figures.length === 0 && FUND.test(subject) && reading.quantity.dimension !== 'money')
    return { label: complete(shortened(memory.subjectHeading()), own) };
  // 新建卫生室30个,已建成18个: of what is being built
  const near = BUILT.test(own) ? memory.figures.at(-1) : undefined;
  if (near?.quantity.unit === reading.quantity.unit) return { label: `${own}${topicOf(near.label)}` };
  // 报告甲乙类传染病1326例,死亡4例: of that disease
  const suffered = OUTCOME.test(own)
    ? (CASES.exec(subject) ?? /^([一-龥]{2,12}?)(?:报告)?(?:发病|患病)率?$/u.exec(subject))?.[1]
    : undefined;
  if (suffered) return { label: `${suffered}${own}`, head: suffered };
  // a verb at the start of a sentence does not go on from the sentence before
  const opens = isVerbRun(own) && memory.figures.length === 0 && !memory.topicLeads;
  // 发放扶助金287.5万元,惠及2995人: of that money
  const benefits = BENEFIT.test(own) && memory.figures.at(-1)?.quantity.dimension === 'money';
  if (benefits) return { label: complete(subject, own), head: subject };
  const alone = opens || isVerbal(own) || (isService(own) && reading.quantity.dimension === 'visits');
  if (!alone) return { label: complete(subject, own) };
  const led = memory.topicLeads && memory.topic.length <= TOPIC_MAX && (subject === memory.topic || !isEnforcement(own));
  if (led || subject.endsWith(own)) return { label: complete(subject, own) };
  // 全区出生391人 under 妇幼健康: births are counted for the place, not for the heading
  if (VITAL.test(own)) return { label: own };
  const heading = memory.figures.length === 0 && !memory.last ? shortened(memory.subjectHeading()) : '';
  // 【爱国卫生】改厕1.2万户: a field of work owns nothing
  if (FIELD.test(heading)) return { label: own };
  return { label: heading ? complete(heading, own) : own };
}

/** 新农合补偿, as a report that has 新型农村合作医疗 as its heading calls it in its sentences. */
const shortened = (heading: string): string => heading.replace(/^新型农村合作医疗(?:制度|保障|工作)?$/u, '新农合');

const isNewly = (own: string): boolean => /^(?:新增|净增|增加)$/u.test(own);

/** What money was spent on, where its clause says so behind it. */
function boughtWith({ view, place, index }: Reading): string {
  const after = view.text.slice(place.end).replace(/[。;,]$/u, '');
  const verb = SPENT_ON.exec(after)?.[0];
  if (verb === undefined) return '';
  const from = place.end + verb.length;
  const counted = view.placed.slice(index + 1).find(({ start }) => start >= from);
  // 新建|门诊楼|1栋; 建成|县人民医院、县疾控中心2处|核酸检测实验室
  const behind = counted ? view.text.slice(counted.end) : '';
  const bought =
    counted && !/^[一-龥]{2}/u.test(behind)
      ? view.text.slice(from, counted.start)
      : (behind || view.text.slice(from)).split(/[、,。;]/u)[0];
  const name = tidy(bought?.slice(bought.lastIndexOf('的') + 1) ?? '');
  return name.length >= 2 && name.length <= 16 && !isBare(name) ? name : '';
}

// 印制|海报1800份、手册2万册: the verb holds for the list
function sharedVerb(reading: Reading, memory: Memory): string {
  const before = memory.figures.at(-1);
  if (!reading.listed || !before || before.rule === 'counted-noun' || leadingVerb(reading.own)) return '';
  return leadingVerb(before.label);
}

// 郭庆乡、邦达镇|卫生院改扩建工程
const BUILT_AT = /^(?:[一-龥]{1,4}[省市县区乡镇村]、)+[一-龥]{2,20}?(?:工程|项目|楼)/u;

/** The noun that the figures of a relative clause describe: 投资…、建筑面积…的|外科大楼. */
function relativeHead(reading: Reading, segmenter: Segmenter): string {
  const { placed, text } = reading.view;
  for (let i = reading.index; i < placed.length; i++) {
    const after = text.slice((placed[i] as Placed).end);
    const behind = /^的(?=[\p{Script=Han}“《])([^,的\d]{2,}(?:的[^,\d]{2,})?)/u.exec(after)?.[1];
    if (behind) {
      const built = BUILT_AT.exec(behind)?.[0];
      return tidy((built ?? readFollowing(behind.split(/(?:和|、)(?=[^和、]*$)/u)[0] as string, segmenter).noun).replace(COMPLETED, ''));
    }
    if (!/^[ ]*、/u.test(after)) return '';
  }
  return '';
}
