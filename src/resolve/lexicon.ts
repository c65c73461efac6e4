// The lexicon of indicators as the resolver reads it: names by the first characters of their keys.
import type { Aspect, Domain } from '../model/record.js';
import { Beginnings } from '../text/beginnings.js';
import { WordTree } from '../text/word-tree.js';
import { type CompiledLexicon, GAP, HEAD, type Indicator, LOCAL, type OwnIndicator } from './compiled-lexicon.js';
import { isQualifier, qualifierName } from './qualifier.js';

/** A label found in the lexicon. */
export interface Resolution {
  readonly indicator: Indicator;
  /** What narrows it down (贫困人口), or ''. */
  readonly qualifier: string;
}

interface Form {
  /** As written: `first…tail`, with LOCAL behind it where it holds in the indicator's own domain only. */
  readonly key: string;
  readonly indicator: Indicator;
  readonly first: string;
  /** What must follow behind qualifiers (补助…住院分娩), or ''. */
  readonly tail: string;
  readonly local: boolean;
  /** Characters that must be there. */
  readonly size: number;
  /** Among those with the same first two characters, the longest first. */
  order: number;
  /** What `isStock` said of it. */
  stock: boolean | undefined;
}

/** Where a form stands in a key: what is left of it on both sides and between its parts. */
interface Rest {
  readonly before: string;
  readonly within: string;
  readonly after: string;
}

// 创建|省级|卫生村, 慰问|困难|计生家庭, 选派|到县医院|进修: a qualifier may stand between these verbs and their object
const OBJECT_VERBS =
  '创建 创成 新成立 成立 新建 新增 改建 扩建 改扩建 打造 建成 命名 发放 印制 举办 召开 培训 慰问 走访慰问 救助 资助 补助 减免 检查 监督检查 抽检 查处 取缔 受理 办理 组建 建立 选派 引进 招聘 招录 配备 购置 清理 追回 收治 救治'.split(
    ' ',
  );
const OBJECT_VERB = new RegExp(`^(?:${OBJECT_VERBS.join('|')})(?=.{2})(?!率|人员$|对象$)`, 'u');
/** The widest gap between the parts of an alias. */
const MAX_GAP = 16;

function formOf(key: string, indicator: Indicator): Form {
  const local = key.endsWith(LOCAL);
  const words = local ? key.slice(0, -1) : key;
  const [first, tail] = partsOf(words);
  return { key, indicator, first, tail, local, size: first.length + tail.length, order: 0, stock: undefined };
}

function partsOf(words: string): [first: string, tail: string] {
  if (words.includes(GAP)) {
    const [first = '', tail = ''] = words.split(GAP);
    return [first, tail];
  }
  const verb = VERB_HEADS.has(words.slice(0, HEAD)) ? (OBJECT_VERB.exec(words)?.[0] ?? '') : '';
  return verb ? [verb, words.slice(verb.length)] : [words, ''];
}

/** It names a stock (医师, 医院), beside which a verb says that they are others. */
function isStock(form: Form): boolean {
  form.stock ??= STOCK.test(form.tail || form.first);
  return form.stock;
}

function restOf(form: Form, key: string, at: number): Rest | null {
  const end = at + form.first.length;
  if (form.tail === '') return { before: key.slice(0, at), within: '', after: key.slice(end) };
  const tail = key.indexOf(form.tail, end);
  if (tail < 0 || tail - end > MAX_GAP) return null;
  return { before: key.slice(0, at), within: key.slice(end, tail), after: key.slice(tail + form.tail.length) };
}

// 接受|医师: whoever took part, not all there are; 接受|婚前医学检查 is 婚前医学检查
const STOCK =
  /(?:医师|医生|医|护士|人员|职工|员工|机构|医院|卫生院|中心|站|室|所|床位|病床|团队|人口|患者|病人|对象|党员|志愿者|队伍|专家|骨干|学员|药店|企业|单位|家庭|户|村|人)$/u;

/** Units that count the same kind of thing, so that a report's choice among them makes no other indicator. */
const ALIKE: readonly (readonly string[])[] = [
  ['家', '个', '所', '处'],
  ['场', '场次', '次', '期', '期次', '批次'],
  ['份', '册', '张', '本', '套'],
  ['人', '例'],
  ['件', '起', '例', '宗', '个'],
  ['个', '项', '项目'],
  ['台', '台套', '台件', '套', '件', '辆'],
  ['剂次', '人次', '针次', '针', '剂'],
  ['%', '‰', '1/万', '1/10万', '1/100万', '1/千'],
];
/** For each unit those that it may stand for. */
const alike = new Map([...new Set(ALIKE.flat())].map((unit) => [unit, new Set(ALIKE.filter((kind) => kind.includes(unit)).flat())]));
const RATIO_UNITS: ReadonlySet<string | null> = new Set(['%', '‰', '1/万', '1/10万', '1/100万', '1/千']);
const VERB_HEADS = new Set(OBJECT_VERBS.map((verb) => verb.slice(0, HEAD)));
const NO_FORMS: readonly Form[] = [];

