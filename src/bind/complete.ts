// Completes a head that does not stand alone with its subject.
import { APART } from '../rules/heads.js';
import { BARE_ACTION, DEPENDENT_NOUN, OWNER_TAIL } from '../rules/words.js';
import { EACH, topicOf } from './label.js';

const SPENT = /(?:报销|补偿)?总费用$/u;
const BEDS = /(?:编制|核定|设计|计划|实有)?((?:床|病床)位?)$/u;
const PAID_RATIO = /^(?:实际|综合)(?:补偿|报销|支付)(?:比例?|率)$/u;
const PAID_SUM = /(?:补偿|报销|支付)(?:资金|金额)?$/u;
const RULED_RATIO = /(?:医疗|医药)?(?:费用)?(?:基金)?(?:报销|补偿|支付)(?:比例?|率)$/u;
const REPAID = /^(?:实际|累计|政策内|综合)?(?:报销|补偿|救助|减免|自付|支付)(?:总?费用|总?金额|资金|比例|率)$/u;

/** Joins a subject and a head that needs it: 孕前优生健康检查 + 检查率 is 孕前优生健康检查率. */
export function complete(subject: string, head: string): string {
  if (!subject || head.includes(subject)) return head || subject;
  if (!head) return subject;
  // 筹集资金1.53亿元,累计补偿1.47亿元,资金使用率96.1%
  if (/^[基资]金.*率$/u.test(head) && subject.startsWith(head.slice(0, 2))) return head;
  // 麻疹发病率明显回落,仅发病5人
  if (subject.endsWith(`${head}率`)) return subject.slice(0, -1);
  if (APART.some((apart) => apart.head.test(head) && apart.subject.test(subject))) return head;
  // 住院总费用8460万元,报销总费用7614万元
  if (SPENT.test(subject) && REPAID.test(head)) return `${subject.replace(SPENT, '')}${head}`;
  // 政策范围内住院费用报销比例75.1%,实际补偿比57.2%
  if (PAID_RATIO.test(head) && RULED_RATIO.test(subject))
    return `${subject.replace(/政策(?:范围)?内/u, '').replace(RULED_RATIO, '')}${head}`;
  // 三重保障补偿1.54亿元,实际补偿比91.1%
  if (PAID_RATIO.test(head) && PAID_SUM.test(subject))
    return subject.length > 12 || /^[可应]/u.test(subject) ? head : `${subject.replace(PAID_SUM, '')}${head}`;
  // 占消费性支出比例11.2%,比重提高1.4个百分点
  if (/^(?:比重|占比|比例)$/u.test(head) && /(?:比重|占比|比例)$/u.test(subject)) return subject;
  // 建筑面积5200平方米,概算1800万元: both of the building
  const measured = /(?:总?建筑|占地|业务用房)面积$/u;
  if (measured.test(subject) && subject.length > 6) return `${subject.replace(measured, '')}${head}`;
  // 当期结余1500万元,累计结余9200万元: both of the fund
  const left = /(?:当期|本期|当年|年末|累计|滚存)+(?:结余|收不抵支|赤字|缺口)$/u;
  if (left.test(subject) && left.test(head)) return `${subject.replace(left, '')}${head}`;
  if (EACH.test(head)) {
    // 住院分娩补助项目,每人补助400元
    const each = head.replace(EACH, '');
    const given = topicOf(subject).replace(/(?<=补助|奖励|补贴|救助|资助)(?:项目|政策|工作|资金|制度)$/u, '');
    return given.endsWith(each) ? given : `${topicOf(subject)}${each}`;
  }
  // 编制床位2860张,实有3017张, 实际开放2940张
  if (/^(?:实有|实际|开放)+$/u.test(head) && BEDS.test(subject)) return subject.replace(BEDS, `${head}$1`);
  // 早孕建册率92.9%,系统管理率91.1%: of those who are pregnant
  if (head === '系统管理率' && /(?:早孕|产前|产后|分娩)/u.test(subject) && !/(?:儿童|新生儿)/u.test(subject)) return `孕产妇${head}`;
  const topic = topicOf(subject);
  // 户均2.14次, 人均84元
  if (/^(?:户均|人均|年均|日均|月均|次均|例均|平均|平均每[所个家院村户县]|每[一-龥]{1,6})$/u.test(head)) return `${head}${subject}`;
  if (head === '完成' || head === '实际完成') {
    if (/(?:总|计划|概算)投资$/u.test(subject)) return subject.replace(/(?:总|计划|概算)投资$/u, '完成投资');
    return subject.endsWith('完成') ? subject : `${stripVerb(subject.replace(TASK_END, ''))}完成`;
  }
  // 总投资1.15亿元,已完成投资7200万元
  if (/^(?:完成|已完成|实际)投资$/u.test(head))
    return `${subject.replace(/(?:(?:总|计划|概算|估算)*投资|总?(?:建筑|占地|业务用房)面积)$/u, '')}${head}`;
  // 目标值90%, 完成值94.2%: of the thing itself
  if (/^(?:目标|完成|实际|指标|任务)(?:值|数)?$/u.test(head)) return subject;
  // 剩余|行政村卫生室
  if (/^(?:剩余|其余|其他|其它)$/u.test(head)) return `${head}${topic}`;
  // 入住老人|864人,入住率
  const acted = /^([一-龥]{2})率$/u.exec(head)?.[1];
  if (acted && subject.startsWith(acted) && subject.length <= acted.length + 3) return `${subject.slice(acted.length)}${head}`;
  const stem = head.replace(/(?:率|人数|人次|数|金额|比例|占比|总额)$/u, '');
  for (const candidate of [subject, topic]) {
    // overlap at the end: 健康检查 + 检查率
    for (let n = Math.min(stem.length, candidate.length); n >= 2; n--) {
      if (candidate.endsWith(stem.slice(0, n))) return `${candidate === subject ? stripVerb(candidate) : candidate}${head.slice(n)}`;
    }
  }
  for (const candidate of [topic, subject]) {
    // the head's action is named inside: 医疗救助城乡困难群众 + 救助率
    const at = stem.length >= 2 ? candidate.indexOf(stem) : -1;
    if (at >= 2) return `${stripVerb(candidate.slice(0, at))}${head}`;
  }
  // both end in one action: 高血压患者登记管理 + 规范管理率
  if (stem.length >= 4 && topic.endsWith(stem.slice(-2))) return `${trimBareTail(topic)}${head}`;
  // the subject's own head gives way: 高血压建档 + 规范管理率
  const withoutRate = topic.replace(/(?:率|占比|比例)$/u, '');
  const root = withoutRate === topic ? topic : trimBareTail(withoutRate);
  return `${root}${head}`;
}

