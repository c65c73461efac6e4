// The figures of reports checked against each other.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { audit, FLAG_OF } from '../dist/audit/audit.js';
import { CHECKS, type Finding } from '../dist/audit/finding.js';
import { compare, intervalOf, stepOf } from '../dist/audit/precision.js';
import { createExtractor, type HealthRecord } from '../dist/index.js';
import { FLAGS } from '../dist/model/flags.js';
// @ts-expect-error a script without types
import { parseCases, scorePlanted } from '../scripts/lib/planted.mjs';

const extractor = createExtractor();
const fixtures = path.join(import.meta.dirname, '..', 'fixtures');
const findings = (text: string, file = 'report.txt'): Finding[] => audit(extractor.extract(text, { file }));
const verdicts = (text: string): string[] => findings(text).map(({ check, verdict }) => `${check} ${verdict}`);

describe('planted errors', () => {
  const source = readdirSync(path.join(fixtures, 'audit'))
    .filter((file) => /^cases.*\.txt$/u.test(file))
    .map((file) => readFileSync(path.join(fixtures, 'audit', file), 'utf8'))
    .join('\n');
  const reports = readdirSync(path.join(fixtures, 'audit'))
    .filter((file) => /^report.*\.txt$/u.test(file))
    .map((file) => ({ file, text: readFileSync(path.join(fixtures, 'audit', file), 'utf8') }));
  const { rows, falseInReports } = scorePlanted(source, reports);
  const total = rows.at(-1);

  it('are at least 60, of every check', () => {
    expect(total.planted).toBeGreaterThanOrEqual(60);
    expect(new Set(parseCases(source).map(({ check }: { check: string }) => check))).toEqual(new Set([...CHECKS, 'none']));
  });

  it('are found for the most part, and nothing is said of what is right', () => {
    expect(total.caught + total.otherwise).toBeGreaterThanOrEqual(155);
    expect(total.alarms).toBe(0);
    expect(falseInReports).toEqual([]);
  });

  it('are found by every check', () => {
    for (const row of rows.slice(0, -1))
      if (row.planted > 0) expect((row.caught + row.otherwise) / row.planted, row.check).toBeGreaterThan(0.5);
  });
});

describe('reports without planted errors', () => {
  const folders = [
    'reports',
    ...readdirSync(path.join(fixtures, 'unseen')).flatMap((name) => (name.startsWith('round') ? [`unseen/${name}`] : [])),
  ];
  const texts = folders.flatMap((folder) =>
    readdirSync(path.join(fixtures, folder))
      .filter((file) => file.endsWith('.txt'))
      .map((file) => [`${folder}/${file}`, readFileSync(path.join(fixtures, folder, file), 'utf8')] as const),
  );

  it.each(texts)('%s: no contradiction', (file, text) => {
    expect(findings(text, file).filter(({ verdict }) => verdict === 'inconsistent')).toEqual([]);
  });

  it('in sentences of the corpus: no contradiction', () => {
    const sentences = readdirSync(path.join(fixtures, 'corpus')).flatMap((file) =>
      readFileSync(path.join(fixtures, 'corpus', file), 'utf8')
        .split('\n')
        .filter((line) => line.startsWith('@'))
        .map((line) => line.slice(1).trim().replaceAll('⏎', '\n')),
    );
    expect(sentences.length).toBeGreaterThan(600);
    for (const sentence of sentences) expect(findings(sentence).filter(({ verdict }) => verdict === 'inconsistent')).toEqual([]);
  });
});

describe('precision of printed digits', () => {
  const record = (raw: string, value: number, dimension: HealthRecord['dimension'] = 'people'): HealthRecord =>
    ({ raw, value, dimension, relation: 'eq', valueMax: null }) as HealthRecord;

  it.each([
    ['59.89万人次', 598900, 100],
    ['3.2%', 3.2, 0.1],
    ['96%', 96, 1],
    ['1,204人', 1204, 1],
    ['１２．６万', 126000, 1000],
    // a cell whose unit stands in the header
    ['68.5', 685000, 1000],
    ['1亿2000万元', 120000000, 10000],
  ])('%s', (raw, value, step) => {
    expect(Number(stepOf({ raw, value }))).toBeCloseTo(step, 9);
  });

  it('rounds and cuts off as people do', () => {
    const rate = (raw: string, value: number, middle: number): string =>
      compare(record(raw, value, 'ratio'), intervalOf(record(String(middle), middle))).verdict;
    // 1231 of 1250 is 98.48 %
    const exact = (value: number, computed: number): string => {
      const stated = record(`${value}%`, value, 'ratio');
      const big = intervalOf(record('0', 0));
      return compare(stated, { low: big.low.plus(computed), high: big.high.plus(computed) }).verdict;
    };
    expect(exact(98.5, 98.48)).toBe('consistent');
    expect(exact(98.4, 98.48)).toBe('rounding');
    expect(exact(98.6, 98.48)).toBe('inconsistent');
    expect(rate('96%', 96, 96)).toBe('consistent');
  });
});

