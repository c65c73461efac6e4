// Several documents at a time, in worker threads, and their outcomes in the order of the inputs. What waits is bounded twice: so many batches ahead of
// the one that is written, and so many bytes of results. Within these bounds the largest goes first, so that it is not the last to be ready.
import { once } from 'node:events';
import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import type { Piece } from '../../emit/writer.js';
import { InputError, UserError } from '../../model/message.js';
import type { HealthRecord } from '../../model/record.js';
import { errorCode } from '../../read/inputs.js';
import { nameOf } from './extractor.js';
import type { Outcome, OutcomeHeader } from './outcome.js';
import type { Entry, Result, Task, WorkerSetup } from './protocol.js';
import { Slot } from './slot.js';
import { type Batch, type Source, sizeOf, sizeOfBatch } from './source.js';

/** Batches that are on their way, for each worker. */
const AHEAD = 16;
/** Bytes of lines that wait for a worker, beside one batch for each. */
const WAITING = 64 * 2 ** 20;
/** Bytes of results that wait for their turn; the batch whose turn it is may always go on. */
const HELD = 64 * 2 ** 20;

const DIED = 'the worker that read it ran out of memory or broke down';
const ADVICE = 'extract it alone, with --jobs 1 (more memory: NODE_OPTIONS=--max-old-space-size=8192)';
/** Of a document of which some records were written already. */
const INCOMPLETE = `its records are not complete: ${DIED}; ${ADVICE}`;

