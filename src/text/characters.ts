// Sets of characters, asked by code: one look-up, where a regular expression walks the ranges of its class and a search in a string compares each.

export class Characters {
  readonly #members = new Uint8Array(0x10000);

  /** Members are single UTF-16 units. */
  constructor(members: string) {
    for (let i = 0; i < members.length; i++) this.#members[members.charCodeAt(i)] = 1;
  }

  /** Whether one of them stands at `at`; none does outside the text. */
  at(text: string, at: number): boolean {
    return this.#members[text.charCodeAt(at)] === 1;
  }

  /** Where the next of them stands from `from` on and before `limit`; `limit` where none does. */
  next(text: string, from: number, limit: number): number {
    let at = from;
    while (at < limit && this.#members[text.charCodeAt(at)] !== 1) at++;
    return at;
  }

  /** The first place from `from` on, and before `limit`, where none of them stands. */
  past(text: string, from: number, limit: number): number {
    let at = from;
    while (at < limit && this.#members[text.charCodeAt(at)] === 1) at++;
    return at;
  }

  /** Where the last of them stands, or -1. */
  last(text: string): number {
    let at = text.length - 1;
    while (at >= 0 && this.#members[text.charCodeAt(at)] !== 1) at--;
    return at;
  }
}
