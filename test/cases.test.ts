// Every report of fixtures/cases gives the place, or the periods, that stand below it; a known gap is one, and says why.
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { extractDocument } from '../dist/pipeline.js';
import { createSegmenter } from '../dist/segment/words.js';
// @ts-expect-error a script without types
import { compareCase, parseCases, readCases } from '../scripts/lib/cases.mjs';

interface Case {
  set: string;
  phenomenon: string;
  line: number;
  text: string;
  file: string;
  gap: string | null;
}

const segmenter = createSegmenter('jieba');
const cases: Case[] = readCases(path.join(import.meta.dirname, '..', 'fixtures', 'cases'));
const problems = (item: Case): string[] => compareCase(item, extractDocument({ file: item.file, text: item.text }, { segmenter }));
const named = (list: readonly Case[]): [string, Case][] => list.map((c) => [`${c.set}.txt:${c.line} ${c.phenomenon}`, c]);

describe('cases of places and periods', () => {
  it('are at least 290 and 210, none twice', () => {
    const texts = cases.map((c) => `${c.file}\n${c.text}`);
    expect(texts.filter((t, i) => texts.indexOf(t) !== i)).toEqual([]);
    expect(cases.filter((c) => c.set === 'places').length).toBeGreaterThanOrEqual(290);
    expect(cases.filter((c) => c.set === 'periods').length).toBeGreaterThanOrEqual(210);
  });

  it.each(named(cases.filter((c) => c.gap === null)))('%s', (_, item) => {
    expect(problems(item)).toEqual([]);
  });

  it.each(named(cases.filter((c) => c.gap !== null)))('known gap %s', (_, item) => {
    expect(item.gap).not.toBe('');
    expect(problems(item).length, 'no gap any more: take its ? line out').toBeGreaterThan(0);
  });
});

describe('the reader of the cases', () => {
  it('names file, line and fault', () => {
    expect(() => parseCases('@ 双流区2019年\n= 四川省 | 成都市\n', 'x')).toThrow('x.txt:2: province | city | district | code');
    expect(() => parseCases('- 5家 | 2019 | - | -\n', 'x')).toThrow('x.txt:1: a text must come first');
  });

  it('tells a wrong place and a wrong period', () => {
    const [item] = parseCases(
      '@ 双流区2019年卫生工作总结⏎⏎上半年新建医院5家。\n= 浙江省 | 杭州市 | 西湖区 | 330106\n- 5家 | 2019 | - | -\n',
      'x',
    ) as Case[];
    expect(problems(item as Case)).toEqual([
      'place 四川省 成都市 双流区 510116 (expected 浙江省 杭州市 西湖区 330106)',
      '5家: 2019 2019-01-01 2019-06-30 (expected 2019 null null)',
    ]);
  });
});
