import { readFileSync } from 'node:fs';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { utils, type WorkSheet, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../dist/read/document.js';
import { decodeUtf8, encodingNamed } from '../../../dist/read/encoding.js';

const formats = path.join(import.meta.dirname, '..', '..', '..', 'fixtures', 'formats');
const file = (name: string): Uint8Array => readFileSync(path.join(formats, name));
const bytes = (...parts: (string | number[] | Uint8Array)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));
const failure = async (content: Uint8Array, options = {}): Promise<string> => {
  try {
    await readDocument(content, options);
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
  return 'none';
};

describe('the kind of an input is told from its content', () => {
  it.each([
    ['report.docx', 'docx'],
    ['report.doc', 'doc'],
    ['report.pdf', 'pdf'],
    ['table-source.xlsx', 'xlsx'],
    ['table-source.xls', 'xls'],
    ['report.gbk.html', 'html'],
    ['report.gb18030.txt', 'text'],
  ])('%s is %s', async (name, kind) => expect((await readDocument(file(name))).kind).toBe(kind));

  it('says how it was read', async () => {
    expect((await readDocument(file('report.gb18030.txt'))).how).toBe('text, gb18030 (detected)');
    expect((await readDocument(file('report.big5.txt'))).how).toBe('text, big5 (detected)');
    expect((await readDocument(file('report.gbk.html'))).how).toBe('HTML, gb18030 (declared in the page)');
    expect((await readDocument(file('report.utf16be.txt'))).how).toBe('text, utf-16be (byte order mark)');
    expect((await readDocument(file('report.utf16le.txt').subarray(2))).how).toMatch(/^text, utf-16le/u);
  });

  it('obeys an encoding that is named', async () => {
    const { text } = await readDocument(file('report.gb18030.txt'), { encoding: encodingNamed('GBK') });
    expect(text).toContain('奉新县2020年');
    expect(() => encodingNamed('klingon')).toThrow("there is no encoding 'klingon'; use one of utf-8, gb18030");
  });
});

describe('inputs that lie or are broken', () => {
  const docx = file('report.docx');

  it.each<[string, Uint8Array, RegExp]>([
    ['100 MB of text', new Uint8Array(100 * 1024 * 1024).fill(0x31), /too large \(100 MB, at most 32\): split it/u],
    ['nothing', bytes(), /empty: there is no text/u],
    ['white space', bytes(' \n\u3000'), /empty: there is no text/u],
    ['a binary file', bytes('床位', [0, 1, 2, 255], '张'), /a binary file|neither UTF-8/u],
    [
      'bytes of no encoding',
      bytes([0xff, 0xff, 0x80], 'abc'),
      /neither UTF-8, UTF-16, GB18030 nor Big5 \(as \S+ it is legible up to byte 0xFF at offset 0\)/u,
    ],
    [
      'UTF-8 that was cut in a character',
      bytes('2023年,全县卫生院门诊31.2万人次,住院').subarray(0, -1),
      /not UTF-8 \(byte 0xE9 at offset \d+\)/u,
    ],
    [
      'GB18030 with a bad byte',
      bytes([0xc8, 0xab, 0xcf, 0xd8, 0xb9, 0xb2, 0xd3, 0xd0, 0x31, 0x32, 0xff, 0xb8, 0xf6]),
      /as \S+ it is legible up to byte 0xFF at offset 10/u,
    ],
    ['an archive of something else', bytes([0x50, 0x4b, 3, 4], 'pictures/one.png'), /an archive that is neither DOCX nor XLSX/u],
    ['a truncated DOCX', docx.subarray(0, docx.length - 200), /a damaged or truncated document/u],
    ['half a DOCX', docx.subarray(0, docx.length / 2), /damaged|neither DOCX nor XLSX/u],
    ['a broken PDF', bytes('%PDF-1.7\nnothing of the sort'), /a damaged PDF/u],
    [
      'an encrypted office file',
      bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], Buffer.from('EncryptedPackage', 'utf16le')),
      /protected with a password/u,
    ],
    [
      'another office file',
      bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 'PowerPoint'),
      /an office document of a kind that is not read/u,
    ],
  ])('%s', async (_, content, expected) => {
    const told = await failure(content);
    expect(told).toMatch(/^InputError: /u);
    expect(told).toMatch(expected);
  });

  it('an archive that grows beyond all bounds is not unpacked', async () => {
    const bomb = Buffer.from(docx);
    // the unpacked size of its first member, as the directory tells it
    const entry = bomb.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    bomb.writeUInt32LE(0xfffffff0, entry + 24);
    expect(await failure(bomb)).toMatch(/grows beyond 256 MB when unpacked/u);
  });

  it('an archive whose directory lies about its size is not unpacked whole', async () => {
    const packed = deflateRawSync(Buffer.alloc(300 * 1024 * 1024));
    const name = Buffer.from('word/document.xml');
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(10, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(10, 24);
    entry.writeUInt16LE(name.length, 28);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(1, 10);
    end.writeUInt32LE(30 + name.length + packed.length, 16);
    expect(await failure(Buffer.concat([local, name, packed, entry, name, end]))).toMatch(/grows beyond 256 MB when unpacked/u);
  });

  it('HTML is read as such whatever its name', async () => {
    const { kind, text } = await readDocument(bytes('<html><body><p>全县新增床位120张。</p></body></html>'));
    expect([kind, text]).toEqual(['html', '全县新增床位120张。']);
  });

  it('a named encoding that does not fit gives the position of the first bad byte', async () => {
    expect(await failure(bytes('床位', [0xff], '张'), { encoding: 'utf-8' })).toMatch(/not UTF-8 \(byte 0xFF at offset 6\)/u);
    expect(await failure(bytes('abc', [0xff]), { encoding: 'gb18030' })).toMatch(/not GB18030 \(byte 0xFF at offset 3\)/u);
  });
});

