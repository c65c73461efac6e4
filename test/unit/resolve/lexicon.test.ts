import { describe, expect, it } from 'vitest';
import { CompiledLexicon, compileLexicon, type OwnIndicator } from '../../../dist/resolve/compiled-lexicon.js';
import { keyOf } from '../../../dist/resolve/key.js';
import { Lexicon } from '../../../dist/resolve/lexicon.js';
import { isQualifier, qualifierName } from '../../../dist/resolve/qualifier.js';
import { Resolver } from '../../../dist/resolve/resolver.js';

const entry = (id: string, units: (string | null)[], aliases: string[], not?: string[]): OwnIndicator => ({
  id,
  name: aliases[0] as string,
  domain: 'primary-care',
  units,
  keys: aliases.map(keyOf),
  ...(not ? { not } : {}),
});

const BUILT_IN = [
  entry('t.signing-rate', ['%'], ['家庭医生签约率', '家庭医生签约服务率', '家庭医生签约']),
  entry('t.signed', ['人'], ['家庭医生签约人数']),
  entry('t.outpatients', ['人次'], ['门诊人次'], ['急']),
  entry('t.mmr', ['1/10万'], ['孕产妇死亡率']),
  entry('t.imr', ['‰'], ['婴儿死亡率']),
  entry('t.clinics', ['个'], ['村卫生室数']),
  entry('t.income', ['元'], ['医疗收入']),
  entry('t.ratio', [null], ['出生人口性别比']),
];
const compiled = new CompiledLexicon(compileLexicon(BUILT_IN));
const lexicon = new Lexicon(compiled);
const found = (label: string, unit: string | null, aspect: 'level' | 'change' = 'level') => {
  const result = lexicon.find(keyOf(label), unit, aspect);
  return result ? [result.indicator.id, result.qualifier].filter(Boolean).join(' ') : null;
};

describe('keys', () => {
  it.each([
    ['“家庭医生”签约人数', '家庭医生签约'],
    ['完成婚前医学检查', '婚前医学检查'],
    ['参加合作医疗的人数', '参加合作医疗'],
    ['执业(助理)医师数', '执业或助理医师'],
    ['执业助理医师数', '执业助理医师'],
    ['人数', '人数'],
    ['ＰＣＲ实验室', 'PCR实验室'],
  ])('%s → %s', (label, key) => expect(keyOf(label)).toBe(key));
});

describe('qualifiers', () => {
  it.each(['贫困人口', '65岁及以上老年人', '高血压、糖尿病患者', '二级以上医疗机构', '三岔镇', '县人民医院', ''])('%s narrows', (text) =>
    expect(isQualifier(text)).toBe(true));
  it.each(['未', '应', '新增', '人均', '日均', '覆盖乡镇', '急', '拟'])('%s changes what is measured', (text) =>
    expect(isQualifier(text)).toBe(false));
  it('has one way of writing', () => {
    expect(qualifierName('65岁以上老人')).toBe('65岁及以上老年人');
    expect(qualifierName('的贫困群众')).toBe('贫困人口');
    expect(qualifierName('各类')).toBe('');
  });
});

