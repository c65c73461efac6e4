// Puts the compiled program into a few files: a hundred small modules take longer to find and load than one large one. What every extraction
// needs is one of them; the rest of the program is still loaded by the commands that need it, and so are the libraries.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { rolldown } from 'rolldown';

const dist = path.resolve(import.meta.dirname, '..', 'dist');
const START = ['cli/main.js'];
const EXTRACTION = [
  'cli/config.js',
  'cli/commands/extract.js',
  'cli/extraction/in-process.js',
  'cli/extraction/protocol.js',
  'emit/csv.js',
];

/** They run when they are loaded, and stay files of their own: bin.js waits for the command, which must not have to wait for it. */
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
const bundle = await rolldown({
  input: ENTRIES,
  platform: 'node',
  external: (id) => !id.startsWith('.') && !path.isAbsolute(id),
});
await bundle.write({
  // beside the other folders of dist/, so that `../rules/…` and `../dict/…` are where the modules expect them
  dir: path.join(dist, 'bundle'),
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: '[name].js',
  codeSplitting: {
    groups: [
      { name: 'start', test: (id) => start.has(id), priority: 2 },
      { name: 'extraction', test: (id) => extraction.has(id), priority: 1 },
    ],
  },
});
await bundle.close();
