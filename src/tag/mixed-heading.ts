// Headings over two things: 存在不足与2020年打算. What stands below tells how things are until a sentence turns to what is to come.
import { PLAN_HEADING } from '../rules/sections.js';

const AIMS = /(?:目标|任务|计划|打算|安排|思路|举措)$/u;
const MIXED =
  /^(.{2,}?)[与和及暨、](?:下一?步|下一?阶段|今后|下半年|明年|(?:19|20)\d{2}年)[^,。]{0,8}?(?:打算|工作|安排|计划|思路|措施|重点)?$/u;
const TURNS =
  /(?:^|[\n。;])[ ]*(?:[(]?[一二三四五六七八九十\d]{1,2}[)、.] ?)?(?:下一?步|下一?阶段|今后|接下来|明年|来年|20\d{2}年(?=[^。]{0,24}(?:将|要|计划|力争|拟|继续|争取)))/u;

/** False where both halves plan: 目标任务和下一步打算. */
export function isMixed(heading: string): boolean {
  const told = MIXED.exec(heading)?.[1];
  return told !== undefined && !PLAN_HEADING.test(told) && !AIMS.test(told);
}

/** Whether a sentence of the section that begins at `start` has turned to what is to come; `end` is that of the sentence asked for. */
export const hasTurned = (folded: string, start: number, end: number): boolean => TURNS.test(folded.slice(start, end));
