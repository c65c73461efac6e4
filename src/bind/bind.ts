// Binds every quantity of a sentence to what it measures: its own clause first, then what the clause inherits.
import type { Clause, Figure, Mention, Quantity, Sentence } from '../model/document.js';
import { RATE_HEAD } from '../rules/words.js';
import type { Segmenter } from '../segment/words.js';
import { ClauseView, type Placed } from './clause-view.js';
import { distribute } from './distribute.js';
import {
  borrowHead,
  complete,
  dependsOn,
  hasAttributeEdge,
  isAttribute,
  isBare,
  isService,
  isVerbal,
  leadingVerb,
  tidy,
  topicOf,
  trailingVerb,
} from './label.js';
import { type Following, readFollowing } from './noun-phrase.js';
import { findBase, readTail, type Tail } from './tail.js';

const LIST_SEPARATOR = /^[ ]*(?:、|以及|和|及|与|,|;|或|并)[ ]*/u;
const PART_OPENER = /(?:其中|包括|含|分别为|其中包括)[:]?/u;
const TOPIC_MAX = 30;
// 贫困人口各提高5个百分点: a group stands for the rate just told of another
const POPULATION = /(?:人口|群众|患者|对象|人员|居民|户|老人|儿童|妇女)$/u;
const PER_HEAD = /^(?:平均)?(?:每[千万百百十][一-龥]{0,6}|人均|户均|次均|例均)$/u;
// 其中, but not 其|中医类
const PARTS = /^[ ]*(?:其中(?!医(?:类|药|馆|医|诊))|包括|含)/u;
const RATIO = new Set(['ratio', 'points', 'rate', 'multiple']);
// 占45.8%, 占总数的12%
const SHARE = /占(?:到|比为?)?([^,]{0,20}?)(?:的)?(?:比例|比重)?$/u;
const FROM =
  /(?:由|从|自)(?:原来|原先|原有|过去|以前|此前|最初|国家规定|规定)?的?(?:⊙)?(?:年)?(?:底|末|初)?的?$|(?:由|从)(?:[^,、]{0,8})的?$|(?:原来|原先|原有|原)(?:的|为)?$/u;

/** Binds the sentences of one document in order. */
export class Binder {
  private previous: Figure[] = [];
  private last: Figure | null = null;
  private lastParagraph = -1;
  private topic = '';
  private topicFresh = false;
  private carriedBase: string | null = null;
  private total: Figure | null = null;
  private partStart = 0;
  private inParts = false;
  private partsDepth = 0;
  /** Counted noun of a figure whose label goes on with a predicate. */
  private readonly heads = new Map<Figure, string>();

  constructor(
    private readonly folded: string,
    private readonly source: string,
    private readonly segmenter: Segmenter,
  ) {}

  /** `mentions` are those inside the sentence. */
  bind(sentence: Sentence, mentions: readonly Mention[]): Figure[] {
    this.previous = [];
    this.partStart = 0;
    this.carriedBase = null;
    this.inParts = false;
    this.total = null;
    if (sentence.paragraph !== this.lastParagraph) {
      this.last = null;
      this.topic = '';
    }
    this.lastParagraph = sentence.paragraph;
    this.topicFresh = false;
    const views = sentence.clauses.map((clause) => new ClauseView(this.folded, clause, sentence, mentions));
    for (let i = 0; i < views.length; i++) {
      const view = views[i] as ClauseView;
      if (view.placed.length === 0) this.readPlain(view, views[i + 1]);
      else this.bindClause(sentence, view);
    }
    const figures = this.previous;
    if (figures.length) this.last = figures.at(-1) as Figure;
    return figures;
  }

