// What the page is made of, before it is packed.
import type { Finding } from '../audit/finding.js';
import type { Mention } from '../model/document.js';
import type { HealthRecord } from '../model/record.js';
import type { Heading } from '../segment/sections.js';

/** A report that was read: its text and all that was found in it. */
export interface ViewDocument {
  readonly file: string;
  readonly text: string;
  readonly records: readonly HealthRecord[];
  /** Every run of digits or Chinese numerals; those of records are left out of the page's ledger. */
  readonly mentions: readonly Mention[];
  readonly headings: readonly Heading[];
}

/** An input that could not be read. */
export interface Failure {
  readonly file: string;
  readonly reason: string;
}

export interface ViewContent {
  readonly documents: readonly ViewDocument[];
  readonly failures: readonly Failure[];
  /** What the audit says of the records; null where no audit was made. */
  readonly findings: readonly Finding[] | null;
}
