// Runs main() in this process with streams of its own, in a folder of its own.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { onTestFinished } from 'vitest';
import type { Io } from '../../dist/cli/io.js';
import { main } from '../../dist/cli/main.js';

export interface RunOptions {
  readonly stdin?: string | Uint8Array;
  readonly stdinIsTTY?: boolean;
  readonly stdoutIsTTY?: boolean;
  readonly stderrIsTTY?: boolean;
  readonly columns?: number;
  readonly env?: Record<string, string>;
  readonly cwd?: string;
  readonly signal?: AbortSignal;
  readonly stdout?: Writable;
  readonly stderr?: Writable;
}

export interface Result {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export class Collector extends Writable {
  text = '';
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

export async function run(argv: readonly string[], options: RunOptions = {}): Promise<Result> {
  const out = new Collector();
  const err = new Collector();
  const stdin = Readable.from(options.stdin === undefined ? [] : [Buffer.from(options.stdin as string)], { objectMode: false });
  const io: Io = {
    stdin: Object.assign(stdin, { isTTY: options.stdinIsTTY ?? false }),
    stdout: Object.assign(options.stdout ?? out, {
      isTTY: options.stdoutIsTTY ?? false,
      ...(options.columns ? { columns: options.columns } : {}),
    }),
    stderr: Object.assign(options.stderr ?? err, { isTTY: options.stderrIsTTY ?? false }),
    env: options.env ?? {},
    cwd: options.cwd ?? tmpdir(),
    ...(options.signal ? { signal: options.signal } : {}),
  };
  const code = await main(argv, io);
  return { code, out: out.text, err: err.text };
}

/** A new folder with these files, removed when the test is over. */
export function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = mkdtempSync(path.join(tmpdir(), 'healthx-test-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), content);
  }
  return root;
}

export const SENTENCE = '全区孕产妇系统管理率96.31%。\n';
export const TWO_FIGURES = '2019年,全区新增床位120张。全年诊疗35.2万人次。\n';
export const NO_FIGURES = '我们继续努力工作。\n';
