// Whether time and memory keep in step with the input: each size in a process of its own.
import { bytesOf, cpuTime, extractor, row, runNode, texts } from './measure.mjs';

const MEGABYTES = [1, 10];
const LENGTHS = [0.1, 1, 10];

/** @param {{ large: boolean, huge: boolean }} options */
export function measureGrowth({ large, huge }) {
  if (!large) console.log('up to 10 MB; --large for 100 MB, --huge for 1 GB');
  report('extractMany', [...MEGABYTES, ...(large ? [100] : []), ...(huge ? [1000] : [])]);
}

/** @param {{ large: boolean }} options */
export function measureLength({ large }) {
  report('extractOne', large ? LENGTHS : LENGTHS.slice(0, 2));
}

function report(/** @type {string} */ name, /** @type {number[]} */ sizes) {
  row('MB', 's', 's/MB', 'to the first', 'peak memory');
  let first = Number.NaN;
  for (const size of sizes) {
    const code = `import { ${name} } from '${new URL(import.meta.url)}'; console.log(JSON.stringify(await ${name}(${size * 1e6})))`;
    const { ms, bytes, peak } = JSON.parse(runNode(['--input-type=module', '-e', code]).stdout);
    const each = ms / bytes;
    if (Number.isNaN(first)) first = each;
    row((bytes / 1e6).toFixed(1), (ms / 1000).toFixed(1), (each * 1000).toFixed(2), (each / first).toFixed(2), `${peak.toFixed(0)} MB`);
  }
}

const WARM = 1e6;
const peak = () => process.resourceUsage().maxRSS / 1024;

/** One report after the other, none kept. */
export async function extractMany(/** @type {number} */ size) {
  const extract = await extractor();
  for (const text of texts(WARM, 2)) extract(text);
  let ms = 0;
  let bytes = 0;
  for (const text of texts(size)) {
    bytes += Buffer.byteLength(text.text);
    ms += cpuTime(() => {
      extract(text);
    });
  }
  return { ms, bytes, peak: peak() };
}

/** The same as one report. */
export async function extractOne(/** @type {number} */ size) {
  const extract = await extractor();
  for (const text of texts(WARM, 2)) extract(text);
  const list = [...texts(size)];
  const text = list.map((part) => part.text).join('\n');
  const ms = cpuTime(() => {
    extract({ file: 'report.txt', text });
  });
  return { ms, bytes: bytesOf(list), peak: peak() };
}
