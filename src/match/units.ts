// Units by their spellings: the built-in ones and those of the user's packs.
import type { Dimension } from '../model/record.js';
import { UNITS, type UnitEntry } from '../rules/units.js';
import { Characters } from '../text/characters.js';

export interface UnitMatch {
  readonly unit: string;
  readonly dimension: Dimension;
  /** Offset behind the unit's spelling. */
  readonly end: number;
  readonly spelled: boolean;
}

interface Form {
  readonly text: string;
  readonly entry: UnitEntry;
  /** Ends in a Latin letter: no other may follow. */
  readonly latin: boolean;
  /** The codes of the characters that `notBefore` begins with: few texts have one of them, and the list may be long. */
  readonly doubtful: ReadonlySet<number>;
}

export interface UnitTable {
  /** The longest unit spelled at `at` in folded text, or null. */
  match(text: string, at: number): UnitMatch | null;
  /** The dimension of a canonical unit; undefined where there is no such unit. */
  dimensionOf(unit: string): Dimension | undefined;
  readonly entries: readonly UnitEntry[];
}

const LATIN = new Characters('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz');

/** A table of the built-in units and `own` ones; where a spelling is in both, the own one wins. */
export function unitTable(own: readonly UnitEntry[] = []): UnitTable {
  const entries = [...own, ...UNITS];
  // by first character, the longest first, so that 人次 is tried before 人
  const forms = new Map<number, Form[]>();
  for (const entry of entries) {
    const doubtful = new Set((entry.notBefore ?? []).map((word) => word.charCodeAt(0)));
    for (const text of entry.forms) {
      const first = text.charCodeAt(0);
      const list = forms.get(first) ?? [];
      if (!list.some((form) => form.text === text && own.includes(form.entry) && !own.includes(entry)))
        list.push({ text, entry, latin: LATIN.at(text, text.length - 1), doubtful });
      forms.set(first, list);
    }
  }
  for (const list of forms.values()) list.sort((a, b) => b.text.length - a.text.length);
  const dimensions = new Map([...entries].reverse().map((entry) => [entry.unit, entry.dimension]));
  return {
    entries,
    dimensionOf: (unit) => dimensions.get(unit),
    match(text, at) {
      const tried = forms.get(text.charCodeAt(at));
      if (!tried) return null;
      for (const form of tried) {
        if (!text.startsWith(form.text, at)) continue;
        const end = at + form.text.length;
        if (form.doubtful.has(text.charCodeAt(end)) && form.entry.notBefore?.some((word) => text.startsWith(word, end))) continue;
        if (form.latin && LATIN.at(text, end)) continue;
        return { unit: form.entry.unit, dimension: form.entry.dimension, end, spelled: form.entry.spelled ?? false };
      }
      return null;
    },
  };
}
