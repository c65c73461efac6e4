/**
 * Whether a sticky pattern matches at `at`. One that is a lookbehind tells what stands before: it reads backwards from there, where a pattern
 * that ends with `$` would be tried from each character of a part cut out of the text.
 */
export function standsAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
