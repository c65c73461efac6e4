// 分别 and its kin: as many values as members of a coordination, or as figures of the clause before.
import type { Figure, Mention } from '../model/document.js';
import { RATE_HEAD } from '../rules/words.js';
import { DATE_MARK } from './clause-view.js';
import { complete } from './complete.js';
import { distribute } from './distribute.js';
import { isAttribute, isBare, tidy } from './label.js';
import type { Memory } from './memory.js';
import { LIST_SEPARATOR, type Reading } from './reading.js';
import { PER_HEAD } from './rules-amount.js';
import { FROM } from './rules-change.js';
import { SHARE } from './rules-ratio.js';

const SEPARATOR_ONLY = /^[ ]*(?:、|和|及|与|以及|,)[ ]*$/u;
const VERB_ONLY = /^(?:达|达到|为|是|和|、)*$/u;
const JOINT = /(?:均|都|全部|一律)/u;
const FROM_END = /(?:从|由)$/u;
const BOUND_BEHIND = /(?:以[上下内]|左右)$/u;

export interface Dealt {
  readonly count: number;
  readonly labels: readonly string[] | null;
  readonly rule: string;
  /** Why no labels were found, for `healthx explain`. */
  readonly why: string;
  /** True for the earlier values of from-to pairs. */
  readonly from: boolean;
  /** The dates the values are about, where the subject deals out dates (2021年、2022年…分别为). */
  readonly dates: readonly (Mention | null)[] | null;
}

/** Number of values from `first` on that stand in one list. */
function countList(readings: readonly Reading[], first: number): number {
  let count = 1;
  while (first + count < readings.length) {
    const next = readings[first + count] as Reading;
    const gap = next.view.text.slice((readings[first + count - 1] as Reading).place.end, next.place.start);
    if ((!LIST_SEPARATOR.test(gap) && gap.trim() !== '') || (next.tail.body && !VERB_ONLY.test(next.tail.body))) break;
    count++;
  }
  return count;
}

/** True where the values from `i` on are dealt out, with 分别 or without. */
export function isDealt(readings: readonly Reading[], i: number, memory: Memory): boolean {
  const { tail, quantity, place, view, ratio } = readings[i] as Reading;
  const next = readings[i + 1];
  if (tail.respectively) return next !== undefined || !/[一-龥]{3}/u.test(tail.verb);
  if (!next || next.quantity.unit !== quantity.unit || !SEPARATOR_ONLY.test(view.text.slice(place.end, next.place.start))) return false;
  // 药占比和耗占比由上年的31.2%、18.5%分别降至…
  if (FROM.test(tail.body) && readings[i + countList(readings, i)]?.tail.reached) return true;
  const before = memory.figures.slice(-2);
  // 签约率78.6%、100% behind 重点人群、脱贫人口分别签约…
  if (ratio && before.length === 2 && isBare(tidy(tail.body)) && before.every((f) => f.rule.startsWith('respectively'))) return true;
  // 较上年提升0.9和1.6个百分点
  if (tail.change && !tail.body && before.length === 2) return true;
  // 母乳喂养率、纯母乳喂养率达到91.4%和63.8%
  if (tail.change || JOINT.test(view.text.slice(0, place.start)) || !/[、和与及]/u.test(tail.body)) return false;
  const parts = distribute(tail.body, countList(readings, i));
  return parts?.every((p) => p.length >= 2) ?? false;
}

/** Labels for the values from `first` on. */
export function dealOut(readings: readonly Reading[], first: number, memory: Memory): Dealt {
  const reading = readings[first] as Reading;
  const { tail } = reading;
  const count = countList(readings, first);
  const share = SHARE.exec(tail.verb) ?? SHARE.exec(tail.body);
  const source = (share && !tail.verb ? tail.body.slice(0, share.index) : tail.body).replace(FROM, '').replace(FROM_END, '');
  const verb = share ? '' : tail.verb.replace(/(?:为|达|达到|有|了)$/u, '').replace(/^(?:执行|实行|实施|按|是)$/u, '');
  const { labels, rule, dates } = labelsFor(reading, source, verb, count, memory);
  const whole = tidy(share?.[1] ?? '');
  const shared = share ? labels?.map((l) => (whole ? `${l}占${whole}比例` : `${l}占比`)) : labels;
  const from = tail.from || (FROM.test(tail.body) && readings[first + count]?.tail.reached === true);
  const why = shared ? '' : `${count} values, and ‘${source || reading.view.text.trim()}’ does not divide into as many members`;
  return { count, labels: shared ?? null, rule, dates, from, why };
}

