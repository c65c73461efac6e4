// One cell as SpreadsheetML. Numbers are numbers, dates dates, and a text is a text whatever it begins with.
import type { Look, SheetStyles } from './sheet-styles.js';

/** Null is an empty cell. */
export type Cell = null | string | number | DateCell | NumberCell | TextCell;

/** A calendar day, YYYY-MM-DD. */
export interface DateCell {
  readonly date: string;
}

export interface NumberCell {
  readonly number: number;
  /** Shown before the number, which stays one: ≥, ≈. */
  readonly sign?: string;
  /** Without thousands separators: years, positions. */
  readonly plain?: boolean;
  readonly fill?: Look['fill'];
}

export interface TextCell {
  readonly text: string;
  /** Digits that are no number: Excel leaves them alone when the cell is edited. */
  readonly code?: boolean;
  readonly wrap?: boolean;
  readonly right?: boolean;
  readonly bold?: boolean;
  readonly fill?: Look['fill'];
}

/** Excel's limit, in UTF-16 units. */
export const MAX_TEXT = 32_767;
const DAY = 86_400_000;
/** Day 0 of the date system, with which days from March 1900 on count right: Excel knows a 29 February 1900. */
const EPOCH = Date.UTC(1899, 11, 30);
const FIRST_DAY = Date.UTC(1900, 2, 1);
const MOST_DECIMALS = 10;

// what XML 1.0 cannot hold: control characters besides tab and line ends, half surrogate pairs, two non-characters
const FORBIDDEN = /(?![\t\n\r\u007f-\u009f])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;
/** _x0041_ in a text would be read as A: its underscore is written so itself. */
const ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/gu;
const FORMULA = /^[=+\-@]/u;

/** What happened to texts on their way into cells. */
export interface Losses {
  shortened: number;
  replaced: number;
}

export function cellXml(cell: Cell, reference: string, styles: SheetStyles, losses: Losses): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'string') return textXml({ text: cell }, reference, styles, losses);
  if (typeof cell === 'number') return numberXml({ number: cell }, reference, styles);
  if ('text' in cell) return textXml(cell, reference, styles, losses);
  if ('number' in cell) return numberXml(cell, reference, styles);
  const day = Date.parse(`${cell.date}T00:00:00Z`);
  if (Number.isNaN(day) || day < FIRST_DAY) return textXml({ text: cell.date }, reference, styles, losses);
  return `<c r="${reference}" s="${styles.numberOf({ format: 'yyyy-mm-dd' })}"><v>${(day - EPOCH) / DAY}</v></c>`;
}

function textXml({ text, code, wrap, right, bold, fill }: TextCell, reference: string, styles: SheetStyles, losses: Losses): string {
  if (text === '' && !fill) return '';
  const look: Look = {
    ...(code ? { format: '@' } : {}),
    ...(FORMULA.test(text) ? { quoted: true } : {}),
    ...(wrap ? { wrap } : {}),
    ...(right ? { right } : {}),
    ...(bold ? { bold } : {}),
    ...(fill ? { fill } : {}),
  };
  const style = styles.numberOf(look);
  const attribute = style === 0 ? '' : ` s="${style}"`;
  return `<c r="${reference}"${attribute} t="inlineStr"><is><t xml:space="preserve">${escaped(text, losses)}</t></is></c>`;
}

function numberXml({ number, sign = '', plain, fill }: NumberCell, reference: string, styles: SheetStyles): string {
  const digits = String(number);
  const format = plain ? '0' : numberFormat(digits, sign);
  const style = styles.numberOf({ ...(format ? { format } : {}), ...(fill ? { fill } : {}) });
  // the shortest digits that give this number back: what the report says, exactly
  return `<c r="${reference}"${style === 0 ? '' : ` s="${style}"`}><v>${digits}</v></c>`;
}

/** As many decimals as the number has, so that none is hidden; General for powers of ten. */
function numberFormat(digits: string, sign: string): string {
  const decimals = digits.includes('e') ? MOST_DECIMALS + 1 : (digits.split('.')[1]?.length ?? 0);
  const number = decimals > MOST_DECIMALS ? 'General' : `#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`;
  if (sign !== '') return `"${sign} "${number}`;
  return number === 'General' ? '' : number;
}

function escaped(text: string, losses: Losses): string {
  let kept = text;
  if (kept.length > MAX_TEXT) {
    losses.shortened++;
    // not in the middle of a surrogate pair
    kept = `${kept.slice(0, MAX_TEXT - 1).replace(/[\ud800-\udbff]$/, '')}…`;
  }
  const clean = kept.replace(FORBIDDEN, '\ufffd');
  if (clean !== kept) losses.replaced++;
  return clean
    .replace(ESCAPE, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}