  /** A clause without figures: may carry a base of comparison, a list opener or the topic of the next one. */
  private readPlain(view: ClauseView, next: ClauseView | undefined): void {
    const text = view.text.trim();
    if (view.clause.separator === ';') this.afterSemicolon();
    if (/^(?:与|同|和|比|较)?.{0,14}(?:相比|比较|同比|相较)[:]?$/u.test(text)) {
      const base = findBase(text);
      if (base) this.carriedBase = this.source.slice(view.sourceOf(base.start), view.sourceOf(base.end));
      return;
    }
    if (PART_OPENER.test(text) && text.replace(PART_OPENER, '').trim().length <= 2) {
      this.openParts(view.clause.depth, next?.placed[0]?.quantity.unit);
      return;
    }
    // 推行…等经办服务: what a long enumeration comes to
    const whole = tidy(text);
    const topic = whole.length > TOPIC_MAX ? tidy(whole.slice(whole.lastIndexOf('等') + 1)) : whole;
    if (topic.length > TOPIC_MAX) this.topic = '';
    else if (topic.length >= 2) {
      this.topic = topic;
      this.topicFresh = next !== undefined;
    }
  }

  /** Behind a semicolon a new topic goes before the figures of the part that ended. */
  private afterSemicolon(): void {
    this.partStart = this.previous.length;
  }

  /** Opens a breakdown of the nearest figure of that unit. */
  private openParts(depth: number, unit: string | null | undefined): void {
    this.inParts = true;
    this.partsDepth = depth;
    const levels = this.previous.filter((f) => f.aspect === 'level' && !f.partOf);
    this.total = levels.findLast((f) => f.quantity.unit === unit) ?? this.previous.at(-1) ?? this.total;
  }

  private bindClause(sentence: Sentence, view: ClauseView): void {
    const { clause, placed, text } = view;
    if (clause.separator === ';' || clause.depth < this.partsDepth) {
      this.inParts = false;
      this.partsDepth = 0;
    }
    if (clause.separator === ';') this.afterSemicolon();
    const starts = placed.map((_, i) => (i === 0 ? 0 : (placed[i - 1] as Placed).end));
    const chained = (i: number): string => {
      const gap = text.slice(starts[i], (placed[i] as Placed).start);
      const before = placed[i - 1];
      // 救助支出型|2类|困难家庭4人次: the classed noun is one phrase
      if (!before || LIST_SEPARATOR.test(gap) || !/^[类种项]$/u.test(before.quantity.unit ?? '') || !gap.trim())
        return splitGap(gap, i > 0).right;
      return `${chained(i - 1)}${gap}`;
    };
    const tails = placed.map((p, i) => readTail(chained(i), RATIO.has(p.quantity.dimension), this.carriedBase !== null));
    const first = text.slice(0, placed[0]?.start ?? 0);
    if (PARTS.test(first) || /其中[^,]{0,6}$/u.test(first)) this.openParts(clause.depth, placed[0]?.quantity.unit);

    for (let i = 0; i < placed.length; i++) {
      const tail = tails[i] as Tail;
      if ((tail.respectively && this.isDealt(view, i, tails)) || this.changesTogether(view, i, tails)) {
        const run = this.bindRespectively(sentence, view, i, tails);
        i += run - 1;
        continue;
      }
      this.bindOne(sentence, view, i, tails, starts[i] as number);
    }
    this.fixElidedHeads(view);
    this.topicFresh = false;
  }

  /** 分别牵头成立两个医共体 has one value and deals out nothing. */
  private isDealt(view: ClauseView, i: number, tails: Tail[]): boolean {
    const tail = tails[i] as Tail;
    const next = view.placed[i + 1];
    if (next || !tail.verb || !/[一-龥]{3}/u.test(tail.verb)) return true;
    tails[i] = { ...tail, respectively: false, body: tail.verb };
    return false;
  }

  /** 较上年提升0.9和1.6个百分点 behind two figures that were dealt out together. */
  private changesTogether(view: ClauseView, i: number, tails: readonly Tail[]): boolean {
    const next = view.placed[i + 1];
    const here = view.placed[i] as Placed;
    const tail = tails[i] as Tail;
    if (!next || next.quantity.unit !== here.quantity.unit) return false;
    // 签约率78.6%、100% behind 重点人群、脱贫人口分别签约…
    const dealt =
      RATIO.has(here.quantity.dimension) &&
      isBare(tidy(tail.body)) &&
      this.previous.slice(-2).every((f) => f.rule.startsWith('respectively'));
    if (!dealt && (!tail.change || tail.body)) return false;
    return /^[ ]*(?:、|和|及|与)[ ]*$/u.test(view.text.slice(here.end, next.start)) && this.previous.length >= 2;
  }

