// Heads that name themselves though they are no more than a head: what stands before them owns something else.

export interface Apart {
  /** What stands before the head. */
  readonly subject: RegExp;
  readonly head: RegExp;
  readonly yes: readonly (readonly [subject: string, head: string])[];
  readonly no: readonly (readonly [subject: string, head: string])[];
}

export const APART: readonly Apart[] = [
  {
    // 住院患者满意度97.1分,投诉减少14件: complaints are not of how content people are
    subject: /(?:满意度|满意率)$/u,
    head: /^(?:医疗)?(?:投诉|纠纷)(?:件数|起数|数)?$/u,
    yes: [['住院患者满意度', '投诉']],
    no: [['医疗服务', '投诉']],
  },
  {
    // 不设起付线,报销比例55%: what there is not owns nothing
    subject: /^(?:不设|不收|取消|免除)/u,
    head: /./u,
    yes: [['不设起付线', '报销比例']],
    no: [['普通门诊', '报销比例']],
  },
  {
    // 每千人口注册护士2.8人。累计投入资金8.6亿元
    subject: /^(?:人均|户均|次均|每[千万百])/u,
    head: /(?:投入|资金|经费|投资)$/u,
    yes: [['每千人口注册护士', '投入资金']],
    no: [['县医院门诊楼', '投资']],
  },
  {
    // 中央资金投入920万元,建筑面积3350平方米: of the building, not of the money
    subject: /(?:资金|经费|投入|补助)(?:总额|金额)?$/u,
    head: /(?:建筑|占地|业务用房)面积$/u,
    yes: [['中央补助资金', '建筑面积']],
    no: [['县医院门诊楼总投资', '建筑面积']],
  },
  {
    // 县级60%,县外35%,封顶线3万元: of the scheme, not of the institutions told before
    subject: /(?:比例?|起付线|起付标准|缴费|补助|[级外内院])$/u,
    head: /^(?:年度|全年|累计|最高)*(?:封顶线|支付限额|报销限额|补偿限额)$/u,
    yes: [['县外住院补偿比例', '封顶线']],
    no: [['新农合', '封顶线']],
  },
  {
    // 平均住院日9.1天。治愈好转率96%: a measure owns nothing
    subject: /^(?:出院者?)?(?:平均住院日|平均住院天数|(?:病床|床位)(?:周转次数|使用率)|药占比)$/u,
    head: /^(?!同比|环比|增幅|降幅)/u,
    yes: [['平均住院日', '治愈好转率']],
    no: [['药占比', '降幅']],
  },
  {
    // 出生率12.2‰,死亡率5.7‰: both of the population
    subject: /^(?:人口|当年|全年)?出生(?:率|人数|人口)?$/u,
    head: /^(?:死亡|自然增长|迁移)率$/u,
    yes: [['人口出生率', '自然增长率']],
    no: [['婴儿', '死亡率']],
  },
  {
    // 辖3区9镇,总面积1179平方公里: of the place
    subject: /(?:[区县乡镇村]|街道|社区|苏木)$/u,
    head: /^(?:总|幅员|国土|土地|行政区域)*面积$/u,
    yes: [['镇', '总面积']],
    no: [['业务用房', '总面积']],
  },
  {
    // 发生医疗费用1.12亿元,综合报销比例90.3%
    subject: /^(?:发生|产生)(?:医疗|医药|住院)?总?费用(?:报销|补偿)?$/u,
    head: /^(?:实际|累计|政策内|综合)?(?:报销|补偿|救助|减免|自付|支付)(?:总?费用|总?金额|资金|比例|率)$/u,
    yes: [['发生医疗费用报销', '综合报销比例']],
    no: [['城乡居民住院', '报销比例']],
  },
  {
    // 各级财政补助1046万元、个人缴费262万元: what each side pays
    subject: /(?:财政|政府|集体)(?:补助|补贴|配套)(?:资金)?$/u,
    head: /^(?:个人|农民)(?:缴费|自缴|筹资|缴纳)$/u,
    yes: [['各级财政补助', '个人缴费']],
    no: [['居民医保基金', '个人缴费']],
  },
  {
    // 罚没款8.6万元,结案率100%: of the cases
    subject: /(?:罚没?款|罚没金额|罚款金额|没收违法所得)$/u,
    head: /率$/u,
    yes: [['罚没款', '结案率']],
    no: [['查处无证行医案件', '结案率']],
  },
];
