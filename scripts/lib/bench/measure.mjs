// What the sections share: texts, the extractor, medians, processes.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createCorpus } from '../corpus-generator.mjs';

export const root = path.resolve(import.meta.dirname, '..', '..', '..');
const shared = path.resolve(root, '..', 'shared', 'eval', 'texts');

/** @typedef {{ file: string, text: string }} Text */

/** @param {readonly number[]} values */
export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Texts of about that many bytes in all, one after the other; the annotated reports first, where they are present. */
export function* texts(/** @type {number} */ bytes, seed = 1) {
  let left = bytes;
  const names = existsSync(shared) ? readdirSync(shared).filter((name) => name.endsWith('.txt')) : [];
  const corpus = createCorpus(seed);
  for (let i = 0; left > 0; i++) {
    const name = names[i];
    const text = name === undefined ? corpus.textAt(i) : readFileSync(path.join(shared, name), 'utf8');
    left -= Buffer.byteLength(text);
    yield/** @type {Text} */ ({ file: name ?? `report-${i}.txt`, text });
  }
}

/** @param {Iterable<Text>} list */
export const bytesOf = (list) => [...list].reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);

/** The extraction as `extract` runs it, without its files. */
export async function extractor() {
  const { extractDocument } = await import('../../../dist/pipeline.js');
  const { createSegmenter } = await import('../../../dist/segment/words.js');
  const segmenter = createSegmenter('jieba');
  return (/** @type {Text} */ document) => extractDocument(document, { segmenter }).records;
}

/** Milliseconds of processor time that `work` takes in this process: other processes count less than in time on the clock. */
export function cpuTime(/** @type {() => void} */ work) {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** @param {readonly string[]} args */
export function runNode(args) {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`node ${args.join(' ')}: ${stderr}`);
  return { ms: performance.now() - start, stdout, stderr };
}

export const row = (/** @type {string} */ name, /** @type {string[]} */ ...cells) =>
  console.log(`${name.padEnd(44)}${cells.map((cell) => cell.padStart(14)).join('')}`);
