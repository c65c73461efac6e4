// Binds every quantity of a report to what it measures: its own clause first, then what the clause inherits.

import type { Clause, Figure, Mention, Sentence } from '../model/document.js';
import type { Flag } from '../model/flags.js';
import { COMPLETED, COUNT_HEAD, KIND_NOUN, RATE_HEAD } from '../rules/words.js';
import type { Segmenter } from '../segment/words.js';
import { remembered } from '../text/remembered.js';
import type { Binding } from './binding.js';
import { ClauseView } from './clause-view.js';
import { completeList } from './coordination.js';
import { openingWord } from './disease.js';
import { isVerbRun, tidy } from './label.js';
import { Memory } from './memory.js';
import { findSums } from './parts.js';
import { RATIO, type Reading, readClause } from './reading.js';
import { dealOut, isDealt, shareRelation } from './respectively.js';
import type { BindRule } from './rule.js';
import { amountRules } from './rules-amount.js';
import { CHANGE_RULES } from './rules-change.js';
import { ratioRules } from './rules-ratio.js';
import { findBase } from './tail.js';

const TOPIC_MAX = 30;
const CAPTION_HEAD = /(?:编制床位|病例数?|完成投资|诊疗量|筹资|经费|接种率)$/u;
// 其中, but not 其|中医类
const PARTS = /^[ ]*(?:其中(?!医(?:类|药|馆|医|诊))|包括|含(?=[^量])|内有|计(?=[一-龥]{2,6}$)(?![划生免算量提]))/u;
const PARTS_ANYWHERE = /其中[^,]{0,6}$/u;
const LISTED_PARTS = /其中(?:包括)?:/u;
const PART_OPENER = /^(?:其中(?:包括)?|包括|分别为|含)[:]?$/u;
// 卫生技术人员中,执业医师963人; 项目支出中基建支出0.9亿元
const INSIDE = /^[ ]*([^,]{2,16}?)(?:中|里|内)(?:,|$)/u;
const LIST_OF = /(?:前[一二三四五六七八九十\d]+位?(?:的)?(?:病种|疾病|死因|癌种|原因)?|病种|死因|癌种)$/u;
const OPENING_MAX = 16;
const INSIDE_WORD = /[中里内]/u;
const INSIDE_BEFORE = /^[ ]*([^,]{2,16}?)(?:中|里)(?=[^,]{2,})/u;
// 新生儿2251人中,… and 46项指标中,…
const INSIDE_OF = /^中(?!心|医|层|型)|^[一-龥]{1,8}(?<![集其抽命选途])中,?$/u;
// read from its end, where most clauses are told apart at once
const COMPARED = /(?<=^(?:与|同|和|比|较)?.{0,14}(?:相比|比较|同比|相较)[:]?|^(?:与|同|和|跟)[^,]{1,14}比)$/u;
/** Names of measures that their figures follow: 平均住院日:三级医院7.8天. */
const MEASURE = /(?:率|比例|占比|比重|满意度|住院日|寿命|费用|时间|时长|标准|限额|水平|人次|人数|床位数?|量)(?:中|[:])?$/u;
/** What is done to those that are counted behind it: “两癌”筛查:宫颈癌6012人. */
const DEED_OF_LIST = /(?<=[一-龥”])(?:筛查|检查|普查|体检|接种)$/u;
/** A clause that only says how or why opens no topic. */
const ADVERBIAL_CLAUSE =
  /^(?:按照|根据|依据|对照|遵照|为了?|通过|围绕|随着|由于|因|受|以|在|经)[^,]*(?:要求|精神|部署|安排|影响|文件|核实|统计|规定|原则|领导下|指导下|支持下|基础上|带动|目标|导向|契机|抓手|考核|分析|标准|比例|口径)$|^据[^,]{0,20}(?:介绍|了解|悉|透露|统计|监测|反映|通报|显示)$|^[^,、]{2,16}(?:局长|主任|院长|书记|所长|站长|负责人)(?:[一-龥]{2,3})?(?:表示|介绍|说|透露|指出|告诉记者)$|^除[^,]{2,}(?:之外|以外|外)$/u;

