// CSV cells that Excel and WPS neither run nor change. What is done can be undone exactly: `restore` is the way back.

/** Signs that begin a formula, or that Excel drops before one (OWASP, CSV injection), full-width ones included. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/u;
/** -12, +0.6, -7.5%: a number to a spreadsheet, and safe. */
const PLAIN_NUMBER = /^[+-]?\d+(?:\.\d+)?%?$/u;
/** 0012, 1e70259883655123, 16 digits and more: Excel would drop zeros, make a power of ten of it, or round it. */
const CHANGED_NUMBER = /^'*(?:0\d+|\d+(?:\.\d+)?[eE][+-]?\d+|\d{16,})$/u;
/** 3-5, 1/10, 2019-05, 8:30, 5月, 2019年5月, 5月31日: Excel would make a date or a time of it. */
const CHANGED_DATE = /^'*(?:\d{1,4}[-/]\d{1,2}(?:[-/]\d{1,4})?|\d{1,2}:\d{1,2}(?::\d{1,2})?|(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?)$/u;

const changes = (text: string): boolean => CHANGED_NUMBER.test(text) || CHANGED_DATE.test(text);
const runs = (text: string): boolean => FORMULA.test(text) && !PLAIN_NUMBER.test(text);

/** A text with an apostrophe before it where Excel would run or change it. */
export const protect = (text: string): string => (runs(text) || changes(text) ? `'${text}` : text);

/** What `protect` was given. */
export const restore = (cell: string): string => (cell.startsWith("'") && (runs(cell) || changes(cell)) ? cell.slice(1) : cell);