export async function* extractInWorkers(
  batches: AsyncIterable<Batch>,
  setup: WorkerSetup,
  jobs: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<Outcome> {
  const workers = new Workers(setup, jobs);
  const aborted = (): void => workers.fail(signal?.reason);
  signal?.addEventListener('abort', aborted, { once: true });
  try {
    workers.feed(batches);
    for (let slot = await workers.head(); slot; slot = await workers.head()) {
      yield* outcomes(workers.entriesOf(slot), setup.rendering !== null);
      workers.drop(slot);
    }
  } finally {
    signal?.removeEventListener('abort', aborted);
    await workers.close();
  }
}

/** The documents of a batch. What the caller leaves of one is passed over before the next one. */
async function* outcomes(entries: AsyncGenerator<Entry>, rendered: boolean): AsyncGenerator<Outcome> {
  for (let next = await entries.next(); !next.done; next = await entries.next()) {
    if (next.value.kind !== 'header') throw new Error(`workers: a header was to come, not ${next.value.kind}`);
    const { header } = next.value;
    const body = new Body(entries);
    if (rendered) {
      yield { ...header, body: { kind: 'pieces', pieces: body.pieces() } };
      await body.passOver();
    } else {
      const records: HealthRecord[] = [];
      for await (const part of body.records()) for (const record of part) records.push(record);
      yield body.broken
        ? { ...header, records: 0, doubtful: 0, error: INCOMPLETE, body: { kind: 'records', records: [] } }
        : { ...header, body: { kind: 'records', records } };
    }
  }
}

/** The entries of a document behind its header. */
class Body {
  readonly #entries: AsyncGenerator<Entry>;
  #ended = false;
  broken = false;

  constructor(entries: AsyncGenerator<Entry>) {
    this.#entries = entries;
  }

  async *pieces(): AsyncGenerator<Piece> {
    for (let entry = await this.#next(); entry; entry = await this.#next()) if (entry.kind === 'piece') yield entry.piece;
    if (this.broken) throw new InputError(INCOMPLETE);
  }

  async *records(): AsyncGenerator<readonly HealthRecord[]> {
    for (let entry = await this.#next(); entry; entry = await this.#next()) if (entry.kind === 'records') yield entry.records;
  }

  async passOver(): Promise<void> {
    while (await this.#next());
  }

  async #next(): Promise<Entry | null> {
    if (this.#ended) return null;
    const { done, value } = await this.#entries.next();
    if (done) throw new Error('workers: a document has no end');
    if (value.kind !== 'end') return value;
    this.#ended = true;
    this.broken = value.broken;
    return null;
  }
}

class Workers {
  readonly #pool: Piscina<Task, Result>;
  readonly #jobs: number;
  /** In the order of the inputs; the first is the one whose turn it is. */
  readonly #slots: Slot[] = [];
  #running = 0;
  #fed = false;
  #closed = false;
  #failure: { readonly reason: unknown } | null = null;
  /** Those who wait for something to change. */
  #waiting: (() => void)[] = [];

  constructor(setup: WorkerSetup, jobs: number) {
    this.#jobs = jobs;
    this.#pool = new Piscina<Task, Result>({
      filename: new URL('./worker.js', import.meta.url).href,
      workerData: setup,
      minThreads: jobs,
      maxThreads: jobs,
      // a thread that ends does not give the memory of its word list back
      idleTimeout: Number.POSITIVE_INFINITY,
    });
    // a worker that dies between two tasks is replaced; that it cannot start, the next task says
    this.#pool.on('error', () => {});
  }

  /** Goes on by itself, as there is room. */
  feed(batches: AsyncIterable<Batch>): void {
    const pull = async (): Promise<void> => {
      for await (const batch of batches) {
        if (this.#closed) return;
        this.#slots.push(new Slot(batch, sizeOfBatch(batch)));
        this.#start();
        this.#changed();
        while (!this.#closed && !this.#hasRoom()) await this.#change();
      }
    };
    pull().then(
      () => {
        this.#fed = true;
        this.#changed();
      },
      (error) => this.fail(error),
    );
  }

  /** The batch whose turn it is; null after the last one. */
  async head(): Promise<Slot | null> {
    while (this.#slots.length === 0 && !this.#fed && !this.#failure) await this.#change();
    this.#throwFailure();
    return this.#slots[0] ?? null;
  }

  async *entriesOf(slot: Slot): AsyncGenerator<Entry> {
    for (let entries = await slot.fetch(); entries.length > 0; entries = await slot.fetch()) {
      this.#throwFailure();
      this.#release();
      yield* entries;
    }
    this.#throwFailure();
  }

  drop(slot: Slot): void {
    if (this.#slots.shift() !== slot) throw new Error('workers: batches left in another order than they came');
    this.#release();
    this.#start();
    this.#changed();
  }

  fail(reason: unknown): void {
    this.#failure ??= { reason };
    for (const slot of this.#slots) slot.finish();
    this.#changed();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#changed();
    await this.#pool.destroy();
  }

  #hasRoom(): boolean {
    const waiting = this.#slots.reduce((sum, { state, batch }) => (state === 'waiting' ? sum + held(batch) : sum), 0);
    const { length } = this.#slots;
    return length <= this.#jobs || (length < AHEAD * this.#jobs && waiting < WAITING);
  }

  /** Gives idle workers something to do. */
  #start(): void {
    while (this.#running < this.#jobs && !this.#closed && !this.#failure) {
      const slot = this.#choose();
      if (!slot) return;
      slot.state = 'running';
      this.#running++;
      this.#work(slot)
        .catch((error) => this.fail(error))
        .finally(() => {
          this.#running--;
          slot.finish();
          this.#start();
        });
    }
  }

  /** The first that is not done yet always gets the next worker: all others may have to wait for it. */
  #choose(): Slot | undefined {
    const first = this.#slots.find((slot) => slot.state !== 'finished');
    if (first?.state === 'waiting') return first;
    if (this.#results() >= HELD) return undefined;
    const waiting = this.#slots.filter((slot) => slot.state === 'waiting');
    return waiting.reduce<Slot | undefined>((largest, slot) => (largest && largest.size >= slot.size ? largest : slot), undefined);
  }

  #results(): number {
    return this.#slots.reduce((sum, slot) => sum + slot.weight, 0);
  }

  /** Until all its documents have ended: those that a dying worker leaves are tried once more, each alone, to find the one it died of. */
  async #work(slot: Slot): Promise<void> {
    let alone = false;
    while (slot.ended < slot.batch.length) {
      const rest = slot.batch.slice(slot.ended);
      const tried = alone ? rest.slice(0, 1) : rest;
      try {
        await this.#task(slot, tried);
      } catch (error) {
        if (this.#closed || this.#failure) return;
        if (error instanceof UserError) throw error;
        if (tried.length > 1 && !slot.begun) alone = true;
        else if (slot.begun) slot.add([{ kind: 'end', broken: true }]);
        else slot.add([headerOfLost(tried[0] as Source, error), { kind: 'end', broken: false }]);
      }
    }
  }

  async #task(slot: Slot, batch: Batch): Promise<void> {
    const { port1, port2 } = new MessageChannel();
    let received = 0;
    port1.on('message', (entries: readonly Entry[]) => {
      received++;
      slot.add(entries);
      slot.hold(() => port1.postMessage(null));
      this.#release();
    });
    try {
      const result = await this.#pool.run({ batch, port: port2 }, { transferList: [port2] });
      if ('refused' in result) throw new UserError(result.refused);
      // what the worker returns may overtake what it has sent
      while (received < result.sent) await once(port1, 'message');
      slot.add(result.entries);
    } finally {
      port1.close();
    }
  }

  /** Lets those go on that wait with more, as far as there is room for it. */
  #release(): void {
    const room = this.#results() < HELD;
    for (const [i, slot] of this.#slots.entries()) if (room || (i === 0 && slot.weight === 0)) slot.release();
    if (room) this.#start();
  }

  #changed(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }

  #change(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
    });
  }

  #throwFailure(): void {
    if (this.#failure) throw this.#failure.reason;
  }
}

/** Bytes that a batch keeps in memory while it waits: files are read by the workers. */
const held = (batch: Batch): number => batch.reduce((sum, source) => sum + (source.kind === 'file' ? 0 : sizeOf(source)), 0);

function headerOfLost(source: Source, error: unknown): Entry {
  const why = errorCode(error) === 'ERR_WORKER_OUT_OF_MEMORY' ? 'out of memory' : error instanceof Error ? error.message : String(error);
  const header: OutcomeHeader = { ...nameOf(source), how: null, error: `${DIED} (${why}): ${ADVICE}`, records: 0, doubtful: 0 };
  return { kind: 'header', header };
}
