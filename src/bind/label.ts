// Labels: trims what does not belong, tells what does not stand alone.

import { REMAINS, REMAINS_OF_NAME } from '../rules/remains.js';
import { ATTRIBUTE, BARE_HEAD, CONTENT_VERBS, LIGHT_VERBS, SCOPE_WORDS, SELF_STANDING } from '../rules/words.js';
import { remembered } from '../text/remembered.js';
import { WordList } from '../text/word-list.js';
import { DATE_MARK } from './clause-view.js';

// 乐山市金口河区, 双流区医保局, 区卫健局, 我局: the reporting body is no part of what is measured
const ORGANISATION =
  /^(?:(?:[一-龥]{2,7}(?:省|市|州|盟))?(?:[一-龥]{1,7}?(?:区|县|市|旗|镇|乡))?(?:卫生健康局|卫生健康委员会|卫生健康委|卫生健康和计划生育局|卫生和计划生育局|卫生计生局|卫计局|卫计委|卫健局|卫健委|卫生局|医疗保障局|医保局|医疗保障中心|市场监管局|市场监督管理局|食品药品监督管理局|食药监局|疾控中心|卫生监督所|卫生监督局|综合监督执法局|计生局|爱卫办|红十字会)(?=[一-龥]))/u;
// 区疾控中心依法|检查公共场所
const BY_LAW = /^[一-龥]{0,12}?(?:中心|[所局委会队])(?:依法|依规)+(?=[一-龥]{2})/u;
// 推进X创建, 对X开展Y
const PREPOSITION_VERB =
  /^(?:免费)?(?:为|对|向|给|针对)(.{2,24}?)(?:提供|开展|进行|实施|给予|组织|落实|举行|举办|作出|予以|发放|办理|开具|建立|下达|减免|报销|支付|拨付|申请|购买|配备)(?:了)?(.{0,16})$/u;
const MEANINGLESS_VERB = /(?:提供|开展|进行|实施|给予|组织|落实|举行|作出|予以)/u;
// “两癌”免费检查项目共|完成宫颈癌检查
const PROJECT_DID = /^[^,、]{2,24}项目(?:(?:自⊙)?实施以来)?(?:共|累计|已)+(?=(?:完成|开展|惠及|救助|筛查|检查|培训|投入)[一-龥“])/u;
// 恩施新闻网讯“|总费用
const NEWS_LEAD = /^[一-龥]{0,10}(?:网|报|台|社)讯[:“ ]*(?=[一-龥]{2})/u;
// 由县妇联协助|申请救助金
const BY_WHOM = /^由[^,、]{2,14}?(?:协助|帮助|负责|统一|代为|出资)?(?=(?:申请|发放|承担|支付|拨付|代缴|资助|补助|兜底)[一-龥])/u;
// 湖南省各级各类|医疗卫生机构
const ALL_LEVELS = /^(?:[一-龥]{2,8}(?:省|市|州|区|县|旗))?各级(?:各类)?(?=[一-龥]{2})/u;
// 按类别分|医院, 按当年价格计算
const CLASSED = /^(?:按|从)[^,、]{1,10}(?:分(?!析)|看|计算|统计|来看|划分)(?:的)?(?:[::])?/u;
// 县人民医院、县中医医院共|接诊病人
const TOGETHER = /共计|共|累计|合计|总共/gu;
const TOGETHER_MIN = 8;
const TOGETHER_MAX = 40;
// 县疾控中心在枯水期|采集水样, 各检查机构|报告疑似职业病, 专家在都匀|组织义诊
const REPORTER =
  /^[^,、]{2,20}?(?:中心|监督所|血站|系统|局|委|办公室|机构|专家|帮扶队|服务队|委员会|小分队|志愿者)(?:(?:在|于)[^,、]{2,14}?|全年|共|累计|已|先后)?(?=(?:抢救|登记|调处|抽调|选派|派出|调派|采集|报告|发现|受理|组织|举办|开展|培训|派出|收到|处置|完成|抽检|检查|发放|印制|接听|接到)[一-龥“\d])/u;
