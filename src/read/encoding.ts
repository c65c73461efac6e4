// Bytes → text. Tried in this order: a byte order mark, the encoding a page declares, UTF-8, UTF-16 without a mark, then GB18030 (which is also
// GBK and GB2312) and Big5, of which a detector's opinion comes first. Decoding is strict: nothing is replaced silently.
import { InputError, UserError } from '../model/message.js';

export const ENCODINGS = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  /** Why this one, for --verbose. */
  readonly because: string;
}

/** What people call them. */
const NAMES: Readonly<Record<string, Encoding>> = {
  utf8: 'utf-8',
  'utf-8': 'utf-8',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  gb18030: 'gb18030',
  cp936: 'gb18030',
  big5: 'big5',
  'big5-hkscs': 'big5',
  'utf-16': 'utf-16le',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
};
const MARKS: readonly (readonly [bytes: readonly number[], encoding: Encoding])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];
const LEGACY: readonly Encoding[] = ['gb18030', 'big5'];
/** So many characters outside ASCII in a row that are well-formed UTF-8 are no accident. */
const PROOF = 12;
const GB2312 = /^(?:[\0-\x7f]|[\xa1-\xf7][\xa1-\xfe])*[\xa1-\xf7]?$/u;
/** Bytes that are looked at for a detector's opinion. */
const SAMPLE = 1 << 16;

/** The encoding of that name (GBK, utf8 …). Throws UserError for one that is not known. */
export function encodingNamed(name: string): Encoding {
  const known = NAMES[name.trim().toLowerCase()];
  if (known) return known;
  throw new UserError(`there is no encoding '${name}'; use one of ${ENCODINGS.join(', ')} (GBK and GB2312 are read as gb18030)`);
}

/** UTF-8 with or without its mark. Throws InputError with the position of the first bad byte. */
export function decodeUtf8(bytes: Uint8Array): string {
  const from = MARKS[0]?.[0].every((byte, i) => bytes[i] === byte) ? 3 : 0;
  return strict(bytes.subarray(from), 'utf-8', from);
}

/** `chosen` overrides everything, `declared` is what a page says of itself. Throws InputError with the position of the first bad byte. */
export async function decode(bytes: Uint8Array, chosen?: Encoding, declared?: string): Promise<Decoded> {
  const mark = MARKS.find(([opening]) => opening.every((byte, i) => bytes[i] === byte));
  const body = mark ? bytes.subarray(mark[0].length) : bytes;
  const from = mark?.[0].length ?? 0;
  if (chosen) return { text: strict(body, chosen, from), encoding: chosen, because: 'chosen' };
  if (mark) return { text: strict(body, mark[1], from), encoding: mark[1], because: 'byte order mark' };
  const said = declared === undefined ? undefined : NAMES[declared.trim().toLowerCase()];
  if (said) {
    const text = attempt(bytes, said);
    if (text !== null) return { text, encoding: said, because: 'declared in the page' };
  }
  const utf8 = attempt(bytes, 'utf-8');
  if (utf8 !== null && !utf8.includes('\0')) return { text: utf8, encoding: 'utf-8', because: 'valid UTF-8' };
  const wide = withoutMark(bytes);
  if (wide) return { text: strict(bytes, wide), encoding: wide, because: 'a zero in every other byte of its Latin characters' };
  const nul = bytes.indexOf(0);
  if (nul >= 0) throw new InputError(`a binary file, not text (NUL byte at offset ${nul})`);
  const damaged = firstBadByte(bytes, 'utf-8');
  // no text of another encoding opens with that much well-formed UTF-8: this one is cut or damaged
  if (foreign(bytes.subarray(0, damaged)) >= PROOF)
    return { text: strict(bytes, 'utf-8'), encoding: 'utf-8', because: 'well-formed opening' };
  const opinion = await detected(bytes);
  for (const encoding of opinion ? [opinion, ...LEGACY.filter((name) => name !== opinion)] : LEGACY) {
    const text = attempt(bytes, encoding);
    if (text !== null && legible(text)) return { text, encoding, because: encoding === opinion ? 'detected' : `valid ${encoding}` };
  }
  const closest = opinion ?? 'utf-8';
  const at = firstBadByte(bytes, closest);
  throw new InputError(
    `neither UTF-8, UTF-16, GB18030 nor Big5 (as ${closest} it is legible up to byte ${hex(bytes[at])} at offset ${at}): mend that byte, or name the encoding with --encoding`,
  );
}

