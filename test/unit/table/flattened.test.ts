import { describe, expect, it } from 'vitest';
import { createExtractor } from '../../../dist/index.js';

const extractor = createExtractor();
const figures = (text: string): string[] => extractor.extract(text).map((r) => r.raw);

describe('rows of an assessment table that lie on one line are left to the ledger', () => {
  it.each([
    ['target, result, weight and score', '数量指标 老年人健康管理率 ≥61% 63.7% 5 5'],
    ['without a sign', '数量指标 健康讲座场次 120场 132场 5 4.5 完成'],
    ['one number of points at the end', '时效指标 资金到位率 100% 98.3% 5'],
    ['two rows behind each other', '建档率 ≥80% 86.4% 5 5 老年人健康管理率 ≥61% 63.7% 5 5'],
    ['no gap behind the bound', '群众满意度≥80%91%'],
    ['named points', '年初预算数 3650万元 全年执行数 3588.2万元 分值10 执行率98.3% 得分9.83'],
  ])('%s', (_what, row) => {
    expect(figures(`兴国县2022年绩效自评\n${row}\n2022年,全县开展义诊38场。`)).toEqual(['38场']);
  });

  it.each([
    ['a bound in prose', '2023年,全县孕产妇死亡率控制在≤12/10万,婴儿死亡率≤4.5‰。', ['12/10万', '4.5‰']],
    ['stray spaces', '2022 年,全县共有卫生院 12 个,床位 310 张,其中中医床位 45 张。', ['12 个', '310 张', '45 张']],
    ['numbers with a mark between them', '2022年,县医院、中医院、妇幼院分别有床位120张、86张、45张。', ['120张', '86张', '45张']],
  ])('not %s', (_what, text, expected) => expect(figures(text)).toEqual(expected));
});
