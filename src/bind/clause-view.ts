// A clause as the binder reads it: brackets with figures left out, dates replaced by one mark, quantities at known places.
import type { Clause, Mention, Quantity, Sentence, Span } from '../model/document.js';
import { isGoalYear } from '../rules/words.js';

/** Stands for a date in the view. */
export const DATE_MARK = '⊙';
const DATE_RULES = new Set([
  'year-range',
  'numeric-date',
  'year-month-day',
  'month',
  'day-of-month',
  'clock',
  'year-and-noun',
  'bare-year',
  'period-word',
  'blotted-year',
  'decade',
  'running-months',
  'era-year',
]);

const HAN = /[\p{Script=Han}“”《》]/u;
// (以下简称贫困人口), (市中医医院、市眼科医院): an aside is no part of a name; (急), (助理), (站), (颗粒) is
const ASIDE = /^\((?:以下简称|简称|不?含|包括|其中|专项)[^()]*\)|^\([^()]{6,}\)/u;
const ASIDE_MAX = 120;
/** What a clause has where the view leaves something out, besides holes and dates. */
const LEFT_OUT = /[\n (]/u;
const nextVisible = (text: string, at: number): string => {
  let i = at;
  while (text[i] === ' ') i++;
  return text[i] ?? '';
};

export interface Placed {
  readonly quantity: Quantity;
  /** Offsets in the view, relation words included. */
  readonly start: number;
  readonly end: number;
}

export class ClauseView {
  readonly text: string;
  readonly placed: readonly Placed[];
  /** Where each character of the view and its end stand; null where the view shows the clause as it is. */
  private readonly offsets: readonly number[] | null;
  private readonly dates: readonly Mention[];

  constructor(
    private readonly folded: string,
    readonly clause: Clause,
    sentence: Sentence,
    mentions: readonly Mention[],
  ) {
    const holes = sentence.holes.filter((h) => h.start >= clause.start && h.end <= clause.end);
    this.dates = mentions.filter(
      (m) => m.class === 'date' && m.start >= clause.start && m.end <= clause.end && DATE_RULES.has(m.rule) && !isGoalYear(folded, m),
    );
    const whole = folded.slice(clause.start, clause.end);
    if (holes.length === 0 && this.dates.length === 0 && !LEFT_OUT.test(whole)) {
      this.text = whole;
      this.offsets = null;
    } else ({ text: this.text, offsets: this.offsets } = this.read(holes));
    this.placed = clause.quantities.map((quantity) => ({
      quantity,
      start: this.viewOf(Math.max(quantity.outerStart, clause.start)),
      end: this.viewOf(Math.min(quantity.outerEnd, clause.end)),
    }));
  }

  /** The text of the view and its offsets, where it is not that of the clause. */
  private read(holes: readonly Span[]): { text: string; offsets: number[] } {
    const { folded, clause, dates } = this;
    let text = '';
    const offsets: number[] = [];
    let i = clause.start;
    while (i < clause.end) {
      // most clauses have neither: not asked at each character
      const hole = holes.length > 0 && holes.find((h) => h.start === i);
      if (hole) {
        i = hole.end;
        continue;
      }
      const date = dates.length > 0 && dates.find((d) => d.start === i);
      if (date && date.end <= clause.end) {
        text += DATE_MARK;
        offsets.push(i);
        i = date.end;
        continue;
      }
      const c = folded[i] as string;
      // line breaks and the spaces that converted files put between characters
      if (c === '\n' || (c === ' ' && (HAN.test(folded[i - 1] ?? '') || HAN.test(nextVisible(folded, i))))) {
        i++;
        continue;
      }
      const unitAside =
        c === '(' && clause.quantities.some((q) => q.end === i) ? /^\([^()\d]{1,4}\)/u.exec(folded.slice(i, i + 6))?.[0] : undefined;
      if (unitAside) {
        i += unitAside.length;
        continue;
      }
      const aside = c === '(' ? ASIDE.exec(folded.slice(i, Math.min(i + ASIDE_MAX, clause.end)))?.[0] : undefined;
      if (aside && !clause.quantities.some((q) => q.start < i + aside.length && q.end > i)) {
        i += aside.length;
        continue;
      }
      text += c;
      offsets.push(i);
      i++;
    }
    offsets.push(clause.end);
    return { text, offsets };
  }

  /** Folded text directly before the clause, without the bracket that opens it. */
  before(length: number): string {
    const end = this.clause.start - (this.clause.separator === '(' ? 1 : 0);
    return this.folded.slice(Math.max(0, end - length), end);
  }

  /** Folded text directly behind the clause. */
  behind(length: number): string {
    return this.folded.slice(this.clause.end, this.clause.end + length);
  }

  /** The date that the mark at `at` of the view stands for, or null. */
  dateAt(at: number): Mention | null {
    const start = this.sourceOf(at);
    return this.dates.find((d) => d.start === start) ?? null;
  }

  /** Source offset of a place in the view. */
  sourceOf(at: number): number {
    const inside = Math.min(Math.max(at, 0), this.text.length);
    return this.offsets ? (this.offsets[inside] as number) : this.clause.start + inside;
  }

  private viewOf(source: number): number {
    const { offsets } = this;
    if (!offsets) return source - this.clause.start;
    let low = 0;
    let high = offsets.length - 1;
    while (low < high) {
      const mid = (low + high) >> 1;
      if ((offsets[mid] as number) < source) low = mid + 1;
      else high = mid;
    }
    return low;
  }
}