/** 无偿献血|任务数: the end that names a figure as what was to be done. */
const TASK_END = /(?<=.{3})(?:年度)?(?:任务|指标|目标|计划)(?:数|值)?$/u;

function stripVerb(label: string): string {
  const bare = label.replace(/^(?:免费)/u, '');
  return bare.length >= 4 ? bare : label;
}

// 高血压规范管理 (from 高血压规范管理率) before 控制率: the earlier rate's action is dropped
function trimBareTail(topic: string): string {
  for (let n = Math.min(8, topic.length - 2); n >= 2; n--) {
    if (BARE_ACTION.test(topic.slice(topic.length - n))) return topic.slice(0, topic.length - n);
  }
  return topic;
}

const IN_USE = /(?:机构|医院|卫生院|中心|站|所|卫生室|诊所|门诊部)$/u;

/** A dependent noun behind an institution: 乡镇卫生院 + 床位. `previous` is asked only for such a noun. */
export function dependsOn(head: string, previous: () => string): string | null {
  if (!DEPENDENT_NOUN.test(head)) return null;
  const institution = topicOf(previous());
  // 医养结合机构38家,设置床位1120张: those that there are, not those of a project
  const owned = IN_USE.test(institution) ? head.replace(/^设置(?=床位)/u, '') : head;
  if (OWNER_TAIL.test(institution) && institution.length <= 16) return `${institution}${owned}`;
  return null;
}
