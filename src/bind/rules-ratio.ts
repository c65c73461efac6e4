// Rates, shares, multiples.

import type { Figure } from '../model/document.js';
import { COUNT_HEAD, INSTITUTION_TAIL, RATE_HEAD } from '../rules/words.js';
import type { Segmenter } from '../segment/words.js';
import { borrowHead, exchangeTail } from './exchange.js';
import { isAttribute, isBare, isVerbal, tidy, trailingVerb } from './label.js';
import type { Memory } from './memory.js';
import { readFollowing } from './noun-phrase.js';
import type { Reading } from './reading.js';
import type { BindRule } from './rule.js';
import { groupRate } from './rules-change.js';
import { PAID_SHARE, schemeOf, TIER_TO_SHARE } from './tiers.js';

/** 占45.8%, 占总数的12%. Group 1 is the whole. */
export const SHARE = /(?<![药耗])占(?:到|比为?)?([^,]{0,20}?)(?:的)?(?:比例|比重)?$/u;
// 达到业务总量的|85%, 完成任务的|90%
const FRACTION = /^(?:达到?|占|为|是|相当于|完成)?([^,]{1,16}?)的$/u;
const MULTIPLIED = /^([^,]{2,12}?)(?:是|为|约为|相当于)[^,]*的$/u;
const OF_RATE = /(?<=[一-龥]{2})(?:(?:报告)?(?:发病|患病|死亡))?率$/u;
const RULED = /按照?(?:不低于|不超过)?$/u;
const RULED_OF = /^(.*?)按照?[^,]{2,12}的$/u;
const PAID = /^(?:减免|报销|补偿|补助|支付|救助|赔付|优惠)(?=[,。;、]|$)/u;
const RATE_END = /(?:率|比例|占比|比重|度|面|性)$/u;

