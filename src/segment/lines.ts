import type { Span } from '../model/document.js';
import { FURNITURE_CUES } from '../rules/sections.js';

export interface Line extends Span {
  readonly furniture: boolean;
}

const MAX_FURNITURE = 160;
// A counter or a share button: +1, 221381, 22:22
const BARE_COUNTER = /^[+\-\d :/.]{1,20}$/u;
const HAS_HAN = /\p{Script=Han}/u;

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
  return !(line.length > 40 && /[。;]$/u.test(line) && /[,、]/u.test(line) && !/(?:ICP备|Copyright|版权|网安备|转载|许可证|共\d+页)/iu.test(line));
}
