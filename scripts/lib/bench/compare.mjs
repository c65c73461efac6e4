// The extraction beside the least that any extraction must do, and beside the library a user would pick otherwise; in turn, text by text.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { bytesOf, cpuTime, extractor, root, row, texts } from './measure.mjs';

/** Read before anything is measured: soon after a start, and when the engine has compiled what is used often. */
const WARM = [2e6, 40e6];
const MEASURED = 2e6;
/** The library is so slow that it gets less: what it needs grows with the square of the text. */
const MEASURED_LIBRARY = 40e3;
const FIGURE =
  /\d[\d,.]*(?:[余多]?[百千万亿]*(?:个百分点|平方米|工作日|人次|剂次|场次|万元|元|人|户|个|家|所|张|名|例|件|项|次|份|台|支|种|期|批|天|年|岁|分钟|小时|吨)|%|‰|\/10万)?/gu;

export async function measureCompare() {
  const extract = await extractor();
  const decoder = new TextDecoder();
  const floor = (/** @type {Uint8Array} */ bytes, /** @type {unknown} */ records) => {
    let found = 0;
    for (const _ of decoder.decode(bytes).matchAll(FIGURE)) found++;
    return found + JSON.stringify(records).length;
  };
  row('', 'MB/s', 'healthx to it');
  let speed = Number.NaN;
  let read = 0;
  for (const [i, warm] of WARM.entries()) {
    for (const text of texts(warm - read, 2 + i)) floor(Buffer.from(text.text), extract(text));
    const list = [...texts(MEASURED, 10 + i)];
    read = warm + MEASURED;
    let healthx = 0;
    let bare = 0;
    for (const text of list) {
      const bytes = Buffer.from(text.text);
      /** @type {unknown} */
      let records;
      healthx += cpuTime(() => {
        records = extract(text);
      });
      // ten times: once is too short to be measured
      bare += cpuTime(() => {
        for (let n = 0; n < 10; n++) floor(bytes, records);
      });
    }
    speed = bytesOf(list) / 1000 / healthx;
    const bareSpeed = (bytesOf(list) / 1000 / bare) * 10;
    row(`healthx, after ${warm / 1e6} MB`, speed.toFixed(3), '');
    row('floor: decode, one alternation, JSON', bareSpeed.toFixed(1), (speed / bareSpeed).toFixed(4));
  }
  const folder = path.join(root, 'bench', 'node_modules', '@microsoft', 'recognizers-text-suite');
  if (!existsSync(folder)) {
    console.log('@microsoft/recognizers-text-suite is not there to compare with: npm install --prefix bench');
    return;
  }
  const library = createRequire(import.meta.url)(folder);
  const recognize = (/** @type {string} */ text) => {
    for (const name of [
      'recognizeNumber',
      'recognizePercentage',
      'recognizeCurrency',
      'recognizeDimension',
      'recognizeAge',
      'recognizeDateTime',
    ])
      library[name](text, library.Culture.Chinese);
  };
  const few = [...texts(MEASURED_LIBRARY)];
  const sentencesOf = (/** @type {import('./measure.mjs').Text[]} */ list) =>
    list.flatMap(({ text }) => text.match(/[^。\n]+[。\n]?/gu) ?? []);
  for (const sentence of sentencesOf([...texts(MEASURED_LIBRARY, 2)])) recognize(sentence);
  for (const [name, parts] of /** @type {const} */ ([
    ['recognizers-text-suite, sentence by sentence', sentencesOf(few)],
    ['recognizers-text-suite, whole reports', few.slice(0, 1).map(({ text }) => text)],
  ])) {
    const ms = cpuTime(() => {
      for (const part of parts) recognize(part);
    });
    const rate = Buffer.byteLength(parts.join('')) / 1000 / ms;
    row(name, rate.toFixed(4), (speed / rate).toFixed(1));
  }
}
