// Bytes of any input → text. The kind is told from the content: names lie (HTML called .doc, a PDF called .txt).
import { InputError } from '../model/message.js';
import { type Decoded, decode, type Encoding } from './encoding.js';

export interface ReadOptions {
  /** In place of what is detected. */
  readonly encoding?: Encoding;
}

/** What a page says of itself; null where it does not. */
export interface DocumentMetadata {
  readonly title: string | null;
  /** Date of publication, yyyy-mm-dd. */
  readonly published: string | null;
  /** Where the text comes from (来源). */
  readonly source: string | null;
  /** The body that issued it (发布机构), or the site. */
  readonly issuer: string | null;
}

export interface DocumentText {
  /** What is read, and what offsets refer to. Rows of tables are lines with tabs between their cells. */
  readonly text: string;
  /** `text`, `html`, `docx`, `doc`, `xlsx`, `xls`, `pdf`. */
  readonly kind: string;
  /** How it was read, for --verbose. */
  readonly how: string;
  /** Offsets at which the pages of a PDF begin. */
  readonly pages?: readonly number[];
  /** Of an HTML page. */
  readonly metadata?: DocumentMetadata;
}

const MB = 1024 * 1024;
/** Larger inputs are refused: what a parser makes of them would not fit into memory. In bytes. */
const MAX_BYTES = 100 * MB;
/** Of text and pages: 30 MB of dense text need some 1.5 GB, which is within the usual limit of Node. In bytes, and of what is read in UTF-16 units. */
export const MAX_TEXT = 32 * MB;

type Reader = (bytes: Uint8Array) => Promise<Omit<DocumentText, 'kind'>>;

/** Loaded when an input asks for it: each brings a library that plain text does not need. */
const READERS: Readonly<Record<string, () => Promise<Reader>>> = {
  pdf: async () => (await import('./pdf.js')).readPdf,
  docx: async () => (await import('./docx.js')).readDocx,
  doc: async () => (await import('./doc.js')).readDoc,
  xlsx: async () => (await import('./sheet.js')).readSheet,
  xls: async () => (await import('./sheet.js')).readSheet,
};

/** Reads a document. Throws InputError with a reason one can act on. */
export async function readDocument(bytes: Uint8Array, { encoding }: ReadOptions = {}): Promise<DocumentText> {
  if (bytes.length === 0) throw new InputError('empty: there is no text in it');
  const kind = kindOf(bytes);
  const limit = kind ? MAX_BYTES : MAX_TEXT;
  if (bytes.length > limit) throw tooLarge(bytes.length, limit);
  if (kind) {
    const read = await (READERS[kind] as () => Promise<Reader>)();
    return whole({ ...(await read(bytes)), kind });
  }
  const declared = declaredEncoding(bytes);
  const decoded = await decode(bytes, encoding, declared);
  if (isHtml(decoded.text)) {
    const { readHtml } = await import('./html.js');
    return whole({ ...readHtml(decoded.text), kind: 'html', how: `HTML, ${told(decoded)}` });
  }
  return whole({ text: decoded.text, kind: 'text', how: `text, ${told(decoded)}` });
}

const told = ({ encoding, because }: Decoded): string => `${encoding} (${because})`;

const tooLarge = (size: number, limit: number): InputError =>
  new InputError(`too large (${Math.ceil(size / MB)} MB, at most ${limit / MB}): split it into its reports`);

function whole(document: DocumentText): DocumentText {
  if (document.text.length > MAX_TEXT) throw tooLarge(document.text.length, MAX_TEXT);
  if (document.text.trim() !== '') return document;
  if (document.kind === 'pdf') throw new InputError('a PDF without a text layer, probably scanned: run text recognition (OCR) on it first');
  throw new InputError('empty: there is no text in it');
}

const starts = (bytes: Uint8Array, signature: readonly number[]): boolean => signature.every((byte, i) => bytes[i] === byte);
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** The format by its opening bytes; null for text and HTML. */
function kindOf(bytes: Uint8Array): 'pdf' | 'docx' | 'doc' | 'xlsx' | 'xls' | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.toString('latin1', 0, 1024).includes('%PDF-')) return 'pdf';
  if (starts(bytes, ZIP)) {
    // names of the members stand in the clear
    if (buffer.includes('word/document.xml')) return 'docx';
    if (buffer.includes('xl/workbook')) return 'xlsx';
    throw new InputError('an archive that is neither DOCX nor XLSX: unpack it, or save it as one of these');
  }
  if (starts(bytes, OLE)) {
    const wide = (name: string): Buffer => Buffer.from(name, 'utf16le');
    if (buffer.includes(wide('EncryptedPackage'))) throw new InputError('protected with a password: save a copy without one');
    if (buffer.includes(wide('WordDocument'))) return 'doc';
    if (buffer.includes(wide('Workbook')) || buffer.includes(wide('Book'))) return 'xls';
    throw new InputError('an office document of a kind that is not read (PowerPoint?): save it as text, DOCX or XLSX');
  }
  return null;
}

const HEAD = 4096;

/** <meta charset="gbk">, <?xml encoding="…"?>: legible in every encoding but UTF-16. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, HEAD)).toString('latin1');
  if (!/<(?:!doctype|html|head|meta|\?xml)/iu.test(head)) return undefined;
  return /charset\s*=\s*["']?([\w-]+)/iu.exec(head)?.[1] ?? /<\?xml[^>]*encoding=["']([\w-]+)/iu.exec(head)?.[1];
}

const isHtml = (text: string): boolean =>
  /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body)\b|<(?:body|table|div|p|article)\b[^>]*>[\s\S]*<\//iu.test(
    text.slice(0, HEAD * 4),
  );
