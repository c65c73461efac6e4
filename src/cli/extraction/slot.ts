// A batch on its way through the workers: what has come back of it and was not fetched yet. Documents come back in their order within the batch.
import { type Entry, weightOf } from './protocol.js';
import type { Batch } from './source.js';

export class Slot {
  readonly batch: Batch;
  /** Bytes to be read; what is largest goes first. */
  readonly size: number;
  state: 'waiting' | 'running' | 'finished' = 'waiting';
  /** Documents whose last entry has come. */
  ended = 0;
  /** The next document has a header, so it cannot be started again. */
  begun = false;
  /** Let the worker go on, which waits with more or will soon. */
  #resume: (() => void)[] = [];
  #entries: Entry[] = [];
  #weight = 0;
  #wake: (() => void) | null = null;

  constructor(batch: Batch, size: number) {
    this.batch = batch;
    this.size = size;
  }

  /** Of what waits to be fetched, in bytes. */
  get weight(): number {
    return this.#weight;
  }

  add(entries: readonly Entry[]): void {
    for (const entry of entries) {
      if (entry.kind === 'header') this.begun = true;
      if (entry.kind === 'end') {
        this.ended++;
        this.begun = false;
      }
      this.#entries.push(entry);
      this.#weight += weightOf(entry);
    }
    this.#call();
  }

  /** Nothing more will come. */
  finish(): void {
    this.state = 'finished';
    this.#call();
  }

  /** The worker waits, or will soon, until this is called. */
  hold(resume: () => void): void {
    this.#resume.push(resume);
  }

  release(): void {
    for (const resume of this.#resume.splice(0)) resume();
  }

  /** What has come since; empty when nothing more will. */
  async fetch(): Promise<readonly Entry[]> {
    while (this.#entries.length === 0 && this.state !== 'finished') {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    const entries = this.#entries;
    this.#entries = [];
    this.#weight = 0;
    return entries;
  }

  #call(): void {
    this.#wake?.();
    this.#wake = null;
  }
}
