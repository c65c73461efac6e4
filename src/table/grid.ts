// Finds tables in text: rows with tabs (which readers of HTML, Word and Excel write), Markdown, and columns set with spaces.
import type { Span } from '../model/document.js';
import { Characters } from '../text/characters.js';
import { dealOut, type Extent, nearestColumn } from './alignment.js';

export interface Cell extends Span {
  readonly text: string;
}

export interface Grid extends Span {
  /** Rows of equal width; an empty cell has no extent. */
  readonly rows: readonly (readonly Cell[])[];
}

type Layout = 'tab' | 'pipe' | 'space';

/** A line drawn of dashes, or the one below the headers of Markdown. */
const RULE = /^(?=.*[-—=─_]{3})[\s\-—=─_+|:]+$/u;
const BLANK = new Characters(' \u3000');
const GAP = /[ \u3000]{2,}|\t+/gu;
const NUMBER_CELL =
  /^(?:[<>≤≥＜＞][=＝]?\s?)?[-−+＋]?(?:\d{1,3}(?: \d{3})+|\d)[\d,，.]*(?!\s*[月日号])(?:\s*[%％‰]|\s*[\p{Script=Han}/]{1,6})?$/u;
const MIN_ROWS: Readonly<Record<Layout, number>> = { tab: 2, pipe: 2, space: 3 };
const BARS_BETWEEN = /^[^|]*[^|\s] \| .* \| *[^|\s][^|]*$/u;
const LONE_HAN = /^\p{Script=Han}$/u;
const SPREAD = new Set('指标 项目 名称 类别 单位 属性 性质 数量 合计 总计 小计 备注 地区 病种 机构 年份 内容'.split(' '));
/** 表1  “十四五”时期主要指标: a title with its number, no row. */
const NUMBERED_TITLE = /^[附续]?表 ?[\d一二三四五六七八九十]{0,3}(?:[-—.]\d{1,2})?[:：]?$/u;
const MAX_HEADER_ROWS = 4;
/** The header of the column of names may be set in by that much. */
const STUB_INDENT = 8;
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
    const grid = gridOf(open[0]?.layout === 'space' ? aligned(open, source) : open);
    if (grid) grids.push(grid);
    open = [];
  };
  for (const line of lines) {
    const text = source.slice(line.start, line.end);
    if (open.length > 0 && RULE.test(text)) continue;
    const row = rowOf(source, line);
    if (!row) {
      close();
      continue;
    }
    if (open[0] && open[0].layout !== row.layout) close();
    open.push(row);
  }
  close();
  return grids;
}

function rowOf(source: string, line: Span): Row | null {
  const end = source[line.end - 1] === '\r' && line.end > line.start ? line.end - 1 : line.end;
  const text = source.slice(line.start, end);
  const layout: Layout = hasBars(text) ? 'pipe' : text.includes('\t') ? 'tab' : 'space';
  if (layout === 'space' && !hasGap(text)) return null;
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
    joinSpread(cells, source);
    const filled = cells.filter((cell) => cell.text !== '');
    // a line of prose with an indent or a wide gap is no row
    if (NUMBERED_TITLE.test(cells[0]?.text ?? '') && cells.length <= 2) return null;
    if (filled.length < 2 || filled.length !== cells.length || cells.some((cell) => /[。；;]/u.test(cell.text))) return null;
  }
  if (cells.length < 2 || cells.length > MAX_WIDTH || cells.some((cell) => cell.text.length > MAX_CELL * 2)) return null;
  return { layout, cells, line };
}

/** | 医院 | 12 |, 医院 | 12 | or, with a bar between cells alone, 医院 | 12 | 14. */
function hasBars(text: string): boolean {
  const first = text.indexOf('|');
  if (first < 0) return false;
  const last = text.lastIndexOf('|');
  return text.trimEnd().endsWith('|') ? /^\s*\|/u.test(text) || first < last : first < last && BARS_BETWEEN.test(text);
}

/** Whether two blanks or more stand between two words, as they do not in prose. */
function hasGap(text: string): boolean {
  const { length } = text;
  for (let at = BLANK.next(text, BLANK.past(text, 0, length), length); at < length; ) {
    const behind = BLANK.past(text, at, length);
    if (behind - at > 1 && behind < length) return true;
    at = BLANK.next(text, behind, length);
  }
  return false;
}

/** 总    计, 指    标: a word of two characters spread over the width of its column; behind the first column only words that headers are made of. */
function joinSpread(cells: Cell[], source: string): void {
  for (let x = 0; x + 1 < cells.length; x++) {
    const [first, second] = [cells[x] as Cell, cells[x + 1] as Cell];
    if (!LONE_HAN.test(first.text) || !LONE_HAN.test(second.text)) continue;
    if (x > 0 && !SPREAD.has(first.text + second.text)) continue;
    cells.splice(x, 2, { text: source.slice(first.start, second.end), start: first.start, end: second.end });
  }
}

/** Terminal cells from the start of the line to `offset`. */
function columnAt(row: Row, offset: number, source: string): number {
  let column = 0;
  for (let i = row.line.start; i < offset; i++) column += source.charCodeAt(i) > 0xff ? 2 : 1;
  return column;
}

