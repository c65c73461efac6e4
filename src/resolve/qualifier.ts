// Tells whether what stands beside an indicator's name only narrows it down.
import { leadingVerb } from '../bind/label.js';
import {
  NEUTRAL_QUALIFIERS,
  NEUTRAL_VERBS,
  QUALIFIER_JOINTS,
  QUALIFIER_NAMES,
  QUALIFIER_PATTERNS,
  QUALIFIER_WORDS,
} from '../rules/qualifiers.js';
import { remembered } from '../text/remembered.js';
import { WordTree } from '../text/word-tree.js';

/** Words with their lengths. */
const treeOf = (words: readonly string[]): WordTree<number> => new WordTree(words.map((word) => [word, word.length]));
const WORDS = treeOf([...QUALIFIER_WORDS, ...QUALIFIER_JOINTS]);
const WORDS_AND_VERBS = treeOf([...QUALIFIER_WORDS, ...QUALIFIER_JOINTS, ...NEUTRAL_VERBS]);
// 选派|到县医院|进修: whereto, not whence
const PREPOSITIONS = new Set(['对', '为', '向', '到', '赴', '至', '在', '内']);
// 对|对象 and 在|在管 are words of their own
const EDGE = `(?!对象|在管|在册|在校|在岗|在职|在编|中医|中小|中学)(?:${[...NEUTRAL_VERBS, ...QUALIFIER_JOINTS.filter((word) => !PREPOSITIONS.has(word))].join('|')})`;
const JOINT_EDGE = new RegExp(`^${EDGE}+|${EDGE}+$`, 'gu');
/** Beyond this, it is a clause and no qualifier. */
const MAX = 24;

/** True where `text`, a part of a label's key, is wholly made of qualifying words, and of neutral verbs where they are allowed; also for ''. */
export function isQualifier(text: string, verbs = false): boolean {
  if (text === '') return true;
  if (text.length > MAX) return false;
  return verbs ? madeOfWordsAndVerbs(text) : madeOfWords(text);
}

const madeOfWords = remembered((text) => madeOf(text, WORDS));
const madeOfWordsAndVerbs = remembered((text) => madeOf(text, WORDS_AND_VERBS));

function madeOf(text: string, words: WordTree<number>): boolean {
  // where a row of qualifiers that begins with the text may end
  const reached = new Array<boolean>(text.length + 1).fill(false);
  reached[0] = true;
  for (let at = 0; at < text.length; at++) {
    if (!reached[at]) continue;
    for (const length of words.allAt(text, at)) reached[at + length] = true;
    if (reached[text.length]) return true;
    for (const pattern of QUALIFIER_PATTERNS) {
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      // 覆盖|乡镇 is no place
      if (match && leadingVerb(match[0]) === '') reached[at + match[0].length] = true;
    }
  }
  return reached[text.length] as boolean;
}

/** A qualifier in its usual way of writing: 65岁以上老人 → 65岁及以上老年人; '' where it takes nothing away. */
export const qualifierName = remembered((text: string): string => {
  if (NEUTRAL_QUALIFIERS.has(text)) return '';
  let name = text.replace(JOINT_EDGE, '');
  if (NEUTRAL_QUALIFIERS.has(name)) return '';
  for (const [pattern, written] of QUALIFIER_NAMES) name = name.replace(pattern, written);
  return name;
});
