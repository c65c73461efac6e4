import { describe, expect, it } from 'vitest';
import type { Citation, Finding } from '../../../dist/audit/finding.js';
import type { HealthRecord } from '../../../dist/index.js';
import type { ViewDocument } from '../../../dist/view/document.js';
import { pack, unpack } from '../../../dist/view/pack.js';
import { sampleRecord } from '../../sample-record.js';
import { content, REPORT, viewDocument } from './sample-content.js';

/** As it goes through the page. */
const through = (packed: ReturnType<typeof pack>): ReturnType<typeof unpack> => unpack(JSON.parse(JSON.stringify(packed)));
const cite = (record: HealthRecord): Citation => ({
  role: 'total',
  record: record.id,
  file: record.file,
  line: record.line,
  column: record.column,
  start: record.start,
  end: record.end,
  label: record.label,
  raw: record.raw,
  value: record.value,
  unit: record.unit,
  year: record.year,
  sentence: record.sentence,
});

describe('pack and unpack', () => {
  it('give back every field of every record', () => {
    const documents = [
      viewDocument('a.txt', REPORT),
      viewDocument('空.txt', '没有数字。'),
      viewDocument('b.txt', REPORT.replaceAll('\n', '\r\n')),
    ];
    const page = through(pack(content(...documents)));
    expect(page.records.length).toBeGreaterThan(10);
    expect(page.records).toEqual(documents.flatMap((document) => document.records));
    expect(page.documents.map(({ file, text }) => [file, text])).toEqual(documents.map(({ file, text }) => [file, text]));
    expect(page.documents.map(({ headings }) => headings)).toEqual(documents.map(({ headings }) => headings));
  });

  it('keep the order of the fields, which is that of the columns', () => {
    const document = viewDocument('a.txt', REPORT);
    const [record] = through(pack(content(document))).records;
    expect(Object.keys(record ?? {}).sort()).toEqual(Object.keys(document.records[0] ?? {}).sort());
  });

  it('keep fields that the text does not bear out', () => {
    const odd = sampleRecord({ raw: '97%', sentence: '另一句。', line: 7, column: 9, partOf: 'ffffffffffffffff', file: 'x' });
    const document: ViewDocument = { file: 'a.txt', text: '全区孕产妇系统管理率96.31%。', records: [odd], mentions: [], headings: [] };
    expect(through(pack(content(document))).records).toEqual([odd]);
  });

  it('keep the totals apart where two inputs hold the same text', () => {
    const documents = [viewDocument('a.txt', REPORT), viewDocument('b.txt', REPORT)];
    const { records, totalOf, documentOf } = through(pack(content(...documents)));
    const parts = totalOf.flatMap((total, i) => (total < 0 ? [] : [[i, total] as const]));
    expect(parts).toHaveLength(2);
    for (const [part, total] of parts) {
      expect(documentOf[part]).toBe(documentOf[total]);
      expect(records[part]?.partOf).toBe(records[total]?.id);
    }
  });

  it('put every number that is no record into the ledger, once', () => {
    const document = viewDocument('a.txt', REPORT);
    const { leftOut } = through(pack(content(document)));
    const figures = new Set(document.records.map(({ start }) => start));
    expect(leftOut.map(({ start, end, class: name, rule }) => ({ start, end, name, rule }))).toEqual(
      document.mentions.filter(({ start }) => !figures.has(start)).map(({ start, end, class: name, rule }) => ({ start, end, name, rule })),
    );
    expect(leftOut.some(({ class: name }) => name === 'population')).toBe(true);
  });

  it('keep findings, with the record of each citation', () => {
    const document = viewDocument('a.txt', REPORT);
    const [first, second] = document.records as [HealthRecord, HealthRecord];
    const stranger: Citation = { ...cite(second), record: '0000000000000000' };
    const finding: Finding = {
      id: 'aaaaaaaaaaaaaaaa',
      check: 'parts-total',
      verdict: 'inconsistent',
      text: { en: '1 ≠ 2', zh: '1 ≠ 2' },
      cites: [cite(first), stranger],
      stated: 1,
      computed: 2,
      tolerance: 0,
      unit: '人',
    };
    const page = through(pack({ documents: [document], failures: [{ file: 'x', reason: 'y' }], findings: [finding] }));
    expect(page.findings).toEqual([
      {
        ...finding,
        cites: [
          { ...cite(first), index: 0 },
          { ...stranger, index: -1 },
        ],
      },
    ]);
    expect(page.failures).toEqual([{ file: 'x', reason: 'y' }]);
  });

  it('take less room than the records as JSON, the text included', () => {
    const documents = Array.from({ length: 20 }, (_, i) => viewDocument(`${i}.txt`, REPORT));
    const plain = JSON.stringify(documents.flatMap((document) => document.records));
    expect(JSON.stringify(pack(content(...documents))).length).toBeLessThan(plain.length / 3);
  });
});
