// A stream of bytes → its lines, as soon as they are there, with no more in memory than a line and what has just arrived.
import type { Readable } from 'node:stream';

export interface Line {
  /** Counted from 1, blank ones included. */
  readonly number: number;
  /** Without the line feed; null for a line over the limit, which is passed over and not kept. */
  readonly bytes: Uint8Array | null;
}

const LINE_FEED = 0x0a;
const BLANK: ReadonlySet<number> = new Set([0x20, 0x09, 0x0d]);

/** The lines that are not blank, those of one chunk together. `read` hears how many bytes have come. */
export async function* lines(stream: Readable, limit: number, read: (bytes: number) => void): AsyncGenerator<Line[]> {
  let number = 0;
  /** Of the line whose end has not come yet. */
  let parts: Uint8Array[] = [];
  let length = 0;
  const finish = (last: Uint8Array): Line | null => {
    number++;
    length += last.length;
    // a copy: what is a part of a chunk would take the whole chunk along, into every worker
    const bytes = length > limit ? null : parts.length === 0 ? new Uint8Array(last) : Buffer.concat([...parts, last], length);
    parts = [];
    length = 0;
    return bytes?.every((byte) => BLANK.has(byte)) ? null : { number, bytes };
  };
  for await (const chunk of stream) {
    const bytes: Uint8Array = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    read(bytes.length);
    const group: Line[] = [];
    let from = 0;
    for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, from)) {
      const line = finish(bytes.subarray(from, at));
      if (line) group.push(line);
      from = at + 1;
    }
    const rest = bytes.subarray(from);
    length += rest.length;
    if (length > limit) parts = [];
    else if (rest.length > 0) parts.push(rest);
    if (group.length > 0) yield group;
  }
  if (length > 0) {
    const line = finish(new Uint8Array());
    if (line) yield [line];
  }
}
