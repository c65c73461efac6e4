// What an archive says of itself, and what it unpacks to, before a parser is let at it.
import { inflateRawSync } from 'node:zlib';
import { InputError } from '../model/message.js';

/** More than this unpacked is a bomb and no report. In bytes. */
const MAX_UNPACKED = 256 * 1024 * 1024;
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const DEFLATED = 8;

/** Throws InputError for an archive that is cut short, encrypted, or would grow beyond all bounds. */
export function checkArchive(bytes: Uint8Array): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = buffer.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > buffer.length || buffer.readUInt32LE(end) !== END)
    throw new InputError('a damaged or truncated document: its directory is missing');
  let at = buffer.readUInt32LE(end + 16);
  let unpacked = 0;
  for (let i = 0; i < buffer.readUInt16LE(end + 10); i++) {
    if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== ENTRY) throw new InputError('a damaged document: its directory is broken');
    if (buffer.readUInt16LE(at + 8) & 1) throw new InputError('protected with a password: save a copy without one');
    unpacked += Math.max(buffer.readUInt32LE(at + 24), inflatedSize(buffer, at, MAX_UNPACKED - unpacked));
    if (unpacked > MAX_UNPACKED) throw new InputError(`grows beyond ${MAX_UNPACKED / (1024 * 1024)} MB when unpacked: not read`);
    at += 46 + buffer.readUInt16LE(at + 28) + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
}

/** What the member at a directory entry really unpacks to, in bytes: the directory may lie. Above `limit`, just more than that. */
function inflatedSize(buffer: Buffer, entry: number, limit: number): number {
  const local = buffer.readUInt32LE(entry + 42);
  if (buffer.readUInt16LE(entry + 10) !== DEFLATED || local + 30 > buffer.length) return 0;
  const from = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28);
  try {
    return inflateRawSync(buffer.subarray(from, from + buffer.readUInt32LE(entry + 20)), { maxOutputLength: Math.max(1, limit) }).length;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return limit + 1;
    throw new InputError('a damaged document: one of its parts cannot be unpacked');
  }
}
