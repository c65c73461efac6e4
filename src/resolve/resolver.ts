// Gives the figures of one document their indicators.
import type { Aspect } from '../model/record.js';
import { keyOf } from './key.js';
import type { Indicator, Lexicon, Resolution } from './lexicon.js';

export interface Resolved {
  readonly indicator: Indicator;
  /** Canonical name; with a qualifier in brackets behind it: 家庭医生签约率(贫困人口). */
  readonly name: string;
}

interface Named {
  readonly label: string;
  readonly unit: string | null;
  readonly aspect: Aspect;
}

export class Resolver {
  private readonly last = new Map<string, Resolution>();

  constructor(private readonly lexicon: Lexicon) {}

  /** Figures come in the order of the text: 签约23万人, 较上年增长5% is a change of the signed residents, not of their share. */
  resolve({ label, unit, aspect }: Named): Resolved | null {
    const key = keyOf(label);
    let found = this.lexicon.find(key, unit, aspect);
    if (found && aspect === 'level') this.last.set(key, found);
    if (!found && aspect === 'change') found = this.last.get(key) ?? null;
    if (!found) return null;
    const { indicator, qualifier } = found;
    return { indicator, name: qualifier ? `${indicator.name}(${qualifier})` : indicator.name };
  }
}
