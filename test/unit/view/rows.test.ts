import { describe, expect, it } from 'vitest';
import { ANY, facetCounts, filterRows, isFiltered, NO_FILTER, NONE, placeName, sortRows } from '../../../dist/view/rows.js';
import { sampleRecord } from '../../sample-record.js';

const records = [
  sampleRecord({ year: 2019, kind: 'target', flags: ['unit-implied'] }),
  sampleRecord({ district: null, year: 2020, label: '门诊人次', indicator: '诊疗人次数', sentence: '诊疗35.2万人次。' }),
  sampleRecord({ district: '高新区', year: null, domain: 'tcm', flags: ['year-unknown', 'unit-implied'], indicatorId: 'tcm.rooms' }),
];
const documentOf = [0, 0, 1];
const filter = (changes: Partial<typeof NO_FILTER>): number[] => filterRows(records, documentOf, { ...NO_FILTER, ...changes });

describe('filterRows', () => {
  it.each([
    ['nothing', {}, [0, 1, 2]],
    ['a place', { facets: { place: '成都市' } }, [1]],
    ['a year', { facets: { year: '2019' } }, [0]],
    ['no year', { facets: { year: '' } }, [2]],
    ['a domain', { facets: { domain: 'tcm' } }, [2]],
    ['a kind', { facets: { kind: 'target' } }, [0]],
    ['a flag', { facets: { flags: 'unit-implied' } }, [0, 2]],
    ['any flag', { facets: { flags: ANY } }, [0, 2]],
    ['no flag', { facets: { flags: NONE } }, [1]],
    ['two at once', { facets: { flags: ANY, kind: 'actual' } }, [2]],
    ['an indicator by its name', { indicator: '诊疗人次' }, [1]],
    ['an indicator by its label', { indicator: '门诊' }, [1]],
    ['an indicator by its id', { indicator: 'TCM.' }, [2]],
    ['words, all of them', { text: '系统管理率 双流区' }, [0]],
    ['words that do not stand together', { text: '诊疗 双流区' }, []],
    ['a document', { document: 1 }, [2]],
  ])('%s', (_, changes, rows) => {
    expect(filter(changes)).toEqual(rows);
  });

  it('leaves one facet out, to tell what it could be set to', () => {
    const set = { ...NO_FILTER, facets: { kind: 'target', flags: ANY } };
    const open = filterRows(records, documentOf, set, 'kind');
    expect([...facetCounts(records, open, 'kind')]).toEqual([
      ['target', 1],
      ['actual', 1],
    ]);
  });

  it('knows whether it filters at all', () => {
    expect(isFiltered(NO_FILTER)).toBe(false);
    expect(isFiltered({ ...NO_FILTER, text: '  ' })).toBe(false);
    expect(isFiltered({ ...NO_FILTER, document: 0 })).toBe(true);
  });
});

it('placeName is the smallest place', () => {
  expect(records.map(placeName)).toEqual(['双流区', '成都市', '高新区']);
  expect(placeName(sampleRecord({ district: null, city: null, province: null }))).toBe('');
});

describe('sortRows', () => {
  const byCode = (a: string, b: string): number => (a < b ? -1 : 1);
  const keys = [3, null, 1, 3, 2];
  const rows = [0, 1, 2, 3, 4];

  it('sorts both ways, stable, with unknown ones last', () => {
    expect(sortRows(rows, (row) => keys[row] ?? null, false, byCode)).toEqual([2, 4, 0, 3, 1]);
    expect(sortRows(rows, (row) => keys[row] ?? null, true, byCode)).toEqual([0, 3, 4, 2, 1]);
  });

  it('sorts texts as it is told to', () => {
    const texts = ['b', 'a', 'c'];
    expect(sortRows([0, 1, 2], (row) => texts[row] ?? null, false, byCode)).toEqual([1, 0, 2]);
    expect(
      sortRows(
        [0, 1, 2],
        (row) => texts[row] ?? null,
        false,
        (a, b) => byCode(b, a),
      ),
    ).toEqual([2, 0, 1]);
  });
});
