// Soft line breaks: a line that only ran out of room goes on in the next one, in the middle of a word or of a number.
import type { Span } from '../model/document.js';
import { UNIT_OPENS } from '../rules/sections.js';
import type { Tear } from '../text/mended.js';
import type { Line } from './lines.js';
import type { Segmenter } from './words.js';

/** Cells of the narrowest line that lines are filled to, a column of a yearbook: seventeen Chinese characters. */
const MIN_WIDTH = 34;
/** Full lines without an end of sentence that show the width; a list of short items may chance to have lines of one length. */
const MIN_FULL = 3;
const MIN_FULL_NARROW = 6;
const NARROW = 48;
/** A full line leaves no more room than a character that did not fit, with its punctuation. */
const ROOM = 5;
const WRAPPED = 28;
const MIN_ABOVE = 6;
const LONE_NUMBER = /^\d[\d.,]*[万亿]?$/u;
const SET_IN = /^ {2,8}\S/u;

const ENDS_SENTENCE = /[。!?;:…】]$/u;
const CLOSES = /[》”")]$/u;
// 1. and (二) and 一是 and ● open an item, 12.3% does not
const STARTS_ITEM =
  /^(?:[(]?[一二三四五六七八九十\d]{1,3}(?:[)、]|\.(?!\d)|\.(?=(?:19|20)\d\d年|\d{1,2}月))|第[一二三四五六七八九十\d]{1,3}[章节部条、,]|【|[①-⑩]|[一二三四五六七八九十]是|[-—•●◆■·]|附[件表:]|注[::])/u;
// a figure, a closing mark or a comma opens no line: it belongs to the line above
const GOES_ON =
  /^(?:[,、。;:)”》]|\d[\d.,]*(?:万|亿|余)? ?(?!\d|[-/.]\d{1,2}[-/.]\d|[、..] ?[\u4e00-\u9fff]|年|月|[)]|[-—~至到] ?\d{1,2} ?月))/u;
// 共412.6万|人次, 2019|年
const ENDS_IN_NUMBER = /(?:\d|\d ?[余多]?[万亿千百]|\d%?[-—~])$/u;
/** Tag of what stands in no word list. */
const UNKNOWN = 'x';
const FIGURE_WITHIN = /\d[\d.,]* ?(?:[万亿%‰]|(?!年|月|日)[\u4e00-\u9fff])/u;

interface Above extends Span {
  /** Offset at which the line itself begins, where it is joined of several. */
  readonly lineStart: number;
}

/** Width in terminal cells: a Chinese character takes two. */
function cellsOf(text: string): number {
  let cells = 0;
  for (let i = 0; i < text.length; i++) cells += text.charCodeAt(i) > 0xff ? 2 : 1;
  return cells;
}

/** Breaks to take out of `folded`, in order; `lines` are those outside its tables. */
export function softBreaks(folded: string, lines: readonly Line[], segmenter: Segmenter): Tear[] {
  const body = lines.filter((line) => !line.furniture);
  const margin = commonIndent(folded, body);
  const page = pageWidth(folded, body, margin);
  const setIn = page > 0 && body.some((line) => SET_IN.test(folded.slice(line.start + Math.min(margin, indentOf(folded, line)), line.end)));
  const tears: Tear[] = [];
  let above: Above | null = null;
  for (const line of body) {
    const start = line.start + indentOf(folded, line);
    const end = line.start + folded.slice(line.start, line.end).trimEnd().length;
    if (above && goesOn(folded, above, { start, end }, { lineStart: line.start + margin, page, setIn }, segmenter)) {
      const number = /\d$/u.test(folded.slice(above.start, above.end)) && /^\d/u.test(folded.slice(start, end));
      tears.push({ start: above.end, end: start, doubtful: number });
      above = { start: above.start, lineStart: line.start, end };
    } else above = { start, lineStart: line.start, end };
  }
  return tears;
}

/** How the lines of a text are set. */
interface Setting {
  /** Offset at which the lower line begins, behind the margin of the page. */
  readonly lineStart: number;
  /** Cells of a full line, or 0. */
  readonly page: number;
  /** True where paragraphs are set in. */
  readonly setIn: boolean;
}

