// A line of NDJSON → a document: {"id", "text", "district"?, "year"?}. Other keys are the business of whoever wrote them.
import { InputError } from '../../model/message.js';
import { MAX_TEXT } from '../../read/document.js';
import { decodeUtf8 } from '../../read/encoding.js';
import { YEARS } from '../option-values.js';

export interface NdjsonDocument {
  readonly id: string;
  readonly text: string;
  readonly district: string | null;
  readonly year: number | null;
  /** Offsets at which pages begin, as `healthx text -f ndjson` tells them of a PDF. */
  readonly pages: readonly number[] | null;
}

/** Why a line is no document, with its id where it has one. */
export class LineError extends InputError {
  readonly id: string | null;

  constructor(id: string | null, message: string) {
    super(message);
    this.id = id;
  }
}

/** Throws LineError. */
export function parseDocument(bytes: Uint8Array): NdjsonDocument {
  const value = json(bytes);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new LineError(null, 'not a JSON object');
  const { id: given, text, district = null, year = null, pages = null } = value as Record<string, unknown>;
  const id = idOf(given);
  const fail = (message: string): never => {
    throw new LineError(id, message);
  };
  if (typeof text !== 'string') return fail(text === undefined ? 'no "text"' : '"text" must be a string');
  if (text.trim() === '') return fail('empty: there is no text in it');
  if (text.length > MAX_TEXT) return fail(`too long (over ${MAX_TEXT / 2 ** 20} MB): split it into its reports`);
  if (district !== null && (typeof district !== 'string' || district.trim() === '')) {
    return fail('"district" must be a name or a six-digit code, in quotes');
  }
  if (year !== null && !isYear(year)) return fail(`"year" must be a number from ${YEARS[0]} to ${YEARS[1]}`);
  if (pages !== null && !isOffsets(pages)) return fail('"pages" must be a list of offsets');
  return { id, text, district: district === null ? null : district.trim(), year, pages };
}

function json(bytes: Uint8Array): unknown {
  let text: string;
  try {
    text = decodeUtf8(bytes);
  } catch {
    throw new LineError(null, 'not UTF-8');
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new LineError(null, 'not JSON');
  }
}

/** Databases count their documents: 7 is as good as "7". */
function idOf(id: unknown): string {
  if (typeof id === 'string' && id !== '') return id;
  if (Number.isSafeInteger(id)) return String(id);
  throw new LineError(null, id === undefined || id === null || id === '' ? 'no "id"' : '"id" must be a string or a whole number');
}

const isYear = (year: unknown): year is number => Number.isInteger(year) && Number(year) >= YEARS[0] && Number(year) <= YEARS[1];

const isOffsets = (pages: unknown): pages is number[] =>
  Array.isArray(pages) && pages.every((offset) => Number.isSafeInteger(offset) && Number(offset) >= 0);
