// The arguments of a command → the inputs they name, in the order given, each once.
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { addAbortSignal, type Readable } from 'node:stream';
import { InputError, type Message, UserError } from '../model/message.js';

export interface Input {
  /** As given, or as the glob found it; `-` is standard input. */
  readonly name: string;
  /** Absolute path; null for standard input. */
  readonly path: string | null;
}

export const STDIN = '-';

/**
 * Files, globs and `-`. What cannot be read becomes a message, and the rest goes on.
 * No argument means standard input, unless that is a terminal: then UserError.
 */
export async function expandInputs(
  args: readonly string[],
  context: { readonly cwd: string; readonly stdinIsTerminal: boolean; readonly example?: string },
): Promise<{ inputs: Input[]; messages: Message[] }> {
  if (args.length === 0) {
    if (context.stdinIsTerminal) {
      throw new UserError(
        `no input: name files (${context.example ?? 'healthx extract reports/*.txt'}) or pipe ${context.example ? 'one' : 'a text'} in`,
      );
    }
    return { inputs: [{ name: STDIN, path: null }], messages: [] };
  }
  const inputs = new Map<string, Input>();
  const messages: Message[] = [];
  const add = (name: string): void => {
    const full = name === STDIN ? null : path.resolve(context.cwd, name);
    const key = full ?? STDIN;
    if (!inputs.has(key)) inputs.set(key, { name, path: full });
  };
  for (const arg of args) {
    try {
      for (const name of await expandOne(arg, context.cwd)) add(name);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      messages.push({ file: arg, severity: 'error', text: error.message });
    }
  }
  return { inputs: [...inputs.values()], messages };
}

async function expandOne(arg: string, cwd: string): Promise<string[]> {
  if (arg === STDIN) return [arg];
  if (arg === '') throw new InputError('an empty name');
  try {
    // a file that bears the very name comes before a glob: 报告[1].txt
    const found = await stat(path.resolve(cwd, arg));
    if (found.isDirectory()) throw new InputError(`a folder: name its files, e.g. "${arg.replace(/[/\\]+$/u, '')}/*.txt"`);
    return [arg];
  } catch (error) {
    if (error instanceof InputError) throw error;
    const { default: glob } = await import('fast-glob');
    const pattern = process.platform === 'win32' ? arg.replaceAll('\\', '/') : arg;
    if (!isMissing(error) || !glob.isDynamicPattern(pattern)) throw new InputError(reason(error));
    const names = await glob(pattern, { cwd, onlyFiles: true, suppressErrors: true });
    if (names.length === 0) throw new InputError('no file matches');
    // by code unit, so that the order is the same on every machine
    return names.sort();
  }
}

/** The bytes of an input. Throws InputError with the reason; `signal` ends the wait for standard input. */
export async function readInput(input: Input, stdin: Readable, signal?: AbortSignal): Promise<Uint8Array> {
  try {
    if (input.path !== null) return await readFile(input.path);
    if (signal) addAbortSignal(signal, stdin);
    const chunks: Buffer[] = [];
    for await (const chunk of stdin) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
    return Buffer.concat(chunks);
  } catch (error) {
    signal?.throwIfAborted();
    throw new InputError(reason(error));
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  ENOTDIR: 'no such file: a part of the path is not a folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'a folder, not a file',
  ELOOP: 'a symbolic link that leads to itself',
  ENAMETOOLONG: 'no such file: the name is too long',
  ERR_FS_FILE_TOO_LARGE: 'too large to be one text (over 2 GiB): split it',
};

const isMissing = (error: unknown): boolean => /^(?:ENOENT|ENOTDIR|ENAMETOOLONG|EINVAL)$/u.test(errorCode(error));

export const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** What a system error means to the user, without the path, which the message names anyway. */
export function reason(error: unknown): string {
  const known = REASONS[errorCode(error)];
  if (known) return known;
  // ENOSPC: no space left on device, write
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/^[A-Z]+: /u, '').replace(/, \w+(?: '.*')?$/u, '');
}