  private add(
    sentence: Sentence,
    clause: Clause,
    quantity: Quantity,
    label: string,
    rule: string,
    tail: Tail | null,
    view: ClauseView,
  ): Figure {
    const base = tail?.base
      ? this.source.slice(view.sourceOf(tail.base.start), view.sourceOf(tail.base.end))
      : tail?.change
        ? this.carriedBase
        : null;
    const figure: Figure = {
      quantity,
      sentence,
      clause,
      label: label || this.heading(sentence),
      rule: label ? rule : 'heading-topic',
      aspect: tail?.change ? 'change' : 'level',
      relation: quantity.relation,
      base,
      sign: tail?.change === -1 ? -1 : 1,
      partOf: null,
      flags: [],
    };
    if (!figure.label) figure.flags.push('label-missing');
    if (quantity.unitImplied) figure.flags.push('unit-implied');
    if (this.inParts && this.total && this.total.quantity.unit === quantity.unit && isPart(figure, this.total, rule))
      figure.partOf = this.total;
    this.previous.push(figure);
    return figure;
  }

  private heading(sentence: Sentence): string {
    return sentence.section.path.at(-1) ?? '';
  }

  /** The label that a clause without its own subject goes on from. */
  private inherited(): Figure | null {
    return (
      this.previous.findLast(
        (f) =>
          !/^(?:因|由于|其余|剩余|户均|人均|每千|每万)/u.test(f.label) &&
          !(this.previous.length > 1 && f.label.length <= 4 && isVerbal(f.label)),
      ) ?? null
    );
  }

  private subject(sentence: Sentence): string {
    if (this.topicFresh && this.topic && this.previous.length === this.partStart) return this.topic;
    const before = this.inherited();
    if (before) return this.heads.get(before) ?? before.label;
    if (this.topicFresh && this.topic) return this.topic;
    if (this.last) return this.last.label;
    return this.topic || this.heading(sentence);
  }

  private bindRespectively(sentence: Sentence, view: ClauseView, first: number, tails: readonly Tail[]): number {
    const { placed, text, clause } = view;
    const tail = tails[first] as Tail;
    let count = 1;
    while (first + count < placed.length) {
      const gap = text.slice((placed[first + count - 1] as Placed).end, (placed[first + count] as Placed).start);
      const next = tails[first + count] as Tail;
      if (!LIST_SEPARATOR.test(gap) && gap.trim() !== '') break;
      if (next.body && !isVerbOnly(next.body)) break;
      count++;
    }
    const members = placed.slice(first, first + count);
    const share = SHARE.exec(tail.verb) ?? SHARE.exec(tail.body);
    const source = share && !tail.verb ? tail.body.slice(0, share.index) : tail.body;
    const verb = share ? '' : tail.verb.replace(/(?:为|达|达到|有|了)$/u, '').replace(/^(?:执行|实行|实施|按|是)$/u, '');
    let labels: string[] | null = null;
    let rule = 'respectively';
    const own = tidy(source.replace(/(?:从|由)$/u, ''));
    if (own && !isBare(own)) labels = distribute(source.replace(/(?:从|由)$/u, ''), count)?.map((l) => `${l}${verb}`) ?? null;
    else if (!tail.change && this.topicFresh && this.topic) {
      labels = distribute(this.topic, count)?.map((l) => (own ? complete(l, own) : l)) ?? null;
    }
    if (!labels) {
      // the figures just before: 门诊…人次、住院…人次,较上年分别增长…
      const levels = this.previous.filter((f) => f.aspect === 'level');
      if (own && PER_HEAD.test(own) && levels.length >= count) {
        labels = levels.slice(-count).map((f) => `${own}${f.label}`);
        rule = 'respectively-per-head';
      } else if ((!own || isBare(own)) && levels.length >= count) {
        labels = levels
          .slice(-count)
          .map((f) => (own && !tail.change ? complete(f.label, own) : `${verb.startsWith('每') ? verb : ''}${f.label}`));
        rule = 'respectively-previous';
      } else if (own && isBare(own) && count > 1) {
        const parts = distribute(source, count);
        labels = parts?.map((l) => complete(this.subject(sentence), l)) ?? null;
      }
    }
    if (!labels && clause.start > 0 && !own && this.topic) labels = distribute(this.topic, count);
    for (const [i, m] of members.entries()) {
      let label = labels?.[i] ?? (own || this.subject(sentence));
      if (share && label) label = `${label}占${tidy(share[1] ?? '')}比例`;
      // 分别增长5.2%、下降1.9%
      const member = tails[first + i] as Tail;
      const figure = this.add(sentence, clause, m.quantity, label, rule, member.change ? { ...tail, change: member.change } : tail, view);
      if (tail.from) figure.aspect = 'baseline';
      if (!labels && count > 1) figure.flags.push('ambiguous-binding');
    }
    // 分别达到91%、90%以上 holds for each
    const end = members.at(-1) as Placed;
    if (count > 1 && /(?:以[上下内]|左右)$/u.test(text.slice(0, end.end))) {
      for (const f of this.previous.slice(-count)) if (f.relation === 'eq') f.relation = end.quantity.relation;
    }
    return count + this.bindReachedLevels(sentence, view, first + count, tails, count, labels);
  }

