// Pack files: read, parsed and validated; what is wrong with one is told with its file, key and remedy.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { UserError } from '../model/message.js';
import { decodeUtf8 } from '../read/encoding.js';
import { type Pack, packSchema } from './schema.js';

/** Reads a pack. Throws UserError, with a line for each fault. */
export function readPack(file: string, cwd: string): Pack {
  return parsePack(readJson(file, cwd), file);
}

/** Reads a JSON file. Throws UserError where it is missing, no UTF-8 text or no JSON. */
export function readJson(file: string, cwd: string): unknown {
  let text: string;
  try {
    text = decodeUtf8(readFileSync(path.resolve(cwd, file)));
  } catch (error) {
    if (error instanceof UserError) throw new UserError(`${file}: ${error.message}`);
    const code = (error as NodeJS.ErrnoException).code;
    throw new UserError(`${file}: ${code === 'ENOENT' ? 'there is no such file' : `cannot be read (${code})`}`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UserError(`${file}: no valid JSON (${(error as Error).message})`);
  }
}

export function parsePack(value: unknown, file: string): Pack {
  const result = packSchema.safeParse(value);
  if (!result.success) throw new UserError(issueLines(result.error, file).join('\n'));
  return result.data;
}

const MAX_ISSUES = 20;

/** One line for each fault: file, key, what is wrong. */
export function issueLines(error: z.ZodError, file: string): string[] {
  const lines = error.issues.map((issue) => `${file}: ${keyPath(issue.path)}: ${advice(issue)}`);
  return lines.length > MAX_ISSUES ? [...lines.slice(0, MAX_ISSUES), `${file}: ${lines.length - MAX_ISSUES} more`] : lines;
}

/** indicators[2].units, as one would write it. */
const keyPath = (keys: readonly PropertyKey[]): string =>
  keys.map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i === 0 ? '' : '.'}${String(key)}`)).join('') || '(whole file)';

function advice(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `unknown ${issue.keys.map((k) => `"${k}"`).join(', ')}: take it out or mend its spelling`;
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.map((v) => JSON.stringify(v)).join(', ')}`;
  if (issue.code === 'invalid_type')
    return issue.message.endsWith('received undefined') ? `missing: add it (${issue.expected})` : `must be of type ${issue.expected}`;
  if (issue.code === 'too_small' && issue.origin !== 'number' && issue.origin !== 'int') return 'must not be empty';
  return issue.message;
}