/** A character that every ORGANISATION and REPORTER has. */
const BODY = /[局委会办所站心构家队者统]/u;
// 市里下达的|抽查任务
const ASSIGNING = /下达|交办|安排|确定|分解/u;
const ASSIGNED =
  /^(?:国家|自治区|上级|[省市州区县]级?)下达(?:的)?(?=[一-龥“]{2})|^[^,]{1,16}?(?:下达|交办|安排|确定|分解)(?:的|(?:给|到)?[我全本][省市县区州旗](?:的)?)(?=[一-龥“]{2})/u;
// 蓬莱区有|医疗卫生机构
const PLACE_HAS = /^[一-龥]{0,8}(?:省|市|州|区|县|旗)(?:共|现)?有(?=[一-龥]{2})(?!效|序|力|关)/u;
// 计划|筹措资金, 可|为群众节省费用
const MODAL = /^(?:可(?:以)?(?=为|使|让|向)|设(?=村|卫生|医|床|病|社区|公|乡|科|有|救护车|临床|行政科|职能|隔离|急诊))/u;
// 医院计划再|组织巡回医疗
const PLANS =
  /^[一-龥]{0,8}(?:院|中心|[局站所委县区市])(?:还|又)?(?:计划(?!生育|免疫|投资|总|内|外|数|任务)|拟|将)(?:再|还|继续)?(?=[一-龥]{3})/u;
const PLANNED_ACT = new WordList([...CONTENT_VERBS, '筹措', '安排', '实施']);
// Prepositional phrases before the predicate
const ADVERBIAL =
  /^(?:按照|根据|通过|依托|依据|围绕|结合|利用|随着|经|自|从|在|于|截至|截止|针对|除|以)[^,“”]{0,30}?(?:中(?![心医层国西期学])|上(?![门级报岗海])|下(?![达发乡沉级])|内(?!科)|里|后|前(?!列)|期间|以来|为抓手|为龙头|为主体|为依托|为纽带|为载体|为核心|为基础|为牵头单位|为牵头|为重点|为契机|为主题|要求|方式|原则|的基础上|等(?=开展|组织|发放))(?=.{2})|^(?:对照|遵照|依照|参照)[^,]{2,30}?(?:要求|文件|标准|规定)(?=.{2})|^经(?:诊断|检测|检查|复核|核实|鉴定|审核|调查|考核|评审)(?=.{2})|^(?:依托|借助|联合|会同|协同)[^,]{2,24}?(?=(?:组建|成立|建立|开展|组织|举办|建设|检查|开设|召开)[一-龥“])|^受[^,]{1,12}?影响|^在[^,“”]{2,24}?(?=(?:设立|设置|开设|新设|增设|建立|建成|新建|布设|安装|配备|投放)(?!的|率|数)[一-龥]{2})|^按(?:当年|可比|不变)价格?(?:计算)?|^(?:联合|会同|协同|配合)[^,]{2,24}?(?:部门|单位|局|公安|委|办)(?=.{4})/u;
const TRAILING =
  /(?:(?<=[率量数度比平])(?:力争|争取|确保|预计|要|应|需)|(?<=[一-龥]{2})[呢嘛]|(?<=标准|比例|起付线|价格)定|[的等了共近为是和与也则、,;:. ⊙按]|(?:全[国省市县区州])?统一|(?<![彩B高])超|(?<![惠涉普波遍以])及|(?<!下|到|表|传|送|直|抵)达|(?<![所获取赢购必心])得|(?<![签公预节履合集制])约|按照|达到|总共|合计|累计|共计|其中|分别|数为|等等|已|(?<![户人年月日次例])均|保持|稳定|平均|以来|方面|工作中|同期|(?<=[一-龥]{2})占|(?<=率)要?(?:控制|跌|巩固))+$/u;
