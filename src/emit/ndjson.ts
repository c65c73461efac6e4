// A JSON object a line and nothing else.
import { batches, type Writer } from './writer.js';

export function ndjsonWriter(): Writer {
  return {
    begin: () => [],
    *document(_file, records) {
      for (const batch of batches(records)) yield batch.map((record) => `${JSON.stringify(record)}\n`).join('');
    },
    end: () => [],
    adopt: () => '',
  };
}
