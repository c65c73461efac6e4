import { readFileSync } from 'node:fs';
import path from 'node:path';
import { read, utils } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { folder, run, TWO_FIGURES } from './run.js';

const extract = (...argv: string[]) => run(['extract', ...argv], { stdin: TWO_FIGURES });

describe('-f xlsx', () => {
  it('writes a workbook', async () => {
    const cwd = folder({ 'a.txt': TWO_FIGURES });
    const { code, out, err } = await run(['extract', 'a.txt', '-f', 'xlsx', '-o', 'a.xlsx'], { cwd });
    expect([code, out]).toEqual([0, '']);
    expect(err).toContain('1 file, 2 records');
    const book = read(readFileSync(path.join(cwd, 'a.xlsx')));
    expect(book.SheetNames).toEqual(['records', 'findings', 'fields', 'codes']);
    expect(utils.sheet_to_json<{ value: number }>(book.Sheets.records ?? {}).map((row) => row.value)).toEqual([120, 352000]);
  });

  it('is refused on a terminal', async () => {
    const { code, out, err } = await run(['extract', '-f', 'xlsx'], { stdin: TWO_FIGURES, stdoutIsTTY: true });
    expect([code, out]).toEqual([2, '']);
    expect(err).toBe('healthx: -f xlsx writes bytes that a terminal cannot show: add -o figures.xlsx\n');
  });

  it('says what a cell could not hold', async () => {
    const cwd = folder({ 'a.txt': '2019年,全区\u0002新增床位120张。\n' });
    const { err } = await run(['extract', 'a.txt', '-f', 'xlsx', '-o', 'a.xlsx'], { cwd });
    expect(err).toMatch(/^healthx: warning: control characters in \d texts were replaced by \ufffd, since XLSX cannot hold them$/mu);
  });
});

describe('--lang and --columns', () => {
  it('name and choose', async () => {
    expect((await extract('--lang', 'zh', '--columns', 'year,单位，kind')).out).toBe('年份,单位,性质\n2019,张,实际\n2019,人次,实际\n');
    expect((await extract('-f', 'ndjson', '--columns', '数值')).out).toBe('{"value":120}\n{"value":352000}\n');
  });

  it.each([
    [['--columns', 'yaer'], "healthx: columns: there is no 'yaer'; did you mean year?\n"],
    [['--columns', ','], 'It must be a list of names'],
    [['--lang', 'fr'], 'Allowed choices are en, zh'],
    [['--lang', 'zh', '-f', 'json'], '--lang zh is for csv, xlsx and table; json keeps its names for programs: leave it out'],
    [['--excel', '-f', 'json'], '--excel is for CSV: take -f csv, or leave it out'],
    [['--excel', '-f', 'xlsx'], '--excel: leave it out, an XLSX file needs no care'],
  ])('%j is a usage error', async (argv, message) => {
    const { code, out, err } = await extract(...argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });

  it('come from the environment and the configuration, where the format follows them', async () => {
    const cwd = folder({ 'healthx.config.json': '{"lang": "zh", "excel": true, "columns": ["value", "年份"]}' });
    const there = (argv: string[], env = {}) => run(['extract', '-q', ...argv], { stdin: TWO_FIGURES, cwd, env });
    expect((await there([])).out).toBe('\ufeff数值,年份\r\n120,2019\r\n352000,2019\r\n');
    expect((await there(['-f', 'ndjson'])).out).toBe('{"value":120,"year":2019}\n{"value":352000,"year":2019}\n');
    expect((await there([], { HEALTHX_LANG: 'en', HEALTHX_EXCEL: 'false', HEALTHX_COLUMNS: 'unit,value' })).out).toBe(
      'unit,value\n张,120\n人次,352000\n',
    );
  });

  it('are checked in the configuration', async () => {
    const cwd = folder({ 'healthx.config.json': '{"lang": "chinese"}' });
    const { code, err } = await run(['extract'], { stdin: TWO_FIGURES, cwd });
    expect(code).toBe(2);
    expect(err).toContain('healthx.config.json: lang: must be one of "en"');
  });
});
