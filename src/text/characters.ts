// Sets of characters, asked by code: one look-up, where a regular expression walks the ranges of its class and a search in a string compares each.

/** `code` is NaN outside the text, which counts as 0. */
const holds = (bits: Int32Array, code: number): boolean => ((bits[code >> 5] as number) & (1 << (code & 31))) !== 0;

export class Characters {
  /** A bit for each UTF-16 unit: 8 KB, since many of these are made at the start. */
  readonly #bits = new Int32Array(0x10000 / 32);

  /** Members are single UTF-16 units, and not U+0000. */
  constructor(members: string) {
    for (let i = 0; i < members.length; i++) {
      const code = members.charCodeAt(i);
      this.#bits[code >> 5] = (this.#bits[code >> 5] as number) | (1 << (code & 31));
    }
  }

  /** Whether one of them stands at `at`; none does outside the text. */
  at(text: string, at: number): boolean {
    return holds(this.#bits, text.charCodeAt(at));
  }

  /** Where the next of them stands from `from` on and before `limit`; `limit` where none does. */
  next(text: string, from: number, limit: number): number {
    const bits = this.#bits;
    let at = from;
    while (at < limit && !holds(bits, text.charCodeAt(at))) at++;
    return at;
  }

  /** The first place from `from` on, and before `limit`, where none of them stands. */
  past(text: string, from: number, limit: number): number {
    const bits = this.#bits;
    let at = from;
    while (at < limit && holds(bits, text.charCodeAt(at))) at++;
    return at;
  }

  /** Where the last of them stands, or -1. */
  last(text: string): number {
    const bits = this.#bits;
    let at = text.length - 1;
    while (at >= 0 && !holds(bits, text.charCodeAt(at))) at--;
    return at;
  }
}