  /** 分别从91%、88%提高到95%、93%: the second run of values has the labels of the first. */
  private bindReachedLevels(
    sentence: Sentence,
    view: ClauseView,
    at: number,
    tails: readonly Tail[],
    count: number,
    labels: readonly string[] | null,
  ): number {
    if (!tails[at]?.reached || !(tails[at - count] as Tail).from || !labels) return 0;
    for (let i = 0; i < count && view.placed[at + i]; i++) {
      this.add(
        sentence,
        view.clause,
        (view.placed[at + i] as Placed).quantity,
        labels[i] as string,
        'respectively-reached',
        tails[at] as Tail,
        view,
      );
    }
    return Math.min(count, view.placed.length - at);
  }

  private bindOne(sentence: Sentence, view: ClauseView, i: number, tails: readonly Tail[], start: number): void {
    const { placed, text, clause } = view;
    const place = placed[i] as Placed;
    const { quantity } = place;
    const tail = tails[i] as Tail;
    const next = placed[i + 1];
    const gapBefore = text.slice(start, place.start);
    const after = next ? splitGap(text.slice(place.end, next.start), true, true).left : text.slice(place.end);
    const following = readFollowing(stopAtList(after), this.segmenter);
    const before = i > 0 ? (this.previous.at(-1) ?? null) : null;

    // from-to pairs
    if (tail.reached) {
      const baseline = this.previous.at(-1);
      if (baseline && isBaselineOf(baseline, quantity, sentence)) {
        baseline.aspect = 'baseline';
        baseline.sign = 1;
        const fresh = tidy(tail.body);
        if (baseline.rule === 'from' && fresh && !isBare(fresh) && fresh.length <= 20 && baseline.label.length < 2) baseline.label = fresh;
        this.add(sentence, clause, quantity, baseline.label, 'from-to', tail, view);
        return;
      }
      const own = tidy(tail.body);
      if (!own || isBare(own)) {
        this.add(sentence, clause, quantity, own ? complete(this.subject(sentence), own) : this.subject(sentence), 'reached', tail, view);
        return;
      }
    }
    // X上年为Y, 较上年4.92‰下降: the earlier value itself is printed
    const earlier = /(?:较|比|与|同)?(?:上年|去年|上一年|上年同期|去年同期|⊙)(?:的|为|是)?$/u.exec(tail.body);
    if (
      earlier &&
      (/^(?:较|比|与|同|上年|去年|上一年)/u.test(earlier[0]) || clause.depth > 0) &&
      !tail.change &&
      (earlier[0] !== '⊙' || clause.depth > 0) &&
      !/[由从自]$/u.test(tail.body.slice(0, earlier.index))
    ) {
      const own = tidy(tail.body.slice(0, earlier.index));
      const figure = this.add(sentence, clause, quantity, own && !isBare(own) ? own : this.subject(sentence), 'earlier-value', null, view);
      if (this.previous.length > 1 || own) figure.aspect = 'baseline';
      return;
    }
    const fromMatch = next && FROM.exec(tail.body.length ? tail.body : gapBefore);
    if (next && fromMatch && (tails[i + 1] as Tail).reached) {
      const own = tidy((tail.body || gapBefore).slice(0, fromMatch.index));
      const between = tidy((tails[i + 1] as Tail).body);
      const label = own || (following.noun && tidy(following.noun)) || between || this.subject(sentence);
      const figure = this.add(
        sentence,
        clause,
        quantity,
        isBare(label) ? complete(this.subject(sentence), label) : label,
        'from',
        null,
        view,
      );
      figure.aspect = 'baseline';
      return;
    }

    if (tail.change) {
      const own = this.anaphora(tidy(tail.body.replace(/^[、和及,]/u, '')));
      const dependent = own ? dependsOn(own, this.subject(sentence)) : null;
      const label =
        own && POPULATION.test(own) && RATIO.has(quantity.dimension) && RATE_HEAD.test(this.inherited()?.label ?? '')
          ? `${own}${RATE_HEAD.exec(this.inherited()?.label ?? '')?.[0] ?? ''}`
          : own && !isBare(own)
            ? (dependent ?? own)
            : own
              ? complete(this.subject(sentence), own)
              : this.changed(sentence, quantity);
      this.add(sentence, clause, quantity, label, own ? 'change' : 'change-of-previous', tail, view);
      return;
    }

    if (RATIO.has(quantity.dimension)) {
      this.bindRatio(sentence, view, place, tail, following);
      return;
    }
    this.bindAmount(sentence, view, place, tail, following, before, i);
  }

