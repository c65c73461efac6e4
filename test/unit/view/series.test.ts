import { describe, expect, it } from 'vitest';
import { attainments, domainCounts, linesOf, seriesOf } from '../../../dist/view/series.js';
import { sampleRecord } from '../../sample-record.js';

const all = (records: readonly unknown[]): number[] => records.map((_, row) => row);

describe('seriesOf', () => {
  it('takes reached levels of several places or years, unit by unit', () => {
    const records = [
      sampleRecord({ year: 2019, value: 96 }),
      sampleRecord({ year: 2020, value: 97 }),
      sampleRecord({ year: 2020, value: 99, kind: 'target' }),
      sampleRecord({ year: 2020, value: 1, aspect: 'change' }),
      sampleRecord({ year: 2021, value: 5, unit: '人' }),
      sampleRecord({ year: null, value: 6 }),
      sampleRecord({ district: '武侯区', year: 2020, value: 98 }),
    ];
    const series = seriesOf(records, all(records));
    expect(series).toHaveLength(1);
    expect(series[0]).toMatchObject({ indicator: '孕产妇系统管理率', unit: '%', places: ['双流区', '武侯区'], years: [2019, 2020] });
    expect(series[0]?.points.map(({ row }) => row)).toEqual([0, 1, 6]);
    expect(seriesOf(records, [0])).toEqual([]);
  });

  it('tells places of the same name apart', () => {
    const records = [
      sampleRecord({ district: '鼓楼区', city: '南京市', province: '江苏省' }),
      sampleRecord({ district: '鼓楼区', city: '徐州市', province: '江苏省' }),
    ];
    expect(seriesOf(records, [0, 1])[0]?.places).toEqual(['南京市鼓楼区', '徐州市鼓楼区']);
  });

  it('joins no years by a line of which one has two values', () => {
    const year = (year: number, value: number): ReturnType<typeof sampleRecord> => sampleRecord({ year, value });
    const clear = [year(2021, 3), year(2019, 1), year(2020, 2), year(2020, 2)];
    expect(linesOf(seriesOf(clear, all(clear))[0] as never).map((line) => line.map(({ value }) => value))).toEqual([[1, 2, 3]]);
    const unclear = [year(2019, 1), year(2020, 2), year(2020, 5), year(2021, 3)];
    expect(linesOf(seriesOf(unclear, all(unclear))[0] as never).map((line) => line.map(({ value }) => value))).toEqual([[1, 3]]);
  });
});

describe('attainments', () => {
  const target = (year: number, value: number): ReturnType<typeof sampleRecord> => sampleRecord({ kind: 'target', year, value });
  const actual = (year: number, value: number): ReturnType<typeof sampleRecord> => sampleRecord({ year, value });
  it.each([
    ['the same year', [target(2020, 80), actual(2019, 20), actual(2020, 60)], [75]],
    ['else the latest year before', [target(2021, 80), actual(2019, 20), actual(2020, 60), actual(2022, 70)], [75]],
    ['never a later year', [target(2019, 80), actual(2020, 60)], []],
    ['no target of nought', [target(2020, 0), actual(2020, 60)], []],
    ['nothing where a side has two values', [target(2020, 80), actual(2020, 60), actual(2020, 61)], []],
    ['once where both values agree', [target(2020, 80), target(2020, 80), actual(2020, 60)], [75]],
  ])('%s', (_, records, shares) => {
    expect(attainments(records, all(records)).map(({ share }) => share)).toEqual(shares);
  });
});

it('domainCounts counts kinds within domains', () => {
  const records = [sampleRecord(), sampleRecord({ kind: 'target' }), sampleRecord(), sampleRecord({ domain: 'tcm' })];
  expect(domainCounts(records, [0, 1, 2, 3])).toEqual([
    { domain: 'maternal-child-health', kind: 'actual', count: 2 },
    { domain: 'maternal-child-health', kind: 'target', count: 1 },
    { domain: 'tcm', kind: 'actual', count: 1 },
  ]);
});
