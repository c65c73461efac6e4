// A list of words as a tree of their characters: finds the longest word at a place in one walk, where an alternation tries one after the other.

interface Node<T> {
  /** The value of the word that ends here. */
  value: T | undefined;
  /** Where words part: a map for each character of each word would be slow to make and to walk. */
  next: Map<number, Node<T>> | null;
  /** Where only one word goes on: what is left of it, and its value; '' where none does. */
  rest: string;
  restValue: T | undefined;
}

const end = <T>(value: T | undefined): Node<T> => ({ value, next: null, rest: '', restValue: undefined });

const NONE: readonly never[] = [];

export class WordTree<T> {
  readonly #root: Node<T> = end<T>(undefined);

  /** The value of a word given twice is the last one. The empty word stands everywhere. */
  constructor(words: Iterable<readonly [word: string, value: T]>) {
    for (const [word, value] of words) add(this.#root, word, value);
  }

  /** The value of the longest word that stands at `at` and ends at or before `end`, or undefined. */
  longestAt(text: string, at: number, end: number): T | undefined {
    let node: Node<T> | undefined = this.#root;
    let found: T | undefined;
    for (let i = at; node; i++) {
      if (node.value !== undefined) found = node.value;
      if (node.rest !== '' && i + node.rest.length <= end && text.startsWith(node.rest, i)) return node.restValue;
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
      if (node.value !== undefined) found = added(found, node.value);
      if (node.rest !== '' && text.startsWith(node.rest, i)) return added(found, node.restValue as T);
      if (!node.next) break;
      node = node.next.get(text.charCodeAt(i));
    }
    return found ?? NONE;
  }
}

function added<T>(found: T[] | undefined, value: T): T[] {
  if (!found) return [value];
  found.push(value);
  return found;
}

function add<T>(root: Node<T>, word: string, value: T): void {
  let node = root;
  for (let i = 0; i < word.length; i++) {
    if (!node.next) {
      const left = word.slice(i);
      if (node.rest === '' || node.rest === left) {
        node.rest = left;
        node.restValue = value;
        return;
      }
      // a second word goes on from here: from now on by its next character
      node.next = new Map([[node.rest.charCodeAt(0), below(node.rest, node.restValue)]]);
      node.rest = '';
      node.restValue = undefined;
    }
    const code = word.charCodeAt(i);
    const next = node.next.get(code);
    if (!next) {
      node.next.set(code, below(word.slice(i), value));
      return;
    }
    node = next;
  }
  node.value = value;
}

/** The node behind the first character of what is left of a word. */
function below<T>(left: string, value: T | undefined): Node<T> {
  return left.length === 1 ? end(value) : { value: undefined, next: null, rest: left.slice(1), restValue: value };
}
