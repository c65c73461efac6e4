// A list of words as a tree of their characters: finds the longest word at a place in one walk, where an alternation tries one after the other.

interface Node<T> {
  /** The value of the word that ends here. */
  value: T | undefined;
  /** Where the words that go on from here go, by their next characters; null where none does. */
  next: Map<number, Node<T>> | null;
  /** Words that nothing has asked to be told apart yet: those of most branches never are. Null once they are in `next`. */
  words: (readonly [word: string, value: T])[] | null;
}

const NONE: readonly never[] = [];

export class WordTree<T> {
  readonly #root: Node<T>;

  /** The value of a word given twice is the last one. The empty word stands everywhere. */
  constructor(words: Iterable<readonly [word: string, value: T]>) {
    this.#root = { value: undefined, next: null, words: [...words] };
  }

  /** The value of the longest word that stands at `at` and ends at or before `end`, or undefined. */
  longestAt(text: string, at: number, end: number): T | undefined {
    let node: Node<T> | undefined = this.#root;
    let found: T | undefined;
    for (let i = at; node; i++) {
      if (node.words) {
        const only = node.words.length === 1 ? node.words[0] : undefined;
        if (only) return at + only[0].length <= end && text.startsWith(only[0], at) ? only[1] : found;
        tellApart(node, node.words, i - at);
      }
      if (node.value !== undefined) found = node.value;
      if (!node.next || i >= end) return found;
      node = node.next.get(text.charCodeAt(i));
    }
    return found;
  }

  /** The values of all words that begin at `at`, the shortest first. */
  allAt(text: string, at: number): readonly T[] {
    let node: Node<T> | undefined = this.#root;
    let found: T[] | undefined;
    for (let i = at; node; i++) {
      if (node.words) {
        const only = node.words.length === 1 ? node.words[0] : undefined;
        if (only) return text.startsWith(only[0], at) ? added(found, only[1]) : (found ?? NONE);
        tellApart(node, node.words, i - at);
      }
      if (node.value !== undefined) found = added(found, node.value);
      if (!node.next || i >= text.length) break;
      node = node.next.get(text.charCodeAt(i));
    }
    return found ?? NONE;
  }
}

/** Deals the words of a node out by the character at `depth`. */
function tellApart<T>(node: Node<T>, words: NonNullable<Node<T>['words']>, depth: number): void {
  for (const entry of words) {
    const [word, value] = entry;
    if (word.length === depth) {
      node.value = value;
      continue;
    }
    node.next ??= new Map();
    const code = word.charCodeAt(depth);
    const below = node.next.get(code);
    if (below?.words) below.words.push(entry);
    else node.next.set(code, { value: undefined, next: null, words: [entry] });
  }
  node.words = null;
}

function added<T>(found: T[] | undefined, value: T): T[] {
  if (!found) return [value];
  found.push(value);
  return found;
}
