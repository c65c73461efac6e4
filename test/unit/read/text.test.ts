import { describe, expect, it } from 'vitest';
import { InputError } from '../../../dist/model/message.js';
import { decodeText } from '../../../dist/read/text.js';

const bytes = (...values: (number | string)[]): Uint8Array =>
  Buffer.concat(values.map((v) => (typeof v === 'string' ? Buffer.from(v) : Buffer.from([v]))));

describe('decodeText', () => {
  it('decodes UTF-8 as it is', () => {
    expect(decodeText(bytes('床位120张。\r\n'))).toBe('床位120张。\r\n');
  });

  it('drops the byte order mark, so that offsets begin behind it', () => {
    expect(decodeText(bytes(0xef, 0xbb, 0xbf, '床位'))).toBe('床位');
  });

  it.each([
    ['nothing', bytes()],
    ['a byte order mark', bytes(0xef, 0xbb, 0xbf)],
    ['white space', bytes(' \n\u3000\n')],
  ])('calls a file of %s empty', (_what, content) => {
    expect(() => decodeText(content)).toThrow(InputError);
    expect(() => decodeText(content)).toThrow(/empty/u);
  });

  it.each([
    ['a NUL byte', bytes('床位', 0, '张'), /binary.*offset 6/u],
    ['a PDF', bytes('%PDF-1.7\n'), /PDF/u],
    ['a zip', bytes('PK', 3, 4, 20), /archive or office document/u],
    ['UTF-16 LE', bytes(0xff, 0xfe, 0x8a, 0x5e), /UTF-16/u],
    ['UTF-16 BE', bytes(0xfe, 0xff, 0x5e, 0x8a), /UTF-16/u],
  ])('says what %s is', (_what, content, message) => {
    expect(() => decodeText(content)).toThrow(message);
    expect(() => decodeText(content)).toThrow(InputError);
  });

  it.each([
    ['at the start', bytes(0xb4, 0xb2), 0],
    ['behind text', bytes('床位', 0xb4, 0xb2), 6],
    ['behind a byte order mark', bytes(0xef, 0xbb, 0xbf, '床', 0xff), 6],
    ['behind a U+FFFD of the file itself', bytes('\ufffd床', 0xc0), 6],
    ['in a sequence cut short', bytes('床', 0xe4, 0xbd), 3],
    ['in a surrogate', bytes('a', 0xed, 0xa0, 0x80), 1],
  ])('gives the position of the first bad byte %s', (_where, content, offset) => {
    expect(() => decodeText(content)).toThrow(new RegExp(`not UTF-8 \\(byte 0x[0-9A-F]{2} at offset ${offset}\\)`, 'u'));
  });

  it('reads a view of a larger buffer', () => {
    const whole = bytes(0xff, '床位', 0xff);
    expect(decodeText(whole.subarray(1, 7))).toBe('床位');
  });
});
