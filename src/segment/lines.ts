// Lines, and which of them are furniture of a page: navigation, counters, page numbers and running heads, headlines of other pages.
import type { Span } from '../model/document.js';
import { FURNITURE_CUES, LATIN_FURNITURE_CUES, RECOMMENDATIONS, UNIT_OPENS } from '../rules/sections.js';

export interface Line extends Span {
  readonly furniture: boolean;
}

const MAX_FURNITURE = 160;
// A counter or a share button: +1, 221381, 22:22
const BARE_COUNTER = /^[•·+\-—\d :/.]{1,60}$/u;
const HAS_HAN = /\p{Script=Han}/u;

// - 3 -, — 3 —, 第3页, 3/10: what stands alone at the foot of a page
const PAGE_NUMBER = /^(?:[-—]{0,2} ?\d{1,4} ?[-—]{0,2}|第 ?\d{1,4} ?页.{0,10}|\d{1,4} ?\/ ?\d{1,4})$/u;
const LONE_NUMBER = /^\d[\d.,]*[万亿]?$/u;
const TORN_BEFORE = /[\p{Script=Han}、,]$/u;
// a sentence, not a date
const TELLS_FIGURE = /\p{Script=Han}\d[\d.,万亿]*(?!\d|[年月日.,])/u;
/** 6 页: how long a document is. */
const PAGE_COUNT = /^[•·]? ?(?:共 ?)?\d{1,4} ?页$/u;
const MAX_RUNNING_HEAD = 40;
/** A headline is no sentence; the list of other pages' headlines ends with the first line that is none. */
const MAX_HEADLINE = 45;
const MAX_HEADLINES = 30;

/** Lines of folded text without their line feeds; page furniture is marked. Blank lines are left out. */
export function splitLines(text: string): Line[] {
  const lines: { start: number; end: number; furniture: boolean }[] = [];
  const contents: string[] = [];
  let headlines = 0;
  let start = 0;
  while (start <= text.length) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    const content = text.slice(start, end).trim();
    if (content) {
      let furniture = isFurniture(content);
      if (RECOMMENDATIONS.test(content)) headlines = MAX_HEADLINES;
      else if (headlines > 0 && content.length <= MAX_HEADLINE && !/[。;:]$/u.test(content)) {
        furniture = true;
        headlines--;
      } else if (!furniture) headlines = 0;
      lines.push({ start, end, furniture });
      contents.push(content);
    }
    if (feed < 0) break;
    start = end + 1;
  }
  keepTornNumbers(lines, contents);
  markRunningHeads(lines, contents);
  return lines;
}

/** 全乡参加合作医疗的农民⏎38642⏎人: a number that its unit follows on the next line is no page number. */
function keepTornNumbers(lines: readonly { furniture: boolean }[], contents: readonly string[]): void {
  contents.forEach((content, i) => {
    const line = lines[i] as { furniture: boolean };
    const torn =
      line.furniture && LONE_NUMBER.test(content) && TORN_BEFORE.test(contents[i - 1] ?? '') && UNIT_OPENS.test(contents[i + 1] ?? '');
    if (torn) line.furniture = false;
  });
}

/** A line that stands beside a page number, and elsewhere in the text again, is the head of the pages. Its first occurrence may be the title. */
function markRunningHeads(lines: readonly { furniture: boolean }[], contents: readonly string[]): void {
  const numbers = contents.flatMap((content, i) => (PAGE_NUMBER.test(content) ? [i] : []));
  if (numbers.length === 0) return;
  const times = new Map<string, number>();
  for (const content of contents) times.set(content, (times.get(content) ?? 0) + 1);
  for (const number of numbers) {
    for (const i of [number - 1, number + 1]) {
      const content = contents[i];
      if (content === undefined || content.length > MAX_RUNNING_HEAD || (times.get(content) ?? 0) < 2 || i === 0) continue;
      (lines[i] as { furniture: boolean }).furniture = true;
    }
  }
}

const hasCue = (line: string): boolean => FURNITURE_CUES.test(line) || LATIN_FURNITURE_CUES.test(line);

function isFurniture(line: string): boolean {
  if (PAGE_COUNT.test(line)) return true;
  if (BARE_COUNTER.test(line) && !HAS_HAN.test(line)) return true;
  if (line.length > MAX_FURNITURE) return false;
  if (!hasCue(line)) return false;
  // 6月共报告…例,死亡4例。(来源:省卫生计生委): what is said before the credits is text
  const told = line.slice(0, line.lastIndexOf('。') + 1);
  if (TELLS_FIGURE.test(told) && !hasCue(told)) return false;
  // A sentence of the report that happens to hold a cue word (微信公众号扫码…) ends like one and has commas.
  return !(
    line.length > 40 &&
    /[。;]$/u.test(line) &&
    /[,、]/u.test(line) &&
    !/(?:ICP备|Copyright|版权|网安备|转载|许可证|共\d+页)/iu.test(line)
  );
}