/** Asked of ratios alone. */
export const ratioRules = (segmenter: Segmenter): readonly BindRule[] => [
  {
    id: 'paid-share',
    says: 'the share that is paid, of a tier where one is named (5万元以内部分报销60%,10万元以上报75%)',
    bind(reading, memory) {
      if (!PAID_SHARE.test(reading.body)) return null;
      const scheme = schemeOf(memory.topicLeads ? memory.topic : memory.subject());
      const before = reading.index > 0 ? reading.view.placed[reading.index - 1] : undefined;
      const tier =
        before?.quantity.dimension === 'money' && TIER_TO_SHARE.test(reading.view.text.slice(before.end, reading.place.start))
          ? `${reading.view.text.slice(before.start, before.end)}部分`
          : '';
      return { label: `${scheme}${tier}报销比例`, head: scheme };
    },
  },
  {
    id: 'share',
    says: 'a share (占45.8%) of what its clause names, or of the figure before',
    bind(reading, memory) {
      const share = SHARE.exec(reading.body);
      if (!share) return null;
      const own = tidy(reading.body.slice(0, share.index).replace(/的?(?:仅|只|约)+$/u, ''));
      const whole = tidy(share[1] ?? '');
      // 医院占64.6% behind 床位…张: the institution's share of the beds
      const counted = INSTITUTION_TAIL.test(own) ? (COUNT_HEAD.exec(memory.inherited()?.label ?? '')?.[0] ?? '') : '';
      const subject = own
        ? isBare(own)
          ? memory.completed(own)
          : `${own}${counted}`
        : memory.listed() || (memory.topicLeads ? memory.subject() : (memory.inherited()?.label ?? memory.subject()));
      // 心脏病死亡率169.4/10万,占23.6%: of the deaths
      const sharing = memory.figures.at(-1)?.quantity.dimension === 'rate' && !own ? subject.replace(OF_RATE, '') : subject;
      return { label: whole ? `${sharing}占${whole}比例` : `${sharing}占比` };
    },
  },
  {
    id: 'fraction',
    says: 'a fraction of a named whole (达到业务总量的85%), a multiple of an earlier level (是上年的2倍)',
    bind(reading, memory) {
      const done = reading.body.trim() === '的' ? shareOfTask(reading, memory) : null;
      if (done) return { label: done };
      const following = reading.following.predicate;
      const fraction = reading.body.endsWith('的') && !reading.following.noun ? FRACTION.exec(reading.body) : null;
      if (!fraction) return null;
      const subject = memory.topicLeads ? memory.topic : memory.subject();
      if (reading.quantity.dimension === 'multiple') {
        // 罚没款483万元,案件数是2014年的|2.1倍
        const own = tidy(MULTIPLIED.exec(reading.body)?.[1] ?? '');
        return { label: own && !isBare(own) ? own : subject };
      }
      // 资金支出率达|全年资金的82%: the rate itself
      const rate = /^(.{2,}(?:率|比例))(?:达到?|为|占|不低于|不少于|不超过|不高于)/u.exec(fraction[1] as string)?.[1];
      if (rate) return { label: isBare(tidy(rate)) ? memory.completed(tidy(rate)) : tidy(rate) };
      // 结余资金的60%|用于绩效
      const used = /^用于[^,、]{2,16}/u.exec(following)?.[0];
      const whole = tidy(fraction[1] as string);
      if (used) return { label: `${whole}${used}`, head: whole };
      // 完成任务的|101.5%, 为年度任务的103.7%
      const set = /^((?:全年|年度|当年|省定|市定|下达|目标)*)任务(?:数|量)?$/u.exec(whole);
      if (set && (set[1] || /^完成/u.test(reading.body.trim()))) return { label: `${subject.replace(/完成$/u, '')}任务完成率` };
      return { label: `${subject}占${whole}比例` };
    },
  },
  {
    id: 'rule-share',
    says: 'the share a rule pays (按83%的比例报销)',
    bind(reading, memory) {
      const before = reading.tail.body.trim() || reading.view.text.slice(0, reading.place.start);
      // 门诊|按处方金额的|25%减免
      const [, of] = RULED_OF.exec(before) ?? [];
      const paid = of === undefined ? undefined : PAID.exec(reading.view.text.slice(reading.place.end))?.[0];
      if (of !== undefined && paid) {
        const head = `${tidy(of)}${paid}比例`;
        return { label: isBare(head) ? memory.completed(head) : head };
      }
      if (!RULED.test(before) || !(reading.following.predicate || reading.following.noun)) return null;
      const action = tidy(`${reading.following.noun}${reading.following.predicate}`.replace(/^(?:的)?(?:比例|标准)?/u, ''));
      const head = action.endsWith('比例') ? action : `${action}比例`;
      return { label: isBare(action) ? memory.completed(head) : head };
    },
  },
  {
    id: 'ratio-of-following',
    says: 'a share of the people or things named behind it (95%以上的村卫生室达标)',
    bind(reading, memory) {
      if (!reading.following.noun || (reading.own && trailingVerb(reading.own) !== reading.own)) return null;
      const predicate = reading.predicate.length <= 16 ? reading.predicate : '';
      return { label: `${reading.noun}${predicate}` || memory.subject() };
    },
  },
  {
    id: 'ratio-predicate',
    says: 'a share told by the verb behind it, of the subject before',
    bind: (reading, memory) => (!reading.own && reading.following.predicate ? { label: memory.completed(reading.predicate) } : null),
  },
  {
    id: 'ratio-inherited',
    says: 'a rate without words of its own has the label before',
    bind(reading, memory) {
      if (reading.own) return null;
      // 出诊2146次,为1992年的5.2倍: a verb alone is no subject, but it is what was multiplied
      const before = memory.topicLeads ? undefined : memory.figures.at(-1);
      const multiplied = reading.quantity.dimension === 'multiple' && before && isVerbal(before.label) ? before.label : '';
      return { label: multiplied || memory.subject() };
    },
  },
  {
    id: 'ratio-of-group',
    says: 'a group (非贫困人口为64.2%) takes the rate just named of another',
    bind(reading, memory) {
      const label = groupRate(reading.own, reading, memory);
      if (label) return { label };
      const before = memory.inherited();
      const exchanged = before && reading.listed ? exchangeTail(before.label, reading.own) : null;
      if (exchanged) return { label: exchanged };
      if (before && elidesRate(reading, before)) return { label: `${reading.own}${sharedRate(before.label)}` };
      return isAttribute(reading.own) && before ? { label: borrowHead(reading.own, before.label, false) } : null;
    },
  },
  {
    id: 'ratio-inherited-subject',
    says: 'a bare rate (规范管理率) is that of the subject before',
    bind: (reading, memory) => (isBare(reading.own) ? { label: memory.completed(reading.own) } : null),
  },
  {
    id: 'rate-of-previous',
    says: 'the rate of what was just counted (城乡居民医保参保24.7万人,参保率98.3%)',
    bind(reading, memory) {
      const action = /^(?!出生|死亡|发病|患病)([一-龥]{2,4})率$/u.exec(reading.own)?.[1];
      const before = memory.figures.at(-1);
      if (!action || !before?.label.endsWith(action) || before.label.length <= action.length) return null;
      return { label: `${before.label}率` };
    },
  },
  {
    id: 'ratio-of-counted',
    says: 'what some of those counted reach (报告接种率96.5%,有4个乡镇达到99%) is the rate just told of all',
    bind({ own, quantity, view, place }, memory) {
      const counted = memory.figures.at(-1);
      if (!own || RATE_END.test(own) || counted?.rule !== 'counted-noun' || !counted.label.endsWith(own)) return null;
      if (!REACHES.test(view.text.slice(0, place.start))) return null;
      const rate = memory.figures.findLast((f) => f.quantity.unit === quantity.unit && f.aspect === 'level');
      return rate ? { label: rate.label } : null;
    },
  },
  {
    id: 'ratio-direct',
    says: 'a rate with its full name before it',
    bind(reading) {
      const { own, following } = reading;
      const tells = following.predicate && !RATE_END.test(own) && following.predicate.length <= 10;
      // 乙类药品|先提取…: what a later bare head goes on from
      const phrase = own.endsWith('率') ? null : readFollowing(own, segmenter);
      const head = phrase?.predicate && phrase.noun.length >= 3 ? tidy(phrase.noun) : undefined;
      return { label: tells ? `${own}${reading.predicate}` : own, ...(head ? { head } : {}) };
    },
  },
];

