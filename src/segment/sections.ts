// Finds headings, at the start of lines and inside texts that lost their line breaks, and builds the heading path of every stretch.
import type { Section, Span } from '../model/document.js';
import { HEADING_MARKS, HEADING_NOUNS, type HeadingMark, SENTENCE_OPENERS, TASKS_INTRO } from '../rules/sections.js';
import { Characters } from '../text/characters.js';
import type { Line } from './lines.js';

export interface Block extends Span {
  readonly section: Section;
  readonly paragraph: number;
  /** True where the whole block is a heading line. */
  readonly heading: boolean;
}

export interface Outline {
  readonly blocks: Block[];
  readonly marks: Span[];
}

/** A heading with its mark (一、), or one that opens a paragraph. */
export interface Heading extends Span {
  /** 0 for the title of the report, 1 for the outermost headings. */
  readonly level: number;
}

const RUN_IN_MAX = 36;
const LINE_HEADING_MAX = 40;
const BARE_HEADING_MAX = 24;
const BARE_RANK = 2;
const TITLE_LINES = 3;
// 存在的问题|一是人才短缺
const HEADING_END = /(?:问题|困难|不足|情况|成效|做法|打算|工作|措施|建议|计划|原因)$/u;
// A title of a report or its issuing body is no section.
const TITLE_LINE =
  /(?:总结|小结|公报|报告|计划|规划|要点|方案|汇报|思路|打算|年鉴|情况)(?:\([^)]*\))?$|(?:局|委员会|委|政府|办公室|中心|所)$/u;
const INTRO_RANK = 8.5;
/** Paragraphs that open with a sentence without a verb: of one text, so many make them headings. */
const OPENERS_MIN = 2;
const OPENER_RANK = 8;
const OPENER = /^[一-龥、“”]{3,14}(?:工作|建设|防治|管理|服务|改革|保健|监督|教育|情况|保障|监测|防控|事业|体系|队伍|概况)。(?=[^\n])/u;
/** Fewer paragraphs whose first words are set off by blanks may have been written so by chance. */
const SET_OFF_MIN = 3;
// 主持人 各位媒体朋友… says who speaks
const SET_OFF = /^(?![^ ]{0,14}(?:总结|公报|报告|年鉴))[一-龥、“”()]{2,14}(?<![人长者任员问答讯电]) {1,4}(?=[^ \n][^\n]{24,})(?=[^\n]*。)/u;
// 2020年工作打算, 2021—2025年目标
const YEAR_IN_HEADING = /(?:19|20)\d{2}(?:[-—~至](?:19|20)\d{2})?年?/gu;
const SENTENCE_END = /[。!?;]/u;

const ORDER = '一二三四五六七八九十';
function numeralOf(mark: string): number {
  if (/^\d+$/u.test(mark)) return Number(mark);
  const circled = '①②③④⑤⑥⑦⑧⑨⑩'.indexOf(mark);
  if (circled >= 0) return circled + 1;
  if (mark.length === 1) return ORDER.indexOf(mark) + 1;
  const [tens, ones] = mark.startsWith('十') ? [1, mark.slice(1)] : [ORDER.indexOf(mark[0] as string) + 1, mark.replace(/^.十/u, '')];
  return tens * 10 + (ones ? ORDER.indexOf(ones) + 1 : 0);
}

interface Found {
  readonly mark: HeadingMark;
  readonly start: number;
  readonly end: number;
  readonly ordinal: number;
  readonly name: string;
}

