// 分别: deals the members of a coordination out to as many values.
import { COUNT_HEAD, PARALLEL, RATE_HEAD } from '../rules/words.js';
import { isAttribute, isBare, tidy } from './label.js';

// 收支分别为: one word for two things
const PAIRS: Readonly<Record<string, readonly [string, string]>> = {
  收支: ['收入', '支出'],
  男女: ['男性', '女性'],
  城乡: ['城镇', '农村'],
  进出: ['进入', '退出'],
};

/** 采购|量, 销售|额: what a bare later member (金额) stands in place of. */
const MEASURED = /(?:数量|总量|金额|总额|数额|[量额])$/u;
const RANKS = '一二三四五甲乙丙丁';

const CONJUNCTION = /(?:以及|和|与|及|或)/gu;

/**
 * Splits a coordination into exactly `count` members and completes elided heads (高血压、糖尿病患者规范管理率), or null where the
 * numbers do not match.
 */
export function distribute(subject: string, count: number): string[] | null {
  const phrase = subject
    .replace(/[等的]+$/u, '')
    .replace(/(?:三|四|两|五|六)(?:项|类|种|个)(?:指标|比例|率)?$/u, '')
    .replace(/(?<=[一-龥])[两三四五六](?:项|类|种|个)(?=[一-龥]{1,6}(?:率|比例|水平)$)/u, '');
  const pair = PAIRS[phrase.slice(-2)];
  if (count === 2 && pair && !/[、和与及]/u.test(phrase)) return pair.map((p) => tidy(`${phrase.slice(0, -2)}${p}`));
  const parts = split(phrase, count);
  if (!parts) return null;
  // 一、二级医疗机构
  const [first, second] = parts.map((p) => p.trim()) as [string, string?];
  const ranked = /^[二三四五乙丙丁](?=[级类等型期])/u.exec(second ?? '')?.[0];
  if (ranked && RANKS.includes(`${first.at(-1)}${ranked}`)) parts[0] = `${first}${second?.slice(1)}`;
  return share(spellOut(parts.map((p) => p.trim()))).map((p) => tidy(p) || p);
}

/** 高、中、初级职称 → 高级职称、中级职称、初级职称: what only the last member spells out. */
function spellOut(parts: readonly string[]): readonly string[] {
  const last = parts.at(-1) as string;
  const short = parts.slice(parts.length > 2 ? 1 : 0, -1);
  if (!/^[一-龥][级类型等期甲](?!及|以)/u.test(last) || !short.every((p) => p.length === 1)) return parts;
  return parts.map((p, i) => (i < parts.length - 1 ? `${p}${last.slice(1)}` : p));
}

function split(phrase: string, count: number): string[] | null {
  const protectedPhrase = phrase.replace(/“[^”]*”|《[^》]*》|\([^)]*\)/gu, (m) =>
    m.replaceAll(/[、和与及或]/gu, (c) => String.fromCharCode(0xe000 + '、和与及或'.indexOf(c))),
  );
  const restore = (s: string): string => s.replace(/[\ue000-\ue004]/gu, (c) => '、和与及或'[c.charCodeAt(0) - 0xe000] as string);
  const commas = protectedPhrase.split('、');
  // one more member may be joined by 和 in the last part
  const cuts: number[] = [];
  for (const m of protectedPhrase.matchAll(CONJUNCTION)) {
    const before = protectedPhrase.slice(0, m.index);
    if (/(?:参|饱|温|缓|总|中|平|协|联|普|涉|以|遍|推|触|危|赠|授|给)$/u.test(before) || before.length < 1) continue;
    cuts.push(m.index);
  }
  if (commas.length === count && (cuts.length === 0 || commas.length > 1)) return commas.map(restore);
  if (commas.length > count) {
    // 城镇职工、居民医保…、…: leading modifiers belong to the first member
    return null;
  }
  const missing = count - commas.length;
  if (cuts.length < missing) return null;
  const chosen = cuts.slice(cuts.length - missing);
  const members: string[] = [];
  let from = 0;
  for (let i = 0; i <= protectedPhrase.length; i++) {
    if (i === protectedPhrase.length || protectedPhrase[i] === '、') {
      members.push(protectedPhrase.slice(from, i));
      from = i + 1;
    } else if (chosen.includes(i)) {
      members.push(protectedPhrase.slice(from, i));
      from = i + (protectedPhrase.startsWith('以及', i) ? 2 : 1);
    }
  }
  return members.length === count && members.every((m) => m.trim()) ? members.map(restore) : null;
}

