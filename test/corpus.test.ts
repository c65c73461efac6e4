// Every sentence of the corpus gives the records that stand below it; a known gap is one, and says why.
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createExtractor } from '../dist/index.js';
// @ts-expect-error a script without types
import { compare, parse, readCorpus } from '../scripts/lib/corpus.mjs';

interface Case {
  phenomenon: string;
  line: number;
  text: string;
  expected: { quote: string }[];
  gap: string | null;
}

const extractor = createExtractor();
const cases: Case[] = readCorpus(path.join(import.meta.dirname, '..', 'fixtures', 'corpus'));
const problems = (item: Case): string[] => compare(item, extractor.inspect(item.text, { file: 'corpus.txt' }));

describe('the corpus', () => {
  it('holds at least 600 sentences, none twice', () => {
    expect(cases.length).toBeGreaterThanOrEqual(600);
    const texts = cases.map((c) => c.text);
    expect(texts.filter((t, i) => texts.indexOf(t) !== i)).toEqual([]);
  });

  it.each(cases.filter((c) => c.gap === null).map((c) => [`${c.phenomenon}.txt:${c.line}`, c] as const))('%s', (_, item) => {
    expect(problems(item)).toEqual([]);
  });

  it.each(cases.filter((c) => c.gap !== null).map((c) => [`${c.phenomenon}.txt:${c.line}`, c] as const))('known gap %s', (_, item) => {
    expect(item.gap).not.toBe('');
    expect(problems(item).length, 'no gap any more: take its ? line out').toBeGreaterThan(0);
  });
});

describe('the reader of the corpus', () => {
  it('names file, line and fault', () => {
    expect(() => parse('@ 共5家\n- 5家 | 5 家 |\n', 'x')).toThrow('x.txt:2: quote | value unit | labels');
    expect(() => parse('- 5家 | 5 家 | 医院\n', 'x')).toThrow('x.txt:1: a sentence must come first');
  });

  it('tells every field that differs', () => {
    const [item] = parse('@ 较上年增长5%,新建医院5家\n- 5% | -5 % | 门诊量 | target level lte year=2020 base=去年\n', 'x');
    const found = compare(item, extractor.inspect(item.text)) as string[];
    expect(found.map((p) => /: (\w+) /u.exec(p)?.[1] ?? p.split(' ')[0])).toEqual([
      'value',
      'label',
      'kind',
      'aspect',
      'relation',
      'year',
      'base',
      'extra',
    ]);
  });
});
