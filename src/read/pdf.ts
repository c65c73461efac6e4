// PDF with a text layer: lines of each page, joined where a line only ran out of room; page numbers and running heads left out.
import { InputError } from '../model/message.js';
import type { DocumentText } from './document.js';

interface Item {
  readonly str: string;
  readonly hasEOL: boolean;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}
interface Row {
  readonly y: number;
  text: string;
  right: number;
  height: number;
}

const MAX_PAGES = 2000;
/** A gap of that many heights of a character parts columns. */
const WIDE = 1.2;
/** A running head stands on this share of the pages. */
const RUNNING = 0.6;
// 2018 年, 床位 120 张: typesetters set Latin characters apart
const SET_APART = /(?<=[\p{Script=Han}，。；：、（）“”]) +(?=[\d%‰/])|(?<=[\d%‰]) +(?=[\p{Script=Han}，。；：、（）“”%‰])/gu;
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
    const body = rows.filter((row) => !PAGE_NUMBER.test(row.text.trim()) && !running.has(row.text.trim()));
    if (text !== '' && !text.endsWith('\n')) text += '\n';
    starts.push(text.length);
    text += joined(body).replace(SET_APART, '');
  }
  return { text, how: `PDF, ${pages.length} pages`, pages: starts };
}

/** Items of one height on the page are one row; a wide gap between two of them is a column. */
function rowsOf(items: readonly Item[]): Row[] {
  const rows: Row[] = [];
  let last: Row | undefined;
  for (const item of items) {
    if (item.str === '') continue;
    const [x, y] = [item.transform[4] as number, item.transform[5] as number];
    if (item.str.trim() === '' && !last) continue;
    const height = item.height || Math.abs(item.transform[3] ?? 0) || 10;
    if (last && Math.abs(last.y - y) < height / 2) {
      // a column may also be set apart by one wide space
      const gap = item.str.trim() === '' ? item.width : x - last.right;
      last.text += gap > last.height * WIDE ? `\t${item.str.trim()}` : item.str;
      last.right = Math.max(last.right, x + item.width);
      continue;
    }
    last = { y, text: item.str, right: x + item.width, height };
    rows.push(last);
  }
  return rows
    .filter((row) => row.text.trim() !== '')
    .map((row) => ({ ...row, text: row.text.replace(/\s*\t\s*/gu, '\t').replace(/ +$/u, '') }));
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
    text += row.text.trim();
    const next = rows[i + 1];
    if (!next) return;
    const full = row.right > edge - row.height * 2.5;
    const goesOn =
      full &&
      !row.text.includes('\t') &&
      !/[。!?;：:；！？]$/u.test(row.text.trim()) &&
      !/^\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}(?:、|\.(?!\d)))/u.test(next.text);
    if (!goesOn) text += '\n';
  });
  return text;
}
