import { describe, expect, it } from 'vitest';
import { cellText, columnTitles } from '../../../dist/emit/pivot-text.js';
import type { HealthRecord } from '../../../dist/index.js';
import { dimensionsNamed } from '../../../dist/pivot/dimensions.js';
import { periodKey, periodName } from '../../../dist/pivot/period.js';
import { Pivot, type PivotTable } from '../../../dist/pivot/pivot.js';
import { sampleRecord } from '../../sample-record.js';

function table(records: readonly Partial<HealthRecord>[], rows = ['indicator', 'unit'], across = ['place', 'year']): PivotTable {
  const pivot = new Pivot(dimensionsNamed(rows, '--rows'), dimensionsNamed(across, '--across'));
  for (const changes of records)
    pivot.add(sampleRecord({ periodStart: null, periodEnd: null, ...changes }), { file: 'records.csv', line: 2 });
  return pivot.table('en');
}

/** Rows as lines: names, then cells. */
const shown = (made: PivotTable): string[] => [
  ['', ...columnTitles(made)].join(' / '),
  ...made.rowNames.map((names, i) => [names.join(' '), ...(made.cells[i] ?? []).map((cell) => cellText(cell, false))].join(' / ')),
];

describe('cells', () => {
  it('hold one value for exact repeats, all values for conflicts, never a sum', () => {
    const made = table([{ value: 12 }, { value: 12 }, { value: 15, file: 'b.txt', line: 7 }]);
    expect(shown(made)).toEqual([' / 双流区 2019', '孕产妇系统管理率 % / 12 | 15 (!)']);
    expect(made.cells[0]?.[0]?.values).toMatchObject([
      { value: 12, count: 2, file: 'report.txt', line: 1 },
      { value: 15, count: 1, file: 'b.txt', line: 7 },
    ]);
  });

  it('take about 12 and 12 as two statements, and keep ranges', () => {
    expect(shown(table([{ value: 12 }, { value: 12, relation: 'approx' }]))[1]).toContain('12 | ≈12 (!)');
    expect(shown(table([{ value: 3, valueMax: 5 }]))[1]).toContain('3–5');
  });

  it('leave out a part beside its total, but not a part alone', () => {
    const part = { value: 4, partOf: 'aaaaaaaaaaaaaaaa' };
    const both = table([part, { value: 12 }]);
    expect(shown(both)[1]).toBe('孕产妇系统管理率 % / 12');
    expect(both.parts).toBe(1);
    expect(shown(table([part]))[1]).toBe('孕产妇系统管理率 % / 4');
    // what stands as a figure of its own elsewhere is no mere part
    expect(shown(table([part, { value: 12 }, { value: 4 }]))[1]).toBe('孕产妇系统管理率 % / 4 | 12 (!)');
  });

  it('keep twenty different values and count the rest', () => {
    const made = table(Array.from({ length: 30 }, (_, value) => ({ value })));
    expect(made.cells[0]?.[0]?.values).toHaveLength(20);
    expect(cellText(made.cells[0]?.[0] ?? null, false)).toMatch(/^0 \| 1 .* \| 19 \| … 10 more \(!\)$/u);
  });

  it('name the unit where the table does not', () => {
    const made = table([{ value: 12 }], ['indicator'], ['year']);
    expect(cellText(made.cells[0]?.[0] ?? null, true)).toBe('12 %');
  });
});

describe('places', () => {
  const gulou = { district: '鼓楼区', city: '南京市', province: '江苏省', districtCode: '320106' };
  const other = { district: '鼓楼区', city: '福州市', province: '福建省', districtCode: '350102' };

  it('of the same name stay apart, and are named so that they differ', () => {
    expect(columnTitles(table([gulou, other, {}]))).toEqual(['南京市鼓楼区 2019', '福州市鼓楼区 2019', '双流区 2019']);
  });

  it('without a code are told apart by all their names', () => {
    const zone = { district: '高新区', districtCode: null };
    expect(
      columnTitles(
        table([
          { ...zone, city: '成都市', province: '四川省' },
          { ...zone, city: '合肥市', province: '安徽省' },
        ]),
      ),
    ).toEqual(['成都市高新区 2019', '合肥市高新区 2019']);
  });

  it('may be a city, a province or none', () => {
    const made = table([
      { district: null, districtCode: '510100' },
      { district: null, city: null, districtCode: '510000' },
      { district: null, city: null, province: null, districtCode: null },
    ]);
    expect(columnTitles(made)).toEqual(['四川省 2019', '成都市 2019', 'no place 2019']);
  });
});

describe('periods', () => {
  const at = (year: number | null, periodStart: string | null, periodEnd: string | null) => ({ year, periodStart, periodEnd });
  it.each([
    [at(2019, null, null), '2019'],
    [at(2019, '2019-01-01', '2019-12-31'), '2019'],
    [at(2019, null, '2019-12-31'), '2019'],
    [at(2019, '2019-01-01', '2019-06-30'), '2019-01–06'],
    [at(2019, '2019-02-01', '2019-02-28'), '2019-02'],
    [at(2019, '2019-08-18', '2019-08-18'), '2019-08-18'],
    [at(2019, '2019-01-01', '2019-06-10'), '2019-01-01–2019-06-10'],
    [at(2019, null, '2019-05-31'), 'to 2019-05-31'],
    [at(2020, '2016-01-01', '2020-12-31'), '2016–2020'],
    [at(2020, '2019-09-01', '2020-08-31'), '2019-09–2020-08'],
    [at(2017, '2017-03-01', null), 'since 2017-03-01'],
    [at(null, null, null), 'no year'],
  ])('%j is %s', (period, name) => {
    expect(periodName(period, 'en')).toBe(name);
  });

  it('have the same key exactly where they have the same name', () => {
    const all = [
      at(2019, null, null),
      at(2019, '2019-01-01', '2019-12-31'),
      at(2019, '2019-01-01', '2019-06-30'),
      at(2018, '2018-01-01', '2019-12-31'),
      at(2019, null, '2019-06-30'),
      at(2019, '2019-06-30', null),
    ];
    const names = all.map((period) => periodName(period, 'en'));
    expect(new Set(all.map(periodKey)).size).toBe(new Set(names).size);
    expect([...new Set(all.map(periodKey))].sort()[0]).toBe('2018 0 2019-12-31');
  });

  it('keep a half-year out of the column of its year', () => {
    const half = { value: 60, periodStart: '2019-01-01', periodEnd: '2019-06-30' };
    expect(shown(table([half, { value: 120 }]))).toEqual([' / 双流区 2019 / 双流区 2019-01–06', '孕产妇系统管理率 % / 120 / 60']);
  });
});

describe('rows', () => {
  it('stand by subject area, then by name, with the unit apart', () => {
    const made = table([
      { indicator: '乙', domain: 'tcm', unit: '人' },
      { indicator: '甲', domain: 'tcm', unit: '人' },
      { indicator: '甲', domain: 'tcm', unit: '%' },
      { indicator: '丙', domain: 'medical-security', unit: null },
    ]);
    expect(made.rowNames).toEqual([
      ['丙', ''],
      ['乙', '人'],
      ['甲', '%'],
      ['甲', '人'],
    ]);
  });
});

it('advises on names', () => {
  expect(() => dimensionsNamed(['plaec'], '--rows')).toThrow("--rows: there is no 'plaec'; did you mean place?");
  expect(() => dimensionsNamed(['指标', 'indicator'], '--rows')).toThrow('--rows: a name stands there twice');
  expect(dimensionsNamed(['地区', '年份'], '--rows').map((dimension) => dimension.name)).toEqual(['place', 'year']);
});
