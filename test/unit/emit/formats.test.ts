import { Chalk } from 'chalk';
import { describe, expect, it } from 'vitest';
import { createWriter, FORMATS, type Format } from '../../../dist/emit/index.js';
import { type Layout, PLAIN_LAYOUT } from '../../../dist/emit/writer.js';
import { COLUMNS, type HealthRecord } from '../../../dist/index.js';
import { sampleRecord } from '../../sample-record.js';

const display = { width: 80, chalk: new Chalk({ level: 0 }) };

async function written(format: Format, ...documents: HealthRecord[][]): Promise<string> {
  return laidOut(format, PLAIN_LAYOUT, ...documents);
}

async function laidOut(format: Format, layout: Partial<Layout>, ...documents: HealthRecord[][]): Promise<string> {
  const writer = await createWriter(format, display, { ...PLAIN_LAYOUT, ...layout });
  let text = [...writer.begin()].join('');
  for (const [i, records] of documents.entries()) text += [...writer.document(`${i}.txt`, records)].join('');
  return text + [...writer.end()].join('');
}

const many = Array.from({ length: 1234 }, (_, i) => sampleRecord({ start: i, value: i }));

describe('csv', () => {
  it('has the columns of the contract, null as empty, lists joined, LF', async () => {
    const text = await written('csv', [sampleRecord({ flags: ['unit-implied', 'sum-mismatch'], year: null })]);
    const [header, row, rest] = text.split('\n');
    expect(header).toBe(COLUMNS.join(','));
    expect(rest).toBe('');
    const fields = Object.fromEntries((row as string).split(',').map((field, i) => [COLUMNS[i] as string, field]));
    expect(fields).toMatchObject({
      section: '健康促进 > 妇幼保健',
      flags: 'unit-implied;sum-mismatch',
      year: '',
      unit: '%',
      value: '96.31',
    });
    expect(text).not.toContain('\r');
  });

  it.each(['a,b', 'a"b', 'a\nb', 'a\rb'])('quotes %j', async (sentence) => {
    const text = await written('csv', [sampleRecord({ sentence })]);
    expect(text).toContain(`,"${sentence.replaceAll('"', '""')}",`);
  });

  it('is a header where there are no records', async () => {
    expect(await written('csv')).toBe(`${COLUMNS.join(',')}\n`);
    expect(await written('csv', [], [])).toBe(`${COLUMNS.join(',')}\n`);
  });

  it('has one header over several documents', async () => {
    const lines = (await written('csv', [sampleRecord()], [], many)).trimEnd().split('\n');
    expect(lines).toHaveLength(1 + 1 + many.length);
    expect(lines.filter((line) => line.startsWith('id,'))).toHaveLength(1);
  });
});

describe('csv for Excel', () => {
  it('has a byte order mark and CRLF', async () => {
    const text = await laidOut('csv', { excel: true }, [sampleRecord()]);
    expect(text.startsWith('\ufeffid,')).toBe(true);
    expect(text.split('\r\n')).toHaveLength(3);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
  });

  it('disarms texts and leaves numbers, dates and codes', async () => {
    const record = sampleRecord({
      id: '1e70259883655123',
      label: '=HYPERLINK("x")',
      raw: '1-3',
      value: -7.5,
      sentence: '-5',
      file: '+1+1',
    });
    const [header = '', row = ''] = (
      await laidOut('csv', { excel: true, columns: ['id', 'label', 'raw', 'value', 'sentence', 'file'] }, [record])
    ).split('\r\n');
    expect(header).toBe('\ufeffid,label,raw,value,sentence,file');
    expect(row).toBe(`'1e70259883655123,"'=HYPERLINK(""x"")",'1-3,-7.5,-5,'+1+1`);
    expect(await laidOut('csv', { excel: true, columns: ['districtCode', 'periodEnd', 'year'] }, [sampleRecord()])).toContain(
      '510116,2019-12-31,2019',
    );
  });
});

describe('columns and languages', () => {
  it('are those asked for, in their order', async () => {
    expect(await laidOut('csv', { columns: ['value', 'year'] }, [sampleRecord()])).toBe('value,year\n96.31,2019\n');
    expect(await laidOut('ndjson', { columns: ['value', 'section'] }, [sampleRecord()])).toBe(
      '{"value":96.31,"section":["健康促进","妇幼保健"]}\n',
    );
    expect(JSON.parse(await laidOut('json', { columns: ['year'] }, [sampleRecord()]))).toEqual([{ year: 2019 }]);
    expect(await laidOut('table', { columns: ['year', 'raw'] }, [sampleRecord()])).toBe('0.txt\nyear  raw\n2019  96.31%\n');
  });

  it('names columns and codes in Chinese', async () => {
    const record = sampleRecord({ flags: ['unit-implied', 'year-unknown'] });
    expect(await laidOut('csv', { lang: 'zh', columns: ['kind', 'domain', 'flags'] }, [record])).toBe(
      '性质,领域,标记\n实际,妇幼健康,单位系推断;年份不明\n',
    );
    expect(await laidOut('table', { lang: 'zh' }, [record])).toContain('地区');
  });
});

describe('json', () => {
  it('is one array over several documents, the empty ones included', async () => {
    const text = await written('json', [], [sampleRecord()], [], many, []);
    expect(JSON.parse(text)).toEqual([sampleRecord(), ...many]);
    expect(text.endsWith(']\n')).toBe(true);
  });

  it('holds a record a line', async () => {
    const lines = (await written('json', many)).trimEnd().split('\n');
    expect(lines).toHaveLength(many.length + 2);
    expect(JSON.parse((lines[1] as string).replace(/,$/u, ''))).toEqual(many[0]);
  });

  it('is an empty array where there are no records', async () => {
    expect(await written('json')).toBe('[]\n');
    expect(await written('json', [], [])).toBe('[]\n');
  });
});

describe('ndjson', () => {
  it('is an object a line', async () => {
    const lines = (await written('ndjson', [sampleRecord()], [], many)).split('\n');
    expect(lines.pop()).toBe('');
    expect(lines.map((line) => JSON.parse(line))).toEqual([sampleRecord(), ...many]);
  });

  it('is nothing where there are no records', async () => {
    expect(await written('ndjson')).toBe('');
    expect(await written('ndjson', [])).toBe('');
  });
});

it('every format writes piecewise, so that a large document does not pile up', async () => {
  for (const format of FORMATS) {
    const writer = await createWriter(format, display);
    expect([...writer.begin()], format).toBeDefined();
    expect([...writer.document('a.txt', many)].length, format).toBeGreaterThan(2);
  }
});
