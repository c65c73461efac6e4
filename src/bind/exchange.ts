// Members of a list that elide what they share: their own words take the place of the like ones of a neighbour.
import { ATTRIBUTE, FORMS, PARALLEL } from '../rules/words.js';
import { leadingVerb, topicOf } from './label.js';

/** 出院, 门诊: services that a count of visits names by themselves. */
export const isService = (label: string): boolean => SERVICE.test(label);

// The same list anywhere in a label; single characters (县, 女) would match inside other words there.
const ATTRIBUTE_EDGE = new RegExp(
  ATTRIBUTE.source
    .replace(/^\^|\$$/gu, '')
    .replaceAll(/\[“"\]\?|\[”"\]\?/gu, '')
    .replace('|国家|省|市|区|县|', '|'),
  'u',
);
const SERVICE_END = /(?:门\(急\)诊|门急诊|门诊|急诊|住院|入院|出院)(?:人次数?|量)?$/u;
const SERVICE = /^(?:门\(急\)诊|门急诊|门诊|急诊|住院|入院|出院)$/u;
const AT_END = new RegExp(`${ATTRIBUTE_EDGE.source}$`, 'u');
const AT_START = new RegExp(`^${ATTRIBUTE_EDGE.source}`, 'u');

/** True where the label ends or begins with an attribute that a list may exchange (门诊5A级). */
export const hasAttributeEdge = (label: string): boolean =>
  AT_END.test(label) || AT_START.test(label.slice(leadingVerb(label).length)) || SERVICE_END.test(label);

/** True for 县级医院门诊人次. */
export const endsWithService = (label: string): boolean => SERVICE_END.test(label);

/** What is done to an agreement or a licence. */
const ENDINGS = ['暂停', '中止', '终止', '解除', '取消', '恢复', '注销', '吊销', '撤销'];

/** True for 解除: what is done to the like of what stands before. */
export const isEnding = (own: string): boolean => ENDINGS.includes(own);

/** 户厕改造|三格式 and 双瓮式 is 户厕改造双瓮式: words of one form, or two of a kind (高血压, 糖尿病), change places. */
export function exchangeTail(neighbour: string, own: string): string | null {
  if (own.length < 2 || own.length > 7) return null;
  const form = own.at(-1) as string;
  if (FORMS.includes(form) && neighbour.endsWith(form)) {
    const length = formLength(neighbour, form);
    return neighbour.length - length >= 2 ? `${neighbour.slice(0, -length)}${own}` : null;
  }
  // 初中女生、高中女生: two characters in common
  if (
    /^.{1,3}(?:女生|男生|患者|居民|学生|儿童|老人|妇女)$/u.test(own) &&
    neighbour.endsWith(own.slice(-2)) &&
    neighbour.length - own.length >= 2 &&
    !neighbour.endsWith(own)
  ) {
    return `${neighbour.slice(0, -own.length)}${own}`;
  }
  // 暂停医保协议7家、解除2家
  const ending = ENDINGS.includes(own) ? ENDINGS.find((w) => w !== own && neighbour.includes(w)) : undefined;
  if (ending) return neighbour.replace(ending, own);
  for (const group of PARALLEL) {
    const tail = group.find((w) => neighbour.endsWith(w) && neighbour.length - w.length >= 2);
    if (tail && group.some((w) => own === w)) return `${neighbour.slice(0, -tail.length)}${own}`;
  }
  return null;
}

// 三格|式, 金|牌, 临床|类: one or two characters before the form
const formLength = (label: string, form: string): number =>
  /[一二三四五六七八九十双单甲乙丙丁金银铜]/u.test(label.at(-2) ?? '') && form !== '式' ? 2 : 3;