/** Characters outside ASCII, in UTF-8. */
const foreign = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum + (byte >= 0xc0 ? 1 : 0), 0);

/** Decoders of old encodings give characters of private use for bytes that mean nothing. */
function legible(text: string): boolean {
  const odd = text.match(/[\ufffd\ue000-\uf8ff\u0080-\u009f]/gu)?.length ?? 0;
  return odd * 100 <= text.length;
}

async function detected(bytes: Uint8Array): Promise<Encoding | null> {
  // half of Big5's trail bytes are ASCII, of GB2312's none
  if (GB2312.test(Buffer.from(bytes.subarray(0, SAMPLE)).toString('latin1'))) return 'gb18030';
  const { default: chardet } = await import('chardet');
  const ranked = chardet.analyse(bytes.subarray(0, SAMPLE)).map(({ name }) => NAMES[name.toLowerCase()]);
  return ranked.find((name): name is Encoding => name !== undefined && LEGACY.includes(name)) ?? null;
}

/** UTF-16 of text with digits and punctuation: zeros on one side only. */
function withoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return null;
  let [even, odd] = [0, 0];
  const end = Math.min(bytes.length, SAMPLE);
  for (let i = 0; i + 1 < end; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  // an ideographic space has a zero on the other side
  if (odd > 4 * even && attempt(bytes, 'utf-16le') !== null) return 'utf-16le';
  return even > 4 * odd && attempt(bytes, 'utf-16be') !== null ? 'utf-16be' : null;
}

function attempt(bytes: Uint8Array, encoding: Encoding): string | null {
  if (encoding === 'big5' && passedOver(bytes) >= 0) return null;
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** `from` is where `bytes` begin in the file. */
function strict(bytes: Uint8Array, encoding: Encoding, from = 0): string {
  const text = attempt(bytes, encoding);
  if (text !== null) return text;
  const at = firstBadByte(bytes, encoding);
  throw new InputError(`not ${encoding.toUpperCase()} (byte ${hex(bytes[at])} at offset ${from + at})`);
}

/** Offset of a byte that Node's Big5 decoder drops without a word although it begins no character; -1 where there is none. */
function passedOver(bytes: Uint8Array): number {
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    if (byte === 0x80 || byte === 0xff) return i;
    if (byte > 0x80) i++;
  }
  return -1;
}

const hex = (byte: number | undefined): string => `0x${(byte ?? 0).toString(16).padStart(2, '0').toUpperCase()}`;

/** Offset of the first byte that cannot go on with what stands before it. */
export function firstBadByte(bytes: Uint8Array, encoding: Encoding): number {
  const dropped = encoding === 'big5' ? passedOver(bytes) : -1;
  const fine = (length: number): boolean => {
    if (dropped >= 0 && length > dropped) return false;
    try {
      new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let low = 0;
  let high = bytes.length;
  // a sequence cut short at the end is only seen there
  if (fine(high)) return lastStart(bytes, encoding);
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (fine(middle)) low = middle;
    else high = middle;
  }
  return sequenceStart(bytes, low, encoding);
}

// the byte that fails may be the second of a pair whose first is the offender
function sequenceStart(bytes: Uint8Array, at: number, encoding: Encoding): number {
  if (encoding !== 'utf-8') return at;
  let start = at;
  for (let back = 1; back <= 3 && at - back >= 0; back++) {
    const byte = bytes[at - back] as number;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      if (back < length && (bytes[at] as number) >= 0x80) start = at - back;
      break;
    }
    if (byte < 0x80) break;
  }
  return start;
}

function lastStart(bytes: Uint8Array, encoding: Encoding): number {
  for (let back = 1; back <= 4 && back <= bytes.length; back++)
    if (attempt(bytes.subarray(0, bytes.length - back), encoding) !== null) return bytes.length - back;
  return bytes.length;
}
