// A text as the page shows it: paragraphs, headings and tables, cut into plain characters, figures and other numbers.

export interface Mark {
  readonly start: number;
  readonly end: number;
  /** A record, or a number that became none. */
  readonly type: 'figure' | 'other';
  /** Its place among those of the page. */
  readonly index: number;
}

export type Piece = { readonly text: string; readonly bold: boolean; readonly mark: Mark | null };

export type Block =
  | { readonly type: 'line'; readonly start: number; readonly pieces: readonly Piece[]; readonly level: number | null }
  | { readonly type: 'blank'; readonly start: number }
  | { readonly type: 'table'; readonly start: number; readonly rows: readonly (readonly (readonly Piece[])[])[] };

interface HeadingSpan {
  readonly start: number;
  readonly end: number;
  readonly level: number;
}

/** Marks and headings in the order of the text; marks do not overlap. Every character but line ends and tabs of tables is in one piece. */
export function blocksOf(text: string, marks: readonly Mark[], headings: readonly HeadingSpan[]): Block[] {
  const cut = cutter(text, marks, headings);
  const byStart = new Map(headings.map((heading) => [heading.start, heading]));
  const blocks: Block[] = [];
  let table: (readonly (readonly Piece[])[])[] | null = null;
  for (let start = 0; start <= text.length; ) {
    const feed = text.indexOf('\n', start);
    const lineEnd = feed < 0 ? text.length : feed;
    const end = lineEnd > start && text[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd;
    const line = text.slice(start, end);
    if (line.includes('\t')) {
      if (!table) {
        table = [];
        blocks.push({ type: 'table', start, rows: table });
      }
      let at = start;
      table.push(
        line.split('\t').map((cell) => {
          const from = at;
          at += cell.length + 1;
          return cut(from, from + cell.length);
        }),
      );
    } else {
      table = null;
      if (line.trim() === '') blocks.push({ type: 'blank', start });
      else {
        const indent = line.length - line.trimStart().length;
        const found = byStart.get(start + indent) ?? byStart.get(start);
        const heading = found && found.end >= start + line.trimEnd().length ? found : undefined;
        blocks.push({ type: 'line', start, pieces: cut(start, end), level: heading?.level ?? null });
      }
    }
    if (feed < 0) break;
    start = feed + 1;
  }
  return blocks;
}

/** Cuts stretches of the text that are asked for in ascending order. */
function cutter(text: string, marks: readonly Mark[], headings: readonly HeadingSpan[]): (start: number, end: number) => Piece[] {
  let nextMark = 0;
  let nextHeading = 0;
  return (start, end) => {
    const pieces: Piece[] = [];
    let at = start;
    while (at < end) {
      while ((marks[nextMark]?.end ?? Number.POSITIVE_INFINITY) <= at) nextMark++;
      while ((headings[nextHeading]?.end ?? Number.POSITIVE_INFINITY) <= at) nextHeading++;
      const mark = marks[nextMark];
      const heading = headings[nextHeading];
      const bold = heading !== undefined && heading.start <= at;
      const inside = mark !== undefined && mark.start <= at;
      const stop = inside
        ? Math.min(end, mark.end)
        : Math.min(end, mark?.start ?? end, bold ? heading.end : Math.max(at + 1, heading?.start ?? end));
      pieces.push({ text: text.slice(at, stop), bold, mark: inside ? mark : null });
      at = stop;
    }
    return pieces;
  };
}

/** Marks of both types in one list, in the order of the text; of two that overlap, the figure stays. */
export function mergeMarks(figures: readonly Mark[], others: readonly Mark[]): Mark[] {
  const all = [...figures, ...others].sort(
    (a, b) => a.start - b.start || (a.type === b.type ? b.end - a.end : a.type === 'figure' ? -1 : 1),
  );
  const merged: Mark[] = [];
  for (const mark of all) {
    const last = merged.at(-1);
    if (!last || mark.start >= last.end) merged.push(mark);
    else if (mark.type === 'figure' && last.type === 'other') merged[merged.length - 1] = mark;
  }
  return merged;
}
