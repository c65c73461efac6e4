// What every part of the page knows: the content and the words of the language.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { HealthRecord } from '../../model/record.js';
import type { PageContent } from '../pack.js';
import type { Language, Words } from '../words.js';

export interface Shared {
  readonly content: PageContent;
  readonly language: Language;
  readonly words: Words;
}

/** A number of the text: a record, or one that became none. */
export interface Target {
  readonly type: 'figure' | 'other';
  readonly index: number;
}

export const SharedContext = createContext<Shared | null>(null);

export function useShared(): Shared {
  const shared = useContext(SharedContext);
  if (!shared) throw new Error('a part of the page outside of the page');
  return shared;
}

export const fileName = (file: string, words: Words): string => (file === '-' ? words.ui.unnamed : (file.split(/[/\\]/u).at(-1) ?? file));

export const recordAt = (content: PageContent, index: number): HealthRecord => {
  const record = content.records[index];
  if (!record) throw new Error(`there is no record ${index}`);
  return record;
};