/** The characters that TRAILING ends with. */
const TRAILING_END = /[争取保计要应需定的等了共近为是和与也则、,;:. ⊙按一超及达得约照到中别已均持来面期占制跌固呢嘛]$/u;
// (以下简称…), (不含医保报销): an aside is no part of the name; (急), (助理), (站) is
const ASIDE = /\((?:以下简称|简称|含|不含|包括|其中|专项|详见|见|以)[^()]*\)|\([^()]{7,}\)/gu;
// 进口, 全麻, 日托: words that begin with a character that is light alone
const BEGUN_BY_LIGHT =
  /现(?:金|役|代|状|实|行|案)|全(?:麻|职|口义齿|脑|身|社会|髋|膝|肠外|瓷|胃|数字|自动|流程|景|封闭|生命|链条|套|托班)|有(?:创|限|毒|线|症状|奖|声|资质)|对(?:外|接|照|账|讲机|标)|含(?:氟|糖|碘|氯|汞|铅)|共(?:济|病|管|青团|用|治|担|付)|均(?:衡|价|等化)|并(?:轨|网|购)|还(?:款|贷|债|建)|再(?:造|感染|住院|入院|灌注|培训|教育|注册|评价)|另案|进(?:修|口|食|价|货|展期|出口)|局(?:域网|麻|长)|委(?:托|员|培|派|属)|年(?:会|鉴|检|终)|月(?:经|子|嫂|报)|日(?:托|用品|报|本)|末位|底(?:图|册|物)|达(?:产|芬奇)|是非|把(?:关|脉)|将军|度(?:假|数)|都市|各(?:族|界)/u;
const KEEP_LEADING =
  /^(?:日常|日间|强化免疫|全人口|年住院率|联合(?:诊所|医院|病房|体)|现[症患]|[省市县区域][内外](?=流[入出动]|就[诊医]|住院|转诊|异地)|全部(?=[一-龥]{2,6}(?:目标|指标|任务))|使用|成功(?:治疗|救治|抢救)率|已婚|现场|联合执法|联合检查|联合监管|统筹基金|统筹区|统筹$|累计结余|已?完成投资|完成产值|加强针|加强免疫|当年(?=(?:新|累计|应|实际|可|[^,]{0,6}(?:结余|筹资|收入|支出|基金|出生|死亡|缴费|资金|参合|参保|人口|任务|计划|投资)))|平均|实现脱贫|为主|是否|设置床位|设置率|落实率|完成率|开展率|达标|达到率|保障|规范(?:化)?管理|规范化|免费[^ ]{0,3}(?:率|检查|筛查|服务|技术|药|治疗|接种)|统一|全员|全科|全民|全程|全日|全国|全省|全额|全血|新农合|新型|新增|新建|新生|共建|共享|共识|共同|其他|其它|其余|年均|年度|年龄|年轻|月均|日均|日间|日照|含量|今年新|让|将来|对象|对口|各类|均次|均费|为民|再生|再次|再就业|有效|有偿|有害|有机|有病|有氧|有证|达标|达人|末梢|户均|人均|次均|年均|日均|例均|均次|底数|局部|城乡|系统管理|系统内|集中|全覆盖|突出贡献|牵头|协助|并发|并联|又|底线|中医|县域|区域|已结(?:案|案件)?$|涉及金额|涉案金额)/u;

// 全县|全民健康体检率: what a name begins with stays
const LIGHT = new WordList([...LIGHT_VERBS, ...SCOPE_WORDS]);
const LIGHT_OR_SIGN = new WordList([...LIGHT_VERBS, ...SCOPE_WORDS, ...'⊙ ,;:、。"\'']);
const KEPT = new RegExp(`${KEEP_LEADING.source.slice(1)}|${BEGUN_BY_LIGHT.source}`, 'uy');

// 区财政|实施|生活困难补助: a light verb between its subject and its object
const LIGHT_INSIDE = /实施|开展|进行|提供|给予|予以/u;
const INNER_LIGHT = /(?<=[一-龥”]{2})(?<!不能|未能|无法|难以|[未不])(?:实施|开展|进行|提供|给予|予以)(?=[一-龥“]{2})(?!率|方案|情况|者)/u;

