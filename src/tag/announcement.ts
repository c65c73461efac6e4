// News of what is planned: «规划提出,…», 我市将…. From there on the paragraph tells what is to be, until it tells what is.
import type { Sentence } from '../model/document.js';
import { ANNOUNCED_TITLE, ANNOUNCES, ANNOUNCES_LEAD, FOLLOWED_BEFORE, REPORTS_ON, TELLS_STATE } from '../rules/kinds.js';

/** So far back a paragraph is looked through. */
const REACH = 300;
const LEAD = 240;
const NOWHERE = Number.POSITIVE_INFINITY;

/** True where the title or the first paragraph announces a plan: 人均预期寿命将达76岁, 近日,市政府印发《…规划》. */
export function announcesPlan(titles: readonly string[], folded: string): boolean {
  if (titles.some((title) => ANNOUNCED_TITLE.test(title))) return true;
  const lead = ANNOUNCES_LEAD.exec(folded.slice(0, LEAD));
  return lead !== null && !REPORTS_ON.test(folded.slice(lead.index, lead.index + LEAD));
}

/** Where the announcement begins that holds for the figures of a sentence; infinity where none does. */
export function announcedFrom(folded: string, sentence: Sentence): number {
  const own = announcementIn(folded, sentence.start, sentence.end);
  if (own !== null) return own;
  const from = Math.max(folded.lastIndexOf('\n', sentence.start - 1) + 1, sentence.start - REACH);
  const before = announcementIn(folded, from, sentence.start);
  return before !== null && !TELLS_STATE.test(folded, before, sentence.start) ? before : NOWHERE;
}

/** Behind the last words of a stretch that announce something. */
function announcementIn(folded: string, start: number, end: number): number | null {
  if (!ANNOUNCES.mayMatch(folded, start, end)) return null;
  const text = folded.slice(start, end);
  let found: number | null = null;
  for (const match of text.matchAll(ANNOUNCES_ALL)) {
    // 按照《方案》要求,全区共…
    const clause = text.slice(text.lastIndexOf(',', match.index - 1) + 1, match.index);
    if (!FOLLOWED_BEFORE.test(clause)) found = start + match.index + match[0].length;
  }
  return found;
}

const ANNOUNCES_ALL = new RegExp(ANNOUNCES.pattern, 'gu');
