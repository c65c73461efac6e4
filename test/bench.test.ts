// The invented reports that the benchmark reads.
import { describe, expect, it } from 'vitest';
import { extractDocument } from '../dist/pipeline.js';
import { createSegmenter } from '../dist/segment/words.js';
// @ts-expect-error a script without types
import { createCorpus } from '../scripts/lib/corpus-generator.mjs';

describe('the generated corpus', () => {
  const corpus: { textAt(number: number): string } = createCorpus(1);
  const texts = Array.from({ length: 40 }, (_, i) => corpus.textAt(i));

  it('is the same each time', () => {
    expect(createCorpus(1).textAt(7)).toBe(texts[7]);
    expect(createCorpus(2).textAt(7)).not.toBe(texts[7]);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('has reports of 2 to 20 KB', () => {
    const sizes = texts.map((text) => Buffer.byteLength(text));
    expect(Math.min(...sizes)).toBeGreaterThan(2000);
    expect(Math.max(...sizes)).toBeLessThan(20_500);
  });

  it('has figures of many kinds', () => {
    const segmenter = createSegmenter('jieba');
    const records = texts.flatMap((text) => extractDocument({ file: '', text }, { segmenter }).records);
    const kilobytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1000;
    expect(records.length / kilobytes).toBeGreaterThan(5);
    expect(records.length / kilobytes).toBeLessThan(20);
    expect(new Set(records.map(({ domain }) => domain)).size).toBeGreaterThan(12);
    expect(new Set(records.map(({ rule }) => rule)).size).toBeGreaterThan(10);
    expect(new Set(records.map(({ aspect }) => aspect)).size).toBe(3);
  });
});
