// What follows a number: the noun it counts, and the predicate behind that noun.
import { PREDICATE_OPENERS } from '../rules/words.js';
import type { Segmenter } from '../segment/words.js';

export interface Following {
  /** The noun phrase directly behind the number, '' where a predicate begins at once. */
  readonly noun: string;
  /** The predicate behind it (adverbs removed), '' where there is none. */
  readonly predicate: string;
  /** Where a predicate that a known word opens begins in the text, -1 where there is none. */
  readonly at: number;
}

const LIMIT = 40;
const STARTS_PHRASE = /^[\p{Script=Han}“"《A-Za-z0-9(]/u;
const SUSPECT_NOUNS = new Set([
  '医院',
  '服务',
  '管理',
  '建设',
  '工作',
  '活动',
  '检查',
  '治疗',
  '培训',
  '监测',
  '检测',
  '筛查',
  '筹资',
  '用药',
  '护理',
  '康复',
  '住院',
  '门诊',
  '签约',
  '流动',
  '注册',
  '执业',
  '助理',
  '退休',
  '在职',
  '死亡',
  '残疾',
  '贫困',
  '计生',
  '防治',
  '防控',
  '示范',
  '试点',
  '接种',
  '参保',
  '执法',
  '监督',
  '体检',
  '健身',
  '保健',
  '急救',
  '转运',
  '采样',
  '隔离',
  '发热',
  '留观',
  '值班',
  '进修',
  '规培',
  '考核',
  '评价',
  '创建',
  '改造',
  '扶助',
  '救助',
]);
const ADVERBS =
  /^(?:均|都|已经|已|全部|全|先后|也|又|还|仅|只|即将|正在|正|能够|能|可以|可|不断|陆续|相继|顺利|成功|主动|自愿|共同|进一步|率先|分别|共|按期|如期)+/u;

const NEGATION = /(?<=.)(?:尚|仍)?[未不]$/u;
const NOTHING: Following = { noun: '', predicate: '', at: -1 };

/** Splits the text behind a number. `text` ends before the next number or the end of the clause. */
export function readFollowing(text: string, segmenter: Segmenter): Following {
  if (text === '') return NOTHING;
  const phrase = text
    .trimStart()
    .replace(/^\([^()]*\)/u, '')
    // 23个|年内开工
    .replace(/^(?:年内|年底前|目前|现)(?=[一-龥]{2})/u, '')
    .slice(0, LIMIT);
  if (!STARTS_PHRASE.test(phrase)) return NOTHING;
  const words = segmenter.tag(phrase);
  let at = 0;
  let quote = 0;
  for (const [i, { word, tag }] of words.entries()) {
    if (/^[“《"(]/u.test(word)) quote++;
    if (/[”》)]$/u.test(word) && quote) quote--;
    const next = words[i + 1];
    if (!quote && opensPredicate(word, tag, next, at === 0)) {
      const noun = trimNoun(phrase.slice(0, at));
      // 23个|村未|设置卫生室: what is denied is not the noun
      const denied = NEGATION.exec(noun)?.[0] ?? '';
      const told = predicate(`${denied}${phrase.slice(at)}`);
      const known = told !== '' && PREDICATE_OPENERS.has(word) && text.startsWith(phrase);
      return { noun: noun.slice(0, noun.length - denied.length), predicate: told, at: known ? at : -1 };
    }
    at += word.length;
  }
  return { noun: trimNoun(phrase), predicate: '', at: -1 };
}

function opensPredicate(word: string, tag: string, next: { word: string; tag: string } | undefined, first: boolean): boolean {
  if (PREDICATE_OPENERS.has(word)) {
    // 使用单位, 建设项目: a verb before 的 or a noun of its own modifies it
    if (next?.word === '的' && !first) return false;
    if (!first && (word === '建设' || word === '服务')) return false;
    return true;
  }
  if (SUSPECT_NOUNS.has(word)) return false;
  if (tag === 'd' || tag === 'p') return !first && !/^[无非未]$/u.test(word);
  if (tag === 'v' && !first) {
    if (!next) return false;
    if (/^(?:n|vn|an|nz|ns|nt)/u.test(next.tag) && !/^(?:ul|ug)/u.test(next.tag))
      return word.length > 1 && /^(?:v)$/u.test(tag) && next.word === '了';
    return next.word === '了' || next.tag === 'p' || next.tag === 'd';
  }
  return false;
}

function trimNoun(noun: string): string {
  return (
    noun
      .replace(/^(?:的|余|多)/u, '')
      // 执法车|已使用近10年, 新院区|将于10月投用
      .replace(/(?<=[一-龥]{2})(?:已(?!故)|将(?=于|在|全|投|正|陆)|(?<![次人户例床日])均(?!等|衡|次|价)|正在).*$/u, '')
      // 173个|家庭医生团队一道
      .replace(/(?<=[一-龥]{2})一(?:道|起|同)$/u, '')
      // 12个|病种次均费用
      .replace(/(?<=[一-龥]{2})(?:[次人户例日]均|平均)[一-龥]{2,6}$/u, '')
      .replace(noun.includes('(') ? /[的和与及、等并,;。: ]+$/u : /[的和与及、等并,;。:) ]+$/u, '')
      // 乡村医生|中60岁以上的占四成
      .replace(/(?<=[一-龥]{2})中(?:\d|[^,、]{0,10}(?:占|的)).*$/u, '')
      .replace(/(?<=[一-龥]{3})(?:中[尚仍还]?|[里内])$/u, '')
      .trim()
  );
}

// 到区人民医院|进行住院治疗: where it happened is no part of what happened
const WHERE = /^(?:到|在|赴|前往|于)[^,]{2,24}?(?=进行|开展|接受|参加|享受|就诊|住院)/u;
// 到我县|帮扶
const TO_US = /^(?:到|来|赴)我[省市县区州旗镇院](?=[一-龥]{2})/u;
// 划分为|29个, 对|366户: goes on with the next number
const UNFINISHED = /(?:为|成|到|至|在|了|对|向|由|从|给|共|达|与|和|的|完成|包括|其中)$/u;

function predicate(text: string): string {
  const cut = text
    .replace(ADVERBS, '')
    .replace(/[,;。:、 )]+$/u, '')
    .replace(WHERE, '')
    .replace(TO_US, '')
    .trim();
  // 于5月1日起执行, 已使用近10年: when, not what
  if (/⊙|(?<!\d)\d{1,2}年/u.test(cut)) return '';
  return UNFINISHED.test(cut) || /^(?:对|向|为(?![^,]{2})|给(?!予))[^,]{0,6}$/u.test(cut) ? '' : cut;
}
