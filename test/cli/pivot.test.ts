import { readFileSync } from 'node:fs';
import path from 'node:path';
import { read, utils } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { folder, run } from './run.js';

const REPORT = (year: number, screened: number): string =>
  `建德市${year}年卫生健康工作总结\n全年新生儿疾病筛查${screened}人，孕产妇系统管理率97.4%，较上年提高0.6个百分点。\n家庭医生签约23.5万人，其中重点人群6.8万余人。\n`;
const REPORTS = { 'a.txt': REPORT(2022, 2816), 'b.txt': REPORT(2021, 2700), 'c.txt': REPORT(2022, 2830) };

async function extracted(...argv: string[]): Promise<string> {
  const { code, out } = await run(['extract', '-q', ...argv, 'a.txt', 'b.txt', 'c.txt'], { cwd: folder(REPORTS) });
  expect(code).toBe(0);
  return out;
}

const TABLE = [
  'indicator,unit,建德市 2021,建德市 2022',
  '孕产妇系统管理率,%,97.4,97.4',
  '新生儿疾病筛查人数,人,2700,2816 | 2830 (!)',
  '家庭医生签约人数,人,235000,235000',
  '家庭医生签约人数(重点人群),人,≈68000,≈68000',
  '',
].join('\n');

describe('input', () => {
  it.each([
    ['csv'],
    ['csv', '--excel'],
    ['csv', '--lang', 'zh'],
    ['csv', '--lang', 'zh', '--excel'],
    ['json'],
    ['ndjson'],
  ])('is the same table from %s %s %s', async (...format) => {
    const { code, out } = await run(['pivot'], { stdin: await extracted('-f', ...format) });
    expect(code).toBe(0);
    expect(out).toBe(TABLE);
  });

  it('may be several files, a glob, and what Excel or a program has written anew', async () => {
    const json = JSON.parse(await extracted('-f', 'json')) as { file: string }[];
    const of = (file: string): unknown[] => json.filter((record) => record.file === file);
    const excel = (
      await extracted(
        '--excel',
        '--columns',
        'file,line,province,city,district,districtCode,year,periodStart,periodEnd,domain,indicator,kind,aspect,relation,value,valueMax,unit,partOf',
      )
    )
      .split('\r\n')
      .filter((line, i) => i === 0 || line.includes('c.txt'))
      .join('\r\n')
      .replace(/2022-01-01/gu, '2022/1/1')
      .replace(/2022-12-31/gu, '2022/12/31');
    const cwd = folder({ '1.json': JSON.stringify(of('a.txt'), null, 2), '2.json': JSON.stringify(of('b.txt')), '3.csv': excel });
    expect((await run(['pivot', '*.json', '3.csv'], { cwd })).out).toBe(TABLE);
  });

  it.each([
    ['', 'empty: there are no records in it'],
    ['年度总结\n', 'no file of records: its first line names none of their columns'],
    ['year,value\n2019,3\n', 'the columns kind, aspect, relation'],
    [Buffer.from([0xbd, 0xa8, 0x0a]), 'not UTF-8: save it as CSV UTF-8'],
    [Buffer.from('PK\u0003\u0004'), 'an Excel workbook: save its records sheet as CSV UTF-8'],
    ['[{"a": 1}', 'no valid JSON'],
  ])('%j is told and the others go on', async (content, message) => {
    const cwd = folder({ 'bad.csv': content, 'good.csv': await extracted() });
    const { code, out, err } = await run(['pivot', 'bad.csv', 'good.csv'], { cwd });
    expect(err).toContain(`healthx: bad.csv: ${message}`);
    expect([code, out]).toEqual([1, TABLE]);
  });

  it('leaves out faulty rows, and says which', async () => {
    const lines = (await extracted('-f', 'ndjson')).trimEnd().split('\n');
    const broken = [lines[0]?.replace('"value":2816', '"value":"2816人"'), '{', ...lines.slice(1)].join('\n');
    const { code, out, err } = await run(['pivot', '-'], { stdin: broken });
    expect(code).toBe(1);
    expect(err).toContain('healthx: standard input: line 1: left out: value: "2816人" does not fit');
    expect(err).toContain('healthx: standard input: line 2: left out: no valid JSON');
    expect(out).toContain('新生儿疾病筛查人数,人,2700,2830\n');
  });

  it.each(['2,816', '2.82E+03'])('leaves out CSV rows whose number Excel has spoilt: %s', async (spoilt) => {
    const { code, err } = await run(['pivot'], { stdin: (await extracted()).replace(',2816,', `,"${spoilt}",`) });
    expect(code).toBe(1);
    expect(err).toContain(`line 2: left out: value: "${spoilt}" does not fit`);
  });
});

