import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { folder, run, TWO_FIGURES } from './run.js';

const PAIR = '2021年，全县高血压患者建档61850人，规范管理率68.16%，较上年提高2.1个百分点。';
const UNEVEN = '门诊、住院、急诊次均费用分别为210元、8300元。';
const FOLDER = path.join(import.meta.dirname, '..', '..', 'fixtures', 'reports');

describe('explain', () => {
  it('shows for every number of a text what it is and why', async () => {
    const { code, out, err } = await run(['explain', PAIR]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^2021年 {2}date {2}line 1$/mu);
    expect(out).toMatch(/^68\.16% {2}record {2}line 1$/mu);
    expect(out).toMatch(/^ {4}rule +ratio-inherited-subject: /mu);
    expect(out).toMatch(/^ {4}lost +ratio-direct: /mu);
    expect(out).toMatch(/base 上年/u);
    expect(out.trimEnd().split('\n').at(-1)).toBe('4 numbers: 3 record, 1 date');
  });

  it('shows the words that a relation was read from', async () => {
    const { out } = await run(['explain', '力争老年人健康管理率不低于75%，惠及6.8万余人。']);
    expect(out).toContain('75 % (ratio), gte from ‘不低于75%’');
    expect(out).toContain('68000 人 (people), approx from ‘6.8万余人’');
  });

  it('says why values that are dealt out have no labels of their own', async () => {
    const { out } = await run(['explain', UNEVEN]);
    expect(out.match(/ambiguous-binding/gu)).toHaveLength(2);
    expect(out.replaceAll(/\s+/gu, ' ')).toContain('does not divide into as many members');
  });

  it.each(readdirSync(FOLDER).filter((f) => f.endsWith('.txt')))('keeps to 80 columns: %s', async (file) => {
    const { code, out } = await run(['explain', path.join(FOLDER, file)], { stdoutIsTTY: true, columns: 80 });
    expect(code).toBe(0);
    for (const line of out.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(80);
  });

  it('explains one line of a file', async () => {
    const cwd = folder({ 'a.txt': `${TWO_FIGURES}第二行：新增托位26个。\n` });
    const { code, out } = await run(['explain', 'a.txt:2'], { cwd });
    expect(code).toBe(0);
    expect(out).toContain('26个  record  line 2');
    expect(out).not.toContain('line 1');
  });

  it('prints JSON whose records agree with extract', async () => {
    const cwd = folder({ 'a.txt': TWO_FIGURES });
    const explained = JSON.parse((await run(['explain', '-f', 'json', 'a.txt'], { cwd })).out);
    const extracted = JSON.parse((await run(['extract', '-q', '-f', 'json', 'a.txt'], { cwd })).out);
    const records = explained.numbers.flatMap((n: { record?: object }) => (n.record ? [n.record] : []));
    expect(records).toEqual(extracted);
    expect(Object.values(explained.ledger as Record<string, number>).reduce((a, b) => a + b, 0)).toBe(explained.numbers.length);
  });

  it.each(['a.txt', 'missing/report.txt', 'a.txt:3'])('takes what looks like a path for a path: %s', async (target) => {
    const { code, out, err } = await run(['explain', target], { cwd: folder({}) });
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(target.replace(/:\d+$/u, ''));
  });

  it('refuses a line that the file has not', async () => {
    const cwd = folder({ 'a.txt': TWO_FIGURES });
    const { code, out, err } = await run(['explain', 'a.txt:99'], { cwd });
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('99');
  });

  it('reads what extract reads', async () => {
    const file = path.join(FOLDER, readdirSync(FOLDER).find((f) => f.endsWith('.txt')) as string);
    const { out } = await run(['explain', '-f', 'json', file]);
    for (const { record } of JSON.parse(out).numbers as { record?: { raw: string; start: number; end: number } }[])
      if (record) expect(readFileSync(file, 'utf8').slice(record.start, record.end)).toBe(record.raw);
  });
});