// 高血压、糖尿病、结核病三类|慢病患者随访
const COUNTED_LIST = /^(?:[^、,\d]{2,12}、){2,8}[^、,\d]{2,12}?[三四五六七八九十](?:类|种|大类)(?=[一-龥]{2})/u;
// 组建|以县人民医院为牵头单位的|医共体
const LED_BY = /(?<=^|组建|成立|建立|建成|形成|打造|构建)以[^,]{2,30}?为(?:牵头单位|牵头|龙头|核心|主体|依托|纽带)的?(?=[一-龥]{2})/u;

const OPENING_SIGNS = /^[⊙ ,;:、。.)\]】【的•·●○◆■□▪▎▍*\-—–]+/u;

// 只, 加, 同, 跃升: left over from a predicate
const NOT_A_NAME =
  /^(?:[仍尚加减增升降涨结只照同则也又还即仅均约达为是被使让令其该此原现拟可能会要应需再更最较比将从由才不拨装做合离距]|折合|约合|相当于|最[快慢高低多少大小长短早]|秋冬季?|跃升|攀升|猛增|骤降|激增|[\d一二两三四五六七八九十]+年|(?:(?:提前|均|都|已)*(?:超过|高于|低于|优于|达到))?(?:国家|全?省|全?市|自治区|上级|州|区|县)?(?:下达|规定|要求|核定|定)的?|(?:指标|目标|工作)(?:要求|任务)|的?要求(?:尚|还|仍)?有(?:一定|较大)?差距|距离?|差|仅用|提前(?:实现|达到|完成)|(?:均|都|已)*(?:优于|好于|低于|高于|超过|达到)《[^》]{1,30}》(?:确定|提出|规定)?的?|责任目标以?|[国省市州县区]控(?:指标|标准|目标)|提前|(?:提前|均|都|已)*(?:超过|优于|好于|低于|高于)|(?:提前|均|都|已)*(?:超过|优于|好于|低于|高于|达到?)?(?:规划|预期|既定|年度)?目标(?:值|数)?(?:相比)?(?:[一-龥]{0,2}差距(?:较大|明显|不大)?)?|按(?:照)?(?:(?:每[人户月年例村次床]){1,2}|人均|户均)(?:标准)?)$/u;

/** Patterns with what is looked for first: whatever a pattern matches, the look before it must, too. */
export const LOOKS_BEFORE: readonly (readonly [look: RegExp, pattern: RegExp])[] = [
  [ASSIGNING, ASSIGNED],
  [BODY, ORGANISATION],
  [BODY, REPORTER],
  [LIGHT_INSIDE, INNER_LIGHT],
  [TRAILING_END, TRAILING],
];

/**
 * Removes scope words, dates, the reporting body, light verbs and connectors from the edges of a phrase. Most phrases have little to remove: a word
 * or a character that a pattern cannot match without is looked for first, which costs a fraction of asking the pattern.
 */
export const tidy = remembered((phrase: string): string => {
  let label = phrase;
  if (label.includes(DATE_MARK))
    label = label.replace(
      /(?:截至|截止|至|到|自|从|(?<!以|之|提)前|民国|光绪|宣统)?⊙(?:同期|全年|上半年|下半年|前|起(?!付|伏|草))?/gu,
      ' ',
    );
  if (label.startsWith('至年')) label = label.replace(/^至年[底末]/u, '');
  if (label.includes('(')) label = label.replace(ASIDE, '');
  if (label.includes('  ')) label = label.replace(/ +/gu, ' ');
  label = label.trim();
  if (LIGHT_OR_SIGN.covers(label)) return '';
  for (let round = 0; round < 6; round++) {
    const before = label;
    label = withoutPredicate(withoutAdverbial(withoutActor(withoutSigns(label))));
    if (label === before) break;
  }
  return NOT_A_NAME.test(label) ? '' : withoutRemains(label);
});

