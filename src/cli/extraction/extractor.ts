// A source → its records, or why there are none. Runs in the program's own thread and in its workers alike.
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { InputError, UserError } from '../../model/message.js';
import type { HealthRecord } from '../../model/record.js';
import type { Pack } from '../../packs/schema.js';
import { extractDocument } from '../../pipeline.js';
import { type DocumentText, readDocument } from '../../read/document.js';
import type { Encoding } from '../../read/encoding.js';
import { reason } from '../../read/inputs.js';
import type { Overrides } from '../../report.js';
import { ruleSet } from '../../ruleset.js';
import { createSegmenter, type SegmenterName } from '../../segment/words.js';
import { LineError, parseDocument } from './ndjson-document.js';
import type { Source } from './source.js';

/** What holds for all documents of a run. Plain data: workers get a copy. */
export interface ExtractionSetup {
  readonly segmenter: SegmenterName;
  readonly packs: readonly Pack[];
  readonly overrides: Overrides;
  /** Of text inputs, in place of what is detected. */
  readonly encoding: Encoding | null;
}

/** Whose records, or whose trouble, it is. */
export interface DocumentName {
  /** The input it comes from, as given. */
  readonly input: string;
  /** Its line there, of NDJSON. */
  readonly line: number | null;
  /** What its records call it; null for a line that has no name. */
  readonly id: string | null;
}

export interface Extracted extends DocumentName {
  /** How it was read, for --verbose; null for a line. */
  readonly how: string | null;
  /** Null where it failed. */
  readonly records: readonly HealthRecord[] | null;
  /** Why it failed. */
  readonly error: string | null;
}

/** A bug shows its stack, but takes only its own document down. */
export const internal = (error: unknown): string =>
  `this is a bug in healthx, please report it: ${error instanceof Error ? error.stack : String(error)}`;

/** Throws UserError for what is no document's fault, a missing word segmenter. */
export function createSourceExtractor({ segmenter, packs, overrides, encoding }: ExtractionSetup): (source: Source) => Promise<Extracted> {
  const words = createSegmenter(segmenter);
  const rules = ruleSet(packs);
  const options = encoding ? { encoding } : {};
  const recordsOf = (file: string, { text, pages }: Pick<DocumentText, 'text' | 'pages'>, said: Overrides): readonly HealthRecord[] =>
    extractDocument({ file, text, ...(pages ? { pages } : {}) }, { segmenter: words, rules, overrides: said }).records;

  return async (source) => {
    let name = nameOf(source);
    try {
      if (source.kind === 'failed') throw new InputError(source.error);
      if (source.kind === 'line') {
        const { id, text, district, year, pages } = parseDocument(source.bytes);
        name = { ...name, id };
        // what a line says of itself is closer to it than what is said of all
        const said = { ...overrides, ...(district === null ? {} : { district }), ...(year === null ? {} : { year }) };
        return { ...name, how: null, records: recordsOf(id, { text, ...(pages ? { pages } : {}) }, said), error: null };
      }
      const document = await readDocument(await bytesOf(source), options);
      return { ...name, how: document.how, records: recordsOf(source.input, document, overrides), error: null };
    } catch (error) {
      if (error instanceof UserError && !(error instanceof InputError)) throw error;
      const id = error instanceof LineError ? error.id : name.id;
      return { ...name, id, how: null, records: null, error: error instanceof InputError ? error.message : internal(error) };
    }
  };
}

/** As far as it can be told before it is read. */
export const nameOf = (source: Source): DocumentName => ({
  input: source.input,
  line: 'line' in source ? source.line : null,
  id: source.kind === 'line' || (source.kind === 'failed' && source.line !== null) ? null : source.input,
});

async function bytesOf(source: Extract<Source, { kind: 'file' | 'bytes' }>): Promise<Uint8Array> {
  if (source.kind === 'bytes') return source.bytes;
  try {
    // the round through the threads of the file system costs a small report a tenth of its time; a pipe, whose size is 0, must not block
    return source.size > 0 ? readFileSync(source.path) : await readFile(source.path);
  } catch (error) {
    throw new InputError(reason(error));
  }
}
