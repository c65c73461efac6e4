// npm run unseen: scores the rounds of reports that were written, with their annotations, by someone who had not seen the rules.
//   npm run unseen               the table
//   npm run unseen -- --errors   and every miss, extra and wrong field
// Only a round's first score, taken before anyone looked at it, says how good the tool is: fixtures/unseen/README.md keeps those.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createExtractor } from '../dist/index.js';
import { rates, score } from './lib/score.mjs';

const folder = path.resolve(import.meta.dirname, '..', 'fixtures', 'unseen');
const extractor = createExtractor();
const rows = [];
for (const round of readdirSync(folder, { withFileTypes: true }).filter((d) => d.isDirectory())) {
  const total = {};
  for (const file of readdirSync(path.join(folder, round.name)).filter((f) => f.endsWith('.txt'))) {
    const text = readFileSync(path.join(folder, round.name, file), 'utf8');
    const gold = JSON.parse(readFileSync(path.join(folder, round.name, file.replace(/\.txt$/u, '.gold.json')), 'utf8'));
    const { counts, errors } = score(gold, extractor.extract(text, { file }));
    for (const [key, n] of Object.entries(counts)) total[key] = (total[key] ?? 0) + n;
    if (process.argv.includes('--errors')) for (const e of errors) console.log(`${round.name}/${file}: ${e}`);
  }
  rows.push([round.name, rates(total)]);
}
const columns = Object.keys(rows[0]?.[1] ?? {});
console.log(['round', ...columns].join('\t'));
for (const [name, row] of rows) console.log([name, ...columns.map((c) => (c === 'gold' ? row[c] : row[c].toFixed(3)))].join('\t'));
