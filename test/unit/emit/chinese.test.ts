import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHECKS, ROLES, VERDICTS } from '../../../dist/audit/finding.js';
import { CHECKS_ZH, CODES_ZH, FIELDS_ZH, ROLES_ZH, VERDICTS_ZH } from '../../../dist/emit/chinese.js';
import { fieldsNamed } from '../../../dist/emit/columns.js';
import { protect, restore } from '../../../dist/emit/excel-csv.js';
import { ASPECTS, COLUMNS, DOMAINS, KINDS, RELATIONS } from '../../../dist/index.js';
import { FLAGS } from '../../../dist/model/flags.js';
import { DIMENSIONS } from '../../../dist/model/record.js';

describe('Chinese names', () => {
  it.each([
    ['fields', COLUMNS, Object.fromEntries(Object.entries(FIELDS_ZH).map(([field, { name }]) => [field, name]))],
    ['domain', DOMAINS, CODES_ZH.domain],
    ['kind', KINDS, CODES_ZH.kind],
    ['aspect', ASPECTS, CODES_ZH.aspect],
    ['relation', RELATIONS, CODES_ZH.relation],
    ['dimension', DIMENSIONS, CODES_ZH.dimension],
    ['flags', Object.keys(FLAGS), CODES_ZH.flags],
    ['checks', CHECKS, CHECKS_ZH],
    ['verdicts', VERDICTS, VERDICTS_ZH],
    ['roles', ROLES, ROLES_ZH],
  ] as const)('of %s: one for each, no two the same, no comma', (_, codes, names = {}) => {
    expect(Object.keys(names).sort()).toEqual([...codes].sort());
    expect(new Set(Object.values(names)).size).toBe(codes.length);
    for (const name of Object.values(names)) expect(name).toMatch(/^[\p{Script=Han}、]+$/u);
  });

  it('name no column as another field is named in English', () => {
    for (const { name } of Object.values(FIELDS_ZH)) expect(COLUMNS).not.toContain(name);
  });
});

describe('flags', () => {
  it.each([
    ['README.md', 'en'],
    ['README.zh-CN.md', 'zh'],
  ] as const)('are those of %s, with their meanings', (file, lang) => {
    const text = readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');
    const plain = text.replaceAll('`', '');
    for (const [flag, { meaning }] of Object.entries(FLAGS)) expect(plain).toContain(`| ${flag} | ${meaning[lang]} |`);
    const heading = lang === 'en' ? '### Flags' : '### 标记';
    const table = text.slice(text.indexOf(heading) + heading.length).split(/^[^|\n]/mu)[0] ?? '';
    expect([...table.matchAll(/^\| `([a-z-]+)` \|/gmu)].map((match) => match[1])).toEqual(Object.keys(FLAGS));
  });
});

describe('fieldsNamed', () => {
  it('takes English and Chinese names, whatever the case', () => {
    expect(fieldsNamed(['年份', 'Indicator', 'districtcode'])).toEqual(['year', 'indicator', 'districtCode']);
  });

  it.each([
    ['yaer', "columns: there is no 'yaer'; did you mean year?"],
    ['period', "columns: there is no 'period'; did you mean periodEnd or periodStart?"],
    ['数字', "columns: there is no '数字'; did you mean"],
    ['xyzzyx', "columns: there is no 'xyzzyx'; the columns are id, file,"],
  ])('advises on %s', (name, message) => {
    expect(() => fieldsNamed([name])).toThrow(message);
  });

  it('refuses a column twice', () => {
    expect(() => fieldsNamed(['year', '年份'])).toThrow("columns: '年份' is named twice");
  });
});

describe('protect', () => {
  it.each([
    '=1+1',
    '+cmd',
    '-x',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '＝1',
    "'=1",
    "''@x",
    '007',
    '1e70259883655123',
    '1234567890123456',
    '3-5',
    '1/10',
    '8:30',
    '5月',
    '2019年5月',
    '2019-05-31',
  ])('puts an apostrophe before %j, which restore takes away', (text) => {
    expect(protect(text)).toBe(`'${text}`);
    expect(restore(protect(text))).toBe(text);
  });

  it.each([
    '',
    '-5',
    '+0.6',
    '-7.5%',
    '12',
    '0',
    '0.5',
    '123456789012345',
    "'",
    "it's",
    '孕产妇',
    '1.2万',
    'a=b',
    '2019年',
  ])('leaves %j', (text) => {
    expect(protect(text)).toBe(text);
    expect(restore(text)).toBe(text);
  });
});