/** 今年要重点抓好以下工作: what follows, not what it is about. */
const ANNOUNCES = /(?:以下|如下|下列)(?:[一二三四五六七八九十\d]+(?:项|个方面|件|点))?[一-龥]{0,8}:?$/u;

// 检查1120家,|实现全覆盖|;处理389家: what came of it, no subject
const RESULT = /^(?:已|均|都|全部|基本|率先|现已)*(?:实现|做到|达到)了?[^,、]{0,6}(?:全覆盖|全达标|清零|零报告|零感染|零发生)$/u;

// 入院人数基本持平,|出院3.2万人; 余为个体诊所,|床位546张: of what is told only there
const ASIDE = /(?:持平|不相上下)$|^(?:其?余|其他|其它)(?:均|都)?(?:为|是|系)[^,]*$/u;

/** A field of work in one word. */
const FIELD_WORD =
  /^(?:医疗|公卫|公共卫生|业务|基建|设备|后勤|财务|收支|人员|人才|队伍|服务|管理|其他|其它)(?:工作|服务|情况|方面|建设)?:?$/u;

// “五苗”接种率分别为: the measure of the list behind it
const DEALS_OUT = /(?<=率|比例|占比|病种|疾病|死因)(?:分别|依次)(?:为|是|达到?)?:?$/u;

/** The rules in the order in which they are tried, for ratios and for all others. */
const bindRules = (segmenter: Segmenter): { ofRatios: readonly BindRule[]; ofAmounts: readonly BindRule[] } => {
  const ofAmounts = [...CHANGE_RULES, ...amountRules(segmenter)];
  return { ofRatios: [...CHANGE_RULES, ...ratioRules(segmenter), ...amountRules(segmenter)], ofAmounts };
};

/** The measure that a caption names (法定传染病报告病例数(单位:例)), or ''. */
const captionHead = remembered((caption: string): string => {
  const title = caption.replace(/(?:情况|表|明细|清单|一览表|构成|决算数|运行表|汇总)+$/u, '');
  return RATE_HEAD.exec(title)?.[0] ?? COUNT_HEAD.exec(title)?.[0] ?? CAPTION_HEAD.exec(title)?.[0] ?? '';
});

// 手足口病512 under 法定传染病报告病例数(单位:例): the caption names the measure
function underCaption(binding: Binding, reading: Reading): Binding {
  const { caption } = reading.quantity;
  if (caption === undefined || !reading.own) return binding;
  const head = captionHead(caption);
  return head && !binding.label.endsWith(head) ? { ...binding, label: `${binding.label}${head}` } : binding;
}

const plainText = (view: ClauseView): string => view.text.trim().replace(/[。!?]+$/u, '');

const KINDS: ReadonlySet<string> = new Set(['类', '大类', '种']);
const LISTED = /^([^,]{4,24}?)(?:(?:依次|分别)(?:为|是|有)|(?<=前[一二三四五六七八九十\d]+位的?(?:病种|疾病|死因)?)(?:为|是|有))[^,]*、/u;

// 前三位死因为|脑血管病、心脏病和肺癌
const LISTS = /(?:(?:依次|分别)(?:为|是|有)|(?<=[位因种]的?(?:病种|疾病|死因|死亡原因)?)(?:为|是|有))([^,]*、[^,]*)$/u;

/** What a clause without figures speaks of, '' where it is too long for that. */
function topicIn(text: string): string {
  // 推行…等经办服务: what a long enumeration comes to
  // 发病数居前五位的病种依次为…、…: what is listed, not the list
  const whole = tidy(LISTED.exec(text)?.[1] ?? text);
  const topic = whole.length > TOPIC_MAX ? tidy(whole.slice(whole.lastIndexOf('等') + 1)) : whole;
  return topic.length > TOPIC_MAX ? '' : topic;
}

/** 各级医院平均住院日: what is measured, whoever has it. */
const measureOf = (topic: string): string => topic.replace(/^(?:各级|各类|各)(?:医院|医疗机构|机构|地)?/u, '').replace(/中$/u, '');

