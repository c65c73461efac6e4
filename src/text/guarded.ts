// Patterns of cues. Most texts have none of them, and a search for many words costs as much where there is none as where there is one.
import { Characters } from './characters.js';

/** A pattern that is only tried where one of a few characters stands. */
export class Guarded {
  readonly #needed: Characters;

  /** `pattern` is not global. `needed`: each of its matches holds one of these characters, among the first `reach` ones of the text where that is given. */
  constructor(
    readonly pattern: RegExp,
    needed: string,
    readonly reach: number = Number.POSITIVE_INFINITY,
  ) {
    this.#needed = new Characters(needed);
  }

  /** Of the part of `text` between two offsets, which is only cut out where it may match. */
  test(text: string, from = 0, to = text.length): boolean {
    return this.mayMatch(text, from, to) && this.pattern.test(text.slice(from, to));
  }

  /** False where there is surely no match, in that part of the text or in a part of it. */
  mayMatch(text: string, from = 0, to = text.length): boolean {
    const end = Math.min(to, from + this.reach);
    return this.#needed.next(text, from, end) < end;
  }
}

/** One of several patterns that are asked of the same texts. */
export class Sibling extends Guarded {
  constructor(
    pattern: RegExp,
    needed: string,
    readonly bit: number,
  ) {
    super(pattern, needed);
  }
}

/** Patterns that are asked of the same texts: one walk over a text tells which of them may match it. At most 31. */
export class Siblings {
  /** By the code of a character: the bits of those that need it or another one. */
  readonly #needing = new Int32Array(0x10000);
  #size = 0;

  add(pattern: RegExp, needed: string): Sibling {
    const bit = 1 << this.#size++;
    for (let i = 0; i < needed.length; i++) this.#needing[needed.charCodeAt(i)] = (this.#needing[needed.charCodeAt(i)] as number) | bit;
    return new Sibling(pattern, needed, bit);
  }

  /** The bits of those that may match the part of `text` between two offsets. */
  thatMayMatch(text: string, from: number, to: number): number {
    let bits = 0;
    for (let i = from; i < to; i++) bits |= this.#needing[text.charCodeAt(i)] as number;
    return bits;
  }
}
