// What is told of a disease below its heading, which the sentences do not name again: 二、白喉 … 1956年为流行高峰,发病187人.
import { isAttribute } from './label.js';

const NAME =
  '(?:病|症|炎|热|疹|癌|瘤|痢疾|疟疾|霍乱|鼠疫|天花|白喉|伤寒|结核|流感|感冒|麻风|百日咳|破伤风|腹泻|水痘|腮腺炎|流腮|猩红热|梅毒|淋病|乙肝|丙肝|疥疮)';
const DISEASE = new RegExp(`^[一-龥]{0,10}${NAME}$`, 'u');
/** 疾病, 病人 and 发病 name none. */
const NAMED = new RegExp(`(?<!疾|发|患|得)${NAME}(?![人例死区院种情毒室床])|传染病|疾病|死因`, 'u');
const SUFFERED = /(?:报告)?(?:年均)?(?:发病|患病|死亡|病死)(?:率|人数|例数|数)?$|(?:报告)?病例数?$/u;

/** What is done about a disease. */
const DEED = /^(?:普查|筛查|复查|查治|服药|治疗|治愈|确诊)$/u;

/** When it was suffered, or what led to it. */
const OCCASION = /(?:高峰|流行|第[一二三四五六]次|首例|病人|密度|当年|以来|期间|服药|疫苗|接种|患者)$/u;

/** 麻疹 1959年流行,…: the word that a paragraph opens with, set off from its first sentence, or ''. */
export const openingWord = (text: string): string => /^[ \u3000]*([一-龥]{2,10})[ \u3000]+(?=\S)/u.exec(text)?.[1] ?? '';

/** The label with the disease that its heading names, or else the word its paragraph opens with, where it tells of one and names none. */
export function ofDisease(label: string, heading: string, opening: string): string {
  const head = SUFFERED.exec(label);
  if ((!head && !DEED.test(label)) || NAMED.test(label)) return label;
  const disease = [heading.replace(/\s/gu, ''), opening].find((name) => DISEASE.test(name));
  if (disease === undefined) return label;
  // 丝虫病 1958年普查2.8万人
  if (!head) return `${disease}${label}`;
  const group = label.slice(0, head.index);
  // 男性|发病 is of men, 流行高峰|发病 of the disease, 儿童贫血|患病率 of something else
  if (isAttribute(group)) return `${group}${disease}${head[0]}`;
  return group === '' || OCCASION.test(group) ? `${disease}${head[0]}` : label;
}