  /** 前者, 后者 name the last two figures. */
  private anaphora(label: string): string {
    if (label === '后者') return this.previous.at(-1)?.label ?? label;
    if (label === '前者') return this.previous.at(-2)?.label ?? label;
    return label;
  }

  /** What 比上年增加37人 changed: the nearest level, of the same unit where there is one just before. */
  private changed(sentence: Sentence, quantity: Quantity): string {
    const levels = this.previous.filter((f) => f.aspect === 'level');
    const near = levels.at(-1);
    if (near && !RATIO.has(quantity.dimension) && near.quantity.unit !== quantity.unit) {
      const same = levels.slice(-3).findLast((f) => f.quantity.unit === quantity.unit);
      if (same) return same.label;
    }
    return near?.label ?? this.previous.at(-1)?.label ?? this.subject(sentence);
  }

  private bindRatio(sentence: Sentence, view: ClauseView, place: Placed, tail: Tail, following: Following): void {
    const { quantity } = place;
    const { clause } = view;
    const share = SHARE.exec(tail.body);
    if (share) {
      const own = tidy(tail.body.slice(0, share.index));
      const whole = tidy(share[1] ?? '');
      const subject = own ? (isBare(own) ? complete(this.subject(sentence), own) : own) : this.subject(sentence);
      this.add(
        sentence,
        clause,
        quantity,
        whole ? `${subject}占${whole}比例` : `${subject}占比`,
        own ? 'share' : 'share-of-previous',
        tail,
        view,
      );
      return;
    }
    const own = tidy(tail.body);
    // 达到业务总量的85%, 完成任务的90%
    const fraction = /^(?:达到?|占|为|是|相当于|完成)?([^,]{1,16}?)的$/u.exec(tail.body);
    if (fraction && !following.noun) {
      const whole = tidy(fraction[1] as string);
      if (quantity.dimension === 'multiple') {
        // 是2019年的1.8倍: a level of the same thing
        this.add(sentence, clause, quantity, this.subject(sentence), 'multiple', tail, view);
        return;
      }
      this.add(
        sentence,
        clause,
        quantity,
        `${this.topicFresh && this.topic ? this.topic : this.subject(sentence)}占${whole}比例`,
        'fraction',
        tail,
        view,
      );
      return;
    }
    // 按83%的比例报销, 按不低于70%给予救助
    if (/按照?(?:不低于|不超过)?$/u.test(tail.body.trim() || view.text.slice(0, place.start)) && (following.predicate || following.noun)) {
      const action = tidy(`${following.noun}${following.predicate}`.replace(/^(?:的)?(?:比例|标准)?/u, ''));
      const head = action.endsWith('比例') ? action : `${action}比例`;
      this.add(sentence, clause, quantity, isBare(action) ? complete(this.subject(sentence), head) : head, 'rule-share', tail, view);
      return;
    }
    // 20%的参保人已激活…, 95%以上的村卫生室达标
    if ((!own || trailingVerb(own) === own) && following.noun) {
      const noun = tidy(following.noun);
      const predicate = tidy(following.predicate);
      this.add(
        sentence,
        clause,
        quantity,
        `${noun}${predicate.length <= 16 ? predicate : ''}` || this.subject(sentence),
        'ratio-of-following',
        tail,
        view,
      );
      return;
    }
    if (!own && following.predicate) {
      const predicate = tidy(following.predicate);
      this.add(sentence, clause, quantity, complete(this.subject(sentence), predicate), 'ratio-predicate', tail, view);
      return;
    }
    if (!own) {
      this.add(sentence, clause, quantity, this.subject(sentence), 'inherited', tail, view);
      return;
    }
    if (isBare(own)) {
      this.add(sentence, clause, quantity, complete(this.subject(sentence), own), 'inherited-subject', tail, view);
      return;
    }
    const phrase = readFollowing(own, this.segmenter);
    const label =
      following.predicate && !/(?:率|比例|占比|比重|度|面|性)$/u.test(own) && following.predicate.length <= 10
        ? `${own}${tidy(following.predicate)}`
        : own;
    const figure = this.add(sentence, clause, quantity, label, 'direct', tail, view);
    // 乙类药品|先提取…: what a later bare head goes on from
    if (phrase.predicate && phrase.noun.length >= 3 && !/率$/u.test(own)) this.heads.set(figure, tidy(phrase.noun));
  }