function withoutSigns(text: string): string {
  let label = OPENING_SIGNS.test(text) ? text.replace(OPENING_SIGNS, '') : text;
  // “今年已追回医保基金: the mark that a quotation opens with
  if (label.startsWith('“') && !label.includes('”')) label = label.slice(1);
  return label.endsWith('】') ? label.slice(0, -1) : label;
}

/** Without who reports, who assigned it and how it is classified. */
function withoutActor(text: string): string {
  let label = text;
  if (label.includes('在此')) label = label.replace(/在此(?:基础)?之?上/u, '');
  if (label.includes('基础上')) label = label.replace(/(?:^的?|在[^,]{0,16})基础上再?$|^的?基础上再?/u, '');
  // 按每床2000元的标准给予|补贴46万元
  if (label.startsWith('的标准') || label.startsWith('标准'))
    label = label.replace(/^的?标准,?(?=(?:给予|发放|核拨|拨付|下拨|予以|落实)[一-龥]{2})/u, '');
  if (label.startsWith('即')) label = label.replace(/^即(?=[一-龥]{2})/u, '');
  if (ASSIGNING.test(label)) label = label.replace(ASSIGNED, '');
  if (label.includes('项目')) label = label.replace(PROJECT_DID, '');
  if (label.includes('讯')) label = label.replace(NEWS_LEAD, '');
  if (label.startsWith('由')) label = label.replace(BY_WHOM, '');
  if (label.includes('组成的')) label = label.replace(/由[^,]{2,16}组成的/u, '');
  if (label.includes('有')) label = label.replace(PLACE_HAS, '');
  label = withoutModal(label);
  if (BODY.test(label)) label = label.replace(ORGANISATION, '');
  if (label.includes('依')) label = label.replace(BY_LAW, '');
  if (label.includes('各级')) label = label.replace(ALL_LEVELS, '');
  if (CLASSED.test(label)) label = label.replace(CLASSED, '');
  if (label.includes('共') || label.includes('计')) label = withoutActingTogether(label);
  if (BODY.test(label)) label = label.replace(REPORTER, '');
  if (label.includes('年'))
    label = label.replace(
      /^(?:(?:近|过去)[\d一二两三四五六七八九十]+年(?:间|来|以来)?|[\d一二三四五六七八九十]+年(?:间|来|以来|累计|共))/u,
      '',
    );
  return label;
}

function withoutAdverbial(text: string): string {
  let label = text;
  const adverbial = ADVERBIAL.exec(label)?.[0];
  if (adverbial && (label.length - adverbial.length >= 2 || /(?:影响|价格?|计算)$/u.test(adverbial))) label = label.slice(adverbial.length);
  if (keeps(label, 0)) return label;
  const leading = leadingWords(label);
  return leading < label.length ? label.slice(leading) : label;
}

function withoutPredicate(text: string): string {
  let label = text;
  const done = PREPOSITION_VERB.exec(label);
  if (done?.[1]) {
    const verb =
      /(?:提供|开展|进行|实施|给予|组织|落实|举行|举办|作出|予以|发放|办理|开具|建立|下达|减免|报销|支付|拨付|申请|购买|配备)/u.exec(
        label.slice(label.indexOf(done[1]) + done[1].length),
      )?.[0] ?? '';
    const object = done[2] ?? '';
    label = MEANINGLESS_VERB.test(verb) ? `${done[1]}${object}` : `${done[1]}${verb}${object}`;
  }
  if (label.includes('、')) label = label.replace(COUNTED_LIST, '');
  if (label.includes('以') && label.includes('为')) label = label.replace(LED_BY, '');
  if (LIGHT_INSIDE.test(label)) label = label.replace(INNER_LIGHT, '');
  if (TRAILING_END.test(label)) label = label.replace(TRAILING, '');
  return label.trim();
}

