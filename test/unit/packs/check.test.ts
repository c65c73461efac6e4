// The gatekeeper finds each kind of fault, and nothing in what is in order.
import { describe, expect, it } from 'vitest';
import { checkPacks } from '../../../dist/packs/check.js';
import { parsePack } from '../../../dist/packs/load.js';
import type { IndicatorEntry, Pack } from '../../../dist/packs/schema.js';
import { createSegmenter } from '../../../dist/segment/words.js';

const segmenter = createSegmenter('intl');
const GOOD: IndicatorEntry = {
  id: 'county.home-visits',
  name: '送医上门次数',
  en: 'Home visits of the county team',
  aliases: ['送医上门'],
  units: ['次', '人次'],
  domain: 'primary-care',
  definition: '年内县级小分队送医上门的次数',
  source: 'plan',
  example: '全县送医上门126次。',
  unlike: '全县送医上门率92%。',
};
const pack = (indicators: Partial<IndicatorEntry>[], rest: Partial<Pack> = {}): Pack =>
  ({ sources: { plan: '县卫生健康局工作方案' }, indicators: indicators.map((i) => ({ ...GOOD, ...i })), ...rest }) as Pack;
const findings = (subject: Pack, others: Pack[] = []) =>
  checkPacks(
    [{ file: 'my.json', pack: subject }],
    others.map((o, i) => ({ file: `other-${i}.json`, pack: o })),
    segmenter,
  ).map((f) => `${f.at}: ${f.problem} → ${f.remedy}`);

describe('the gatekeeper', () => {
  it('passes a pack in order', () => expect(findings(pack([{}]))).toEqual([]));

  it.each<[string, Partial<IndicatorEntry>[], RegExp]>([
    ['an id twice', [{}, { aliases: ['巡诊上门'], name: '巡诊上门', example: '巡诊上门3次。' }], /the id is also that of indicators\[0\]/u],
    ['an alias twice', [{}, { id: 'county.other' }], /the alias 送医上门 is also one of county\.home-visits \(my\.json\), in 次, 人次/u],
    ['an unknown unit', [{ units: ['次', '万次'] }], /unknown unit "万次" → use a canonical unit/u],
    ['no source', [{ source: undefined }], /no source → add "source"/u],
    ['an unlisted source', [{ source: 'law' }], /the source "law" is not listed/u],
    ['no example', [{ example: undefined }], /no example → add "example"/u],
    ['an example of something else', [{ example: '全县新建医院3家。' }], /the example yields .* → make it a plain sentence/u],
    ['a counter-example that is one', [{ unlike: '全区送医上门30次。' }], /the counter-example "unlike" yields this indicator/u],
    [
      'a rate without denominator',
      [{ units: ['%'], example: '送医上门80%。', unlike: '送医上门3次。' }],
      /a rate without its denominator/u,
    ],
    ['a cancelled alias', [{ not: ['上门'] }], /contains 上门, which "not" cancels/u],
    ['a generic alias', [{ aliases: ['送医上门', '规范管理率'] }], /规范管理率 does not say by itself what is measured/u],
    ['a name without alias', [{ name: '上门服务' }], /the name 上门服务 is none of its aliases/u],
    ['a missing broader entry', [{ broader: 'county.none' }], /"broader" names county\.none, which does not exist/u],
    [
      'an alias that is another one with a qualifier',
      [{}, { id: 'county.poor', name: '贫困人口送医上门', aliases: ['贫困人口送医上门'], example: '贫困人口送医上门3次。' }],
      /is 送医上门次数 \(county\.home-visits\) with the qualifier 贫困人口 → write "broader"/u,
    ],
    [
      'an alias of its own with a qualifier, which would be lost',
      [{ aliases: ['送医上门', '贫困人口送医上门'] }],
      /贫困人口送医上门 is 送医上门 with the qualifier 贫困人口, which would be lost/u,
    ],
  ])('finds %s', (_, indicators, expected) => {
    expect(findings(pack(indicators)).join('\n')).toMatch(expected);
  });

  it('finds conflicts with other packs', () => {
    expect(findings(pack([{}]), [pack([{ id: 'built.in' }])]).join('\n')).toMatch(/is also one of built\.in \(other-0\.json\)/u);
  });

  it('accepts a special case that says so', () => {
    const special = {
      id: 'county.poor',
      name: '贫困人口送医上门',
      aliases: ['贫困人口送医上门'],
      example: '贫困人口送医上门3次。',
      broader: 'county.home-visits',
    };
    expect(findings(pack([{}, special]))).toEqual([]);
  });

  it('looks at units, phrases and places, too', () => {
    const rest = {
      units: [
        { unit: '驿站', dimension: 'facilities' as const, forms: ['驿站'] },
        { unit: '站', dimension: 'facilities' as const, forms: ['驿站'] },
      ],
      cancel: ['健康工程'],
      places: [{ name: '新城', code: '999999' }],
    };
    const all = findings(pack([{}], rest)).join('\n');
    expect(all).toMatch(/units\[1\]: the spelling 驿站 is in two units/u);
    expect(all).toMatch(/cancel\[0\]: 健康工程 has no number/u);
    expect(all).toMatch(/places\[0\]: no division ever had the code 999999/u);
  });
});

describe('a pack file', () => {
  const fault = (value: unknown): string => {
    try {
      parsePack(value, 'my.json');
    } catch (error) {
      return (error as Error).message;
    }
    return 'none';
  };

  it.each<[unknown, RegExp]>([
    [{ indicaters: [] }, /my\.json: \(whole file\): unknown "indicaters": take it out or mend its spelling/u],
    [{ indicators: [{ ...GOOD, domain: 'health' }] }, /my\.json: indicators\[0\]\.domain: must be one of "medical-security"/u],
    [{ indicators: [{ ...GOOD, units: [] }] }, /my\.json: indicators\[0\]\.units: must not be empty/u],
    [{ indicators: [{ ...GOOD, id: 'Home Visits' }] }, /indicators\[0\]\.id: use lower-case letters/u],
    [{ indicators: [{ ...GOOD, aliases: undefined }] }, /indicators\[0\]\.aliases: missing: add it/u],
    [{ places: [{ name: '新城', code: '51' }] }, /places\[0\]\.code: a code has six digits/u],
    [[], /my\.json: \(whole file\): must be of type object/u],
  ])('%j is told with its key and remedy', (value, expected) => expect(fault(value)).toMatch(expected));
});
