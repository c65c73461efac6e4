// Findings in words, in both languages.
import { hash } from 'node:crypto';
import type Big from 'big.js';
import type { HealthRecord } from '../model/record.js';
import type { Check, Citation, Finding, Role, Verdict } from './finding.js';

export function citation(role: Role, record: HealthRecord): Citation {
  const { id, file, line, column, start, end, label, raw, value, unit, year, sentence } = record;
  return { role, record: id, file, line, column, start, end, label, raw, value, unit, year, sentence };
}

/** What a check has to say of each of many: nothing of most. */
export function findingsOn<T>(items: readonly T[], check: (item: T, at: number) => Finding | null): Finding[] {
  const findings: Finding[] = [];
  for (let at = 0; at < items.length; at++) {
    const one = check(items[at] as T, at);
    if (one) findings.push(one);
  }
  return findings;
}

/** What a check has to say of some figures, the checked one first. */
export interface Statement {
  readonly verdict: Verdict;
  readonly en: string;
  readonly zh: string;
  readonly cites: readonly (readonly [Role, HealthRecord])[];
  readonly stated?: number;
  readonly computed?: Big;
  readonly tolerance?: Big;
  readonly unit?: string | null;
}

export function finding(check: Check, { verdict, en, zh, cites, stated, computed, tolerance, unit }: Statement): Finding {
  const key = [check, ...cites.map(([role, record]) => `${role}:${record.file}:${record.id}`)].join('\n');
  return {
    id: hash('sha256', key, 'hex').slice(0, 16),
    check,
    verdict,
    text: { en, zh },
    cites: cites.map(([role, record]) => citation(role, record)),
    stated: stated ?? null,
    // no more digits than anyone reads
    computed: computed ? Number(computed.round(computed.abs().gte(1000) ? 0 : 6)) : null,
    tolerance: tolerance ? Number(tolerance.round(6)) : null,
    unit: unit ?? null,
  };
}

/** A computed number with as many decimals as a reader needs beside `like`. */
export function shown(value: Big, unit: string | null): string {
  const digits = unit === '%' || unit === '‰' || unit === '百分点' || value.abs().lt(100) ? 2 : 0;
  const [whole = '', fraction = ''] = value.toFixed(digits).split('.');
  const rest = fraction.replace(/0+$/u, '');
  return `${whole.replace(/\B(?=(?:\d{3})+$)/gu, ',')}${rest ? `.${rest}` : ''}${unit ?? ''}`;
}

export const named = ({ label, raw }: HealthRecord): string => `${label} ${raw.replace(/\s+/gu, '')}`;

/** 相符, 舍入误差, 不符 … in the middle of a sentence. */
export const AGREES: Readonly<Record<Verdict, { readonly en: string; readonly zh: string }>> = {
  consistent: { en: 'agrees', zh: '相符' },
  rounding: { en: 'agrees within rounding', zh: '在舍入误差内相符' },
  inconsistent: { en: 'does not agree', zh: '不符' },
  'not-checkable': { en: 'cannot be checked', zh: '无法核对' },
};
