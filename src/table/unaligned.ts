// Tables that lost their shape: a cell on each line, as text copied from a page has them, or the cells of a row with single spaces between.
import type { Span } from '../model/document.js';
import type { Cell, Grid } from './grid.js';

/** 93.5%, ≥90%, 1,204人, — */
const VALUE = /^(?:[≥≤＞＜><]=? ?)?[-−+]?\d[\d,，.]*(?: ?[%％‰]|[百千万亿]{0,2}[\p{Script=Han}/]{0,4})?$|^[—–\-/]+$/u;
const HAS_DIGIT = /\d/u;
/** 疫苗名称, 接种率(%) */
const NAMES = /(?:名称|项目|指标|类别|单位|机构|地区|年份|病种)$/u;
const MEASURE = /[（(][^（()）]{1,8}[)）]$|(?:率|数|量|值|比例)$/u;
const MAX_NAME = 40;
const MAX_HEADER = 20;
const MAX_COLUMNS = 12;
const MIN_ROWS = 2;
/** Headers of an assessment: only where these are written are single spaces known to part cells. */
const ASSESSED = /(?:目标|指标|计划|任务)(?:值|数)/u;
const REACHED = /(?:实际|完成|实现|全年)[^ ]{0,4}(?:值|数|情况)|实际完成/u;

const OPENS_HEADERS = /^(?:序号|编号|主?要?指标(?:名称)?|项目|名称|类别)[ \u3000]/u;
const YEARS = /(?:19|20)\d{2} ?年/u;

interface Line extends Span {
  readonly text: string;
}

/** Tables of `source` in one of these forms; `lines` are its lines in order, bare numbers included. */
export function unalignedGrids(source: string, lines: readonly Span[]): Grid[] {
  const trimmed = lines
    .map((line): Line => {
      const raw = source.slice(line.start, line.end);
      const start = line.start + (raw.length - raw.trimStart().length);
      return { text: raw.trim(), start, end: start + raw.trim().length };
    })
    // the bars between cells, on lines of their own
    .filter((line) => !/^[|｜]+$/u.test(line.text));
  const grids: Grid[] = [];
  for (let i = 0; i < trimmed.length; i++) {
    const found = stackedFrom(trimmed, i) ?? turnedFrom(trimmed, i) ?? spacedFrom(trimmed, i) ?? evenFrom(trimmed, i);
    if (!found) continue;
    grids.push(found.grid);
    i += found.lines - 1;
  }
  return grids;
}

interface Found {
  readonly grid: Grid;
  readonly lines: number;
}

const isName = ({ text }: Line): boolean => text.length <= MAX_NAME && !VALUE.test(text) && !/[。；;,，:：]$|[。；]/u.test(text);
const isValue = ({ text }: Line): boolean => VALUE.test(text);

/** Lines: the headers, then for each row its name and as many values as there are headers behind the first. */
function stackedFrom(lines: readonly Line[], at: number): Found | null {
  if (!HAS_DIGIT.test(lines[at]?.text ?? '') || !isValue(lines[at] as Line) || at < 3 || !isName(lines[at - 1] as Line)) return null;
  let values = 0;
  while (values < MAX_COLUMNS && lines[at + values] && isValue(lines[at + values] as Line)) values++;
  const width = values + 1;
  if (values < 2) return null;
  const first = at - 1;
  const head = lines.slice(first - width, first);
  if (head.length < width || !head.every((line) => isName(line) && line.text.length <= MAX_HEADER && !HAS_DIGIT.test(line.text)))
    return null;
  const rows: Line[][] = [];
  for (let next = first; ; next += width) {
    const row = lines.slice(next, next + width);
    if (row.length < width || !isName(row[0] as Line) || !row.slice(1).every(isValue)) break;
    rows.push(row);
  }
  // a name too many in front of the numbers would shift the headers: then the next row does not fit, either
  return rows.length < MIN_ROWS ? null : { grid: gridOf([head, ...rows]), lines: rows.length * width - 1 };
}

/** Lines: what names are, the names, what is measured, and as many values: a table with one row of them. */
function turnedFrom(lines: readonly Line[], at: number): Found | null {
  if (!HAS_DIGIT.test(lines[at]?.text ?? '') || !isValue(lines[at] as Line)) return null;
  let count = 0;
  while (count < MAX_COLUMNS && lines[at + count] && isValue(lines[at + count] as Line)) count++;
  const opener = lines[at - count - 2];
  const names = lines.slice(Math.max(0, at - count - 1), at - 1);
  const measure = lines[at - 1];
  if (count < 2 || !opener || !measure || !NAMES.test(opener.text) || !MEASURE.test(measure.text)) return null;
  if (names.length !== count || !names.every((line) => isName(line) && line.text.length <= MAX_HEADER)) return null;
  const rows = names.map((name, i) => [name, lines[at + i] as Line]);
  return { grid: gridOf([[opener, measure], ...rows]), lines: count };
}

/** A line of headers that says that targets and results are compared, then rows whose last cells are values. */
function spacedFrom(lines: readonly Line[], at: number): Found | null {
  const header = lines[at] as Line;
  if (!ASSESSED.test(header.text) || !REACHED.test(header.text) || HAS_DIGIT.test(header.text)) return null;
  const head = tokens(header).filter(({ text }) => !/^[(（]?续?表.?[)）]?$/u.test(text));
  if (head.length < 3 || head.some(({ text }) => text.length > MAX_HEADER)) return null;
  const rows: Line[][] = [];
  for (let next = at + 1; next < lines.length; next++) {
    const cells = tokens(lines[next] as Line);
    const values = cells.slice(-(head.length - 1));
    const name = cells.slice(0, cells.length - values.length);
    const [first, last] = [name[0], name.at(-1)];
    if (!first || !last || !values.some((cell) => VALUE.test(cell.text) && HAS_DIGIT.test(cell.text))) break;
    rows.push([{ start: first.start, end: last.end, text: name.map(({ text }) => text).join(' ') }, ...values]);
  }
  return rows.length < MIN_ROWS ? null : { grid: gridOf([head, ...rows]), lines: rows.length + 1 };
}

/** 序号 指标 单位 2020年 2025年目标: a line of headers with years, then rows of just as many cells. */
function evenFrom(lines: readonly Line[], at: number): Found | null {
  const header = lines[at] as Line;
  if (!OPENS_HEADERS.test(header.text) || !YEARS.test(header.text)) return null;
  const head = tokens(header);
  if (head.length < 3 || head.some(({ text }) => text.length > MAX_HEADER)) return null;
  const rows: Line[][] = [];
  for (let next = at + 1; next < lines.length; next++) {
    const cells = tokens(lines[next] as Line);
    const numbers = cells.slice(1).filter(({ text }) => VALUE.test(text) && HAS_DIGIT.test(text));
    if (cells.length !== head.length || numbers.length === 0) break;
    rows.push(cells);
  }
  return rows.length < MIN_ROWS ? null : { grid: gridOf([head, ...rows]), lines: rows.length + 1 };
}

const tokens = (line: Line): Line[] =>
  [...line.text.matchAll(/[^ \t\u3000]+/gu)].map((match) => ({
    text: match[0],
    start: line.start + match.index,
    end: line.start + match.index + match[0].length,
  }));

function gridOf(rows: readonly (readonly Cell[])[]): Grid {
  return { start: rows[0]?.[0]?.start ?? 0, end: rows.at(-1)?.at(-1)?.end ?? 0, rows };
}
