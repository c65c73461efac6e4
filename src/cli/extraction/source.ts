// What there is to be extracted, in order: files, standard input, or the lines of an NDJSON input, each a document.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { addAbortSignal, type Readable } from 'node:stream';
import { InputError } from '../../model/message.js';
import { MAX_TEXT } from '../../read/document.js';
import { type Input, readInput, reason } from '../../read/inputs.js';
import { type Line, lines } from './lines.js';

/** A document that has not been read yet. What a worker gets, so it must survive structured cloning. */
export type Source = {
  /** Of the input it comes from, as given. */
  readonly input: string;
} & (
  | { readonly kind: 'file'; readonly path: string; readonly size: number }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'line'; readonly line: number; readonly bytes: Uint8Array }
  /** What came to grief before it could be read as a document. */
  | { readonly kind: 'failed'; readonly line: number | null; readonly error: string }
);

/** Neighbours that are handed over together, since handing over costs the same for a line and for a book. */
export type Batch = readonly Source[];

const BATCH_COUNT = 64;
const BATCH_BYTES = 32 * 1024;
/** Sizes are asked for so many files at a time. */
const LOOK_AHEAD = 256;

export const sizeOf = (source: Source): number => {
  if (source.kind === 'file') return source.size;
  return source.kind === 'failed' ? 0 : source.bytes.length;
};

export const sizeOfBatch = (batch: Batch): number => batch.reduce((sum, source) => sum + sizeOf(source), 0);

/** Each input is a document. Standard input is read when its turn comes. */
export async function* fileSources(inputs: readonly Input[], stdin: Readable, signal: AbortSignal | undefined): AsyncGenerator<Batch> {
  for (let from = 0; from < inputs.length; from += LOOK_AHEAD) {
    const group = inputs.slice(from, from + LOOK_AHEAD);
    const sizes = await fileSizes(group);
    const sources: Source[] = [];
    for (const [i, { name, path }] of group.entries()) {
      if (path !== null) {
        sources.push({ input: name, kind: 'file', path, size: sizes[i] as number });
        continue;
      }
      yield* batched(sources.splice(0));
      try {
        yield [{ input: name, kind: 'bytes', bytes: await readInput({ name, path }, stdin, signal) }];
      } catch (error) {
        signal?.throwIfAborted();
        if (!(error instanceof InputError)) throw error;
        yield [{ input: name, kind: 'failed', line: null, error: error.message }];
      }
    }
    yield* batched(sources);
  }
}

/** In bytes; 0 where that cannot be told, which reading will say better. */
export const fileSizes = (inputs: readonly Input[]): Promise<number[]> =>
  Promise.all(
    inputs.map(({ path }) =>
      path === null
        ? 0
        : stat(path).then(
            ({ size }) => size,
            () => 0,
          ),
    ),
  );

/** Each line of each input is a document; blank ones are none. What has arrived is passed on at once: the writer of a pipe may wait for an answer. */
export async function* lineSources(
  inputs: readonly Input[],
  stdin: Readable,
  signal: AbortSignal | undefined,
  read: (bytes: number) => void = () => {},
): AsyncGenerator<Batch> {
  for (const { name, path } of inputs) {
    const stream = path === null ? stdin : createReadStream(path);
    if (signal) addAbortSignal(signal, stream);
    try {
      for await (const group of lines(stream, MAX_TEXT, read)) yield* batched(group.map((line) => sourceOf(name, line)));
    } catch (error) {
      signal?.throwIfAborted();
      yield [{ input: name, kind: 'failed', line: null, error: reason(error) }];
    }
  }
}

const sourceOf = (input: string, { number, bytes }: Line): Source =>
  bytes
    ? { input, kind: 'line', line: number, bytes }
    : { input, kind: 'failed', line: number, error: `too long (over ${MAX_TEXT / 2 ** 20} MB): split it into its reports` };

function* batched(sources: readonly Source[]): Generator<Batch> {
  let batch: Source[] = [];
  let bytes = 0;
  for (const source of sources) {
    if (batch.length > 0 && (batch.length >= BATCH_COUNT || bytes + sizeOf(source) > BATCH_BYTES)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(source);
    bytes += sizeOf(source);
  }
  if (batch.length > 0) yield batch;
}
