// One report in every format and encoding gives the same records; pages give the figures of their article and none of their furniture.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { HealthRecord } from '../dist/model/record.js';
import { extractDocument } from '../dist/pipeline.js';
import { readDocument } from '../dist/read/document.js';
import { createSegmenter } from '../dist/segment/words.js';

const segmenter = createSegmenter('jieba');
const fixtures = path.join(import.meta.dirname, '..', 'fixtures');
const records = async (file: string): Promise<HealthRecord[]> => {
  const { text, pages } = await readDocument(readFileSync(path.join(fixtures, file)));
  return extractDocument({ file: 'report', text, ...(pages ? { pages } : {}) }, { segmenter }).records;
};
/** What a record says, apart from where it stands and in which characters it is written. */
const said = ({ id: _, start: _s, end: _e, line: _l, column: _c, page: _p, raw: _r, sentence: _t, partOf, ...rest }: HealthRecord) => ({
  ...rest,
  part: partOf !== null,
});

describe('one report', async () => {
  const expected = (await records('formats/report.txt')).map(said);
  const files = readdirSync(path.join(fixtures, 'formats')).filter((f) => f.startsWith('report.'));

  it('has figures in its text and in its table', () => {
    expect(expected).toHaveLength(25);
    expect(expected.filter((r) => r.rule === 'table-cell')).toHaveLength(12);
    expect(expected.find((r) => r.value === 253100)).toMatchObject({ label: '乡镇卫生院诊疗', unit: '人次', year: 2020, part: true });
    expect(expected.find((r) => r.value === -9)).toMatchObject({ label: '乡镇卫生院诊疗', unit: '%', aspect: 'change' });
  });

  it.each(files)('%s says the same', async (file) => {
    expect((await records(`formats/${file}`)).map(said)).toEqual(expected);
  });

  it('tells the page of a PDF', async () => {
    expect((await records('formats/report.pdf'))[0]?.page).toBe(1);
    expect((await records('formats/report.docx'))[0]?.page).toBeNull();
  });

  it.each(['xlsx', 'xls'])('has its table as a workbook, too: %s', async (format) => {
    const table = (await records(`formats/table-source.${format}`)).map(said);
    expect(table.map((r) => [r.label, r.value, r.unit, r.year, r.aspect, r.part])).toEqual(
      expected.filter((r) => r.rule === 'table-cell').map((r) => [r.label, r.value, r.unit, r.year, r.aspect, r.part]),
    );
  });
});

describe('pages of sites', () => {
  const SIGNING = ['21.6万人', '46.8%', '2.3个百分点', '118个', '96个', '22个', '8.3万人次', '2.6万人次', '75%'];
  const BULLETIN = '1286.4万人次 42.7万人 78.6% 2134个 2.86万张 3.12万人 1.18万人 1.41万人 6.2张 6.8/10万 2.4‰ 3.9‰'.split(' ');

  it.each([
    ['gov-table-layout', SIGNING, '360822', 2021],
    ['news-spans', SIGNING, '429005', 2022],
    ['portal-divs', BULLETIN, '361000', 2021],
    ['wechat-like', BULLETIN, '360700', 2021],
    ['old-fonts', BULLETIN, '360600', 2021],
  ])('%s', async (page, figures, code, year) => {
    const found = await records(`pages/${page}.html`);
    expect(found.map((r) => r.raw)).toEqual(figures);
    expect(found[0]).toMatchObject({ districtCode: code, year });
  });
});
