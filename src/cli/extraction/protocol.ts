// What the program and its workers say to each other. All of it is plain data.
import type { MessagePort } from 'node:worker_threads';
import type { Format } from '../../emit/index.js';
import type { Layout } from '../../emit/writer.js';
import type { HealthRecord } from '../../model/record.js';
import type { ExtractionSetup } from './extractor.js';
import type { OutcomeHeader } from './outcome.js';
import type { Batch } from './source.js';

/** How documents are rendered, where the workers are to do that, too. */
export interface Rendering {
  readonly format: Format;
  readonly layout: Layout;
  readonly width: number;
  /** 0 for none. */
  readonly colour: 0 | 1 | 2 | 3;
}

export interface WorkerSetup {
  readonly extraction: ExtractionSetup;
  /** Null where the records themselves are wanted. */
  readonly rendering: Rendering | null;
}

export interface Task {
  readonly batch: Batch;
  /** Takes what is ready while there is more to come; each message is to be answered before the next one comes. */
  readonly port: MessagePort;
}

/** Of each document a header, then its pieces or records, then an end. */
export type Entry =
  | { readonly kind: 'header'; readonly header: OutcomeHeader }
  | { readonly kind: 'piece'; readonly piece: Uint8Array }
  | { readonly kind: 'records'; readonly records: readonly HealthRecord[] }
  /** Broken where the worker died in between. */
  | { readonly kind: 'end'; readonly broken: boolean };

/** The last entries of a task, with the number of messages sent before, or why no document could be done at all. */
export type Result = { readonly entries: readonly Entry[]; readonly sent: number } | { readonly refused: string };

/** What a record takes, roughly, in bytes; for keeping queues short. */
const RECORD = 1500;

export function weightOf(entry: Entry): number {
  if (entry.kind === 'piece') return entry.piece.length;
  return entry.kind === 'records' ? entry.records.length * RECORD : 0;
}
