// The form in which labels and aliases are compared: without quotation marks, 的, spaces and the endings that say no more than the unit does.
import { fold } from '../text/fold.js';

const SIGNS = /[\s"'“”‘’《》〈〉「」『』()（）[\]【】·•:;.。,!?*_的]/gu;
// 参保|人数, 核酸检测|工作: the unit says how it is counted
const ENDING = /(?:人次数|人次|人数|户数|户次|家次|件数|例数|份数|家数|床位数|场次|次数|数量|总数|总量|总额|金额|数|工作|情况|完成)$/u;
// 完成|婚前医学检查
const OPENING = /^(?:共?完成|累计|实际|其中)/u;
// there is no other than the national programme: 国家|免疫规划, 国家|基本公共卫生服务
const NATIONAL = /国家(?=免疫规划|基本公共卫生|基本药物)/gu;
const MIN = 2;

// what 的 and signs may be taken out of; most labels have neither
const SIGNED = /[^\d一-龥]|的/u;

/** 孕产妇“系统管理”率 and 孕产妇系统管理率 are one key; 执业(助理)医师, who are both, and 执业助理医师, the assistants, are two. */
export const keyOf = (label: string): string => keyOfFolded(fold(label));

/** The same for words of a folded text: nothing of them is left to be folded. */
export function keyOfFolded(label: string): string {
  const words = SIGNED.test(label) ? label.replaceAll('(助理)', '或助理').replace(SIGNS, '').toUpperCase() : label;
  let key = words.replaceAll('规范化', '规范').replace(NATIONAL, '');
  for (const edge of [OPENING, ENDING]) {
    for (let round = 0; round < 2; round++) {
      const shorter = key.replace(edge, (match) => (match === '床位数' ? '床位' : ''));
      if (shorter.length < MIN || shorter === key) break;
      key = shorter;
    }
  }
  return key;
}
