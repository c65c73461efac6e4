import type { Flag } from './flags.js';
import type { Aspect, Dimension, Relation } from './record.js';

/** A decoded input: its name as given and its whole text. Offsets everywhere refer to `text` in UTF-16 units. */
export interface Document {
  readonly file: string;
  readonly text: string;
  /** Offsets at which the pages of a PDF begin. */
  readonly pages?: readonly number[];
}

/** Half-open range of UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a run of digits or Chinese numerals turned out to be. Exactly one class for each run. */
export const MENTION_CLASSES = [
  'quantity',
  'date',
  'ordinal',
  'heading',
  'grade',
  'document-number',
  'identifier',
  'name',
  'population',
  'furniture',
  'unexplained',
] as const;
export type MentionClass = (typeof MENTION_CLASSES)[number];

/** A number-like run of the text and its class; `rule` names the recogniser that claimed it. */
export interface Mention extends Span {
  readonly class: MentionClass;
  readonly rule: string;
}

/** A number with its unit, read but not yet bound to what it measures. */
export interface Quantity extends Mention {
  readonly class: 'quantity';
  readonly value: number;
  readonly valueMax: number | null;
  /** Canonical unit; null where the text names none. */
  readonly unit: string | null;
  readonly dimension: Dimension;
  readonly relation: Relation;
  /** Start of the relation word before the number (超, 不低于), or `start`. */
  readonly outerStart: number;
  /** End of the relation word behind the unit (以上, 左右), or `end`. */
  readonly outerEnd: number;
  /** True where the unit was implied by a neighbouring noun rather than written. */
  readonly unitImplied: boolean;
  /** True for a number spelled with Chinese numerals. */
  readonly spelled: boolean;
  /** Words of the caption that gave the unit (单位:万元). */
  readonly caption?: string;
}

export interface Section extends Span {
  /** Heading texts from the outermost to the innermost, marks stripped. */
  readonly path: readonly string[];
}

/** A part of a sentence between commas, semicolons and colons; a bracket that holds a quantity is a clause of its own. */
export interface Clause extends Span {
  readonly depth: number;
  /** Punctuation before the clause: `''` at the sentence start, `(` for a bracket. */
  readonly separator: string;
  readonly quantities: readonly Quantity[];
}

export interface Sentence extends Span {
  readonly section: Section;
  /** Ordinal of the line or paragraph it stands in. */
  readonly paragraph: number;
  readonly clauses: readonly Clause[];
  /** Brackets that are clauses of their own, to be skipped when the surrounding clause is read. */
  readonly holes: readonly Span[];
}

/** How a quantity came by its label. */
export interface Trace {
  /** The clause it stands in, as read: asides dropped, dates marked ⊙. */
  readonly clause: string;
  /** The words before the number, connectors and verbs of change taken away, and what they are as a label. */
  readonly before: string;
  readonly own: string;
  /** The counted noun and the predicate behind the number. */
  readonly noun: string;
  readonly predicate: string;
  /** Rules behind the one that bound it which would have bound it too, with their labels; filled for `healthx explain` alone. */
  readonly lost: readonly { readonly rule: string; readonly label: string }[];
  /** One line on the rule that bound it. */
  readonly says: string;
}

/** A quantity and what it measures. */
export interface Figure {
  readonly quantity: Quantity;
  readonly sentence: Sentence;
  readonly clause: Clause;
  label: string;
  rule: string;
  aspect: Aspect;
  relation: Relation;
  base: string | null;
  /** +1 or -1: the direction of a change. */
  sign: 1 | -1;
  partOf: Figure | null;
  /** The date the figure is about, where a list deals out several. */
  dated: Mention | null;
  trace: Trace;
  flags: Flag[];
}
