import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import * as api from '../dist/index.js';

const TEXT = '2019年,全区孕产妇系统管理率96.31%。';

it('exports exactly this', () => {
  expect(Object.keys(api).sort()).toEqual([
    'ASPECTS',
    'COLUMNS',
    'DOMAINS',
    'KINDS',
    'RELATIONS',
    'UserError',
    'createExtractor',
    'readDocument',
    'recordJsonSchema',
    'recordSchema',
  ]);
});

it('is what the package name resolves to', async () => {
  const name = 'healthx';
  expect((await import(name)).COLUMNS).toEqual(api.COLUMNS);
});

describe('createExtractor', () => {
  const extractor = api.createExtractor();

  it('extracts records of the schema', () => {
    const records = extractor.extract(TEXT, { file: 'a.txt' });
    expect(records).toHaveLength(1);
    expect(api.recordSchema.parse(records[0])).toMatchObject({ file: 'a.txt', value: 96.31, unit: '%', year: 2019, raw: '96.31%' });
    expect(extractor.extract(TEXT)[0]?.file).toBe('');
  });

  it('tells on request what every number was taken for', () => {
    const { records, mentions } = extractor.inspect(TEXT);
    expect(records).toEqual(extractor.extract(TEXT));
    expect(mentions.map((mention) => mention.class)).toEqual(['date', 'quantity']);
  });

  it('obeys the overrides', () => {
    const [record] = extractor.extract(TEXT, { district: '双流区', year: 2018, domain: 'tcm' });
    expect(record).toMatchObject({ district: '双流区', year: 2018, domain: 'tcm' });
  });

  it('works with the other segmenter', () => {
    expect(api.createExtractor({ segmenter: 'intl' }).extract(TEXT)[0]).toMatchObject({ value: 96.31 });
  });

  it('finds nothing in a text without figures', () => {
    expect(extractor.extract('')).toEqual([]);
    expect(extractor.extract('我们继续努力。')).toEqual([]);
  });

  it('refuses what is out of range', () => {
    const wrong =
      (options: object): (() => unknown) =>
      () =>
        extractor.extract(TEXT, options);
    expect(wrong({ year: 19 })).toThrow(api.UserError);
    expect(wrong({ year: 2018.5 })).toThrow(api.UserError);
    expect(wrong({ domain: 'health' })).toThrow(api.UserError);
    expect(() => api.createExtractor({ segmenter: 'mmseg' as 'intl' })).toThrow(api.UserError);
    expect(() => extractor.extract(Buffer.from(TEXT) as unknown as string)).toThrow(TypeError);
  });
});

describe('readDocument', () => {
  const file = (name: string) => readFileSync(path.join(import.meta.dirname, '..', 'fixtures', 'formats', name));

  it('gives the pages of a PDF, which records then name', async () => {
    const { text, kind, pages } = await api.readDocument(file('report.pdf'));
    expect(kind).toBe('pdf');
    expect(pages?.[0]).toBe(0);
    const found = api.createExtractor().extract(text, { pages });
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((record) => record.page === 1)).toBe(true);
  });

  it('takes an encoding by its name', async () => {
    expect((await api.readDocument(file('report.gb18030.txt'), { encoding: 'GBK' })).text).toContain('奉新县');
    await expect(api.readDocument(file('report.gb18030.txt'), { encoding: 'utf8' })).rejects.toThrow(api.UserError);
  });
});
