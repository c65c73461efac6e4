import { describe, expect, it } from 'vitest';
import { splitLines } from '../../../dist/segment/lines.js';
import { outline } from '../../../dist/segment/sections.js';
import { fold } from '../../../dist/text/fold.js';

const paths = (source: string): [string, readonly string[]][] => {
  const text = fold(source);
  return outline(text, splitLines(text))
    .blocks.filter((b) => !b.heading)
    .map((b) => [text.slice(b.start, b.end).trim(), b.section.path]);
};

describe('outline', () => {
  it('nests 一、 (一) 1. (1) and leaves a level when a higher mark comes', () => {
    const text = '一、工作成效\n(一)妇幼健康\n1.两癌筛查\n完成筛查300人。\n(二)老龄健康\n体检200人。\n二、存在问题\n人员不足。\n';
    expect(paths(text)).toEqual([
      ['完成筛查300人。', ['工作成效', '妇幼健康', '两癌筛查']],
      ['体检200人。', ['工作成效', '老龄健康']],
      ['人员不足。', ['存在问题']],
    ]);
  });

  it('reads 【】 items under a bare heading', () => {
    const text = '卫生健康\n【概况】2020年末,全区有医院5家。\n【妇幼保健】 住院分娩率100%。\n';
    expect(paths(text)).toEqual([
      ['2020年末,全区有医院5家。', ['卫生健康', '概况']],
      ['住院分娩率100%。', ['卫生健康', '妇幼保健']],
    ]);
  });

  it('reads sentences without a verb that paragraphs open with', () => {
    const text = '妇幼保健工作。住院分娩率61.3%。\n地方病防治工作。改水降氟18处。\n';
    expect(paths(text)).toEqual([
      ['住院分娩率61.3%。', ['妇幼保健工作']],
      ['改水降氟18处。', ['地方病防治工作']],
    ]);
    expect(paths('妇幼保健工作。住院分娩率61.3%。\n')).toEqual([['妇幼保健工作。住院分娩率61.3%。', []]]);
  });

  it('reads words set off by blanks that paragraphs open with, where three do', () => {
    const three = [
      '疾病控制  全年报告传染病486例,无死亡病例,国家免疫规划疫苗接种率96.3%。',
      '妇幼保健  全县活产数4126人,住院分娩率91.7%,孕产妇死亡1例。',
      '卫生监督  发放卫生许可证638份,查处违法案件27起,罚款4.6万元。',
    ];
    expect(paths(`${three.join('\n\n')}\n`).map(([, path]) => path)).toEqual([['疾病控制'], ['妇幼保健'], ['卫生监督']]);
    expect(paths(`${three.slice(1).join('\n\n')}\n`).map(([, path]) => path)).toEqual([[], []]);
    // a copied page that breaks its lines: what a line begins with is in the middle of a sentence
    const torn = three.map((line) => `本县各单位全年共开展各类督导检查和业务培训活动四十余场次并会同\n${line}`);
    expect(paths(`${torn.join('\n')}\n`).every(([, path]) => path.length === 0)).toBe(true);
  });

  it('finds marks inside a text that lost its line breaks, in their sequence only', () => {
    const text =
      '现总结如下:一、主要成效根据要求,我局积极推进。(一)健康扶贫扎实推进。1、全面落实政策。救助3人。2、开展义诊。义诊24次、巡诊8次。(二)中医药稳步发展。诊疗9人次。二、存在问题目前,人员不足。';
    const found = paths(text);
    expect(found.find(([t]) => t.startsWith('救助'))?.[1]).toEqual(['主要成效', '健康扶贫扎实推进', '全面落实政策']);
    expect(found.find(([t]) => t.startsWith('诊疗'))?.[1]).toEqual(['主要成效', '中医药稳步发展']);
    expect(found.find(([t]) => t.startsWith('义诊'))?.[1]).toEqual(['主要成效', '健康扶贫扎实推进', '开展义诊']);
    expect(found.at(-1)?.[1]).toEqual(['存在问题']);
  });

  it('takes 一是 … 二是 as run-in headings', () => {
    expect(paths('一是强化监督执法。检查30家。二是规范办案。立案2件。')).toEqual([
      ['检查30家。', ['强化监督执法']],
      ['立案2件。', ['规范办案']],
    ]);
  });

  it('keeps the year of a heading', () => {
    expect(paths('七、2020年工作打算。新建5所。')).toEqual([['新建5所。', ['2020年工作打算']]]);
  });

  it('does not take a figure at the start of a line for a heading number', () => {
    expect(paths('12.5万人次就诊。\n2020年,新建5所。\n')).toEqual([
      ['12.5万人次就诊。', []],
      ['2020年,新建5所。', []],
    ]);
  });
});

describe('splitLines', () => {
  const furniture = (text: string): boolean => splitLines(fold(text))[0]?.furniture ?? false;

  it.each([
    '您当前的位置：首页 > 政务公开 > 部门动态',
    '发布时间：2021-03-02 来源：区卫健局 浏览次数：128',
    '第3页 / 共12页',
    '京ICP备12345678号-1',
    '+1',
    '【字体：大 中 小】',
    '扫一扫在手机打开当前页',
    '联系电话：0571-8888123',
  ])('furniture: %s', (line) => {
    expect(furniture(line)).toBe(true);
  });

  it.each([
    '全区共有医疗机构312个，其中医院8家。',
    '通过微信公众号扫码签约，群众足不出户即可办理，累计签约3200人，服务群众满意度达98%。',
    '一、工作成效',
  ])('text: %s', (line) => {
    expect(furniture(line)).toBe(false);
  });
});