/** How well a unit suits: 2 named by the entry, 1 of the same kind as its usual unit, 0 not at all. */
function suits(indicator: Indicator, unit: string | null, aspect: Aspect): 0 | 1 | 2 {
  const usual = indicator.units[0] as string | null;
  if (aspect === 'change') {
    if (unit === '百分点' || unit === '千分点') return RATIO_UNITS.has(usual) ? 2 : 0;
    if (unit === '%' || unit === '倍') return RATIO_UNITS.has(usual) ? 1 : 2;
  }
  // 死亡率为0
  if (unit === null) return usual === null ? 2 : RATIO_UNITS.has(usual) ? 1 : 0;
  if (indicator.units.includes(unit)) return 2;
  return usual !== null && alike.get(usual)?.has(unit) ? 1 : 0;
}

/** The forms that begin with the same two characters; they are parsed when a label first has these. */
interface Head {
  /** As in `CompiledLexicon.heads()`. */
  readonly builtIn: string;
  readonly own: readonly Form[];
  /** By what follows these two in the first part. */
  openings: WordTree<Opening> | null;
}

/** The forms of one first part. A verb has hundreds of objects, of which a label has one or none: they are looked for as a tree, too. */
interface Opening {
  readonly length: number;
  /** Those that are no more than it. */
  readonly whole: readonly Form[];
  /** Those with a tail, by their tails. */
  readonly byTail: WordTree<Form[]> | null;
}

const byOrder = (a: Form, b: Form): number => a.order - b.order;

/** The two characters at an offset as one number. */
const headAt = (text: string, at: number): number => (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);

export class Lexicon {
  /** By `headAt`. */
  private readonly heads = new Map<number, Head>();
  private readonly beginnings: Beginnings;
  private readonly replaced: ReadonlySet<string>;
  private ids: ReadonlyMap<string, Indicator> | undefined;

  /** An own indicator replaces the built-in one of its id, and takes the aliases it has in common with another for the same unit. */
  constructor(
    private readonly builtIn: CompiledLexicon,
    private readonly ownIndicators: readonly OwnIndicator[] = [],
  ) {
    this.replaced = new Set(ownIndicators.map((indicator) => indicator.id));
    const own = new Map<string, Form[]>();
    for (const indicator of ownIndicators) {
      for (const key of indicator.keys) {
        const head = key.slice(0, HEAD);
        own.set(head, [...(own.get(head) ?? []), formOf(key, indicator)]);
      }
    }
    const all = [...own.keys()];
    for (const [head, forms] of builtIn.heads()) {
      this.heads.set(headAt(head, 0), { builtIn: forms, own: own.get(head) ?? [], openings: null });
      all.push(head);
    }
    for (const [head, forms] of own) {
      if (head.length === HEAD && !this.heads.has(headAt(head, 0)))
        this.heads.set(headAt(head, 0), { builtIn: '', own: forms, openings: null });
    }
    this.beginnings = new Beginnings(all);
  }

  /** The forms whose first part stands at `at` of a key, and their tail not far behind it, the longest first; the same one may come twice. */
  private formsAt(key: string, at: number): readonly Form[] {
    const head = this.beginnings.mayStandAt(key, at) ? this.heads.get(headAt(key, at)) : undefined;
    if (!head) return NO_FORMS;
    head.openings ??= this.openingsOf(head);
    let found = NO_FORMS;
    for (const { length, whole, byTail } of head.openings.allAt(key, at + HEAD)) {
      if (whole.length > 0) found = found.length > 0 ? [...found, ...whole] : whole;
      if (!byTail) continue;
      const last = Math.min(at + length + MAX_GAP, key.length - 1);
      for (let tail = at + length; tail <= last; tail++) for (const forms of byTail.allAt(key, tail)) found = [...found, ...forms];
    }
    return found.length > 1 ? found.toSorted(byOrder) : found;
  }

