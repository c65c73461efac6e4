// Loads the bundled program with what V8 made of it when it was bundled, so that a start need not compile it again: a third of the time for one report.
// Node 22 keeps compiled code itself (module.enableCompileCache), but not in a package, and Node 20 does not.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';

type Exports = Record<string, unknown>;
type Require = (id: string) => unknown;

const bundle = path.resolve(import.meta.dirname, '..', 'bundle');
/** Compiled code serves one version of V8 on one kind of processor only. */
const code = path.join(bundle, 'code', `${process.versions.v8}-${process.arch}`);
const fromNode = createRequire(path.join(bundle, 'bin.cjs'));

/** What has been loaded, by the file's name in the bundle. */
const loaded = new Map<string, { readonly script: vm.Script; readonly module: { exports: Exports } }>();

/** The files for which there was compiled code that V8 did not accept; they are compiled again. */
export const rejected: string[] = [];

/** The exports of a file of the bundle. */
export function load(name: string): Exports {
  const known = loaded.get(name);
  if (known) return known.module.exports;
  const file = path.join(bundle, name);
  const source = readFileSync(file);
  const cachedData = codeOf(name, source);
  const script = new vm.Script(`(function (exports, require, module, __filename, __dirname, importModule) { ${source.toString()}\n})`, {
    filename: file,
    ...(cachedData && { cachedData }),
  });
  if (script.cachedDataRejected) rejected.push(name);
  const module = { exports: {} };
  loaded.set(name, { script, module });
  script.runInThisContext()(module.exports, requireFrom, module, file, bundle, importModule);
  return module.exports;
}

/** Writes down what V8 has compiled of the files loaded so far. The build calls it, after some work has been done. */
export function keepCompiled(): void {
  mkdirSync(code, { recursive: true });
  for (const [name, { script }] of loaded) {
    const compiled = script.createCachedData();
    writeFileSync(path.join(code, `${name}.bin`), Buffer.concat([compiled, digestOf(readFileSync(path.join(bundle, name)), compiled)]));
  }
}

/** The compiled code of a file, where there is one that was made of this very source and is whole: V8 looks at neither. */
function codeOf(name: string, source: Buffer): Buffer | undefined {
  const kept = readIfThere(path.join(code, `${name}.bin`));
  const compiled = kept?.subarray(0, -DIGEST_BYTES);
  return compiled && digestOf(source, compiled).equals(kept?.subarray(-DIGEST_BYTES) as Buffer) ? compiled : undefined;
}

const DIGEST_BYTES = 32;
const digestOf = (source: Buffer, compiled: Buffer): Buffer => createHash('sha256').update(source).update(compiled).digest();

const requireFrom: Require = (id) => (id.startsWith('./') ? load(id.slice(2)) : fromNode(id));

/** A module of a library, which a script could not import by itself. */
const importModule = (id: string): Promise<unknown> => import(id);

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
