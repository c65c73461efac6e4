// Several workers: a folder of reports through `extract --jobs`, beside processes that know nothing of each other: no number of workers can do
// more than these, since all of them share the memory and its caches.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { root, row, runNode, texts } from './measure.mjs';

const MEASURED = 30e6;
/** In the long run: each worker compiles the program for itself first. */
const MEASURED_LARGE = 150e6;

const run = promisify(execFile);

/** @param {{ large: boolean }} options */
export async function measureWorkers({ large }) {
  if (!large) console.log(`${MEASURED / 1e6} MB; --large for ${MEASURED_LARGE / 1e6} MB`);
  if (!runNode(['bin/healthx.js', 'extract', '--help']).stdout.includes('--jobs')) {
    console.log('this version has no --jobs');
    return;
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'healthx-bench-'));
  try {
    let bytes = 0;
    const processors = availableParallelism();
    for (let i = 0; i < processors; i++) mkdirSync(path.join(folder, String(i)));
    let number = 0;
    for (const { file, text } of texts(large ? MEASURED_LARGE : MEASURED)) {
      writeFileSync(path.join(folder, String(number++ % processors), file), text);
      bytes += Buffer.byteLength(text);
    }
    const extract = (/** @type {number} */ jobs, /** @type {string} */ files, /** @type {string} */ output) => [
      ...['bin/healthx.js', 'extract', '-q', '--no-config', '-f', 'ndjson', '--jobs', String(jobs)],
      ...['-o', path.join(folder, output), path.join(folder, files, '*.txt')],
    ];
    row('workers', 's', 'MB/s', 'to one');
    let one = Number.NaN;
    for (const jobs of [...new Set([1, 2, processors])].sort((a, b) => a - b)) {
      const { ms } = runNode(extract(jobs, '*', 'out.ndjson'));
      if (jobs === 1) one = ms;
      row(String(jobs), (ms / 1000).toFixed(1), (bytes / 1000 / ms).toFixed(3), (one / ms).toFixed(2));
    }
    const start = performance.now();
    await Promise.all(
      Array.from({ length: processors }, (_, i) => run(process.execPath, extract(1, String(i), `out-${i}.ndjson`), { cwd: root })),
    );
    const ms = performance.now() - start;
    row(`${processors} processes apart`, (ms / 1000).toFixed(1), (bytes / 1000 / ms).toFixed(3), (one / ms).toFixed(2));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
