import type { HealthRecord } from '../dist/index.js';

/** A record for tests of what is done with records, not of how they are found. */
export function sampleRecord(changes: Partial<HealthRecord> = {}): HealthRecord {
  return {
    id: '0123456789abcdef',
    file: 'report.txt',
    province: '四川省',
    city: '成都市',
    district: '双流区',
    districtCode: '510116',
    year: 2019,
    periodStart: '2019-01-01',
    periodEnd: '2019-12-31',
    domain: 'maternal-child-health',
    section: ['健康促进', '妇幼保健'],
    indicator: '孕产妇系统管理率',
    indicatorId: null,
    label: '全区孕产妇系统管理率',
    kind: 'actual',
    aspect: 'level',
    relation: 'eq',
    value: 96.31,
    valueMax: null,
    unit: '%',
    dimension: 'ratio',
    raw: '96.31%',
    base: null,
    partOf: null,
    start: 10,
    end: 16,
    line: 1,
    column: 11,
    sentence: '全区孕产妇系统管理率96.31%。',
    rule: 'share',
    flags: [],
    ...changes,
  };
}
