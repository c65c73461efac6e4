// The output formats by name. A new one: a file beside this one that exports a Writer, a name and a line here.
import type { Display, Writer } from './writer.js';

export const FORMATS = ['csv', 'json', 'ndjson', 'table'] as const;
export type Format = (typeof FORMATS)[number];

/** Loaded when asked for: each brings libraries that the others do not need. */
const WRITERS: Readonly<Record<Format, (display: () => Promise<Display>) => Promise<Writer>>> = {
  csv: async () => (await import('./csv.js')).csvWriter(),
  json: async () => (await import('./json.js')).jsonWriter(),
  ndjson: async () => (await import('./ndjson.js')).ndjsonWriter(),
  table: async (display) => (await import('./table.js')).tableWriter(await display()),
};

/** `display` may be a function, which only a format that is looked at calls: what it loads, no CSV has to wait for. */
export function createWriter(format: Format, display: Display | (() => Promise<Display>)): Promise<Writer> {
  return WRITERS[format](typeof display === 'function' ? display : async () => display);
}
