// What must hold for every text, whatever the rules say.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createExtractor, recordSchema } from '../dist/index.js';

const extractor = createExtractor();
const folder = path.join(import.meta.dirname, '..', 'fixtures', 'reports');
const reports = readdirSync(folder)
  .filter((f) => f.endsWith('.txt'))
  .map((f) => [f, readFileSync(path.join(folder, f), 'utf8')] as const);

/** The same small generator everywhere: what is found stays found. */
function* random(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

const PIECES =
  '12 3.5 万 亿 余 % ‰ 人次 家 个 元 /10万 2020年 5月 第 三 两 十五 百分之八 其中 分别 较上年 增长 下降 到 由 、 ， 。 ； ： （ ） “ ” 【 】 《 》 一、 （一） 1. 一是 签约率 医院 为 达 以上 \n －'.split(
    ' ',
  );

function check(text: string): void {
  const { records, mentions } = extractor.inspect(text, { file: 'x.txt' });
  for (const r of records) {
    recordSchema.parse(r);
    expect(text.slice(r.start, r.end)).toBe(r.raw);
    const before = text.slice(0, r.start).split('\n');
    expect([r.line, r.column]).toEqual([before.length, (before.at(-1) as string).length + 1]);
    expect(r.sentence).toContain(r.raw);
  }
  // every run of digits is in exactly one mention
  for (let i = 1; i < mentions.length; i++)
    expect((mentions[i] as { start: number }).start).toBeGreaterThanOrEqual((mentions[i - 1] as { end: number }).end);
  for (const digit of text.matchAll(/[0-9０-９]/gu)) {
    expect(
      mentions.filter((m) => m.start <= digit.index && digit.index < m.end),
      `digit at ${digit.index}`,
    ).toHaveLength(1);
  }
  const ids = records.map((r) => r.id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const r of records) if (r.partOf !== null) expect(ids).toContain(r.partOf);
}

describe('every record', () => {
  it('has fixtures to look at', () => {
    expect(reports.length).toBeGreaterThanOrEqual(8);
  });

  it.each(reports)('%s: quotes the source, every digit in one class', (_, text) => {
    check(text);
    expect(extractor.extract(text).length).toBeGreaterThan(20);
  });

  it('holds for shuffled pieces of the genre', () => {
    const next = random(20240501);
    for (let n = 0; n < 300; n++) {
      const length = 5 + Math.floor(next.next().value * 40);
      check(Array.from({ length }, () => PIECES[Math.floor(next.next().value * PIECES.length)]).join(''));
    }
  });

  it('is the same on every run', () => {
    const text = (reports[0] as readonly [string, string])[1];
    expect(createExtractor().extract(text)).toEqual(extractor.extract(text));
  });

  it('quotes the same characters with Windows line ends and a full-width variant', () => {
    const text = '全县２０２０年\r\n签约率达８５．６％，新增医院３家。\r\n';
    check(text);
    expect(extractor.extract(text).map((r) => r.raw)).toEqual(['８５．６％', '３家']);
  });
});

describe('time', () => {
  // No nested unbounded repetition: these finish in milliseconds or not at all.
  it.each([
    ['digits', '9'.repeat(1e5)],
    ['零', '零'.repeat(1e5)],
    ['一', '一'.repeat(1e5)],
    ['brackets', '('.repeat(1e5)],
    ['quotes', '“'.repeat(1e5)],
    ['commas', '1,'.repeat(5e4)],
    ['Han', '医'.repeat(1e5)],
    ['lists', '5家、'.repeat(2e4)],
  ])('survives 10⁵ %s', (_, text) => {
    expect(() => extractor.extract(text)).not.toThrow();
  });
});
