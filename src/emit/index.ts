// The output formats by name. A new one: a file beside this one that exports a Writer, a name and a line here.
import type { Display, Writer } from './writer.js';

export const FORMATS = ['csv', 'json', 'ndjson', 'table'] as const;
export type Format = (typeof FORMATS)[number];

/** Loaded when asked for: each brings libraries that the others do not need. */
const WRITERS: Readonly<Record<Format, (display: Display) => Promise<Writer>>> = {
  csv: async () => (await import('./csv.js')).csvWriter(),
  json: async () => (await import('./json.js')).jsonWriter(),
  ndjson: async () => (await import('./ndjson.js')).ndjsonWriter(),
  table: async (display) => (await import('./table.js')).tableWriter(display),
};

export function createWriter(format: Format, display: Display): Promise<Writer> {
  return WRITERS[format](display);
}
