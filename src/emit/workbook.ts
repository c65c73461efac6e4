// An XLSX workbook written row by row: whatever its size, only what is not yet written is in memory. The same rows give the same bytes on every
// machine: fflate compresses in JavaScript (zlib differs between versions and processors), and all times are fixed.
import { Zip, ZipDeflate } from 'fflate';
import { cells as cellsOf } from './cells.js';
import { type Cell, cellXml, type Losses } from './sheet-cell.js';
import { SheetStyles } from './sheet-styles.js';

export interface SheetColumn {
  readonly title: string;
  /** In digits; a Chinese character takes two. */
  readonly width: number;
}

export interface SheetOptions {
  /** Columns that stay in view, besides the header row. */
  readonly frozenColumns?: number;
  /** Fitted to the width of a page where it is printed. */
  readonly fitToPage?: boolean;
}

interface Sheet {
  /** Without the number of its continuation. */
  readonly base: string;
  readonly columns: readonly SheetColumn[];
  readonly options: SheetOptions;
  readonly part: number;
  readonly file: ZipDeflate;
  rows: number;
  bytes: number;
}

/** Excel's limit, the header included. */
export const MAX_ROWS = 1_048_576;
/** A part of a zip file ends at 4 GiB; a sheet goes on in the next one well before. */
const MAX_BYTES = 3_500_000_000;
/** Rows are handed to the compressor in pieces of this many UTF-16 units. */
const PIECE = 1 << 16;
/** Level 6 is half as fast and saves a tenth. */
const LEVEL = 3;
/** Height of a line of text, and the most that Excel gives a row, in points. */
const LINE = 15;
const MAX_HEIGHT = 405;
/** The day of all zip entries, in local time, as zip files have it. */
const DAY = new Date(1980, 0, 2, 12);
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const encoder = new TextEncoder();

export class Workbook {
  readonly #zip: Zip;
  readonly #styles = new SheetStyles();
  readonly #losses: Losses = { shortened: 0, replaced: 0 };
  readonly #maxRows: number;
  readonly #sheets: { name: string; rows: number; columns: number }[] = [];
  #ready: Uint8Array[] = [];
  #sheet: Sheet | null = null;
  #buffer = '';

