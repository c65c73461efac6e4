// Cues that tell planned figures and rule parameters from reached ones. Order of trust: the figure's own clause, its sentence, its heading,
// the report's title.

/** The clause aims at something: 力争…, 到2025年…达到, 确保…控制在10%以内. */
export const TARGET_CUES =
  /(?:力争|争取(?!到|了|资金|上级|中央|省|项目|专项)|拟(?!定|订|议)|计划(?!生育|免疫|内|外|的|单列|数|任务)|规划(?:到|建设|至)|预计|预期|目标(?:值|为|是|要求|任务)|目标不|目标达|任务(?:数|目标|指标)?(?:为|是)|指标值为|要求(?:达到|不低于|控制)|应达到|须达到|务必|力促|有望|将(?=(?:在|于|新|全面|完成|达|投|开|建|实|增|突破|再|继续|逐步|组织|引|招|为[^,]{1,12}(?:提供|办理))))/u;
/** 全面兑现 after 将, 明年, 下一步, 到2025年 */
export const FUTURE_CUES = /(?:明年|来年|下一步|下步|下一阶段|今后|未来|下半年将|届时)/u;
/** 确保…控制在10%以内: a target even inside an account, unless it was reached. */
export const CONTROL_CUES = /(?:确保|控制在|保持在)[^,]{0,30}$/u;

/** Cues that hold for the clauses behind them in the sentence, until something reached is reported. */
export const CARRIED_CUES =
  /(?:力争|拟(?!定|订|议)|预计|确保|将(?=(?:在|于|新|全面|完成|达|投|开|建|实|增|突破|再|继续|逐步|组织|引|招|着力|重点|进一步|围绕|坚持|切实|认真|做好))|计划(?=新|完成|开展|投入|建|实施|招|引|培训|创建|组织)|争取(?=达|实现|完成|在|到20))/gu;

/** The clause reports something reached. */
export const ACTUAL_CUES =
  /(?:已(?!经?计划)|完成了|实际|截至|截止|目前|现有|共有|达到了|实现了|累计(?!达到)|同比|较上年|比上年|较去年|比去年|较\d{4}年|比\d{4}年|顺利完成|圆满完成|获得|荣获|成功|去年|上年)/u;
/** In a plan's text: 2022年, 一年来, 全年共 … open an account of what was done. */
export const RESULT_OPENERS = /(?:一年来|过去的?一年|五年来|期间,|以来,)/u;

/** A rule's parameter. Tried on the label, then on the clause. */
export const STANDARD_LABEL =
  /(?:报销比例|报销比率|支付比例|补助比例|补偿比例|救助比例|提取比例|自付比例|起付线|起付标准|起伏线|封顶线|支付限额|最高限额|限额|限价|补助标准|补贴标准|缴费标准|筹资标准|收费标准|奖励标准|扶助标准|救助标准|保障标准|定额标准|付费标准|人均补助标准|人均经费标准|人均筹资|时限|办结时间|有效期|单价|收费|缴费|个人缴费|缴纳|待遇标准|保额|保障额度)(?:额|档|为|部分)?$/u;
/** Shares of costs that a rule fixes in round numbers, and that a year's account gives to the decimal. */
export const OBSERVED_SHARE = /(?:报销比例|报销比率|支付比例|补偿比例|救助比例|自付比例)$/u;
export const STANDARD_CLAUSE =
  /(?:每人每(?:年|月|日|天|次)|每(?:村|户|例|张|床|次|孩|名|个|对|床日|家)(?:每(?:年|月|日|次))|每人(?:补助|奖励|发放|缴|缴纳|给予|报销|标准)|每(?:户|例|村|张床位)(?:补助|补贴|奖励|给予)|每(?:年|月|季度)(?:缴纳|缴费|发放|领取)|每年每村|可(?:获得|享受)?最高(?:不超过)?$|人均(?:补助|补贴|筹资|缴费)|每人$|应缴[^,]{0,4}$|给予[^,]{0,12}(?:补助|补贴|奖励|救助|报销)$|按(?:照)?(?:[^,]{0,14}(?:比例|标准|报销|补助|给予|支付|缴纳|收取|筹资))?$|起付|不予报销|方可|不得(?:超过|低于|少于|高于)|应(?:当)?不(?:低于|少于|超过)|(?:处|并处)(?:以)?[^,]{0,6}(?<!违约金|罚款|罚金)$|最高(?:可|不超过)?(?:支付|报销|赔付|补助|救助|保障|奖励)|最低(?:报销|救助|补助|支付)|比例(?:救助|报销))/u;
export const STANDARD_UNIT_CONTEXT = /(?:元\/(?:人|年|月|次|床日|日|天|例|户))/u;

/** Titles of reports that plan. */
export const PLAN_TITLE =
  /(?:工作计划|工作要点|工作方案|实施方案|行动方案|行动计划|行动实施|规划|谋划|工作打算|工作思路|工作安排|实施意见|目标任务|任务清单|(?:^|年)计划|年度计划|三年行动|攻坚方案|纲要|打算|设想|工作部署)/u;
export const REPORT_TITLE = /(?:总结|回顾|完成情况|执行情况|进展情况|公报|年鉴|评估报告|落实情况|工作情况|情况汇报)/u;
