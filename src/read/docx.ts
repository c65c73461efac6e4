// DOCX: paragraphs, lists and tables in order, as mammoth reads them.

import { parseHTML } from 'linkedom';
import mammoth from 'mammoth';
import { InputError } from '../model/message.js';
import { checkArchive } from './archive.js';
import type { DocumentText } from './document.js';
import { type Node, textOf } from './html-text.js';

export async function readDocx(bytes: Uint8Array): Promise<Omit<DocumentText, 'kind'>> {
  checkArchive(bytes);
  let html: string;
  try {
    html = (
      await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) })
    ).value;
  } catch (error) {
    throw new InputError(`a damaged DOCX (${(error as Error).message.split('\n')[0]}): open it and save it again`);
  }
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  return { text: textOf(document.body as unknown as Node), how: 'DOCX' };
}
