// Reads the words directly before a number from right to left: connectors (达, 为, 共), a change verb (增长), 分别, a comparison base.
import { FALL, RISE } from '../rules/words.js';

export interface Tail {
  /** What is left of the text before the number. */
  readonly body: string;
  /** What stands between 分别 and the number (分别|立案|91件). */
  readonly verb: string;
  readonly change: 1 | -1 | null;
  /** 提高到, 降至: the number is the level reached. */
  readonly reached: boolean;
  readonly respectively: boolean;
  /** 分别从…: the values are the earlier ones of from-to pairs. */
  readonly from: boolean;
  /** Comparison base as a range of the given text, where one is written. */
  readonly base: { readonly start: number; readonly end: number } | null;
  /** True where as many bases as values are named: 分别比2020年和2021年|提高3.4个和8.1个百分点. */
  readonly bases: boolean;
}

const alternatives = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).join('|');
const MOVE_NOUNS = new Set(['增幅', '降幅', '升幅', '减幅', '增速']);
const MOVES = `${alternatives([...RISE.filter((w) => !MOVE_NOUNS.has(w)), ...FALL.filter((w) => !MOVE_NOUNS.has(w)), '拓展', '扩展', '调整', '调', '上调', '下调', '提', '降', '压', '跃升', '攀升', '升', '涨', '猛增', '放大', '拉长', '减免', '回调', '爬升', '优化', '改', '变', '缩', '扩', '发展', '拓宽', '延长', '放宽', '提速', '精简', '整合', '合并', '归并', '简化'])}`;
const ARROW = /[↑↓]$/u;
// 分别比2020年和2021年|提高
const BASES = /(?:分别|依次)?(?:比|较|与)(⊙(?:[、和及与]⊙)+)(?:相比|比)?(?:分别|依次)?$/u;
// 提高到, 降至, 缩短为
const REACHED = new RegExp(`(?:由|从)?(?:${MOVES})(?:到了|至了|到|至|为|成)$`, 'u');
// 同比多检|602份: more or less of a verb
const CHANGED_UP = new RegExp(
  `(?:${alternatives(RISE)}|多[检报招派投设建收支接办发诊筛查签](?:付|出|种|理|放|治|查|约)?)(?:了|幅度?|率|额)?$`,
  'u',
);
const CHANGED_DOWN = new RegExp(
  `(?:${alternatives(FALL)}|少[检报招派投设建收支接办发诊筛查签](?:付|出|种|理|放|治|查|约)?)(?:了|幅度?|率|额)?$`,
  'u',
);
const CONNECTOR =
  /(?:稳定|始终|一直|平均|(?<![户人年月日次例平])均|都|各|一共|总共|共|也)?(?:保持在|维持在|控制在|稳定在|保持|达到了|达到|达成|高达|多达|已达|达|约为|为|是|拥有|有|共有|共计|合计|累计|总计|一共|总共|共|(?<![审统设估会])计|即|仅|只|已|拟|将|在|了|至|到|数量为|等|等共|约|(?<![户人年月日次例平])均|都|各|个别|实际|稳定|增至|升至|降至|(?<![返归偿])还|(?<![记得积评计满扣处部成])分|又|等等|平均|达标|定为|确定为|核定为|设为|力争|争取|确保|预计|(?<![需重主必摘概纪])要|(?<![反响供适效对])应|(?<![急必供内])需|须|又|也|略|(?<!小)微|猛|只|净|大幅|小幅|明显|稳步|持续|继续|有所|同步|同时|年均|再|(?<=[一-龥]{2}中)[尚仍]|(?<=[一-龥]{2})相应|[ ::])$/u;
// 分别为, 依次达到
const RESPECTIVELY =
  /各为$|对应为?$|(?:分别|依次)(?:对应)?(?:是|为|达到?|有|拥有|要|应|需|从|由|(?:调整|设定|确定|核定|定)(?:为|到|至))?$/u;
