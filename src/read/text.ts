// Bytes of a text file → its text. Offsets everywhere count from the first character after the byte order mark.
import { constants } from 'node:buffer';
import { InputError } from '../model/message.js';

/** How files begin that are often passed by mistake, and what to say about them. */
const SIGNATURES: readonly (readonly [signature: string, reason: string])[] = [
  ['%PDF-', 'a PDF, not text: convert it first, e.g. with pdftotext'],
  ['PK\x03\x04', 'an archive or office document, not text: save it as plain text first'],
  ['\xd0\xcf\x11\xe0', 'an office document, not text: save it as plain text first'],
  ['\xff\xfe', 'UTF-16, not UTF-8: convert it first, e.g. with iconv -f UTF-16 -t UTF-8'],
  ['\xfe\xff', 'UTF-16, not UTF-8: convert it first, e.g. with iconv -f UTF-16 -t UTF-8'],
];

/** Decodes UTF-8 and drops a byte order mark. Throws InputError for an empty, binary or otherwise encoded file. */
export function decodeText(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const opening = buffer.toString('latin1', 0, 8);
  const known = SIGNATURES.find(([signature]) => opening.startsWith(signature));
  if (known) throw new InputError(known[1]);
  const nul = buffer.indexOf(0);
  if (nul >= 0) throw new InputError(`a binary file, not text (NUL byte at offset ${nul})`);
  if (buffer.length > constants.MAX_STRING_LENGTH) throw new InputError('too large to be one text: split it');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(buffer);
  } catch {
    const at = firstBadByte(buffer);
    const byte = (buffer[at] ?? 0).toString(16).padStart(2, '0').toUpperCase();
    throw new InputError(`not UTF-8 (byte 0x${byte} at offset ${at}): convert it first, e.g. with iconv -f GB18030 -t UTF-8`);
  }
  if (text.trim() === '') throw new InputError('empty: there is no text in it');
  return text;
}

/** Offset of the first byte that begins no valid sequence. */
function firstBadByte(buffer: Buffer): number {
  // the lenient decoder puts U+FFFD there; the first one that the file does not itself contain is it
  const lenient = new TextDecoder('utf-8', { ignoreBOM: true }).decode(buffer);
  let bytes = 0;
  let from = 0;
  for (;;) {
    const at = lenient.indexOf('\ufffd', from);
    if (at < 0) return buffer.length;
    bytes += Buffer.byteLength(lenient.slice(from, at));
    if (buffer.toString('latin1', bytes, bytes + 3) !== '\xef\xbf\xbd') return bytes;
    bytes += 3;
    from = at + 1;
  }
}