describe('decodeUtf8', () => {
  it('drops the byte order mark, so that offsets begin behind it', () =>
    expect(decodeUtf8(bytes([0xef, 0xbb, 0xbf], '床位'))).toBe('床位'));

  it.each([
    ['at the start', bytes([0xb4, 0xb2]), 0],
    ['behind text', bytes('床位', [0xb4, 0xb2]), 6],
    ['behind a byte order mark', bytes([0xef, 0xbb, 0xbf], '床', [0xff]), 6],
    ['behind a U+FFFD of the file itself', bytes('\ufffd床', [0xc0]), 6],
    ['in a sequence cut short', bytes('床', [0xe4, 0xbd]), 3],
    ['in a surrogate', bytes('a', [0xed, 0xa0, 0x80]), 1],
  ])('gives the position of the first bad byte %s', (_where, content, offset) => {
    expect(() => decodeUtf8(content)).toThrow(new RegExp(`not UTF-8 \\(byte 0x[0-9A-F]{2} at offset ${offset}\\)`, 'u'));
  });
});

describe('workbooks', () => {
  const book = (rows: unknown[][], change: (sheet: WorkSheet) => void = () => {}): Uint8Array => {
    const made = utils.book_new();
    const sheet = utils.aoa_to_sheet(rows);
    change(sheet);
    utils.book_append_sheet(made, sheet, '床位');
    return write(made, { type: 'buffer', bookType: 'xlsx' });
  };

  it('merged cells below an empty row stand in each column they cover', async () => {
    const rows = [[], [null, '机构', '床位(张)', null], [null, null, '2019年', '2020年'], [null, '县人民医院', 600, 620]];
    const { text } = await readDocument(
      book(rows, (sheet) => {
        sheet['!merges'] = [utils.decode_range('B2:B3'), utils.decode_range('C2:D2')];
      }),
    );
    expect(text.split('\n')).toEqual(['床位', '\t机构\t床位(张)\t床位(张)', '\t机构\t2019年\t2020年', '\t县人民医院\t600\t620']);
  });

  it('a sheet that is too long is refused, not cut', async () => {
    expect(await failure(book(Array.from({ length: 200_001 }, (_, i) => [i])))).toMatch(
      /sheet '床位' has more than 200000 rows: split it/u,
    );
  });
});
