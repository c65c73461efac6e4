// --columns, --lang and --excel as the writers want them, and what makes no sense together.
import { type Field, fieldsNamed } from '../emit/columns.js';
import { BINARY_FORMATS, UNTRANSLATED_FORMATS } from '../emit/index.js';
import { LANGUAGES, type Language } from '../emit/languages.js';
import type { Layout } from '../emit/writer.js';
import { UserError } from '../model/message.js';
import type { Settings } from './config.js';
import type { Io } from './io.js';

/** As commander leaves them: only what stands on the command line. */
export interface LayoutFlags {
  readonly lang?: string;
  readonly excel?: boolean;
}

/**
 * A flag that the format cannot follow is an error; a setting of a file or of the environment, meant for other runs, too, is not.
 * Throws UserError.
 */
export function layoutOf(format: string, flags: LayoutFlags, settings: Settings): Layout {
  const lang = languageOf(format, flags, settings);
  if (flags.excel && format !== 'csv') {
    throw new UserError(
      format === 'xlsx' ? '--excel: leave it out, an XLSX file needs no care' : `--excel is for CSV: take -f csv, or leave it out`,
    );
  }
  const columns: Field[] | null = settings.columns ? fieldsNamed(settings.columns) : null;
  return { columns, lang, excel: format === 'csv' && (settings.excel ?? false) };
}

export function languageOf(format: string, flags: LayoutFlags, settings: Settings): Language {
  const lang = LANGUAGES.find((known) => known === settings.lang) ?? 'en';
  if (!UNTRANSLATED_FORMATS.has(format)) return lang;
  if (flags.lang !== undefined && lang !== 'en') {
    throw new UserError(`--lang ${lang} is for csv, xlsx and table; ${format} keeps its names for programs: leave it out`);
  }
  return 'en';
}

/** Throws UserError for bytes on a terminal. */
export function refuseTerminal(format: string, toFile: boolean, io: Io): void {
  if (BINARY_FORMATS.has(format) && !toFile && io.stdout.isTTY) {
    throw new UserError(`-f ${format} writes bytes that a terminal cannot show: add -o figures.${format}`);
  }
}
