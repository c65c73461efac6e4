// A text with what tears its words and numbers apart taken out, and the way back to the offsets of the source.
import type { Span } from '../model/document.js';

/** Characters of the source that stand inside a word or a number: stray spaces, soft line breaks, page numbers between two lines. */
export interface Tear extends Span {
  /** True where the two sides might as well be two numbers. */
  readonly doubtful: boolean;
}

export class MendedText {
  readonly text: string;
  readonly #tears: readonly Tear[];
  /** Offset in the mended text at which each tear was taken out, and how much was taken out up to and with it. */
  readonly #at: number[] = [];
  readonly #removed: number[] = [];

  /** `tears` are in order, do not overlap and are not empty. */
  constructor(source: string, tears: readonly Tear[]) {
    this.#tears = tears;
    const pieces: string[] = [];
    let from = 0;
    let removed = 0;
    for (const tear of tears) {
      pieces.push(source.slice(from, tear.start));
      this.#at.push(tear.start - removed);
      removed += tear.end - tear.start;
      this.#removed.push(removed);
      from = tear.end;
    }
    pieces.push(source.slice(from));
    this.text = pieces.join('');
  }

  /** Where the character at `offset` of the mended text stands in the source. */
  sourceOf(offset: number): number {
    const before = this.#countAt(offset);
    return before === 0 ? offset : offset + (this.#removed[before - 1] as number);
  }

  /** The stretch of the source from the first to the last character of `span`, the tears between them included. */
  sourceSpan({ start, end }: Span): Span {
    const from = this.sourceOf(start);
    return { start: from, end: end > start ? this.sourceOf(end - 1) + 1 : from };
  }

  /** Where the character at `offset` of the source stands in the mended text; that behind the tear where it was taken out. */
  mendedOf(offset: number): number {
    const before = countBefore(this.#tears, offset);
    const last = this.#tears[before - 1];
    if (!last) return offset;
    return offset - (this.#removed[before - 1] as number) + Math.max(0, last.end - offset);
  }

  /** True where a doubtful tear stands inside this stretch of the source. */
  isDoubtful({ start, end }: Span): boolean {
    for (let i = countBefore(this.#tears, start + 1); i < this.#tears.length && (this.#tears[i] as Tear).end < end; i++) {
      if (this.#tears[i]?.doubtful) return true;
    }
    return false;
  }

  /** Runs of digits that were taken out: page numbers between two lines. */
  removedNumbers(source: string): Span[] {
    return this.#tears.flatMap((tear) =>
      [...source.slice(tear.start, tear.end).matchAll(/[\d\uff10-\uff19]+/gu)].map((run) => ({
        start: tear.start + run.index,
        end: tear.start + run.index + run[0].length,
      })),
    );
  }

  /** Tears taken out at or before `offset` of the mended text. */
  #countAt(offset: number): number {
    let low = 0;
    let high = this.#at.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if ((this.#at[mid] as number) <= offset) low = mid + 1;
      else high = mid;
    }
    return low;
  }
}

/** Tears that begin before `offset` of the source. */
function countBefore(tears: readonly Tear[], offset: number): number {
  let low = 0;
  let high = tears.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((tears[mid] as Tear).start < offset) low = mid + 1;
    else high = mid;
  }
  return low;
}
