// Cuts text into tagged words as cppjieba does with its dictionary and its hidden Markov model: the most probable way through the words of the dictionary,
// and what it leaves as single characters joined by the model. The tables are made at build time (scripts/build-dictionary.mjs) and used as they lie in
// their file: nothing is parsed or built up at start, where loading the native module takes longer than reading a whole report.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { UserError } from '../model/message.js';
import type { Word } from './words.js';

/** As the build writes them; see there. */
interface Tables {
  /** Characters of the tree of words, children of a node side by side and in order. */
  readonly chars: Uint16Array;
  /** For each node where its children begin; they end where those of the next node begin. */
  readonly children: Int32Array;
  /** Number of the word that ends at a node, or -1. */
  readonly words: Int32Array;
  readonly weights: Float64Array;
  readonly tagOf: Uint8Array;
  readonly tags: readonly string[];
  readonly minWeight: number;
  readonly start: readonly number[];
  readonly transition: readonly (readonly number[])[];
  /** Characters with emissions, in order, and their probabilities, four to each, in millionths. */
  readonly emitting: Uint16Array;
  readonly emissions: Int32Array;
}

const FILE = new URL('../dict/words.bin', import.meta.url);
const ROOT = 0;
/** What the model says of what it does not know. */
const IMPOSSIBLE = -3.14e100;
const MAX_WORD = 512;
const [E, S] = [1, 3];
/** These are words of their own, and nothing is joined across them. */
const SEPARATORS = ' \t\n，。';
const UNKNOWN = 'x';

let tables: Tables | undefined;

function load(): Tables {
  let bytes: Buffer;
  try {
    bytes = readFileSync(fileURLToPath(FILE));
  } catch {
    throw new UserError('the word list is missing: run "npm run build"');
  }
  // a copy of its own, so that the numbers in it stand at even addresses
  const buffer = new Uint8Array(bytes).buffer;
  const length = new Int32Array(buffer, 0, 1)[0] as number;
  const head = JSON.parse(Buffer.from(buffer, 8, length).toString());
  const at = (name: string): [ArrayBuffer, number, number] => [buffer, head.parts[name][0], head.parts[name][1]];
  return {
    ...head,
    chars: new Uint16Array(...at('chars')),
    children: new Int32Array(...at('children')),
    words: new Int32Array(...at('words')),
    weights: new Float64Array(...at('weights')),
    tagOf: new Uint8Array(...at('tagOf')),
    emitting: new Uint16Array(...at('emitting')),
    emissions: new Int32Array(...at('emissions')),
  };
}

/** Index of a number among ordered ones from `low` to before `high`, or -1. */
function indexOf(list: Uint16Array, value: number, low: number, high: number): number {
  let [from, to] = [low, high];
  while (from < to) {
    const mid = (from + to) >> 1;
    if ((list[mid] as number) < value) from = mid + 1;
    else to = mid;
  }
  return from < high && list[from] === value ? from : -1;
}

/** The words of a text with their tags; together they are the text. */
export function tagWords(text: string): Word[] {
  tables ??= load();
  const found: Word[] = [];
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !SEPARATORS.includes(text[at] as string)) continue;
    if (at > from) cutStretch(text, from, at, tables, found);
    if (at < text.length) found.push({ word: text[at] as string, tag: tagOf(text[at] as string, tables) });
    from = at + 1;
  }
  return found;
}

/** A stretch without separators: words of the dictionary, and between them runs of single characters for the model. */
function cutStretch(text: string, start: number, end: number, tables: Tables, found: Word[]): void {
  const ends = bestEnds(text, start, end, tables);
  let single = start;
  const closeRun = (at: number): void => {
    if (at > single) for (const word of joinRun(text.slice(single, at), tables)) found.push({ word, tag: tagOf(word, tables) });
  };
  for (let at = start; at < end; ) {
    const next = ends[at - start] as number;
    if (next - at > unitsAt(text, at)) {
      closeRun(at);
      const word = text.slice(at, next);
      found.push({ word, tag: tagOf(word, tables) });
      single = next;
    }
    at = next;
  }
  closeRun(end);
}

const unitsAt = (text: string, at: number): number => ((text.codePointAt(at) as number) > 0xffff ? 2 : 1);

