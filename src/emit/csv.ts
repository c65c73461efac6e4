// CSV after RFC 4180, but with LF: a header, the columns of the record in their order, null as an empty field. For Excel: with a byte order mark,
// CRLF, and texts that it neither runs nor changes.
import { stringify } from 'csv-stringify/sync';
import { COLUMNS, type HealthRecord } from '../model/record.js';
import { cellText, type Field, titleOf } from './columns.js';
import { protect } from './excel-csv.js';
import { batches, type Layout, type Writer } from './writer.js';

export const BYTE_ORDER_MARK = '\ufeff';

/** Fields that Excel reads as what they are: numbers, dates, and six digits of which nothing is lost. */
const SAFE: ReadonlySet<Field> = new Set<Field>([
  'districtCode',
  'year',
  'periodStart',
  'periodEnd',
  'value',
  'valueMax',
  'start',
  'end',
  'line',
  'column',
  'page',
]);

// a lone carriage return ends a line for many readers, csv-stringify quotes only its own line end
export const csvOptions = (excel: boolean): { record_delimiter: string; quoted_match: RegExp } => ({
  record_delimiter: excel ? '\r\n' : '\n',
  quoted_match: /[\r\n]/u,
});

export function csvWriter({ columns, lang, excel }: Layout): Writer<string> {
  const fields = columns ?? COLUMNS;
  const options = csvOptions(excel);
  const cell = (record: HealthRecord, field: Field): string => {
    const text = cellText(record, field, lang);
    return excel && !SAFE.has(field) ? protect(text) : text;
  };
  return {
    begin: () => [(excel ? BYTE_ORDER_MARK : '') + stringify([fields.map((field) => titleOf(field, lang))], options)],
    *document(_file, records) {
      for (const batch of batches(records)) {
        yield stringify(
          batch.map((record) => fields.map((field) => cell(record, field))),
          options,
        );
      }
    },
    end: () => [],
    adopt: () => '',
  };
}
