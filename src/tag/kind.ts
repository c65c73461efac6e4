// Whether a figure was reached, is aimed at, or is the parameter of a rule. The figures of a sentence are read in order: a plan or a rule
// holds on until something reached is told.
import type { Figure, Mention, Section, Sentence } from '../model/document.js';
import type { Kind } from '../model/record.js';
import { ASCERTAINED, PLAN_TITLE, REPORT_END, REPORT_TITLE, RULE_HEADING, TASKS_FOLLOW } from '../rules/kinds.js';
import { Announcements, announcesPlan } from './announcement.js';
import { headingKind, type KindContext, type SectionCues, SentenceCues } from './kind-context.js';
import { type Carried, Cues } from './kind-cues.js';
import { hasTurned, isMixed } from './mixed-heading.js';

/** True where the report's title says that it plans. */
export function plans(titles: readonly string[]): boolean {
  // 上半年计划生育工作总结 plans nothing
  const title = titles.map((t) => t.replace(NO_PLANS, '')).find((t) => PLAN_TITLE.test(t) || REPORT_TITLE.test(t)) ?? '';
  if (!PLAN_TITLE.test(title)) return false;
  // “十四五”规划实施情况中期评估报告 reports on a plan
  if (REPORT_END.test(title)) return false;
  // 2020年工作总结及2021年工作计划 starts as a report
  const plan = PLAN_TITLE.exec(title) as RegExpExecArray;
  const report = REPORT_TITLE.exec(title);
  return !report || plan.index < report.index;
}

/** A share of amounts is printed to the per cent at least, and the amounts themselves are rounded. */
const SHARE_ROUNDING = 1;
const NO_PLANS = /计划生育|计划免疫|免疫规划/gu;
const TASKS_OF = /((?:19|20)\d{2}) ?年(?:[^\d]{0,12}(?:工作|任务|打算|安排|思路|举措|计划|目标|指标|要点)|度?:?$)/u;
const NO_HEADINGS: SectionCues = { kind: null, rules: false, ascertained: false };

/** Tells the kinds of the figures of one document. */
export class KindTagger {
  private readonly plans: boolean;
  private readonly lists: boolean;
  private readonly bulletin: boolean;
  private readonly announcements: Announcements;
  private section: Section | null = null;
  private ofSection: SectionCues = NO_HEADINGS;
  /** True below a heading over two things, which each sentence may be the first to leave. */
  private mayTurn = false;
  /** By heading: the outer ones stand over many sections. */
  private readonly headings = new Map<string, SectionCues>();

  /** `titles` are the title lines of the report. */
  constructor(
    private readonly folded: string,
    private readonly reportYear: number | null,
    private readonly titles: readonly string[],
  ) {
    this.bulletin = titles.some((title) => title.includes('公报'));
    this.plans = plans(titles) || announcesPlan(titles, folded);
    this.announcements = new Announcements(folded);
    this.lists = (folded.includes('一是') || folded.includes('(一)')) && TASKS_FOLLOW.test(folded);
  }

  /** Kinds of the figures of one sentence; `years` are theirs, `dates` the dates of the sentence. */
  tag(figures: readonly Figure[], years: readonly (number | null)[], dates: readonly Mention[]): Kind[] {
    const first = figures[0];
    if (!first) return [];
    const { sentence } = first;
    const context: KindContext = {
      folded: this.folded,
      reportYear: this.reportYear,
      titles: this.titles,
      bulletin: this.bulletin,
      plans: this.plans,
      announced: this.plans ? 0 : this.announcements.holdingFor(sentence),
      lists: this.lists,
      dates,
      section: this.sectionOf(sentence),
      sentence: new SentenceCues(this.folded, sentence),
    };
    const kinds: Kind[] = [];
    let aimed = false;
    for (let i = 0; i < figures.length; i++) {
      const cue = new Cues(figures[i] as Figure, figures[i - 1] ?? null, figures[i + 1] ?? null, context);
      const kind = cue.kind(years[i] ?? null, carried(figures, kinds, i, aimed));
      kinds.push(kind === 'standard' && isObserved(figures, i) ? 'actual' : kind);
      aimed = cue.aimed;
    }
    return kinds;
  }

  private sectionOf({ section, end }: Sentence): SectionCues {
    if (section !== this.section || this.mayTurn) {
      this.section = section;
      this.mayTurn = section.path.some(isMixed);
      const path =
        this.mayTurn && !hasTurned(this.folded, section.start, end) ? section.path.filter((heading) => !isMixed(heading)) : section.path;
      const said = path.map((heading) => this.headingOf(heading));
      this.ofSection = {
        kind: path.some((heading) => this.isAhead(heading)) ? 'target' : (said.findLast(({ kind }) => kind !== null)?.kind ?? null),
        rules: said.some(({ rules }) => rules),
        ascertained: said.at(-1)?.ascertained ?? false,
      };
    }
    return this.ofSection;
  }

  /** 三、2021年重点工作, in a report of 2020. */
  private isAhead(heading: string): boolean {
    const year = TASKS_OF.exec(heading)?.[1];
    return year !== undefined && this.reportYear !== null && Number(year) > this.reportYear;
  }

  private headingOf(heading: string): SectionCues {
    let cues = this.headings.get(heading);
    if (!cues) {
      cues = { kind: headingKind(heading), rules: RULE_HEADING.test(heading), ascertained: ASCERTAINED.test(`${heading},`) };
      this.headings.set(heading, cues);
    }
    return cues;
  }
}

/** 总费用8231万元,报销6418万元,报销比例78%: what the amounts just told come to was observed, and no rule fixes it. */
function isObserved(figures: readonly Figure[], i: number): boolean {
  const told = figures.slice(Math.max(0, i - 2), i + 1);
  if (told.some(({ aspect }) => aspect !== 'level')) return false;
  const [whole, part, share] = told.map(({ quantity }) => quantity);
  if (!whole || !part || share?.unit !== '%' || part.dimension !== 'money' || whole.dimension !== 'money') return false;
  return Math.abs((part.value / whole.value) * 100 - share.value) < SHARE_ROUNDING;
}

function carried(figures: readonly Figure[], kinds: readonly Kind[], i: number, previousAimed: boolean): Carried {
  const total = figures[i]?.partOf;
  const at = total ? figures.indexOf(total) : -1;
  // 由2家增加到5家: what stood before is no sign of what comes
  let before = i - 1;
  while (figures[before]?.aspect === 'baseline') before--;
  return {
    previous: kinds[before] ?? null,
    total: at >= 0 && at < i ? (kinds[at] ?? null) : null,
    previousFigure: figures[before] ?? null,
    previousAimed,
  };
}
