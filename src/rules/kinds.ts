// Cues that tell planned figures and rule parameters from reached ones. Order of trust: the figure's own clause, its sentence, its heading,
// the report's title. Sources: the genre's modal verbs (现代汉语八百词), the wording of insurance and subsidy rules.

import { Guarded, Siblings } from '../text/guarded.js';

/** Those that are asked of what stands before a figure. */
export const CUES_BEFORE = new Siblings();

/** The clause aims at something: 力争…, 目标为…, 要达到…, 应达到…. */
export const TARGET_CUES = CUES_BEFORE.add(
  /(?:力争|争取(?=实现|达|在|完成|年底|明年|早日|进入|20|到20|[一二三四]季度)|可(?=新增|增加|节省|节约|提供)|拟(?!定|订|议)|(?<!按|照)计划(?!生育|免疫|内|外|的|单列|数|任务|怀孕)|规划(?:总?投资|用地|占地|到|建设|至|床位|期内)|预计|预期(?!寿命|性|进度|效果)|目标(?:值|为|是|要求|任务)|目标[::]|目标不|目标达|目标(?=新增|新建|建成)|任务(?:数|目标|指标)?(?:为|是)|指标值为|要求(?:达到|不低于|控制)|(?:应|须|要|需)(?:全部|全面|均|都)?(?:达到?|控制在|稳定在|保持在|突破|实现|补|完成)|务必|力促|有望|[三五两]年内(?:引进|培养|培训|建|新增|打造|完成|实现|达)|拟再|再增派|将(?=(?:在|于|新|每|全面|完成|达|投|开|建|实|增|突破|再|继续|逐步|组织|引|招|为[^,]{1,12}(?:提供|办理))))/u,
  '争可拟划预标务求应须要需促望内派将',
);
/** 将次均费用增幅|控制在5%, 把名额|增至180人, 使接种率|升至88%: moving something to a value. */
export const AIMED_MOVE = CUES_BEFORE.add(
  /(?:^|[,、])[ ]*(?:要|须|需)?(?:将|把)[^,]{2,24}(?:控制在|降至|降到|压减到?|压缩到|压到|提高到|增至|升至|推广到|扩大到|稳定在)[^,]{0,4}$/u,
  '将把',
);
export const FUTURE_CUES = CUES_BEFORE.add(/(?:明年|来年|下一步|下步|下一阶段|今后|未来|下半年将|届时)/u, '明来下后届');
/** 确保…控制在10%以内: a target even inside an account, unless it was reached. */
export const CONTROL_CUES = /(?:确保|控制在|保持在)[^,]{0,30}$/u;
/** What CONTROL_CUES needs besides: 确保. */
export const ENSURED = CUES_BEFORE.add(/确保/u, '确');
/** 到年底,覆盖率不低于64%: a floor with a term; a floor alone may be a result told from below. */
export const FLOOR_WITH_TERM = /(?:(?<!截)[到至](?:今年|本年)?(?:年底|年末|\d{1,2}月底)|年内|今年)[^;]*不(?:低|少|小)于[^,]{0,2}$/u;
/** Cues that hold for the clauses behind them in the sentence, until something reached is reported. */
export const CARRIED_CUES =
  /(?:力争|拟(?!定|订|议)|预计|确保|规划期内|还将|将(?=(?:在|于|新|每|全面|完成|达|投|开|建|实|增|突破|再|继续|逐步|组织|引|招|着力|重点|进一步|围绕|坚持|切实|认真|做好))|计划(?=新|完成|开展|投入|建|实施|招|引|培训|创建|组织)|争取(?=达|实现|完成|在|到20|[一二三四]季度))/gu;
