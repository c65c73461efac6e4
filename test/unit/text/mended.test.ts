// The way from a mended text back to its source, and forth.
import { describe, expect, it } from 'vitest';
import { MendedText } from '../../../dist/text/mended.js';

const source = '医院1 2家，医疗机⏎⏎构30个。';
const tears = [
  { start: 3, end: 4, doubtful: true },
  { start: 10, end: 12, doubtful: false },
];
const mended = new MendedText(source, tears);

describe('a mended text', () => {
  it('is the source without its tears', () => expect(mended.text).toBe('医院12家，医疗机构30个。'));

  it('leads every character back to its own', () => {
    for (let i = 0; i < mended.text.length; i++) expect(source[mended.sourceOf(i)]).toBe(mended.text[i]);
  });

  it('leads every character of the source to its own, those of a tear to what is behind it', () => {
    for (let i = 0; i < source.length; i++) {
      const tear = tears.find(({ start, end }) => start <= i && i < end);
      expect(mended.mendedOf(i), source.slice(0, i)).toBe(mended.mendedOf(tear ? tear.end : i));
      if (!tear) expect(mended.text[mended.mendedOf(i)]).toBe(source[i]);
    }
    expect(mended.mendedOf(source.length)).toBe(mended.text.length);
  });

  it('gives spans with the tears inside them', () => {
    expect(mended.sourceSpan({ start: 2, end: 5 })).toEqual({ start: 2, end: 6 });
    expect(source.slice(2, 6)).toBe('1 2家');
  });

  it('knows where two numbers may have stood', () => {
    expect(mended.isDoubtful({ start: 2, end: 6 })).toBe(true);
    expect(mended.isDoubtful({ start: 7, end: 13 })).toBe(false);
    expect(mended.isDoubtful({ start: 4, end: 6 })).toBe(false);
  });
});