/** For each place where the word ends that begins there on the most probable way to the end. */
function bestEnds(text: string, start: number, end: number, { chars, children, words, weights, minWeight }: Tables): Int32Array {
  const ends = new Int32Array(end - start);
  const best = new Float64Array(end - start + 1);
  for (let at = end - 1; at >= start; at--) {
    let node = indexOf(chars, text.charCodeAt(at), children[ROOT] as number, children[ROOT + 1] as number);
    const word = node < 0 ? -1 : (words[node] as number);
    const alone = Math.min(at + unitsAt(text, at), end);
    let top = (best[alone - start] as number) + (word < 0 ? minWeight : (weights[word] as number));
    let to = alone;
    for (let next = at + 1; node >= 0 && next < end && next - at < MAX_WORD; next++) {
      node = indexOf(chars, text.charCodeAt(next), children[node] as number, children[node + 1] as number);
      if (node < 0) break;
      const longer = words[node] as number;
      if (longer < 0) continue;
      const weight = (best[next + 1 - start] as number) + (weights[longer] as number);
      if (weight > top) {
        top = weight;
        to = next + 1;
      }
    }
    best[at - start] = top;
    ends[at - start] = to;
  }
  return ends;
}

/** Latin words and numbers as they are written, the rest by the model. */
function joinRun(run: string, tables: Tables): string[] {
  return (run.match(/[A-Za-z][A-Za-z\d]*|\d[\d.]*|[\0-\x7f]|[^\0-\x7f]+/gu) ?? []).flatMap((part) =>
    part.charCodeAt(0) < 0x80 ? [part] : joinCharacters([...part], tables),
  );
}

/** Joins characters to words along the most probable states: begin, end, middle, single (Viterbi). */
function joinCharacters(characters: readonly string[], { start, transition, emitting, emissions }: Tables): string[] {
  if (characters.length === 1) return [...characters];
  const states = start.length;
  const weight = new Float64Array(characters.length * states);
  const path = new Int8Array(characters.length * states);
  characters.forEach((character, x) => {
    const row = character.length > 1 ? -1 : indexOf(emitting, character.charCodeAt(0), 0, emitting.length);
    for (let y = 0; y < states; y++) {
      const millionths = row < 0 ? 0 : (emissions[row * states + y] as number);
      const emission = millionths === 0 ? IMPOSSIBLE : millionths / 1e6;
      if (x === 0) {
        weight[y] = (start[y] as number) + emission;
        continue;
      }
      let top = IMPOSSIBLE;
      let from = E;
      for (let before = 0; before < states; before++) {
        const sum = (weight[(x - 1) * states + before] as number) + (transition[before]?.[y] as number) + emission;
        if (sum > top) {
          top = sum;
          from = before;
        }
      }
      weight[x * states + y] = top;
      path[x * states + y] = from;
    }
  });
  const last = (characters.length - 1) * states;
  let state = (weight[last + E] as number) >= (weight[last + S] as number) ? E : S;
  const ending = characters.map(() => false);
  for (let x = characters.length - 1; x >= 0; x--) {
    ending[x] = state === E || state === S;
    state = path[x * states + state] as number;
  }
  const words: string[] = [];
  let word = '';
  characters.forEach((character, x) => {
    word += character;
    if (!ending[x]) return;
    words.push(word);
    word = '';
  });
  return words;
}

/** The dictionary's tag; else `m` for digits, `eng` where half of the word or more is Latin, `x`. */
function tagOf(word: string, { chars, children, words, tagOf, tags }: Tables): string {
  let node = ROOT;
  for (let i = 0; node >= 0 && i < word.length; i++)
    node = indexOf(chars, word.charCodeAt(i), children[node] as number, children[node + 1] as number);
  const known = node < 0 ? -1 : (words[node] as number);
  const tag = known < 0 ? '' : tags[tagOf[known] as number];
  return tag || unknownTag([...word]);
}

function unknownTag(characters: readonly string[]): string {
  let latin = 0;
  let digits = 0;
  for (const character of characters) {
    if (latin >= Math.floor(characters.length / 2)) break;
    if (character > '\x7f') continue;
    latin++;
    if (/\d/u.test(character)) digits++;
  }
  return latin === 0 ? UNKNOWN : digits === latin ? 'm' : 'eng';
}
