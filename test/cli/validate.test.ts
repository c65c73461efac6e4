import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { HealthRecord } from '../../dist/index.js';
import { folder, run, SENTENCE, TWO_FIGURES } from './run.js';

/** A folder `reports` whose expected files are up to date. */
async function upToDate(files: Record<string, string> = { 'a.txt': SENTENCE, 'sub/b.txt': TWO_FIGURES }): Promise<string> {
  const cwd = folder(Object.fromEntries(Object.entries(files).map(([name, text]) => [`reports/${name}`, text])));
  expect((await run(['validate', 'reports', '--update'], { cwd })).code).toBe(0);
  return cwd;
}

function edit(cwd: string, name: string, change: (records: HealthRecord[]) => unknown): void {
  const file = path.join(cwd, 'reports', name);
  writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(file, 'utf8')) as HealthRecord[])));
}

describe('validate', () => {
  it('says that all is as expected', async () => {
    const cwd = await upToDate();
    expect(await run(['validate', 'reports'], { cwd })).toEqual({ code: 0, out: '2 reports, 3 records: all as expected\n', err: '' });
    expect(await run(['validate', '-q', 'reports'], { cwd })).toEqual({ code: 0, out: '', err: '' });
  });

  it('looks into fixtures/reports where no folder is named', async () => {
    const cwd = folder({ 'fixtures/reports/a.txt': SENTENCE });
    expect((await run(['validate', '--update'], { cwd })).code).toBe(0);
    expect(existsSync(path.join(cwd, 'fixtures/reports/a.expected.json'))).toBe(true);
  });

  it('expects the path within the folder, wherever that is, a record a line', async () => {
    const cwd = await upToDate();
    const json = readFileSync(path.join(cwd, 'reports/sub/b.expected.json'), 'utf8');
    const records = JSON.parse(json) as HealthRecord[];
    expect(records.map((record) => record.file)).toEqual(['sub/b.txt', 'sub/b.txt']);
    expect(json.trimEnd().split('\n')).toHaveLength(records.length + 2);
    expect((await run(['validate', '.'], { cwd: path.join(cwd, 'reports') })).code).toBe(0);
    expect((await run(['validate', path.join(cwd, 'reports')], {})).code).toBe(0);
  });

  it('shows what changed, field by field, with the words around', async () => {
    const cwd = await upToDate();
    edit(cwd, 'a.expected.json', (records) => records.map((record) => ({ ...record, kind: 'target', unit: '‰' })));
    const { code, out, err } = await run(['validate', 'reports'], { cwd });
    expect([code, err]).toEqual([1, '']);
    expect(out).toMatch(/^reports\/a\.txt$/mu);
    expect(out).toMatch(/changed {2}line 1 {2}96\.31%/u);
    expect(out).toMatch(/kind\s+"target" → "actual"/u);
    expect(out).toMatch(/unit\s+"‰" → "%"/u);
    expect(out).toContain('全区孕产妇系统管理率【96.31%】。');
    expect(out).toMatch(/^1 of 2 reports differs$/mu);
    expect(out).not.toContain('\u001b');
  });

  it('shows what is missing and what came in addition', async () => {
    const cwd = await upToDate();
    edit(cwd, 'sub/b.expected.json', ([first, second]) => [first, { ...second, start: 0, end: 5, raw: '2019年' }]);
    const { code, out } = await run(['validate', 'reports'], { cwd });
    expect(code).toBe(1);
    expect(out).toMatch(/missing {2}line \d+ {2}2019年/u);
    expect(out).toContain('【2019年】');
    expect(out).toMatch(/extra {4}line \d+ {2}35\.2万人次/u);
    expect(out).toMatch(/label ".*", value 352000, unit "人次"/u);
  });

  it('marks in colour where it may', async () => {
    const cwd = await upToDate();
    edit(cwd, 'a.expected.json', () => []);
    const { out } = await run(['validate', 'reports'], { cwd, stdoutIsTTY: true });
    expect(out).toContain('\u001b[1m\u001b[4m96.31%');
    expect(out).not.toContain('【');
    expect((await run(['validate', 'reports', '--no-color'], { cwd, stdoutIsTTY: true })).out).not.toContain('\u001b');
  });

  it('counts what is too much to show', async () => {
    const cwd = await upToDate({ 'a.txt': SENTENCE.repeat(42) });
    edit(cwd, 'a.expected.json', () => []);
    const { out } = await run(['validate', 'reports'], { cwd });
    expect(out.match(/^ {2}extra/gmu)).toHaveLength(30);
    expect(out).toContain('  and 12 more\n');
  });

  it('tells ids that changed together in one line', async () => {
    const cwd = await upToDate();
    edit(cwd, 'sub/b.expected.json', (records) => records.map((record, i) => ({ ...record, id: `${i}`.repeat(16) })));
    const { code, out } = await run(['validate', 'reports'], { cwd });
    expect(code).toBe(1);
    expect(out).toContain('id  differs in 2 records');
    expect(out).not.toContain('changed  ');
  });

  it('shows fields that only one side knows', async () => {
    const cwd = await upToDate();
    edit(cwd, 'a.expected.json', ([record]) => [{ ...record, unit: undefined, colour: 'red' }]);
    const { out } = await run(['validate', 'reports'], { cwd });
    expect(out).toMatch(/unit\s+\(no such field\) → "%"/u);
    expect(out).toMatch(/colour\s+"red" → \(no such field\)/u);
  });

  it.each([
    ['', /cannot be read: not valid JSON/u],
    ['{}', /not an array of records/u],
    ['[{"start": 1}]', /entry 1 is no record/u],
    ['[null]', /entry 1 is no record/u],
  ])('an expected file that holds %j is a difference', async (content, message) => {
    const cwd = await upToDate();
    writeFileSync(path.join(cwd, 'reports/a.expected.json'), content);
    const { code, out } = await run(['validate', 'reports'], { cwd });
    expect(code).toBe(1);
    expect(out).toMatch(message);
  });

  it('a missing expected file is a difference, and so is one without its report', async () => {
    const cwd = await upToDate();
    rmSync(path.join(cwd, 'reports/a.expected.json'));
    rmSync(path.join(cwd, 'reports/sub/b.txt'));
    const { code, out } = await run(['validate', 'reports'], { cwd });
    expect(code).toBe(1);
    expect(out).toMatch(/^reports\/a\.txt\n {2}no expected file/mu);
    expect(out).toMatch(/^reports\/sub\/b\.expected\.json\n {2}expected file without a report/mu);
    expect(existsSync(path.join(cwd, 'reports/a.expected.json'))).toBe(false);
  });

  it('a report that cannot be read is an error, and the rest goes on', async () => {
    const cwd = await upToDate();
    writeFileSync(path.join(cwd, 'reports/a.txt'), '\0');
    const { code, out, err } = await run(['validate', 'reports'], { cwd });
    expect(code).toBe(1);
    expect(err).toMatch(/^healthx: reports\/a\.txt: a binary file/u);
    expect(out).toContain('1 report failed');
  });

  it.each([
    [['validate', 'gone'], /no such folder/u],
    [['validate', 'a.md'], /not a folder/u],
    [['validate', 'empty'], /no report/u],
    [['validate'], /fixtures\/reports: no such folder/u],
    [['validate', '--nonsense'], /unknown option/u],
  ])('%j cannot run', async (argv, message) => {
    const cwd = folder({ 'a.md': '', 'empty/a.md': '' });
    const { code, out, err } = await run(argv, { cwd });
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });
});

