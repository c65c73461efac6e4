// The lexicon of indicators as the resolver reads it: names by the first characters of their keys.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Aspect, Domain } from '../model/record.js';
import { isQualifier, qualifierName } from './qualifier.js';

/** What the resolver needs of an indicator. */
export interface Indicator {
  readonly id: string;
  readonly name: string;
  readonly domain: Domain;
  /** The usual unit first; null for an index without one. */
  readonly units: readonly (string | null)[];
  /** Keys of its aliases (`keyOf`). */
  readonly keys: readonly string[];
  /** A label with one of these is another thing. */
  readonly not?: readonly string[];
}

/** A label found in the lexicon. */
export interface Resolution {
  readonly indicator: Indicator;
  /** What narrows it down (贫困人口), or ''. */
  readonly qualifier: string;
}

interface Form {
  readonly key: string;
  readonly indicator: Indicator;
}

/** Units that count the same kind of thing, so that a report's choice among them makes no other indicator. */
const ALIKE: readonly (readonly string[])[] = [
  ['家', '个', '所', '处'],
  ['场', '场次', '次', '期', '期次', '批次'],
  ['份', '册', '张', '本', '套'],
  ['人', '例'],
  ['件', '起', '例', '宗', '个'],
  ['个', '项', '项目'],
  ['台', '台套', '台件', '套', '件', '辆'],
  ['剂次', '人次', '针', '剂'],
  ['%', '‰', '1/万', '1/10万', '1/千'],
];
const RATIO_UNITS: ReadonlySet<string | null> = new Set(['%', '‰', '1/万', '1/10万', '1/千']);
const HEAD = 2;

/** How well a unit suits: 2 named by the entry, 1 of the same kind as its usual unit, 0 not at all. */
function suits(indicator: Indicator, unit: string | null, aspect: Aspect): 0 | 1 | 2 {
  const usual = indicator.units[0] as string | null;
  if (aspect === 'change') {
    if (unit === '百分点' || unit === '千分点') return RATIO_UNITS.has(usual) ? 2 : 0;
    if (unit === '%' || unit === '倍') return RATIO_UNITS.has(usual) ? 1 : 2;
  }
  // 死亡率为0
  if (unit === null) return usual === null ? 2 : RATIO_UNITS.has(usual) ? 1 : 0;
  if (indicator.units.includes(unit)) return 2;
  return usual !== null && ALIKE.some((kind) => kind.includes(usual) && kind.includes(unit)) ? 1 : 0;
}

export class Lexicon {
  /** The user's own indicators first. */
  readonly indicators: readonly Indicator[];
  private readonly forms = new Map<string, Form[]>();
  private readonly ids: ReadonlyMap<string, Indicator>;

  /** An own indicator replaces the built-in one of its id, and takes the aliases it has in common with another for the same unit. */
  constructor(builtIn: readonly Indicator[], own: readonly Indicator[] = []) {
    const replaced = new Set(own.map((indicator) => indicator.id));
    this.indicators = [...own, ...builtIn.filter((indicator) => !replaced.has(indicator.id))];
    this.ids = new Map([...this.indicators].reverse().map((indicator) => [indicator.id, indicator]));
    for (const indicator of this.indicators) {
      const isOwn = replaced.has(indicator.id);
      for (const key of indicator.keys) {
        const head = key.slice(0, HEAD);
        const list = this.forms.get(head) ?? [];
        const taken =
          !isOwn && list.some((form) => form.key === key && replaced.has(form.indicator.id) && share(form.indicator, indicator));
        if (!taken) list.push({ key, indicator });
        this.forms.set(head, list);
      }
    }
    for (const list of this.forms.values()) list.sort((a, b) => b.key.length - a.key.length);
  }

  byId(id: string): Indicator | undefined {
    return this.ids.get(id);
  }

  /**
   * The indicator that the key of a label names in this unit, or null. One pass over the key: the longest alias in it wins, if nothing but
   * qualifiers stands beside it. Two indicators that fit equally well are none.
   */
  find(key: string, unit: string | null, aspect: Aspect): Resolution | null {
    return this.search(key, unit, aspect, null);
  }

  /** What `find` would give for a level if the indicator `without` did not exist. */
  findWithout(key: string, unit: string | null, without: string): Resolution | null {
    return this.search(key, unit, 'level', without);
  }

  private search(key: string, unit: string | null, aspect: Aspect, without: string | null): Resolution | null {
    let best: { form: Form; at: number; fit: number } | null = null;
    let tied = false;
    for (let at = 0; at + HEAD <= key.length; at++) {
      for (const form of this.forms.get(key.slice(at, at + HEAD)) ?? []) {
        if (best && form.key.length < best.form.key.length) break;
        if (!key.startsWith(form.key, at) || form.indicator.id === without) continue;
        const fit = suits(form.indicator, unit, aspect);
        if (fit === 0 || form.indicator.not?.some((word) => key.includes(word))) continue;
        if (!isQualifier(key.slice(0, at)) || !isQualifier(key.slice(at + form.key.length))) continue;
        const better = !best || form.key.length > best.form.key.length || fit > best.fit;
        if (better) {
          best = { form, at, fit };
          tied = false;
        } else if (fit === best?.fit && form.indicator !== best.form.indicator) tied = true;
      }
    }
    if (!best || tied) return null;
    const { form, at } = best;
    const parts = [key.slice(0, at), key.slice(at + form.key.length)].map(qualifierName).filter(Boolean);
    return { indicator: form.indicator, qualifier: parts.join('、') };
  }
}

const share = (a: Indicator, b: Indicator): boolean => a.units.some((unit) => b.units.includes(unit));

type Compact = [id: string, name: string, domain: Domain, units: (string | null)[], keys: string[], not?: string[]];

/** The shipped lexicon, as the build wrote it. */
export function builtInIndicators(): Indicator[] {
  const path = fileURLToPath(new URL('../rules/indicators.json', import.meta.url));
  const rows = JSON.parse(readFileSync(path, 'utf8')) as Compact[];
  return rows.map(([id, name, domain, units, keys, not]) => ({ id, name, domain, units, keys, ...(not ? { not } : {}) }));
}
