/** Two characters as one of 2^16 numbers, which some others have, too. */
const pairOf = (text: string, at: number): number => (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1)) & 0xffff;

/** The first characters of many words: of most places of a text, that none of them begins there is all that need be asked. */
export class Beginnings {
  /** 1 for the first two characters of words. */
  readonly #pairs = new Uint8Array(2 ** 16);
  /** 1 for words of one character. */
  readonly #singles = new Uint8Array(2 ** 16);

  /** Words are not empty. */
  constructor(words: Iterable<string>) {
    for (const word of words) {
      if (word.length === 1) this.#singles[word.charCodeAt(0)] = 1;
      else this.#pairs[pairOf(word, 0)] = 1;
    }
  }

  /** False where surely none of the words stands at `at`. */
  mayStandAt(text: string, at: number): boolean {
    return (at + 1 < text.length && this.#pairs[pairOf(text, at)] === 1) || this.#singles[text.charCodeAt(at)] === 1;
  }
}
