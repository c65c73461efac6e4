import { describe, expect, it } from 'vitest';
import { chineseValue, readArabic, readChinese } from '../../../dist/match/numerals.js';

const arabic = (text: string) => readArabic(text, text, 0);

describe('Arabic numerals', () => {
  // one value, many spellings
  const cases: [string, string, number][] = [
    ['59.89万人次', '598900', 6],
    ['12,400元', '12400', 6],
    ['1亿2000万元', '120000000', 7],
    ['3万5千人', '35000', 4],
    ['300余万元', '3000000', 5],
    ['7亿元', '700000000', 2],
    ['0.1千万元', '1000000', 5],
    ['4.35', '4.35', 4],
    ['5千克', '5', 1],
    ['2.3百分点', '2.3', 3],
    ['3 万人', '30000', 3],
  ];
  it.each(cases)('%s', (text, value, end) => {
    expect(arabic(text)?.value.toBig().toFixed()).toBe(value);
    expect(arabic(text)?.end).toBe(end);
  });

  it('is exact where binary fractions are not', () => {
    expect(arabic('163999.9999万')?.value.toNumber()).toBe(1639999999);
    expect(arabic('1.1万')?.value.toNumber()).toBe(11000);
  });

  it('groups digits by an ASCII comma only: a full-width one ends the clause', () => {
    expect(readArabic('3,500人', '3,500人', 0)?.value.toNumber()).toBe(3500);
    expect(readArabic('3,500人', '3，500人', 0)?.value.toNumber()).toBe(3);
  });
});

describe('Chinese numerals', () => {
  const cases: [string, number][] = [
    ['十', 10],
    ['十五', 15],
    ['三十二', 32],
    ['一百二十', 120],
    ['两千零五', 2005],
    ['一万二千', 12000],
    ['三亿', 300000000],
    ['二〇一九', 2019],
  ];
  it.each(cases)('%s', (text, value) => {
    expect(chineseValue(text)?.toNumber()).toBe(value);
  });

  it.each(['百', '千百', '万'])('%s alone is no number', (text) => {
    expect(chineseValue(text)).toBeNull();
  });

  it('reads 三千余 with its approximation', () => {
    expect(readChinese('三千余人', 0)).toMatchObject({ end: 2 });
    expect(readChinese('二十多万人', 0)).toMatchObject({ end: 4, approximate: true });
  });
});