  constructor({ maxRows = MAX_ROWS }: { readonly maxRows?: number } = {}) {
    this.#maxRows = maxRows;
    this.#zip = new Zip((error, bytes) => {
      if (error) throw error;
      this.#ready.push(bytes);
    });
    this.#add(
      '_rels/.rels',
      `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    );
  }

  /** Ends the sheet before, if any, and begins one; its rows follow. */
  sheet(name: string, columns: readonly SheetColumn[], options: SheetOptions = {}): void {
    this.#close();
    this.#open(name, columns, options, 1);
  }

  /** Rows beyond what Excel takes go on in a further sheet, `records 2`. */
  row(cells: readonly Cell[]): void {
    if (!this.#sheet) throw new Error('a row without a sheet');
    if (this.#sheet.rows >= this.#maxRows || this.#sheet.bytes >= MAX_BYTES) {
      const { base, columns, options, part } = this.#sheet;
      this.#close();
      this.#open(base, columns, options, part + 1);
    }
    this.#writeRow(cells);
  }

  /** The bytes that are ready; each is given once. */
  take(): Uint8Array[] {
    const ready = this.#ready;
    this.#ready = [];
    return ready;
  }

  /** Ends the workbook: take() then gives the rest. */
  finish(): void {
    this.#close();
    this.#add('xl/styles.xml', this.#styles.xml());
    this.#add('xl/workbook.xml', this.#workbookXml());
    const sheets = this.#sheets.map((_, i) => relationship(i + 1, 'worksheet', `worksheets/sheet${i + 1}.xml`)).join('');
    this.#add(
      'xl/_rels/workbook.xml.rels',
      `${XML}<Relationships xmlns="${PACKAGE}/relationships">${sheets}${relationship(this.#sheets.length + 1, 'styles', 'styles.xml')}</Relationships>`,
    );
    this.#add('[Content_Types].xml', this.#contentTypesXml());
    this.#zip.end();
  }

  /** What did not fit into cells and sheets, a line each. */
  notes(): string[] {
    const { shortened, replaced } = this.#losses;
    const notes: string[] = [];
    for (const { name } of this.#sheets.filter((sheet) => / \d+$/u.test(sheet.name))) {
      notes.push(`more rows than a sheet of Excel holds (${this.#maxRows}): they go on in sheet '${name}'`);
    }
    if (shortened > 0)
      notes.push(`${shortened} ${shortened === 1 ? 'text was' : 'texts were'} cut with … at the 32,767 characters of a cell`);
    if (replaced > 0)
      notes.push(
        `control characters in ${replaced} ${replaced === 1 ? 'text' : 'texts'} were replaced by \ufffd, since XLSX cannot hold them`,
      );
    return notes;
  }

  #open(base: string, columns: readonly SheetColumn[], options: SheetOptions, part: number): void {
    const name = part === 1 ? base : `${base} ${part}`;
    this.#sheets.push({ name, rows: 0, columns: columns.length });
    const file = this.#entry(`xl/worksheets/sheet${this.#sheets.length}.xml`);
    this.#sheet = { base, columns, options, part, file, rows: 0, bytes: 0 };
    const { frozenColumns = 0, fitToPage } = options;
    const corner = `${columnName(frozenColumns)}2`;
    const pane = frozenColumns > 0 ? 'bottomRight' : 'bottomLeft';
    const split = `${frozenColumns > 0 ? ` xSplit="${frozenColumns}"` : ''} ySplit="1"`;
    const selected = this.#sheets.length === 1 ? ' tabSelected="1"' : '';
    const widths = columns.map(({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('');
    this.#text(
      [
        `${XML}<worksheet xmlns="${MAIN}">`,
        fitToPage ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : '',
        `<sheetViews><sheetView${selected} workbookViewId="0"><pane${split} topLeftCell="${corner}" activePane="${pane}" state="frozen"/>`,
        `<selection pane="${pane}" activeCell="${corner}" sqref="${corner}"/></sheetView></sheetViews>`,
        `<sheetFormatPr defaultRowHeight="15"/><cols>${widths}</cols><sheetData>`,
      ].join(''),
    );
    this.#writeRow(columns.map(({ title }) => ({ text: title, bold: true, fill: 'header' })));
  }

  #writeRow(cells: readonly Cell[]): void {
    const sheet = this.#sheet as Sheet;
    sheet.rows++;
    const height = rowHeight(cells, sheet.columns);
    let xml = `<row r="${sheet.rows}"${height > LINE ? ` ht="${height}"` : ''}>`;
    cells.forEach((cell, i) => {
      xml += cellXml(cell, `${columnName(i)}${sheet.rows}`, this.#styles, this.#losses);
    });
    this.#text(`${xml}</row>`);
  }

  #close(): void {
    const sheet = this.#sheet;
    if (!sheet) return;
    const range = `A1:${columnName(sheet.columns.length - 1)}${sheet.rows}`;
    this.#text(
      [
        `</sheetData><autoFilter ref="${range}"/>`,
        '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>',
        `<pageSetup paperSize="9" orientation="landscape"${sheet.options.fitToPage ? ' fitToHeight="0"' : ''}/>`,
        // no green corners at codes, which are text on purpose
        `<ignoredErrors><ignoredError sqref="${range}" numberStoredAsText="1"/></ignoredErrors></worksheet>`,
      ].join(''),
    );
    sheet.file.push(encoder.encode(this.#buffer), true);
    this.#buffer = '';
    const entry = this.#sheets.at(-1);
    if (entry) entry.rows = sheet.rows;
    this.#sheet = null;
  }

  #text(text: string): void {
    this.#buffer += text;
    if (this.#buffer.length < PIECE || !this.#sheet) return;
    const bytes = encoder.encode(this.#buffer);
    this.#sheet.bytes += bytes.length;
    this.#sheet.file.push(bytes);
    this.#buffer = '';
  }

  #entry(name: string): ZipDeflate {
    const file = new ZipDeflate(name, { level: LEVEL });
    file.mtime = DAY;
    this.#zip.add(file);
    return file;
  }

  #add(name: string, text: string): void {
    this.#entry(name).push(encoder.encode(text), true);
  }

  #workbookXml(): string {
    const sheets = this.#sheets.map(({ name }, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('');
    const names = (kind: string, range: (sheet: { rows: number; columns: number }) => string, hidden = ''): string =>
      this.#sheets
        .map((sheet, i) => `<definedName name="_xlnm.${kind}" localSheetId="${i}"${hidden}>'${sheet.name}'!${range(sheet)}</definedName>`)
        .join('');
    const filters = names('_FilterDatabase', ({ rows, columns }) => `$A$1:$${columnName(columns - 1)}$${rows}`, ' hidden="1"');
    const titles = names('Print_Titles', () => '$1:$1');
    return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><bookViews><workbookView/></bookViews><sheets>${sheets}</sheets><definedNames>${filters}${titles}</definedNames></workbook>`;
  }

  #contentTypesXml(): string {
    const sheets = this.#sheets.map(
      (_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${CONTENT}.worksheet+xml"/>`,
    );
    return [
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
      `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/>`,
      ...sheets,
      `<Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/></Types>`,
    ].join('');
  }
}

const relationship = (id: number, type: string, target: string): string =>
  `<Relationship Id="rId${id}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`;

/** Room for wrapped texts: not every program finds it itself when it opens the file. */
function rowHeight(cells: readonly Cell[], columns: readonly SheetColumn[]): number {
  let lines = 1;
  for (const [i, cell] of cells.entries()) {
    if (cell === null || typeof cell !== 'object' || !('text' in cell) || !cell.wrap) continue;
    const width = columns[i]?.width ?? 1;
    const own = cell.text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((cellsOf(line) * 1.1) / width)), 0);
    lines = Math.max(lines, own);
  }
  return Math.min(MAX_HEIGHT, lines * LINE);
}

/** 0 is A, 26 is AA. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}
