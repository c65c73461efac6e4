// Folds spelling variants to one form, one UTF-16 unit for one, so that offsets stay those of the source.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Characters } from './characters.js';

const SINGLE = new Map<string, string>([
  ['\u3000', ' '],
  ['\u00a0', ' '],
  ['\t', ' '],
  ['\u200b', ' '],
  ['\ufeff', ' '],
  ['\r', ' '],
  ['−', '-'],
  ['‐', '-'],
  ['‑', '-'],
  ['–', '—'],
  ['―', '—'],
  ['─', '—'],
  ['﹣', '-'],
  ['∼', '~'],
  ['〜', '~'],
  ['﹪', '%'],
  ['∶', ':'],
  ['︰', ':'],
  ['﹕', ':'],
  ['﹐', ','],
  ['﹑', '、'],
  ['﹔', ';'],
  ['﹙', '('],
  ['﹚', ')'],
  ['․', '.'],
  ['·', '·'],
  ['○', '〇'],
  ['◯', '〇'],
  ['〔', '〔'],
  ['﹝', '〔'],
  ['﹞', '〕'],
  ['「', '“'],
  ['」', '”'],
  ['『', '“'],
  ['』', '”'],
  ['＂', '"'],
]);

/** What a UTF-16 unit is written as, by its code; 0 for those that stay. */
type Table = Uint16Array;

const table = (pairs: Iterable<readonly [from: string, to: string]>): Table => {
  const made = new Uint16Array(0x10000);
  for (const [from, to] of pairs) made[from.charCodeAt(0)] = to.charCodeAt(0);
  return made;
};

/** ！ to ～, which stand as far from ! to ~ as the first of them does. */
const FULL_WIDTH = Array.from({ length: 0x5e }, (_, i): [string, string] => [
  String.fromCharCode(0xff01 + i),
  String.fromCharCode(0x21 + i),
]);
const FOLDED = table([...FULL_WIDTH, ...SINGLE]);
const FOLDABLE = new Characters([...FULL_WIDTH, ...SINGLE].map(([from]) => from).join(''));

// characters that only traditional writing has, common enough to stand in any report
const TRADITIONAL = new Characters('個們這國醫學衛與萬區縣為於發會實體檢門診療機構數總務員財產護');
let simplified: Table | undefined;

/** Traditional characters and their simplified ones, as the build wrote them: in pairs, none outside the basic plane. */
function toSimplified(): Table {
  simplified ??= table(
    readFileSync(fileURLToPath(new URL('../dict/traditional.txt', import.meta.url)), 'utf8')
      .match(/../gu)
      ?.map(([from, to]) => [from as string, to as string]) ?? [],
  );
  return simplified;
}

/** Same length as `text`: full-width ASCII, dashes, spaces, punctuation variants and traditional characters folded. Line feeds stay. */
export function fold(text: string): string {
  const end = text.length;
  const folded = FOLDABLE.next(text, 0, end) < end ? written(text, FOLDED) : text;
  return TRADITIONAL.next(folded, 0, end) < end ? written(folded, toSimplified()) : folded;
}

/** The text with its units replaced. A buffer, because pieces put together one by one cost many times as much. */
function written(text: string, by: Table): string {
  const bytes = Buffer.from(text, 'utf16le');
  for (let i = 0; i < bytes.length; i += 2) {
    const to = by[(bytes[i] as number) | ((bytes[i + 1] as number) << 8)] as number;
    if (to === 0) continue;
    bytes[i] = to & 0xff;
    bytes[i + 1] = to >> 8;
  }
  return bytes.toString('utf16le');
}
