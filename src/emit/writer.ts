// What every output format provides. Writers know nothing of files and streams: they turn records into pieces of text, or of bytes.
import type { ChalkInstance } from 'chalk';
import type { Finding } from '../audit/finding.js';
import type { HealthRecord } from '../model/record.js';
import type { Field } from './columns.js';
import type { Language } from './languages.js';

export type Piece = string | Uint8Array;

/** Pieces are to be written in the order: begin, document for each input, end. */
export interface Writer<P extends Piece = Piece> {
  begin(): Iterable<P>;
  document(file: string, records: readonly HealthRecord[]): Iterable<P>;
  end(): Iterable<P>;
  /** What the format could not hold, a line each; asked for after end. */
  notes?(): readonly string[];
  /**
   * Takes in a document that another writer of this format rendered as its first, in a thread of its own: what is to be written before its pieces.
   * Called for those that have pieces. A format without it needs the records of all documents in one place.
   */
  adopt?(): string;
}

/** Where the output goes, as far as its looks depend on it. */
export interface Display {
  /** Terminal cells in a line. */
  readonly width: number;
  readonly chalk: ChalkInstance;
}

/** What of the records is shown, and how it is named. */
export interface Layout {
  /** Null for those of the format. */
  readonly columns: readonly Field[] | null;
  /** Of titles and codes; JSON keeps its names whatever it says. */
  readonly lang: Language;
  /** CSV for Excel and WPS. */
  readonly excel: boolean;
  /** Asked for after the last document, for formats that show findings; none where missing. */
  readonly findings?: () => readonly Finding[];
}

export const PLAIN_LAYOUT: Layout = { columns: null, lang: 'en', excel: false };

/** Records to a piece: large enough to be few writes, small enough not to pile up. */
const BATCH = 500;

export function* batches<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let i = 0; i < items.length; i += BATCH) yield items.slice(i, i + BATCH);
}
