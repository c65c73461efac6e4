// The public API, and nothing else.
import type { Mention } from './model/document.js';
import { UserError } from './model/message.js';
import { DOMAINS, type Domain, type HealthRecord } from './model/record.js';
import { parsePack } from './packs/load.js';
import type { Pack } from './packs/schema.js';
import { extractDocument } from './pipeline.js';
import { type DocumentText, readDocument as readBytes } from './read/document.js';
import { encodingNamed } from './read/encoding.js';
import { ruleSet } from './ruleset.js';
import { createSegmenter } from './segment/words.js';

export type { Mention } from './model/document.js';
export { UserError } from './model/message.js';
export { ASPECTS, COLUMNS, DOMAINS, type HealthRecord, KINDS, RELATIONS } from './model/record.js';
export { recordJsonSchema, recordSchema } from './model/record-schema.js';
export type { Pack } from './packs/schema.js';
export type { DocumentMetadata, DocumentText } from './read/document.js';

export interface ExtractorOptions {
  /**
   * `jieba` (default) tags parts of speech with nodejieba, a native module; `intl` cuts words with Intl.Segmenter, needs no native
   * module, and labels somewhat less well.
   */
  readonly segmenter?: 'jieba' | 'intl' | undefined;
  /** Packs of own indicators, units, phrases, cues and places; where two disagree, the later one wins. */
  readonly rules?: readonly Pack[] | undefined;
}

export interface TextOptions {
  /** What `record.file` is to say; a Chinese file name also helps to find place and year. Default: `''`. */
  readonly file?: string | undefined;
  /** The place the text is about, by name (双流区) or six-digit GB/T 2260 code, in place of what the text says. */
  readonly district?: string | undefined;
  /** The year of all its figures, 1949–2100, in place of what the text says. */
  readonly year?: number | undefined;
  /** The subject area of all its figures, one of DOMAINS, in place of what the text says. */
  readonly domain?: Domain | undefined;
  /** Offsets at which the pages of the text begin, as `readDocument` tells them of a PDF; for `record.page`. */
  readonly pages?: readonly number[] | undefined;
}

export interface Extractor {
  /**
   * The figures of a text, in its order. Offsets are UTF-16 units of `text` as passed: `text.slice(r.start, r.end) === r.raw`.
   * Synchronous; the first call loads the word list (about 0.15 s). Throws UserError for an option out of its range, or where
   * nodejieba cannot be loaded.
   */
  extract(text: string, options?: TextOptions): HealthRecord[];
  /** The same, and every run of digits or Chinese numerals with what it was taken for, figures or not. */
  inspect(text: string, options?: TextOptions): { records: HealthRecord[]; mentions: Mention[] };
}

/** An extractor, to be kept: it holds the word list and its caches. */
export function createExtractor({ segmenter = 'jieba', rules: packs = [] }: ExtractorOptions = {}): Extractor {
  if (segmenter !== 'jieba' && segmenter !== 'intl') throw new UserError(`segmenter: there is no '${segmenter}'; use jieba or intl`);
  const words = createSegmenter(segmenter);
  const rules = ruleSet(packs.map((pack, i) => parsePack(pack, `rules[${i}]`)));
  const inspect: Extractor['inspect'] = (text, { file = '', district, year, domain, pages } = {}) => {
    if (typeof text !== 'string') throw new TypeError('the text must be a string; decode bytes first');
    if (year !== undefined && !(Number.isInteger(year) && year >= 1949 && year <= 2100)) {
      throw new UserError(`year: ${year} is not a year from 1949 to 2100`);
    }
    if (domain !== undefined && !DOMAINS.includes(domain))
      throw new UserError(`domain: there is no '${domain}'; use one of ${DOMAINS.join(', ')}`);
    const overrides = {
      ...(district === undefined ? {} : { district }),
      ...(year === undefined ? {} : { year }),
      ...(domain === undefined ? {} : { domain }),
    };
    return extractDocument({ file, text, ...(pages ? { pages } : {}) }, { segmenter: words, rules, overrides });
  };
  return { inspect, extract: (text, options) => inspect(text, options).records };
}

/**
 * The text of a document, told by its content: plain text, HTML, DOC, DOCX, PDF, XLS or XLSX. `encoding` is that of a text or a page, in place of
 * what is detected (utf-8, gb18030, big5, utf-16le, utf-16be and their usual names). Rejects with a UserError that says what is wrong with it.
 */
export async function readDocument(
  bytes: Uint8Array,
  { encoding }: { readonly encoding?: string | undefined } = {},
): Promise<DocumentText> {
  return readBytes(bytes, encoding === undefined ? {} : { encoding: encodingNamed(encoding) });
}
