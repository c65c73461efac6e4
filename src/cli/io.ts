// What a run gets from the outside, so that tests can run it in their own process.
import type { Readable, Writable } from 'node:stream';

export interface OutputStream extends Writable {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

export interface Io {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Aborted by SIGINT or SIGTERM, with the signal's name as the reason. */
  readonly signal?: AbortSignal;
}

export const EXIT = {
  done: 0,
  /** Done, but some input failed, or a check found differences. */
  failed: 1,
  /** Could not run: usage, nothing matched, output not writable. */
  unusable: 2,
  interrupted: 130,
  terminated: 143,
} as const;