/**
 * Rows of one width. Rows with fewer cells than the numbers have columns are set under each other by where they stand on the page: a header
 * holds for the columns up to the next header. Empty where the rows are no table.
 */
function aligned(rows: readonly Row[], source: string): Row[] {
  const counts = new Map<number, number>();
  for (const row of rows) if (isNumeric(row)) counts.set(row.cells.length, (counts.get(row.cells.length) ?? 0) + 1);
  const [width = 0, times = 0] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
  if (times < 2) return [];
  const full = rows.filter((row) => row.cells.length === width);
  const columns = Array.from({ length: width }, (_, x): Extent => {
    const edges = full.filter(isNumeric).map((row) => [row.cells[x] as Cell, row] as const);
    return {
      left: Math.min(...edges.map(([cell, row]) => columnAt(row, cell.start, source))),
      right: Math.max(...edges.map(([cell, row]) => columnAt(row, cell.end, source))),
    };
  });
  const placed: Row[] = [];
  for (const row of rows) {
    if (row.cells.length === width) placed.push(row);
    else if (row.cells.length < width) {
      const cells = isNumeric(row) ? nearest(row, columns, source) : spread(row, columns, source);
      if (cells) placed.push({ ...row, cells });
    }
  }
  // what comes before the first number and behind the last is a header, or no part of the table
  const from = placed.findIndex(isNumeric);
  const to = placed.findLastIndex(isNumeric);
  return placed.slice(Math.max(0, from - MAX_HEADER_ROWS), to + 1);
}

const isNumeric = (row: Row): boolean => row.cells.slice(1).some((cell) => NUMBER_CELL.test(cell.text));

/** Cells of a header over the columns that they hold for. Undefined where there are more cells than columns. */
function spread(row: Row, columns: readonly Extent[], source: string): Cell[] | undefined {
  const places = row.cells.map((cell) => ({ left: columnAt(row, cell.start, source), right: columnAt(row, cell.end, source) }));
  const heads = dealOut(places, columns, STUB_INDENT);
  return heads?.map((head) => row.cells[head] ?? { text: '', start: row.line.end, end: row.line.end });
}

/** Cells of a row with empty ones: each stands in the column whose middle is nearest. Null where two would stand in one. */
function nearest(row: Row, columns: readonly Extent[], source: string): Cell[] | null {
  const cells = columns.map((): Cell => ({ text: '', start: row.line.end, end: row.line.end }));
  for (const cell of row.cells) {
    const place = { left: columnAt(row, cell.start, source), right: columnAt(row, cell.end, source) };
    const x = cell === row.cells[0] ? 0 : nearestColumn(place, columns);
    if (cells[x]?.text !== '') return null;
    cells[x] = cell;
  }
  return cells;
}

/** What a cell holds, by which the cells of a row that a merged one has pushed to the left are told from their columns. */
const kindOf = ({ text }: Cell): 'number' | 'words' | 'nothing' => (text === '' ? 'nothing' : NUMBER_CELL.test(text) ? 'number' : 'words');

/**
 * Markdown without its leading bars repeats no cell that is merged over several rows: 健康水平 | 1 | 期望寿命 | 82 | and below it
 * 2 | 婴儿死亡率 | <4.5 | |. Such a row is moved to where its cells hold what those of the full rows do.
 */
function realigned(rows: readonly Row[], width: number): Row[] {
  if (rows[0]?.layout !== 'pipe') return [...rows];
  const full = rows.filter(
    ({ cells }) => cells.length === width && cells.at(-1)?.text !== '' && isNumeric({ layout: 'pipe', cells, line: cells[0] as Cell }),
  );
  if (full.length === 0) return [...rows];
  const usual = Array.from({ length: width }, (_, x) => kindOf((full[0] as Row).cells[x] as Cell));
  const fits = (cells: readonly Cell[], shift: number): number => cells.filter((cell, x) => kindOf(cell) === usual[x + shift]).length;
  return rows.map((row) => {
    const filled = row.cells.slice(0, row.cells.findLastIndex(({ text }) => text !== '') + 1);
    const free = width - filled.length;
    const shifts = Array.from({ length: free }, (_, i) => i + 1).filter((shift) => fits(filled, shift) > fits(filled, 0));
    const shift = shifts[0];
    if (shift === undefined) return row;
    const empty = Array.from({ length: shift }, (): Cell => ({ text: '', start: row.line.start, end: row.line.start }));
    return { ...row, cells: [...empty, ...filled] };
  });
}

function gridOf(rows: readonly Row[]): Grid | null {
  const first = rows[0];
  const last = rows.at(-1);
  if (!first || !last || rows.length < MIN_ROWS[first.layout]) return null;
  const numeric = rows.filter((row) => row.cells.slice(1).some((cell) => NUMBER_CELL.test(cell.text))).length;
  if (numeric === 0 || (first.layout === 'space' && numeric * 2 < rows.length)) return null;
  const width = Math.max(...rows.map((row) => row.cells.length));
  const padded = realigned(rows, width).map((row) =>
    Array.from({ length: width }, (_, x): Cell => row.cells[x] ?? { text: '', start: row.line.end, end: row.line.end }),
  );
  return { start: first.line.start, end: last.line.end, rows: padded };
}
