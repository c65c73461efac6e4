// A JSON object a line and nothing else.
import { chosenFields } from './columns.js';
import { batches, type Layout, type Writer } from './writer.js';

export function ndjsonWriter({ columns }: Layout): Writer<string> {
  const chosen = chosenFields(columns);
  return {
    begin: () => [],
    *document(_file, records) {
      for (const batch of batches(records)) yield batch.map((record) => `${JSON.stringify(chosen(record))}\n`).join('');
    },
    end: () => [],
    adopt: () => '',
  };
}
