// What looks like a figure and is none. Each entry: rule id, class, a sticky pattern on folded text (tried where a digit or a Chinese
// numeral begins), samples it must match and samples it must not. The evaluation's list of traps and GB/T 15835 are the sources.
import type { MentionClass } from '../model/document.js';
import { SAME_ERA } from './eras.js';

export interface TrapRule {
  readonly id: string;
  readonly class: Exclude<MentionClass, 'quantity' | 'heading' | 'furniture' | 'unexplained'>;
  readonly pattern: RegExp;
  /** What every match begins with. This and the next two save trying the pattern on numbers that it cannot match; they decide nothing. */
  readonly opens?: string;
  /** What every match has behind its numbers: the first character that `signBehind` does not pass over. */
  readonly sign?: string;
  /** What stands directly before every match: the characters that `before` ends with. */
  readonly ahead?: string;
  /** Must match the text directly before the number, where given. */
  readonly before?: RegExp;
  /** Must not match the text directly before the number. */
  readonly notBefore?: RegExp;
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

const DIGITS = '0123456789';
const NUMERALS = '零〇一二两三四五六七八九十百千万亿';
const LATIN = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** `[text before, number]` samples are written `before|number`. */
export const TRAPS: readonly TrapRule[] = [
  {
    // 2014级, 2011版, 2019年版, 2020届: a class or an edition
    id: 'edition',
    class: 'name',
    pattern: /(?:19|20)\d{2}年?(?:版|级|届)/uy,
    opens: '12',
    sign: '年版级届',
    notBefore: /(?:[\d.]|\d,)$/u,
    yes: ['2014级', '2011版', '2019年版'],
    no: ['2016人', '2016年'],
  },
  {
    // 二〇一七年, 二○二一年七月十二日
    id: 'spelled-date',
    class: 'date',
    pattern:
      /(?:[一二][〇零九][〇零一二三四五六七八九]{2}年(?:[一二三四五六七八九十]{1,3}月(?:[一二三四五六七八九十]{1,3}日)?)?|[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日|份|底|初|上旬|中旬|下旬))/uy,
    opens: NUMERALS,
    sign: '年月',
    yes: ['二〇一七年', '二〇二一年七月十二日', '五月份'],
    no: ['二十家'],
  },
  {
    // 20xx年, 201X年: a year blotted out by a document library
    id: 'blotted-year',
    class: 'date',
    pattern: /20(?:[xX×*]{2}|\d[xX×*])[ ]?年?/uy,
    opens: '2',
    sign: 'xX×*',
    yes: ['20xx年', '201X年', '20**年'],
    no: ['20例'],
  },
  {
    // 3 | 浙里长寿 | …: the number of a row whose table lost its columns
    id: 'row-number',
    class: 'ordinal',
    pattern: /[1-9]\d?(?= \| ?[一-龥“])/uy,
    opens: DIGITS,
    sign: '|',
    ahead: '\n',
    before: /\n$/u,
    yes: ['\n|3 | 浙里长寿 | 完成'],
    no: ['\n|3 | 20 |', '共|3 | 完成'],
  },
  {
    // 统计公报(3), 图片(2).jpg: which page of the document, which copy of a file
    id: 'page-of-document',
    class: 'ordinal',
    pattern: /\d{1,2}(?=\)(?:\n|$|\.(?:jpe?g|png|pdf|docx?|xlsx?)))/uy,
    opens: DIGITS,
    sign: ')',
    ahead: '(',
    before: /(?:公报|报告|总结|规划|计划|方案|[\dA-Za-z] ?)\($/u,
    yes: ['统计公报(|3)', 'IMG_0216 (|3).jpg'],
    no: ['床位(|12)', '报告(|3)例'],
  },
  {
    // 表1 城乡居民参保情况, 附件2, 见附表3-1; 共2张表
    id: 'table-number',
    class: 'ordinal',
    pattern: /\d{1,2}(?:[-—.~]\d{1,2})?(?=[ ,。;:)、\n]|\p{Script=Han}|$)(?! ?(?:所(?!示)|[个张份项家名人例]|万|亿))/uy,
    opens: DIGITS,
    ahead: '表图件录注 ',
    before: /(?:^|[\n #(:,。;见如由])(?:附?[表图]|续表|附件|附录|附注) ?$/u,
    yes: ['\n表|1 参保情况', '详见附件|2。', '如图|3 所示', '(表|4)', '##表|2 床位'],
    no: ['体检表|12份', '发放调查表|3万份', '代表|5人', '表|3 家'],
  },
  {
    id: 'tables-of-the-report',
    class: 'ordinal',
    pattern: /\d{1,2} ?张(?=附?[表图](?:$|[,。;:)\n ]))/uy,
    opens: DIGITS,
    sign: '张',
    ahead: '共 ',
    before: /共 ?$/u,
    yes: ['共|2张表', '共|3张附表。'],
    no: ['共|2张床', '共|2张表格'],
  },
  {
    // 民国32年, 光绪二十一年(1895年)
    id: 'era-year',
    class: 'date',
    pattern: /(?:\d{1,2}|[一二三四五六七八九十]{1,3}) ?年(?:间|初|末)?/uy,
    sign: '年',
    ahead: '国绪统治丰光庆隆正熙历 ',
    before: /(?:民国|光绪|宣统|同治|咸丰|道光|嘉庆|乾隆|雍正|康熙|万历) ?$/u,
    yes: ['民国|32年', '光绪|二十一年'],
    no: ['32年'],
  },
  {
    // 民国29年开办,31年增设分院: of the same era
    id: 'era-year',
    class: 'date',
    pattern: new RegExp(SAME_ERA, 'uy'),
    opens: '123456789',
    sign: '年',
    yes: ['民国29年开办,|31年增设分院'],
    no: ['开办,|31年增设分院', '民国29年开办,|31年来'],
  },
  {
    // 民国26年(1937), 光绪三十年(1904)
    id: 'era-year',
    class: 'date',
    pattern: /1[6-9]\d{2}(?=\))/uy,
    opens: '1',
    sign: ')',
    ahead: '(',
    before: /(?:民国|光绪|宣统|同治|咸丰|道光|嘉庆|乾隆|雍正|康熙|万历) ?[^,。;()]{1,6}年\($/u,
    yes: ['民国二十二年(|1933)', '光绪30年(|1904)'],
    no: ['2010年(|1933)', '民国时有产妇(|1933)'],
  },
  {
    // 上世纪80年代, 90年代末
    id: 'decade',
    class: 'date',
    pattern: /(?:\d0|[二三四五六七八九]十)年代(?:初|末|中期)?/uy,
    sign: '年',
    yes: ['80年代', '九十年代末'],
    no: ['80年'],
  },
  {
    // 2016—2020年, 2019至2021年度
    id: 'year-range',
    class: 'date',
    pattern: /(?:19|20)\d{2} ?年? ?[-—~至到]+ ?(?:(?:19|20)\d{2}|\d{2}(?=年)) ?(?:年(?:度|期间|末|底)?)?(?!\d)/uy,
    opens: '12',
    yes: ['2016—2020年', '2019至2021年度', '2021-2025年'],
    no: ['2016人'],
  },
  {
    // 2020-12-22 09:30, 2019.6.11, 2021/3/5
    id: 'numeric-date',
    class: 'date',
    pattern:
      /(?:19|20)\d{2}(?:([-/.])(?:0?[1-9]|1[0-2])\1(?:3[01]|[12]\d|0?[1-9])|-(?:0[1-9]|1[0-2]))(?:[ T]*\d{1,2}:\d{2}(?::\d{2})?)?(?!\d)|20[0-3]\d(?:0[1-9]|1[0-2])(?:3[01]|[12]\d|0[1-9])(?!\d|\.\d| ?[\p{Script=Han}%])/uy,
    opens: '12',
    yes: ['2020-12-22', '2020-12-22 22:22', '2019.6.11', '2021-05', '20210507.jpg'],
    no: ['2020.5元', '2019人', '20210507元', '20211307', '1984.2/10万'],
  },
  {
    // 2019年6月11日, 2016年12月底前, 2018年末, 2019年1-6月
    id: 'year-month-day',
    class: 'date',
    pattern:
      /(?:19|20)\d{2} ?年(?:度|初|末|底|中(?![医西心药小央国华层])|终)?(?:前|以前|以来|起)?(?: ?\d{1,2} ?(?:[-—~至到] ?\d{1,2} ?)?月(?:份|底|末|初|中旬|上旬|下旬)?(?:前)?(?: ?\d{1,2} ?日?(?=[日号]|[^\d人名个家例次户]))?[日号]?(?:前|起)?)?/uy,
    opens: '12',
    sign: '年',
    notBefore: /(?:[\d.]|\d,)$/u,
    yes: ['2019年6月11日', '2016年12月底前', '2018年末', '2019年1-6月', '2020年度'],
    no: ['20年', '120年'],
  },
  {
    // 4、5月间
    id: 'month-list',
    class: 'date',
    pattern: /(?:1[0-2]|[1-9])(?=、(?:1[0-2]|[1-9]) ?月(?:份|间|底|中|上|下|[,。至—-]))/uy,
    opens: DIGITS,
    sign: '、',
    yes: ['4、5月间', '11、12月份'],
    no: ['4、5月龄', '4、5个月'],
  },
  {
    // 6月27日至7月2日, 1-6月, 5月底, 12月
    id: 'month',
    class: 'date',
    pattern:
      /\d{1,2} ?(?:[-—~至到]+ ?\d{1,2} ?)?月(?:份|底|末|初|中旬|上旬|下旬)?(?!龄|子|嫂|经)(?:前)?(?: ?\d{1,2} ?[日号])?(?:[-—~至到] ?\d{1,2}[日号])?/uy,
    opens: DIGITS,
    sign: '月',
    yes: ['6月27日', '1-6月', '5月底前', '12月份'],
    no: ['6月龄', '3个月'],
  },
  {
    // 27日 after a month or a range; 住院日8.5日 is a duration
    id: 'day-of-month',
    class: 'date',
    pattern: /(?:3[01]|[12]\d|[1-9])日(?!均|龄|次|间手术)(?:上午|下午|晚|前|起)?/uy,
    opens: DIGITS,
    sign: '日',
    notBefore: /(?:住院日|平均|时间|时限|限|为|达|床日|缩短至?|[.\d])$/u,
    yes: ['27日', '5日上午'],
    no: ['40日', '限|15日'],
  },
  {
    id: 'clock',
    class: 'date',
    pattern:
      /\d{1,2}(?::\d{2}(?::\d{2})?|时至(?:\d{1,2}月)?(?:\d{1,2}日)?\d{1,2}时|[时点]\d{1,2}分|[时点](?:整|许|至|前|起|左右|半|止)|时(?=[,。;、)\n]|$))(?!\d)/uy,
    opens: DIGITS,
    sign: ':时点',
    yes: ['22:22', '9时30分', '8点整', '0时至30日24时'],
    no: ['22人'],
  },
  {
    // 早晨8点, 延长到晚上9点
    id: 'clock',
    class: 'date',
    pattern: /\d{1,2} ?点(?!\d)/uy,
    opens: DIGITS,
    sign: '点',
    ahead: '晨上午晚夜间',
    before: /(?:早晨|早上|清晨|上午|中午|下午|傍晚|晚上|晚间|凌晨|夜间)$/u,
    yes: ['早晨|8点', '延长到晚上|9点。'],
    no: ['提高|3点', '上午|8点5'],
  },
  {
    // 2016半年, 2019上半年
    id: 'year-and-noun',
    class: 'date',
    pattern: /(?:19|20)\d{2}(?=(?:上|下)?半年|冬|春|秋|第)/uy,
    opens: '12',
    sign: '上下半冬春秋第',
    notBefore: /(?:[\d.]|\d,)$/u,
    yes: ['2016半年', '2019上半年'],
    no: ['2016人', '2014级'],
  },
  {
    // 近五年来, 三年行动计划, 连续3年, 5年规划, 未来3年
    id: 'span-of-years',
    class: 'date',
    pattern: /(?:\d{1,2}|[一二两三四五六七八九十]+)(?:余|多)?年(?:来|间|以来|期间|期|内|行动|攻坚|规划|计划|工作|滚动|任务|前|后|多来)/uy,
    sign: '余多年',
    yes: ['五年来', '3年行动', '5年规划'],
    no: ['5年', '五家', '23个年内开工'],
  },
  {
    id: 'span-of-years',
    class: 'date',
    pattern: /(?:\d{1,2}|[一二两三四五六七八九十]+)(?:个年头|年)/uy,
    sign: '个年',
    ahead: '近去来后续每前第头这上下时用满',
    before: /(?:近|过去|未来|今后|连续|每|往后|前|后|第|头|这|上|下|历时|用|满|届满)$/u,
    yes: ['近|5年', '连续|三年'],
    no: ['有效期|3年'],
  },
  {
    // 今年前10个月, 前三个月
    id: 'running-months',
    class: 'date',
    pattern: /(?:1[0-2]|[1-9]|十[一二]?|[二三四五六七八九])个月(?!龄)/uy,
    sign: '个',
    ahead: '前',
    before: /(?:^|(?:[今本去全]|(?:19|20)\d{2}) ?年|[,。;、:\n ])前$/u,
    yes: ['今年前|10个月', '。前|三个月', '2021年前|8个月'],
    no: ['提前|10个月', '术前|3个月'],
  },
  {
    // 每10万人, 每3.8万人: what a figure is told for
    id: 'per-so-many',
    class: 'population',
    pattern: /\d[\d.]*[百千万]{0,2}(?:常住|户籍|服务)?(?:人口|居民|人)(?!次|份|均)/uy,
    opens: DIGITS,
    ahead: '每',
    before: /每$/u,
    yes: ['每|10万人', '每|3.8万人'],
    no: ['共|10万人', '每|2000人次'],
  },
  {
    // 进展情况汇报 3页: how long the document is
    id: 'page-count',
    class: 'name',
    pattern: /\d{1,4} ?页(?=$|\n)/uy,
    opens: DIGITS,
    sign: '页',
    ahead: ' ',
    before: / $/u,
    yes: ['汇报 |3页'],
    no: ['共|3页', '材料 |3页,'],
  },
  {
    // 11.2 KB: how large the file is
    id: 'file-size',
    class: 'name',
    pattern: /\d{1,4}(?:\.\d{1,2})? ?[KMG]B(?![A-Za-z])/uy,
    opens: DIGITS,
    yes: ['11.2 KB', '3MB'],
    no: ['3M', '11.2BK'],
  },
  {
    // 10混1检测, 按20混1方式: how many samples are tested together
    id: 'pooled-samples',
    class: 'name',
    pattern: /(?:5|10|20) ?混 ?1(?!\d)/uy,
    opens: '125',
    sign: '混',
    yes: ['10混1', '20 混 1'],
    no: ['10混10', '5混合'],
  },
  {
    // 500毫安X光机, 30 毫安的X线机: what a machine is called by
    id: 'strength-of-machine',
    class: 'name',
    pattern: /\d{2,4} ?(?:毫安|mA)(?:的|以[上下])?(?=[^,。;]{0,4}(?:X|机))/uy,
    opens: DIGITS,
    yes: ['30毫安X光机', '200mA X光机'],
    no: ['30毫安。'],
  },
  {
    // 性别比(以女性为100): what an index starts from
    id: 'index-base',
    class: 'name',
    pattern: /10{2,4}(?![\d.%‰]|[一-龥])/uy,
    opens: '1',
    ahead: '为=',
    before: /(?:以[一-龥]{1,8}(?:作?为)|[男女]性?=)$/u,
    yes: ['以女性为|100)', '以上年为|100,'],
    no: ['以女性为|100人', '以女性为|120)'],
  },
  {
    // 血压138/86
    id: 'blood-pressure',
    class: 'name',
    pattern: /\d{2,3} ?\/ ?\d{2,3}(?!\d)(?: ?(?:毫米汞柱|mmHg))?/uy,
    opens: DIGITS,
    sign: '/',
    before: /血压[^,。;\d]{0,6}$/u,
    yes: ['血压|138/86', '血压为|150/95mmHg'],
    no: ['发病率|13/10万'],
  },
  {
    // 400毫升献血者比例: which donors
    id: 'volume-in-name',
    class: 'name',
    pattern: /[234]00 ?(?:毫升|ml|mL)(?=(?:及?以上)?(?:的)?(?:无偿|自愿)?(?:献血|采血)(?:者|人次?|率|比例|占比))/uy,
    opens: '234',
    sign: '毫m',
    yes: ['400毫升献血者比例', '300ml以上献血率'],
    no: ['400毫升。', '献血400毫升,'],
  },
  {
    // 电话10秒内接听率, 3分钟内出车率: a limit that a rate is named by
    id: 'limit-in-name',
    class: 'name',
    pattern: /\d{1,3} ?(?:秒钟?|分钟|小时|天|日)(?:之?内|以内)(?=[一-龥]{2,8}率)/uy,
    opens: DIGITS,
    sign: '秒分小天日',
    yes: ['10秒内接听率', '24小时内报告率'],
    no: ['10分钟内到达', '3天内'],
  },
  {
    // 8~12岁|7616人, (0~18周岁), 13岁左右在校女生
    id: 'age-of-people',
    class: 'population',
    pattern:
      /\d{1,2}(?: ?周?岁)?[-—~至到] ?\d{1,2} ?周?岁(?=\d|[)]|(?:在校|患儿|[适学]龄))|\d{1,2} ?周?岁左右(?=(?:的|在校|适龄|农村|女|男|儿童|学生|老人|妇女|人群))/uy,
    opens: DIGITS,
    sign: '周岁',
    notBefore: /(?:年龄|寿命)[^,。;]{0,6}$/u,
    yes: ['8~12岁7616', '0~18周岁)', '13岁左右在校'],
    no: ['79.3岁', '60岁左右。'],
  },
  {
    // 每年, 一年, 一季度, 四季度, 二十四小时, 24小时值班
    id: 'period-word',
    class: 'date',
    pattern:
      /(?:[一二三四1-4](?:至|-|—)?[二三四2-4]?季度|[一1]年(?:一|1)度|一年(?:内|中|以内|之内|来)?|二十四小时|24 ?小时(?=[不值在应服开畅全待监连电备接热提保轮即]|”|制|核酸|”))/uy,
    opens: '一二三四1234',
    sign: '季年小',
    notBefore: /第$/u,
    yes: ['一季度', '24小时值班', '一年内'],
    no: ['24小时', '一家'],
  },
  {
    // 65岁及以上, 0-6岁儿童, 35—64岁, 3岁以下
    id: 'age-band',
    class: 'population',
    pattern:
      /\d{1,3}(?:\.\d)? ?(?:周?岁|月龄|个月龄)?(?:[-—~至到]+ ?\d{1,3})? ?(?:周?岁|月龄|个月龄) ?(?:\(?[及含]?\)?以?[上下内]|及其?以[上下]|以前|之间|组|年龄组|至|[-—~]|(?=[(]?(?:的)?(?:纯|全|低|辖区|户籍|在册|农村|城镇|贫困|适龄|常住|散居|入托|学龄前?|残疾|高龄|失能){0,2}(?:儿童|老年|老人|妇女|人群|居民|人口|女性|男性|女生|男生|女孩|男孩|婴幼儿|学生|患者|幼儿|公民|青少年|适龄|群众|市民|村民|孩子|婴儿|者|人员|成人|常住))|(?=(?:[、和]\d{1,3}(?:[-—~至]\d{1,3})?周?岁){1,5}(?:及?以[上下])))(?:\d{1,3}周?岁)?/uy,
    opens: DIGITS,
    sign: '周岁月个',
    notBefore: /(?:寿命[^,。;]{0,8}|平均年龄[^,。;]{0,4}|平均)$/u,
    yes: ['65岁及以上', '0-6岁儿童', '35—64岁人群', '3岁以下', '60周岁以上'],
    no: ['79.3岁'],
  },
  {
    // 12-17岁接种…人, 3-11岁,第一针接种…人
    id: 'age-band',
    class: 'population',
    pattern: /\d{1,2} ?[-—~至] ?\d{1,3} ?周?岁/uy,
    opens: DIGITS,
    sign: '周岁',
    notBefore: /(?:寿命[^,。;]{0,8}|年龄[^,。;]{0,4}|平均|由|从)$/u,
    yes: ['12-17岁'],
    no: ['79.3岁'],
  },
  {
    // 未满5周岁的死亡儿童, 年满60岁
    id: 'age-reached',
    class: 'population',
    pattern: /\d{1,3} ?周?岁(?:的)?/uy,
    opens: DIGITS,
    sign: '周岁',
    ahead: '满',
    before: /(?:未满|不满|年满|已满|满)$/u,
    yes: ['未满|5周岁', '年满|60岁'],
    no: ['达到|79岁'],
  },
  {
    // 78岁的陈大爷: somebody's age
    id: 'age-of-person',
    class: 'population',
    pattern: /\d{1,3} ?(?:多|余)?岁(?:高龄)?(?:的)(?=[一-龥])/uy,
    opens: DIGITS,
    sign: '多余岁',
    yes: ['78岁的陈大爷', '82岁高龄的他'],
    no: ['78.5岁'],
  },
  {
    // 0至6个月婴儿
    id: 'months-of-life',
    class: 'population',
    pattern: /\d{1,2}(?:[-—~至到]\d{1,2})?个月(?:以[内下上])?(?:龄|的?(?:婴|幼|儿童|孩))/uy,
    opens: DIGITS,
    sign: '个',
    yes: ['0至6个月婴儿', '6个月以内婴幼儿'],
    no: ['3个月'],
  },
  {
    // 孕13周, 产后42天
    id: 'moment-of-life',
    class: 'population',
    pattern: /\d{1,3}(?:\+\d)?(?:[-—~至]\d{1,3})?(?:周|天|小时)(?:前|内|以内|之内|后)?/uy,
    opens: DIGITS,
    sign: '+周天小',
    ahead: '孕娠后前生病院',
    before: /(?:孕|妊娠|怀孕|产后|产前|出生|出生后|生后|分娩后|发病|术后|出院后?)$/u,
    yes: ['孕|13周前', '产后|42天'],
    no: ['脱产进修|3周'],
  },
  {
    // 国办发〔2015〕13号, 津卫字(2015)66号, 201513号, 第5号令
    id: 'document-number',
    class: 'document-number',
    pattern:
      /(?:(?:19|20)\d{2}[〕\])】〉}] ?第? ?\d{1,5} ?号?|\d{1,9} ?号(?:文件?|令|公告|通知|提案|建议|议案|楼|线|院|门|病区|馆)?(?:-\d+)?)/uy,
    opens: DIGITS,
    sign: '〕])】〉}号',
    yes: ['2015〕13号', '201513号', '5号令', '201566号'],
    no: ['13人'],
  },
  {
    // [12] behind a word: a note
    id: 'note-mark',
    class: 'ordinal',
    pattern: /\d{1,3}(?=\])/uy,
    opens: DIGITS,
    sign: ']',
    ahead: '[',
    before: /\[$/u,
    yes: ['[|12]'],
    no: ['共|12家'],
  },
  {
    id: 'ordinal',
    class: 'ordinal',
    pattern:
      /(?:\d{1,4}|[零一二两三四五六七八九十百]+)(?:[-—~至、]第?(?:\d{1,4}|[一二三四五六七八九十]+))?(?:位|名|届|次|轮|批|期|个|款|季度|产业|方|类|者|版|名列)?/uy,
    ahead: '第 ',
    before: /第 ?$/u,
    yes: ['第|31个', '第|二'],
    no: ['位居|31个'],
  },
  {
    // 前3名, 排名全市第
    id: 'rank',
    class: 'ordinal',
    pattern: /(?:\d{1,3}|[一二两三四五六七八九十]+)(?:名|位|强|甲|列|甲医院)/uy,
    sign: '名位强甲列',
    ahead: '前名列居省市区县国',
    before: /(?:(?<![目此之日以])前|排名|列|居|位列|名列|位居|列全[省市区县国])$/u,
    yes: ['全市前|3名', '百强榜前|十位'],
    no: ['选派|3名', '目前|21名患者', '此前|6名'],
  },
  {
    // 5A级, 三级甲等, 二甲医院, C级, 2级
    id: 'grade',
    class: 'grade',
    pattern: /(?:\d{1,2}[Aa]|[零一二三四五]、?[二三四]?|\d)(?:级(?!以上检查)(?:甲等|乙等|丙等|以[上下])?|甲(?=[^,。]|$)|乙(?=[^,。]|$))/uy,
    sign: 'Aa、级甲乙',
    yes: ['5A级', '三级甲等', '二甲', '二三级', '2级'],
    no: ['三家', '5家'],
  },
  {
    // 2型糖尿病, 4+7, 9+X, 1+1+N, 8·3
    id: 'name-with-number',
    class: 'name',
    pattern:
      /(?:\d+型|\d+(?:\+[\dNXn]+)+|\d+[·•]\d+|[一二三四五六七八九十\d]+免[一二三四五六七八九十\d]*补?|\d+价(?=HPV|宫颈癌|疫苗|流脑|肺炎|人乳头)|[一二三四五六七八九十]+价)/uy,
    sign: '型+·•免价',
    yes: ['2型', '4+7', '1+1+N'],
    no: ['4人'],
  },
  {
    // 医护比为1:1.33, 按4:6比例分担: a proportion
    id: 'proportion',
    class: 'name',
    pattern: /\d{1,3}(?:\.\d{1,3})?(?::\d{1,3}(?:\.\d{1,3})?){1,3}(?!\d)/uy,
    sign: ':',
    before: /(?:比|比例|按照?)(?:为|是|达到?|由|从|提高到?|到|约)*$|\d:\d[\d.]*(?:提高|提升|上升|优化|增加|调整|下降|降低)?[到至为]$/u,
    yes: ['医护比为|1:1.33', '比例达到|1:1.25', '财政按|4:6', '按|6:1:3的比例', '床护比由1:0.3提高到|1:0.4'],
    no: ['7人'],
  },
  {
    // 共印60份: how many copies of the document itself were printed
    id: 'copies-printed',
    class: 'identifier',
    pattern: /\d{1,4} ?份/uy,
    opens: DIGITS,
    sign: '份',
    ahead: '印',
    before: /共印 ?$/u,
    yes: ['共印|60份'],
    no: ['发放|60份'],
  },
  {
    // 《宁远年鉴》(2020卷)
    id: 'volume',
    class: 'identifier',
    pattern: /(?:19|20)\d{2}卷/uy,
    opens: DIGITS,
    sign: '卷',
    yes: ['2020卷'],
    no: ['202卷'],
  },
  {
    // 建成5大中心: a way of speaking
    id: 'big-ones',
    class: 'name',
    pattern: /\d{1,2}大(?=[一-龥]{0,4}(?:中心|体系|行动|工程|板块|系统|机制|平台|任务|领域|片区|模块|专科|学科|短板|抓手|举措))/uy,
    opens: DIGITS,
    sign: '大',
    yes: ['5大中心', '6大行动'],
    no: ['3大桶', '12大专'],
  },
  {
    // 成立100周年, 64排CT
    id: 'anniversary-or-slices',
    class: 'name',
    pattern: /\d{1,3}(?:周年|排(?=[^,。;]{0,4}CT))/uy,
    sign: '周排',
    yes: ['100周年', '64排CT'],
    no: ['64排'],
  },
  {
    // 120急救, 12320热线, 12345平台, 110联动
    id: 'service-number',
    class: 'name',
    pattern:
      /(?:110|119|120|122|12\d{3}|95\d{3}|1\d{4})(?=[”"]?(?:急救|热线|指挥|平台|电话|报警|联动|救护|调度|系统|市民|投诉|服务热线|卫生热线|、1[12]\d|接线|出车|咨询|中心|院前|站|来电|呼[叫救]|受理))|(?:12320|12345|12356|12315|12331|12393)(?=、|及|和|与|等|受理|转办)/uy,
    opens: '19',
    sign: '”"急热指平电报联救调系市投服卫、接出咨中院站来呼及和与等受转',
    yes: ['120急救', '120来电', '12320热线', '12345市民', '12320及来信'],
    no: ['120人'],
  },
  {
    // 请拨打120
    id: 'service-number',
    class: 'name',
    pattern: /(?:110|119|120|122|12\d{3}|95\d{3})(?![\d.]|[一-龥])/uy,
    opens: '19',
    ahead: '打叫 ',
    before: /(?:拨打|呼叫|打|叫)了? ?$/u,
    yes: ['立即拨打|120。', '呼叫|120,'],
    no: ['拨打|120次', '拨打|240。'],
  },
  {
    // 15分钟就医圈, 30分钟医疗服务圈, 10公里服务半径
    id: 'service-circle',
    class: 'name',
    pattern: /\d{1,3} ?(?:分钟|公里|小时)(?=[一-龥]{0,8}(?:圈|生活圈|服务半径))/uy,
    opens: DIGITS,
    sign: '分公小',
    yes: ['15分钟就医圈', '30分钟医疗服务圈'],
    no: ['15分钟'],
  },
  {
    // 十四五, “十三五”期间
    id: 'plan-period',
    class: 'name',
    pattern:
      /(?:十[一二三四五]?五|[一二三四五六七八九]五)(?=[”"]?(?:期间|规划|末|时期|以来|计划|卫生|医|健康|全|国家|重点|发展|”|"|收官|开局|主|目标|。|,|、))/uy,
    opens: NUMERALS,
    sign: '”"期规末时以计卫医健全国重发收开主目。,、',
    yes: ['十四五规划', '十三五”期间'],
    no: ['十五家'],
  },
  {
    // 0839-3262313, 13800138000, 400-820-8820
    id: 'telephone',
    class: 'identifier',
    pattern: /(?:0\d{2,3}-? ?\d{7,8}(?:-\d{1,4})?|1[3-9]\d{9}|400-?\d{3}-?\d{4})(?!\d)/uy,
    opens: '014',
    notBefore: /[\d.]$/u,
    yes: ['0839-3262313', '13800138000'],
    no: ['1380013人'],
  },
  {
    // 电话:8862313, QQ:2055934822, 邮编 628017, 备13022795
    id: 'labelled-identifier',
    class: 'identifier',
    // 许可证|2178份 and 急救电话|2367个 count them
    pattern: /[\d][\d\-×xX*]{2,}(?:号(?:-\d+)?)?(?![\d\-×xX*份本张件户家例个次人名条起通部台项期元万亿余多])/uy,
    opens: DIGITS,
    ahead: `${LATIN}话线真群信号编码证案备字量数击率读访 ::为是(`,
    before:
      /(?:电话|热线|传真|QQ群?|微信号?|邮编|邮政编码|许可证号?|备案号?|ICP备|网安备|安备|编号|标识码|账号|卡号|证号|代码|批准文号|国药准字[A-Z]?|索引号|文号|浏览量|浏览次数|点击数?|点击量|点击率|阅读量?|阅读数|访问量|字数|来访)[ ::为是(]*$/u,
    yes: ['联系电话:|8862313', 'QQ:|2055934822'],
    no: ['投入|3262313', '食品卫生许可证|2178份', '受理急救电话|2367个', '接听电话|87869次'],
  },
  {
    id: 'long-number',
    class: 'identifier',
    pattern: /\d{11,}(?:号)?(?!\.\d|[元万亿])/uy,
    opens: DIGITS,
    yes: ['51140202000112号'],
    no: ['1114020200元'],
  },
  {
    // places whose names read like a count
    id: 'place-name',
    class: 'name',
    pattern: /九台(?=[市区])|七台(?=河)|五家(?=渠)/uy,
    opens: NUMERALS,
    sign: '台家',
    yes: ['七台河市', '五家渠市', '九台区'],
    no: ['七台设备', '五家医院'],
  },
  {
    // GB5749-2006, WS/T 367-2012: the number of a standard
    id: 'standard-number',
    class: 'document-number',
    pattern: /\d{2,6}(?:\.\d{1,3})?[-—](?:19|20)?\d{2}(?!\d)/uy,
    opens: DIGITS,
    ahead: `${LATIN}${DIGITS} -`,
    before: /(?:GBZ?|WS|DB\d{0,2}|HJ|YY|JJ[GF]|NY|QB|CJ|JGJ|AQ|GA|SL)(?:\/[TZ])?[ -]?$/u,
    yes: ['GB|5749-2006', 'WS/T |367-2012', 'GBZ|188-2014'],
    no: ['共|5749'],
  },
  {
    // H1N1, PM2.5, B超2, COVID-19, 5G, A4; CT|1台 and DR|3台 are counted
    id: 'latin-name',
    class: 'name',
    pattern: /\d+(?:\.\d+)?(?![\d.]| ?[台套辆部架]| ?万?(?:例(?!如)|人次|人份|名))(?:[A-Za-z]+\d*)?/uy,
    opens: DIGITS,
    ahead: `${LATIN}-—`,
    before: /[A-Za-z][-—]?$/u,
    yes: ['COVID-|19', 'PM|2.5', 'H|1N1', 'PCR|2管'],
    no: ['共|19', 'CT|1台', 'AED|12台', '急诊PCI|97例', '检测HIV|1.2万人次'],
  },
  {
    // 5G, 3D, 24H, 5S
    id: 'latin-name',
    class: 'name',
    pattern: /\d+(?:\.\d+)?[GDSHVP](?![A-Za-z])/uy,
    opens: DIGITS,
    sign: 'GDSHVP',
    yes: ['5G网络', '3D打印', '6S管理'],
    no: ['5家'],
  },
];

/** What stands directly before a number that is a part of a name, an ordinal or a set phrase. */
export const CANCEL_BEFORE = /(?<=第|(?:^|[\n (])(?:表|图|附表|附图|附件) ?|星期|周|礼拜|编号|NO\.?|No\.?)/uy;

/** Chinese numerals: words after `numeral + classifier` that make it a way of speaking (三个方面, 两个维护), not a count. */
export const ABSTRACT_AFTER =
  /^(?:方面|层面|维护|全覆盖|确保|坚持|意识|自信|阶段|环节|关口|关键|到位|转变|结合|统一|原则|维度|角度|重点|着力|突出|围绕|更加|强化|聚焦|专项行动方案|时期|大局|文明|体系|抓手|基本|带头|务必|一体|规定|制度(?!建)|禁令|纪律|清单|责任|常态|同步|提升|提高|不放过|月|季度|率先|责任制|老有|百分百|百分之百|中心(?!卫生院|医院|血站|乡|镇|村|校|小学|敬老院)|到底)/u;

/** 一家, 一名 count only behind a verb of creating or an event that happened once. */
export const ONE_COUNTS_AFTER =
  /(?<!未|没|没有|从未|未再)(?:新增|新建|新设|新成立|成立|建成|设立|创建成?|引进|购置|购入|购买|添置?|增添|配备|调拨|配发|捐赠|获赠|报告|发生|获得?|荣获|建立|开设|增设|开办|查处|吊销|移交|立案|收治)(?:了)?$|各$/u;
