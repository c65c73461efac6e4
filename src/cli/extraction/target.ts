// Where the records of a run go: into one output, or into one for each document.
import type { Piece, Writer } from '../../emit/writer.js';
import type { HealthRecord } from '../../model/record.js';
import type { Output } from '../output.js';
import type { Outcome } from './outcome.js';

export interface OpenWriter {
  readonly writer: Writer;
  /** Gathers all records, where the format looks at them together. */
  readonly kept: HealthRecord[] | null;
}

export interface Target {
  begin(): Promise<void>;
  /** Takes a document that was read. Rejects with an InputError where its pieces break off. */
  document(outcome: Outcome): Promise<void>;
  /** Writes a line of its own between two documents. */
  line(text: string): Promise<void>;
  /** Everything was written. */
  commit(): Promise<void>;
  /** What the outputs could not hold, a line each. */
  notes(): readonly string[];
  /** Something went wrong, or there is nothing to write. Never throws. */
  discard(): Promise<void>;
}

/** The pieces of a document, wherever it was rendered. */
export async function* piecesOf({ writer, kept }: OpenWriter, { id, body }: Outcome): AsyncGenerator<Piece> {
  if (body.kind === 'records') {
    for (const record of kept ? body.records : []) kept?.push(record);
    yield* writer.document(id ?? '', body.records);
    return;
  }
  let first = true;
  for await (const piece of body.pieces) {
    const before = first ? (writer.adopt?.() ?? '') : '';
    first = false;
    if (before !== '') yield before;
    yield piece;
  }
}

/** One output for all. `clear` takes the progress line off a terminal that data is about to be written to. */
export function singleTarget(output: Output, opened: OpenWriter, clear: () => void): Target {
  const { writer } = opened;
  const write = async (piece: Piece): Promise<void> => {
    clear();
    await output.write(piece);
  };
  return {
    async begin() {
      for (const piece of writer.begin()) await write(piece);
    },
    async document(outcome) {
      for await (const piece of piecesOf(opened, outcome)) await write(piece);
    },
    line: write,
    async commit() {
      for (const piece of writer.end()) await write(piece);
      await output.commit();
    },
    notes: () => writer.notes?.() ?? [],
    discard: () => output.discard(),
  };
}