/** 派出|6批|412名医护人员, 对19类|2.2万份样品: both counts are of the same, and the noun stands behind the second. */
function nameBatches(figures: readonly Figure[]): void {
  for (const [i, figure] of figures.entries()) {
    const next = figures[i + 1];
    if (!next || next.quantity.start !== figure.quantity.end || next.label === figure.label) continue;
    if (figure.label === '' || KINDS.has(figure.quantity.unit ?? '')) figure.label = next.label;
    // 药品集采|4批|163个|品种
    else if (KIND_NOUN.test(next.label)) next.label = `${figure.label}${next.label}`;
    else if (isVerbRun(figure.label)) figure.label = next.label.startsWith(figure.label) ? next.label : `${figure.label}${next.label}`;
  }
}

/** Binds the sentences of one document in order. */
export class Binder {
  private readonly memory = new Memory();
  private readonly rules: ReturnType<typeof bindRules>;

  constructor(
    private readonly folded: string,
    private readonly source: string,
    private readonly segmenter: Segmenter,
    private readonly explaining = false,
  ) {
    this.rules = bindRules(segmenter);
  }

  /** `mentions` are those inside the sentence. Figures come in reading order. */
  bind(sentence: Sentence, mentions: readonly Mention[]): Figure[] {
    const { memory } = this;
    memory.openSentence(sentence, () => openingWord(this.folded.slice(sentence.start, sentence.start + OPENING_MAX)));
    if (sentence.clauses.every((clause) => clause.quantities.length === 0)) {
      // many sentences have no figures: all they leave is a topic, which few figures ask for
      memory.leaveTopic(() => this.topicLeftBy(sentence, mentions));
      return memory.figures;
    }
    const views = sentence.clauses.map((clause) => new ClauseView(this.folded, clause, sentence, mentions));
    const outer = views.filter((v) => v.clause.depth === 0);
    const nested = views.filter((v) => v.clause.depth > 0).sort((a, b) => a.clause.start - b.clause.start);
    outer.forEach((view, i) => {
      this.readClause(view, outer[i + 1], nested);
    });
    findSums(memory.figures);
    return memory.figures;
  }

  /** The topic that a sentence without figures leaves to the next one: that of the last clause that opens one, or null. */
  private topicLeftBy(sentence: Sentence, mentions: readonly Mention[]): string | null {
    // in the order of `readClause`: a bracket is read behind the clause that it stands in
    const nested = sentence.clauses.filter((c) => c.depth > 0).sort((a, b) => a.start - b.start);
    let opened = 0;
    const order = sentence.clauses.flatMap((clause) => {
      if (clause.depth > 0) return [];
      const from = opened;
      while (opened < nested.length && (nested[opened] as Clause).start < clause.end) opened++;
      return [clause, ...nested.slice(from, opened)];
    });
    for (const clause of order.reverse()) {
      const text = plainText(new ClauseView(this.folded, clause, sentence, mentions));
      if (!COMPARED.test(text) && !PART_OPENER.test(text) && !ADVERBIAL_CLAUSE.test(text)) return topicIn(text).replace(COMPLETED, '');
    }
    return null;
  }

  /** Reads a clause, and the brackets inside it where they stand. */
  private readClause(view: ClauseView, next: ClauseView | undefined, nested: ClauseView[]): void {
    this.memory.openClause(view.clause);
    if (view.placed.length === 0) {
      this.readPlain(view, next);
      this.readNested(nested, view.clause.end);
    } else this.bindClause(view, nested);
  }

  /** Reads the brackets that open before `end`. */
  private readNested(nested: ClauseView[], end: number): void {
    while (nested[0] && nested[0].clause.start < end) {
      const view = nested.shift() as ClauseView;
      const fresh = this.memory.fresh;
      // 3420户(整村推进2170户): a bracket right behind a figure tells a part of it
      const behind = this.memory.figures.at(-1);
      this.memory.inside(() => {
        if (behind && behind.quantity.end === view.clause.start - 1 && !RATIO.has(behind.quantity.dimension))
          this.memory.openParts(view.clause.depth);
        this.readClause(view, nested[0], nested);
        while (nested[0]?.clause.depth === view.clause.depth && nested[0].clause.separator !== '(')
          this.readClause(nested.shift() as ClauseView, nested[0], nested);
      });
      this.memory.fresh = fresh;
    }
  }