describe('findings', () => {
  it('cite both figures with their places', () => {
    const text = '安吉县2021年工作总结\n全县卫生技术人员812人，其中男300人、女502人。\n';
    const [found] = findings(text);
    expect(found).toMatchObject({ check: 'parts-total', verdict: 'inconsistent', stated: 812, computed: 802, unit: '人' });
    expect(found?.cites.map(({ role, raw, line }) => [role, raw, line])).toEqual([
      ['total', '812人', 2],
      ['part', '300人', 2],
      ['part', '502人', 2],
    ]);
    for (const cite of found?.cites ?? []) {
      expect(text.slice(cite.start, cite.end)).toBe(cite.raw);
      expect(cite.sentence).toContain(cite.raw);
    }
    expect(found?.text.en).toContain('300人 + 502人 = 802人');
    expect(found?.text.zh).toContain('不符');
  });

  it('say what is possible though it is beyond the whole', () => {
    expect(verdicts('全县预防接种检查覆盖率达300%。')).toEqual(['natural-range not-checkable']);
    expect(verdicts('抽检水样合格率达130%。')).toEqual(['natural-range inconsistent']);
  });

  it('compare the reports of one place over the years, and with what each says twice', () => {
    const records = [
      ...extractor.extract('安吉县2020年工作总结\n全县总诊疗人次63.3万人次。\n', { file: '2020.txt' }),
      ...extractor.extract(
        '安吉县2021年工作总结\n全县总诊疗人次68.5万人次，比上年增长5.2%。\n孕产妇系统管理率93.4%。\n二、妇幼\n孕产妇系统管理率94.3%。\n',
        {
          file: '2021.txt',
        },
      ),
    ];
    const found = audit(records);
    expect(found.map(({ check, verdict, computed }) => [check, verdict, computed])).toEqual([
      ['change-levels', 'inconsistent', expect.closeTo(8.21, 1)],
      ['repeated', 'inconsistent', 93.4],
    ]);
    expect(found[0]?.cites.map(({ file }) => file)).toEqual(['2021.txt', '2021.txt', '2020.txt']);
    // another place has nothing to do with it
    expect(
      audit([...extractor.extract('长兴县2020年工作总结\n全县总诊疗人次63.3万人次。\n', { file: 'a' }), ...records.slice(1)]).map(
        ({ check }) => check,
      ),
    ).toEqual(['repeated']);
  });

  it('are in the flags of an extraction', () => {
    const flags = (text: string): string[] => extractor.extract(`安吉县2021年工作总结\n${text}`).flatMap((record) => record.flags);
    expect(flags('药占比由36.2%下降至30.1%，下降5.1个百分点。')).toContain('change-mismatch');
    expect(flags('应种儿童1250人，实种1231人，接种率95.8%。')).toEqual(['rate-mismatch']);
    expect(flags('谋划重点项目17个，总投资46525万元，其中：开工建设项目7个，总投资1.4025万元。')).toContain('magnitude-suspect');
    for (const flag of Object.values(FLAG_OF)) expect(FLAGS).toHaveProperty(flag);
  });

  it('of a long column cite its first cells, and take no longer for it', { timeout: 60_000 }, () => {
    const rows = 20_000;
    const table = `2020年安吉县卫生站\n站点\t诊疗(人次)\n合计\t${rows * 10}\n${Array.from({ length: rows }, (_, i) => `第${i}站\t10`).join('\n')}\n`;
    const [found, ...others] = findings(table);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ check: 'parts-total', verdict: 'consistent', stated: rows * 10, computed: rows * 10 });
    expect(found?.cites.length).toBeLessThan(100);
    expect(found?.text.en).toContain(`(${rows})`);
  });

  it('have the same id on every run, and no two the same', () => {
    const text = '全县卫生技术人员812人，其中男300人、女502人。药占比由36.2%下降至30.1%，下降5.1个百分点。';
    const ids = findings(text).map(({ id }) => id);
    expect(ids).toEqual(findings(text).map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });
});
