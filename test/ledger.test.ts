// The ledger: every run of digits or Chinese numerals is accounted for, once.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createExtractor } from '../dist/index.js';

const extractor = createExtractor();
const fixtures = path.join(import.meta.dirname, '..', 'fixtures');
const folders = [
  'reports',
  ...readdirSync(path.join(fixtures, 'unseen'), { withFileTypes: true }).flatMap((d) => (d.isDirectory() ? [`unseen/${d.name}`] : [])),
];
const reports = folders.flatMap((folder) =>
  readdirSync(path.join(fixtures, folder))
    .filter((f) => f.endsWith('.txt'))
    .map((f) => [`${folder}/${f}`, readFileSync(path.join(fixtures, folder, f), 'utf8')] as const),
);

/** What no rule explains, by report: to be kept short. */
const UNEXPLAINED: Readonly<Record<string, readonly string[]>> = {
  // somebody says that they called 120
  'reports/news-tongnan.txt': ['120'],
  // weights and scores of an assessment
  'unseen/round-10/hailin-2020.txt': '10 10 10 10 8 7.6 8 8 10 10 6 6 6 6 10 10 6 5 74 72.6'.split(' '),
  // 12县(市): counties without a classifier; HIV检测人次不少于75万
  'unseen/round-11/dali-2016.txt': ['12', '75万'],
  // a sex ratio that fell by so much
  'unseen/round-12/wuqiang-2017.txt': ['1.8'],
  // the foot of a document library, its numbers written twice
  'unseen/round-20/mingguang2018.txt': ['2'],
  // 同比增长18。 and 率100; shares that lost their sign
  'unseen/round-20/xiningchengdong2013.txt': ['18', '100'],
  // 《新闻直播间》 20201119 寒潮来袭
  'unseen/round-22/tianjin2020.txt': ['20201119'],
  // 二00九年: zeros for 〇
  'unseen/round-26/changtu-2009.txt': ['00'],
  // 2 型糖尿病
  'unseen/round-26/fuchuan-2014.txt': ['2'],
  // a key of the page and codes below the text
  'unseen/round-26/pengyang-2022.txt': ['640425', '112', '00187'],
  // 56人获…奖(金奖17、银奖12、铜奖27): what has the prize stands between
  'unseen/round-27/baicheng-2017.txt': ['17', '12', '27'],
  // 注:①指标2按户籍口径
  'unseen/round-27/longwen-2022.txt': ['1', '2'],
  // 发病率 (the number is missing) /10万; 美沙酮0; the count of pages
  'unseen/round-27/yuxian-2013.txt': ['10万', '0', '3', '7'],
  // 总诊疗人次2607.3万,…。其中医院843.6万: the unit stands in the sentence before
  'unseen/round-28/hengshui-2016.txt': ['843.6万'],
  // 人次较去年同期少了2300多; 像她这样的重点人群,全县有5.73万
  'unseen/round-28/shidian-2024.txt': ['2300', '5.73万'],
  // 一类苗应种4312针次、实种4268; 应管3215,体检2347
  'unseen/round-31/daying-2018.txt': ['4268', '2347'],
  // 取暖费一年17万多: money whose unit is left out behind how long it lasts
  'unseen/round-37/huinan-2019.txt': ['17万'],
  // 咨询9; 县财政拨80万建周转房
  'unseen/round-33/longmen-2016.txt': ['9', '80万'],
  // 与“十四五”末达到12的目标还有差距
  'unseen/round-30/akesu-2024.txt': ['12'],
  // 平均增长1成多
  'unseen/round-30/jianou-2006.txt': ['1'],
  // 表26~1、26~3
  'unseen/round-24/lanshan-1990.txt': ['26', '3'],
};

describe('the ledger', () => {
  it.each(reports)('%s', (name, text) => {
    const { records, mentions } = extractor.inspect(text);
    const starts = new Set(records.map((r) => r.start));
    // a quantity is a record and nothing else
    expect(mentions.filter((m) => m.class === 'quantity').map((m) => m.start)).toEqual([...starts]);
    for (const run of text.matchAll(/[0-9０-９]+|[零〇一二两三四五六七八九十百千万亿]+/gu)) {
      for (let at = run.index; at < run.index + run[0].length; at++) {
        const owners = mentions.filter((m) => m.start <= at && at < m.end);
        expect(owners.length, `${text.slice(at - 4, at + 4)} is in ${owners.length} classes`).toBe(1);
      }
    }
    const unexplained = mentions.filter((m) => m.class === 'unexplained').map((m) => text.slice(m.start, m.end));
    expect(unexplained).toEqual(UNEXPLAINED[name] ?? []);
  });

  it.each([
    ['2019年6月', 'date'],
    ['第31个爱国卫生月', 'ordinal'],
    ['三级甲等医院', 'grade'],
    ['国办发〔2015〕13号', 'document-number'],
    ['电话：0839-3262313', 'identifier'],
    ['“十免四补助”政策', 'name'],
    ['65岁及以上老年人', 'population'],
    ['2型糖尿病', 'name'],
    ['排名第12', 'ordinal'],
    ['代码 7731', 'identifier'],
    ['见7731', 'unexplained'],
  ])('%s is a %s', (text, kind) => {
    const { records, mentions } = extractor.inspect(text);
    expect(records).toEqual([]);
    expect(mentions.map((m) => m.class)).toContain(kind);
  });
});