function share(parts: readonly string[]): string[] {
  const last = parts.at(-1) as string;
  const first = parts[0] as string;
  const result = [...parts];
  const graded = shareAttributes(parts);
  if (graded) return graded;
  const suffix = sharedSuffix(parts, last);
  if (suffix) for (let i = 0; i < result.length - 1; i++) if (!hasHead(result[i] as string)) result[i] = `${result[i]}${suffix}`;
  // 药品采购量和金额, 医保基金收入、支出: a bare later member takes the first one's qualifier
  for (let i = 1; i < result.length; i++) {
    const part = result[i] as string;
    if (!isBare(part) || part.length >= first.length) continue;
    const head =
      RATE_HEAD.exec(first)?.[0] ?? COUNT_HEAD.exec(first)?.[0] ?? MEASURED.exec(first)?.[0] ?? first.slice(-Math.min(part.length, 2));
    const qualifier = first.slice(0, first.length - head.length) || '';
    if (qualifier.length >= 2) result[i] = `${qualifier}${part}`;
  }
  return result;
}

// 起付标准按三级、二级、一级及以下医疗机构: attributes between a common beginning and a common end
const GRADE =
  /(?:国家级|省级|市级|区级|县级|乡镇级|镇级|[一二三四]级|[甲乙丙]级|[甲乙丙]类|城镇|农村|城市|男性|女性|男|女|高级|中级|初级|本科|硕士|博士|专科|[省市县区乡镇村](?=$|[、级]|[两三四五]级|定点|公立|直))(?:及?以[上下])?(?:[两三四五]级)?(?:\([一-龥]{1,6}\))?/u;
const GRADE_AT_END = new RegExp(`${GRADE.source}$`, 'u');
const GRADE_AT_START = new RegExp(`^${GRADE.source}`, 'u');
function shareAttributes(parts: readonly string[]): string[] | null {
  const first = parts[0] as string;
  const last = parts.at(-1) as string;
  const head = GRADE_AT_END.exec(first);
  const tail = head && GRADE_AT_START.exec(last);
  if (
    !head ||
    !tail ||
    parts.slice(1, -1).some((p) => !isAttribute(p.replace(/\([一-龥]{1,6}\)$/u, '')) && !/^[省市县区乡镇村]级?$/u.test(p))
  )
    return null;
  const before = first.slice(0, head.index).replace(/(?:按照?|对|在)$/u, '');
  const behind = last.slice(tail[0].length);
  const lastGrade = tail[0].replace(/(?<=.)[两三四五]级$/u, '');
  return parts.map((p, i) => `${before}${i === 0 ? head[0] : i === parts.length - 1 ? lastGrade : p}${behind}`);
}

const LEVEL = /^(?:中央|国家|[省市州县区旗乡镇村](?![内外级]))/u;
const hasHead = (part: string): boolean =>
  /(?:率|占比|比例|人数|人次|数|金额|收入|支出|费用|度|性|量|面)$/u.test(part) && !/(?:患者|人口)$/u.test(part);

function sharedSuffix(parts: readonly string[], last: string): string {
  const first = parts[0] as string;
  if (hasHead(first)) return '';
  // 省、市、县|财政
  const level = LEVEL.exec(last)?.[0];
  if (level && last.length > level.length + 1 && parts.slice(0, -1).every((p) => LEVEL.exec(p)?.[0] === p)) return last.slice(level.length);
  // 高血压患者、糖尿病患者|规范管理率: behind the longest ending of the first member found inside the last
  for (let n = Math.min(first.length, 4); n >= 2; n--) {
    const at = last.indexOf(first.slice(-n));
    if (at >= 0 && at + n < last.length) return last.slice(at + n);
  }
  for (const group of PARALLEL) {
    const own = group.find((w) => first.endsWith(w));
    const other = own && group.filter((w) => w !== own && last.includes(w)).sort((a, b) => b.length - a.length)[0];
    if (other) return last.slice(last.indexOf(other) + other.length);
  }
  const head = RATE_HEAD.exec(last)?.[0] ?? COUNT_HEAD.exec(last)?.[0] ?? '';
  // the last member's own name is no shared head
  if (head && head.length < last.length - 1) return head;
  // 远程影像、远程心电|诊断报告时限: members of one form that begin alike
  const alike = parts.slice(0, -1).every((p) => p.length === first.length && p.slice(0, 2) === last.slice(0, 2));
  if (alike && first.length >= 4 && first.length <= 6 && last.length >= first.length + 4) return last.slice(first.length);
  // 春季、秋季|查螺面积; 核酸、抗原|检测日均能力: short modifiers of one length
  return parts.length === 2 && first.length === 2 && last.length >= 5 ? last.slice(first.length) : '';
}
