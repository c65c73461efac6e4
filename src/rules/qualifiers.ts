// Words that narrow an indicator down without making another one of it: whom it counts, where, in which institutions. 贫困人口家庭医生签约率
// is 家庭医生签约率 of 贫困人口. What is not made of these words alone is not taken for a qualifier: 未, 应, 新增, 人均, 日均 change what is measured.
// Sources: the breakdowns (分组) of 国家卫生健康统计调查制度 and 全国妇幼健康统计调查制度.

const words = (text: string): readonly string[] => text.split(' ');

export const QUALIFIER_WORDS: readonly string[] = [
  // whom
  ...words(
    '人口 人群 人员 居民 群众 农民 村民 市民 患者 病人 病患 妇女 妇 女性 男性 女 男 儿童 婴幼儿 婴儿 新生儿 幼儿 青少年 孕产妇 孕妇 产妇 老年人 老人 家庭 户 对象 职工 学生 学龄 新生 学龄前儿童 在校生 中小学生 小学生 中学生 大学生 干部 党员 官兵 军人 教师 医师 护士 医务人员 医护人员 从业人员 劳动者 农民工 务工人员 参保人员 参保人 参合农民 感染者 携带者 密切接触者 高危人群 夫妇 夫妻 育龄 已婚 待孕 计划怀孕 适龄 目标 重点 特殊 普通 一般 全体 其他 其它 困难 贫困 脱贫 未脱贫 低收入 低保 五保 特困 边缘易致贫 易致贫 返贫 监测 建档立卡 因病致贫 因病返贫 因病致贫返贫 残疾 残疾人 失能 半失能 失独 独生子女 独生子女户 双女户 计生 计划生育 留守 孤寡 空巢 高龄 优抚 流动 外来 常住 户籍 本地 外地 本市 在册 在管 辖区 农村 乡村 农业 非农业 城镇 城市 城乡 城区 社区 机关 企业 学校 幼儿园 托幼机构 慢性病 慢病 高血压 糖尿病 2型糖尿病 严重精神障碍 重性精神病 重型精神病 重性精神疾病 精神障碍 精神病 肺结核 结核病 艾滋病 冠心病 脑卒中 肿瘤 癌症 尿毒症 白血病 乙肝 梅毒 大病 重病 重症 住院 门诊 急诊 贫困户 脱贫户 监测户 低保户 五保户 特困户 计生家庭 特殊家庭',
  ),
  // where and by whom
  ...words(
    '国家 国家级 省 省级 市 市级 区 区级 县 县级 州 州级 乡 乡级 镇 镇级 村 村级 县域 县域内 区域内 县外 省外 市外 域外 院内 院外 全国 全省 全市 全区 全县 全州 公立 民营 社会办 公办 民办 政府办 非公立 营利性 非营利性 综合 专科 一级 二级 三级 一级及以上 二级及以上 三级及以上 二级以上 三级以上 一级及以下 二级及以下 二级以下 甲等 基层 各级 医院 综合医院 专科医院 中医院 中医医院 中医类医院 精神病医院 儿童医院 妇产医院 乡镇 街道 中心 乡镇卫生院 中心卫生院 卫生院 社区卫生服务中心 社区卫生服务站 卫生服务中心 卫生服务站 社区卫生服务机构 村卫生室 卫生室 村卫生站 村医室 卫生所 医务室 诊所 门诊部 医疗机构 医疗卫生机构 卫生机构 卫生健康机构 基层医疗机构 基层医疗卫生机构 专业公共卫生机构 公共卫生机构 定点医疗机构 定点机构 定点药店 助产机构 助产医疗机构 妇幼保健院 妇幼保健机构 妇幼保健计划生育服务中心 疾控中心 疾病预防控制中心 血站 急救中心 卫生监督机构 养老机构 医养结合机构 公共场所',
  ),
  // how, with whose money and in what department
  ...words(
    '财政 中央财政 省财政 省级财政 市财政 市级财政 县财政 县级财政 区财政 区级财政 本级财政 地方财政 各级财政 在职 在岗 在编 免费 自费 线上 线下 主要 重点 全部 各类 应急 脱产 内科 外科 普外科 妇产科 妇科 产科 儿科 新生儿科 眼科 口腔科 皮肤科 精神科 传染科 感染科 急诊科 康复科 肿瘤科 骨科 中医科 老年科 老年医学科 重症医学科 ICU 发热门诊',
  ),
];

/** What joins them. */
export const QUALIFIER_JOINTS: readonly string[] = words('、 和 及 与 或 等 以及 的 内 在 对 为 向 到 赴 至');

/** Verbs that add nothing to the name of a service, an activity or a sum: 接受婚前医学检查, 举办健康讲座, 拨付专项经费. */
export const NEUTRAL_VERBS: readonly string[] = words(
  '举办 开展 组织 组织开展 召开 发放 拨付 投入 兑现 支付 落实 安排 办理 接受 参加 享受 提供 给予 进行 实施 参与 完成 核发 累计 通过',
);

/** Ages, named institutions and places; tried on the key of a label, each bounded. */
export const QUALIFIER_PATTERNS: readonly RegExp[] = [
  // 65岁及以上, 0-6岁, 35至64岁, 3岁以下
  /\d{1,3}(?:[-—~至]\d{1,3})?(?:周?岁|月龄)(?:及?以[上下]|以[上下])?/uy,
  // 县人民医院, 省肿瘤医院, 市第二人民医院
  /[省市州区县旗][一-龥]{0,6}(?:医院|保健院|中心|卫生院)/uy,
  // 县医院整体搬迁项目, 疾控中心实验综合楼
  /[一-龥]{2,14}?(?:项目|工程|综合楼|大楼|住院楼|门诊楼|院区)/uy,
  // 三岔镇, 城关街道, 巴东县, 恩施州: a place by its full name
  // 卫生城市, 健康社区, 示范镇 are titles, no places
  /(?![一-龥]{0,4}(?:卫生|健康|文明|示范|先进|无烟|绿色|慢病|慢性病|中医))[一-龥]{2,6}?(?:省|市|州|区|县|旗|镇|乡|街道)/uy,
];

/** Qualifiers that take nothing away: all of a kind. */
export const NEUTRAL_QUALIFIERS: ReadonlySet<string> = new Set(
  words('各类 各级 各级各类 全部 全体 主要 医疗卫生机构 辖区 在管 对象 人员 人群 患者 病人'),
);

/** One way of writing for the qualifiers that most reports have, most specific first. */
export const QUALIFIER_NAMES: readonly (readonly [RegExp, string])[] = [
  [/(\d岁)以上/gu, '$1及以上'],
  [/老人(?!家|院)/gu, '老年人'],
  [/重性精神病|重型精神病|重性精神疾病/gu, '严重精神障碍'],
  [/建档立卡(?:贫困)?(?:人口|人员|群众|户|对象)/gu, '建档立卡贫困人口'],
  [/贫困(?:群众|人员)(?:患者)?/gu, '贫困人口'],
  [/常住居民/gu, '常住人口'],
  [/病人/gu, '患者'],
];
