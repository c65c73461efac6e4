// A pivot table as a workbook: numbers typed, names in view, cells that do not agree marked and listed with both quotes.
import { isConflict, type PivotCell, type PivotTable } from '../pivot/pivot.js';
import { cells } from './cells.js';
import type { Language } from './languages.js';
import { axes, conflictRows, conflictTitles } from './pivot-conflicts.js';
import { cellText, columnTitles, needsUnit, valueText } from './pivot-text.js';
import type { Cell } from './sheet-cell.js';
import { SIGNS } from './signs.js';
import { Workbook } from './workbook.js';

const SHEETS = { table: { en: 'pivot', zh: '透视表' }, conflicts: { en: 'conflicts', zh: '冲突' } } as const;
/** Excel's limit; beyond it the table is to be turned or filtered. */
export const MAX_COLUMNS = 16_384;
const BUTTON = 4;
const MOST_WIDTH = 40;
/** Of value, unit, raw, sentence, file, line, records. */
const QUOTE_WIDTHS = [14, 8, 16, 80, 40, 8, 10];

export interface PivotBook {
  readonly pieces: Iterable<Uint8Array>;
  notes(): readonly string[];
}

export function pivotXlsx(table: PivotTable, lang: Language): PivotBook {
  const book = new Workbook();
  function* pieces(): Generator<Uint8Array> {
    const withUnit = needsUnit(table);
    const names = table.rows.map((dimension, i) => ({
      title: dimension.title(lang),
      width: widthOf(dimension.title(lang), table.rowNames, (row) => row[i] ?? ''),
    }));
    const columns = columnTitles(table).map((title, j) => ({
      title,
      width: widthOf(title, table.cells, (row) => cellText(row[j] ?? null, withUnit)),
    }));
    book.sheet(SHEETS.table[lang], [...names, ...columns], { frozenColumns: names.length });
    for (const [i, row] of table.rowNames.entries()) {
      book.row([...row, ...(table.cells[i] ?? []).map((cell) => cellOf(cell, withUnit))]);
      yield* book.take();
    }
    const conflicts = [...conflictRows(table)];
    if (conflicts.length > 0) {
      const titles = conflictTitles(table, lang);
      const own = axes(table).length;
      const width = (title: string, j: number): number =>
        j < own ? widthOf(title, conflicts, (row) => row.names[j] ?? '') : Math.max(QUOTE_WIDTHS[j - own] ?? 0, cells(title) + BUTTON);
      book.sheet(
        SHEETS.conflicts[lang],
        titles.map((title, j) => ({ title, width: width(title, j) })),
        { fitToPage: true },
      );
      for (const { names: row, value } of conflicts) {
        const amount = cellOf({ values: [value], more: 0 }, false);
        const line = value.line === null ? null : { number: value.line, plain: true };
        book.row([...row, amount, value.unit, value.raw, { text: value.sentence, wrap: true }, value.file, line, value.count]);
      }
    }
    book.finish();
    yield* book.take();
  }
  return { pieces: pieces(), notes: () => book.notes() };
}

/** A single number stays one, with its sign before it; a range, a conflict and a number with its unit are texts. */
function cellOf(cell: PivotCell | null, withUnit: boolean): Cell {
  const [value] = cell?.values ?? [];
  if (!cell || !value) return null;
  if (isConflict(cell)) return { text: cellText(cell, withUnit), fill: 'warning', right: true };
  if (value.valueMax !== null || (withUnit && value.unit !== null)) return { text: valueText(value, withUnit), right: true };
  return { number: value.value, sign: SIGNS[value.relation] };
}

const widthOf = <T>(title: string, rows: readonly T[], text: (row: T) => string): number =>
  Math.min(
    MOST_WIDTH,
    rows.reduce((most, row) => Math.max(most, cells(text(row)) + 2), cells(title) + BUTTON),
  );
