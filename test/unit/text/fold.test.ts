import { describe, expect, it } from 'vitest';
import { fold } from '../../../dist/text/fold.js';

describe('fold', () => {
  it('keeps the length of every text, so that offsets stay those of the source', () => {
    const samples = ['１２３．５％', '（市、区）：２０２０年', '全角　空格\u00a0和\t制表', '“引号”——破折号–', '二○二一年', '😀１'];
    for (const s of samples) expect(fold(s)).toHaveLength(s.length);
  });

  it('folds full-width digits, letters and punctuation', () => {
    expect(fold('签约率８５．６％，（ＩＣＵ）')).toBe('签约率85.6%,(ICU)');
  });

  it('leaves Chinese punctuation that ends sentences alone', () => {
    expect(fold('完成。另、《》')).toBe('完成。另、《》');
  });
});
