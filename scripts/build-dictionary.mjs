// Makes the tables of src/segment/jieba.ts from the dictionary and the model that nodejieba ships: words of frequency 50 and more (the rest cost four times the
// memory and hardly occur in reports), as a tree of characters in one file that is read as it is.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const MIN_FREQUENCY = 50;
const target = path.resolve(import.meta.dirname, '..', 'dist', 'dict');
const source = path.join(path.dirname(createRequire(import.meta.url).resolve('nodejieba/package.json')), 'submodules', 'cppjieba', 'dict');
const linesOf = (/** @type {string} */ name) => readFileSync(path.join(source, name), 'utf8').split('\n').filter(Boolean);

/** @type {{ word: string, weight: number, tag: string }[]} */
const entries = linesOf('jieba.dict.utf8')
  .map((line) => line.split(' '))
  .flatMap(([word = '', frequency, tag = '']) => (Number(frequency) >= MIN_FREQUENCY ? [{ word, weight: Number(frequency), tag }] : []));
const sum = entries.reduce((total, { weight }) => total + weight, 0);
for (const entry of entries) entry.weight = Math.log(entry.weight / sum);
const ordered = entries.map(({ weight }) => weight).sort((a, b) => a - b);
const median = /** @type {number} */ (ordered[Math.floor(ordered.length / 2)]);
// the few words that nodejieba adds: 区块链 10 nz, 蓝翔 nz, 云计算
for (const line of linesOf('user.dict.utf8')) {
  const [word = '', ...rest] = line.split(' ');
  entries.push({ word, weight: rest.length === 2 ? Math.log(Number(rest[0]) / sum) : median, tag: rest.at(-1) ?? '' });
}

/** @typedef {{ children: Map<number, Node>, word: number }} Node */
const node = () => /** @type {Node} */ ({ children: new Map(), word: -1 });
const root = node();
for (const [number, { word }] of entries.entries()) {
  let at = root;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    const next = at.children.get(code) ?? node();
    at.children.set(code, next);
    at = next;
  }
  at.word = number;
}
// level by level, so that the children of a node lie side by side
/** @type {Node[]} */
const nodes = [root];
const chars = [0];
const children = [];
for (let i = 0; i < nodes.length; i++) {
  children.push(nodes.length);
  for (const [code, child] of [.../** @type {Node} */ (nodes[i]).children].sort((a, b) => a[0] - b[0])) {
    nodes.push(child);
    chars.push(code);
  }
}
children.push(nodes.length);

const [start, ...model] = linesOf('hmm_model.utf8').filter((line) => !line.startsWith('#'));
const numbers = (/** @type {string} */ line) => line.trim().split(' ').map(Number);
/** @type {Map<number, number[]>} */
const emissions = new Map();
for (const [state, line] of model.slice(4).entries()) {
  for (const pair of line.trim().split(',')) {
    const [character = '', value] = pair.split(':');
    if (character.length !== 1) throw new Error(`the model has an emission of ${character}, which is no single character`);
    const row = emissions.get(character.charCodeAt(0)) ?? [0, 0, 0, 0];
    row[state] = Math.round(Number(value) * 1e6);
    if (Number(value) !== row[state] / 1e6 || row[state] === 0)
      throw new Error(`the model has an emission that is told otherwise: ${pair}`);
    emissions.set(character.charCodeAt(0), row);
  }
}
const emitting = [...emissions.keys()].sort((a, b) => a - b);

const tags = [...new Set(entries.map(({ tag }) => tag))];
const arrays = {
  weights: Float64Array.from(entries, ({ weight }) => weight),
  children: Int32Array.from(children),
  words: Int32Array.from(nodes, ({ word }) => word),
  emissions: Int32Array.from(emitting.flatMap((code) => emissions.get(code) ?? [])),
  chars: Uint16Array.from(chars),
  emitting: Uint16Array.from(emitting),
  tagOf: Uint8Array.from(entries, ({ tag }) => tags.indexOf(tag)),
};
// eight bytes of length, the head, then the arrays, the wide ones first: each begins at a multiple of its width
const parts = /** @type {Record<string, [number, number]>} */ ({});
const head = () =>
  Buffer.from(
    JSON.stringify({ parts, tags, minWeight: ordered[0], start: numbers(start ?? ''), transition: model.slice(0, 4).map(numbers) }),
  );
const HEAD = 4096;
let at = HEAD;
for (const [name, array] of Object.entries(arrays)) {
  parts[name] = [at, array.length];
  at += array.byteLength;
}
const file = Buffer.alloc(at);
if (head().length + 8 > HEAD) throw new Error('the head does not fit');
file.writeInt32LE(head().length, 0);
head().copy(file, 8);
for (const [name, array] of Object.entries(arrays)) Buffer.from(array.buffer).copy(file, parts[name]?.[0]);
mkdirSync(target, { recursive: true });
writeFileSync(path.join(target, 'words.bin'), file);
