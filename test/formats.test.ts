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

describe('a document of many pages', async () => {
  const [pdf, docx] = [await records('formats/pages.pdf'), await records('formats/pages.docx')];

  it('is the same as PDF and as DOCX', () => {
    expect(pdf.map(said)).toEqual(docx.map(said));
    expect(pdf).toHaveLength(18 * 5 + 16 + 6);
  });

  it('has its title once, and neither running heads nor page numbers', async () => {
    const { text, pages } = await readDocument(readFileSync(path.join(fixtures, 'formats', 'pages.pdf')));
    expect(text.split('景宁畲族自治县')).toHaveLength(2);
    expect(text).not.toMatch(/—/u);
    expect(pages).toHaveLength(4);
    expect(pdf.at(-1)?.page).toBe(4);
  });

  it('has headers over several columns, and names and headers that wrap', () => {
    const cell = (raw: string): unknown => {
      const found = pdf.find((record) => record.raw === raw);
      return [found?.label, found?.unit, found?.year, found?.section.at(-1), found?.kind];
    };
    expect(cell('846')).toEqual(['实有床位', '张', 2022, '医疗卫生资源情况', 'actual']);
    expect(cell('205')).toEqual(['县中医医院卫生技术人员', '人', 2021, '医疗卫生资源情况', 'actual']);
    expect(cell('407')).toEqual(['乡镇卫生院卫生技术人员', '人', 2022, '医疗卫生资源情况', 'actual']);
    expect(cell('171.9')).toEqual(['甲乙类法定传染病报告发病率', '1/10万', 2022, '主要指标', 'actual']);
    // the title of a table heads no prose
    expect(pdf.at(-1)).toMatchObject({ section: [], kind: 'actual' });
  });
});

describe('pages of sites', () => {
  it('tell their title, date, source and issuing body', async () => {
    const { metadata } = await readDocument(readFileSync(path.join(fixtures, 'pages', 'gov-table-layout.html')));
    expect(metadata).toEqual({
      title: '吉水县家庭医生签约服务工作情况',
      published: '2021-11-05',
      source: '吉水县卫生健康委员会',
      issuer: null,
    });
    const page =
      '<html><body><h1>某事</h1><p>发布机构：铅山县卫生健康委员会　成文日期：2022年3月8日　来源：县疾控中心</p><p>全县门诊12万人次。</p></body></html>';
    expect((await readDocument(Buffer.from(page))).metadata).toEqual({
      title: '某事',
      published: '2022-03-08',
      source: '县疾控中心',
      issuer: '铅山县卫生健康委员会',
    });
  });

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
