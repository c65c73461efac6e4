// XLSX and XLS: each sheet with its name, each row a line with tabs.
import { read, utils } from '@e965/xlsx';
import { InputError } from '../model/message.js';
import { checkArchive } from './archive.js';
import type { DocumentText } from './document.js';

const MAX_ROWS = 200_000;
const ZIP = 0x50;

export async function readSheet(bytes: Uint8Array): Promise<Omit<DocumentText, 'kind'>> {
  if (bytes[0] === ZIP) checkArchive(bytes);
  try {
    const book = read(bytes, { type: 'array', dense: true, sheetRows: MAX_ROWS, cellHTML: false });
    const text = book.SheetNames.map((name) => {
      const sheet = book.Sheets[name];
      if (!sheet?.['!ref']) return '';
      if (sheet['!fullref'] && sheet['!fullref'] !== sheet['!ref'])
        throw new InputError(`sheet '${name}' has more than ${MAX_ROWS} rows: split it`);
      // from A1 on, so that merged ranges find their cells
      const range = { s: { r: 0, c: 0 }, e: utils.decode_range(sheet['!ref']).e };
      const rows = utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false, defval: '', blankrows: true, range });
      for (const { s, e } of sheet['!merges'] ?? []) {
        const value = String(rows[s.r]?.[s.c] ?? '');
        if (!/\p{Script=Han}/u.test(value)) continue;
        for (let r = s.r; r <= e.r && r < rows.length; r++)
          for (let c = s.c; c <= e.c; c++) if (rows[r]) (rows[r] as string[])[c] ||= value;
      }
      const lines = rows
        .map((row) =>
          row
            .map((cell) => String(cell).replace(/\s+/gu, ' ').trim())
            .join('\t')
            .trimEnd(),
        )
        .filter((row) => row.trim() !== '');
      return lines.length === 0 ? '' : [...(/^Sheet\d*$/u.test(name) ? [] : [name]), ...lines].join('\n');
    });
    return { text: text.filter(Boolean).join('\n\n'), how: `${bytes[0] === ZIP ? 'XLSX' : 'XLS'}, ${book.SheetNames.length} sheets` };
  } catch (error) {
    if (error instanceof InputError) throw error;
    const message = (error as Error).message.split('\n')[0] ?? '';
    throw new InputError(
      /password/iu.test(message)
        ? 'protected with a password: save a copy without one'
        : `a damaged workbook (${message}): open it and save it again`,
    );
  }
}
