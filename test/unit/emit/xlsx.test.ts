import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { read, utils, type WorkBook } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../dist/audit/finding.js';
import { csvWriter } from '../../../dist/emit/csv.js';
import { type Layout, PLAIN_LAYOUT } from '../../../dist/emit/writer.js';
import { xlsxWriter } from '../../../dist/emit/xlsx.js';
import { COLUMNS, createExtractor, type HealthRecord } from '../../../dist/index.js';
import { sampleRecord } from '../../sample-record.js';

const TEXT = `建德市2022年卫生健康工作总结
全年新生儿疾病筛查2816人，孕产妇系统管理率97.4%，较上年下降0.6个百分点。
上半年家庭医生签约23.5万人，其中重点人群6.8万余人，每次3-5天。
力争65岁及以上老年人健康管理率达到75%以上。`;

interface Written {
  readonly bytes: Buffer;
  readonly notes: readonly string[];
}

function written(records: readonly HealthRecord[], layout: Partial<Layout> = {}, options: { maxRows?: number } = {}): Written {
  const writer = xlsxWriter({ ...PLAIN_LAYOUT, ...layout }, options);
  const bytes = Buffer.concat([...writer.begin(), ...writer.document('a.txt', records), ...writer.end()]);
  return { bytes, notes: writer.notes?.() ?? [] };
}

const opened = (written: Written): WorkBook => read(written.bytes, { cellDates: true, cellStyles: true, UTC: true });
const part = (written: Written, name: string): string => Buffer.from(unzipSync(written.bytes)[name] ?? []).toString();
const SHEET = 'xl/worksheets/sheet1.xml';

/** The cells of a sheet as text, as the CSV has them. */
function asText(book: WorkBook, name: string): string[][] {
  const sheet = book.Sheets[name];
  if (!sheet) throw new Error(`no sheet ${name}`);
  return utils
    .sheet_to_json<unknown[]>(sheet, { header: 1, raw: true, defval: '', UTC: true })
    .map((row) => row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell))));
}

describe('the records sheet', () => {
  const records = createExtractor({ segmenter: 'intl' }).extract(TEXT, { file: '=report.txt' });

  it('agrees with CSV and JSON record by record', () => {
    expect(records.length).toBeGreaterThan(6);
    const csv = csvWriter(PLAIN_LAYOUT);
    const text = [...csv.begin(), ...csv.document('', records), ...csv.end()].join('');
    const rows = asText(opened(written(records)), 'records');
    expect(rows).toEqual(parse(text));
    expect(rows[0]).toEqual(COLUMNS);
    const values = utils.sheet_to_json<HealthRecord>(opened(written(records)).Sheets.records ?? {});
    expect(values.map((row) => [row.value, row.valueMax ?? null, row.year, row.id])).toEqual(
      records.map((record) => [record.value, record.valueMax, record.year, record.id]),
    );
  });

  it('agrees in Chinese, too', () => {
    const layout = { lang: 'zh', columns: ['year', 'kind', 'aspect', 'relation', 'flags', 'periodEnd', 'value'] } as const;
    const csv = csvWriter({ ...PLAIN_LAYOUT, ...layout });
    const text = [...csv.begin(), ...csv.document('', records), ...csv.end()].join('');
    expect(asText(opened(written(records, layout)), '记录')).toEqual(parse(text));
  });

  it('has numbers as numbers, dates as dates, all else as text', () => {
    const sheet = opened(written([sampleRecord({ label: '=cmd|calc', flags: ['unit-implied'] })])).Sheets.records ?? {};
    const type = (field: keyof HealthRecord): string => sheet[utils.encode_cell({ r: 1, c: COLUMNS.indexOf(field) })]?.t ?? '';
    expect(['value', 'year', 'line', 'start'].map((field) => type(field as keyof HealthRecord))).toEqual(['n', 'n', 'n', 'n']);
    expect(['id', 'districtCode', 'label', 'raw', 'flags'].map((field) => type(field as keyof HealthRecord))).toEqual(Array(5).fill('s'));
    expect([type('periodStart'), type('periodEnd')]).toEqual(['d', 'd']);
    const label = sheet[utils.encode_cell({ r: 1, c: COLUMNS.indexOf('label') })];
    expect(label).toMatchObject({ v: '=cmd|calc' });
    expect(label?.f).toBeUndefined();
  });

  it.each([0.1, 0.07, 1639999999.99, 1234567890123456, -7.5, 1e-9, 1e21, 99999999.99])('keeps %d exactly', (value) => {
    const rows = utils.sheet_to_json<HealthRecord>(opened(written([sampleRecord({ value })])).Sheets.records ?? {});
    expect(rows[0]?.value).toBe(value);
    expect(part(written([sampleRecord({ value })]), SHEET)).toContain(`<v>${value}</v>`);
  });

  it.each(['', ' lead and trail ', 'a\nb', '_x0041_', '<&">', '😀', "'quoted"])('keeps the text %j', (sentence) => {
    const rows = utils.sheet_to_json<HealthRecord>(opened(written([sampleRecord({ sentence })])).Sheets.records ?? {}, { defval: '' });
    expect(rows[0]?.sentence).toBe(sentence);
  });

  it('keeps a carriage return, which XML readers would make a line end of', () => {
    expect(part(written([sampleRecord({ sentence: 'a\r\nb' })]), SHEET)).toContain('a&#13;\nb');
  });

  it('has a frozen header, a filter and widths', () => {
    const xml = part(written([sampleRecord(), sampleRecord()]), SHEET);
    expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(xml).toContain('<autoFilter ref="A1:AF3"/>');
    expect(xml.match(/<col /gu)).toHaveLength(COLUMNS.length);
  });
});

