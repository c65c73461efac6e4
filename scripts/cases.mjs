// npm run cases: how many of the reports in fixtures/cases get their place and periods right, by phenomenon; --errors prints the differences.
import path from 'node:path';
import { extractDocument } from '../dist/pipeline.js';
import { createSegmenter } from '../dist/segment/words.js';
import { compareCase, readCases } from './lib/cases.mjs';

const segmenter = createSegmenter('jieba');
const errors = process.argv.includes('--errors');
/** @type {Map<string, {cases: number, agree: number, gaps: number, fail: number}>} */
const rows = new Map();
const total = { cases: 0, agree: 0, gaps: 0, fail: 0 };
for (const item of readCases(path.resolve(import.meta.dirname, '..', 'fixtures', 'cases'))) {
  const problems = compareCase(item, extractDocument({ file: item.file, text: item.text }, { segmenter }));
  const name = `${item.set}: ${item.phenomenon}`;
  const row = rows.get(name) ?? { cases: 0, agree: 0, gaps: 0, fail: 0 };
  rows.set(name, row);
  for (const r of [row, total]) {
    r.cases++;
    if (problems.length === 0) r.agree++;
    else if (item.gap !== null) r.gaps++;
    else r.fail++;
  }
  if (errors && problems.length > 0)
    console.error(
      `${item.set}.txt:${item.line}${item.gap ? ' (gap)' : ''} ${item.text.replaceAll('\n', '⏎').slice(0, 160)}\n    ${problems.join('\n    ')}`,
    );
}
console.log('phenomenon\tcases\tagree\tgaps\tfail');
for (const [name, r] of [...rows, ['TOTAL', total]]) console.log([name, r.cases, r.agree, r.gaps, r.fail].join('\t'));
if (total.fail > 0) process.exitCode = 1;