  private bindAmount(
    sentence: Sentence,
    view: ClauseView,
    place: Placed,
    tail: Tail,
    following: Following,
    before: Figure | null,
    i: number,
  ): void {
    const { quantity } = place;
    const { clause } = view;
    const body = tail.body
      .replace(/^(?:其中|包括|含)[:]?/u, '')
      .replace(/^(?:实际|已|已经|累计)?完成$/u, '完成')
      .replace(/^实际完成$/u, '完成');
    const own = body === '完成' ? body : tidy(body);
    if (PER_HEAD.test(own) && this.previous.length > 0) {
      this.add(
        sentence,
        clause,
        quantity,
        `${own.replace(/^平均(?=每)/u, '')}${this.previous.at(-1)?.label ?? ''}`,
        'per-head',
        tail,
        view,
      );
      return;
    }
    const countable = !['money', 'duration', 'area', 'length', 'mass', 'volume', 'score', 'age'].includes(quantity.dimension);
    const verb = trailingVerb(body);
    const noun = tidy(following.noun) || following.noun;
    const predicate = tidy(following.predicate);

    // 发放 5 万份 资料: the counted noun stands behind
    const takesNoun = noun && (countable || !own || verb.length > 0 || quantity.unitImplied || /(?:的)$/u.test(body));
    if (takesNoun && !(quantity.dimension === 'visits' && own && !verb)) {
      const useVerb = verb && verb !== own.slice(0, 0) ? verb : '';
      // 3个改造项目|完成投资4900万元: the predicate belongs to the next figure, unless it says whom it is for
      const next = view.placed[i + 1];
      const shared =
        next !== undefined &&
        view.text.slice(place.end, next.start).includes(following.predicate) &&
        !/^(?:为|对|给|向)/u.test(body) &&
        !LIST_SEPARATOR.test(view.text.slice(place.end, next.start));
      const tailPart = !shared && predicate && predicate.length <= 18 && !isConnective(predicate) ? predicate : '';
      let label = `${useVerb}${noun}${tailPart}`;
      if (isBound(view, place) && isBare(noun)) label = `${isBound(view, place)}${noun}`;
      else if (!isAttribute(noun) && (isBare(label) || (label.length <= 2 && !verb))) {
        const qualifier = /[对为向给在]|全[市区县省]/u.test(own) ? '' : own;
        label =
          qualifier && qualifier !== verb && !isBare(qualifier)
            ? complete(qualifier, label)
            : isBare(label)
              ? complete(this.subject(sentence), label)
              : label;
      }
      const figure = this.add(sentence, clause, quantity, label, 'counted-noun', tail, view);
      if (tailPart && noun.length >= 2) this.heads.set(figure, noun);
      return;
    }
    // 投资45万元、建筑面积900平方米的|卫生院改扩建工程: a relative clause names its head last
    const head = own && (isBare(own) || /(?:面积|投资|造价|长度)$/u.test(own)) ? this.relativeHead(view) : '';
    if (head) {
      this.add(sentence, clause, quantity, complete(head, own), 'relative-clause', tail, view);
      return;
    }
    // two measures of one thing: 2114人次、262.19万元
    if (!own && before && i > 0 && before.quantity.unit !== quantity.unit) {
      const label = predicate && predicate.length <= 14 && isBare(before.label) ? predicate : before.label;
      this.add(sentence, clause, quantity, label, 'shared-label', tail, view);
      return;
    }
    // 为住院患者共731份进行核酸检测
    if (predicate && /^(?:为|对|给|向|组织|安排)./u.test(body) && !isBare(predicate)) {
      const object = own.length <= 10 ? own : '';
      this.add(sentence, clause, quantity, `${object}${predicate}`, 'beneficiary-predicate', tail, view);
      return;
    }
    // 为2114人次提供救助, 13149人完成筛查
    if ((!own || /^(?:为|对|向|给|有|共|已有|组织|安排|帮助|使)$/u.test(body)) && predicate) {
      const about = this.topicFresh && this.topic ? this.topic : this.subject(sentence);
      const label = /^(?:达到|通过|符合)/u.test(following.predicate)
        ? `${about}${following.predicate}`
        : isBare(predicate)
          ? complete(about, predicate)
          : predicate;
      const figure = this.add(sentence, clause, quantity, label, 'predicate', tail, view);
      if (label !== predicate) this.heads.set(figure, about);
      return;
    }
    if (!own) {
      this.add(sentence, clause, quantity, this.subject(sentence), 'inherited', tail, view);
      return;
    }
    const listed = i > 0 && before !== null && isAttribute(own) && hasAttributeEdge(before.label);
    if (!listed && this.inParts && this.total && (isAttribute(own) || needsTotal(own, quantity, this.total))) {
      const parent = this.heads.get(this.total) ?? topicOf(this.total.label);
      this.add(
        sentence,
        clause,
        quantity,
        isAttribute(own) ? borrowHead(own, parent, true) : `${own}${parent}`,
        'part-of-total',
        tail,
        view,
      );
      return;
    }
    if (isAttribute(own) && this.previous.length === this.partStart && this.topicFresh && this.topic) {
      this.add(sentence, clause, quantity, `${this.topic}${own}`, 'attribute-of-topic', tail, view);
      return;
    }
    if (isAttribute(own) && this.previous.length > 0 && (i > 0 || this.inParts || hasAttributeEdge(this.inherited()?.label ?? ''))) {
      const subject = this.inherited()?.label ?? this.subject(sentence);
      this.add(sentence, clause, quantity, borrowHead(own, subject, false), 'elided-head', tail, view);
      return;
    }
    if (isBare(own)) {
      const subject = this.subject(sentence);
      // 罚款, 受益: a verb of reporting says enough unless a topic has just been opened or it repeats the end of what stood before
      const alone =
        (isVerbal(own) || (isService(own) && quantity.dimension === 'visits')) &&
        !(this.topicFresh && this.topic.length <= 24) &&
        !subject.endsWith(own);
      this.add(sentence, clause, quantity, alone ? own : complete(subject, own), 'inherited-subject', tail, view);
      return;
    }
    const dependent = this.previous.length ? dependsOn(own, this.inherited()?.label ?? '') : null;
    if (dependent) {
      this.add(sentence, clause, quantity, dependent, 'dependent-noun', tail, view);
      return;
    }
    let label = own;
    // 印制海报1800份、手册2万册: the verb holds for the list
    if (
      i > 0 &&
      before &&
      /^[ ]*(?:、|和|及|以及)/u.test(view.text.slice((view.placed[i - 1] as Placed).end, place.start)) &&
      !leadingVerb(own)
    ) {
      const shared = leadingVerb(before.label);
      if (shared && before.rule !== 'counted-noun') label = `${shared}${own}`;
    }
    // 选派|10人|到区医院脱产学习: a bare verb takes its predicate along
    if (verb === own && predicate && predicate.length <= 20) label = `${own}${following.predicate.replace(/[,;。]$/u, '')}`;
    this.add(sentence, clause, quantity, label, 'direct', tail, view);
  }

