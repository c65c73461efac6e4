// The words and tags are those of nodejieba, for which rules and word lists were made.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { tagWords } from '../../../dist/segment/jieba.js';

interface Nodejieba {
  load(options: { dict: string; idfDict: string; stopWordDict: string }): void;
  tag(text: string): { word: string; tag: string }[];
}

const require = createRequire(import.meta.url);
const fixtures = path.resolve(import.meta.dirname, '..', '..', '..', 'fixtures');

/** With the same words as the build takes; undefined where it was installed without its native part. */
function nodejieba(): Nodejieba | undefined {
  const folder = mkdtempSync(path.join(tmpdir(), 'healthx-words-'));
  try {
    const all = path.join(path.dirname(require.resolve('nodejieba/package.json')), 'submodules', 'cppjieba', 'dict', 'jieba.dict.utf8');
    const words = readFileSync(all, 'utf8')
      .split('\n')
      .filter((line) => Number(line.split(' ')[1]) >= 50);
    const file = (name: string, text: string): string => {
      writeFileSync(path.join(folder, name), text);
      return path.join(folder, name);
    };
    const native = require('nodejieba') as Nodejieba;
    // an empty list aborts the process
    native.load({
      dict: file('words', `${words.join('\n')}\n`),
      idfDict: file('idf', '健康 8.0\n'),
      stopWordDict: file('stop', '的\n'),
    });
    return native;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'BINDING_NOT_FOUND') return undefined;
    throw error;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const native = nodejieba();

describe.skipIf(native === undefined)('words as nodejieba cuts them', () => {
  it('agrees on every line of the reports', () => {
    const lines = readdirSync(path.join(fixtures, 'reports'))
      .filter((name) => name.endsWith('.txt'))
      .flatMap((name) => readFileSync(path.join(fixtures, 'reports', name), 'utf8').split('\n'));
    expect(lines.length).toBeGreaterThan(100);
    for (const line of lines) expect(tagWords(line)).toEqual(native?.tag(line));
  });

  it.each([
    '',
    '，',
    'CT、B超12.5台 COVID-19',
    '新冠 mRNA 疫苗3.2万剂',
    '龘鑫囧垚',
    '區塊鏈區块链云计算',
    '𠮷野家医院',
    'A',
    '12',
    '．１２',
  ])('agrees on %j', (text) => {
    expect(tagWords(text)).toEqual(native?.tag(text));
  });
});

describe('words', () => {
  it('are the text again', () => {
    const text = '全县医疗卫生机构412个，\t其中医院18个。';
    expect(
      tagWords(text)
        .map(({ word }) => word)
        .join(''),
    ).toBe(text);
  });

  it('have the tags of the dictionary', () => {
    expect(tagWords('参加培训了')).toEqual([
      { word: '参加', tag: 'v' },
      { word: '培训', tag: 'vn' },
      { word: '了', tag: 'ul' },
    ]);
  });
});
