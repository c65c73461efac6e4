// Makes the compact word list from the one nodejieba ships: words of frequency 50 and more (0.13 s to load in place of 1.1 s).
// An IDF and a stop-word list are not used here, but an empty file aborts the process: one line each.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const MIN_FREQUENCY = 50;
const target = path.resolve(import.meta.dirname, '..', 'dist', 'dict');
mkdirSync(target, { recursive: true });
let source;
try {
  source = path.join(
    path.dirname(createRequire(import.meta.url).resolve('nodejieba/package.json')),
    'submodules',
    'cppjieba',
    'dict',
    'jieba.dict.utf8',
  );
} catch {
  console.error('nodejieba is not installed: no word list was made, only --segmenter intl will work');
}
if (source) {
  const words = readFileSync(source, 'utf8')
    .split('\n')
    .filter((line) => Number(line.split(' ')[1]) >= MIN_FREQUENCY);
  writeFileSync(path.join(target, 'words.utf8'), `${words.join('\n')}\n`);
}
writeFileSync(path.join(target, 'idf.utf8'), '健康 8.0\n');
writeFileSync(path.join(target, 'stop.utf8'), '的\n');
