// What the binder remembers while it reads a report: the figures of the sentence, the topic just opened, the breakdown under way.
import Big from 'big.js';
import type { Clause, Figure, Quantity, Sentence, Trace } from '../model/document.js';
import { INSTITUTION_TAIL, OWNER_TAIL } from '../rules/words.js';
import type { Binding } from './binding.js';
import { complete } from './complete.js';
import { ofDisease } from './disease.js';
import { isVerbal, topicOf } from './label.js';
import type { Reading } from './reading.js';

// 因单位注销7项, 其余3项, 户均2.14次 are no subjects of what follows
const NO_SUBJECT = /^(?:因|由于|其余|剩余|户均|人均|每千|每万|每期|每次)/u;
// Headings that say what kind of text follows, not what it is about
const GENERIC_HEADING = /(?:工作|成效|情况|概况|概述|综述|问题|打算|措施|建议|计划|目标|做法|思路|安排|任务|成绩|亮点|原因|要求)$/u;
// 加快项目建设 says what to do
const ORDER_HEADING = /^(?:加快|加大|继续|做好|推进|推动|完善|深化|落实|着力|切实|完成|保障|巩固|狠抓|突出|聚焦|注重|坚持|开展|实施)/u;
// 在柳河、山城等4个重点乡镇,|防疫人员采集血样
const SCENE = /^[ ]*⊙?在[^,]*$/u;
// 占乙类传染病报告病例总数的88.2%。|报告发病率: of those that the share is of
const SHARED = /占(.{4,}?)总?(?:数|量)?比例$/u;
// 任务数8000人|的102.7%
const WHOLE_OF = /^的 ?\d/u;
// 发现患者290例(任务数|281): what was to be found is no part of it
const TASK = /(?:任务|目标|计划|指标)(?:数|量|值)?(?:为|是)?:?$/u;
const YEAR_ALONE = /^(?:19|20)\d{2} ?年度?:?$/u;
// 柳林县2019年卫生工作总结: what the text is, not what it tells of
const REPORT_NAME = /(?:工作|情况|年度|上?半年|事业)(?:总结|报告|公报|计划|要点|方案|规划|汇报|小结|年鉴|思路|打算|安排)$/u;
// 综合监督执法力度加大, 持续改善服务: how it went, or is to go
const TELLS = /[,、。]|[有更稳强严抓促夯]|优(?!生)|(?:加大|深化|见效|推进|显著|明显|到位|突破|提升|提高|完善)$|持续|不断|全面|扎实|进一步/u;
const HEADING_MAX = 18;

export class Memory {
  sentence!: Sentence;
  /** Figures of the sentence so far. */
  figures: Figure[] = [];
  /** Last figure of the paragraph before this sentence. */
  last: Figure | null = null;
  /** True where the topic was opened by the clause just before. */
  fresh = false;
  /** Measure named before its figures: 平均住院日:三级医院7.8天,二级医院8.6天. */
  measure = '';
  /** The members that the topic was said to be: 前三位死因为脑血管病、心脏病和肺癌. */
  list = '';
  /** The word that the paragraph opens with, set off from its sentences. */
  opening = '';
  carriedBase: string | null = null;
  inParts = false;
  private totals: Figure[] = [];
  /** Figures of the sentence before, in the same paragraph. */
  private before: readonly Figure[] = [];
  private partsDepth = 0;
  /** True for a list behind 其中:, which goes on behind a semicolon. */
  private partsListed = false;
  /** Number of figures before the latest semicolon. */
  private partStart = 0;
  /** Of the brackets that the clause being read stands in. */
  private depth = 0;
  private paragraph = -1;
  private readonly heads = new Map<Figure, string>();
  /** Places where something was done: 在柳河等4个重点乡镇,… */
  private readonly scenes = new Set<Figure>();
  /** Amounts that a share is told of. */
  private readonly wholes = new Set<Figure>();
  #topic = '';
  /** What says the topics of sentences and last clauses without figures that nobody has asked about, the latest last. */
  readonly #unread: (() => string | null)[] = [];

  /** Text of the latest clause without figures, as a label. */
  get topic(): string {
    for (let read = this.#unread.pop(); read; read = this.#unread.pop()) {
      const topic = read();
      if (topic !== null) this.topic = topic;
    }
    return this.#topic;
  }

