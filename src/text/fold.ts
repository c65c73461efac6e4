// Folds spelling variants to one form, one UTF-16 unit for one, so that offsets stay those of the source.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

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

const FOLDABLE = new RegExp(`[\\uff01-\\uff5e${[...SINGLE.keys()].join('')}]`, 'gu');

// characters that only traditional writing has, common enough to stand in any report
const TRADITIONAL = /[個們這國醫學衛與萬區縣為於發會實體檢門診療機構數總務員財產護]/u;
let simplified: Map<string, string> | undefined;

/** Traditional characters and their simplified ones, as the build wrote them. */
function toSimplified(): Map<string, string> {
  if (!simplified) {
    const pairs = [...readFileSync(fileURLToPath(new URL('../dict/traditional.txt', import.meta.url)), 'utf8')];
    simplified = new Map();
    for (let i = 0; i + 1 < pairs.length; i += 2) simplified.set(pairs[i] as string, pairs[i + 1] as string);
  }
  return simplified;
}

/** Same length as `text`: full-width ASCII, dashes, spaces, punctuation variants and traditional characters folded. Line feeds stay. */
export function fold(text: string): string {
  const folded = text.replace(FOLDABLE, (c) => {
    const single = SINGLE.get(c);
    if (single !== undefined) return single;
    return String.fromCharCode(c.charCodeAt(0) - 0xfee0);
  });
  if (!TRADITIONAL.test(folded)) return folded;
  const map = toSimplified();
  return folded.replace(/[\u3400-\u9fff]/gu, (c) => map.get(c) ?? c);
}