  /** A clause without figures may carry a base of comparison, announce a breakdown, name a measure or open a topic. */
  private readPlain(view: ClauseView, next: ClauseView | undefined): void {
    const { memory } = this;
    const text = plainText(view);
    if (COMPARED.test(text)) {
      const base = findBase(text);
      if (base) memory.carriedBase = this.source.slice(view.sourceOf(base.start), view.sourceOf(base.end));
      return;
    }
    if (PART_OPENER.test(text)) {
      memory.openParts(view.clause.depth, next?.clause.separator === ':' || text.endsWith(':'));
      return;
    }
    const inside = memory.figures.length > 0 && INSIDE.exec(text)?.[1];
    if (inside && memory.narrowParts(tidy(inside))) return;
    if (ADVERBIAL_CLAUSE.test(text)) return;
    if (!next) {
      // the last clause opens a topic for later sentences only
      memory.leaveTopic(() => topicIn(text).replace(COMPLETED, ''));
      memory.fresh = false;
      memory.measure = '';
      return;
    }
    if (ANNOUNCES.test(text) || (memory.figures.length > 0 && RESULT.test(text)) || ASIDE.test(text)) return;
    // 居前五位的病种为:|乙肝(163例)、肺结核(91例),占总数的93%: the list is named by what it is of
    if (view.clause.separator === ':' && text.includes('、') && LIST_OF.test(memory.topic)) return;
    // 医疗:门诊2.1万人次,…;公卫:建档1.5万份: what the paragraph is about, as a heading says it
    if (next.clause.separator === ':' && memory.figures.length === 0 && FIELD_WORD.test(text)) return;
    const topic = topicIn(text.replace(DEALS_OUT, ''));
    memory.list = text.includes('、') ? (LISTS.exec(text)?.[1] ?? '') : '';
    memory.topic = topic.replace(COMPLETED, '');
    memory.fresh = memory.topic.length >= 2;
    memory.measure = memory.fresh
      ? MEASURE.test(topic)
        ? measureOf(topic)
        : next.clause.separator === ':'
          ? (DEED_OF_LIST.exec(topic)?.[0] ?? '')
          : ''
      : '';
  }

  private bindClause(view: ClauseView, nested: ClauseView[]): void {
    const { memory } = this;
    const first = view.text.slice(0, view.placed[0]?.start ?? 0);
    if (PARTS.test(first) || (first.includes('其中') && PARTS_ANYWHERE.test(first)))
      memory.openParts(view.clause.depth, LISTED_PARTS.test(first));
    if (memory.figures.length > 0 && INSIDE_WORD.test(first)) {
      const inside = INSIDE.exec(first.replace(/^[ ]*其中/u, ''))?.[1] ?? INSIDE_BEFORE.exec(first)?.[1];
      if (inside) memory.narrowParts(tidy(inside));
    }
    const readings = readClause(view, this.segmenter, memory.carriedBase !== null);
    const start = memory.figures.length;
    for (let i = 0; i < readings.length; i++) {
      this.readNested(nested, (readings[i] as Reading).quantity.start);
      if (isDealt(readings, i, memory)) i += this.bindDealt(readings, i) - 1;
      else this.bindOne(readings[i] as Reading);
    }
    this.readNested(nested, view.clause.end);
    nameBatches(memory.figures.slice(start));
    // a list has two members
    if (memory.figures.length > start + 1) {
      const own = memory.figures.slice(start).filter((f) => f.clause === view.clause);
      completeList(view, own, memory);
    }
    memory.fresh = false;
  }