function labelsFor(
  reading: Reading,
  source: string,
  verb: string,
  count: number,
  memory: Memory,
): { labels: readonly string[] | null; rule: string; dates: readonly (Mention | null)[] | null } {
  // 上述两项指标分别为: the figures before
  const own = /^(?:上述|以上|前述|上列|这[两二三四五六几]|该[两二三四五六])/u.test(tidy(source)) ? '' : tidy(source);
  const { tail } = reading;
  const previous = levelsBefore(reading, count, memory);
  const found = (labels: readonly string[] | null, rule: string, dates: readonly (Mention | null)[] | null = null) => ({
    labels,
    rule,
    dates,
  });
  if (tail.bases) {
    const label = own && !isBare(own) ? own : memory.completed(own);
    return found(
      Array.from({ length: count }, () => label),
      'respectively-bases',
    );
  }
  // 规范管理率分别为|高血压|78.5%: the groups stand behind the measure, each with its value
  const group = /^(?:为|是|达到?)([一-龥]{2,12})$/u.exec(tail.verb)?.[1];
  if (own && group && count === 1) return found([`${group}${RATE_HEAD.exec(own)?.[0] ?? own}`], 'respectively-group');
  if (own && PER_HEAD.test(own) && previous.length === count)
    return found(
      previous.map((f) => `${own}${f.label}`),
      'respectively-per-head',
    );
  if (own && !isBare(own)) {
    const dates = datesOf(reading, source, count);
    if (dates)
      return found(
        Array.from({ length: count }, () => own),
        'respectively-dates',
        dates,
      );
    const members = distribute(source.replace(/^⊙(?:和|、)⊙/u, ''), count);
    if (members) {
      // 按职称分,高、中、初级依次为: kinds of what was counted before
      const subject = members.every((m) => isAttribute(m) && !/[剂针]/u.test(m)) ? memory.subject() : '';
      return found(
        members.map((l) => (subject ? complete(subject, l) : `${l}${verb}`)),
        'respectively',
      );
    }
    // 基金支付分别达2.4亿元、3.9亿元 behind two figures that were dealt out
    const dealt = memory.figures.slice(-count);
    if (dealt.length === count && dealt.every((f) => f.rule.startsWith('respectively')))
      return found(
        dealt.map((f) => complete(f.label, own)),
        'respectively-previous',
      );
    // 男性…例、女性…例,粗死亡率分别为
    const sexes = dealt.map((f) => EITHER.exec(f.label)?.[0]);
    if (dealt.length === count && sexes.every(Boolean))
      return found(
        sexes.map((sex) => `${sex}${own}`),
        'respectively-previous',
      );
    return found(null, 'respectively');
  }
  if (!tail.change && memory.topicLeads) {
    // 前三位死因为脑血管病、心脏病和肺癌,构成比分别为
    const listed = memory.list ? distribute(memory.list, count) : null;
    if (listed)
      return found(
        listed.map((l) => `${l}${own}`),
        'respectively',
      );
    const members = distribute(memory.topic, count);
    if (members)
      return found(
        members.map((l) => (own ? complete(l, own) : l)),
        'respectively',
      );
  }
  if (previous.length === count) {
    const labels = previous.map((f) => (own && !tail.change ? complete(f.label, own) : `${verb.startsWith('每') ? verb : ''}${f.label}`));
    return found(labels, 'respectively-previous');
  }
  if (own && count > 1) {
    const members = distribute(source, count);
    if (members)
      return found(
        members.map((l) => complete(memory.subject(), l)),
        'respectively',
      );
  }
  return found(!own && memory.topic ? distribute(memory.topic, count) : null, 'respectively');
}

/**
 * The levels that so many values go on from: 献血总量2.6万单位(约528万毫升),同比分别增长… of what stands outside the bracket, 签约10.3万人,签约率79.4%,
 * 分别提高3.1和4.6个百分点 of the rates, where there are as many.
 */
function levelsBefore({ view, quantity }: Reading, count: number, memory: Memory): readonly Figure[] {
  const levels = memory.figures.filter((f) => f.aspect === 'level');
  const alongside = levels.filter((f) => f.clause.depth <= view.clause.depth);
  const told = alongside.length >= count ? alongside : levels;
  const rates = quantity.dimension === 'points' ? told.filter((f) => f.quantity.dimension === 'ratio') : [];
  return (rates.length >= count ? rates : told).slice(-count);
}

const EITHER = /^(?:男性|女性|城市|农村|城镇|乡村)/u;
const DATES = `${DATE_MARK}(?:(?:、|和|及|与)${DATE_MARK})+`;
const DATE_LIST = new RegExp(`^[ ]*${DATES}|${DATES}[ ]*$`, 'u');

// 2021年、2022年|我市孕产妇死亡率, 规范管理率|2018、2019、2020年: as many dates as values, one subject
function datesOf(reading: Reading, source: string, count: number): (Mention | null)[] | null {
  const list = DATE_LIST.exec(source)?.[0];
  if (!list) return null;
  const marks = [...list].filter((c) => c === DATE_MARK).length;
  if (marks !== count || /[、和]/u.test(source.replace(list, '').replace(/[（(].*?[)）]/gu, ''))) return null;
  const at = reading.view.text.indexOf(list);
  return [...list].flatMap((c, i) => (c === DATE_MARK ? [reading.view.dateAt(at + i)] : []));
}

/** 分别达到91%、90%以上 and 分别超过8%、15%: the relation holds for each. */
export function shareRelation(figures: readonly Figure[], readings: readonly Reading[]): void {
  const first = figures[0];
  const last = readings.at(-1);
  if (!first || !last || figures.length < 2) return;
  const behind = BOUND_BEHIND.test(last.view.text.slice(0, last.place.end)) ? last.quantity.relation : null;
  const before = first.quantity.outerStart < first.quantity.start ? first.quantity.relation : null;
  for (const f of figures) if (f.relation === 'eq') f.relation = behind ?? before ?? f.relation;
}
