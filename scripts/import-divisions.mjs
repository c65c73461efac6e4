// Compiles the division table (GB/T 2260 with its history, yescallop/areacodes, CC0 1.0) into the compact list the package ships.
//   node scripts/import-divisions.mjs path/to/areacodes.csv
// One line a row: code, name, first year, last year (exclusive, empty while in force), separated by tabs. Province and prefecture
// follow from the code.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const input = process.argv[2];
if (!input) {
  console.error('usage: node scripts/import-divisions.mjs AREACODES.csv');
  process.exit(2);
}
const rows = readFileSync(input, 'utf8')
  .replace(/^\ufeff/u, '')
  .trim()
  .split(/\r?\n/u)
  .slice(1);
const lines = rows.map((row) => {
  const [code, , , name, , , from, to] = row.split(',');
  return [code, name, from, to].join('\t');
});
writeFileSync(path.resolve(import.meta.dirname, '..', 'src', 'rules', 'divisions.tsv'), `${lines.join('\n')}\n`);
console.log(`${lines.length} divisions`);
