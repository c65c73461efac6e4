// -o FOLDER/: an output for each input, whole or absent, below the path of the input. A run that was interrupted goes on where it stopped.
import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Format } from '../../emit/index.js';
import { UserError } from '../../model/message.js';
import { type Input, STDIN } from '../../read/inputs.js';
import { openFile, removeLeftovers } from '../output.js';
import { type OpenWriter, piecesOf, type Target } from './target.js';

const ENDINGS: Readonly<Partial<Record<Format, string>>> = { table: 'txt' };
const STDIN_NAME = 'stdin';
/** Files that are asked for at a time. */
const AT_A_TIME = 256;

/** The output of each input, by the input's name. Throws UserError where two would have the same, or an output is an input. */
export function outputNames(inputs: readonly Input[], folder: string, format: Format, cwd: string): Map<string, string> {
  const ending = ENDINGS[format] ?? format;
  const names = new Map<string, string>();
  const owners = new Map<string, string>();
  const paths = new Set(inputs.flatMap((input) => input.path ?? []));
  for (const input of inputs) {
    const name = path.join(folder, `${mirrored(input, cwd)}.${ending}`);
    const owner = owners.get(name);
    if (owner !== undefined) throw new UserError(`${owner} and ${input.name} would both be written to ${name}: extract them apart`);
    if (paths.has(path.resolve(cwd, name))) throw new UserError(`cannot write ${name}: it is also an input`);
    owners.set(name, input.name);
    names.set(input.name, name);
  }
  return names;
}

/** reports/a.txt for what lies below the working folder; data/reports/a.txt for /data/reports/a.txt elsewhere. */
function mirrored({ name, path: full }: Input, cwd: string): string {
  if (full === null) return name === STDIN ? STDIN_NAME : name;
  const below = path.relative(cwd, full);
  if (below !== '..' && !below.startsWith(`..${path.sep}`) && !path.isAbsolute(below)) return below;
  const { root } = path.parse(full);
  // C:\reports → C\reports
  return path.join(root.replace(/[:/\\]+/gu, ''), full.slice(root.length));
}

/** Inputs whose output is there already, which is whole since it is there. */
export async function existingOutputs(names: ReadonlyMap<string, string>, cwd: string): Promise<Set<string>> {
  const existing = new Set<string>();
  const entries = [...names];
  for (let from = 0; from < entries.length; from += AT_A_TIME) {
    await Promise.all(
      entries.slice(from, from + AT_A_TIME).map(async ([input, name]) => {
        const found = await stat(path.resolve(cwd, name)).catch(() => null);
        if (found?.isFile()) existing.add(input);
      }),
    );
  }
  return existing;
}

export function folderTarget(names: ReadonlyMap<string, string>, cwd: string, openWriter: () => Promise<OpenWriter>): Target {
  const notes: string[] = [];
  const seen = new Set<string>();
  const prepare = async (folder: string): Promise<void> => {
    if (seen.has(folder)) return;
    seen.add(folder);
    await mkdir(folder, { recursive: true }).catch((error) => {
      throw new UserError(`cannot write to ${path.relative(cwd, folder) || '.'}: ${error instanceof Error ? error.message : error}`);
    });
    await removeLeftovers(folder);
  };
  return {
    async begin() {},
    async document(outcome) {
      const name = names.get(outcome.input);
      if (name === undefined) throw new Error(`no output for ${outcome.input}`);
      await prepare(path.dirname(path.resolve(cwd, name)));
      const output = await openFile(name, cwd);
      try {
        const opened = await openWriter();
        const { writer } = opened;
        for (const piece of writer.begin()) await output.write(piece);
        for await (const piece of piecesOf(opened, outcome)) await output.write(piece);
        for (const piece of writer.end()) await output.write(piece);
        await output.commit();
        for (const note of writer.notes?.() ?? []) notes.push(`${name}: ${note}`);
      } catch (error) {
        await output.discard();
        throw error;
      }
    },
    line: async () => {},
    async commit() {},
    notes: () => notes,
    async discard() {},
  };
}
