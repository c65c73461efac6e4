// A workbook: the records, the findings about them where there are any, what the fields mean and what the codes mean.
import { COLUMNS, type HealthRecord } from '../model/record.js';
import { cells } from './cells.js';
import { cellText, type Field, titleOf } from './columns.js';
import { findingColumns, findingRow } from './finding-rows.js';
import type { Language } from './languages.js';
import { codeColumns, codeRows, fieldColumns, fieldRows } from './legend.js';
import type { Cell } from './sheet-cell.js';
import { type SheetColumn, Workbook } from './workbook.js';
import { batches, type Layout, type Writer } from './writer.js';

const SHEETS = {
  records: { en: 'records', zh: '记录' },
  findings: { en: 'findings', zh: '核对结果' },
  fields: { en: 'fields', zh: '字段说明' },
  codes: { en: 'codes', zh: '代码说明' },
} as const;

/** Widths of columns whose cells are wider than their titles, in digits. */
const WIDTHS: Readonly<Partial<Record<Field, number>>> = {
  id: 20,
  file: 28,
  province: 16,
  city: 16,
  district: 16,
  periodStart: 12,
  periodEnd: 12,
  domain: 24,
  section: 30,
  indicator: 36,
  indicatorId: 28,
  label: 36,
  value: 14,
  valueMax: 12,
  raw: 16,
  base: 12,
  partOf: 20,
  sentence: 80,
  rule: 20,
  flags: 20,
};
/** Room for the button of the filter beside the title. */
const BUTTON = 4;

/** Numbers that are no amounts: no thousands separators. */
const PLAIN: ReadonlySet<Field> = new Set<Field>(['year', 'start', 'end', 'line', 'column', 'page']);
/** Digits that are no numbers. */
const CODES: ReadonlySet<Field> = new Set<Field>(['id', 'partOf', 'districtCode']);
const DATES: ReadonlySet<Field> = new Set<Field>(['periodStart', 'periodEnd']);

export function xlsxWriter({ columns, lang, findings }: Layout, { maxRows }: { readonly maxRows?: number } = {}): Writer<Uint8Array> {
  const fields = columns ?? COLUMNS;
  const workbook = new Workbook(maxRows === undefined ? {} : { maxRows });
  return {
    begin() {
      workbook.sheet(
        SHEETS.records[lang],
        fields.map((field) => recordColumn(field, lang)),
      );
      return workbook.take();
    },
    *document(_file, records) {
      for (const batch of batches(records)) {
        for (const record of batch) workbook.row(fields.map((field) => recordCell(record, field, lang)));
        yield* workbook.take();
      }
    },
    end() {
      if (findings) {
        workbook.sheet(SHEETS.findings[lang], findingColumns(lang), { fitToPage: true });
        for (const finding of findings()) workbook.row(findingRow(finding, lang));
      }
      workbook.sheet(SHEETS.fields[lang], fieldColumns(lang), { fitToPage: true });
      for (const row of fieldRows(fields, lang)) workbook.row(row);
      workbook.sheet(SHEETS.codes[lang], codeColumns(lang), { fitToPage: true });
      for (const row of codeRows(fields, lang)) workbook.row(row);
      workbook.finish();
      return workbook.take();
    },
    notes: () => workbook.notes(),
  };
}

function recordColumn(field: Field, lang: Language): SheetColumn {
  const title = titleOf(field, lang);
  return { title, width: Math.max(WIDTHS[field] ?? 0, cells(title) + BUTTON) };
}

function recordCell(record: HealthRecord, field: Field, lang: Language): Cell {
  const value = record[field];
  if (value === null) return null;
  if (typeof value === 'number') return PLAIN.has(field) ? { number: value, plain: true } : value;
  const text = cellText(record, field, lang);
  if (DATES.has(field)) return { date: text };
  return CODES.has(field) ? { text, code: true } : text;
}
