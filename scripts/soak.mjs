// npm run soak [-- CALLS]: one extractor in a server, a million calls. The heap after a collection must not grow once the caches are full.
import { createExtractor } from '../dist/index.js';
import { oneSentence } from './lib/small-texts.mjs';

const CALLS = Number(process.argv[2] ?? 1_000_000);
const INTERVALS = 10;
/** How much larger the heap may be at the end than after the first intervals, in which the caches fill. */
const BOUND = 1.2;
const WARM = 3;

const { gc } = globalThis;
if (!gc) throw new Error('run it with node --expose-gc');

const extractor = createExtractor();
const heaps = [];
let records = 0;
const start = performance.now();
console.log('     calls    heap MB     rss MB   calls/s');
for (let interval = 1; interval <= INTERVALS; interval++) {
  const since = performance.now();
  const from = Math.round((CALLS * (interval - 1)) / INTERVALS);
  const to = Math.round((CALLS * interval) / INTERVALS);
  for (let n = from; n < to; n++) records += extractor.extract(oneSentence(n), { file: `${n}.txt` }).length;
  const rate = (to - from) / ((performance.now() - since) / 1000);
  gc();
  const { heapUsed, rss } = process.memoryUsage();
  heaps.push(heapUsed);
  console.log([to, (heapUsed / 1e6).toFixed(1), (rss / 1e6).toFixed(1), rate.toFixed(0)].map((s) => String(s).padStart(10)).join(' '));
}
const before = Math.max(...heaps.slice(0, WARM));
const growth = Math.max(...heaps.slice(WARM)) / before;
console.log(
  `${records} records in ${((performance.now() - start) / 1000).toFixed(0)} s; the heap grew to ${growth.toFixed(2)} of its first ${WARM} intervals`,
);
if (growth > BOUND) {
  console.error(`that is more than ${BOUND}: something is kept that should not be`);
  process.exitCode = 1;
}