/** Without what only a name that has been trimmed shows to be no part of it. */
function withoutRemains(text: string): string {
  let label = text;
  const bits = REMAINS_OF_NAME.thatMayMatch(label, 0, label.length);
  if (bits !== 0) for (const { pattern, becomes } of REMAINS) if (bits & pattern.bit) label = label.replace(pattern.pattern, becomes);
  // 下发|《…通知》等|文件, 推出|儿童、老年人等|服务包
  return label.includes('等') ? withoutExamples(label) : label;
}

// 下发|《…通知》等|文件; which ones they are is what is said of 大垛、昌荣等卫生院
const EXAMPLES =
  /^(?:(?:[^、,等《》]{1,12}|《[^《》]{2,40}》)、){0,8}(?:(?<=、)[^、,等《》]{1,12}|《[^《》]{2,40}》)等(?![级于离])(?=[一-龥“]{2})(?![^,]{0,12}(?:院|中心|机构|站|所|(?<!科)室|局|[省市县区乡镇村]|单位|企业|公司|(?<!新)项目|工程)$)/u;
const ACTS: ReadonlySet<string> = new Set([...CONTENT_VERBS, '下发', '派发', '分发', '推出', '出版', '编写', '编制', '研发']);

function withoutExamples(label: string): string {
  const verb = ACTS.has(label.slice(0, 2)) ? label.slice(0, 2) : '';
  // 设|综合办、检验科等|科室
  const whole = label.slice(verb.length);
  const rest = whole.replace(/^设(?=[^、,]{2,10}、)/u, '').replace(EXAMPLES, '');
  return isBare(rest) || whole.length - rest.length < 2 ? label : `${verb}${rest}`;
}

// 项目建成后可|提供床位
const WHEN_BUILT = /^[^,、]{0,8}(?:建成|投用|投入使用|完工|竣工|启用)(?:以|之)?后(?:将|可|预计)*(?=[一-龥]{2})/u;

/** 计划|筹措资金, 医院计划再|组织巡回医疗, 可|为群众节省费用 */
function withoutModal(whole: string): string {
  const text = whole.includes('后') ? whole.replace(WHEN_BUILT, '') : whole;
  const label = text.includes('计划') || text.includes('拟') || text.includes('将') ? text.replace(PLANS, '') : text;
  if ((label.startsWith('计划') || label.startsWith('规划')) && PLANNED_ACT.lengthAt(label, 2) > 0) return label.slice(2);
  return label.replace(MODAL, '');
}

/** 县人民医院、县中医医院共|接诊病人 */
function withoutActingTogether(label: string): string {
  for (const { 0: word, index } of label.matchAll(TOGETHER)) {
    if (index < TOGETHER_MIN) continue;
    if (index > TOGETHER_MAX || label.lastIndexOf(',', index) >= 0) break;
    if (!/^[^,]{0,40}[、及和]/u.test(label)) break;
    // 共|计划
    for (const end of word === '共计' ? [index + 2, index + 1] : [index + word.length])
      if (VERBS.lengthsAt(label, end).some((length) => /[一-龥]/u.test(label[end + length] ?? ''))) return label.slice(end);
  }
  return label;
}

// Length of the light and scope words at the start; 完成|率 and 落实|率 are heads, not verbs.
function leadingWords(label: string): number {
  const end = lightUntil(label);
  if (end === 0) return 0;
  // Give the last word back.
  if (end === label.length || HEAD_GOES_ON.test(label[end] as string)) return end - LIGHT.endOf(label.slice(0, end)).length;
  return end;
}

/** True where a word begins that stays though its beginning is light. */
function keeps(label: string, at: number): boolean {
  KEPT.lastIndex = at;
  return KEPT.test(label);
}

const HEAD_GOES_ON = /[率度化性员者局委级额量数值面期法于]/u;

/** Where the light words, the scope words and the signs at the start of a label end. */
function lightUntil(label: string): number {
  let at = 0;
  for (;;) {
    const length = keeps(label, at) ? 0 : LIGHT_OR_SIGN.lengthAt(label, at);
    if (length === 0) return at;
    at += length;
  }
}