  /** The forms of a head by what must stand first. */
  private openingsOf({ builtIn, own }: Head): WordTree<Opening> {
    const shipped = (builtIn === '' ? [] : builtIn.split(',')).map((form): Form => {
      const bar = form.lastIndexOf('|');
      return formOf(form.slice(0, bar), this.builtIn.indicatorAt(Number(form.slice(bar + 1))));
    });
    const longestFirst = own.length > 0 || this.replaced.size > 0 ? this.withOwn(shipped, own) : shipped;
    longestFirst.forEach((form, order) => {
      form.order = order;
    });
    return new WordTree(
      [...groupedBy(longestFirst, 'first')].map(([first, forms]) => {
        const tailed = forms.filter(({ tail }) => tail !== '');
        const byTail = tailed.length > 0 ? new WordTree(groupedBy(tailed, 'tail')) : null;
        const whole = byTail ? forms.filter(({ tail }) => tail === '') : forms;
        return [first.slice(HEAD), { length: first.length, whole, byTail }];
      }),
    );
  }

  /** Own forms among the shipped ones of the same head, the longest first. */
  private withOwn(shipped: readonly Form[], own: readonly Form[]): readonly Form[] {
    const free = shipped.filter(
      ({ key, indicator }) => !this.replaced.has(indicator.id) && !own.some((o) => o.key === key && share(o.indicator, indicator)),
    );
    return own.length > 0 ? [...own, ...free].sort((a, b) => b.size - a.size) : free;
  }

  byId(id: string): Indicator | undefined {
    this.ids ??= new Map([...this.builtIn.indicators(), ...this.ownIndicators].map((indicator) => [indicator.id, indicator]));
    return this.ids.get(id);
  }

  /**
   * The indicator that the key of a label names in this unit, or null. One pass over the key: the longest alias in it wins, if nothing but
   * qualifiers stands beside it. Two indicators that fit equally well are none. `domain` is that of the figure by its words and headings.
   */
  find(key: string, unit: string | null, aspect: Aspect, domain: Domain | null = null): Resolution | null {
    return this.search(key, unit, aspect, domain, null);
  }

  /** What `find` would give for a level if the indicator `without` did not exist. */
  findWithout(key: string, unit: string | null, without: string): Resolution | null {
    return this.search(key, unit, 'level', null, without);
  }

  private search(key: string, unit: string | null, aspect: Aspect, domain: Domain | null, without: string | null): Resolution | null {
    let best: { form: Form; rest: Rest; fit: number } | null = null;
    let tied = false;
    // what is shorter than the best does not matter, so its last characters need not be looked at
    for (let at = 0; at + (best?.form.size ?? HEAD) <= key.length; at++) {
      for (const form of this.formsAt(key, at)) {
        if (best && form.size < best.form.size) break;
        const { indicator } = form;
        if (indicator.id === without || (form.local && indicator.domain !== domain)) continue;
        const fit = suits(indicator, unit, aspect);
        if (fit === 0 || indicator.not?.some((word) => key.includes(word))) continue;
        const rest = restOf(form, key, at);
        const verbs = !isStock(form);
        // 行政村|卫生室: what follows a noun is the head itself
        if (rest && !verbs && rest.after !== '' && STOCK.test(rest.after)) continue;
        if (!rest || !isQualifier(rest.before, verbs) || !isQualifier(rest.within) || !isQualifier(rest.after, verbs)) continue;
        const better = !best || form.size > best.form.size || fit > best.fit || (fit === best.fit && form.local && !best.form.local);
        if (better) {
          best = { form, rest, fit };
          tied = false;
        } else if (best && fit === best.fit && indicator !== best.form.indicator && form.local === best.form.local) tied = true;
      }
    }
    if (!best || tied) return null;
    const { form, rest } = best;
    const { indicator } = form;
    let qualifier = '';
    for (const part of [rest.before, rest.within, rest.after]) {
      const name = part === '' ? '' : qualifierName(part);
      // 65岁及以上老年人|健康体检 of the 65岁及以上老年人健康体检人数 says nothing new
      if (name === '' || indicator.name.includes(name) || indicator.neutral?.includes(name)) continue;
      qualifier += qualifier === '' ? name : `、${name}`;
    }
    return { indicator, qualifier };
  }
}

function groupedBy(forms: readonly Form[], part: 'first' | 'tail'): Map<string, Form[]> {
  const groups = new Map<string, Form[]>();
  for (const form of forms) {
    const group = groups.get(form[part]);
    if (group) group.push(form);
    else groups.set(form[part], [form]);
  }
  return groups;
}

const share = (a: Indicator, b: Indicator): boolean => a.units.some((unit) => b.units.includes(unit));
