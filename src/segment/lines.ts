import type { Span } from '../model/document.js';
import { FURNITURE_CUES } from '../rules/sections.js';

export interface Line extends Span {
  readonly furniture: boolean;
}

const MAX_FURNITURE = 160;
// A counter or a share button: +1, 221381, 22:22
const BARE_COUNTER = /^[•·+\-\d :/.]{1,60}$/u;
const HAS_HAN = /\p{Script=Han}/u;

const ENDS_SENTENCE = /[。!?;:…】》”")]$/u;
// A line that goes on with a figure, a closing mark or a comma belongs to the line above.
const GOES_ON = /^(?:[,、。;:)”》]|\d[\d.,]*(?:万|亿|余)? ?(?!\d|[、..] ?[\u4e00-\u9fff]|年|月|[)]|[-—~至到] ?\d{1,2} ?月))/u;
const WRAPPED = 28;
const STARTS_ITEM = /^(?:[(]?[一二三四五六七八九十\d]{1,3}[)、..]|第|【|[①-⑩]|[一二三四五六七八九十]是|[-—•●◆■·]|附|注)/u;

/** True where `next` goes on with the sentence that `line` left unfinished (soft line breaks of converted files). */
export function goesOn(text: string, line: Span, next: Span): boolean {
  const above = text.slice(line.start, line.end).trim();
  const below = text.slice(next.start, next.end).trim();
  if (ENDS_SENTENCE.test(above) || STARTS_ITEM.test(below)) return false;
  if (GOES_ON.test(below) && /[\u4e00-\u9fff,、]$/u.test(above) && above.length >= 6) return true;
  return above.length >= WRAPPED && /[,、]/u.test(above);
}

/** Lines of folded text without their line feeds; page furniture is marked. Blank lines are left out. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start <= text.length) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    const content = text.slice(start, end);
    if (content.trim()) lines.push({ start, end, furniture: isFurniture(content.trim()) });
    if (feed < 0) break;
    start = end + 1;
  }
  return lines;
}

function isFurniture(line: string): boolean {
  if (BARE_COUNTER.test(line) && !HAS_HAN.test(line)) return true;
  if (line.length > MAX_FURNITURE) return false;
  if (!FURNITURE_CUES.test(line)) return false;
  // A sentence of the report that happens to hold a cue word (微信公众号扫码…) ends like one and has commas.
  return !(
    line.length > 40 &&
    /[。;]$/u.test(line) &&
    /[,、]/u.test(line) &&
    !/(?:ICP备|Copyright|版权|网安备|转载|许可证|共\d+页)/iu.test(line)
  );
}
