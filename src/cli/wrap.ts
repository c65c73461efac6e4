// Named rows for the terminal.
import stringWidth from 'string-width';
import { printable } from '../text/printable.js';

const MIN_ROOM = 20;

/** Lines of at most `width` terminal cells. */
export function wrap(text: string, width: number): string[] {
  return wrapRow('', text, Math.max(width, MIN_ROOM), { indent: 0, name: 0 })
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/^ /u, ''));
}

/** A named row, broken at the width of the terminal; Chinese characters take two cells. */
export function wrapRow(name: string, text: string, width: number, layout: { readonly indent: number; readonly name: number }): string {
  const title = printable(name);
  const start = `${' '.repeat(layout.indent)}${title}${' '.repeat(Math.max(1, layout.name - stringWidth(title)))}`;
  const room = Math.max(width - stringWidth(start), MIN_ROOM);
  const lines: string[] = [];
  let line = '';
  for (const c of printable(text)) {
    if (stringWidth(line + c) > room) {
      const space = line.lastIndexOf(' ');
      const cut = space > room / 2 && /[!-~]/u.test(c) ? space + 1 : line.length;
      lines.push(line.slice(0, cut).trimEnd());
      line = line.slice(cut);
    }
    line += c;
  }
  lines.push(line);
  return lines.map((l, i) => `${i === 0 ? start : ' '.repeat(stringWidth(start))}${l}\n`).join('');
}
