// npm run scale [-- --mb-per-second 0.4 --kilobytes 8 --price 0.04 --cores 1,8,100]: what 10⁴ to 10⁹ documents take, from a rate. Without --mb-per-second
// the rate is measured here, on the sample reports with other numbers in each round, for some seconds, in processor time of one thread.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    'mb-per-second': { type: 'string' },
    kilobytes: { type: 'string' },
    'output-ratio': { type: 'string' },
    price: { type: 'string', default: '0.04' },
    cores: { type: 'string', default: '1,8,100' },
    seconds: { type: 'string', default: '20' },
  },
});
const given = (/** @type {string | undefined} */ text) => (text === undefined ? null : Number(text));

const measured = values['mb-per-second'] === undefined || values.kilobytes === undefined ? await measure(Number(values.seconds)) : null;
const rate = given(values['mb-per-second']) ?? measured?.rate ?? Number.NaN;
const kilobytes = given(values.kilobytes) ?? measured?.kilobytes ?? Number.NaN;
const ratio = given(values['output-ratio']) ?? measured?.ratio ?? null;
const cores = values.cores.split(',').map(Number);
const price = Number(values.price);
const bad = [rate, kilobytes, price, ...cores].some((value) => !(value > 0));
if (bad) throw new Error('all of them must be numbers above 0');

/** The reports of the fixtures, each round with other digits, since no two reports are alike. */
async function measure(/** @type {number} */ seconds) {
  const { createExtractor } = await import('../dist/index.js');
  const folder = path.resolve(import.meta.dirname, '../fixtures/reports');
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'));
  const extractor = createExtractor();
  let round = 0;
  const pass = () => {
    round++;
    let bytes = 0;
    let output = 0;
    let documents = 0;
    for (const text of texts) {
      const varied = text.replace(/(?<!\d)\d{2,3}(?!\d|年|月)/gu, (digits) =>
        String(10 + ((Number(digits) + round * 7) % 90)).padEnd(digits.length, '3'),
      );
      bytes += Buffer.byteLength(varied);
      documents++;
      for (const record of extractor.extract(varied)) output += Buffer.byteLength(JSON.stringify(record)) + 1;
    }
    return { bytes, output, documents };
  };
  const sum = { bytes: 0, output: 0, documents: 0 };
  // the first passes are those of a process that has just begun
  for (let i = 0; i < 20; i++) pass();
  const before = process.cpuUsage();
  const used = () => process.cpuUsage(before).user / 1e6 + process.cpuUsage(before).system / 1e6;
  while (used() < seconds) {
    const { bytes, output, documents } = pass();
    sum.bytes += bytes;
    sum.output += output;
    sum.documents += documents;
  }
  return { rate: sum.bytes / 1e6 / used(), kilobytes: sum.bytes / 1000 / sum.documents, ratio: sum.output / sum.bytes };
}

const time = (/** @type {number} */ seconds) => {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  if (seconds < 48 * 3600) return `${(seconds / 3600).toFixed(1)} h`;
  return `${Math.round(seconds / 86_400)} days`;
};
const brief = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 });
const size = (/** @type {number} */ bytes) => {
  const unit = bytes >= 1e12 ? 'TB' : bytes >= 1e9 ? 'GB' : 'MB';
  return `${brief.format(bytes / { TB: 1e12, GB: 1e9, MB: 1e6 }[unit])} ${unit}`;
};
const money = (/** @type {number} */ amount) => (amount < 0.01 ? '< 0.01' : amount.toFixed(amount < 10 ? 2 : 0));

const source = measured && values['mb-per-second'] === undefined ? 'measured here' : 'given';
console.log(
  `${rate.toPrecision(2)} MB/s of text for each core (${source}), ${kilobytes.toPrecision(2)} KB a document, ${price} a core-hour\n`,
);
const titles = [
  'documents',
  'text',
  ...(ratio ? ['records (ndjson)'] : []),
  ...cores.map((n) => `${n} core${n === 1 ? '' : 's'}`),
  'core-hours',
  'cost',
];
console.log(`| ${titles.join(' | ')} |\n|${titles.map(() => '--:').join('|')}|`);
for (let power = 4; power <= 9; power++) {
  const bytes = 10 ** power * kilobytes * 1000;
  const seconds = bytes / 1e6 / rate;
  const row = [
    `10${[...String(power)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('')}`,
    size(bytes),
    ...(ratio ? [size(bytes * ratio)] : []),
    ...cores.map((n) => time(seconds / n)),
    brief.format(seconds / 3600),
    money((seconds / 3600) * price),
  ];
  console.log(`| ${row.join(' | ')} |`);
}
