// Makes the table of traditional characters and their simplified ones (OpenCC's TSCharacters), one UTF-16 unit for one: dist/dict/traditional.txt.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import table from 'opencc-js/dict/TSCharacters';

const folder = path.resolve(import.meta.dirname, '..', 'dist', 'dict');
mkdirSync(folder, { recursive: true });
const pairs = table
  .split('|')
  .map((/** @type {string} */ row) => row.split(' '))
  .filter(([from, to]) => from?.length === 1 && to?.length === 1 && from !== to);
writeFileSync(path.join(folder, 'traditional.txt'), pairs.map(([from, to]) => `${from}${to}`).join(''));
