// What the page exports: the very CSV of `healthx extract -f csv`.
import { csvWriter } from '../emit/csv.js';
import type { HealthRecord } from '../model/record.js';

/** The CSV of these records in pieces, header included. */
export function csvOf(records: readonly HealthRecord[]): string[] {
  const writer = csvWriter();
  return [...writer.begin(), ...writer.document('', records), ...writer.end()];
}
