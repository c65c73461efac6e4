import { TRAPS, type TrapRule } from '../rules/traps.js';
import { signBehind } from '../text/behind-number.js';

const LOOK_BEHIND = 16;

/** The traps for numbers with no sign that a rule names, and those for each sign; in their order, which decides. */
const UNSIGNED = TRAPS.filter((rule) => rule.sign === undefined);
const BY_SIGN = new Map(
  [...new Set(TRAPS.flatMap((rule) => [...(rule.sign ?? '')]))].map((sign) => [
    sign,
    TRAPS.filter((rule) => rule.sign === undefined || rule.sign.includes(sign)),
  ]),
);

/** The first trap that claims the number at `at` of folded text: its rule and end, or null. */
export function matchTrap(text: string, at: number): { rule: TrapRule; end: number } | null {
  const sign = signBehind(text, at);
  const first = text.charAt(at);
  const last = text.charAt(at - 1);
  let before: string | undefined;
  for (const rule of sign === undefined ? TRAPS : (BY_SIGN.get(sign) ?? UNSIGNED)) {
    if (rule.opens?.includes(first) === false || rule.ahead?.includes(last) === false) continue;
    rule.pattern.lastIndex = at;
    const match = rule.pattern.exec(text);
    if (!match || match[0].length === 0) continue;
    if (rule.before || rule.notBefore) {
      before ??= text.slice(Math.max(0, at - LOOK_BEHIND), at);
      if (rule.before && !rule.before.test(before)) continue;
      if (rule.notBefore?.test(before)) continue;
    }
    return { rule, end: at + match[0].length };
  }
  return null;
}
