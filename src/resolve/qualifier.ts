// Tells whether what stands beside an indicator's name only narrows it down.
import { QUALIFIER_JOINTS, QUALIFIER_NAMES, QUALIFIER_PATTERNS, QUALIFIER_WORDS } from '../rules/qualifiers.js';

const WORDS = new Set([...QUALIFIER_WORDS, ...QUALIFIER_JOINTS]);
const LONGEST = Math.max(...[...WORDS].map((w) => w.length));
const JOINT_EDGE = new RegExp(`^(?:${QUALIFIER_JOINTS.join('|')})+|(?:${QUALIFIER_JOINTS.join('|')})+$`, 'gu');
/** Beyond this, it is a clause and no qualifier. */
const MAX = 24;

/** True where `text`, a part of a label's key, is wholly made of qualifying words; also for ''. Linear in its (bounded) length. */
export function isQualifier(text: string): boolean {
  if (text.length > MAX) return false;
  const reached = new Array<boolean>(text.length + 1).fill(false);
  reached[0] = true;
  for (let at = 0; at < text.length; at++) {
    if (!reached[at]) continue;
    for (let length = Math.min(LONGEST, text.length - at); length > 0; length--)
      if (WORDS.has(text.slice(at, at + length))) reached[at + length] = true;
    for (const pattern of QUALIFIER_PATTERNS) {
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      if (match) reached[at + match[0].length] = true;
    }
  }
  return reached[text.length] as boolean;
}

/** A qualifier in its usual way of writing: 65岁以上老人 → 65岁及以上老年人; '' where only joints are left. */
export function qualifierName(text: string): string {
  let name = text.replace(JOINT_EDGE, '');
  for (const [pattern, written] of QUALIFIER_NAMES) name = name.replace(pattern, written);
  return name;
}
