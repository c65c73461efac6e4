// What stands where in a text: its lines, its tables with their titles, and what tears its words and numbers apart.
import type { Span } from './model/document.js';
import type { RuleSet } from './ruleset.js';
import { type Line, splitLines } from './segment/lines.js';
import { softBreaks } from './segment/soft-breaks.js';
import { straySpaces } from './segment/stray-spaces.js';
import type { Segmenter } from './segment/words.js';
import { readTable, type Table } from './table/figures.js';
import { flattenedRows } from './table/flattened.js';
import { findGrids } from './table/grid.js';
import { unalignedGrids } from './table/unaligned.js';
import { fold } from './text/fold.js';
import type { Tear } from './text/mended.js';

const UNIT_LINE = /^[\s(]*(?:计量)?单位[:为]/u;
const CAPTION_MAX = 40;
/** 2019⇥2456⇥1.86: a row without words, which looks like a counter. */
const NUMBER_ROW = /^\s*\|?\s*\d[\d.,%]*(?:[ \u3000]*[\t|][ \t\u3000]*-?\d[\d.,%]*)+[ \t\u3000|]*\r?$/u;
/** 92.4: a cell that stands alone on its line, which looks like a counter, too. */
const BARE_NUMBER = /^\s*-?\d[\d.,]*\s*$/u;

export interface Layout {
  readonly source: string;
  readonly folded: string;
  readonly lines: readonly Line[];
  readonly tables: readonly Table[];
  /** Lines outside the tables. */
  readonly prose: readonly Line[];
  /** Rows of tables that lie on one line. */
  readonly flattened: readonly Span[];
  /** The title of a table, by the table's start. */
  readonly captions: ReadonlyMap<number, Line>;
}

/** The lines and tables of a text. */
export function layOut(source: string, rules: RuleSet): Layout {
  const folded = fold(source);
  const lines = splitLines(folded);
  const rows = lines.filter((l) => !l.furniture || NUMBER_ROW.test(source.slice(l.start, l.end)));
  const grids = findGrids(source, rows);
  const cells = lines.filter((l) => !l.furniture || BARE_NUMBER.test(source.slice(l.start, l.end)));
  const tables = [...grids, ...unalignedGrids(source, outside(cells, grids))]
    .sort((a, b) => a.start - b.start)
    .map((grid) => readTable(grid, folded, rules.units))
    .filter((table) => table.figures.length > 0);
  const prose = outside(lines, tables);
  return { source, folded, lines, tables, prose, flattened: flattenedRows(source), captions: captionsOf(folded, tables, prose) };
}

/** The short line above each table, over that with the unit. */
function captionsOf(folded: string, tables: readonly Table[], prose: readonly Line[]): Map<number, Line> {
  const captions = new Map<number, Line>();
  let next = 0;
  for (const table of tables) {
    while (next < prose.length && (prose[next] as Line).end <= table.start) next++;
    const above = prose.slice(Math.max(0, next - 2), next);
    const line = above.findLast(({ start, end }) => !UNIT_LINE.test(folded.slice(start, end)));
    if (!line || line.furniture) continue;
    const text = folded.slice(line.start, line.end).trim();
    const between = folded.slice(line.end, table.start).replace(/.*单位.*/u, '');
    if (text.length <= CAPTION_MAX && !/[。;,:]/u.test(text) && between.trim() === '') captions.set(table.start, line);
  }
  return captions;
}

/** Stray spaces and soft line breaks of the prose, in order. */
export function findTears({ folded, prose, flattened }: Layout, segmenter: Segmenter): Tear[] {
  const spaces = outside(prose, flattened)
    .filter((line) => !line.furniture)
    .flatMap((line) => straySpaces(folded, line));
  return [...spaces, ...softBreaks(folded, prose, segmenter)].sort((a, b) => a.start - b.start);
}

/** Lines that stand in none of the spans; both are in order. */
function outside(lines: readonly Line[], spans: readonly Span[]): Line[] {
  let next = 0;
  return lines.filter((line) => {
    while (next < spans.length && (spans[next] as Span).end <= line.start) next++;
    const span = spans[next];
    return span === undefined || line.end <= span.start;
  });
}
