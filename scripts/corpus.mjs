// npm run corpus: the corpus by phenomenon, and what does not agree.
//   npm run corpus               the table
//   npm run corpus -- --errors   and every difference
import path from 'node:path';
import { createExtractor } from '../dist/index.js';
import { compare, readCorpus } from './lib/corpus.mjs';

const errors = process.argv.includes('--errors');
const folder = process.argv.slice(2).find((a) => !a.startsWith('--')) ?? path.resolve(import.meta.dirname, '..', 'fixtures', 'corpus');
const extractor = createExtractor();
const rows = new Map();
for (const item of readCorpus(folder)) {
  const row = rows.get(item.phenomenon) ?? { sentences: 0, figures: 0, agree: 0, gaps: 0, differ: 0 };
  rows.set(item.phenomenon, row);
  row.sentences++;
  row.figures += item.expected.filter((e) => !e.optional).length;
  const problems = compare(item, extractor.inspect(item.text, { file: 'corpus.txt' }));
  if (problems.length === 0) row.agree++;
  else if (item.gap !== null) row.gaps++;
  else row.differ++;
  if (errors && problems.length && item.gap === null)
    console.log(`${item.phenomenon}.txt:${item.line} ${item.text.replaceAll('\n', '⏎')}\n    ${problems.join('\n    ')}`);
}
const total = { sentences: 0, figures: 0, agree: 0, gaps: 0, differ: 0 };
for (const row of rows.values()) for (const key of Object.keys(total)) total[key] += row[key];
console.log(['phenomenon', ...Object.keys(total)].join('\t'));
for (const [name, row] of [...rows, ['TOTAL', total]]) console.log([name, ...Object.values(row)].join('\t'));
process.exitCode = total.differ ? 1 : 0;
