// Gives the figures of one document their indicators.
import type { Aspect, Domain } from '../model/record.js';
import type { Indicator } from './compiled-lexicon.js';
import { keyOfFolded } from './key.js';
import type { Lexicon, Resolution } from './lexicon.js';
import { isQualifier, qualifierName } from './qualifier.js';

export interface Resolved {
  readonly indicator: Indicator;
  readonly qualifier: string;
  /** Canonical name; with a qualifier in brackets behind it: 家庭医生签约率(贫困人口). */
  readonly name: string;
}

/** A figure with the label it is to be resolved by; all words are folded. */
interface Named {
  readonly label: string;
  /** The counted noun behind the number and what is said of it (15家|医疗机构|执行新目录), as the binder read them. */
  readonly noun: string;
  readonly predicate: string;
  readonly unit: string | null;
  readonly aspect: Aspect;
  /** Domain of the figure by its words and headings. */
  readonly domain: Domain;
}

export class Resolver {
  private readonly last = new Map<string, Resolution>();

  constructor(private readonly lexicon: Lexicon) {}

  /** Figures come in the order of the text: 签约23万人, 较上年增长5% is a change of the signed residents, not of their share. */
  resolve({ label, noun, predicate, unit, aspect, domain }: Named): Resolved | null {
    const key = keyOfFolded(label);
    // 15家医疗机构执行新目录 are those that do, not those that there are
    if (noun !== '' && predicate !== '' && key === keyOfFolded(noun)) return null;
    let found = this.lexicon.find(key, unit, aspect, domain);
    if (found && aspect === 'level') this.last.set(key, found);
    if (!found && aspect === 'change') found = this.last.get(key) ?? null;
    if (!found) return null;
    const { indicator, qualifier } = found;
    return { indicator, qualifier, name: nameOf(indicator, qualifier) };
  }

  /** 家庭医生签约23.5万人,其中重点人群6.8万人: a part that only says of whom is the same indicator for them. */
  resolvePart(label: string, total: Resolved, totalLabel = ''): Resolved | null {
    const key = withoutHead(keyOfFolded(label), keyOfFolded(totalLabel));
    const own = isQualifier(key) ? qualifierName(key) : '';
    if (own === '') return null;
    const qualifier = [total.qualifier, own].filter(Boolean).join('、');
    return { indicator: total.indicator, qualifier, name: nameOf(total.indicator, qualifier) };
  }
}

const nameOf = (indicator: Indicator, qualifier: string): string => (qualifier ? `${indicator.name}(${qualifier})` : indicator.name);

/** 县中医院床位 as part of 新增床位: 县中医院, which says whose beds. */
function withoutHead(part: string, total: string): string {
  let shared = 0;
  while (shared < part.length - 1 && shared < total.length && part.at(-1 - shared) === total.at(-1 - shared)) shared++;
  return shared >= 2 ? part.slice(0, part.length - shared) : part;
}
