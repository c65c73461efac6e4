import { describe, expect, it } from 'vitest';
import { signBehind } from '../../../dist/text/behind-number.js';
import { Characters } from '../../../dist/text/characters.js';
import { Guarded, Siblings } from '../../../dist/text/guarded.js';

describe('Characters', () => {
  const marks = new Characters('，。');

  it('finds its members, and nothing outside the text', () => {
    expect([...'甲，乙。'].map((_, i) => marks.at('甲，乙。', i))).toEqual([false, true, false, true]);
    expect(marks.at('，', -1) || marks.at('，', 1) || marks.at('', 0)).toBe(false);
  });

  it('goes to the next, past all, and to the last of them', () => {
    expect(marks.next('甲，乙。', 2, 4)).toBe(3);
    expect(marks.next('甲，乙。', 2, 3)).toBe(3);
    expect(marks.past('，。甲', 0, 3)).toBe(2);
    expect(marks.past('，。', 0, 2)).toBe(2);
    expect(marks.last('甲，乙')).toBe(1);
    expect(marks.last('甲乙')).toBe(-1);
  });
});

describe('signBehind', () => {
  it.each([
    ['1—6月', '月'],
    ['0 至 6岁儿童', '岁'],
    ['十三五”期间', '”'],
    ['2019.6.11', ''],
    ['300家', '家'],
    ['9'.repeat(100), undefined],
  ])('%s', (text, sign) => {
    expect(signBehind(text, 0)).toBe(sign);
  });
});

describe('Guarded', () => {
  it('matches as its pattern does where one of the characters stands', () => {
    const cue = new Guarded(/力争|确保/u, '争保');
    expect(['力争达到', '确保', '达到', '争取'].map((text) => cue.test(text))).toEqual([true, true, false, false]);
  });

  it('looks for the characters no further than told', () => {
    const cue = new Guarded(/^.{0,2}目标/u, '标', 4);
    expect(cue.test('的目标')).toBe(true);
    expect(cue.mayMatch('一二三四目标')).toBe(false);
  });
});

describe('Siblings', () => {
  it('tells in one walk which of them may match', () => {
    const siblings = new Siblings();
    const aim = siblings.add(/力争/u, '争');
    const done = siblings.add(/完成|达到/u, '完达');
    expect(siblings.thatMayMatch('力争全年完成', 0, 6)).toBe(aim.bit | done.bit);
    expect(siblings.thatMayMatch('力争全年完成', 2, 4)).toBe(0);
    expect([aim.test('力争'), done.test('完工')]).toEqual([true, false]);
  });
});
