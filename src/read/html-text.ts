// The text of a parsed page or document: a line for each block, a line with tabs for each row of a table.

/** What is used of the DOM: linkedom's elements have it. */
export interface Node {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<Node>;
  getAttribute?(name: string): string | null;
}

const TEXT = 3;
const ELEMENT = 1;
const SKIPPED: ReadonlySet<string> = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'NAV',
  'FOOTER',
  'BUTTON',
  'SELECT',
  'OPTION',
  'FORM',
  'IFRAME',
  'SVG',
  'HEAD',
]);
const INLINE: ReadonlySet<string> = new Set([
  'A',
  'ABBR',
  'B',
  'BDI',
  'BDO',
  'CITE',
  'CODE',
  'EM',
  'FONT',
  'I',
  'LABEL',
  'MARK',
  'Q',
  'S',
  'SMALL',
  'SPAN',
  'STRONG',
  'SUB',
  'SUP',
  'TIME',
  'U',
  'O:P',
  'INS',
  'DEL',
  'IMG',
]);
/** A cell that spans more rows or columns than any real one is a trap. */
const MAX_SPAN = 200;
const MAX_CELLS = 2_000_000;

export function textOf(root: Node): string {
  const lines: string[] = [];
  let line = '';
  const flush = (): void => {
    const text = line.replace(/[ \t\r\n\f\u00a0]+/gu, ' ').trim();
    if (text !== '') lines.push(text);
    line = '';
  };
  const walk = (node: Node): void => {
    for (const child of node.childNodes) {
      if (child.nodeType === TEXT) line += child.textContent ?? '';
      if (child.nodeType !== ELEMENT) continue;
      const name = child.nodeName.toUpperCase();
      if (SKIPPED.has(name)) continue;
      if (name === 'BR' || name === 'HR') flush();
      else if (name === 'TABLE') {
        flush();
        lines.push(...tableLines(child));
      } else if (INLINE.has(name)) walk(child);
      else {
        flush();
        walk(child);
        flush();
      }
    }
  };
  walk(root);
  flush();
  return lines.join('\n');
}

/** Rows as lines. A cell of the head that spans columns or rows is repeated in each; one of the body stands once. */
function tableLines(table: Node): string[] {
  const rows = rowsOf(table);
  const grid: string[][] = [];
  let cells = 0;
  rows.forEach((row, y) => {
    let x = 0;
    for (const cell of row.childNodes) {
      const name = cell.nodeName.toUpperCase();
      if (name !== 'TD' && name !== 'TH') continue;
      grid[y] ??= [];
      while ((grid[y] as string[])[x] !== undefined) x++;
      const text = textOf(cell).replace(/\s+/gu, ' ').trim();
      const across = span(cell, 'colspan');
      const down = Math.min(span(cell, 'rowspan'), rows.length - y);
      cells += across * down;
      if (cells > MAX_CELLS) return;
      // a number stands for one cell, a heading for all that it spans
      const repeated = /\p{Script=Han}/u.test(text) ? text : '';
      for (let dy = 0; dy < down; dy++) {
        grid[y + dy] ??= [];
        for (let dx = 0; dx < across; dx++) (grid[y + dy] as string[])[x + dx] = dx === 0 && dy === 0 ? text : repeated;
      }
      x += across;
    }
  });
  const width = grid.reduce((most, row) => Math.max(most, row?.length ?? 0), 0);
  // a table of one column only lays the page out
  if (width <= 1) return grid.flatMap((row) => (row?.[0] ? [row[0]] : []));
  return grid
    .map((row) =>
      Array.from({ length: width }, (_, x) => row?.[x] ?? '')
        .join('\t')
        .trimEnd(),
    )
    .filter((row) => row.trim() !== '');
}

function rowsOf(table: Node): Node[] {
  const rows: Node[] = [];
  const walk = (node: Node): void => {
    for (const child of node.childNodes) {
      const name = child.nodeName.toUpperCase();
      if (name === 'TR') rows.push(child);
      else if (name === 'TBODY' || name === 'THEAD' || name === 'TFOOT') walk(child);
    }
  };
  walk(table);
  return rows;
}

const span = (cell: Node, name: string): number => Math.min(Math.max(Number(cell.getAttribute?.(name)) || 1, 1), MAX_SPAN);
