import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { complete } from '../../../dist/bind/complete.js';
import { distribute } from '../../../dist/bind/distribute.js';
import { isBare, LOOKS_BEFORE, tidy } from '../../../dist/bind/label.js';
import { fold } from '../../../dist/text/fold.js';

describe('tidy', () => {
  it.each([
    ['全区累计完成适龄妇女“两癌”筛查', '适龄妇女“两癌”筛查'],
    ['为困难老人提供上门护理', '困难老人上门护理'],
    ['全年共报告乙类传染病', '报告乙类传染病'],
    ['婴儿死亡率为', '婴儿死亡率'],
    ['规划编制床位共计', '规划编制床位'],
    ['受疫情影响', ''],
    ['诊疗量占比力争', '诊疗量占比'],
    ['完成值', '完成值'],
    ['只', ''],
    ['跃升', ''],
    ['.区财政卫生支出', '区财政卫生支出'],
    ['公约', '公约'],
  ])('%s → %s', (phrase, label) => {
    expect(tidy(phrase)).toBe(label);
  });

  it('is stable: a label stays what it is', () => {
    for (const label of ['孕产妇系统管理率', '家庭医生签约', '新增托位', '完成投资', '65岁及以上老年人健康管理率'])
      expect(tidy(label)).toBe(label);
  });
});

describe('looks before patterns', () => {
  // a look only saves work: what a pattern would cut off may not be hidden by it
  const phrases = readdirSync('fixtures/corpus')
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) => fold(readFileSync(`fixtures/corpus/${name}`, 'utf8')).split(/[\n,。;:|@-]+/u))
    .concat('迁建项目于年底开工', '信息平台自秋季起正式启用', '新院区从三月起投用')
    .flatMap((clause) => Array.from(clause, (_, at) => [clause.slice(at, at + 16), clause.slice(0, at + 1)]).flat());

  it.each(LOOKS_BEFORE)('%s hides no match of its pattern', (look, pattern) => {
    const matched = phrases.filter((phrase) => phrase.search(pattern) >= 0);
    expect(matched).not.toEqual([]);
    expect(matched.filter((phrase) => phrase.search(look) < 0)).toEqual([]);
  });
});

describe('isBare', () => {
  it.each(['规范管理率', '办结', '总投资', '完成率', ''])('%s needs a subject', (label) => expect(isBare(label)).toBe(true));
  it.each(['孕产妇死亡率', '门诊人次', '新增托位', '婴儿死亡率'])('%s stands alone', (label) => expect(isBare(label)).toBe(false));
});

describe('complete', () => {
  it.each([
    ['糖尿病患者建档', '规范管理率', '糖尿病患者规范管理率'],
    ['老年人健康检查', '检查率', '老年人健康检查率'],
    ['无偿献血任务', '完成', '无偿献血完成'],
    ['门诊楼改造项目总投资', '已完成投资', '门诊楼改造项目已完成投资'],
    ['', '签约率', '签约率'],
  ])('%s + %s = %s', (subject, head, label) => {
    expect(complete(subject, head)).toBe(label);
  });
});

describe('distribute', () => {
  it.each([
    ['高血压、糖尿病患者规范管理率', 2, ['高血压患者规范管理率', '糖尿病患者规范管理率']],
    ['新生儿、婴儿、5岁以下儿童三个死亡率', 3, ['新生儿死亡率', '婴儿死亡率', '5岁以下儿童死亡率']],
    ['一、二级医院次均费用', 2, ['一级医院次均费用', '二级医院次均费用']],
    ['基金收支', 2, ['基金收入', '基金支出']],
    ['门诊和住院人次', 2, ['门诊人次', '住院人次']],
  ])('%s in %i', (subject, count, members) => {
    expect(distribute(subject, count)).toEqual(members);
  });

  it('refuses a list whose members do not add up', () => {
    expect(distribute('高血压、糖尿病、肺结核患者管理率', 2)).toBeNull();
    expect(distribute('孕产妇系统管理率', 2)).toBeNull();
  });
});
