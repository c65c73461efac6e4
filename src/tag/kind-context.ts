// What the headings and the sentence above a figure say of its kind, found out once for all their figures.
import type { Mention, Sentence } from '../model/document.js';
import type { Kind } from '../model/record.js';
import { CARRIED_CUES, RESULT_OPENERS, SENTENCE_TARGET } from '../rules/kinds.js';
import { ACCOUNT_HEADING, AIM_HEADING, PLAN_HEADING, RESULT_HEADING } from '../rules/sections.js';

/** What the headings say of all figures below them. */
export interface SectionCues {
  readonly kind: Kind | null;
  /** True where they tell rules, not what came of them. */
  readonly rules: boolean;
  /** True where the innermost says that it was looked into: 经核查. */
  readonly ascertained: boolean;
}

/** What a sentence says of all its figures, found out when the first of them asks. */
export class SentenceCues {
  private target: boolean | undefined;
  private carries: boolean | undefined;
  private resultsFrom: number | undefined;

  constructor(
    private readonly folded: string,
    private readonly sentence: Sentence,
  ) {}

  isTarget(): boolean {
    this.target ??= SENTENCE_TARGET.test(this.text());
    return this.target;
  }

  /** False where no cue of the sentence holds on for the clauses behind it. */
  mayCarry(): boolean {
    this.carries ??= this.text().search(CARRIED_CUES) >= 0;
    return this.carries;
  }

  /** True for a place behind the words that open an account of results. */
  tellsResultsAt(at: number): boolean {
    if (this.resultsFrom === undefined) {
      const opener = RESULT_OPENERS.exec(this.text());
      this.resultsFrom = opener ? this.sentence.start + opener.index + opener[0].length : Number.POSITIVE_INFINITY;
    }
    return this.resultsFrom <= at;
  }

  private text(): string {
    return this.folded.slice(this.sentence.start, this.sentence.end);
  }
}

/** What is known of a figure besides its own words. */
export interface KindContext {
  readonly folded: string;
  readonly reportYear: number | null;
  readonly titles: readonly string[];
  /** True for a bulletin, which estimates and does not plan. */
  readonly bulletin: boolean;
  /** True where the report plans. */
  readonly plans: boolean;
  /** Where the announcement of a plan begins that holds for the figures behind it; infinity where none does. */
  readonly announced: number;
  /** True where the text has lists of 一是…;二是… or (一)…(二)…, and tells of tasks that follow. */
  readonly lists: boolean;
  /** The dates of the sentence. */
  readonly dates: readonly Mention[];
  readonly section: SectionCues;
  readonly sentence: SentenceCues;
}

/** 紧盯重点任务,推动提质增效: how something was done. */
const WITH_AIMS_IN_VIEW = /(?:紧盯|围绕|聚焦|紧扣|锚定|对标|瞄准)[^,]{0,6}?(?:任务|目标|指标)/gu;

/** What a heading says of the figures below it; null where it says nothing. */
export function headingKind(heading: string): Kind | null {
  if (PLAN_HEADING.test(heading.replace(WITH_AIMS_IN_VIEW, '')) && !ACCOUNT_HEADING.test(heading)) return 'target';
  return RESULT_HEADING.test(heading) && !AIM_HEADING.test(heading) ? 'actual' : null;
}