/** Splits folded `text` into blocks under their heading paths. Furniture lines belong to no block; the titles of tables, which begin at `captions`, head none. */
export function outline(text: string, lines: readonly Line[], captions: ReadonlySet<number> = new Set()): Outline {
  const stack: { rank: number; title: string }[] = [];
  const counters = new Map<string, number>();
  const blocks: Block[] = [];
  const marks: Span[] = [];
  const body = lines.filter((line) => !line.furniture);
  let section: Section = { start: 0, end: text.length, path: [] };

  const open = (rank: number, title: string, start: number): void => {
    while (stack.length && (stack.at(-1) as { rank: number }).rank >= rank) stack.pop();
    for (const m of HEADING_MARKS) if (m.rank > rank) counters.delete(m.id);
    if (title) stack.push({ rank, title });
    section = { start, end: text.length, path: stack.map((s) => s.title) };
  };

  const opening = body.flatMap((line) => openerOf(text, line, OPENER) ?? []);
  const setOff = body.flatMap((line, i) => (goesOn(text, body[i - 1]) ? [] : (openerOf(text, line, SET_OFF) ?? [])));
  const named = [...(opening.length >= OPENERS_MIN ? opening : []), ...(setOff.length >= SET_OFF_MIN ? setOff : [])];
  body.forEach((line, index) => {
    let start = line.start;
    while (text[start] === ' ') start++;
    const bare = !captions.has(line.start) && isBareHeading(text, { start, end: line.end }, body[index + 1]);
    const intro = introduces(text, { start, end: line.end });
    if (bare && index < TITLE_LINES && TITLE_LINE.test(text.slice(start, line.end).trim())) {
      blocks.push({ start, end: line.end, section, paragraph: index, heading: true });
      return;
    }
    if (bare && !stack.some((s) => s.rank > BARE_RANK && s.rank !== 3)) {
      open(BARE_RANK, text.slice(start, line.end).trim(), start);
      blocks.push({ start, end: line.end, section, paragraph: index, heading: true });
      return;
    }
    if (intro) {
      if (intro.start > start) blocks.push({ start, end: intro.start, section, paragraph: index, heading: false });
      open(TASKS_INTRO.test(intro.title) ? rankAbove(text, body[index + 1]) : INTRO_RANK, intro.title, intro.start);
      blocks.push({ start: intro.start, end: line.end, section, paragraph: index, heading: true });
      return;
    }
    let blockStart = start;
    const opener = named.find((span) => span.start === start);
    if (opener) {
      open(OPENER_RANK, text.slice(opener.start, opener.end).replace(/[。 ]+$/u, ''), start);
      blocks.push({ ...opener, section, paragraph: index, heading: true });
      blockStart = opener.end;
    }
    const found = findMarks(text, { start, end: line.end }, counters);
    for (const [i, mark] of found.entries()) {
      if (mark.start > blockStart) blocks.push({ start: blockStart, end: mark.start, section, paragraph: index, heading: false });
      marks.push({ start: mark.start, end: mark.mark.id === 'bracket' ? mark.start + 1 : mark.end });
      const next = found[i + 1]?.start ?? line.end;
      const title = headingText(text, mark, next);
      open(mark.mark.rank, title.text, mark.start);
      blockStart = mark.end;
      if (title.whole || mark.mark.id === 'bracket') {
        blocks.push({
          start: mark.mark.id === 'bracket' ? mark.start : mark.end,
          end: title.end,
          section,
          paragraph: index,
          heading: true,
        });
        blockStart = title.end;
      }
    }
    if (blockStart < line.end) blocks.push({ start: blockStart, end: line.end, section, paragraph: index, heading: false });
  });
  return { blocks: blocks.filter((b) => text.slice(b.start, b.end).trim() !== ''), marks };
}

/** 今年,我们将重点做好以下工作:⏎(一)…: what introduces a list stands above its items. */
function rankAbove(text: string, next: Span | undefined): number {
  if (!next) return INTRO_RANK;
  let at = next.start;
  while (text[at] === ' ') at++;
  for (const { pattern, rank } of HEADING_MARKS) {
    pattern.lastIndex = at;
    const ordinal = pattern.exec(text)?.[1];
    if (ordinal !== undefined) return numeralOf(ordinal) === 1 ? Math.min(INTRO_RANK, rank - 0.5) : INTRO_RANK;
  }
  return INTRO_RANK;
}

/** What a line opens with, behind its indent, or null: 地方病防治工作。|全省…, 妇幼保健  |全县活产数2873人…. */
function openerOf(text: string, line: Span, opener: RegExp): Span | null {
  const content = text.slice(line.start, line.end);
  const indent = content.length - content.trimStart().length;
  const match = opener.exec(content.slice(indent));
  return match ? { start: line.start + indent, end: line.start + indent + match[0].length } : null;
}

/** True for a long line that breaks off within a sentence, as copied pages have them. */
function goesOn(text: string, line: Span | undefined): boolean {
  const content = line === undefined ? '' : text.slice(line.start, line.end).trimEnd();
  return content.length > BARE_HEADING_MAX && !/[。!?;:)”…]$/u.test(content);
}

