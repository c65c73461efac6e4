// News of what is planned: «规划提出,…», 我市将…. From there on the paragraph tells what is to be, until it tells what is.
import type { Span } from '../model/document.js';
import { ANNOUNCED_TITLE, ANNOUNCES, ANNOUNCES_LEAD, FOLLOWED_BEFORE, REPORTS_ON, TELLS_STATE } from '../rules/kinds.js';
import { Characters } from '../text/characters.js';

/** So far back a paragraph is looked through. */
const REACH = 300;
const LEAD = 240;
const NOWHERE = Number.POSITIVE_INFINITY;
const CLAUSE_END = new Characters(',。;\n');

/** True where the title or the first paragraph announces a plan: 人均预期寿命将达76岁, 近日,市政府印发《…规划》. */
export function announcesPlan(titles: readonly string[], folded: string): boolean {
  if (titles.some((title) => ANNOUNCED_TITLE.test(title))) return true;
  const lead = ANNOUNCES_LEAD.exec(folded.slice(0, LEAD));
  return lead !== null && !REPORTS_ON.test(folded.slice(lead.index, lead.index + LEAD));
}

/** The announcements of a text. */
export class Announcements {
  /** Where they begin and end, in order; looked for when a sentence first asks. */
  #found: readonly Span[] | undefined;

  constructor(private readonly folded: string) {}

  /** Behind the words that announce what the figures of a sentence tell; infinity where none do. */
  holdingFor(sentence: Span): number {
    this.#found ??= announcementsIn(this.folded);
    const last = this.#found.findLast(({ end }) => end <= sentence.end);
    if (!last || last.start >= sentence.start) return last?.end ?? NOWHERE;
    const paragraph = this.folded.lastIndexOf('\n', sentence.start - 1) + 1;
    const far = last.start < Math.max(paragraph, sentence.start - REACH);
    return far || TELLS_STATE.test(this.folded, last.end, sentence.start) ? NOWHERE : last.end;
  }
}

function announcementsIn(folded: string): Span[] {
  const found: Span[] = [];
  for (const { 0: words, index } of folded.matchAll(ANNOUNCES)) {
    // 按照《方案》要求,全区共…
    const before = folded.slice(Math.max(0, index - REACH), index);
    if (!FOLLOWED_BEFORE.test(before.slice(CLAUSE_END.last(before) + 1))) found.push({ start: index, end: index + words.length });
  }
  return found;
}
