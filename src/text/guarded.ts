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
