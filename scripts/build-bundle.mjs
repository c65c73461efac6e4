// Puts the compiled program into a few files: a hundred small modules take longer to find and load than one large one. What every extraction
// needs is one of them; the rest of the program is still loaded by the commands that need it, and so are the libraries that only some need.
// Then it keeps what V8 compiles of these files when reports are extracted.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { licences } from './lib/licences.mjs';

const root = path.resolve(import.meta.dirname, '..');
const dist = path.join(root, 'dist');
const target = path.join(dist, 'bundle');
const START = ['cli/main.js'];
const EXTRACTION = [
  'cli/config.js',
  'cli/commands/extract.js',
  'cli/extraction/in-process.js',
  'cli/extraction/protocol.js',
  'emit/csv.js',
];
/** Small libraries that every start needs, or that could not be required by all versions of Node. */
const BUNDLED = ['big.js', 'chalk', 'commander', 'csv-stringify/sync', 'find-up-simple', 'string-width'];

const ENTRIES = { bin: path.join(dist, 'cli', 'bin.js'), worker: path.join(dist, 'cli', 'extraction', 'worker.js') };

/** The modules that those of `entries` import, and what these import, but for what is imported only when needed. */
function importedBy(entries) {
  const found = new Set();
  const open = entries.map((entry) => path.join(dist, entry));
  for (let module = open.pop(); module !== undefined; module = open.pop()) {
    if (found.has(module)) continue;
    found.add(module);
    for (const [, from] of readFileSync(module, 'utf8').matchAll(/^(?:import|export) [^;]*?from '(\.[^']+)'|^import '(\.[^']+)'/gmu))
      if (from) open.push(path.resolve(path.dirname(module), from));
  }
  return found;
}

const start = importedBy(START);
const extraction = importedBy(EXTRACTION);
const inPackage = (name, id) => id.includes(`/node_modules/${name}/`);
/** A script that is loaded with its compiled code cannot import: its loader does that for it. */
const importsThroughLoader = {
  name: 'imports-through-loader',
  renderChunk(code) {
    const rewritten = code.replace(/\bawait import\((?=")/gu, 'await importModule(');
    const left = /\bimport\("[^."][^"]*"\)/u.exec(rewritten)?.[0];
    if (left) throw new Error(`a script cannot import by itself: write "await ${left}"`);
    return rewritten;
  },
};
const bundle = await rolldown({
  input: ENTRIES,
  plugins: [importsThroughLoader],
  platform: 'node',
  external: (id, importer) =>
    !id.startsWith('.') && !path.isAbsolute(id) && !BUNDLED.includes(id) && !importer?.includes('/node_modules/') && !id.startsWith('#'),
});
const { output } = await bundle.write({
  // beside the other folders of dist/, so that `../rules/…` and `../dict/…` are where the modules expect them
  dir: target,
  format: 'cjs',
  exports: 'named',
  dynamicImportInCjs: true,
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name].cjs',
  codeSplitting: {
    groups: [
      { name: 'start', test: (id) => start.has(id) || inPackage('commander', id), priority: 2 },
      {
        name: 'extraction',
        test: (id) => extraction.has(id) || ['big.js', 'csv-stringify', 'find-up-simple'].some((name) => inPackage(name, id)),
        priority: 1,
      },
    ],
  },
});
await bundle.close();
const modules = output.flatMap((chunk) => chunk.moduleIds ?? []);
writeFileSync(
  path.join(target, 'licences.txt'),
  licences(
    modules.map((id) => path.relative(root, id)),
    root,
  ),
);
writeFileSync(path.join(target, 'worker.js'), "import { load } from '../cli/compiled.js';\n\nexport default load('worker.cjs').default;\n");

const reports = readdirSync(path.join(root, 'fixtures', 'reports')).filter((file) => file.endsWith('.txt'));
const kept = spawnSync(
  process.execPath,
  [path.join(import.meta.dirname, 'lib', 'keep-compiled.mjs'), ...reports.map((file) => path.join(root, 'fixtures', 'reports', file))],
  { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' },
);
if (kept.status !== 0) throw new Error(`compiled code not kept: ${kept.stderr}`);
