// Indicators × places × years from any number of records. What is in memory is the table, not the records.
import type { Language } from '../emit/languages.js';
import type { HealthRecord } from '../model/record.js';
import type { PivotDimension } from './dimensions.js';
import type { RecordRow } from './record-files.js';

/** A value of a cell: what reports say, and where one of them says it. */
export interface PivotValue {
  readonly value: number;
  readonly valueMax: number | null;
  readonly relation: HealthRecord['relation'];
  readonly unit: string | null;
  /** How many records say so. */
  count: number;
  /** A part of a total (其中), as far as all of them say. */
  part: boolean;
  readonly file: string;
  readonly line: number | null;
  readonly raw: string;
  readonly sentence: string;
}

export interface PivotCell {
  /** In the order of the inputs; more than one is a conflict. */
  readonly values: readonly PivotValue[];
  /** Further records with yet other values, which are not kept. */
  readonly more: number;
}

export interface PivotTable {
  readonly rows: readonly PivotDimension[];
  readonly across: readonly PivotDimension[];
  /** Names of each row and of each column, an entry for each dimension. */
  readonly rowNames: readonly (readonly string[])[];
  readonly columnNames: readonly (readonly string[])[];
  /** Cells of each row; null where nobody says anything. */
  readonly cells: readonly (readonly (PivotCell | null)[])[];
  /** Parts that were left out since their total stands in the same cell. */
  readonly parts: number;
}

/** Different values that a cell keeps: it is no use to read more of them side by side. */
const MOST_VALUES = 20;

interface Axis {
  readonly dimensions: readonly PivotDimension[];
  /** A row of each entry, which its names are made of. */
  readonly entries: Map<string, RecordRow>;
}

interface OpenCell {
  readonly values: Map<string, PivotValue>;
  more: number;
}

export class Pivot {
  readonly #rows: Axis;
  readonly #columns: Axis;
  readonly #cells = new Map<string, OpenCell>();

  constructor(rows: readonly PivotDimension[], across: readonly PivotDimension[]) {
    this.#rows = { dimensions: rows, entries: new Map() };
    this.#columns = { dimensions: across, entries: new Map() };
  }

  /** `source` stands in for a record that does not say where it is from. */
  add(row: RecordRow, source: { readonly file: string; readonly line: number }): void {
    const key = JSON.stringify([entryOf(this.#rows, row), entryOf(this.#columns, row)]);
    let cell = this.#cells.get(key);
    if (!cell) {
      cell = { values: new Map(), more: 0 };
      this.#cells.set(key, cell);
    }
    const part = row.partOf !== null;
    const same = `${row.relation} ${row.value} ${row.valueMax ?? ''} ${row.unit ?? ''}`;
    const known = cell.values.get(same);
    if (known) {
      known.count++;
      known.part &&= part;
    } else if (cell.values.size >= MOST_VALUES) cell.more++;
    else {
      const { value, valueMax, relation, unit, file, line, raw, sentence } = row;
      const where = file === undefined ? source : { file, line: line ?? null };
      cell.values.set(same, { value, valueMax, relation, unit, count: 1, part, ...where, raw: raw ?? '', sentence: sentence ?? '' });
    }
  }

  table(lang: Language): PivotTable {
    const [rows, columns] = [sorted(this.#rows, lang), sorted(this.#columns, lang)];
    let parts = 0;
    const cells = rows.keys.map((row) =>
      columns.keys.map((column): PivotCell | null => {
        const cell = this.#cells.get(JSON.stringify([row, column]));
        if (!cell) return null;
        const values = [...cell.values.values()];
        const totals = values.filter((value) => !value.part);
        if (totals.length === 0) return { values, more: cell.more };
        parts += values.length - totals.length;
        return { values: totals, more: cell.more };
      }),
    );
    return {
      rows: this.#rows.dimensions,
      across: this.#columns.dimensions,
      rowNames: rows.names,
      columnNames: columns.names,
      cells,
      parts,
    };
  }
}

export const isConflict = (cell: PivotCell): boolean => cell.values.length + cell.more > 1;

function entryOf(axis: Axis, row: RecordRow): string {
  const key = JSON.stringify(axis.dimensions.map((dimension) => dimension.key(row)));
  if (!axis.entries.has(key)) axis.entries.set(key, fieldsOnly(axis, row));
  return key;
}

/** What names and order are made of, so that no whole record stays in memory. */
function fieldsOnly({ dimensions }: Axis, row: RecordRow): RecordRow {
  const { kind, aspect, relation, value, valueMax, unit, partOf, periodStart, periodEnd } = row;
  const own = Object.fromEntries(dimensions.flatMap((dimension) => dimension.fields.map((field) => [field, row[field]])));
  return { kind, aspect, relation, value, valueMax, unit, partOf, periodStart, periodEnd, ...own };
}

function sorted({ dimensions, entries }: Axis, lang: Language): { keys: string[]; names: string[][] } {
  const list = [...entries].map(([key, row]) => ({ key, row, order: dimensions.map((dimension) => dimension.order(row)) }));
  list.sort((a, b) => compare(a.order, b.order));
  // entries of one dimension may recur under another: each is named once
  const namesOf = dimensions.map((dimension) => {
    const different = new Map(list.map(({ row }) => [dimension.key(row), row]));
    const names = dimension.names([...different.values()], lang);
    return new Map([...different.keys()].map((key, i) => [key, names[i] ?? '']));
  });
  return {
    keys: list.map(({ key }) => key),
    names: list.map(({ row }) => dimensions.map((dimension, i) => namesOf[i]?.get(dimension.key(row)) ?? '')),
  };
}

function compare(a: readonly string[], b: readonly string[]): number {
  for (const [i, one] of a.entries()) {
    const other = b[i] ?? '';
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}
