// Sentences and clauses. Brackets and quotations are never torn apart; a bracket that holds a quantity is a clause of its own, any other
// (执业(助理)医师) belongs to the word it stands in.
import type { Clause, Mention, Quantity, Sentence, Span } from '../model/document.js';
import { Characters } from '../text/characters.js';
import type { Block } from './sections.js';

const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '“': '”', '《': '》', '〔': '〕', '[': ']', '【': '】' };
/** What the two loops below stop at. */
const OPENS_OR_ENDS = new Characters('(“《〔[【。!?|');
const OPENS_OR_PARTS = new Characters('(“《〔[【,;:');
const DIGIT = new Characters('0123456789');
const ENDS = new Characters('。!?|');
/** What may stand behind the mark that ends a sentence. */
const CLOSES = new Characters('”"’』」)');
const MAX_BRACKET = 400;
/** No sentence of a report is this long: a table without line ends, a broken file. Keeps the work per figure bounded. */
const MAX_SENTENCE = 1500;

/** Sentences of the blocks, in order, with their clauses; `mentions` are those of the whole text, in order. */
export function sentences(text: string, blocks: readonly Block[], mentions: readonly Mention[]): Sentence[] {
  const result: Sentence[] = [];
  let cursor = 0;
  for (const block of blocks) {
    for (const { start, end } of splitSentences(text, block, mentions)) {
      while (cursor < mentions.length && (mentions[cursor] as Mention).start < start) cursor++;
      const own: Quantity[] = [];
      for (let i = cursor; i < mentions.length && (mentions[i] as Mention).start < end; i++) {
        const m = mentions[i] as Mention;
        if (m.class === 'quantity') own.push(m as Quantity);
      }
      const { clauses, holes } = splitClauses(text, { start, end }, own, mentions);
      result.push({ start, end, section: block.section, paragraph: block.paragraph, clauses, holes });
    }
  }
  return result;
}

function splitSentences(text: string, block: Span, mentions: readonly Mention[]): Span[] {
  const spans: Span[] = [];
  let start = block.start;
  for (let i = OPENS_OR_ENDS.next(text, start, block.end); i < block.end; i = OPENS_OR_ENDS.next(text, i + 1, block.end)) {
    const c = text[i] as string;
    const close = CLOSERS[c];
    if (close !== undefined) {
      const end = closing(text, i, close, block.end);
      // A quotation that ends with 。 ends the sentence too.
      if (end > 0 && !(c === '“' && ENDS.at(text, end - 1))) i = end;
      continue;
    }
    const end = CLOSES.past(text, i + 1, block.end);
    push(spans, text, start, end);
    start = end;
    i = end - 1;
  }
  push(spans, text, start, block.end);
  return spans.some(tooLong) ? spans.flatMap((span) => (tooLong(span) ? bound(text, span, mentions) : span)) : spans;
}

const tooLong = ({ start, end }: Span): boolean => end - start > MAX_SENTENCE;

/** Cuts what is too long for a sentence at its last separator before the limit, never inside a mention. */
function bound(text: string, sentence: Span, mentions: readonly Mention[]): Span[] {
  const spans: Span[] = [];
  let start = sentence.start;
  while (sentence.end - start > MAX_SENTENCE) {
    const piece = text.slice(start, start + MAX_SENTENCE);
    const at = Math.max(
      piece.lastIndexOf(';'),
      piece.lastIndexOf(','),
      piece.lastIndexOf('、'),
      piece.lastIndexOf(' '),
      piece.lastIndexOf('\n'),
    );
    let end = at > 0 ? start + at + 1 : start + MAX_SENTENCE;
    const inside = mentionAt(mentions, end);
    if (inside && inside.start > start) end = inside.start;
    else if (inside) end = Math.min(inside.end, sentence.end);
    push(spans, text, start, end);
    start = end;
  }
  push(spans, text, start, sentence.end);
  return spans;
}

