// A worker thread: batches of sources in, records or rendered pieces out, a little at a time.
import { once } from 'node:events';
import { workerData } from 'node:worker_threads';
import { Chalk } from 'chalk';
import { createWriter } from '../../emit/index.js';
import { batches, type Piece, type Writer } from '../../emit/writer.js';
import { UserError } from '../../model/message.js';
import { createSourceExtractor, type Extracted } from './extractor.js';
import { headerOf } from './outcome.js';
import { type Entry, type Rendering, type Result, type Task, type WorkerSetup, weightOf } from './protocol.js';

const { extraction, rendering } = workerData as WorkerSetup;
const extract = createSourceExtractor(extraction);
const encoder = new TextEncoder();

/** What is sent at once, in bytes. */
const ENOUGH = 256 * 1024;
/** Messages that may be sent before the first of them is answered: the program's own thread has its own work. */
const UNANSWERED = 4;

export default async function run({ batch, port }: Task): Promise<Result> {
  let ready: Entry[] = [];
  let weight = 0;
  let sent = 0;
  let answered = 0;
  port.on('message', () => answered++);
  try {
    for (const source of batch) {
      const extracted = await extract(source);
      for await (const entry of entries(extracted)) {
        ready.push(entry);
        weight += weightOf(entry);
        if (weight < ENOUGH) continue;
        port.postMessage(ready);
        ready = [];
        weight = 0;
        sent++;
        while (sent - answered >= UNANSWERED) await once(port, 'message');
      }
    }
    return { entries: ready, sent };
  } catch (error) {
    if (error instanceof UserError) return { refused: error.message };
    throw error;
  }
}

async function* entries(extracted: Extracted): AsyncGenerator<Entry> {
  yield { kind: 'header', header: headerOf(extracted) };
  const { id, records } = extracted;
  if (records && rendering) {
    const writer = await writerOf(rendering);
    for (const piece of writer.document(id ?? '', records)) yield { kind: 'piece', piece: bytesOf(piece) };
  } else if (records) for (const part of batches(records)) yield { kind: 'records', records: part };
  yield { kind: 'end', broken: false };
}

const bytesOf = (piece: Piece): Uint8Array => (typeof piece === 'string' ? encoder.encode(piece) : piece);

/** A new one for each document: what comes between two documents is known only where they come together. */
const writerOf = ({ format, layout, width, colour }: Rendering): Promise<Writer> =>
  createWriter(format, { width, chalk: new Chalk({ level: colour }) }, layout);