const SERVICES_BEFORE = /(?:(?:门\(急\)诊|门急诊|门诊|急诊|住院|入院|出院)(?:人次)?[、和及])+$/u;
const CLASS = /^(?:甲、?乙|[甲乙丙])类$/u;
const ALL_VISITS = /(?<=.)总诊疗(?:人次数?|量)?$/u;
const RATE_END = /率$/u;
const PLACED = /^(?:城市|农村|城镇|乡村|城区|山区|男性?|女性?)$/u;
/** Attributes of place, and those of age and service, which they cannot stand for. */
const PLACED_KIND = /^(?:城市|农村|城镇|乡村|城区|山区|省|市|区|县)$/u;
const PLACED_BEFORE = /^(?:城市|农村|城镇|乡村|城区|山区|[省市区县])(?=\d{1,2}岁|门诊|住院|急诊|入院|出院)/u;
const OTHER_KIND = /岁|^(?:门诊|住院|急诊|门急诊|入院|出院)/u;
/** Levels of institutions that a scheme tells apart. */
const TIER = /^(?:[省市县区乡镇村]级|乡镇级?|[省市县区域][外内]|[一二三]级)$/u;
const TIER_INSIDE = /(?:乡镇级?|[省市县区乡镇村]级|[省市县区域][外内]|[一二三]级(?:及以[上下])?)(?=定点|医疗机构|医院|卫生院|公立)/u;
/** Institutions that only one level has. */
const OWN_TIER = /(?:乡镇|乡|镇)(?:中心)?卫生院/u;
const INSTITUTION = /(?:医院|机构|中心|卫生院|卫生室|诊所|门诊部|站)(?:\([^()]*\))?$/u;
/** All institutions, before what is counted of them. */
const OF_ALL =
  /^[一-龥]{0,8}?(?:医疗卫生机构|医疗机构|卫生机构)(?=总?诊疗|门急?诊|出院|入院|住院|床位|卫生技术人员|卫生人员|人员|总?收入|支出)/u;
const LEVEL_INSIDE = /国家级|省级|市级|区级|县级|州级|乡级|镇级|国家(?!重点|基本|税)|全国/u;

/** Puts an attribute in the place of the like one of a neighbour: 门诊5A级 and 4A级 is 门诊4A级; 省级 and 市级健康企业 is 省级健康企业. */
export function borrowHead(attribute: string, neighbour: string, behind: boolean): string {
  // 乡村医生612人,60岁以上198人: how old is no kind of place
  if (attribute.includes('岁') && !neighbour.includes('岁') && AT_START.test(neighbour)) return `${attribute}${neighbour}`;
  // 报告法定传染病15种,其中乙类9种
  if (CLASS.test(attribute) && neighbour.includes('法定传染病'))
    return borrowHead(attribute, neighbour.replace('法定传染病', '传染病'), behind);
  const verb = leadingVerb(neighbour);
  const head = verb && AT_START.test(neighbour.slice(verb.length)) ? neighbour.slice(verb.length) : neighbour;
  // 门诊、急诊402万人次,出院18万人次: of neither of them
  if (SERVICE.test(attribute) && SERVICE_END.test(head)) return head.replace(SERVICE_END, '').replace(SERVICES_BEFORE, '') + attribute;
  // 医院总诊疗310万人次(含急诊21万人次): a part of all visits
  if (behind && SERVICE.test(attribute) && ALL_VISITS.test(head)) return head.replace(ALL_VISITS, attribute);
  // 接入省级医院5家、市级8家; 国家卫生乡镇2个、省级7个
  const level = /^[省市区县州盟旗乡镇村]级?$/u.test(attribute) ? LEVEL_INSIDE.exec(neighbour) : null;
  if (level) return neighbour.replace(level[0], attribute);
  // 乡镇卫生院起付线100元,县外500元
  if (TIER.test(attribute) && OWN_TIER.test(neighbour)) return neighbour.replace(OWN_TIER, attribute);
  // 住院补偿比例为乡镇定点医疗机构70%,县级60%,县外35%
  if (TIER.test(attribute) && TIER_INSIDE.test(neighbour)) return neighbour.replace(TIER_INSIDE, attribute);
  // 医疗卫生机构总诊疗1.47亿人次,其中医院5382.6万人次
  if (INSTITUTION.test(attribute) && OF_ALL.test(head)) return head.replace(OF_ALL, attribute);
  // …(市100%,县99.8%)
  if (PLACED_KIND.test(attribute) && PLACED_BEFORE.test(head)) return head.replace(PLACED_BEFORE, attribute);
  if (AT_END.test(head)) return head.replace(AT_END, attribute);
  const start = AT_START.exec(head)?.[0];
  // 住院分娩率100%(市100%), 5岁以下儿童死亡率5.12‰,其中:城市4.06‰: where is neither how nor how old
  if (start !== undefined && PLACED_KIND.test(attribute) && OTHER_KIND.test(start)) return `${attribute}${head}`;
  if (start !== undefined) return head.replace(AT_START, attribute);
  // 合格率81.5%,其中城市95.9%
  return behind || (RATE_END.test(neighbour) && PLACED.test(attribute)) ? `${attribute}${head}` : `${topicOf(neighbour)}${attribute}`;
}