describe('choice', () => {
  it('of rows, columns, kinds, aspects, indicators and subject areas', async () => {
    const records = await extracted();
    const pivot = async (...argv: string[]): Promise<string[]> =>
      (await run(['pivot', '-q', ...argv], { stdin: records })).out.trimEnd().split('\n');
    expect(await pivot('--rows', 'place,年份', '--across', 'indicator', '--indicator', '签约')).toEqual([
      'place,year,家庭医生签约人数,家庭医生签约人数(重点人群)',
      '建德市,2021,235000 人,≈68000 人',
      '建德市,2022,235000 人,≈68000 人',
    ]);
    expect(await pivot('--aspect', '增减', '--across', 'year')).toEqual(['indicator,unit,2021,2022', '孕产妇系统管理率,百分点,0.6,0.6']);
    expect(await pivot('--aspect', 'all', '--across', 'year', '--indicator', 'mch.systematic-management-rate')).toEqual([
      'indicator,unit,aspect,2021,2022',
      '孕产妇系统管理率,%,level,97.4,97.4',
      '孕产妇系统管理率,百分点,change,0.6,0.6',
    ]);
    expect(await pivot('--domain', 'primary-care', '--across', 'year', '--lang', 'zh')).toEqual([
      '指标,单位,2021,2022',
      '家庭医生签约人数,人,235000,235000',
      '家庭医生签约人数(重点人群),人,≈68000,≈68000',
    ]);
  });

  it('of whole years', async () => {
    const stdin = '建德市2022年卫生健康工作总结\n上半年诊疗35.2万人次。全年新建村卫生室12家。\n';
    const records = (await run(['extract'], { stdin })).out;
    expect((await run(['pivot', '--across', 'year'], { stdin: records })).out.split('\n')[0]).toBe('indicator,unit,2022,2022-01–06');
    const { out, err } = await run(['pivot', '--across', 'year', '--whole-years'], { stdin: records });
    expect(out.split('\n')).toEqual(['indicator,unit,2022', expect.stringMatching(/,家,12$/u), '']);
    expect(err).toContain('1 of 2 records taken (kind actual; aspect level; whole years)');
  });

  it.each([
    [['--rows', 'plaec'], "--rows: there is no 'plaec'; did you mean place?"],
    [['--rows', 'place'], "'place' stands in both --rows and --across"],
    [['--kind', 'actuel'], "--kind: there is no 'actuel'; did you mean actual?"],
    [['--domain', 'xx'], "--domain: there is no 'xx'; take from all, medical-security"],
    [['-f', 'xml'], 'Allowed choices are csv, table, json, xlsx'],
    [['-f', 'json', '--lang', 'zh'], '--lang zh is for csv, xlsx and table'],
    [['-f', 'table', '--excel'], '--excel is for CSV'],
    [['-o', 'x', '--conflicts', 'x'], '--conflicts: name another file than that of -o'],
  ])('%j is a usage error', async (argv, message) => {
    const { code, out, err } = await run(['pivot', ...argv], { stdin: 'x' });
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });

  it('takes language and Excel from the configuration, columns, district and year of extract not', async () => {
    const cwd = folder({
      'r.csv': await extracted(),
      'healthx.config.json': '{"lang": "zh", "excel": true, "columns": ["year"], "year": 1999, "domain": "tcm", "format": "xlsx"}',
    });
    const { out } = await run(['pivot', 'r.csv', '--across', '年份'], { cwd });
    expect(out.split('\r\n')[0]).toBe('\ufeff指标,单位,2021,2022');
    expect(out).toContain('新生儿疾病筛查人数');
  });
});

