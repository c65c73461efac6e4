// npm run soak:filter [-- FEW MANY JOBS]: the memory that the NDJSON filter takes for few documents and for ten times as many must be the same.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { smallText } from './lib/small-texts.mjs';

const [few = 20_000, many = 200_000, jobs = 1] = process.argv.slice(2).map(Number);
/** A heap breathes, and its owner collects when it likes. */
const BOUND = 1.5;
const bin = path.resolve(import.meta.dirname, '../bin/healthx.js');
// the peak of the whole process, told by itself when it ends
const report = "process.on('exit', () => process._rawDebug('peak ' + process.resourceUsage().maxRSS))";

function* documents(/** @type {number} */ count) {
  for (let n = 0; n < count; n++) yield `${JSON.stringify({ id: `d${n}`, text: smallText(n) })}\n`;
}

/** Peak of the resident memory in MB, records and seconds. */
async function measure(/** @type {number} */ count) {
  const start = performance.now();
  const args = ['--import', `data:text/javascript,${encodeURIComponent(report)}`, bin, 'extract', '--from', 'ndjson', '-f', 'ndjson', '-q'];
  const child = spawn(process.execPath, [...args, '-j', String(jobs)], { stdio: ['pipe', 'pipe', 'pipe'] });
  let records = 0;
  let err = '';
  child.stdout.on('data', (/** @type {Buffer} */ data) => {
    for (const byte of data) if (byte === 0x0a) records++;
  });
  child.stderr.on('data', (data) => {
    err += data;
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  await pipeline(Readable.from(documents(count)), child.stdin);
  if ((await ended) !== 0) throw new Error(err);
  const peaks = [...err.matchAll(/peak (\d+)/gu)].map((match) => Number(match[1]) / 1024);
  return { count, peak: Math.max(...peaks), records, seconds: (performance.now() - start) / 1000 };
}

const results = [];
for (const count of [few, many]) {
  const result = await measure(count);
  results.push(result);
  const { peak, records, seconds } = result;
  console.log(
    `${count} documents, ${records} records: peak ${peak.toFixed(0)} MB, ${seconds.toFixed(0)} s, ${(count / seconds).toFixed(0)} documents/s`,
  );
}
const growth = (results[1]?.peak ?? 0) / (results[0]?.peak ?? 1);
console.log(`${many / few} times the documents take ${growth.toFixed(2)} times the memory`);
if (!(growth <= BOUND)) {
  console.error(`that is more than ${BOUND}`);
  process.exitCode = 1;
}
