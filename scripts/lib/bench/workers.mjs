// Several workers: a folder of reports through `extract --jobs`.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { row, runNode, texts } from './measure.mjs';

const MEASURED = 30e6;

export function measureWorkers() {
  if (!runNode(['bin/healthx.js', 'extract', '--help']).stdout.includes('--jobs')) {
    console.log('this version has no --jobs');
    return;
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'healthx-bench-'));
  try {
    let bytes = 0;
    for (const { file, text } of texts(MEASURED)) {
      writeFileSync(path.join(folder, file), text);
      bytes += Buffer.byteLength(text);
    }
    row('workers', 's', 'MB/s', 'to one');
    let one = Number.NaN;
    for (const jobs of [...new Set([1, 2, availableParallelism()])].sort((a, b) => a - b)) {
      const args = ['bin/healthx.js', 'extract', '-q', '--no-config', '-f', 'ndjson', '--jobs', String(jobs)];
      const { ms } = runNode([...args, '-o', path.join(folder, 'out.ndjson'), path.join(folder, '*.txt')]);
      if (jobs === 1) one = ms;
      row(String(jobs), (ms / 1000).toFixed(1), (bytes / 1000 / ms).toFixed(3), (one / ms).toFixed(2));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
