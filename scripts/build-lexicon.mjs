// Compiles the topics of the lexicon (src/rules/indicators/*.json) into the list that the resolver reads at start: indicators, and
// keys of their aliases by first characters. The topics themselves are copied beside it for `healthx lexicon`. Runs on the compiled code.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parsePack } from '../dist/packs/load.js';
import { compileLexicon } from '../dist/resolve/compiled-lexicon.js';
import { COMPILED } from '../dist/rules/compiled.js';
import { indicatorOf } from '../dist/ruleset.js';

const root = path.resolve(import.meta.dirname, '..');
const from = path.join(root, 'src', 'rules', 'indicators');
const to = path.join(root, 'dist', 'rules', 'indicators');
mkdirSync(to, { recursive: true });
const indicators = readdirSync(from)
  .filter((f) => f.endsWith('.json'))
  .sort()
  .flatMap((file) => {
    copyFileSync(path.join(from, file), path.join(to, file));
    const pack = parsePack(JSON.parse(readFileSync(path.join(from, file), 'utf8')), `src/rules/indicators/${file}`);
    return (pack.indicators ?? []).map(indicatorOf);
  });
writeFileSync(path.join(root, 'dist', 'rules', 'indicators.txt'), compileLexicon(indicators), COMPILED);
