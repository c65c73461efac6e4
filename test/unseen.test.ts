// The unseen rounds guard what their failures taught. Their first scores, the honest ones, stand in fixtures/unseen/README.md.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createExtractor } from '../dist/index.js';
// @ts-expect-error a script without types
import { rates, score } from '../scripts/lib/score.mjs';

const extractor = createExtractor();
const folder = path.join(import.meta.dirname, '..', 'fixtures', 'unseen');
/** Strict F1 that a round must keep; what is missing is told in the round's row of fixtures/unseen/README.md. */
const FLOORS: Readonly<Record<string, number>> = {
  'round-9': 0.75,
  'round-12': 0.78,
  'round-15': 0.82,
  'round-20': 0.8,
  'round-21': 0.7,
  'round-22': 0.7,
  'round-24': 0.78,
  'round-25': 0.75,
  'round-26': 0.8,
  'round-27': 0.62,
  'round-30': 0.78,
  'round-31': 0.82,
  'round-32': 0.73,
  'round-36': 0.75,
};
/** F1 of value and unit, where a text leaves more out than others. */
const F1_FLOORS: Readonly<Record<string, number>> = {
  'round-21': 0.98,
  'round-24': 0.98,
  'round-26': 0.98,
  'round-27': 0.98,
  'round-28': 0.98,
  'round-30': 0.98,
  'round-33': 0.98,
};
const FLOOR = 0.85;
/** Rows of a city's table are about its districts; the annotation knows one place a report. */
const DISTRICTS: Readonly<Record<string, number>> = {
  'round-10': 0.94,
  'round-21': 0.86,
  'round-22': 0.85,
  'round-27': 0.86,
  'round-36': 0.8,
};
const rounds = readdirSync(folder, { withFileTypes: true }).flatMap((d) => (d.isDirectory() ? [d.name] : []));

describe('unseen rounds', () => {
  it('are at least three', () => {
    expect(rounds.length).toBeGreaterThanOrEqual(3);
  });

  it.each(rounds)('%s', (round) => {
    const total: Record<string, number> = {};
    for (const file of readdirSync(path.join(folder, round)).filter((f) => f.endsWith('.txt'))) {
      const text = readFileSync(path.join(folder, round, file), 'utf8');
      const gold = JSON.parse(readFileSync(path.join(folder, round, file.replace(/\.txt$/u, '.gold.json')), 'utf8'));
      for (const m of gold.mentions) expect(text.slice(m.start, m.start + m.quote.length)).toBe(m.quote);
      for (const [key, n] of Object.entries(score(gold, extractor.extract(text, { file })).counts as Record<string, number>))
        total[key] = (total[key] ?? 0) + n;
    }
    const result = rates(total);
    expect(result.f1).toBeGreaterThan(F1_FLOORS[round] ?? 0.99);
    expect(result.district).toBeGreaterThanOrEqual(DISTRICTS[round] ?? 1);
    expect(result.strictF1).toBeGreaterThan(FLOORS[round] ?? FLOOR);
  });
});
