// The cells whose values do not agree, a value a row, with both quotes: for the workbook's sheet and for --conflicts.
import { stringify } from 'csv-stringify/sync';
import type { PivotTable, PivotValue } from '../pivot/pivot.js';
import { BYTE_ORDER_MARK, csvOptions } from './csv.js';
import { protect } from './excel-csv.js';
import type { Language } from './languages.js';
import { conflictsOf, valueText } from './pivot-text.js';

export interface ConflictRow {
  readonly names: readonly string[];
  readonly value: PivotValue;
}

const TITLES: Readonly<Record<Language, readonly string[]>> = {
  en: ['value', 'unit', 'raw', 'sentence', 'file', 'line', 'records'],
  zh: ['数值', '单位', '原文数字', '句子', '文件', '行', '条数'],
};

/** The unit has a column of its own here. */
export function conflictTitles(table: PivotTable, lang: Language): string[] {
  return [...axes(table).map((dimension) => dimension.title(lang)), ...TITLES[lang]];
}

export function* conflictRows(table: PivotTable): Generator<ConflictRow> {
  const kept = [...table.rows, ...table.across].map((dimension) => dimension.name !== 'unit');
  for (const { rowNames, columnNames, cell } of conflictsOf(table)) {
    const names = [...rowNames, ...columnNames].filter((_, i) => kept[i]);
    for (const value of cell.values) yield { names, value };
  }
}

export function conflictsCsv(table: PivotTable, lang: Language, excel: boolean): string {
  const rows = [...conflictRows(table)].map(({ names, value }) => [
    ...names,
    valueText(value, false),
    value.unit ?? '',
    value.raw,
    value.sentence,
    value.file,
    value.line === null ? '' : String(value.line),
    String(value.count),
  ]);
  const all = [conflictTitles(table, lang), ...rows];
  return (excel ? BYTE_ORDER_MARK : '') + stringify(excel ? all.map((row) => row.map(protect)) : all, csvOptions(excel));
}

export const axes = ({ rows, across }: PivotTable): PivotTable['rows'] =>
  [...rows, ...across].filter((dimension) => dimension.name !== 'unit');