/** A sentence that says of all its figures that they are aims. */
export const SENTENCE_TARGET = new Guarded(
  /^(?:下一步|下步|下一阶段|下阶段|接下来|今后),|^[^,。;]{0,14}(?:目标|目标任务|主要指标|下步打算|下一步打算|工作打算|工作思路|工作安排)(?:是|为)?[::]|[((][^()]{0,10}(?:目标|目标值)[))]|^[^,。;]{0,12}(?:要|将|需)(?:重点|着力|着重|集中精力|全力|切实|认真)?(?:抓好|做好|做实|办好|完成|实施|推进|落实|开展)(?:好)?(?:以下|如下|[一二三四五六七八九十\d]+(?:项|个方面|件))[^,。;]{0,12}[::]|这是[^,。]{0,12}(?:底线|目标)|(?:到|至)[“"]?十[三四五]五[”"]?末/u,
  '下今:标这末要将需',
);
/** 任务|3200人, 目标不低于|92%, 指标|500例. */
export const TARGET_BEFORE = CUES_BEFORE.add(
  /(?:目标(?:任务)?|任务|控制指标|控制目标|实事指标|[国省市州县区]控指标|签约指标|绩效指标|工作指标|目标(?:人群|人数|对象))(?:值|数|指标)?(?:不低于|不少于|为|是|不超过|达到|[::])?$|占年度任务$/u,
  '标务',
);
/** 以内的目标, 的任务 behind the number. */
export const TARGET_BEHIND = new Guarded(
  /^(?:以内|以上|以下|左右)?的?(?:[一-龥]{0,3})(?:目标(?!指标|管理|责任|人群|考核)|任务(?!书)|目标要求|指标要求|(?:控制|规划|考核)指标)|^[一-龥]{0,12}(?<!重)(?:要|将|须)(?:全部|全面|均|都)?(?:达到|建成|完成|实现|投入|创建)/u,
  '标务要将须',
  16,
);
/** 的目标要求: what a rule or a plan of others asks for is no parameter. */
export const AS_GOAL = /^(?:以上|以内)?的?目标/u;
/** …目标值(37%) */
export const TARGET_OUTSIDE = /(?:目标值?|指标值?|任务数?)$/u;

/** The clause reports something reached. */
export const ACTUAL_CUES = CUES_BEFORE.add(
  /(?:已(?!经?计划)|完成了|实际(?!补偿|报销|支付|缴|到位|收入|人均)|截[至止]|目前|现有|现(?=已|建成|开放|完成)|共有|达到了|实现了|累计(?!达到)|同比|较上年|比上年|较去年|比去年|较\d{4}年|比\d{4}年|顺利完成|圆满完成|获得|荣获|成功|去年|上年)/u,
  '已了际截前有现累比较利满获功去上',
);
/** Those that only name a base: in a plan, 较2021年提高2个百分点 is aimed at. */
export const COMPARED_CUES = /(?:较上年|比上年|较去年|比去年|较\d{4}年|比\d{4}年|去年|上年)/gu;
/** 经核查,…: how things stand, also in a plan. */
export const ASCERTAINED = new Guarded(/(?:^|,)[^,。]{0,6}经(?:初步)?(?:核查|统计|摸底|排查|调查|核实|测算)[^,]{0,4},/u, '经');
/** Opens a list of tasks: 会议要求,下半年要…: */
export const TASKS_FOLLOW =
  /(?:下半年|下一?步|下一?阶段|明年|来年|今后|接下来|后续|四季度)[^。]{0,40}(?:要|将|重点|着力|抓好|做好|突出|围绕)|(?:会议|会上|局长|主任|书记|领导)[一-龥]{0,4}(?:要求|强调),/u;
const AHEAD =
  '(?:在|于|新|每|全面|完成|达|投|开|建|实|增|提高|突破|再|继续|逐步|组织|引|招|着力|重点|进一步|围绕|坚持|切实|认真|做好|推进|加强|加大|加快|启动|创建|打造|完善|大力|努力|保持|降|形成|扩大|覆盖|有|迎|为)';
