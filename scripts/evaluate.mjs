// npm run eval: runs the built tool on the shared evaluation texts and prints the scorer's table.
//   npm run eval              the table
//   npm run eval -- --errors  and every miss, extra and wrong field
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const shared = path.resolve(root, '..', 'shared', 'eval');
const texts = path.join(shared, 'texts');
const out = path.join(root, '.eval');

if (!existsSync(texts)) {
  console.log('no evaluation: ../shared/eval/texts is absent (the tests of the project do not need it)');
} else {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  for (const file of readdirSync(texts).filter((f) => f.endsWith('.txt'))) {
    const cli = [path.join(root, 'bin', 'healthx.js'), 'extract', '-q', '-f', 'json', path.join(texts, file)];
    writeFileSync(path.join(out, file.replace(/\.txt$/u, '.json')), execFileSync(process.execPath, cli, { maxBuffer: 1 << 28 }));
  }
  let [records, indicators] = [0, 0];
  for (const file of readdirSync(out)) {
    const found = JSON.parse(readFileSync(path.join(out, file), 'utf8'));
    records += found.length;
    indicators += found.filter((/** @type {{indicatorId: string | null}} */ r) => r.indicatorId !== null).length;
  }
  console.log(`${indicators} of ${records} records have an indicatorId (${(indicators / records).toFixed(3)})\n`);
  const score = spawnSync(process.execPath, [path.join(shared, 'score.mjs'), path.join(shared, 'gold'), out, ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  process.exitCode = score.status ?? 1;
}
