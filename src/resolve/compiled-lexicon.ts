// The lexicon as the build writes it and the resolver reads it: a line for each indicator, and one for each pair of characters that names
// begin with. A report asks for few of them: a line is parsed when it is asked for.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Domain } from '../model/record.js';
import { COMPILED } from '../rules/compiled.js';
import { keyOf } from './key.js';

/** What the resolver needs of an indicator. */
export interface Indicator {
  readonly id: string;
  readonly name: string;
  readonly domain: Domain;
  /** The usual unit first; null for an index without one. */
  readonly units: readonly (string | null)[];
  /** A label with one of these is another thing. */
  readonly not?: readonly string[];
  /** Qualifiers that say nothing here: 农民 of 参合人数. */
  readonly neutral?: readonly string[];
}

export interface OwnIndicator extends Indicator {
  /** Keys of its aliases (`aliasKeys`). */
  readonly keys: readonly string[];
}

/** Stands in a key where qualifiers may (补助…住院分娩). */
export const GAP = '…';
/** Stands behind a key that holds in the indicator's own domain only. */
export const LOCAL = '@';
/** Characters by which forms are found. */
export const HEAD = 2;

/** Keys of aliases, and of those that hold in the entry's own domain only. */
export function aliasKeys(aliases: readonly string[], local: readonly string[] = []): string[] {
  return [...new Set([...aliases.map(keyOf), ...local.map((alias) => keyOf(alias) + LOCAL)])];
}

type Row = [id: string, name: string, domain: Domain, units: (string | null)[], not?: string[], neutral?: string[]];

export class CompiledLexicon {
  private readonly rows: readonly string[];
  private readonly headLines: readonly string[];
  private readonly parsed: Indicator[] = [];

  /** `text` as `compileLexicon` writes it. */
  constructor(text: string) {
    const [rows = '', heads = ''] = text.split('\n\n');
    this.rows = rows.split('\n');
    this.headLines = heads.split('\n');
  }

  indicatorAt(index: number): Indicator {
    let indicator = this.parsed[index];
    if (!indicator) {
      const [id, name, domain, units, not, neutral] = JSON.parse(this.rows[index] as string) as Row;
      indicator = { id, name, domain, units, ...(not ? { not } : {}), ...(neutral ? { neutral } : {}) };
      this.parsed[index] = indicator;
    }
    return indicator;
  }

  indicators(): Indicator[] {
    return this.rows.map((_, index) => this.indicatorAt(index));
  }

  /** The first characters of keys, each with its forms: `key|index` of the indicator, joined with commas, the longest key first. */
  *heads(): Generator<readonly [head: string, forms: string]> {
    for (const line of this.headLines) if (line !== '') yield [line.slice(0, HEAD), line.slice(HEAD)];
  }
}

const sizeOf = (key: string): number => key.replace(GAP, '').replace(LOCAL, '').length;

/** Writes what `CompiledLexicon` reads. */
export function compileLexicon(indicators: readonly OwnIndicator[]): string {
  const heads = new Map<string, [key: string, index: number][]>();
  indicators.forEach(({ keys }, index) => {
    for (const key of keys) {
      const head = key.slice(0, HEAD);
      if (head.length === HEAD) heads.set(head, [...(heads.get(head) ?? []), [key, index]]);
    }
  });
  const rows = indicators.map(({ id, name, domain, units, not, neutral }) =>
    JSON.stringify([id, name, domain, units, ...(not || neutral ? [not ?? []] : []), ...(neutral ? [neutral] : [])]),
  );
  const lines = [...heads].map(([head, forms]) => {
    forms.sort((a, b) => sizeOf(b[0]) - sizeOf(a[0]));
    return `${head}${forms.map(([key, index]) => `${key}|${index}`).join(',')}`;
  });
  return `${rows.join('\n')}\n\n${lines.join('\n')}`;
}

/** The shipped lexicon. */
export function builtInLexicon(): CompiledLexicon {
  return new CompiledLexicon(readFileSync(fileURLToPath(new URL('../rules/indicators.txt', import.meta.url)), COMPILED));
}