// 上升到|2021年的|84.23%
const DATED = /(?:(?:今年|去年)?⊙(?:年)?(?:底|末|初|时)?|年末|年底|年初|今年|目前|如今|现在|第[一二三四]季度)(?:的)?$/u;
// 每人每年3600元, 每年每村8500元: the rate's basis is no part of the name
const PER = /(?:每(?:人次|例次|人|年|月|日|天|次|户|村|例|张|床|个|名|季度?|对|孩|胎|床日|万人)|人均|年均|户均){1,3}(?:的)?(?:标准)?$/u;
// 较2017年试点前, 比上年同期, 与去年相比; the base may be followed by 相比
const BASE =
  /(?:相比于?|相较于?|对比|较之|比|较|与|同|和)((?:全[国省市县区]平均(?:水平|值|数)?|⊙[一-龥]{2,8}?时|⊙|上一?年度?|去年度?|前年|上一?季度|上一?个?月|上月|上一?周|上一?期|同期|年初|(?:常规|普通|传统|同类)[一-龥]{2,6}?(?=[高低多少快慢长短]|$)|[一-龥“”"⊙]{2,12}?(?:前|初期|期初|期|末|底|初|时|预算|基线|预期|水平|平均|平均值|标准|目标|任务|均值|计划|全市|全省|全国(?!人口)))(?:度|末|底|初期|初|年末|年底|年初|基线|基期)?(?:的)?(?:同期|同比|全年|水平|数)?(?:[一-龥]{0,5}前)?)(?:相比(?:较)?|比较|相较|对比|减)?[,]?/u;
// 在2010年基础上|提高1岁
const BASIS = /在((?:⊙(?:年?[底末初])?|上年|去年|年初|原有|现有))的?基础上再?/u;
const YEAR_ON_YEAR = /(?:同比|环比)/u;

/** The last characters of all that the patterns above take away before a number, BASE and YEAR_ON_YEAR apart: what is counted seldom ends so. */
const ENDINGS = new Set(
  Array.from(
    ':⊙个为也了尚仍争人今仅从付价低例保充共再净准减出分初别到前办加升即又发取只各名在均增多大天季孩定对将小少已幅年床应底度建张微成户所扬投报招拟持接支收放日时是显月有末村查标检次步治派浮涨滑猛率理由略的省短种窄等筛签约续缩胎至落要计设诊调跌达还速都长际降需须额高',
    (character) => character.charCodeAt(0),
  ),
);
/** What is taken away from the end of the text before a number: all of it ends with one of ENDINGS. */
export const TAKEN_AWAY: readonly RegExp[] = [DATED, RESPECTIVELY, REACHED, CHANGED_UP, CHANGED_DOWN, CONNECTOR, PER];
export const mayBeTakenFrom = (text: string): boolean => ENDINGS.has(text.charCodeAt(text.length - 1));

/** A comparison base anywhere in `text` (the last one), or null. */
export function findBase(text: string): { start: number; end: number; outerStart: number; outerEnd: number } | null {
  const match = BASE.exec(text) ?? BASIS.exec(text);
  if (match) {
    const start = match.index + match[0].indexOf(match[1] as string);
    return { start, end: start + (match[1] as string).length, outerStart: match.index, outerEnd: match.index + match[0].length };
  }
  const year = YEAR_ON_YEAR.exec(text);
  return year ? { start: year.index, end: year.index + 2, outerStart: year.index, outerEnd: year.index + 2 } : null;
}

// 高于|全省平均水平|2.3个百分点, 低于市定目标3.5个百分点
const DIFFERENCE =
  /(?:(高于|高出|高过|超出|超过|优于|好于|多于|快于|领先于?|超(?=序时|时序))|低于|少于|慢于|落后于?)((?!预期|我)[^,、。;分]{2,20}?)(?:约|近|了)?$/u;
// 低于全省平均水平0.9人: a difference in any unit
const LEVEL_COMPARED = /(?:平均(?:水平|值)?|控制线|[序时]进度)$/u;

/**
 * `carried` is true where an earlier clause named the base of comparison (与上年相比,床位增加…), `points` where the number counts points of a
 * percentage.
 */
export function readTail(text: string, ratio: boolean, carried: boolean, points = false): Tail {
  let body = text.trimEnd();
  const difference = points || LEVEL_COMPARED.test(body) ? DIFFERENCE.exec(body) : null;
  if (difference && !findBase(body)) {
    const name = difference[2] as string;
    const start = difference.index + difference[0].indexOf(name);
    const change = difference[1] ? 1 : -1;
    const rest = body.slice(0, difference.index).trim();
    return {
      body: rest,
      verb: '',
      change,
      reached: false,
      respectively: false,
      from: false,
      base: { start, end: start + name.length },
      bases: false,
    };
  }
  let change: 1 | -1 | null = null;
  let reached = false;
  let respectively = false;
  let from = false;
  // 总诊疗61.4万人次 ↑12.6%, (同比+3.7个百分点)
  const sign = ARROW.exec(body)?.[0] ?? (ratio && body.endsWith('+') ? '+' : '');
  if (sign) {
    change = sign === '↓' ? -1 : 1;
    body = body.slice(0, -1).trimEnd();
  }
  const whole = body;
  const compared = (): boolean => carried || findBase(whole) !== null;
  while (mayBeTakenFrom(body)) {
    const before = body;
    if (DATED.test(body) && /(?:到|至|为|从|由|自)$/u.test(body.replace(DATED, ''))) body = body.replace(DATED, '');
    if (RESPECTIVELY.test(body)) {
      respectively = true;
      from ||= /(?:从|由)$/u.test(body);
      body = body.replace(RESPECTIVELY, '');
    } else if (!change && REACHED.test(body) && !/(?:新增|签约)$/u.test(body)) {
      reached = true;
      body = body.replace(REACHED, '');
      break;
    } else if (!change && !reached && isChange(body, CHANGED_UP, ratio, compared)) {
      change = 1;
      body = body.replace(CHANGED_UP, '');
    } else if (!change && !reached && isChange(body, CHANGED_DOWN, ratio, compared)) {
      change = -1;
      body = body.replace(CHANGED_DOWN, '');
    } else if (
      CONNECTOR.test(body) &&
      !/(?:合计生|对象|现在|所在|存在|最为|血压达标|血糖达标|行为|大为|成为|认为|作为|门诊部分|部分|应该|下达|到达|表达|人均|户均|次均|例均|日均|平均住院|公约|签约|预约|节约|履约|合约|公有|私有|国有|实有|产权所有|全[国省市县区]平均)$/u.test(
        body,
      )
    ) {
      body = body.replace(CONNECTOR, '');
    }
    if (PER.test(body) && body.replace(PER, '').length >= 2) body = body.replace(PER, '');
    body = body.trimEnd();
    if (body === before) break;
  }
  const bases = change ? BASES.exec(body) : null;
  if (bases) {
    const start = bases.index + bases[0].indexOf('⊙');
    const end = start + (bases[1] as string).length;
    return {
      body: body.slice(0, bases.index).trim(),
      verb: '',
      change,
      reached,
      respectively: true,
      from,
      base: { start, end },
      bases: true,
    };
  }
  const base = change ? findBase(whole) : null;
  // 支出增幅控制在8%: a growth rate held to a value is a level
  const held = change && !base ? /(?:增幅|增速|增长率|降幅)(?:分别)?(?:控制在|保持在|不超过|稳定在)/u.exec(text) : null;
  if (held) {
    change = null;
    body = text.slice(0, held.index + (/(?:增长率)/u.test(held[0]) ? 3 : 2));
  }
  // The base phrase is no part of the subject: 门诊人次较上年|增长
  if (base) {
    const phrase = findBase(body);
    if (phrase) body = `${body.slice(0, phrase.outerStart)}${body.slice(phrase.outerEnd)}`;
    body = body.replace(/(?:同比|环比)(?:均)?$/u, '').replace(/(?:均|都|各|又|再|也)$/u, '');
    if (/分别/u.test(body)) {
      respectively = true;
      body = body.replace(/分别/u, '');
    }
  }
  // 药品采购量和金额分别占任务数, A、B分别完成年度任务的
  const dealt = respectively ? null : /(?:分别|依次)(?=[^,、]{1,10}$)/u.exec(body);
  return {
    body: (dealt ? body.slice(0, dealt.index) : body).trim(),
    verb: dealt ? body.slice(dealt.index + 2) : '',
    change,
    reached,
    respectively: respectively || dealt !== null,
    from,
    base: base && { start: base.start, end: base.end },
    bases: false,
  };
}

/** True where a word of change at the end of `body` tells a change, not a level; `compared` says whether a base of comparison is named. */
function isChange(body: string, pattern: RegExp, ratio: boolean, compared: () => boolean): boolean {
  const match = pattern.exec(body);
  if (!match) return false;
  if (match[0].startsWith('增长率') && /自然$/u.test(body.slice(0, match.index))) return false;
  // 净增率21.5‰, 自增率3.04‰: measures of their own
  if (/[净自]增率$/u.test(body)) return false;
  const word = match[0];
  // 新增12家 and 增加床位 are levels; 高, 低, 多, 少 compare only against a base
  if (/(?:新|净新)$/u.test(body.slice(0, match.index)) && /^增/u.test(word)) return false;
  if (/^[多少][一-龥]{1,2}$/u.test(word) && word !== '多出' && word !== '少了') return compared();
  if (/^(?:高|低|多|少|升|增|减|降|涨)$/u.test(word) && /(?:最|较|提|许|至|减|缩)$/u.test(body.slice(0, match.index))) return false;
  if (/^(?:高|低|多|少|升|增|减|降|涨)$/u.test(word)) return compared() || (ratio && /^(?:增|减|降|升|涨)$/u.test(word));
  return (
    ratio ||
    /^(?:净增|净减|多了|少了|高了|低了|高出|多出|增加|减少|增长|下降|缩短|压缩|上调|下调|扩充|提高|降低|上升|上涨)/u.test(word) ||
    (match.index === 0 && word.length >= 2) ||
    compared()
  );
}
