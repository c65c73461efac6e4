// What stands behind a number tells most of what it may be: 月 of 1—6月, 岁 of 0 至 6岁, 号 of 13 号.
import { Characters } from './characters.js';

/** Numbers, and what joins them to a range, a date or a decimal. */
const PARTS = new Characters('0123456789零〇一二两三四五六七八九十百 .-—~至到');
/** Keeps the work on one number bounded in a text that is nothing but digits. */
const REACH = 32;

/** The first character at or behind `at` that is no part of numbers; `''` at the end of the text, undefined where the numbers go on too long to say. */
export function signBehind(text: string, at: number): string | undefined {
  const end = PARTS.past(text, at, at + REACH);
  return end < at + REACH ? text.charAt(end) : undefined;
}
