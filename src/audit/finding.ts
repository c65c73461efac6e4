// What the audit says of figures that ought to agree. Data only: made by the checks, read by the terminal, the page, the workbook.

/** What is compared with what. The order is that of the reports. */
export const CHECKS = [
  'parts-total',
  'share-parts',
  'change-levels',
  'rate-counts',
  'per-head',
  'from-to',
  'visits-people',
  'natural-range',
  'repeated',
  'magnitude',
] as const;
export type Check = (typeof CHECKS)[number];

/**
 * consistent: the printed digits agree; rounding: they differ by no more than the rounding of the printed digits explains;
 * inconsistent: they do not agree; not-checkable: the figures belong together, but a check would not be sound (an open list of parts, 约, a
 * missing level).
 */
export const VERDICTS = ['consistent', 'rounding', 'inconsistent', 'not-checkable'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What a cited figure is to the check. */
export const ROLES = [
  'total',
  'part',
  'share',
  'change',
  'level',
  'earlier',
  'rate',
  'numerator',
  'denominator',
  'per-head',
  'other',
] as const;
export type Role = (typeof ROLES)[number];

/** A figure that a finding speaks of, and where it is written. */
export interface Citation {
  readonly role: Role;
  /** `id` of the record. */
  readonly record: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Half-open UTF-16 offsets of the figure in the decoded text. */
  readonly start: number;
  readonly end: number;
  readonly label: string;
  readonly raw: string;
  readonly value: number;
  readonly unit: string | null;
  readonly year: number | null;
  /** The sentence it stands in: the quote. */
  readonly sentence: string;
}

export interface Finding {
  /** 16 hex digits, the same for the same check of the same records. */
  readonly id: string;
  readonly check: Check;
  readonly verdict: Verdict;
  /** One line, with both figures. */
  readonly text: { readonly en: string; readonly zh: string };
  /** The figure that is checked comes first. */
  readonly cites: readonly Citation[];
  /** What the report prints, what the other figures give, and by how much rounding may part them, in `unit`; null where nothing was computed. */
  readonly stated: number | null;
  readonly computed: number | null;
  readonly tolerance: number | null;
  readonly unit: string | null;
}
