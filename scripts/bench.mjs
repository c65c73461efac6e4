// npm run bench: what starting costs, measured in fresh processes. Machines are shared and noisy: compare figures of one run only.
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const RUNS = 9;
const median = (/** @type {number[]} */ values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Median wall time of a process, in ms. */
function processTime(/** @type {string[]} */ args) {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    if (status !== 0) throw new Error(`node ${args.join(' ')}: ${stderr}`);
    return performance.now() - start;
  });
  return median(times);
}

/** Median of the ms and the heap bytes that `code` reports from a fresh process after `setup`. */
function inside(/** @type {string} */ setup, /** @type {string} */ code) {
  const script = `${setup};const h=process.memoryUsage().heapUsed;const t=performance.now();${code};console.log(JSON.stringify([performance.now()-t,process.memoryUsage().heapUsed-h]))`;
  const rows = Array.from({ length: RUNS }, () => {
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: root, encoding: 'utf8' });
    if (!stdout) throw new Error(stderr);
    return JSON.parse(stdout);
  });
  return { ms: median(rows.map((r) => r[0])), bytes: median(rows.map((r) => r[1])) };
}

const kilobytes = (/** @type {string} */ file) => `${Math.round(statSync(path.join(root, 'dist', 'rules', file)).size / 1024)} KB`;
const sample = 'fixtures/reports/annual-summary-jianhu.txt';

const bare = processTime(['-e', '0']);
const version = processTime(['bin/healthx.js', '--version']);
const extract = processTime(['bin/healthx.js', 'extract', '-q', '-f', 'ndjson', sample]);
const divisions = inside("const m=await import('./dist/tag/divisions.js')", 'm.divisions()');
const lexicon = inside("const m=await import('./dist/resolve/lexicon.js')", 'new m.Lexicon(m.builtInLexicon())');
const rules = inside("const m=await import('./dist/ruleset.js')", 'm.ruleSet()');
const words = inside("const m=await import('./dist/segment/words.js')", "m.createSegmenter('jieba').tag('全县医院')");
const count = JSON.parse(readFileSync(path.join(root, 'dist', 'rules', 'indicators.json'), 'utf8')).rows.length;

const row = (/** @type {string} */ name, /** @type {number} */ ms, /** @type {string} */ note = '') =>
  console.log(`${name.padEnd(46)}${ms.toFixed(1).padStart(8)} ms${(ms / bare).toFixed(2).padStart(8)}   ${note}`);
console.log(`Start-up, medians of ${RUNS} fresh processes; the last figure is a ratio to a bare node process\n`);
row('node -e 0', bare);
row('healthx --version', version);
row(
  `healthx extract of one report (${Math.round(statSync(path.join(root, sample)).size / 1024)} KB)`,
  extract,
  `${(extract - bare).toFixed(0)} ms above bare node`,
);
console.log('\nof which, inside the process');
row('  division table', divisions.ms, `${kilobytes('divisions.tsv')}, ${(divisions.bytes / 1e6).toFixed(1)} MB of heap`);
row(`  lexicon (${count} indicators)`, lexicon.ms, `${kilobytes('indicators.json')}, ${(lexicon.bytes / 1e6).toFixed(1)} MB of heap`);
row('  all rules', rules.ms, `${(rules.bytes / 1e6).toFixed(1)} MB of heap`);
row('  word list of nodejieba', words.ms);
