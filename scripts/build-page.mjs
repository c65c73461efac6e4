// Bundles the page of `healthx view` (src/view/page/) into dist/view/page/: its script, its style, and the licences of what is bundled.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { licences } from './lib/licences.mjs';

const root = path.resolve(import.meta.dirname, '..');
const target = path.join(root, 'dist', 'view', 'page');
mkdirSync(target, { recursive: true });

const result = await build({
  absWorkingDir: root,
  entryPoints: { page: 'src/view/page/main.tsx' },
  bundle: true,
  minify: true,
  write: false,
  metafile: true,
  outdir: target,
  format: 'iife',
  platform: 'browser',
  target: ['chrome109', 'firefox115', 'safari16.4'],
  charset: 'utf8',
  legalComments: 'none',
  // the same library as in `extract -f csv`, without the parts that need Node
  alias: { 'csv-stringify/sync': 'csv-stringify/browser/esm/sync' },
});
for (const file of result.outputFiles) {
  const name = path.basename(file.path);
  const text = file.text.trim();
  // a parser of HTML would end the script there, or change the text, and with it the hash that allows it
  const forbidden = name.endsWith('.css') ? /<\/style|\r|\0/iu : /<\/script|<!--|\r|\0/iu;
  const found = forbidden.exec(text);
  if (found)
    throw new Error(`${name} holds ${JSON.stringify(found[0])} (${JSON.stringify(text.slice(found.index - 60, found.index + 60))})`);
  writeFileSync(path.join(target, name), text);
}
writeFileSync(path.join(target, 'licences.txt'), licences(Object.keys(result.metafile.inputs), root));
