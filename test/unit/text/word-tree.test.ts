import { describe, expect, it } from 'vitest';
import { remembered } from '../../../dist/text/remembered.js';
import { WordTree } from '../../../dist/text/word-tree.js';

describe('WordTree', () => {
  const tree = new WordTree(['医', '医院', '医疗机构', '机构'].map((word) => [word, word] as const));

  it('finds the longest word at a place', () => {
    expect(tree.longestAt('各级医疗机构', 2, 6)).toBe('医疗机构');
    expect(tree.longestAt('各级医院', 2, 4)).toBe('医院');
    expect(tree.longestAt('各级医院', 1, 4)).toBeUndefined();
  });

  it('takes a shorter one where the end cuts the longest off', () => {
    expect(tree.longestAt('各级医疗机构', 2, 5)).toBe('医');
    expect(tree.longestAt('各级医疗机构', 2, 2)).toBeUndefined();
  });

  it('tells all words at a place, the shortest first', () => {
    expect(tree.allAt('医疗机构', 0)).toEqual(['医', '医疗机构']);
    expect(tree.allAt('疗机构', 0)).toEqual([]);
  });
});

describe('WordTree of words that go on alike', () => {
  it('tells them apart where they part, one inside another included', () => {
    const words = new WordTree(['机构', '机构改革', '机构改名', '机构改'].map((word) => [word, word] as const));
    expect(words.allAt('机构改名', 0)).toEqual(['机构', '机构改', '机构改名']);
    expect(words.longestAt('机构改造', 0, 4)).toBe('机构改');
    expect(words.longestAt('机构改名', 0, 3)).toBe('机构改');
    expect(words.allAt('机关', 0)).toEqual([]);
  });

  it('takes the last value of a word given twice, and the empty word everywhere', () => {
    const words = new WordTree([
      ['', 0],
      ['医师', 1],
      ['医师', 2],
    ]);
    expect(words.allAt('医师', 0)).toEqual([0, 2]);
    expect(words.longestAt('护士', 0, 2)).toBe(0);
  });
});

describe('remembered', () => {
  it('asks once for each text, and again when it has forgotten it', () => {
    let asked = 0;
    const lengthOf = remembered((text: string) => {
      asked++;
      return text.length;
    });
    expect([lengthOf('签约率'), lengthOf('签约率')]).toEqual([3, 3]);
    expect(asked).toBe(1);
    for (let i = 0; i < 1000; i++) lengthOf(`第${i}`);
    expect(lengthOf('签约率')).toBe(3);
    expect(asked).toBe(1002);
  });

  it('remembers that there is nothing', () => {
    let asked = 0;
    const nothing = remembered(() => {
      asked++;
      return undefined;
    });
    nothing('a');
    nothing('a');
    expect(asked).toBe(1);
  });
});
