// Chinese names of everything that healthx writes as a code: fields, codes of fields, checks. Data only; the types see to it that none is missing,
// the tests that no two of a field are the same.
import type { Check, Role, Verdict } from '../audit/finding.js';
import { FLAGS } from '../model/flags.js';
import type { Aspect, Dimension, Domain, HealthRecord, Kind, Relation } from '../model/record.js';

export interface FieldText {
  readonly name: string;
  /** One line: what it holds. */
  readonly meaning: string;
}

export const FIELDS_ZH: Readonly<Record<keyof HealthRecord, FieldText>> = {
  id: { name: '编号', meaning: '16 位十六进制编号；文本、位置和规则版本相同，在任何电脑上编号都相同' },
  file: { name: '文件', meaning: '输入文件，与命令中写的一致' },
  province: { name: '省份', meaning: '省级行政区，报告当年的名称' },
  city: { name: '地市', meaning: '地级行政区，报告当年的名称' },
  district: { name: '区县', meaning: '县级行政区，报告所属地区为县级时才有' },
  districtCode: { name: '行政区划代码', meaning: '报告所属地区的六位代码（GB/T 2260）；仅凭名称无法确定时为空' },
  year: { name: '年份', meaning: '数据所属年份' },
  periodStart: { name: '时段起', meaning: '数据覆盖时段的第一天' },
  periodEnd: { name: '时段止', meaning: '数据覆盖时段的最后一天' },
  domain: { name: '领域', meaning: '业务领域' },
  section: { name: '标题', meaning: '所在的各级标题，由外到内，用“ > ”连接' },
  indicator: { name: '指标', meaning: '指标的标准名称；指标库里没有的，与原文名称相同' },
  indicatorId: { name: '指标编号', meaning: '指标库中的编号' },
  label: { name: '原文名称', meaning: '指标名称，用报告自己的说法；省略主语时已补全' },
  kind: { name: '性质', meaning: '实际：已经达到；目标：计划达到；标准：制度规定的参数' },
  aspect: { name: '方面', meaning: '数量：数量本身；增减：与基数相比的变化，下降为负；旧值：“由……到……”中的旧值' },
  relation: { name: '关系', meaning: '所写的数与实际数的关系' },
  value: { name: '数值', meaning: '展开后的准确数值；区间的下限' },
  valueMax: { name: '数值上限', meaning: '区间的上限' },
  unit: { name: '单位', meaning: '不含“万”“亿”的单位；原文看不出单位时为空' },
  dimension: { name: '计量类别', meaning: '单位所计量的是什么' },
  raw: { name: '原文数字', meaning: '原文中的字符' },
  base: { name: '比较基数', meaning: '增减的比较对象，照录原文' },
  partOf: { name: '所属总数', meaning: '所属总数的编号（其中……）' },
  start: { name: '起始位置', meaning: '在文本中的起始位置，从 0 起，按 UTF-16 单元计' },
  end: { name: '结束位置', meaning: '末尾之后的位置，按 UTF-16 单元计' },
  line: { name: '行', meaning: '所在行，从 1 起' },
  column: { name: '列', meaning: '所在列，从 1 起' },
  sentence: { name: '句子', meaning: '所在句子' },
  rule: { name: '规则', meaning: '确定指标名称的规则' },
  flags: { name: '标记', meaning: '需要留意之处，用“;”连接' },
  page: { name: '页码', meaning: 'PDF 的页码，从 1 起' },
};

export const DOMAINS_ZH: Readonly<Record<Domain, string>> = {
  'medical-security': '医疗保障',
  'health-poverty-relief': '健康扶贫',
  'maternal-child-health': '妇幼健康',
  'disease-control': '疾病预防控制',
  'public-health-services': '基本公共卫生服务',
  'primary-care': '基层卫生与分级诊疗',
  'medical-services': '医疗服务',
  tcm: '中医药',
  'health-supervision': '卫生监督执法',
  'drug-safety': '药品医疗器械监管',
  'population-family': '计划生育与人口家庭',
  'patriotic-health': '爱国卫生与健康促进',
  'elderly-health': '老龄健康与医养结合',
  'occupational-health': '职业健康',
  'health-workforce': '卫生人才',
  'health-informatics': '卫生信息化',
  'health-finance': '卫生投入与项目建设',
  administration: '党建、机构与综合管理',
  other: '其他',
};