describe('validate --update', () => {
  it('rewrites what differs, says so, and leaves the rest alone', async () => {
    const cwd = await upToDate({ 'a.txt': SENTENCE, 'b.txt': TWO_FIGURES, 'c.txt': SENTENCE, 'd.txt': SENTENCE });
    const right = readFileSync(path.join(cwd, 'reports/a.expected.json'), 'utf8');
    edit(cwd, 'a.expected.json', () => []);
    rmSync(path.join(cwd, 'reports/c.expected.json'));
    rmSync(path.join(cwd, 'reports/d.txt'));
    const untouched = statSync(path.join(cwd, 'reports/b.expected.json')).mtimeMs;
    const { code, out } = await run(['validate', 'reports', '--update'], { cwd });
    expect(code).toBe(0);
    expect(out.trimEnd().split('\n')).toEqual([
      'updated  reports/a.expected.json',
      'written  reports/c.expected.json',
      'removed  reports/d.expected.json',
      '3 reports, 4 records: 3 expected files changed',
    ]);
    expect(readFileSync(path.join(cwd, 'reports/a.expected.json'), 'utf8')).toBe(right);
    expect(statSync(path.join(cwd, 'reports/b.expected.json')).mtimeMs).toBe(untouched);
    expect((await run(['validate', 'reports', '--update'], { cwd })).out).toContain('nothing to update');
    expect((await run(['validate', 'reports'], { cwd })).code).toBe(0);
  });
});