/** 卡介苗接种率98.5%、|麻疹95.8%: a list member that names no more than what the rate is of. */
const elidesRate = ({ own, listed, quantity }: Reading, before: Figure): boolean =>
  listed &&
  before.quantity.unit === quantity.unit &&
  own.length >= 2 &&
  own.length <= 8 &&
  !RATE_END.test(own) &&
  !isBare(own) &&
  !isAttribute(own) &&
  !isVerbal(own) &&
  sharedRate(before.label) !== '';

/** 接种率, of 门诊收入占比 the end alone; '' where the label is nothing else. */
function sharedRate(label: string): string {
  const head = RATE_HEAD.exec(label)?.[0] ?? '';
  const rate = /(?:占比|比例|比重)$/u.exec(head)?.[0] ?? (head.length >= 3 ? head : '');
  return rate.length < label.length ? rate : '';
}

const REACHES = /(?:达到?|超过|高于|低于|不足|在)[^,\d]{0,2}$/u;
const TASK_BEFORE = /(?:任务|目标|计划)(?:数|量|指标)?[^,]{0,4}\d/u;

/** 完成筛查8216人,为任务数8000人的|102.7%: how much of the task was done. */
function shareOfTask({ view, index }: Reading, memory: Memory): string | null {
  const [done, task] = memory.figures.slice(-2);
  if (index === 0 || !done || !task || done.quantity.unit !== task.quantity.unit || !TASK_BEFORE.test(view.text)) return null;
  return `${done.label}任务完成率`;
}
