// Words with part-of-speech tags. nodejieba is loaded on first use, with the compact dictionary that the build makes from its own one.

import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { UserError } from '../model/message.js';

export interface Word {
  readonly word: string;
  /** ICTCLAS tag (n, v, vn, d, p, …); `x` where the segmenter has none. */
  readonly tag: string;
}

export interface Segmenter {
  readonly name: 'jieba' | 'intl';
  tag(text: string): Word[];
}

export type SegmenterName = Segmenter['name'];

interface Jieba {
  load(options: { dict: string; hmmDict?: string; userDict?: string; idfDict: string; stopWordDict: string }): void;
  tag(text: string): Word[];
}

const dictionary = (name: string): string => fileURLToPath(new URL(`../dict/${name}`, import.meta.url));
const CACHE_LIMIT = 20_000;

function jieba(): Segmenter {
  let loaded: Jieba | undefined;
  const cache = new Map<string, Word[]>();
  const load = (): Jieba => {
    if (!existsSync(dictionary('words.utf8'))) throw new UserError('the word list is missing: run "npm run build"');
    try {
      // nodejieba loads its binary on the first call, not when it is required
      const module = createRequire(import.meta.url)('nodejieba') as Jieba;
      module.load({
        dict: dictionary('words.utf8'),
        hmmDict: dictionary('hmm.utf8'),
        idfDict: dictionary('idf.utf8'),
        stopWordDict: dictionary('stop.utf8'),
      });
      return module;
    } catch (error) {
      const reason = error instanceof Error ? (error.message.split('\n')[0] as string) : String(error);
      throw new UserError(
        `nodejieba is not usable (${reason}): run "npm rebuild nodejieba --foreground-scripts" (needs a C++ compiler), or pass --segmenter intl`,
      );
    }
  };
  return {
    name: 'jieba',
    tag(text) {
      const known = cache.get(text);
      if (known) return known;
      loaded ??= load();
      const words = loaded.tag(text);
      if (cache.size >= CACHE_LIMIT) cache.clear();
      // a copy: a part of a report would keep the whole report in memory
      const copy = words.map(({ word }) => word).join('');
      cache.set(copy === text ? copy : text, words);
      return words;
    },
  };
}

function intl(): Segmenter {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  return { name: 'intl', tag: (text) => [...segmenter.segment(text)].map((s) => ({ word: s.segment, tag: 'x' })) };
}

/** The segmenter of that name. nodejieba itself is loaded when the first text is tagged. */
export function createSegmenter(name: SegmenterName): Segmenter {
  return name === 'jieba' ? jieba() : intl();
}
