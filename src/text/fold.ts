// Folds spelling variants to one form, one UTF-16 unit for one, so that offsets stay those of the source.

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

/** Same length as `text`: full-width ASCII, dashes, spaces and punctuation variants folded. Line feeds stay. */
export function fold(text: string): string {
  return text.replace(FOLDABLE, (c) => {
    const single = SINGLE.get(c);
    if (single !== undefined) return single;
    return String.fromCharCode(c.charCodeAt(0) - 0xfee0);
  });
}
