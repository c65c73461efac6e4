// One JSON array over all documents, a record a line: a parser takes it whole, a person and a diff line by line.
import type { HealthRecord } from '../model/record.js';
import { chosenFields } from './columns.js';
import { batches, type Layout, PLAIN_LAYOUT, type Writer } from './writer.js';

export function jsonWriter({ columns }: Layout): Writer<string> {
  const chosen = chosenFields(columns);
  let empty = true;
  return {
    begin: () => ['['],
    *document(_file, records) {
      for (const batch of batches(records)) {
        yield (empty ? '\n' : ',\n') + batch.map((record) => JSON.stringify(chosen(record))).join(',\n');
        empty = false;
      }
    },
    end: () => [empty ? ']\n' : '\n]\n'],
    adopt() {
      const before = empty ? '' : ',';
      empty = false;
      return before;
    },
  };
}

/** The whole array at once, the same bytes as the writer's. */
export function toJson(file: string, records: readonly HealthRecord[]): string {
  const writer = jsonWriter(PLAIN_LAYOUT);
  return [...writer.begin(), ...writer.document(file, records), ...writer.end()].join('');
}
