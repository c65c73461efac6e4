import { TRAPS, type TrapRule } from '../rules/traps.js';

const LOOK_BEHIND = 16;

/** The first trap that claims the number at `at` of folded text: its rule and end, or null. */
export function matchTrap(text: string, at: number): { rule: TrapRule; end: number } | null {
  let before: string | undefined;
  for (const rule of TRAPS) {
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
