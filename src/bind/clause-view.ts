// A clause as the binder reads it: brackets with figures left out, dates replaced by one mark, quantities at known places.
import type { Clause, Mention, Quantity, Sentence } from '../model/document.js';

/** Stands for a date in the view. */
export const DATE_MARK = '⊙';
const DATE_RULES = new Set(['year-range', 'numeric-date', 'year-month-day', 'month', 'day-of-month', 'clock', 'year-and-noun', 'bare-year', 'period-word']);

export interface Placed {
  readonly quantity: Quantity;
  /** Offsets in the view, relation words included. */
  readonly start: number;
  readonly end: number;
}

export class ClauseView {
  readonly text: string;
  readonly placed: readonly Placed[];
  private readonly offsets: readonly number[];

  constructor(
    folded: string,
    readonly clause: Clause,
    sentence: Sentence,
    mentions: readonly Mention[],
  ) {
    const holes = sentence.holes.filter((h) => h.start >= clause.start && h.end <= clause.end);
    const dates = mentions.filter((m) => m.class === 'date' && DATE_RULES.has(m.rule) && !isEdition(folded, m));
    let text = '';
    const offsets: number[] = [];
    let i = clause.start;
    while (i < clause.end) {
      const hole = holes.find((h) => h.start === i);
      if (hole) {
        i = hole.end;
        continue;
      }
      const date = dates.find((d) => d.start === i);
      if (date && date.end <= clause.end) {
        text += DATE_MARK;
        offsets.push(i);
        i = date.end;
        continue;
      }
      text += folded[i];
      offsets.push(i);
      i++;
    }
    offsets.push(clause.end);
    this.text = text;
    this.offsets = offsets;
    this.placed = clause.quantities.map((quantity) => ({
      quantity,
      start: this.viewOf(Math.max(quantity.outerStart, clause.start)),
      end: this.viewOf(Math.min(quantity.outerEnd, clause.end)),
    }));
  }

  /** Source offset of a place in the view. */
  sourceOf(at: number): number {
    return this.offsets[Math.min(Math.max(at, 0), this.offsets.length - 1)] as number;
  }

  private viewOf(source: number): number {
    let low = 0;
    let high = this.offsets.length - 1;
    while (low < high) {
      const mid = (low + high) >> 1;
      if ((this.offsets[mid] as number) < source) low = mid + 1;
      else high = mid;
    }
    return low;
  }
}

// 2011版 and 2014级 are parts of names.
function isEdition(folded: string, mention: Mention): boolean {
  return mention.rule === 'year-and-noun' && /^[版级届]/u.test(folded.slice(mention.end, mention.end + 1));
}
