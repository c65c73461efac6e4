// Finds tables in text: rows with tabs (which readers of HTML, Word and Excel write), Markdown, and columns set with spaces.
import type { Span } from '../model/document.js';

export interface Cell extends Span {
  readonly text: string;
}

export interface Grid extends Span {
  /** Rows of equal width; an empty cell has no extent. */
  readonly rows: readonly (readonly Cell[])[];
}

type Layout = 'tab' | 'pipe' | 'space';

const MARKDOWN_RULE = /^\s*\|?(?:\s*:?-{3,}:?\s*\|)+\s*:?-*:?\s*\|?\s*$/u;
const GAP = /[ \u3000]{2,}|\t+/gu;
const NUMBER_CELL = /^[-−+＋]?\d[\d,，.]*(?:\s*[%％‰]|\s*[\p{Script=Han}/]{1,6})?$/u;
const MIN_ROWS: Readonly<Record<Layout, number>> = { tab: 2, pipe: 2, space: 3 };
const MAX_CELL = 60;
const MAX_WIDTH = 60;

interface Row {
  readonly layout: Layout;
  readonly cells: readonly Cell[];
  readonly line: Span;
}

/** Tables of `source` (tabs are still tabs there); `lines` are its lines that are no furniture, in order. */
export function findGrids(source: string, lines: readonly Span[]): Grid[] {
  const grids: Grid[] = [];
  let open: Row[] = [];
  const close = (): void => {
    const grid = gridOf(open);
    if (grid) grids.push(grid);
    open = [];
  };
  for (const line of lines) {
    const text = source.slice(line.start, line.end);
    if (open[0]?.layout === 'pipe' && MARKDOWN_RULE.test(text)) continue;
    const row = rowOf(source, line);
    if (!row) {
      close();
      continue;
    }
    const first = open[0];
    if (first && (first.layout !== row.layout || (row.layout === 'space' && first.cells.length !== row.cells.length))) close();
    open.push(row);
  }
  close();
  return grids;
}

function rowOf(source: string, line: Span): Row | null {
  const text = source.slice(line.start, line.end).replace(/\r$/u, '');
  const pipes = /^\s*\|/u.test(text) && text.trim().endsWith('|');
  const layout: Layout = pipes ? 'pipe' : text.includes('\t') ? 'tab' : 'space';
  const cells: Cell[] = [];
  const add = (from: number, to: number): void => {
    const raw = text.slice(from, to);
    const trimmed = raw.trim();
    const start = line.start + from + (raw.length - raw.trimStart().length);
    cells.push({ text: trimmed, start, end: start + trimmed.length });
  };
  const marks = layout === 'pipe' ? /\|/gu : layout === 'tab' ? /\t/gu : GAP;
  let from = 0;
  for (const mark of text.matchAll(marks)) {
    if (!(mark.index === 0 && layout !== 'tab')) add(from, mark.index);
    from = mark.index + mark[0].length;
  }
  if (from < text.length || layout === 'tab') add(from, text.length);
  if (layout === 'space') {
    const filled = cells.filter((cell) => cell.text !== '');
    // a line of prose with an indent or a wide gap is no row
    if (filled.length < 2 || filled.length !== cells.length || cells.some((cell) => /[。；;]/u.test(cell.text))) return null;
  }
  if (cells.length < 2 || cells.length > MAX_WIDTH || cells.some((cell) => cell.text.length > MAX_CELL * 2)) return null;
  return { layout, cells, line };
}

function gridOf(rows: readonly Row[]): Grid | null {
  const first = rows[0];
  const last = rows.at(-1);
  if (!first || !last || rows.length < MIN_ROWS[first.layout]) return null;
  const numeric = rows.filter((row) => row.cells.slice(1).some((cell) => NUMBER_CELL.test(cell.text))).length;
  if (numeric === 0 || (first.layout === 'space' && numeric * 2 < rows.length)) return null;
  const width = Math.max(...rows.map((row) => row.cells.length));
  const padded = rows.map((row) =>
    Array.from({ length: width }, (_, x): Cell => row.cells[x] ?? { text: '', start: row.line.end, end: row.line.end }),
  );
  return { start: first.line.start, end: last.line.end, rows: padded };
}
