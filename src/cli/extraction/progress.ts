// How far a run is: documents, their rate, and the time that remains, where the end can be seen.
import type { Input } from '../../read/inputs.js';
import type { Io } from '../io.js';
import type { Reporter } from '../reporter.js';
import { fileSizes } from './source.js';

export class Progress {
  readonly #report: Reporter;
  readonly #noun: string;
  /** Files, or bytes of NDJSON; null where standard input has no end that can be seen. */
  readonly #total: number | null;
  readonly #byBytes: boolean;
  readonly #started = performance.now();
  #done = 0;
  #bytes = 0;

  private constructor(report: Reporter, noun: string, total: number | null, byBytes: boolean) {
    this.#report = report;
    this.#noun = noun;
    this.#total = total;
    this.#byBytes = byBytes;
  }

  static async of(inputs: readonly Input[], lines: boolean, report: Reporter, io: Io): Promise<Progress> {
    if (!lines) return new Progress(report, 'files', inputs.length, false);
    if (!io.stderr.isTTY || inputs.some(({ path }) => path === null)) return new Progress(report, 'documents', null, true);
    const sizes = await fileSizes(inputs);
    return new Progress(
      report,
      'documents',
      sizes.reduce((sum, size) => sum + size, 0),
      true,
    );
  }

  /** Bytes of NDJSON that were read. */
  read(bytes: number): void {
    this.#bytes += bytes;
  }

  /** A document was written. */
  done(): void {
    this.#done++;
    this.#report.status(() => {
      const seconds = (performance.now() - this.#started) / 1000;
      const of = this.#total === null || this.#byBytes ? '' : `/${this.#total}`;
      return `${this.#done}${of} ${this.#noun}, ${rate(this.#done / seconds)}${this.#remaining(seconds)}`;
    });
  }

  #remaining(seconds: number): string {
    const share = this.#total ? (this.#byBytes ? this.#bytes : this.#done) / this.#total : 0;
    return share > 0 && share < 1 ? `, ${duration((seconds / share) * (1 - share))} left` : '';
  }
}

const rate = (perSecond: number): string => `${perSecond < 10 ? perSecond.toFixed(1) : Math.round(perSecond)}/s`;

/** `50 s`, `12 min`, `3 h 20 min` */
export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
