// word-extractor has no types of its own; this is what is used of it.
declare module 'word-extractor' {
  export default class WordExtractor {
    extract(source: string | Buffer): Promise<{ getBody(options?: { filterUnicode?: boolean }): string }>;
  }
}
