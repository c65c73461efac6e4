// Words with part-of-speech tags.
import { remembered } from '../text/remembered.js';
import { tagWords } from './jieba.js';

export interface Word {
  readonly word: string;
  /** ICTCLAS tag (n, v, vn, d, p, …); `x` where the segmenter has none. */
  readonly tag: string;
}

export interface Segmenter {
  readonly name: 'jieba' | 'intl';
  tag(text: string): readonly Word[];
}

export type SegmenterName = Segmenter['name'];

const jieba = (): Segmenter => ({ name: 'jieba', tag: remembered(tagWords) });

function intl(): Segmenter {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  return { name: 'intl', tag: (text) => [...segmenter.segment(text)].map((s) => ({ word: s.segment, tag: 'x' })) };
}

/** The segmenter of that name. Its tables are read when the first text is tagged. */
export function createSegmenter(name: SegmenterName): Segmenter {
  return name === 'jieba' ? jieba() : intl();
}
