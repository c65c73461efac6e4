// A list of words as a tree of their characters: finds the longest word at a place in one walk, where an alternation tries one after the other.

interface Node<T> {
  /** Null where no word goes on: most nodes are ends, and a map for each would cost more than all the rest. */
  next: Map<number, Node<T>> | null;
  value: T | undefined;
}

const NONE: readonly never[] = [];

export class WordTree<T> {
  readonly #root: Node<T> = { next: null, value: undefined };

  /** Words are not empty; the value of a word given twice is the last one. */
  constructor(words: Iterable<readonly [word: string, value: T]>) {
    for (const [word, value] of words) {
      let node = this.#root;
      for (let i = 0; i < word.length; i++) {
        const code = word.charCodeAt(i);
        node.next ??= new Map();
        let next = node.next.get(code);
        if (!next) {
          next = { next: null, value: undefined };
          node.next.set(code, next);
        }
        node = next;
      }
      node.value = value;
    }
  }

  /** The value of the longest word that stands at `at` and ends at or before `end`, or undefined. */
  longestAt(text: string, at: number, end: number): T | undefined {
    let found: T | undefined;
    let node = this.#root.next?.get(text.charCodeAt(at));
    for (let i = at + 1; node && i <= end; i++) {
      if (node.value !== undefined) found = node.value;
      node = node.next?.get(text.charCodeAt(i));
    }
    return found;
  }

  /** The values of all words that begin at `at`, the shortest first. */
  allAt(text: string, at: number): readonly T[] {
    let found: T[] | undefined;
    let node = this.#root.next?.get(text.charCodeAt(at));
    for (let i = at + 1; node; i++) {
      if (node.value !== undefined) {
        if (found) found.push(node.value);
        else found = [node.value];
      }
      node = node.next?.get(text.charCodeAt(i));
    }
    return found ?? NONE;
  }
}
