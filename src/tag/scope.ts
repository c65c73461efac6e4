// Figures about a wider place than the report's: 全市孕产妇死亡率 in the report of a district is not the district's. The word stays in the
// label; place and code of the record remain the report's.
import type { Figure, Sentence } from '../model/document.js';
import type { Place } from './place.js';

/** Scope words wider than a place of that level; the last character of a county's name (区, 县, 市) is its own scope. */
function widerThan(place: Place): RegExp | null {
  const own = (place.district ?? place.city ?? place.province)?.at(-1);
  switch (place.level) {
    case 'county':
      return own === '市' ? /全国|全省|全自治区|全州/gu : /全国|全省|全自治区|全市|全州|全盟/gu;
    case 'city':
      return /全国|全省|全自治区/gu;
    case 'province':
      return /全国/gu;
    default:
      return null;
  }
}
/** In every one of them. */
const WIDE = '全';

const OWN_SCOPE = /(?:全|我|本|该)(?:区|县|旗|镇|局|院)|辖区|(?:我|本)[市州省]/u;
const LEAD = 2;

/** Tells which figures are about a wider place than the report's. */
export class ScopeTagger {
  readonly #wider: RegExp | null;

  constructor(
    private readonly folded: string,
    private readonly place: Place,
  ) {
    this.#wider = widerThan(place);
  }

  /** For each figure of a sentence the wider scope it is about (全市), or null; `labels` are theirs. */
  tag(sentence: Sentence, figures: readonly Figure[], labels: readonly string[]): (string | null)[] {
    const wider = this.#wider;
    if (!wider || !this.folded.slice(sentence.start, sentence.end).includes(WIDE)) return figures.map(() => null);
    let scope: string | null = null;
    let from = sentence.start;
    return figures.map((figure, i) => {
      const before = this.folded.slice(from, figure.quantity.start);
      from = figure.quantity.end;
      if (OWN_SCOPE.test(before) || (this.place.district && before.includes(this.place.district))) scope = null;
      const label = labels[i] as string;
      for (const match of before.matchAll(wider)) {
        // 全市|孕产妇死亡率 states, 居全市前列 and 高于全市平均水平 compare
        const after = before.slice(match.index + match[0].length).replace(/^的/u, '');
        if (label.length >= LEAD && after.startsWith(label.slice(0, LEAD))) scope = match[0];
      }
      return scope !== null && !label.startsWith(scope) ? scope : null;
    });
  }
}