/** News of what is planned: 规划提出,…; 主要目标为:…; 我市将…. It holds for what stands behind it. */
export const ANNOUNCES = new RegExp(
  `(?:规划|纲要|方案|意见|计划|行动|通知|蓝图|要点)》?[”"]?(?:中|还|也|同时|进一步){0,2}(?:明确|提出|要求(?!的)|确定|部署|指出)|(?:主要|总体|发展|具体|预期|奋斗)目标(?:任务)?(?:为|是|包括|[:])|(?:努力|力争)?实现[\\d一二三四五六七八九十]*个?(?:主要)?目标[:]|(?<![一-龥])(?:今年|年内|明年|今后)?,?(?:(?:[我全该]|[一-龥]{1,6})[省市县区州旗]|今年|年内|明年|今后|[一-龥]{1,8}(?:局|委|厅|部门|中心))(?:还|也|计划)?将${AHEAD}`,
  'gu',
);
/** 按照《方案》要求 tells what was followed. */
export const FOLLOWED_BEFORE = /(?:按|依据|根据|对照|围绕|落实|达到|符合|完成|自|为)/u;
/** Ends an announcement: what follows tells how things stand. */
export const TELLS_STATE = new Guarded(/(?:目前|截[至止]|现有|去年|上年|近年来|以来|已(?!经?计划))/u, '前截现去上近来已');
/** Headlines: 人均预期寿命将达76岁, 我市将新建三所医院. */
export const ANNOUNCED_TITLE = new RegExp(`^[^。;]{2,30}(?<![现特兹谨])将${AHEAD}`, 'u');
/** The first words of news on a plan: 近日,市政府印发《…规划》. */
export const ANNOUNCES_LEAD =
  /(?:日前|近日|今日|昨日|昨天|今天|获悉|了解到)[^。\n]{0,40}?(?:印发|出台|发布|下发|公布|审议通过|制定)[^。\n]{0,12}《[^》\n]{0,40}(?:规划|计划|方案|意见|纲要|行动)[^》\n]{0,12}》/u;
/** …实施三年来, …完成情况: news on what came of a plan. */
export const REPORTS_ON = /》[^。\n]{0,10}(?:实施|印发|出台|启动)[^。\n]{0,10}(?:以来|后|年)|(?:成效|完成情况|进展情况|实施情况|评估)/u;

/** Ends a plan or a rule that goes on from earlier clauses. */
export const REACHED_CUES = CUES_BEFORE.add(
  /(?:完成(?!值)|完成值|已|达到了|截[至止]|目前|现有|累计|全年|共(?!同|享|建)|上半年|我区|检出|发放|支出|立案|处理|仅|只有|实际(?!补偿|报销|支付|缴|到位|收入|人均))/u,
  '完已了截前有累全共半我检放支立处仅际',
);
/** In a plan's text: 2022年, 一年来, 全年共 … open an account of what was done. */
export const RESULT_OPENERS = /(?:一年来|过去的?一年|五年来|期间,|以来,)/u;

/** A rule's parameter, by the end of the label. */
export const STANDARD_LABEL =
  /(?:人均基本公共卫生服务(?:项目)?(?:补助)?(?:经费|资金)|基本公共卫生服务(?:项目)?人均(?:补助)?(?:经费|资金)|(?:经费|财政补助|生活补助|津贴|运行|补偿|资助|救助金|服务费)标准|报销比例|报销比率|支付比例|补助比例|补偿比例|救助比例|提取比例|自付比例|起付线|起付标准|起伏线|封顶线|支付限额|最高限额|限额|限价|补助标准|补贴标准|缴费标准|筹资标准|收费标准|奖励标准|扶助标准|救助标准|保障标准|定额标准|付费标准|人均补助标准|人均经费标准|人均筹资|扶助金标准|补助金标准|时限|办结时间|有效期|单价|售价|挂网价|中选价|收费|诊[察查]费|缴费|个人缴费|缴纳|待遇标准|保额|保障额度|产假|护理假)(?:额|档|为|部分|最低|最高)?$/u;
