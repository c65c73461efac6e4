// CSV after RFC 4180, but with LF: a header, the columns of the record in their order, null as an empty field.
import { stringify } from 'csv-stringify/sync';
import { COLUMNS, type HealthRecord, JOINTS } from '../model/record.js';
import { batches, type Writer } from './writer.js';

// a lone carriage return ends a line for many readers, csv-stringify quotes only its own line end
const OPTIONS = { record_delimiter: '\n', quoted_match: /\r/u };

export function csvWriter(): Writer {
  return {
    begin: () => [stringify([[...COLUMNS]], OPTIONS)],
    *document(_file, records) {
      for (const batch of batches(records)) yield stringify(batch.map(row), OPTIONS);
    },
    end: () => [],
    adopt: () => '',
  };
}

function row(record: HealthRecord): string[] {
  return COLUMNS.map((column) => {
    if (column === 'section' || column === 'flags') return record[column].join(JOINTS[column]);
    const value = record[column];
    return value === null ? '' : String(value);
  });
}