// 审批、确认|计划生育奖励扶助对象, 办理和回复|群众投诉
const DONE_HOW = /^(?:公开|面向社会公开|面向社会|免费|集中|专项|上门)/u;
const AND = /(?:、|和|与|并|及)/uy;
const VERBS = new WordList(CONTENT_VERBS);
const VERBS_AND_CONFIRM = new WordList([...CONTENT_VERBS, '确认']);

/** Length of the verbs at the start of a label, joined by 和 and its kin. */
function leadingVerbs(label: string): number {
  if (label.startsWith('建档立卡')) return 0;
  const how = DONE_HOW.exec(label)?.[0].length ?? 0;
  let end = VERBS_AND_CONFIRM.lengthAt(label, how) > 0 ? how : 0;
  let length = VERBS_AND_CONFIRM.lengthAt(label, end);
  if (length === 0) return 0;
  for (;;) {
    end += length;
    AND.lastIndex = end;
    const joint = AND.exec(label)?.[0].length ?? 0;
    length = joint > 0 ? VERBS_AND_CONFIRM.lengthAt(label, end + joint) : 0;
    if (length === 0) return end;
    end += joint;
  }
}

/** The verb of reporting at the start of a label (印制|宣传海报), or two of them (监督抽检|公共场所), or ''. */
export function leadingVerb(label: string): string {
  const first = VERBS.lengthAt(label, 0);
  return first === 0 ? '' : label.slice(0, first + VERBS.lengthAt(label, first));
}

/** The verb of reporting at the end of the text before a number (先后选派|10名), or ''. */
export function trailingVerb(text: string): string {
  const bare = text.endsWith('了') ? text.slice(0, -1) : text;
  return VERBS.endOf(bare);
}

const NOMINAL = /(?:支出|收入|结余|投入|投资|补助|补贴|报销|赔付|拨付|管理|建档|签约|检测|监测|筛查|覆盖|治疗|住院)$/u;

/** True for verbs of reporting that say enough by themselves (罚款, 立案查处). */
export const isVerbal = (label: string): boolean => VERBS.covers(label) && !NOMINAL.test(label);

/** True for verbs of reporting and nothing else (签约, 筛查). */
export const isVerbRun = (label: string): boolean => VERBS.covers(label);

/** 每个|补助: what each of the things before was given. */
export const EACH = /^每[个家所户名村例人](?=(?:补助|奖励|补贴|拨付|给予|救助|投入|资助)$)/u;

/** True where a label does not say what is measured without its subject. */
export function isBare(label: string): boolean {
  if (label.length > 12) return false;
  // 新建卫生室12个,每个补助5万元
  if (EACH.test(label)) return true;
  return label === '' || (BARE_HEAD.test(label) && !SELF_STANDING.test(label));
}

export const isAttribute = (label: string): boolean => ATTRIBUTE.test(label);

/** What a label is about: its leading verb and its trailing measure words taken away. */
export const topicOf = remembered((label: string): string => {
  const measure =
    /(?:总?人数|户数|总?人次数?|例数|件数|数量|(?<!占[^,]{0,12})总数|数|总额|金额|占比|比例|建档|签约|收入|支出|结余|总收入|总支出|总投资|投资|总?建筑面积|占地面积|业务用房面积|起付线|起付标准|封顶线|限额|应检|实检|应种|实种|应管|实管|在管|在册)$/u;
  if (isVerbal(label)) return label;
  let topic = label.replace(/^(?:免费|补服|免收|累计)+/u, '');
  const verbs = leadingVerbs(topic);
  if (verbs > 0 && topic.length - verbs >= 2 && !/^(?:率|度|[点站室台所者]|单位|机构|门诊)/u.test(topic.slice(verbs)))
    topic = topic.slice(verbs);
  for (let i = 0; i < 2 && measure.test(topic) && topic.replace(measure, '').length >= 2; i++) topic = topic.replace(measure, '');
  return topic;
});