describe('output', () => {
  it('says at the end what was taken, and where reports disagree', async () => {
    const { err } = await run(['pivot'], { stdin: await extracted() });
    expect(err).toBe(
      [
        '1 file, 12 of 15 records taken (kind actual; aspect level): 4 rows, 2 columns',
        '1 cell with different values:',
        '  新生儿疾病筛查人数 人 建德市 2022: 2816 (a.txt:2) | 2830 (c.txt:2)',
        '',
      ].join('\n'),
    );
    expect((await run(['pivot', '-q'], { stdin: await extracted() })).err).toBe('');
    expect((await run(['pivot', '--kind', 'target'], { stdin: await extracted() })).err).toContain('the table is empty');
  });

  it('lists conflicts with their sentences', async () => {
    const cwd = folder({ 'r.csv': await extracted() });
    await run(['pivot', 'r.csv', '--conflicts', 'conflicts.csv'], { cwd });
    expect(readFileSync(path.join(cwd, 'conflicts.csv'), 'utf8').split('\n')).toEqual([
      'indicator,place,year,value,unit,raw,sentence,file,line,records',
      '新生儿疾病筛查人数,建德市,2022,2816,人,2816人,全年新生儿疾病筛查2816人，孕产妇系统管理率97.4%，较上年提高0.6个百分点。,a.txt,2,1',
      '新生儿疾病筛查人数,建德市,2022,2830,人,2830人,全年新生儿疾病筛查2830人，孕产妇系统管理率97.4%，较上年提高0.6个百分点。,c.txt,2,1',
      '',
    ]);
  });

  it('as a workbook has numbers, frozen names, and conflicts on a sheet of their own', async () => {
    const cwd = folder({ 'r.csv': await extracted() });
    const { code } = await run(['pivot', 'r.csv', '-f', 'xlsx', '-o', 'table.xlsx'], { cwd });
    expect(code).toBe(0);
    const book = read(readFileSync(path.join(cwd, 'table.xlsx')));
    expect(book.SheetNames).toEqual(['pivot', 'conflicts']);
    expect(utils.sheet_to_json(book.Sheets.pivot ?? {}, { header: 1 })).toEqual([
      ['indicator', 'unit', '建德市 2021', '建德市 2022'],
      ['孕产妇系统管理率', '%', 97.4, 97.4],
      ['新生儿疾病筛查人数', '人', 2700, '2816 | 2830 (!)'],
      ['家庭医生签约人数', '人', 235000, 235000],
      ['家庭医生签约人数(重点人群)', '人', 68000, 68000],
    ]);
    expect(book.Sheets.pivot?.C5?.w).toBe('≈ 68,000');
    const conflicts = utils.sheet_to_json<Record<string, unknown>>(book.Sheets.conflicts ?? {});
    expect(conflicts.map((row) => [row.value, row.file, row.line])).toEqual([
      [2816, 'a.txt', 2],
      [2830, 'c.txt', 2],
    ]);
    expect(conflicts[0]?.sentence).toContain('新生儿疾病筛查2816人');
  });

  it('as JSON is a cell an element', async () => {
    const cells = JSON.parse((await run(['pivot', '-f', 'json'], { stdin: await extracted() })).out) as Record<string, unknown>[];
    expect(cells).toHaveLength(8);
    expect(cells.find((cell) => cell.conflict)).toMatchObject({
      indicator: '新生儿疾病筛查人数',
      unit: '人',
      place: '建德市',
      year: '2022',
      values: [
        { value: 2816, relation: 'eq', count: 1, file: 'a.txt', line: 2, raw: '2816人' },
        { value: 2830, file: 'c.txt' },
      ],
    });
  });

  it('as a table fits the terminal by going on below', async () => {
    const { out } = await run(['pivot', '-f', 'table'], { stdin: await extracted(), columns: 60 });
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(60);
    expect(out.match(/^indicator/gmu)?.length).toBeGreaterThan(1);
    expect(out).toContain('2,816 | 2,830 (!)');
  });

  it('is not written over an input', async () => {
    const cwd = folder({ 'r.csv': await extracted() });
    for (const argv of [
      ['-o', 'r.csv'],
      ['--conflicts', 'r.csv'],
    ]) {
      const { code, err } = await run(['pivot', 'r.csv', ...argv], { cwd });
      expect(code).toBe(2);
      expect(err).toContain('cannot write r.csv: it is also an input');
    }
    expect(readFileSync(path.join(cwd, 'r.csv'), 'utf8')).toMatch(/^id,/u);
  });
});
