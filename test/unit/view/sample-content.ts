import { extractDocument } from '../../../dist/pipeline.js';
import { createSegmenter } from '../../../dist/segment/words.js';
import type { ViewContent, ViewDocument } from '../../../dist/view/document.js';

/** What the command would put into a page for this text. */
export function viewDocument(file: string, text: string): ViewDocument {
  const { records, mentions, headings } = extractDocument({ file, text }, { segmenter: createSegmenter('intl') });
  return { file, text, records, mentions, headings };
}

export const REPORT = [
  '桐庐县2021年卫生健康工作总结',
  '',
  '一、妇幼健康',
  '2021年,全县孕产妇系统管理率96.8%,较上年提高1.2个百分点。家庭医生签约18.6万人,其中重点人群7.2万余人。',
  '二、2022年工作打算',
  '力争65岁及以上老年人健康管理率达到72%以上。困难群众住院救助比例为70%。',
  '',
].join('\n');

export const content = (...documents: readonly ViewDocument[]): ViewContent => ({ documents, failures: [], findings: null });