export const KINDS_ZH: Readonly<Record<Kind, string>> = { actual: '实际', target: '目标', standard: '标准' };

export const ASPECTS_ZH: Readonly<Record<Aspect, string>> = { level: '数量', change: '增减', baseline: '旧值' };

export const RELATIONS_ZH: Readonly<Record<Relation, string>> = {
  eq: '等于',
  approx: '约',
  gt: '大于',
  gte: '不小于',
  lt: '小于',
  lte: '不大于',
};

export const DIMENSIONS_ZH: Readonly<Record<Dimension, string>> = {
  money: '金额',
  people: '人数',
  visits: '人次',
  households: '户数',
  facilities: '机构场所',
  items: '物品',
  events: '次数',
  cases: '例数',
  ratio: '比率',
  points: '百分点',
  rate: '率',
  multiple: '倍数',
  duration: '时长',
  age: '年龄',
  area: '面积',
  length: '长度',
  mass: '重量',
  volume: '容量',
  score: '分数',
  data: '数据量',
  other: '其他',
};

export const CHECKS_ZH: Readonly<Record<Check, string>> = {
  'parts-total': '分项与总数',
  'share-parts': '占比与分项',
  'change-levels': '增减与前后数',
  'rate-counts': '比率与计数',
  'per-head': '人均与总额',
  'from-to': '变动前后',
  'visits-people': '人次与人数',
  'natural-range': '自然范围',
  repeated: '重复出现',
  magnitude: '数量级',
};

export const VERDICTS_ZH: Readonly<Record<Verdict, string>> = {
  consistent: '一致',
  rounding: '舍入所致',
  inconsistent: '不一致',
  'not-checkable': '无法核对',
};

export const ROLES_ZH: Readonly<Record<Role, string>> = {
  total: '总数',
  part: '分项',
  share: '占比',
  change: '增减',
  level: '本期数',
  earlier: '前期数',
  rate: '比率',
  numerator: '分子',
  denominator: '分母',
  'per-head': '人均',
  other: '其他',
};

const FLAGS_ZH: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(FLAGS).map(([code, { zh }]) => [code, zh]));

/** The coded fields of a record: code → Chinese name. */
export const CODES_ZH: Readonly<Partial<Record<keyof HealthRecord, Readonly<Record<string, string>>>>> = {
  domain: DOMAINS_ZH,
  kind: KINDS_ZH,
  aspect: ASPECTS_ZH,
  relation: RELATIONS_ZH,
  dimension: DIMENSIONS_ZH,
  flags: FLAGS_ZH,
};

/** What each code means, where its name alone does not say it. */
export const CODE_MEANINGS: Readonly<Record<'kind' | 'aspect' | 'relation', Readonly<Record<string, { en: string; zh: string }>>>> = {
  kind: {
    actual: { en: 'reached or observed', zh: '已经达到或实际发生' },
    target: { en: 'planned, aimed at', zh: '计划、目标' },
    standard: {
      en: 'laid down by a rule: share paid, subsidy per head, time limit, price',
      zh: '制度规定的参数：报销比例、人均补助、时限、价格',
    },
  },
  aspect: {
    level: { en: 'the amount itself', zh: '数量本身' },
    change: { en: 'by how much it changed; a fall is negative', zh: '增减幅度，下降为负' },
    baseline: { en: 'the earlier value of a from-to pair', zh: '“由……到……”中的旧值' },
  },
  relation: {
    eq: { en: 'as printed', zh: '与所写相同' },
    approx: { en: 'about', zh: '余、近、左右' },
    gt: { en: 'more than', zh: '超过' },
    gte: { en: 'at least', zh: '以上、不低于' },
    lt: { en: 'less than', zh: '不足' },
    lte: { en: 'at most', zh: '以内、不超过' },
  },
};
