// What starting costs: fresh processes, one of each kind in turn.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { median, row, runNode, texts } from './measure.mjs';

const RUNS = 15;
const SIZE = 10 * 1024;
/** Says at the end how much memory the process had at most. */
const PEAK = 'data:text/javascript,process.on("exit",()=>console.error("peak "+process.resourceUsage().maxRSS))';

export function measureStart() {
  const folder = mkdtempSync(path.join(tmpdir(), 'healthx-bench-'));
  try {
    const file = path.join(folder, 'report.txt');
    const distance = (/** @type {string} */ text) => Math.abs(Buffer.byteLength(text) - SIZE);
    const [report] = [...texts(2e6)].sort((a, b) => distance(a.text) - distance(b.text));
    writeFileSync(file, report?.text ?? '');
    const extract = ['bin/healthx.js', 'extract', '-q', '--no-config', file];
    /** @type {Record<string, string[]>} */
    const kinds = { 'node -e 0': ['-e', '0'], 'healthx --version': ['bin/healthx.js', '--version'], 'healthx extract report.txt': extract };
    /** @type {Record<string, number[]>} */
    const times = Object.fromEntries(Object.keys(kinds).map((name) => [name, []]));
    for (let i = 0; i < RUNS; i++) for (const [name, args] of Object.entries(kinds)) times[name]?.push(runNode(args).ms);
    const bare = times['node -e 0'] ?? [];
    row(`medians of ${RUNS}`, 'ms', 'above bare', 'ratio');
    for (const [name, list] of Object.entries(times))
      row(name, median(list).toFixed(0), (median(list) - median(bare)).toFixed(0), (median(list) / median(bare)).toFixed(2));
    const peaks = Array.from({ length: 5 }, () => Number(/peak (\d+)/u.exec(runNode(['--import', PEAK, ...extract]).stderr)?.[1]));
    row('peak memory of the last', `${(median(peaks) / 1024).toFixed(0)} MB`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
