// PDF with a text layer: lines of each page, joined where a line only ran out of room; page numbers and running heads left out.
import { InputError } from '../model/message.js';
import { dealOut, type Extent, nearestColumn } from '../table/alignment.js';
import type { DocumentText } from './document.js';

interface Item {
  readonly str: string;
  readonly hasEOL: boolean;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}
interface Piece extends Extent {
  readonly text: string;
}
/** A line of a page; its cells where wide gaps part it. */
interface Row {
  readonly y: number;
  readonly height: number;
  readonly cells: readonly Piece[];
  readonly text: string;
  readonly right: number;
}

const MAX_PAGES = 2000;
/** A gap of that many heights of a character parts columns. */
const WIDE = 1.2;
/** A running head stands on this share of the pages. */
const RUNNING = 0.6;
// 2018 年, 床位 120 张: typesetters set Latin characters apart
const SET_APART = /(?<=[\p{Script=Han}，。；：、（）“”]) +(?=[\d%‰/])|(?<=[\d%‰]) +(?=[\p{Script=Han}，。；：、（）“”%‰])/gu;
const NUMBER = /^[-−+]?\d[\d,.]*(?:[%‰]|[\p{Script=Han}/]{1,6})?$|^[—–-]$/u;
const YEAR = /^(?:19|20)\d{2}年/u;
const CROWDED = /^(.*\p{Script=Han}) +(\d[\d,.]*)$/u;
const TITLE = /^(?:附?表|图) ?\d|[（(]?单位[:：]/u;
/** Lines nearer than that many heights of a character stand in one row of a table. */
const OVERLAPPING = 0.9;
/** Rows back that such a line may belong to. */
const NEIGHBOURS = 4;
const MAX_HEADER = 24;
const MAX_HEADER_ROWS = 5;
/** Page numbers and running heads stand in the first and the last rows. */
const EDGE_ROWS = 2;
const PAGE_NUMBER = /^[\s—–\-·第]*\d{1,4}[\s—–\-·页]*(?:\/\s*(?:共\s*)?\d{1,4}\s*页?)?$/u;

export async function readPdf(bytes: Uint8Array): Promise<Omit<DocumentText, 'kind'>> {
  const { getDocumentProxy } = await import('unpdf');
  let pages: Row[][];
  try {
    // pdf.js takes the buffer for itself
    const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    pages = [];
    for (let n = 1; n <= Math.min(document.numPages, MAX_PAGES); n++) {
      const content = await (await document.getPage(n)).getTextContent();
      pages.push(rowsOf((content.items as unknown as Partial<Item>[]).filter((item): item is Item => item.str !== undefined)));
    }
  } catch (error) {
    const { name, message } = error as Error;
    if (name === 'PasswordException') throw new InputError('protected with a password: save a copy without one');
    throw new InputError(`a damaged PDF (${message.split('\n')[0]})`);
  }
  const running = runningLines(pages);
  const starts: number[] = [];
  let text = '';
  for (const rows of pages) {
    const edge = (i: number): boolean => i < EDGE_ROWS || i >= rows.length - EDGE_ROWS;
    // the title of a report is often its running head, too: it stays where it comes first
    const isTitle = (row: Row): boolean => starts.length === 0 && rows.findLast(({ text }) => text === row.text) === row;
    const body = rows.filter((row, i) => !(edge(i) && (PAGE_NUMBER.test(row.text) || (running.has(row.text) && !isTitle(row)))));
    if (text !== '' && !text.endsWith('\n')) text += '\n';
    starts.push(text.length);
    text += joined(tabulated(body)).replace(SET_APART, '');
  }
  return { text, how: `PDF, ${pages.length} pages`, pages: starts };
}

/** Items of one height on the page are one row; a wide gap between two of them is a column. */
function rowsOf(items: readonly Item[]): Row[] {
  const rows: { y: number; height: number; cells: { text: string; left: number; right: number }[] }[] = [];
  let last: (typeof rows)[number] | undefined;
  let gapped = false;
  for (const item of items) {
    if (item.str === '') continue;
    const [x, y] = [item.transform[4] as number, item.transform[5] as number];
    const blank = item.str.trim() === '';
    if (blank && !last) continue;
    const height = item.height || Math.abs(item.transform[3] ?? 0) || 10;
    const piece = { text: item.str, left: x, right: x + item.width };
    if (!last || Math.abs(last.y - y) >= height / 2) {
      if (blank) continue;
      last = { y, height, cells: [piece] };
      rows.push(last);
      gapped = false;
      continue;
    }
    // a column may also be set apart by one wide space
    if (blank && item.width > last.height * WIDE) {
      gapped = true;
      continue;
    }
    const open = last.cells.at(-1) as { text: string; left: number; right: number };
    if (!gapped && x - open.right <= last.height * WIDE) {
      open.text += item.str;
      open.right = Math.max(open.right, piece.right);
    } else last.cells.push(piece);
    gapped = false;
  }
  return levels(rows.map(({ y, height, cells }) => rowOf(y, height, cells)).filter((row) => row.text !== ''));
}

function rowOf(y: number, height: number, pieces: readonly Piece[]): Row {
  const [first, ...others] = pieces;
  const crowded = first && others.some((piece) => NUMBER.test(piece.text.trim())) ? CROWDED.exec(first.text) : null;
  // a long name fills its column, so that no wide gap parts it from the number
  if (first && crowded) {
    const number = crowded[2] as string;
    const left = first.right - ((first.right - first.left) * number.length) / first.text.length / 2;
    return rowOf(y, height, [
      { ...first, text: crowded[1] as string, right: left - 1 },
      { text: number, left, right: first.right },
      ...others,
    ]);
  }
  const cells = pieces.map((piece) => ({ ...piece, text: piece.text.trim() })).filter((piece) => piece.text !== '');
  return { y, height, cells, text: cells.map((cell) => cell.text).join('\t'), right: cells.at(-1)?.right ?? 0 };
}

const isNumeric = (row: Row): boolean =>
  row.cells.length > 1 && row.cells.slice(1).some((cell) => NUMBER.test(cell.text) && !YEAR.test(cell.text.replaceAll(' ', '')));

/**
 * The rows with those of tables filled up to one number of cells: headers over several columns stand in each of them, a header on two lines
 * is one cell.
 */
function tabulated(rows: readonly Row[]): Row[] {
  const result: Row[] = [];
  for (let i = 0; i < rows.length; i++) {
    if (!isNumeric(rows[i] as Row)) {
      result.push(rows[i] as Row);
      continue;
    }
    let end = i;
    const body: Row[] = [];
    for (; end < rows.length; end++) {
      const [row, above] = [rows[end] as Row, body.at(-1)];
      if (row.cells.length > 1) body.push(row);
      else if (above && continuesName(row, above, rows[end + 1])) body[body.length - 1] = { ...withLine(above, row), y: row.y };
      else break;
    }
    const width = Math.max(...body.filter(isNumeric).map((row) => row.cells.length));
    const full = body.filter((row) => isNumeric(row) && row.cells.length === width);
    const columns = Array.from(
      { length: width },
      (_, x): Extent => ({
        left: Math.min(...full.map((row) => (row.cells[x] as Piece).left)),
        right: Math.max(...full.map((row) => (row.cells[x] as Piece).right)),
      }),
    );
    const head: Row[] = [];
    while (result.length > 0 && head.length < MAX_HEADER_ROWS && isHeader(result.at(-1) as Row, head[0] ?? (body[0] as Row), columns)) {
      head.unshift(result.pop() as Row);
    }
    result.push(...head.map((row) => filled(row, columns, 'header')), ...body.map((row) => filled(row, columns, 'body')));
    i = end - 1;
  }
  return result;
}

/** 甲乙类传染病报告发|病率: the rest of a name in the first column, on a line of its own close below its row. */
function continuesName(row: Row, above: Row, next: Row | undefined): boolean {
  const [name, piece] = [above.cells[0] as Piece, row.cells[0] as Piece];
  const gap = above.y - row.y;
  const close = gap > 0 && gap < row.height * 1.6 && (!next || next.cells.length < 2 || row.y - next.y > gap);
  const rest = piece.text.length <= MAX_HEADER && !/[\d。；：:，]/u.test(piece.text) && !/^(?:注|说明|备注)/u.test(piece.text);
  return close && rest && Math.abs(piece.left - name.left) < row.height / 2 && /\p{Script=Han}$/u.test(name.text);
}

/** A line close above a table that is no wider than it and no sentence. */
function isHeader(row: Row, below: Row, columns: readonly Extent[]): boolean {
  const [left, right] = [(columns[0] as Extent).left, (columns.at(-1) as Extent).right];
  const inside = row.cells.every((cell) => cell.right > left && cell.left < right + row.height * 4);
  const near = row.y - below.y < row.height * 4;
  const words = row.cells.every((cell) => cell.text.length <= MAX_HEADER && !/[。；：:]/u.test(cell.text));
  return inside && near && words && (row.cells.length > 1 || row.cells[0]?.left !== left || columns.length > 2) && !TITLE.test(row.text);
}

/**
 * Lines less than a line apart are the lines of one row of cells, each set in the middle of the row's height: the pieces of a cell are put
 * together from the top down.
 */
function levels(rows: readonly Row[]): Row[] {
  const groups: Row[][] = [];
  for (const row of rows) {
    const near = groups.slice(-NEIGHBOURS).filter((group) => group.some((other) => Math.abs(other.y - row.y) < row.height * OVERLAPPING));
    const [home, ...others] = near;
    if (!home) {
      groups.push([row]);
      continue;
    }
    home.push(row, ...others.flat());
    for (const other of others) groups.splice(groups.indexOf(other), 1);
  }
  const whole = groups.map((group) => {
    const [first, ...others] = group.sort((a, b) => b.y - a.y) as [Row, ...Row[]];
    return others.reduce(withLine, first);
  });
  // a header over several columns may be drawn after the name beside it that stands lower
  for (let i = 1; i < whole.length; i++) {
    const [above, row] = [whole[i - 1] as Row, whole[i] as Row];
    const lower = row.y > above.y && row.y - above.y < row.height * 4;
    if (lower && (above.right < (row.cells[0] as Piece).left || row.right < (above.cells[0] as Piece).left || above.cells.length > 1)) {
      whole.splice(i - 1, 2, row, above);
    }
  }
  return whole;
}

function withLine(above: Row, row: Row): Row {
  const cells = [...above.cells];
  for (const cell of row.cells) {
    const at = cells.findIndex((other) => other.left < cell.right && cell.left < other.right);
    const other = cells[at];
    if (other) {
      cells[at] = { text: other.text + cell.text, left: Math.min(other.left, cell.left), right: Math.max(other.right, cell.right) };
    } else cells.push(cell);
  }
  const sorted = cells.sort((a, b) => a.left - b.left);
  return {
    y: row.y,
    height: row.height,
    cells: sorted,
    text: sorted.map((cell) => cell.text).join('\t'),
    right: Math.max(above.right, row.right),
  };
}

function filled(row: Row, columns: readonly Extent[], part: 'header' | 'body'): Row {
  if (row.cells.length >= columns.length) return row;
  const texts = columns.map(() => '');
  if (part === 'header') {
    const heads = dealOut(row.cells, columns, row.height);
    if (!heads) return row;
    heads.forEach((head, x) => {
      texts[x] = row.cells[head]?.text ?? '';
    });
  } else for (const cell of row.cells) texts[nearestColumn(cell, columns)] += cell.text;
  return { ...row, text: texts.join('\t') };
}

function runningLines(pages: readonly (readonly Row[])[]): Set<string> {
  const counts = new Map<string, number>();
  for (const rows of pages)
    for (const text of new Set([rows[0], rows[1], rows.at(-1), rows.at(-2)].flatMap((row) => (row ? [row.text.trim()] : []))))
      counts.set(text, (counts.get(text) ?? 0) + 1);
  return new Set([...counts].filter(([, n]) => pages.length >= 3 && n >= pages.length * RUNNING).map(([text]) => text));
}

/** A line that reaches the right edge without an end of sentence goes on in the next one. */
function joined(rows: readonly Row[]): string {
  const edge = rows.reduce((most, row) => Math.max(most, row.right), 0);
  let text = '';
  rows.forEach((row, i) => {
    text += row.text.replace(/^ +| +$/gu, '');
    const next = rows[i + 1];
    if (!next) return;
    const full = row.right > edge - row.height * 2.5;
    const goesOn =
      full &&
      // a title is set larger than the text below it
      Math.abs(row.height - next.height) < row.height * 0.1 &&
      !row.text.includes('\t') &&
      !/[。!?;：:；！？]$/u.test(row.text.trim()) &&
      !/^\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}(?:、|\.(?!\d)))/u.test(next.text);
    if (!goesOn) text += '\n';
  });
  return text;
}