/** The mention that `at` would cut in two. */
function mentionAt(mentions: readonly Mention[], at: number): Mention | undefined {
  let low = 0;
  let high = mentions.length - 1;
  while (low <= high) {
    const mid = (low + high) >> 1;
    const m = mentions[mid] as Mention;
    if (m.end <= at) low = mid + 1;
    else if (m.start >= at) high = mid - 1;
    else return m;
  }
  return undefined;
}

function push(spans: Span[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && text[start] === ' ') start++;
  while (end > start && text[end - 1] === ' ') end--;
  if (end > start) spans.push({ start, end });
}

/** Index of the closing character, or -1 where the bracket is not closed nearby. */
function closing(text: string, at: number, close: string, limit: number): number {
  const open = text[at];
  let depth = 0;
  const stop = Math.min(limit, at + MAX_BRACKET);
  for (let i = at + 1; i < stop; i++) {
    if (text[i] === close) {
      if (depth === 0) return i;
      depth--;
    } else if (text[i] === open) depth++;
  }
  return -1;
}

/** A quotation with clauses of its own is somebody's words, read as text: “到2025年,签约率要达到75%”. */
const isSpeech = (inner: string): boolean => inner.length > 14 && /[,;。]/u.test(inner);

/** A noun that a colon sets off from its figure. */
const names = (text: string): boolean => text.length <= NAME_MAX && !/\d/u.test(text);
const NAME_MAX = 14;
// 基本公卫:12类|项目
const COUNTS = /\p{Script=Han}/u;

function splitClauses(
  text: string,
  { start: first, end: last }: Span,
  quantities: readonly Quantity[],
  mentions: readonly Mention[],
): { clauses: Clause[]; holes: Span[] } {
  const clauses: Clause[] = [];
  const holes: Span[] = [];
  const cut = (from: number, to: number, depth: number, opener: string): void => {
    let start = from;
    let separator = opener;
    const own: Span[] = [];
    const close = (end: number): void => {
      if (!text.slice(start, end).trim()) return;
      const list = quantities.filter((q) => q.start >= start && q.end <= end && !own.some((h) => q.start >= h.start && q.end <= h.end));
      clauses.push({ start, end, depth, separator, quantities: list });
    };
    for (let i = OPENS_OR_PARTS.next(text, from, to); i < to; i = OPENS_OR_PARTS.next(text, i + 1, to)) {
      const c = text[i] as string;
      const closer = CLOSERS[c];
      if (closer !== undefined) {
        const end = closing(text, i, closer, to);
        if (end < 0 || (c === '“' && isSpeech(text.slice(i + 1, end)))) continue;
        if (c === '(' && quantities.some((q) => q.start >= i && q.end <= end)) {
          const hole = { start: i, end: end + 1 };
          holes.push(hole);
          own.push(hole);
          nested.push({ from: i + 1, to: end, depth: depth + 1 });
        }
        i = end;
        continue;
      }
      // 12,400 and 22:22 and 6:1:3
      if (DIGIT.at(text, i - 1) && mentionAt(mentions, i)) continue;
      // 其中医师:418人: the name of the figure behind it
      if (c === ':' && names(text.slice(start, i)) && quantities.some((q) => q.start === i + 1 && !COUNTS.test(text.charAt(q.end))))
        continue;
      close(i);
      separator = c;
      start = i + 1;
    }
    close(to);
  };
  const nested: { from: number; to: number; depth: number }[] = [];
  cut(first, last, 0, '');
  for (let n = nested.shift(); n; n = nested.shift()) cut(n.from, n.to, n.depth, '(');
  // without a bracket they are in order
  if (holes.length > 0) clauses.sort((a, b) => readingOrder(a) - readingOrder(b) || a.start - b.start);
  return { clauses, holes };
}

// A clause is read at its first quantity, so that a bracket behind a figure comes after that figure.
function readingOrder(clause: Clause): number {
  return clause.quantities[0]?.start ?? clause.start;
}
