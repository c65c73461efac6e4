// DOC (Word 97 to 2003).
import WordExtractor from 'word-extractor';
import { InputError } from '../model/message.js';
import type { DocumentText } from './document.js';

export async function readDoc(bytes: Uint8Array): Promise<Omit<DocumentText, 'kind'>> {
  try {
    const document = await new WordExtractor().extract(Buffer.from(bytes));
    return { text: document.getBody({ filterUnicode: false }).replace(/\r\n?/gu, '\n'), how: 'DOC' };
  } catch (error) {
    throw new InputError(`a damaged DOC, or one with a password (${(error as Error).message.split('\n')[0]}): save it as DOCX`);
  }
}