  /** The noun that the figures of a clause describe: 投资…、建筑面积…的|外科大楼. */
  private relativeHead(view: ClauseView): string {
    const end = view.placed.at(-1)?.end ?? 0;
    const behind = /^的([^,]{3,})/u.exec(view.text.slice(end))?.[1];
    return behind ? tidy(readFollowing(behind, this.segmenter).noun) : '';
  }

  /** 1家省级、5家市级、6家区级健康企业: attributes take the head that comes last. */
  private fixElidedHeads(view: ClauseView): void {
    const own = this.previous.filter((f) => f.clause === view.clause);
    for (let i = own.length - 2; i >= 0; i--) {
      const figure = own[i] as Figure;
      const next = own[i + 1] as Figure;
      if (figure.rule !== 'counted-noun') continue;
      const verb = leadingVerb(figure.label);
      const attribute = figure.label.slice(verb.length);
      const shared = this.heads.get(next);
      // 对38家医疗机构、57名医师实施记分: the predicate holds for both
      if (
        shared &&
        !this.heads.has(figure) &&
        /[对为给向]$/u.test(view.text.slice(0, view.placed[i]?.start ?? 0).trim()) &&
        next.label.startsWith(shared)
      ) {
        this.heads.set(figure, figure.label);
        figure.label = `${figure.label}${next.label.slice(shared.length)}`;
      }
      if (isAttribute(attribute) && next.rule === 'counted-noun' && !isAttribute(next.label)) {
        figure.label = `${verb}${borrowHead(attribute, next.label, true)}`;
        figure.rule = 'elided-head-last';
      }
    }
  }
}