describe('limits', () => {
  it('goes on in a second sheet, and says so', () => {
    const records = Array.from({ length: 7 }, (_, i) => sampleRecord({ value: i }));
    const output = written(records, {}, { maxRows: 4 });
    const book = opened(output);
    expect(book.SheetNames.slice(0, 3)).toEqual(['records', 'records 2', 'records 3']);
    const values = ['records', 'records 2', 'records 3'].flatMap((name) =>
      utils.sheet_to_json<HealthRecord>(book.Sheets[name] ?? {}).map((row) => row.value),
    );
    expect(values).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(output.notes[0]).toBe("more rows than a sheet of Excel holds (4): they go on in sheet 'records 2'");
  });

  it('cuts texts at 32,767 characters, never a surrogate pair, and says so', () => {
    const output = written([
      sampleRecord({ sentence: '长'.repeat(32_765) + '😀'.repeat(9) }),
      sampleRecord({ sentence: '长'.repeat(32_767) }),
    ]);
    const rows = utils.sheet_to_json<HealthRecord>(opened(output).Sheets.records ?? {});
    expect(rows.map((row) => [row.sentence.length, row.sentence.slice(-2)])).toEqual([
      [32_766, '长…'],
      [32_767, '长长'],
    ]);
    expect(output.notes).toEqual(['1 text was cut with … at the 32,767 characters of a cell']);
  });

  it('replaces what XML cannot hold, and says so', () => {
    const output = written([sampleRecord({ sentence: 'a\u0000b\u000bc\uffffd\ud800e' })]);
    expect(utils.sheet_to_json<HealthRecord>(opened(output).Sheets.records ?? {})[0]?.sentence).toBe('a\ufffdb\ufffdc\ufffdd\ufffde');
    expect(output.notes[0]).toMatch(/control characters in 1 text were replaced/u);
  });
});

describe('the file', () => {
  it('has the same bytes in every time zone', () => {
    const script = `
      import { createHash } from 'node:crypto';
      import { xlsxWriter } from './dist/emit/xlsx.js';
      const writer = xlsxWriter({ columns: null, lang: 'en', excel: false });
      const bytes = Buffer.concat([...writer.begin(), ...writer.document('', [${JSON.stringify(sampleRecord())}]), ...writer.end()]);
      console.log(createHash('sha256').update(bytes).digest('hex'));`;
    const hash = (zone: string): string =>
      execFileSync(process.execPath, ['--input-type=module', '-e', script], { env: { ...process.env, TZ: zone }, encoding: 'utf8' }).trim();
    const here = createHash('sha256')
      .update(written([sampleRecord()]).bytes)
      .digest('hex');
    expect([hash('Asia/Shanghai'), hash('America/New_York')]).toEqual([here, here]);
  });

  it('explains every field and code it holds', () => {
    for (const [lang, fields, codes] of [
      ['en', 'fields', 'codes'],
      ['zh', '字段说明', '代码说明'],
    ] as const) {
      const book = opened(written([], { lang }));
      expect(book.SheetNames.slice(1)).toEqual([fields, codes]);
      const rows = asText(book, fields);
      expect(rows).toHaveLength(COLUMNS.length + 1);
      expect(rows.every((row) => row.every((cell) => cell !== ''))).toBe(true);
      expect(asText(book, codes).length).toBeGreaterThan(55);
    }
    const few = opened(written([], { columns: ['kind', 'value'] }));
    expect(asText(few, 'fields').map((row) => row[0])).toEqual(['field', 'kind', 'value']);
    expect(asText(few, 'codes').map((row) => row[1])).toEqual(['code', 'actual', 'target', 'standard']);
  });
});

describe('findings', () => {
  const cite = { file: 'a.txt', column: 1, start: 0, end: 1, year: 2022, unit: '人' };
  const finding: Finding = {
    id: '1e10000000000000',
    check: 'parts-total',
    verdict: 'inconsistent',
    text: { en: 'parts give 11, total says 12', zh: '分项合计11，总数写作12' },
    cites: [
      { ...cite, role: 'total', record: '1', line: 3, label: '签约', raw: '12人', value: 12, sentence: '签约12人。' },
      { ...cite, role: 'part', record: '2', line: 4, label: '重点', raw: '11人', value: 11, sentence: '重点11人。' },
    ],
    stated: 12,
    computed: 11,
    tolerance: 0,
    unit: '人',
  };

  it('stand on a sheet of their own, with both quotes', () => {
    const book = opened(written([sampleRecord()], { findings: () => [finding] }));
    expect(book.SheetNames).toEqual(['records', 'findings', 'fields', 'codes']);
    const rows = utils.sheet_to_json<Record<string, unknown>>(book.Sheets.findings ?? {});
    expect(rows).toEqual([
      {
        check: 'parts-total',
        verdict: 'inconsistent',
        finding: 'parts give 11, total says 12',
        stated: 12,
        computed: 11,
        tolerance: 0,
        unit: '人',
        figure: 'total: 签约 12人',
        where: 'a.txt:3',
        quote: '签约12人。',
        'other figures': 'part: 重点 11人 (a.txt:4)',
        'their quotes': 'a.txt:4: 重点11人。',
        id: '1e10000000000000',
      },
    ]);
  });

  it('are named in Chinese where asked', () => {
    const rows = asText(opened(written([], { lang: 'zh', findings: () => [finding] })), '核对结果');
    expect(rows[1]?.slice(0, 3)).toEqual(['分项与总数', '不一致', '分项合计11，总数写作12']);
  });
});
