// The looks of cells. Each look that is used gets a number, in the order of first use, so that the same cells give the same bytes.

export interface Look {
  /** Number format code; General where missing. */
  readonly format?: string;
  readonly fill?: Fill;
  readonly bold?: boolean;
  readonly wrap?: boolean;
  /** At the right, among numbers. */
  readonly right?: boolean;
  /** As if typed behind an apostrophe: editing the cell does not make a formula of it. */
  readonly quoted?: boolean;
}

const FILLS = { header: 'FFE7EEF5', warning: 'FFFFE699' } as const;
export type Fill = keyof typeof FILLS;
const FILL_NAMES = Object.keys(FILLS) as Fill[];
/** The first two fills are laid down by the format. */
const RESERVED_FILLS = 2;
/** Numbers below are the built-in formats. */
const FIRST_FORMAT = 164;

export class SheetStyles {
  readonly #looks = new Map<string, number>([[keyOf({}), 0]]);
  readonly #formats = new Map<string, number>();

  /** The number that a cell names its look with. */
  numberOf(look: Look): number {
    const key = keyOf(look);
    const known = this.#looks.get(key);
    if (known !== undefined) return known;
    if (look.format !== undefined && !this.#formats.has(look.format)) this.#formats.set(look.format, FIRST_FORMAT + this.#formats.size);
    this.#looks.set(key, this.#looks.size);
    return this.#looks.size - 1;
  }

  xml(): string {
    const formats = [...this.#formats].map(([code, id]) => `<numFmt numFmtId="${id}" formatCode="${attribute(code)}"/>`).join('');
    const fills = FILL_NAMES.map(
      (name) => `<fill><patternFill patternType="solid"><fgColor rgb="${FILLS[name]}"/><bgColor indexed="64"/></patternFill></fill>`,
    ).join('');
    const font = '<sz val="11"/><name val="Calibri"/><family val="2"/>';
    return [
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
      this.#formats.size > 0 ? `<numFmts count="${this.#formats.size}">${formats}</numFmts>` : '',
      `<fonts count="2"><font>${font}</font><font><b/>${font}</font></fonts>`,
      `<fills count="${RESERVED_FILLS + FILL_NAMES.length}"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fills}</fills>`,
      '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" applyAlignment="1"><alignment vertical="top"/></xf></cellStyleXfs>',
      `<cellXfs count="${this.#looks.size}">${[...this.#looks.keys()].map((key) => this.#xf(JSON.parse(key) as Look)).join('')}</cellXfs>`,
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
    ].join('');
  }

  #xf({ format, fill, bold, wrap, right, quoted }: Look): string {
    const formatId = format === undefined ? 0 : (this.#formats.get(format) ?? 0);
    const fillId = fill === undefined ? 0 : RESERVED_FILLS + FILL_NAMES.indexOf(fill);
    const attributes = [
      `numFmtId="${formatId}" fontId="${bold ? 1 : 0}" fillId="${fillId}" borderId="0" xfId="0"`,
      formatId ? ' applyNumberFormat="1"' : '',
      bold ? ' applyFont="1"' : '',
      fillId ? ' applyFill="1"' : '',
      quoted ? ' quotePrefix="1"' : '',
    ].join('');
    const alignment = `${right ? ' horizontal="right"' : ''} vertical="top"${wrap ? ' wrapText="1"' : ''}`;
    return `<xf ${attributes} applyAlignment="1"><alignment${alignment}/></xf>`;
  }
}

const keyOf = ({ format, fill, bold, wrap, right, quoted }: Look): string => JSON.stringify({ format, fill, bold, wrap, right, quoted });

const attribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