  private bindOne(reading: Reading): void {
    const { memory } = this;
    const { tail } = reading;
    // 分别牵头成立|两个医共体: one value is not dealt out
    const single = tail.respectively
      ? { ...reading, body: tail.verb, own: tidy(tail.verb), tail: { ...tail, respectively: false } }
      : reading;
    const rules = single.ratio ? this.rules.ofRatios : this.rules.ofAmounts;
    for (const rule of rules) {
      const binding = rule.bind(single, memory);
      if (!binding) continue;
      const lost = this.explaining ? this.alternatives(single, rules.slice(rules.indexOf(rule) + 1), binding.label) : [];
      const figure = memory.add(single, underCaption(binding, single), rule.id, this.baseOf(single, rule.id), rule.says, lost);
      if (INSIDE_OF.test(reading.view.text.slice(reading.place.end))) memory.openPartsOf(figure);
      return;
    }
    throw new Error(`no rule binds ${this.source.slice(reading.quantity.start, reading.quantity.end)}`);
  }

  /** What the rules behind the one that bound the quantity would have said. */
  private alternatives(reading: Reading, behind: readonly BindRule[], label: string): { rule: string; label: string }[] {
    return behind.flatMap((rule) => {
      const other = rule.bind(reading, this.memory)?.label;
      return other && other !== label ? [{ rule: rule.id, label: other }] : [];
    });
  }

  /** Binds a list of values that are dealt out; returns how many. */
  private bindDealt(readings: readonly Reading[], first: number): number {
    const { memory } = this;
    const head = readings[first] as Reading;
    const dealt = dealOut(readings, first, memory);
    const members = readings.slice(first, first + dealt.count);
    const fallback = head.own || memory.subject();
    const start = memory.figures.length;
    members.forEach((member, i) => {
      // 分别增长5.2%、下降1.9%
      const tail = { ...head.tail, change: member.tail.change ?? head.tail.change };
      const flags: Flag[] = dealt.labels || dealt.count === 1 ? [] : ['ambiguous-binding'];
      const label = dealt.labels?.[i] ?? fallback;
      const aspect = dealt.from ? { aspect: 'baseline' as const } : {};
      memory.add(
        { ...member, tail },
        { label, flags, dated: dealt.dates?.[i] ?? null, ...aspect },
        dealt.rule,
        this.baseOf(head, 'change'),
        dealt.why || 'dealt out: as many values as members named, or figures before',
      );
    });
    shareRelation(memory.figures.slice(start), members);
    return dealt.count + (dealt.from ? this.bindReached(readings, first + dealt.count, dealt.count, dealt.labels) : 0);
  }

  /** 分别从91%、88%提高到95%、93%: the second run of values has the labels of the first. */
  private bindReached(readings: readonly Reading[], at: number, count: number, labels: readonly string[] | null): number {
    if (!readings[at]?.tail.reached || !labels) return 0;
    const run = readings.slice(at, at + count);
    run.forEach((reading, i) => {
      this.memory.add(
        reading,
        { label: labels[i] as string, aspect: 'level' },
        'respectively-reached',
        null,
        'dealt out: the second run has the labels of the first',
      );
    });
    return run.length;
  }

  /** The base of a change as written: in its own words, carried by an earlier clause, or that of the change just before. */
  private baseOf(reading: Reading, rule: string): string | null {
    const { tail, view } = reading;
    if (!tail.change) return null;
    if (tail.base) return this.source.slice(view.sourceOf(tail.base.start), view.sourceOf(tail.base.end)).replace(/[(\uff08].*$/u, '');
    const before = this.memory.figures.at(-1);
    // 比2003年的870万元|增长171%
    const earlier = before?.aspect === 'baseline' && reading.index > 0 ? view.placed[reading.index - 1] : undefined;
    const told = earlier && findBase(view.text.slice(0, earlier.start).replace(/的$/u, ''));
    if (told) return this.source.slice(view.sourceOf(told.start), view.sourceOf(told.end));
    return this.memory.carriedBase ?? (rule === 'change-of-previous' && before?.aspect === 'change' ? before.base : null);
  }
}
