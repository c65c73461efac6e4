// What came of a validation, for the reports that CI systems read. Reports know nothing of files and streams: they turn outcomes into text.
import type { DifferenceText } from '../difference-text.js';
import type { Leniency } from '../leniency.js';

export interface ReportedDifference extends DifferenceText {
  /** The words around the figure. */
  readonly context: string;
}

interface Named {
  /** The folder as named, and the path within it, with forward slashes. */
  readonly folder: string;
  readonly name: string;
  /** Both together. */
  readonly shown: string;
  /** The same from the root of the repository, where one is known. */
  readonly repositoryPath: string;
}

export type Outcome = Named &
  (
    | {
        readonly type: 'compared';
        readonly records: number;
        /** How many records differ in what is passed over, by field. */
        readonly passedOver: ReadonlyMap<string, number>;
        /** `2 changed, 1 missing`; empty where nothing differs. */
        readonly summary: string;
        /** The first of them. */
        readonly differences: readonly ReportedDifference[];
        readonly more: number;
        /** The line on ids that changed together. */
        readonly ids: string | null;
        /** The differences as the terminal shows them, without colour. */
        readonly lines: readonly string[];
        /** Whether lines and columns are those of the file, as an editor counts. */
        readonly plainText: boolean;
      }
    /** No expected file, or one that cannot be read. */
    | { readonly type: 'problem'; readonly records: number; readonly message: string }
    /** An expected file without a report: the names are its own. */
    | { readonly type: 'stale'; readonly message: string }
    /** The report itself cannot be read. */
    | { readonly type: 'unreadable'; readonly message: string }
  );

export interface Validation {
  readonly outcomes: readonly Outcome[];
  /** In words, as the terminal says it. */
  readonly summary: string;
  readonly leniency: Leniency;
}

export const differs = (outcome: Outcome): boolean =>
  outcome.type === 'problem' || outcome.type === 'stale' || (outcome.type === 'compared' && outcome.lines.length > 0);

/** `rule in 3 records, value in 1 record`; empty where nothing was passed over. */
export function passedOverText(counts: ReadonlyMap<string, number>): string {
  return [...counts].map(([field, n]) => `${field} in ${n} record${n === 1 ? '' : 's'}`).join(', ');
}

/** Of all reports together. */
export function passedOverOf(outcomes: readonly Outcome[]): ReadonlyMap<string, number> {
  const sum = new Map<string, number>();
  for (const outcome of outcomes) {
    if (outcome.type !== 'compared') continue;
    for (const [field, n] of outcome.passedOver) sum.set(field, (sum.get(field) ?? 0) + n);
  }
  return sum;
}
