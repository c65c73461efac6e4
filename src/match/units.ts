import type { Dimension } from '../model/record.js';
import { UNITS } from '../rules/units.js';

export interface UnitMatch {
  readonly unit: string;
  readonly dimension: Dimension;
  /** Offset behind the unit's spelling. */
  readonly end: number;
  readonly spelled: boolean;
}

interface Form {
  readonly text: string;
  readonly unit: string;
  readonly dimension: Dimension;
  readonly notBefore: readonly string[];
  readonly spelled: boolean;
}

// Spellings by first character, the longest first, so that 人次 is tried before 人.
const FORMS = new Map<string, Form[]>();
for (const entry of UNITS) {
  for (const text of entry.forms) {
    const first = text[0] as string;
    const list = FORMS.get(first) ?? [];
    list.push({ text, unit: entry.unit, dimension: entry.dimension, notBefore: entry.notBefore ?? [], spelled: entry.spelled ?? false });
    FORMS.set(first, list);
  }
}
for (const list of FORMS.values()) list.sort((a, b) => b.text.length - a.text.length);

const LATIN = /[A-Za-z]/u;

/** The longest unit spelled at `at` in folded text, or null. */
export function matchUnit(text: string, at: number): UnitMatch | null {
  const forms = FORMS.get(text[at] ?? '');
  if (!forms) return null;
  for (const form of forms) {
    if (!text.startsWith(form.text, at)) continue;
    const end = at + form.text.length;
    if (form.notBefore.some((n) => text.startsWith(n, end))) continue;
    if (LATIN.test(form.text.at(-1) as string) && LATIN.test(text[end] ?? '')) continue;
    return { unit: form.unit, dimension: form.dimension, end, spelled: form.spelled };
  }
  return null;
}
