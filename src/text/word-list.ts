// A list of words, looked for at the start, at the end, or as all that a text consists of. An alternation of two hundred words takes longer to
// compile than a tree takes to read a report.
import { WordTree } from './word-tree.js';

export class WordList {
  readonly #words: ReadonlySet<string>;
  readonly #tree: WordTree<number>;
  readonly #longest: number;

  /** Words are not empty. */
  constructor(words: readonly string[]) {
    this.#words = new Set(words);
    this.#tree = new WordTree(words.map((word) => [word, word.length]));
    this.#longest = words.reduce((most, { length }) => Math.max(most, length), 0);
  }

  /** Length of the longest word that stands at `at`, or 0. */
  lengthAt(text: string, at: number): number {
    return this.#tree.longestAt(text, at, text.length) ?? 0;
  }

  /** Lengths of all words that stand at `at`, the shortest first. */
  lengthsAt(text: string, at: number): readonly number[] {
    return this.#tree.allAt(text, at);
  }

  /** The longest word that a text ends with, or ''. */
  endOf(text: string): string {
    for (let length = Math.min(this.#longest, text.length); length > 0; length--) {
      const end = text.slice(-length);
      if (this.#words.has(end)) return end;
    }
    return '';
  }

  /** True for words of the list one after the other and nothing else. */
  covers(text: string): boolean {
    if (this.lengthAt(text, 0) === 0) return false;
    // the places that words reach: 责令整改 is one word, or two
    const reached = new Set([0]);
    for (let at = 0; at < text.length; at++)
      if (reached.delete(at)) for (const length of this.lengthsAt(text, at)) reached.add(at + length);
    return reached.has(text.length);
  }
}