// 最高200万保障
function isBound(view: ClauseView, place: Placed): string {
  return /^(最高|最低|最多|至少)/u.exec(view.text.slice(place.start))?.[1] ?? '';
}

/** A level no greater than the total, and no rate of it. */
function isPart(figure: Figure, total: Figure, rule: string): boolean {
  if (figure.aspect !== 'level' || rule === 'from' || rule === 'from-to' || rule === 'reached' || rule === 'per-head') return false;
  return figure.quantity.value <= total.quantity.value && !/^(?:每[千万百]|人均|户均|平均)/u.test(figure.label);
}

const isVerbOnly = (body: string): boolean => /^(?:达|达到|为|是|和|、)*$/u.test(body);
const isConnective = (predicate: string): boolean => /^(?:的|和|与|及|等)$/u.test(predicate);

/** 其中乡镇卫生院3人: a place or institution counts people of the total's kind. */
function needsTotal(own: string, quantity: Quantity, total: Figure): boolean {
  return (
    (quantity.dimension === 'people' || quantity.dimension === 'visits' || quantity.dimension === 'cases') &&
    total.quantity.unit === quantity.unit &&
    /(?:医院|卫生院|中心|机构|卫生室|街道|镇|乡|区|县|市|站|院)$/u.test(own)
  );
}

function isBaselineOf(baseline: Figure, quantity: Quantity, sentence: Sentence): boolean {
  if (baseline.quantity.unit !== quantity.unit || baseline.sentence !== sentence) return false;
  return baseline.aspect === 'baseline' || baseline.rule === 'from';
}

/** Text between two quantities: what belongs to the first and what to the second. Without a separator both read all of it. */
function splitGap(gap: string, between: boolean, forLeft = false): { left: string; right: string } {
  if (!between) return { left: gap, right: gap };
  const lead = LIST_SEPARATOR.exec(gap);
  if (lead) return { left: '', right: gap.slice(lead[0].length) };
  const separator = /(?:、|以及|,|;)/u.exec(gap) ?? /(?:和|及|与)(?=[^和及与]{0,12}$)/u.exec(gap);
  if (separator && separator.index > 0)
    return { left: gap.slice(0, separator.index), right: gap.slice(separator.index + separator[0].length) };
  void forLeft;
  return { left: gap, right: gap };
}

// The counted noun ends where the list goes on.
function stopAtList(text: string): string {
  const depth = /[“《(]/u.test(text);
  if (depth) return text;
  return text;
}
