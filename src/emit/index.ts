// The output formats by name. A new one: a file beside this one that exports a Writer, a name and a line here.
import { type Display, type Layout, PLAIN_LAYOUT, type Writer } from './writer.js';

export const FORMATS = ['csv', 'json', 'ndjson', 'table', 'xlsx'] as const;
export type Format = (typeof FORMATS)[number];

/** Formats of bytes, which no terminal can show. */
export const BINARY_FORMATS: ReadonlySet<string> = new Set<Format>(['xlsx']);
/** Formats whose names are fixed, since programs read them. */
export const UNTRANSLATED_FORMATS: ReadonlySet<string> = new Set<Format>(['json', 'ndjson']);

/** Loaded when asked for: each brings libraries that the others do not need. */
const WRITERS: Readonly<Record<Format, (display: () => Promise<Display>, layout: Layout) => Promise<Writer>>> = {
  csv: async (_, layout) => (await import('./csv.js')).csvWriter(layout),
  json: async (_, layout) => (await import('./json.js')).jsonWriter(layout),
  ndjson: async (_, layout) => (await import('./ndjson.js')).ndjsonWriter(layout),
  table: async (display, layout) => (await import('./table.js')).tableWriter(await display(), layout),
  xlsx: async (_, layout) => (await import('./xlsx.js')).xlsxWriter(layout),
};

/** `display` may be a function, which only a format that is looked at calls: what it loads, no CSV has to wait for. */
export function createWriter(format: Format, display: Display | (() => Promise<Display>), layout: Layout = PLAIN_LAYOUT): Promise<Writer> {
  return WRITERS[format](typeof display === 'function' ? display : async () => display, layout);
}
