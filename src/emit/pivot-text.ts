// A pivot table as CSV, as a table for the terminal and as JSON.
import { stringify } from 'csv-stringify/sync';
import { isConflict, type PivotCell, type PivotTable, type PivotValue } from '../pivot/pivot.js';
import { printable } from '../text/printable.js';
import { cells, pad } from './cells.js';
import { BYTE_ORDER_MARK, csvOptions } from './csv.js';
import { protect } from './excel-csv.js';
import type { Language } from './languages.js';
import { SIGNS } from './signs.js';
import { group } from './value.js';
import type { Display } from './writer.js';

/** Behind the values of a cell that do not agree. */
export const CONFLICT_MARK = '(!)';

/** `12`, `≥75`, `3–5`; with the unit where rows and columns do not name it. */
export function valueText(
  { value, valueMax, relation, unit }: PivotValue,
  withUnit: boolean,
  number: (n: number) => string = String,
): string {
  const amount = `${SIGNS[relation]}${number(value)}${valueMax === null ? '' : `–${number(valueMax)}`}`;
  return withUnit && unit !== null ? `${amount} ${unit}` : amount;
}

/** `12`, `12 | 15 (!)` */
export function cellText(cell: PivotCell | null, withUnit: boolean, number?: (n: number) => string): string {
  if (!cell) return '';
  const values = cell.values.map((value) => valueText(value, withUnit, number));
  if (cell.more > 0) values.push(`… ${cell.more} more`);
  return isConflict(cell) ? `${values.join(' | ')} ${CONFLICT_MARK}` : values.join('');
}

export const needsUnit = ({ rows, across }: PivotTable): boolean => ![...rows, ...across].some((dimension) => dimension.name === 'unit');

/** `建德市 2022` */
export const columnTitles = (table: PivotTable): string[] => table.columnNames.map((names) => names.join(' '));

export function* pivotCsv(table: PivotTable, lang: Language, excel: boolean): Generator<string> {
  const options = csvOptions(excel);
  const safe = (text: string): string => (excel ? protect(text) : text);
  const withUnit = needsUnit(table);
  const head = [...table.rows.map((dimension) => dimension.title(lang)), ...columnTitles(table)];
  yield (excel ? BYTE_ORDER_MARK : '') + stringify([head.map(safe)], options);
  for (const [i, names] of table.rowNames.entries()) {
    const row = table.cells[i] ?? [];
    yield stringify([[...names, ...row.map((cell) => cellText(cell, withUnit))].map(safe)], options);
  }
}

/** A cell a line, for programs: names of both axes, values, and where they are from. */
export function* pivotJson(table: PivotTable): Generator<string> {
  let before = '[\n';
  for (const { rowNames, columnNames, cell } of filledCells(table)) {
    const place = (axis: PivotTable['rows'], names: readonly string[]): Record<string, string | null> =>
      Object.fromEntries(axis.map((dimension, i) => [dimension.name, names[i] || null]));
    const values = cell.values.map(({ part, ...value }) => ({ ...value, part }));
    const entry = {
      ...place(table.rows, rowNames),
      ...place(table.across, columnNames),
      conflict: isConflict(cell),
      values,
      more: cell.more,
    };
    yield before + JSON.stringify(entry);
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

export interface FilledCell {
  readonly rowNames: readonly string[];
  readonly columnNames: readonly string[];
  readonly cell: PivotCell;
}

export function* filledCells({ rowNames, columnNames, cells: rows }: PivotTable): Generator<FilledCell> {
  for (const [i, row] of rows.entries()) {
    for (const [j, cell] of row.entries()) if (cell) yield { rowNames: rowNames[i] ?? [], columnNames: columnNames[j] ?? [], cell };
  }
}

export const conflictsOf = (table: PivotTable): FilledCell[] => [...filledCells(table)].filter(({ cell }) => isConflict(cell));

const GAP = '  ';
/** Names of rows and columns are cut to this; half a number would mislead, so cells never are. */
const MOST_NAME = 30;

/** Columns that do not fit beside each other follow below, with the names of the rows again. */
export function* pivotTerminal(table: PivotTable, lang: Language, { width, chalk }: Display): Generator<string> {
  const withUnit = needsUnit(table);
  const heads = table.rows.map((dimension) => dimension.title(lang));
  const names = table.rowNames.map((row) => row.map(printable));
  const nameWidths = heads.map((head, i) => Math.min(MOST_NAME, Math.max(cells(head), ...names.map((row) => cells(row[i] ?? '')))));
  const columns = columnTitles(table).map((title, j) => {
    const texts = table.cells.map((row) => printable(cellText(row[j] ?? null, withUnit, group)));
    const conflicts = table.cells.map((row) => row[j] != null && isConflict(row[j]));
    return { title: printable(title), texts, conflicts, width: Math.max(cells(title), ...texts.map(cells)) };
  });
  const used = nameWidths.reduce((sum, w) => sum + w + GAP.length, -GAP.length);
  let start = 0;
  while (start < columns.length) {
    let end = start;
    for (let room = width - used; end < columns.length; end++) {
      room -= (columns[end]?.width ?? 0) + GAP.length;
      if (room < 0 && end > start) break;
    }
    const shown = columns.slice(start, end);
    if (start > 0) yield '\n';
    const head = [
      ...heads.map((text, i) => pad(text, nameWidths[i] ?? 0)),
      ...shown.map((column) => pad(column.title, column.width, 'right')),
    ];
    yield `${chalk.dim(head.join(GAP).trimEnd())}\n`;
    for (const [i, row] of names.entries()) {
      // a row that says nothing in these columns says it in others
      if (shown.length < columns.length && shown.every((column) => column.texts[i] === '')) continue;
      const line = row.map((text, k) => pad(text, nameWidths[k] ?? 0));
      for (const column of shown) {
        const cell = pad(column.texts[i] ?? '', column.width, 'right');
        line.push(column.conflicts[i] ? chalk.yellow(cell) : cell);
      }
      yield `${line.join(GAP).trimEnd()}\n`;
    }
    start = end;
  }
}