describe('the lexicon', () => {
  it.each([
    ['家庭医生签约率', '%', 't.signing-rate'],
    ['家庭医生签约服务率', '%', 't.signing-rate'],
    ['家庭医生签约', '人', 't.signed'],
    ['家庭医生签约', '%', 't.signing-rate'],
    ['村卫生室', '所', 't.clinics'],
    ['孕产妇死亡率', null, 't.mmr'],
    ['孕产妇死亡率', '‰', 't.mmr'],
    ['出生人口性别比', null, 't.ratio'],
    ['贫困人口家庭医生签约率', '%', 't.signing-rate 贫困人口'],
    ['家庭医生签约重点人群', '人', 't.signed 重点人群'],
    ['农村孕产妇死亡率', '1/10万', 't.mmr 农村'],
  ])('%s in %s is %s', (label, unit, expected) => expect(found(label, unit)).toBe(expected));

  it.each([
    ['家庭医生签约', '元'],
    ['未签约家庭医生签约率', '%'],
    ['急诊门诊人次', '人次'],
    ['日均门诊人次', '人次'],
    ['婴儿死亡', '例'],
    ['死亡率', '‰'],
    ['新增村卫生室', '个'],
    ['医疗收入', '%'],
    ['出生人口性别比', '%'],
  ])('%s in %s is none of them', (label, unit) => expect(found(label, unit)).toBeNull());

  it('finds the object of a verb behind qualifiers, the longest of several', () => {
    const compiledVerbs = compileLexicon([
      entry('t.doctors', ['人'], ['培训乡村医生']),
      entry('t.village-doctors', ['人'], ['培训乡村医生骨干']),
      entry('t.nurses', ['人'], ['培训护士']),
    ]);
    const verbs = new Lexicon(new CompiledLexicon(compiledVerbs));
    const trained = (key: string) => verbs.find(key, '人', 'level')?.indicator.id ?? null;
    expect(trained('培训乡村医生')).toBe('t.doctors');
    expect(trained('培训全县乡村医生')).toBe('t.doctors');
    expect(trained('培训全县乡村医生骨干')).toBe('t.village-doctors');
    expect(trained('培训护士')).toBe('t.nurses');
    expect(trained('培训药师')).toBeNull();
    expect(trained(`培训${'全县'.repeat(9)}护士`)).toBeNull();
  });

  it('takes a change in points for one of a rate, in per cent for one of an amount', () => {
    expect(found('家庭医生签约率', '百分点', 'change')).toBe('t.signing-rate');
    expect(found('医疗收入', '%', 'change')).toBe('t.income');
    expect(found('医疗收入', '百分点', 'change')).toBeNull();
  });

  it('says nothing where two fit equally well', () => {
    const twins = compileLexicon([entry('t.a', ['个'], ['服务站']), entry('t.b', ['家'], ['服务站'])]);
    const both = new Lexicon(new CompiledLexicon(twins));
    expect(both.find('服务站', '所', 'level')).toBeNull();
    expect(both.find('服务站', '家', 'level')?.indicator.id).toBe('t.b');
  });

  it("lets the user's own entry win", () => {
    const own = new Lexicon(compiled, [entry('mine.clinics', ['个'], ['村卫生室'])]);
    expect(own.find('村卫生室', '个', 'level')?.indicator.id).toBe('mine.clinics');
    const replaced = new Lexicon(compiled, [entry('t.clinics', ['个'], ['村卫生站'])]);
    expect(replaced.find('村卫生室', '个', 'level')).toBeNull();
    expect(replaced.find('村卫生站', '个', 'level')?.indicator.id).toBe('t.clinics');
  });
});

describe('the resolver', () => {
  const named = { noun: '', predicate: '', domain: 'primary-care' } as const;

  it('puts the qualifier in brackets behind the name', () => {
    expect(new Resolver(lexicon).resolve({ ...named, label: '贫困人口家庭医生签约率', unit: '%', aspect: 'level' })?.name).toBe(
      '家庭医生签约率(贫困人口)',
    );
  });

  it('reads a change in per cent as one of the amount that was told before', () => {
    const resolver = new Resolver(lexicon);
    expect(resolver.resolve({ ...named, label: '家庭医生签约', unit: '人', aspect: 'level' })?.indicator.id).toBe('t.signed');
    expect(resolver.resolve({ ...named, label: '家庭医生签约', unit: '%', aspect: 'change' })?.indicator.id).toBe('t.signed');
  });

  it('does not take those of whom something is said for all', () => {
    const resolver = new Resolver(lexicon);
    expect(
      resolver.resolve({ ...named, label: '村卫生室', noun: '村卫生室', predicate: '完成改造', unit: '个', aspect: 'level' }),
    ).toBeNull();
    expect(
      resolver.resolve({ ...named, label: '村卫生室', noun: '村卫生室', predicate: '', unit: '个', aspect: 'level' })?.indicator.id,
    ).toBe('t.clinics');
  });
});