// A short line without closing punctuation above a longer one.
function isBareHeading(text: string, line: Span, next: Span | undefined): boolean {
  const content = text.slice(line.start, line.end).trim();
  if (!next || content.length > BARE_HEADING_MAX || content.length < 2) return false;
  if (/[。,;!?、,::%]$/u.test(content) || /^[\d(【]/u.test(content) || /[一二三四五六七八九十]、/u.test(content.slice(0, 3))) return false;
  if (/^第.{1,3}(?:章|部分|节|篇|编)/u.test(content)) return false;
  if (/[,;]/u.test(content) || /^\p{Script=Han}/u.test(content) === false) return false;
  return text.slice(next.start, next.end).trim().length > content.length;
}

// 到2025年的主要目标如下: the list below it is about that. Behind another sentence only where its words say so.
function introduces(text: string, line: Span): { title: string; start: number } | null {
  const content = text.slice(line.start, line.end).trimEnd();
  if (!content.endsWith(':')) return null;
  const intro =
    /^([^。;!?]{4,60}):$/u.exec(content)?.[1] ?? /(?<=[。;!?])([^。;!?]{2,40}(?:如下|目标|任务|以下[一-龥]{2,6})):$/u.exec(content)?.[1];
  if (!intro || /^[(\d一二三四五六七八九十【①-⑩]/u.test(content)) return null;
  const title = (intro.split(',').at(-1) as string).trim();
  return title ? { title, start: line.start + content.length - 1 - intro.length } : null;
}

/** What only a mark at the start of a line begins with. */
const LINE_OPENS = new Characters('—-任举行工');
/** What a mark can begin with. */
const MARK_OPENS = new Characters('第【一二三四五六七八九十(0123456789①②③④⑤⑥⑦⑧⑨⑩');
const NUMERAL = new Characters('一二三四五六七八九十0123456789');
/** What may stand behind the numeral of a mark. */
const MARK_GOES_ON = new Characters('、.:)是要');
/** A number that goes on from these is no mark. */
const NUMBER_BEFORE = new Characters('0123456789.一二三四五六七八九十第');

/** False for most numbers inside a line: 一、, 1., (一) and 一是 are told by what stands behind the numeral. */
function mayMark(text: string, at: number): boolean {
  const first = text[at] === '(' ? at + 1 : at;
  const end = NUMERAL.past(text, first, first + 3);
  return end === at || MARK_GOES_ON.at(text, text[end] === ' ' ? end + 1 : end);
}

function findMarks(text: string, line: Span, counters: Map<string, number>): Found[] {
  const found: Found[] = [];
  const at0 = line.start;
  const first = LINE_OPENS.at(text, at0) ? at0 : MARK_OPENS.next(text, at0, line.end);
  for (let at = first; at < line.end; at = MARK_OPENS.next(text, at + 1, line.end)) {
    const atLineStart = at === at0;
    if (!atLineStart && (NUMBER_BEFORE.at(text, at - 1) || !mayMark(text, at))) continue;
    for (const mark of HEADING_MARKS) {
      if (!atLineStart && !mark.inline) continue;
      mark.pattern.lastIndex = at;
      const match = mark.pattern.exec(text);
      if (!match || at + match[0].length > line.end) continue;
      const name = match[1] ?? '';
      const ordinal = mark.id === 'bracket' ? 0 : numeralOf(name);
      if (!atLineStart && !continues(text, at, mark, ordinal, counters)) continue;
      found.push({ mark, start: at, end: at + match[0].length, ordinal, name });
      if (ordinal) {
        counters.set(mark.id, ordinal);
        for (const m of HEADING_MARKS) if (m.rank > mark.rank) counters.delete(m.id);
      }
      at += match[0].length - 1;
      break;
    }
  }
  return found;
}

// Inside a line a mark counts where it goes on with its sequence and stands where a new item can begin.
function continues(text: string, at: number, mark: HeadingMark, ordinal: number, counters: Map<string, number>): boolean {
  const before = text[at - 1] ?? '';
  const atBoundary = /[。!?;:)】”" ]/u.test(before);
  if (mark.id === 'bracket') return atBoundary;
  if (ordinal !== (counters.get(mark.id) ?? 0) + 1) return false;
  if (mark.id === 'run-in') return atBoundary || before === ',' || (ordinal === 1 && HEADING_END.test(text.slice(Math.max(0, at - 4), at)));
  if (mark.id === 'han-bracket' || mark.id === 'circled') return true;
  if (mark.id === 'han') return atBoundary || ordinal > 1 || !/[\p{Script=Han}]/u.test(before);
  if (mark.id === 'digit')
    return (
      atBoundary ||
      (/\p{Script=Han}/u.test(before) && !/[为达到是有共第至和或的约]/u.test(before) && text[at + String(ordinal).length] === '、')
    );
  return atBoundary;
}

function headingText(text: string, mark: Found, limit: number): { text: string; end: number; whole: boolean } {
  if (mark.mark.id === 'bracket') return { text: mark.name.trim(), end: mark.end, whole: true };
  const rest = text.slice(mark.end, limit);
  const stop = /[。;:!?]/u.exec(rest);
  const lineLeft = rest.trimEnd();
  // The whole rest of the line is the heading.
  if (!stop && lineLeft.length <= LINE_HEADING_MAX) return { text: clean(lineLeft), end: mark.end + lineLeft.length, whole: true };
  if (stop && stop.index <= RUN_IN_MAX && stop[0] !== ';') {
    const lead = rest.slice(0, stop.index);
    const cut = /,/u.test(lead) ? nounBoundary(rest) : null;
    if (cut !== null) return { text: clean(rest.slice(0, cut)), end: mark.end + cut, whole: true };
    // A lead with a figure is a statement and stays readable as one.
    const isHeading = !/\d/u.test(lead.replace(YEAR_IN_HEADING, '')) && !(mark.mark.id === 'run-in' && /,/u.test(lead) && lead.length > 24);
    if (isHeading) return { text: clean(lead), end: mark.end + stop.index + 1, whole: stop[0] !== ':' };
  }
  const cut = nounBoundary(rest) ?? (mark.mark.id === 'han' ? (BLANK_BEHIND.exec(rest)?.[0].length ?? null) : null);
  if (cut !== null) return { text: clean(rest.slice(0, cut)), end: mark.end + cut, whole: true };
  const first = /[,、。;:]/u.exec(rest);
  const lead = rest.slice(0, Math.min(first?.index ?? rest.length, RUN_IN_MAX));
  return { text: SENTENCE_END.test(lead) || /\d/u.test(lead) ? '' : clean(lead), end: mark.end, whole: false };
}

// 一、医疗业务 1—12月门诊…
const BLANK_BEHIND = /^ ?[一-龥]{2,10}(?= +\S)/u;

// 取得的主要成效根据国家…: a heading without a mark at its end ends behind a heading noun that a sentence opener follows.
function nounBoundary(rest: string): number | null {
  for (const noun of rest.slice(0, RUN_IN_MAX).matchAll(HEADING_NOUNS)) {
    const end = noun.index + noun[0].length;
    // 完成村卫生室建设|60所 is no heading
    const counted = /^ ?\d(?!\d{0,3} ?[年月\-—~])/u.test(rest.slice(end));
    if (noun.index > 0 && !counted && SENTENCE_OPENERS.test(rest.slice(end))) return end;
  }
  return null;
}

function clean(title: string): string {
  return title.replace(/^[ 、.::]+|[ 。;::,]+$/gu, '');
}

/** The headings of an outline of folded `text`, and its title lines, in order. */
export function headings(text: string, { blocks, marks }: Outline): Heading[] {
  // a mark ends where the words of its heading begin; 【 is within them
  const markEnds = new Map(marks.map((mark) => [mark.end, mark.start]));
  return blocks
    .filter((block) => block.heading || isTitle(text.slice(block.start, block.end).trim(), block))
    .map((block) => ({ start: markEnds.get(block.start) ?? block.start, end: block.end, level: block.section.path.length }));
}

// 桐庐县2021年卫生健康工作总结: no section, since it has figures, but a title all the same
const isTitle = (line: string, { section, paragraph }: Block): boolean =>
  section.path.length === 0 && paragraph < TITLE_LINES && line.length <= LINE_HEADING_MAX && TITLE_LINE.test(line);
