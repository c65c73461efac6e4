// The built-in lexicon passes its own gatekeeper, and labels lead where a reader of them said they should.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createExtractor } from '../dist/index.js';
import { DOMAINS } from '../dist/model/record.js';
import { checkPacks } from '../dist/packs/check.js';
import { builtInTopics } from '../dist/packs/topics.js';
import { Resolver } from '../dist/resolve/resolver.js';
import { ruleSet } from '../dist/ruleset.js';
import { createSegmenter } from '../dist/segment/words.js';

const extractor = createExtractor();
const topics = builtInTopics();
const entries = topics.flatMap(({ pack }) => pack.indicators ?? []);

describe('the built-in lexicon', () => {
  it('covers every domain but other with at least 500 indicators', () => {
    expect(entries.length).toBeGreaterThanOrEqual(500);
    const covered = new Set(entries.map((entry) => entry.domain));
    expect([...DOMAINS].filter((domain) => !covered.has(domain))).toEqual(['other']);
  });

  it('has nothing to mend: no alias twice, no unknown unit, every example resolves, every counter-example does not', () => {
    const findings = checkPacks(topics, [], createSegmenter('jieba'));
    expect(findings.map((f) => `${f.file}: ${f.at}: ${f.problem}`)).toEqual([]);
  }, 60_000);

  it('names a source in full for every entry', () => {
    for (const { pack } of topics)
      for (const entry of pack.indicators ?? []) expect(pack.sources?.[entry.source as string], entry.id).toMatch(/\p{Script=Han}{4}/u);
  });
});

describe('parts of a total', () => {
  const indicators = (text: string): string[] => extractor.extract(text).map((record) => record.indicator);

  it('of what is new are new, too', () => {
    expect(indicators('新增床位120张（其中县中医院80张、乡镇卫生院40张）。')).toEqual([
      '新增床位数',
      '新增床位数(县中医院)',
      '新增床位数(乡镇卫生院)',
    ]);
    expect(indicators('全县床位2100张，其中县医院900张。')).toEqual(['医疗卫生机构床位数', '医疗卫生机构床位数(县医院)']);
  });

  it('couples are no persons', () => {
    expect(extractor.extract('全年免费婚检2410对。')[0]?.indicatorId).toBeNull();
  });
});

describe('labels of reports', () => {
  const rows = readFileSync(path.join(import.meta.dirname, '..', 'fixtures', 'lexicon', 'labels.tsv'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t') as [label: string, unit: string, aspect: 'level' | 'change', name: string, id: string, domain: string]);
  const { lexicon } = ruleSet();

  it('are many', () => expect(rows.length).toBeGreaterThan(400));

  it.each(rows)('%s in %s (%s) is %s', (label, unit, aspect, name, id, domain) => {
    const figure = { label, noun: '', predicate: '', unit: unit === '-' ? null : unit, aspect, domain: domain as (typeof DOMAINS)[number] };
    const found = new Resolver(lexicon).resolve(figure);
    expect(found?.name ?? '-').toBe(name);
    expect(found?.indicator.id ?? '-').toBe(id);
  });
});
