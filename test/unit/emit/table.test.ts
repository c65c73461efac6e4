import { Chalk } from 'chalk';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { cells, pad, shorten } from '../../../dist/emit/cells.js';
import { formatValue, tableWriter } from '../../../dist/emit/table.js';
import type { HealthRecord } from '../../../dist/index.js';
import { sampleRecord } from '../../sample-record.js';

function table(records: HealthRecord[], width: number, level: 0 | 1 = 0, file = 'a.txt'): string[] {
  const writer = tableWriter({ width, chalk: new Chalk({ level }) });
  return [...writer.document(file, records)].join('').split('\n').slice(0, -1);
}

const LONG = '城乡居民基本医疗保险参保人员住院政策范围内费用报销比例以及其他各项补助标准';
const mixed = [
  sampleRecord({ label: LONG, value: 598900, unit: '人次', relation: 'approx' }),
  sampleRecord({ label: 'HIV 抗体检测', district: '寻甸回族彝族自治县', value: 1.5, kind: 'target' }),
  sampleRecord({ label: '𠮷野家👨‍👩‍👧é', district: null, value: 7, kind: 'standard', year: null }),
];

describe('the table', () => {
  it('lines its columns up by cells, not characters', () => {
    const [, header, ...rows] = table(mixed, 300);
    const at = stringWidth((header as string).slice(0, (header as string).indexOf('kind')));
    for (const row of rows) expect(stringWidth(row.slice(0, row.search(/actual|target|standard/u)))).toBe(at);
    expect(rows[0]).toContain(LONG);
  });

  it.each([200, 120, 100, 80, 72, 60, 50, 40])('fits %i cells', (width) => {
    const lines = table(mixed, width);
    expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(width);
    // half a number would mislead: values are never cut
    expect(lines.join('\n')).toContain('≈ 598,900 人次');
    expect(lines[2]).toContain('城乡居');
  });

  it('marks what it cut', () => {
    expect(table(mixed, 80)[2]).toContain('…');
    expect(table(mixed, 300).join('')).not.toContain('…');
  });

  it('colours the kind only where colour is allowed', () => {
    expect(table(mixed, 80, 0).join('')).not.toContain('\u001b');
    const [, , first, second] = table(mixed, 80, 1);
    expect(first).toContain('\u001b[32mactual');
    expect(second).toContain('\u001b[33mtarget');
  });

  it('names the file and says where there is nothing', () => {
    expect(table([], 80)).toEqual(['a.txt', 'no figures']);
    expect(table(mixed, 80)[0]).toBe('a.txt');
  });

  it('lets no control character through', () => {
    const lines = table([sampleRecord({ label: 'a\nb\u001b[31mc' })], 200, 0, 'x\u001b[2J.txt');
    expect(lines).toHaveLength(3);
    expect(lines.join('')).not.toContain('\u001b');
  });
});

describe('formatValue', () => {
  it.each<[Partial<HealthRecord>, string]>([
    [{ value: 96.31, unit: '%' }, '96.31%'],
    [{ value: 1234567.5, unit: '元' }, '1,234,567.5 元'],
    [{ value: 598900, unit: '人', relation: 'gte' }, '≥ 598,900 人'],
    [{ value: 100, unit: '人', relation: 'gt' }, '> 100 人'],
    [{ value: 100, unit: '人', relation: 'lt' }, '< 100 人'],
    [{ value: 100, unit: '人', relation: 'lte' }, '≤ 100 人'],
    [{ value: 1000, valueMax: 2000, unit: '元' }, '1,000–2,000 元'],
    [{ value: 2.3, unit: '百分点', aspect: 'change' }, '+2.3 百分点'],
    [{ value: -123456, unit: '人', aspect: 'change' }, '-123,456 人'],
    [{ value: 0.1234, unit: null }, '0.1234'],
    [{ value: 999, unit: null }, '999'],
  ])('%j', (changes, text) => {
    expect(formatValue(sampleRecord(changes))).toBe(text);
  });
});

describe('cells', () => {
  it('shortens to at most the width and pads to exactly it', () => {
    expect(shorten('床位数', 6)).toBe('床位数');
    expect(shorten('床位数量', 6)).toBe('床位…');
    expect(cells(shorten('床位数量', 6))).toBe(5);
    expect(pad('床位数量', 6)).toBe('床位… ');
    expect(pad('12', 4, 'right')).toBe('  12');
    expect(shorten('👨‍👩‍👧床位', 3)).toBe('👨‍👩‍👧…');
  });
});