  set topic(topic: string) {
    this.#topic = topic;
    if (this.#unread.length > 0) this.#unread.length = 0;
  }

  /** Notes a sentence or a last clause without figures; `read` says the topic it leaves, or null where it opens none. */
  leaveTopic(read: () => string | null): void {
    this.#unread.push(read);
  }

  /** `opening` says what word stands alone at the start of the sentence; it is asked for the first one of a paragraph. */
  openSentence(sentence: Sentence, opening: () => string): void {
    // 人均230元(财政补200元、农民自缴30元)。累计补偿…: of what stands outside the bracket
    if (this.figures.length) this.last = this.figures.findLast(({ clause }) => clause.depth === 0) ?? (this.figures.at(-1) as Figure);
    this.before = sentence.paragraph === this.paragraph ? this.figures : [];
    if (sentence.paragraph !== this.paragraph) {
      this.last = null;
      this.topic = '';
      this.opening = opening();
    }
    this.paragraph = sentence.paragraph;
    this.sentence = sentence;
    this.figures = [];
    this.partStart = 0;
    this.carriedBase = null;
    this.measure = '';
    this.fresh = false;
    this.closeParts();
  }

  openClause(clause: Clause): void {
    this.depth = clause.depth;
    if ((clause.separator === ';' && !this.partsListed) || clause.depth < this.partsDepth) this.closeParts();
    if (clause.separator === ';') {
      this.partStart = this.figures.length;
      this.measure = '';
    }
  }

  /** Opens a breakdown of the figures before; in a bracket of the figure directly before it. */
  openParts(depth: number, listed = false): void {
    // 其中… at the start of a sentence goes on from the one before
    const own = this.figures.length ? this.figures : this.before;
    const levels = own.filter((f) => f.aspect === 'level');
    this.totals = depth > 0 ? levels.slice(-1) : levels.filter((f) => !f.partOf);
    if (depth === 0 && levels.at(-1)?.partOf && this.totals.length === 0) this.totals = levels.slice(-1);
    this.inParts = this.totals.length > 0;
    this.partsDepth = depth;
    this.partsListed = listed;
  }

  /** 新生儿2251人中,完成筛查2240人: what follows is part of that figure. */
  openPartsOf(total: Figure): void {
    this.totals = [total];
    this.inParts = true;
    this.partsDepth = 0;
  }

  /** Nested breakdown: 卫生技术人员中,执业医师963人. Returns the total, or null where no figure has that name. */
  narrowParts(name: string): Figure | null {
    const total = this.figures.findLast((f) => name.length >= 2 && f.label.endsWith(name));
    if (!total) return null;
    this.totals = [total];
    this.inParts = true;
    return total;
  }

  /** Reads what stands in a bracket: a breakdown that opens there ends there. */
  inside(read: () => void): void {
    const { inParts, totals, partsDepth, partsListed, depth } = this;
    read();
    this.inParts = inParts;
    this.totals = totals;
    this.partsDepth = partsDepth;
    this.partsListed = partsListed;
    this.depth = depth;
  }

  private closeParts(): void {
    this.inParts = false;
    this.totals = [];
    this.partsDepth = 0;
    this.partsListed = false;
  }

  /** The total of the breakdown that such a quantity is part of. */
  total({ unit, value }: Quantity): Figure | null {
    if (!this.inParts) return null;
    const alike = this.totals.filter((f) => f.quantity.unit === unit);
    // 发病1085例,死亡2例。其中乙类传染病428例: of those that are more
    const larger = alike.filter((f) => f.quantity.value >= value);
    const totals = larger.length > 0 ? larger : alike;
    // 完成检查15236人,为任务数15000人的101.57%,其中…: parts of what was done
    return totals.findLast((f) => !this.wholes.has(f)) ?? totals.at(-1) ?? null;
  }

  /** What a total is named by in its parts. */
  parentOf(total: Figure): string {
    return this.heads.get(total) ?? topicOf(total.label);
  }

  /** The nearest figure that a clause without a subject can go on from. */
  inherited(): Figure | null {
    const alone = (f: Figure): boolean => this.figures.length > 1 && f.label.length <= 4 && isVerbal(f.label);
    // 抽查9乡36村|288份: where it was is not what
    const subjects = this.figures.filter(
      (f) => !NO_SUBJECT.test(f.label) && !alone(f) && f.rule !== 'counted-place' && !this.scenes.has(f),
    );
    // 医院310万人次(含急诊21万人次),占34.4%: of what stands outside the bracket
    return subjects.findLast((f) => f.clause.depth <= this.depth) ?? subjects.at(-1) ?? null;
  }

  /** The figure that `last` and the parts before it add up to exactly, or null. */
  private wholeOf(last: Figure): Figure | null {
    const whole = last.partOf;
    if (!whole) return null;
    const parts = this.figures.filter((f) => f.partOf === whole && f.aspect === 'level');
    const sum = parts.reduce((all, { quantity }) => all.plus(quantity.value), new Big(0));
    return parts.length > 1 && sum.eq(whole.quantity.value) ? whole : null;
  }

  /** The level of that unit in the sentence before, where its last figure has another one. */
  alikeBefore(unit: string | null): Figure | undefined {
    return this.last?.quantity.unit === unit ? undefined : this.before.findLast((f) => f.quantity.unit === unit && f.aspect === 'level');
  }

  /** The nearest figure of that unit, else the one that a clause goes on from. */
  neighbour(unit: string | null): Figure | null {
    return this.figures.findLast((f) => f.quantity.unit === unit && f.aspect === 'level') ?? this.inherited();
  }

  /** True where a topic stands between the figures before and this clause. */
  get topicLeads(): boolean {
    return this.fresh && this.topic !== '';
  }

  /** The subject that a bare head goes on from. */
  subject(): string {
    if (this.topicLeads && this.figures.length === this.partStart) return this.topic;
    // 安排1178.6万元,其中上级732万元、县级446.6万元,到位1004.3万元: of the whole, whose parts have all been told
    const last = this.inherited();
    const before = (last && this.wholeOf(last)) ?? last;
    if (before) return this.heads.get(before) ?? before.label;
    if (this.topicLeads) return this.topic;
    if (this.last) {
      const whole = this.last.rule === 'share' ? SHARED.exec(this.last.label)?.[1] : undefined;
      return whole ?? this.heads.get(this.last) ?? this.last.label;
    }
    return this.topic || this.heading();
  }

  /** The institution that the sentence speaks of: the last one counted, or the topic before its figures. */
  institution(): string {
    const named = (figures: readonly Figure[]): Figure[] => figures.filter((f) => !f.partOf && INSTITUTION_TAIL.test(topicOf(f.label)));
    // of several institutions, those before a semicolon are no longer spoken of
    const all = named(this.figures);
    const counted = all.length > 1 ? named(this.figures.slice(this.partStart)) : all;
    const last = counted.at(-1);
    if (last && /^(?:医疗|卫生|医疗卫生)+机构/u.test(topicOf(last.label))) return '';
    // 县级医院3家、乡镇卫生院12家,床位…: the beds of all of them
    if (last && counted.length > 1) return '';
    return (
      last?.label ?? (OWNER_TAIL.test(this.topic) && !/^为|(?:晋升|升格|更名|改称|创建|命名|评|定)为/u.test(this.topic) ? this.topic : '')
    );
  }

  /** 流感(1240例)、水痘(212例)和梅毒(98例),|共占88%: what a list is of whose figures stand in brackets, or ''. */
  listed(): string {
    const list = this.figures.slice(this.partStart);
    return list.length > 1 && list.every(({ clause }) => clause.depth > this.depth) ? this.topic : '';
  }

  heading(): string {
    const heading = this.sentence.section.path.at(-1) ?? '';
    // 四、2014年: the time of what follows
    return YEAR_ALONE.test(heading) || REPORT_NAME.test(heading) ? '' : heading;
  }

  /** The innermost heading where it names a subject (老年人健康管理), else ''. */
  subjectHeading(): string {
    const heading = this.heading();
    return heading.length <= HEADING_MAX && !GENERIC_HEADING.test(heading) && !ORDER_HEADING.test(heading) && !TELLS.test(heading)
      ? heading
      : '';
  }

  completed(head: string): string {
    return complete(this.subject(), head);
  }

  /** Keeps a bound quantity as a figure of the sentence. */
  add(reading: Reading, binding: Binding, rule: string, base: string | null, says = '', lost: Trace['lost'] = []): Figure {
    const { quantity, tail } = reading;
    const change = binding.aspect === undefined ? tail.change : binding.aspect === 'change' ? (binding.sign ?? tail.change ?? 1) : null;
    const label = binding.label ? ofDisease(binding.label, this.heading(), this.opening) : this.heading();
    const figure: Figure = {
      quantity,
      sentence: this.sentence,
      clause: reading.view.clause,
      label,
      rule: binding.label ? rule : 'heading-topic',
      aspect: binding.aspect ?? (change ? 'change' : 'level'),
      relation: quantity.relation,
      base: change ? base : null,
      sign: change === -1 ? -1 : 1,
      partOf: null,
      dated: binding.dated ?? null,
      trace: {
        clause: reading.view.text.trim(),
        before: reading.body,
        own: reading.own,
        noun: reading.following.noun,
        predicate: reading.following.predicate,
        lost,
        says,
      },
      flags: [...(binding.flags ?? [])],
    };
    if (!label) figure.flags.push('label-missing');
    if (quantity.unitImplied) figure.flags.push('unit-implied');
    if (WHOLE_OF.test(reading.view.text.slice(reading.place.end, reading.place.end + 3))) this.wholes.add(figure);
    if (rule === 'counted-noun' && SCENE.test(reading.view.text) && !reading.next && !reading.following.predicate) this.scenes.add(figure);
    if (binding.head && binding.head.length >= 2) this.heads.set(figure, binding.head);
    const total = this.total(quantity);
    if (total && isPart(figure, total) && !TASK.test(reading.body)) figure.partOf = total;
    this.figures.push(figure);
    return figure;
  }

  headOf(figure: Figure): string | null {
    return this.heads.get(figure) ?? null;
  }
}

/** A level no greater than the total, and no rate of it. */
function isPart(figure: Figure, total: Figure): boolean {
  // a rate is no part of another
  if (['ratio', 'rate', 'points', 'multiple', 'duration', 'age'].includes(figure.quantity.dimension) && !/占/u.test(figure.label))
    return false;
  if (figure.aspect !== 'level' || /^(?:from|from-to|reached|per-head)$/u.test(figure.rule)) return false;
  return figure.quantity.value <= total.quantity.value && !/^(?:每[千万百]|人均|户均|平均)/u.test(figure.label);
}