/** What is a rule's parameter also where it was moved. */
export const STANDARD_NAMED = /(?:标准|起付线|封顶线|限额)$/u;
/** Shares of costs that a rule fixes in round numbers, and that a year's account gives to the decimal. */
export const OBSERVED_SHARE = new Guarded(/(?:报销比例|报销比率|支付比例|补偿比例|救助比例|自付比例)$/u, '比');
export const STANDARD_CLAUSE = new Guarded(
  /(?:(?:补助|奖励|补贴)每(?:个|名|人|户|张|所)[^,]{0,6}$|每[例人名户]补$|每人(?:次)?每(?:年|月|日|天|次)|每(?:村|户|例|张|床|次|孩|名|个|对|床日|家|室)(?:每(?:年|月|日|次))|每人(?:补助|奖励|发放|缴|缴纳|给予|报销|标准|次)|每人$|每(?:支|针|剂|百元|餐|班)[^,]{0,16}$|应缴[^,]{0,4}$|每(?:户|例|村|次|人次|个|所|家|名|室|院|站|张床位)(?:补助|补贴|奖励|给予)|每(?:年|月|季度)(?:缴纳|缴费|发放|领取|补)|每年每村|可(?:获得|享受)?最高(?:不超过)?$|人均(?:补助|补贴|筹资|缴费|经费)|给予[^,]{0,12}(?:补助|补贴|奖励|救助|报销)$|按(?:照)?(?:[^,]{0,14}(?:比例|标准|报销|补助|给予|支付|缴纳|收取|筹资))?$|起付|不予报销|方可|不得(?:超过|低于|少于|高于)|应(?:当)?不(?:低于|少于|超过)|(?:并处|处以)(?:以)?[^,]{0,6}(?<!违约金|罚款|罚金)$|(?:处)(?:违法所得|货值金额)?$|罚款(?:不超过|最高)$|最高(?:可|不超过)?(?:支付|报销|赔付|补助|救助|保障|奖励|收费)|最低(?:报销|救助|补助|支付)|比例(?:救助|报销)|补助不超过[^,]{0,8}$|处(?:以)?(?:违法所得|货值金额|骗取金额|涉案金额)?$)/u,
  '每应高均予按付可得处罚低例补',
);
/** 按每万人口配备|1名监督员的标准 */
export const ACCORDING = CUES_BEFORE.add(/按[^,]*$/u, '按');
/** Norms of any dimension: 方案要求每个…配备, 须, 不得. */
export const STANDARD_ANY = CUES_BEFORE.add(
  /(?:要求(?:每|各)[^,]{1,20}(?:配备|设置|安排)|(?:应当|须|不得)(?!补|知|达|完成)[^,]{0,16}$|应(?:于|在)[^,]{0,10}$)/u,
  '求应须得',
);
/** Time limits: 不超过4小时, 承诺5个工作日, 2小时内网络直报. */
export const STANDARD_DURATION =
  /(?:单程|间隔|留观|承诺|时限|不超过|不得|(?<![反相适对供响效])应(?=于|在|不|当)|不少于|不短于|不超出)[^|]*\||(?<!期)限\||\|(?:之?内)(?:整改|改正|网络直报|直报|报告|办结|送达|完成|回复|答复|到达|上传|审核|拨付|支付)/u;
export const STANDARD_UNIT_CONTEXT = new Guarded(/(?:元\/(?:人|年|月|次|床日|日|天|例|户))/u, '/');
/** 给予救助, 的比例报销, 进行补助. */
export const RULED_ACTION = /(?:补助|报销|补偿|救助|奖励|支付|缴纳|收取|赔付|发放)/u;

/** Headings of sections that tell the rules, not what came of them. */
export const RULE_HEADING =
  /(?:政策措施|政策内容|政策规定|保障政策|医保政策|报销政策|优惠政策|惠民政策|扶贫政策|待遇(?:标准|政策|水平)|报销(?:比例|标准|办法)|补偿(?:方案|标准|办法|政策)|补助标准|筹资标准)/u;

/** Titles of reports that plan. */
export const PLAN_TITLE =
  /(?:工作计划|工作要点|工作方案|实施方案|行动方案|行动计划|行动实施|规划(?!分局)|谋划|工作打算|工作思路|工作安排|实施意见|目标任务|任务清单|年计划|年度计划|目标计划|(?:计划|要点|安排|目标)(?=\(|$)|三年行动|攻坚方案|纲要|打算|设想|工作部署)/u;
/** Titles whose last noun says that they report, whatever they report on. */
export const REPORT_END =
  /(?:落实|完成|执行|进展|实施|推进|贯彻|办理)情况[》”"]?(?:[(][^()]*[)])?$|(?:中期|终期|期中|期末|阶段性?|实施情况|后)评估[》”"]?$|(?:评估|自评|情况|总结|执行|进展|完成)(?:报告|通报|汇报|总结)[》”"]?(?:[(][^()]*[)])?$/u;
export const REPORT_TITLE = /(?:总结|小结|回顾|完成情况|执行情况|进展情况|公报|年鉴|评估报告|落实情况|工作情况|情况汇报)/u;
