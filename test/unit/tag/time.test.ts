import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createExtractor } from '../../../dist/index.js';
import { reportTime } from '../../../dist/tag/report-time.js';
import { rulesAt, TIME_RULES } from '../../../dist/tag/time-expressions.js';
import { fold } from '../../../dist/text/fold.js';

describe('reportTime', () => {
  it.each([
    [['建湖县2018年工作总结'], '', '', 2018],
    [['2019年工作总结及2020年工作思路'], '', '', 2019],
    [['2021—2025年卫生健康规划'], '', '', 2025],
    [['工作总结'], '2017年,全县完成300例。', '', 2017],
    [['工作总结'], '较2008年同期有所提升。', '', 2009],
    [['区卫健局谋划2021年工作'], '', '发布时间:2020-12-22', 2021],
    [['医养结合暖民心'], '2022年,全区建成4家。是2019年的1.8倍。', '发布时间:2023-01-09', 2022],
    [['健康服务持续提升'], '今年以来,全区完成300例。', '2020-10-22 22:22', 2020],
    [['工作总结'], '完成300例。', '', null],
  ] as const)('%j %s', (titles, body, furniture, year) => {
    expect(reportTime(titles, body, furniture).year).toBe(year);
  });

  it('gives a half-year report its period', () => {
    expect(reportTime(['2019年上半年工作总结'], '', '')).toMatchObject({ year: 2019, start: '2019-01-01', end: '2019-06-30' });
  });
});

describe('year and period of a figure', () => {
  const extractor = createExtractor();
  const first = (text: string) => extractor.extract(`某县2020年卫生工作总结\n\n${text}`)[0];

  it.each([
    ['1—6月,全县接种疫苗3200剂次。', 2020, '2020-01-01', '2020-06-30'],
    ['上半年,全县接种疫苗3200剂次。', 2020, '2020-01-01', '2020-06-30'],
    ['前三季度,全县接种疫苗3200剂次。', 2020, '2020-01-01', '2020-09-30'],
    ['截至5月底,全县建档3200份。', 2020, null, '2020-05-31'],
    ['截至2019年2月,全县建档3200份。', 2019, null, '2019-02-28'],
    ['2018年,全县建档3200份。', 2018, '2018-01-01', '2018-12-31'],
    ['去年完成筛查3200人。', 2019, '2019-01-01', '2019-12-31'],
    ['2016—2020年,全县新建村卫生室32所。', 2020, '2016-01-01', '2020-12-31'],
    ['全年完成筛查3200人。', 2020, '2020-01-01', '2020-12-31'],
    ['到2025年,签约率达到75%。', 2025, null, null],
  ])('%s', (text, year, start, end) => {
    const record = first(text);
    expect(record?.year).toBe(year);
    if (start !== null || end !== null) expect([record?.periodStart, record?.periodEnd]).toEqual([start, end]);
  });

  it('does not take a base of comparison for the year of the figure', () => {
    expect(first('门诊量较2017年增长12%。')).toMatchObject({ year: 2020, base: '2017年', aspect: 'change' });
  });

  it('gives an undated baseline no year', () => {
    expect(first('办理时限由30天缩短到10天。')).toMatchObject({ aspect: 'baseline', year: null, value: 30 });
  });

  it("takes the next steps of an annual report for next year's", () => {
    const records = extractor.extract(
      '某县2020年卫生工作总结\n\n一、工作成效\n新建村卫生室5所。\n\n二、下一步工作打算\n新建村卫生室8所。\n',
    );
    expect(records.map((r) => [r.value, r.year, r.kind])).toEqual([
      [5, 2020, 'actual'],
      [8, 2021, 'target'],
    ]);
  });
});

// what a rule says of its signs and words only saves work
it('passes over no rule that would read an expression', () => {
  const texts = ['cases', 'corpus', 'reports'].flatMap((folder) =>
    readdirSync(`fixtures/${folder}`)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => fold(readFileSync(`fixtures/${folder}/${name}`, 'utf8'))),
  );
  let read = 0;
  for (const text of texts) {
    for (const { index } of text.matchAll(/[\d一二三四五六七八九十元今本去上明来前下全当年月季“"近过这截目现]/gu)) {
      const tried = rulesAt(text, index);
      for (const rule of TIME_RULES) {
        rule.pattern.lastIndex = index;
        const match = rule.pattern.exec(text);
        if (!match || match[0] === '' || !rule.read(match.groups ?? {})) continue;
        expect(tried, `${match[0]} in ${text.slice(Math.max(0, index - 10), index + 20)}`).toContain(rule);
        read++;
      }
    }
  }
  expect(read).toBeGreaterThan(1000);
});
