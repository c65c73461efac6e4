// What the page exports: the very CSV of `healthx extract -f csv`.
import { csvWriter } from '../emit/csv.js';
import { PLAIN_LAYOUT } from '../emit/writer.js';
import type { HealthRecord } from '../model/record.js';

/** The CSV of these records in pieces, header included. */
export function csvOf(records: readonly HealthRecord[]): string[] {
  const writer = csvWriter(PLAIN_LAYOUT);
  return [...writer.begin(), ...writer.document('', records), ...writer.end()];
}