function goesOn(folded: string, above: Above, below: Span, { lineStart, page, setIn }: Setting, segmenter: Segmenter): boolean {
  const upper = folded.slice(above.start, above.end);
  const lower = folded.slice(below.start, below.end);
  // a row of cells goes on in no other
  if ((upper.length < MIN_ABOVE && !LONE_NUMBER.test(lower)) || STARTS_ITEM.test(lower) || upper.endsWith('|')) return false;
  if (/[A-Za-z]$/u.test(upper) && /^[A-Za-z]/u.test(lower)) return false;
  const between = folded.slice(above.end, below.start);
  const apart = between.includes('\f') || /\S/u.test(between) || (between.match(/\n/gu)?.length ?? 0) > 1;
  const full = page > 0 && cellsOf(folded.slice(above.lineStart, above.end).trimEnd()) >= page - ROOM;
  // a new paragraph is set in
  const indented = below.start - lineStart >= 2 && (setIn || !(above.lineStart > above.start));
  if (ENDS_SENTENCE.test(upper)) return setIn && full && !indented && !apart && !upper.endsWith(':');
  if (full && !indented) return true;
  if (indented || CLOSES.test(upper)) return false;
  if (ENDS_IN_NUMBER.test(upper) && UNIT_OPENS.test(lower)) return true;
  if (tornWord(upper, lower, segmenter)) return true;
  if (apart) return false;
  if (GOES_ON.test(lower) && /[\u4e00-\u9fff,、]$/u.test(upper)) return true;
  if (/[,、]$/u.test(upper)) return true;
  return upper.length >= WRAPPED && /[,、]/u.test(upper) && (/[。;]/u.test(upper) || FIGURE_WITHIN.test(upper) || /[,。;]/u.test(lower));
}

/** 医疗卫生机|构612个: a word that only the two lines together make. */
function tornWord(upper: string, lower: string, segmenter: Segmenter): boolean {
  const tail = /[\u4e00-\u9fff]{1,5}$/u.exec(upper)?.[0] ?? '';
  const head = /^[\u4e00-\u9fff]{1,4}/u.exec(lower)?.[0] ?? '';
  // a heading stands alone, its text goes on with a sentence
  if (tail.length < 2 || head === '' || !/\d|[,。;]/u.test(lower)) return false;
  // the word across the break must be one of the word list: what a segmenter makes of unknown characters is chance
  let at = 0;
  const across = segmenter.tag(tail + head).find(({ word }) => {
    at += word.length;
    return at > tail.length;
  });
  return across !== undefined && at - across.word.length < tail.length && across.tag !== UNKNOWN;
}

const indentOf = (folded: string, { start, end }: Span): number => {
  const line = folded.slice(start, end);
  return line.length - line.trimStart().length;
};

/** The blanks before most lines: a page that is set in as a whole. */
function commonIndent(folded: string, body: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const line of body) counts.set(indentOf(folded, line), (counts.get(indentOf(folded, line)) ?? 0) + 1);
  const [indent = 0, times = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  return times * 2 > body.length ? indent : 0;
}

/** Cells of a full line where the text was set to a fixed width, else 0. */
function pageWidth(folded: string, body: readonly Line[], margin: number): number {
  const open: number[] = [];
  body.forEach((line, i) => {
    const text = folded.slice(line.start, line.end).trimEnd();
    const next = body[i + 1];
    if (!next || ENDS_SENTENCE.test(text) || CLOSES.test(text)) return;
    const below = folded.slice(next.start, next.end);
    if (indentOf(folded, next) >= margin + 2 || STARTS_ITEM.test(below.trimStart())) return;
    const cells = cellsOf(text);
    if (cells >= MIN_WIDTH) open.push(cells);
  });
  if (open.length < MIN_FULL) return 0;
  const sorted = [...open].sort((a, b) => a - b);
  const width = sorted[Math.floor(sorted.length * 0.9)] as number;
  // most lines that break off in a sentence do so at the same width, and none goes far beyond
  const near = open.filter((cells) => Math.abs(cells - width) <= ROOM).length;
  return near >= open.length * 0.7 && near >= (width < NARROW ? MIN_FULL_NARROW : MIN_FULL) ? width : 0;
}
