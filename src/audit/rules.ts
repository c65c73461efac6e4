// What the checks know of words. Sources: the breakdowns (分组) of 国家卫生健康统计调查制度; 预算法 for the levels of government.

/** Dimensions of what is counted one by one, which comes in no fractions. */
export const COUNTED: ReadonlySet<string> = new Set(['people', 'visits', 'households', 'facilities', 'items', 'events', 'cases']);
/** Dimensions whose amounts add up. */
export const ADDITIVE: ReadonlySet<string> = new Set([...COUNTED, 'money', 'area', 'other']);

/** Kinds of which nothing is two: parts named by them do not overlap. */
export const DISJOINT: readonly (readonly RegExp[])[] = [
  [/男/u, /女|妇女/u],
  [/城镇|城市|城区|市区/u, /农村|乡村|农牧|牧区/u],
  [/职工/u, /居民|农民/u],
  [/公立|公办|政府办/u, /民营|非公立|社会办|私立|民办/u],
  [/门诊|门急诊|急诊/u, /住院|出院|入院/u],
  [/甲类/u, /乙类/u, /丙类/u],
  [/中央/u, /省级|省财政|自治区/u, /市级|市财政|州级/u, /县级|区级|县财政|区财政|本级/u, /乡镇|镇级/u, /社会|自筹|单位/u],
  [/新建|新开工/u, /续建|结转/u, /改建|改扩建|扩建/u, /迁建|前期/u],
  [/治愈/u, /好转/u, /死亡|病亡/u],
  [
    /疾控|疾病预防/u,
    /妇幼/u,
    /社区卫生/u,
    /卫生院/u,
    /村卫生室|村卫生所|卫生站/u,
    /诊所|医务室|门诊部/u,
    /县级医院|县医院|市级医院|综合医院|人民医院|中医医?院/u,
  ],
  [/轻度|轻症|轻微/u, /中度|普通型/u, /重度|重症|重型/u],
  [/甲级/u, /乙级/u, /丙级/u],
  [/公共场所/u, /生活饮用水|供水/u, /学校/u, /医疗机构|医疗卫生/u, /职业卫生|用人单位|职业病/u, /放射/u, /消毒/u, /采供血|血液/u],
  [/优秀|优良/u, /良好/u, /^合格|[^不]合格/u, /不合格/u],
];

/** Pairs beside which there is nothing else: they add up. */
export const EXHAUSTIVE: readonly (readonly RegExp[])[] = [
  [/男/u, /女/u],
  [/城镇|城市/u, /农村|乡村/u],
  [/公立|公办/u, /民营|非公立|社会办|民办/u],
];

/** Rates that no share of a whole can exceed. */
export const BOUNDED_RATE =
  /(?:占比|比重|构成比|死亡率|发病率|患病率|感染率|阳性率|合格率|知晓率|满意率|治愈率|好转率|病死率|出生率|入院率|占(?!.{0,16}(?:任务|目标|计划|预算|上年|去年|同期)).{1,16}的?比例)/u;
/** Rates that may go beyond 100 %, with a reason: more done than planned, more patients than beds, doses per person. */
export const ELASTIC_RATE =
  /(?:完成率|使用率|执行率|周转率|增长率|负担率|达标率|接种率|覆盖率|参保率|签约率|管理率|建档率|率|占.{0,16}(?:任务|目标|计划|预算))/u;
/** Changes, ratios to something else, and growth are no shares. */
export const NO_SHARE = /(?:增长|增幅|降幅|增速|下降|提高|同比|环比|比例(?:为|是)?\d|医护比|床护比|性别比|自然增长)/u;

/** What a rate counts, by its name: the numerator's words, and words of the denominator; `verb` where they may be a verb that a label leaves out. */
export const RATE_PARTS: readonly {
  readonly rate: RegExp;
  readonly numerator: RegExp;
  readonly denominator: RegExp;
  readonly verb?: true;
}[] = [
  { rate: /合格率/u, numerator: /^(?!.*不合格).*合格/u, denominator: /检测|抽检|监测|抽查|检查|采样|抽样|应检|检验/u },
  { rate: /阳性率/u, numerator: /阳性/u, denominator: /检测|筛查|监测|检查|初筛/u },
  { rate: /检出率/u, numerator: /检出|查出|发现/u, denominator: /检查|筛查|检测|普查|体检/u },
  { rate: /办结率|结案率/u, numerator: /办结|结案/u, denominator: /受理|立案|接到|收到|投诉|举报/u },
  { rate: /(?:接种|种)率/u, numerator: /实种|实际接种|已接种|^(?!.*应).*接种/u, denominator: /应种|应接种|应接种人/u },
  { rate: /完成率|任务完成|占.{0,10}(?:任务|目标)/u, numerator: /完成|实际|累计|已/u, denominator: /任务|目标|计划|应/u, verb: true },
  { rate: /参保率|参合率/u, numerator: /参保|参合/u, denominator: /应参|农业人口|总人口|户籍人口|常住人口|目标任务/u },
  { rate: /筛查率/u, numerator: /^(?!.*应).*筛查/u, denominator: /应筛|活产|目标人群|应查/u },
  { rate: /(?:住院)分娩率/u, numerator: /住院分娩/u, denominator: /活产|产妇|分娩总/u },
  { rate: /回访率|随访率/u, numerator: /^(?!.*应).*(?:回访|随访)/u, denominator: /应|管理|在册/u },
  { rate: /规范管理率/u, numerator: /规范管理/u, denominator: /^(?!.*规范).*(?:管理|在册|登记|患者|建档)/u },
  { rate: /(?:规范|系统|健康)?管理率/u, numerator: /(?:规范|系统|健康)管理/u, denominator: /在册|应管理|登记|产妇|活产|检出患者/u },
  { rate: /预算执行率|执行率|支付率|使用率/u, numerator: /支出|支付|执行|使用|拨付/u, denominator: /预算|到位|下达|安排|拨付/u },
  { rate: /覆盖率/u, numerator: /覆盖/u, denominator: /共有|总数|全[县市区]/u },
  { rate: /整改率/u, numerator: /整改(?:到位|完成)|已整改/u, denominator: /发现|问题|隐患|责令/u },
  { rate: /达标率/u, numerator: /达标/u, denominator: /检查|评估|抽查|共有|总数/u },
  { rate: /病死率/u, numerator: /死亡/u, denominator: /发病|报告|病例/u },
];
