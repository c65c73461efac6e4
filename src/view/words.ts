// The words of the page in both languages. A code or a text without its words does not compile.
import type { Check, Role, Verdict } from '../audit/finding.js';
import type { MentionClass } from '../model/document.js';
import type { Aspect, Dimension, Domain, HealthRecord, Kind, Relation } from '../model/record.js';
import { en } from './words-en.js';
import { zh } from './words-zh.js';

export interface Words {
  readonly domains: Readonly<Record<Domain, string>>;
  /** What stands beside a figure in the text: two or three characters. */
  readonly domainTags: Readonly<Record<Domain, string>>;
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly aspects: Readonly<Record<Aspect, string>>;
  readonly relations: Readonly<Record<Relation, string>>;
  readonly dimensions: Readonly<Record<Dimension, string>>;
  readonly fields: Readonly<Record<keyof HealthRecord | 'place' | 'figure' | 'class' | 'context' | 'number' | 'position', string>>;
  /** What flags ask to look at; a flag without words shows as it is. */
  readonly flags: Readonly<Record<string, string>>;
  readonly classes: Readonly<Record<MentionClass, string>>;
  readonly checks: Readonly<Record<Check, string>>;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly roles: Readonly<Record<Role, string>>;
  readonly ui: Readonly<Record<keyof typeof en.ui, string>>;
}

export type Language = 'en' | 'zh';
export const WORDS: Readonly<Record<Language, Words>> = { en, zh };

/** `{n} of {all}` with its numbers, grouped by thousands. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/gu, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : typeof value === 'number' ? value.toLocaleString('en') : value;
  });
