// Everything a run says beside its data, on standard error: errors, warnings, the summary, and progress on a terminal.
import type { Message } from '../model/message.js';
import { STDIN } from '../read/inputs.js';
import { printable } from '../text/printable.js';
import type { Io } from './io.js';

/** Progress shows only in runs that take longer than this, in milliseconds. */
const PATIENCE = 500;
const REFRESH = 100;
const ERASE_LINE = '\r\u001b[K';

export class Reporter {
  readonly #io: Io;
  readonly #quiet: boolean;
  readonly #started = performance.now();
  #shown = 0;
  #progress = false;
  /** Errors reported so far. */
  errors = 0;

  constructor(io: Io, quiet: boolean) {
    this.#io = io;
    this.#quiet = quiet;
  }

  message(message: Message): void {
    if (message.severity === 'error') this.errors++;
    const name = message.file === STDIN ? 'standard input' : printable(message.file);
    if (message.severity === 'error') this.#line(`healthx: ${name}: ${message.text}`);
    else if (!this.#quiet) this.#line(`healthx: ${name}: warning: ${message.text}`);
  }

  error(file: string, text: string): void {
    this.message({ file, severity: 'error', text });
  }

  warn(text: string): void {
    if (!this.#quiet) this.#line(`healthx: warning: ${text}`);
  }

  /** How an input was read, where --verbose asks. */
  told(file: string, text: string): void {
    this.#line(`healthx: ${file === STDIN ? 'standard input' : printable(file)}: ${text}`);
  }

  /** The summary. */
  note(text: string): void {
    if (!this.#quiet) this.#line(text);
  }

  progress(done: number, total: number): void {
    this.status(() => `${done}/${total} files`);
  }

  /** Rewrites the progress line, where there is someone to see it. */
  status(line: () => string): void {
    if (this.#quiet || !this.#io.stderr.isTTY) return;
    const now = performance.now();
    if (now - this.#started < PATIENCE || now - this.#shown < REFRESH) return;
    this.#shown = now;
    this.#progress = true;
    this.#io.stderr.write(`${ERASE_LINE}${line()}`);
  }

  /** Removes the progress line, before anything else is written to the terminal. */
  clear(): void {
    if (!this.#progress) return;
    this.#progress = false;
    this.#io.stderr.write(ERASE_LINE);
  }

  #line(text: string): void {
    this.clear();
    this.#io.stderr.write(`${text}\n`);
  }
}

/** `1 file`, `12 files` */
export const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;
