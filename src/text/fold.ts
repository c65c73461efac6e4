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

// characters that only traditional writing has, common enough to stand in any report
const TRADITIONAL = '個們這國醫學衛與萬區縣為於發會實體檢門診療機構數總務員財產護';

const STAYS = 0;
const IS_TRADITIONAL = 1;
/** What becomes of each UTF-16 unit: the unit it is folded to, or one of the two above. A table, since all characters of a report are asked for. */
const FATE = new Uint16Array(0x10000);
for (const character of TRADITIONAL) FATE[character.charCodeAt(0)] = IS_TRADITIONAL;
for (let unit = 0xff01; unit <= 0xff5e; unit++) FATE[unit] = unit - 0xfee0;
for (const [variant, folded] of SINGLE) if (variant !== folded) FATE[variant.charCodeAt(0)] = folded.charCodeAt(0);

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
  const pieces: string[] = [];
  let from = 0;
  let traditional = false;
  for (let i = 0; i < text.length; i++) {
    const fate = FATE[text.charCodeAt(i)] as number;
    if (fate === STAYS) continue;
    if (fate === IS_TRADITIONAL) {
      traditional = true;
      continue;
    }
    pieces.push(text.slice(from, i), String.fromCharCode(fate));
    from = i + 1;
  }
  if (from > 0) pieces.push(text.slice(from));
  const folded = from > 0 ? pieces.join('') : text;
  if (!traditional) return folded;
  const map = toSimplified();
  return folded.replace(/[\u3400-\u9fff]/gu, (c) => map.get(c) ?? c);
}
