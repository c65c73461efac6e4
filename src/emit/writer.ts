// What every output format provides. Writers know nothing of files and streams: they turn records into pieces of text.
import type { ChalkInstance } from 'chalk';
import type { HealthRecord } from '../model/record.js';

/** Pieces are to be written in the order: begin, document for each input, end. */
export interface Writer {
  begin(): Iterable<string>;
  document(file: string, records: readonly HealthRecord[]): Iterable<string>;
  end(): Iterable<string>;
}

/** Where the output goes, as far as its looks depend on it. */
export interface Display {
  /** Terminal cells in a line. */
  readonly width: number;
  readonly chalk: ChalkInstance;
}

/** Records to a piece: large enough to be few writes, small enough not to pile up. */
const BATCH = 500;

export function* batches<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let i = 0; i < items.length; i += BATCH) yield items.slice(i, i + BATCH);
}
