// Texts that a converter tore apart: stray spaces, soft line breaks, page numbers and running heads, other pages' headlines.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createExtractor, type HealthRecord } from '../dist/index.js';

const extractor = createExtractor();
const shown = (record: HealthRecord): string => `${record.label} ${record.value} ${record.unit}`;
const read = (text: string): string[] => extractor.extract(text).map(shown);

describe('stray spaces', () => {
  test.each([
    ['全县有医院1 2家。', '医院 12 家'],
    ['开放床位2 315 张。', '开放床位 2315 张'],
    ['总诊疗1 204 560人次。', '总诊疗 1204560 人次'],
    ['参保率达9 8.6 %。', '参保率 98.6 %'],
    ['住院率为14. 3%。', '住院率 14.3 %'],
    ['住院率为14 .3%。', '住院率 14.3 %'],
    ['改造业务用房12, 345平 方 米。', '改造业务用房 12345 平方米'],
    ['慢病随访3.2 万 人 次。', '慢病随访 32000 人次'],
    ['争取资金4600 万 元。', '资金 46000000 元'],
    ['孕产妇死亡率8.6 / 10 万。', '孕产妇死亡率 8.6 1/10万'],
    ['知晓率提高2.3个 百分 点。', '知晓率 2.3 百分点'],
    ['全 年 完 成 健 康 体 检1250 人。', '健康体检 1250 人'],
    ['培训乡村医生１ ２６人。', '培训乡村医生 126 人'],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  test.each([
    // a number between line breaks, and its unit behind the next one
    ['现有农户\n8216\n户,其中五保户\n312\n户。', ['农户 8216 户', '五保户 312 户']],
    ['全年补偿\n1\n862\n人次。', []],
  ])('lines that only ran out of room: %j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('a page that is set in as a whole', () => {
    const text =
      '  全县医疗机构遍布城乡，年末共有各类卫生机构\n  318个，其中县级以上医院7个、乡镇卫生院26个；病床\n  1864张，覆盖全部乡镇和街道；卫生技术人员2106\n  人，其中医生987人。';
    const amounts = extractor.extract(text).map((record) => `${record.value} ${record.unit}`);
    expect(amounts).toEqual(['318 个', '7 个', '26 个', '1864 张', '2106 人', '987 人']);
  });

  test.each([
    // an item and its text
    ['主要成效如下。2. 3家医院通过等级评审。', ['医院通过等级评审 3 家']],
    // a year and a figure
    ['与2019 3家医院相比。', ['医院 3 家']],
    // the number of a table and a figure
    ['详见表3 12家医院。', ['医院 12 家']],
  ])('two numbers stay two: %s', (text, expected) => {
    const got = extractor.extract(text).map((record) => `${record.value} ${record.unit}`);
    expect(got).toEqual(expected.map((line) => line.split(' ').slice(1).join(' ')));
  });

  test('what might as well be two numbers is flagged, and groups of three are not', () => {
    expect(extractor.extract('全县有医院1 2家。')[0]?.flags).toContain('number-joined');
    expect(extractor.extract('开放床位2 315张。')[0]?.flags).not.toContain('number-joined');
  });

  test('two numbers without a word between them are no figure', () => {
    const { records, mentions } = extractor.inspect('目标完成投资35 42万元。');
    expect(records).toEqual([]);
    expect(new Set(mentions.map((mention) => mention.class))).toEqual(new Set(['unexplained']));
  });

  test('offsets are those of the source', () => {
    const text = '全县有医院1 2家，开放床位2 315 张，\n其中县医院6 00张。';
    for (const record of extractor.extract(text)) expect(text.slice(record.start, record.end)).toBe(record.raw);
    expect(extractor.extract(text).map((record) => [record.raw, record.line, record.column])).toEqual([
      ['1 2家', 1, 6],
      ['2 315 张', 1, 15],
      ['6 00张', 2, 6],
    ]);
  });
});

describe('soft line breaks', () => {
  test.each([
    ['全市共有医疗卫生机\n构612个，其中医院35家。', ['医疗卫生机构 612 个', '医院 35 家']],
    ['全年完成总诊疗412.6万\n人次。', ['总诊疗 4126000 人次']],
    ['年内落实家庭医生签\n约服务，签约率达38.5%。', ['家庭医生签约率 38.5 %']],
    ['强化责任落实\n全市建成村卫生室612个。', ['村卫生室 612 个']],
  ])('%j', (text, expected) => {
    expect(read(text).map((line) => line.replace('建成', '').replace('落实', '').replace('服务', ''))).toEqual(expected);
  });

  const folder = new URL('../fixtures/reports/', import.meta.url);
  const reports = readdirSync(folder).filter((name) => name.endsWith('.txt'));

  test.each([20, 26, 34, 42])('reports set to lines of %i characters give the same figures', (width) => {
    let figures = 0;
    let same = 0;
    let foreign = 0;
    for (const name of reports) {
      const text = readFileSync(new URL(name, folder), 'utf8');
      const key = (record: HealthRecord): string => [shown(record), record.kind, record.aspect, record.year].join(' ');
      const left = extractor.extract(text, { file: name }).map(key);
      figures += left.length;
      for (const record of extractor.extract(wrap(text, width), { file: name }).map(key)) {
        const at = left.indexOf(record);
        if (at < 0) foreign++;
        else {
          same++;
          left.splice(at, 1);
        }
      }
    }
    expect(figures).toBeGreaterThan(300);
    // a mark such as (三) that comes to stand at the start of a line opens an item there
    expect(same / figures).toBeGreaterThan(0.98);
    expect(foreign / figures).toBeLessThan(0.02);
  });
});

describe('pages', () => {
  const page = `南谯区2019年卫生健康工作总结
　　全区现有医疗卫生机构287个，其中医院3家；实有床位1682张，每千人口床位7.
9张。一年来，全区上下凝心聚力、攻坚克难，卫生技术人员达到1345人，比上年增
加62人，每千人口执业（助理）医师2.6人，基层首诊、双向转诊有序推开，全年住
— 3 —
南谯区2019年卫生健康工作总结
院3.9万人次，门急诊122.5万人次。

— 4 —
南谯区2019年卫生健康工作总结
　　报告乙类传染病312例。
`;

  test('a sentence goes on behind a page number and a running head', () => {
    const { records, mentions } = extractor.inspect(page);
    expect(records.map(shown)).toContain('住院 39000 人次');
    expect(records.map((record) => record.value)).toEqual([287, 3, 1682, 7.9, 1345, 62, 2.6, 39000, 1225000, 312]);
    expect(new Set(records.map((record) => record.district))).toEqual(new Set(['南谯区']));
    for (const record of records) expect(page.slice(record.start, record.end)).toBe(record.raw);
    const numbers = mentions.filter((mention) => ['3', '4'].includes(page.slice(mention.start, mention.end)));
    expect(numbers.map((mention) => mention.class)).toEqual(['furniture', 'furniture']);
  });

  test('headlines of other pages are no text of this one', () => {
    const text = `首页 > 政务公开 > 工作动态
截至6月底，全县家庭医生签约18.6万人，签约率为61.2%。

相关阅读
· 我县完成疫苗接种12万剂次
· 县人民医院新增床位200张
热门推荐：
2021年全县卫生总费用达12亿元
主办单位：竹山县人民政府办公室　电话：0719-4222345
`;
    expect(extractor.extract(text).map((record) => record.raw)).toEqual(['18.6万人', '61.2%']);
  });
});

/** Paragraphs set in by two characters, lines of `width` characters that no punctuation opens: the way converters leave them. */
function wrap(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .map((line) => {
      if (line.length <= width) return line;
      let wrapped = '';
      let cells = 0;
      for (const c of `　　${line}`) {
        const own = c.charCodeAt(0) > 0xff ? 2 : 1;
        if (cells + own > width * 2 && !/[，。；：、）”％%》]/u.test(c)) {
          wrapped += '\n';
          cells = 0;
        }
        wrapped += c;
        cells += own;
      }
      return wrapped;
    })
    .join('\n');
}
