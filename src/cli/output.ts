// Where data goes: standard output, or a file that appears whole or not at all.
import { createHash, randomBytes } from 'node:crypto';
import { type FileHandle, open, readdir, realpath, rename, stat, unlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import type { Writable } from 'node:stream';
import type { Piece } from '../emit/writer.js';
import { UserError } from '../model/message.js';
import { errorCode, reason } from '../read/inputs.js';

export interface Output {
  /** Resolves when more may be written. */
  write(piece: Piece): Promise<void>;
  /** Everything was written; a file gets its name now. */
  commit(): Promise<void>;
  /** Something went wrong; a file leaves no trace. Never throws. */
  discard(): Promise<void>;
}

/** The reader of a pipe went away (`| head -1`). That is no error: the run ends silently. */
export class ClosedPipe extends Error {}

/** Standard output. Waits while the reader is slow, so that large outputs do not pile up in memory. */
export class StreamOutput implements Output {
  readonly #stream: Writable;
  #failure: Error | undefined;

  constructor(stream: Writable) {
    this.#stream = stream;
    stream.on('error', (error) => {
      this.#failure ??= asFailure(error);
    });
  }

  async write(piece: Piece): Promise<void> {
    if (this.#failure) throw this.#failure;
    if (this.#stream.write(piece)) return;
    const stream = this.#stream;
    await new Promise<void>((resolve) => {
      const go = (): void => {
        for (const event of ['drain', 'error', 'close']) stream.off(event, go);
        resolve();
      };
      for (const event of ['drain', 'error', 'close']) stream.on(event, go);
    });
    if (this.#failure) throw this.#failure;
  }

  /** Waits until the stream has passed everything on, so that a late error is still seen. */
  async commit(): Promise<void> {
    if (this.#failure) throw this.#failure;
    const error = await new Promise<Error | null | undefined>((resolve) => this.#stream.write('', resolve));
    if (error) throw this.#failure ?? asFailure(error);
  }

  async discard(): Promise<void> {}
}

function asFailure(error: Error): Error {
  const code = errorCode(error);
  if (code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED' || code === 'ECONNRESET') return new ClosedPipe();
  return new UserError(`cannot write to standard output: ${reason(error)}`);
}

class FileOutput implements Output {
  readonly #handle: FileHandle;
  readonly #name: string;
  /** Null for a device or pipe, which is written to directly. */
  readonly #temporary: string | null;
  readonly #target: string;

  constructor(handle: FileHandle, name: string, temporary: string | null, target: string) {
    this.#handle = handle;
    this.#name = name;
    this.#temporary = temporary;
    this.#target = target;
  }

  async write(piece: Piece): Promise<void> {
    try {
      await this.#handle.writeFile(piece);
    } catch (error) {
      if (errorCode(error) === 'EPIPE') throw new ClosedPipe();
      throw unwritable(this.#name, error);
    }
  }

  async commit(): Promise<void> {
    try {
      if (this.#temporary === null) return await this.#handle.close();
      // the content before the name: a power cut leaves the old file, not half a new one
      await this.#handle.sync();
      await this.#handle.close();
      await rename(this.#temporary, this.#target);
    } catch (error) {
      throw unwritable(this.#name, error);
    }
  }

  async discard(): Promise<void> {
    await this.#handle.close().catch(() => {});
    if (this.#temporary !== null) await unlink(this.#temporary).catch(() => {});
  }
}

/**
 * Opens FILE for writing whole: a temporary file beside it takes its place on commit. Symbolic links are followed and the mode of
 * an existing file is kept. Throws UserError where that is not possible, or where FILE is one of the inputs.
 */
export async function openFile(name: string, cwd: string, inputs: readonly string[] = []): Promise<Output> {
  if (name === '') throw new UserError('cannot write: the name of the output file is empty');
  const given = path.resolve(cwd, name);
  try {
    const existing = await stat(given).catch((error) => {
      if (errorCode(error) === 'ENOENT') return null;
      throw error;
    });
    if (existing?.isDirectory()) throw new UserError(`cannot write ${name}: it is a folder`);
    if (existing && !existing.isFile()) return new FileOutput(await open(given, 'w'), name, null, given);
    const target = existing ? await realpath(given) : given;
    for (const input of inputs) {
      if ((await realpath(input).catch(() => input)) === target) throw new UserError(`cannot write ${name}: it is also an input`);
    }
    const temporary = path.join(path.dirname(target), temporaryName());
    const handle = await open(temporary, 'wx');
    // some file systems have no modes: then the default does
    if (existing) await handle.chmod(existing.mode & 0o777).catch(() => {});
    return new FileOutput(handle, name, temporary, target);
  } catch (error) {
    throw error instanceof UserError ? error : unwritable(name, error);
  }
}

/** `out/`, or a folder that is there. */
export async function isFolder(output: string, cwd: string): Promise<boolean> {
  if (output === '') return false;
  if (output.endsWith('/') || output.endsWith(path.sep)) return true;
  return stat(path.resolve(cwd, output)).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** Machines that share a folder have the same process numbers. */
const host = (): string => createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
const temporaryName = (): string => `.healthx-${host()}-${process.pid}-${randomBytes(4).toString('hex')}.tmp`;
// .healthx-1f2e3d4c-4711-a1b2c3d4.tmp
const TEMPORARY = /^\.healthx-([0-9a-f]{8})-(\d+)-[0-9a-f]{8}\.tmp$/u;
/** What nobody has written to for so long, on whatever machine, is left over, in ms. */
const ABANDONED = 24 * 60 * 60 * 1000;

/** Removes what processes left in a folder that were ended by force. */
export async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const [, machine, pid] = TEMPORARY.exec(name) ?? [];
    if (machine === undefined) continue;
    const file = path.join(folder, name);
    const written = await stat(file).then(
      ({ mtimeMs }) => mtimeMs,
      // another run was faster
      () => null,
    );
    if (written === null) continue;
    const own = machine === host() && (Number(pid) === process.pid ? written < performance.timeOrigin : !isRunning(Number(pid)));
    if (own || Date.now() - written > ABANDONED) await unlink(file).catch(() => {});
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is another user's
    return errorCode(error) === 'EPERM';
  }
}

function unwritable(name: string, error: unknown): UserError {
  const missing = /^(?:ENOENT|ENOTDIR)$/u.test(errorCode(error));
  return new UserError(`cannot write ${name}: ${missing ? `the folder ${path.dirname(name)} does not exist` : reason(error)}`);
}

/** Writes a small file whole. */
export async function writeWhole(name: string, cwd: string, text: string, inputs: readonly string[] = []): Promise<void> {
  const output = await openFile(name, cwd, inputs);
  try {
    await output.write(text);
    await output.commit();
  } catch (error) {
    await output.discard();
    throw error;
  }
}
