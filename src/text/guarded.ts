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

  test(text: string): boolean {
    return this.mayMatch(text) && this.pattern.test(text);
  }

  /** False where there is surely no match, in the text or in a part of it. */
  mayMatch(text: string): boolean {
    const end = Math.min(text.length, this.reach);
    return this.#needed.next(text, 0, end) < end;
  }
}
