// Units by their spellings: the built-in ones and those of the user's packs.
import type { Dimension } from '../model/record.js';
import { UNITS, type UnitEntry } from '../rules/units.js';

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
}

export interface UnitTable {
  /** The longest unit spelled at `at` in folded text, or null. */
  match(text: string, at: number): UnitMatch | null;
  /** The dimension of a canonical unit; undefined where there is no such unit. */
  dimensionOf(unit: string): Dimension | undefined;
  readonly entries: readonly UnitEntry[];
}

const LATIN = /[A-Za-z]/u;

/** A table of the built-in units and `own` ones; where a spelling is in both, the own one wins. */
export function unitTable(own: readonly UnitEntry[] = []): UnitTable {
  const entries = [...own, ...UNITS];
  // by first character, the longest first, so that 人次 is tried before 人
  const forms = new Map<string, Form[]>();
  for (const entry of entries) {
    for (const text of entry.forms) {
      const first = text[0] as string;
      const list = forms.get(first) ?? [];
      if (!list.some((form) => form.text === text && own.includes(form.entry) && !own.includes(entry))) list.push({ text, entry });
      forms.set(first, list);
    }
  }
  for (const list of forms.values()) list.sort((a, b) => b.text.length - a.text.length);
  const dimensions = new Map([...entries].reverse().map((entry) => [entry.unit, entry.dimension]));
  return {
    entries,
    dimensionOf: (unit) => dimensions.get(unit),
    match(text, at) {
      for (const form of forms.get(text[at] ?? '') ?? []) {
        if (!text.startsWith(form.text, at)) continue;
        const end = at + form.text.length;
        if (form.entry.notBefore?.some((n) => text.startsWith(n, end))) continue;
        if (LATIN.test(form.text.at(-1) as string) && LATIN.test(text[end] ?? '')) continue;
        return { unit: form.entry.unit, dimension: form.entry.dimension, end, spelled: form.entry.spelled ?? false };
      }
      return null;
    },
  };
}
