// Units and classifiers of health reports. Sources: GB 3100/3101 for measures, 国家卫生健康统计调查制度 for the units of visits and
// bed days, and the classifiers of 现代汉语八百词 that reports count with.
//
// An entry: canonical unit, dimension, spellings, characters that must not follow a spelling (家 is no classifier in 家庭).
import type { Dimension } from '../model/record.js';

export interface UnitEntry {
  readonly unit: string;
  readonly dimension: Dimension;
  readonly forms: readonly string[];
  /** A spelling directly followed by one of these strings is part of another word. */
  readonly notBefore?: readonly string[];
  /** True for classifiers that may count with Chinese numerals (三家, 两名). */
  readonly spelled?: boolean;
}

const u = (unit: string, dimension: Dimension, forms: string, options: { notBefore?: string; spelled?: boolean } = {}): UnitEntry => ({
  unit,
  dimension,
  forms: forms.split(' '),
  ...(options.notBefore === undefined ? {} : { notBefore: options.notBefore.split(' ') }),
  ...(options.spelled === undefined ? {} : { spelled: options.spelled }),
});

export const UNITS: readonly UnitEntry[] = [
  // money
  u('元', 'money', '元 圆 元人民币 元/人 元/人年 元/人·年 元/人/年 元/年 元/月 元/次 元/人次 元/床日 元/日 元/天 元/例 元/年/人 元/户', {
    notBefore: '旦 素 件',
  }),
  u('美元', 'money', '美元'),
  u('港元', 'money', '港元'),
  // people, visits, cases
  u('人', 'people', '人 名 位 位数', {
    notBefore:
      '民 员 口 才 均收 均可 均纯 均费 均消 均补 均筹 均经 均住 均期 均预 均寿 均G 均支 均占 均基 均公 工 事 类 大 于 列 居 置 录 单 称 额',
    spelled: true,
  }),
  u('人次', 'visits', '人次 人·次 诊次 例人次', { spelled: true }),
  u('人份', 'items', '人份'),
  u('人天', 'duration', '人天 人日'),
  u('例', 'cases', '例', { notBefore: '如 行 会 外情 外地都 次', spelled: true }),
  u('例次', 'cases', '例次'),
  u('户', 'households', '户', { notBefore: '籍 次 口 外', spelled: true }),
  u('户次', 'visits', '户次'),
  u('家次', 'visits', '家次'),
  u('台次', 'visits', '台次'),
  u('车次', 'visits', '车次'),
  u('辆次', 'visits', '辆次'),
  u('间次', 'visits', '间次'),
  u('店次', 'visits', '店次'),
  u('趟次', 'events', '趟次'),
  u('床日', 'visits', '床日'),
  u('件次', 'events', '件次'),
  u('份次', 'events', '份次'),
  u('批次', 'events', '批次 个批次', { spelled: true }),
  u('场次', 'events', '场次', { spelled: true }),
  u('班次', 'events', '班次'),
  u('期次', 'events', '期次'),
  u('次', 'events', '次', { notBefore: '性 日 年 月 于 生 要 均 序 数率', spelled: true }),
  u('场', 'events', '场', { notBefore: '所 地 馆 景 面 次', spelled: true }),
  u('轮次', 'events', '轮次', { spelled: true }),
  u('轮', 'events', '轮', { notBefore: '训 岗 流 换', spelled: true }),
  u('期', 'events', '期', { notBefore: '间 限 内 满 末 货 待 望 项 工 建 次', spelled: true }),
  u('届', 'events', '届'),
  u('起', 'events', '起', { notBefore: '来 付 伏 始 草 诉 点 到 步', spelled: true }),
  u('宗', 'events', '宗', { spelled: true }),
  u('人家', 'households', '人家', { notBefore: '庭' }),
  // institutions and places
  u('家', 'facilities', '家', { notBefore: '庭 属 族 长 乡人 乡亲 门口 访 务 次', spelled: true }),
  u('所', 'facilities', '所', { notBefore: '有 以 在 属 需 得 谓 长', spelled: true }),
  u('处', 'facilities', '处', { notBefore: '理 罚 方笺 方药 方点 方流 方审 方量 置 于 室 级 分 长', spelled: true }),
  u('座', 'facilities', '座', { notBefore: '谈', spelled: true }),
  u('间', 'facilities', '间', { notBefore: '隔 接 断 次', spelled: true }),
  u('栋', 'facilities', '栋', { spelled: true }),
  u('幢', 'facilities', '幢', { spelled: true }),
  // things
  u('个', 'items', '个', { notBefore: '体 性 别 案 月 工作日 小时 百分点 千分点 星期 年度 学时', spelled: true }),
  u('项', 'items', '项', { notBefore: '次', spelled: true }),
  u('项目', 'items', '项目', { notBefore: '标' }),
  u('件', 'items', '件', { notBefore: '次', spelled: true }),
  u('份', 'items', '份', { notBefore: '次 额', spelled: true }),
  u('张', 'items', '张', { notBefore: '贴 家 力 表', spelled: true }),
  u('床', 'items', '床', { notBefore: '位 单 旁' }),
  u('套', 'items', '套', { notBefore: '取 餐', spelled: true }),
  u('台', 'items', '台', { notBefore: '湾 账 州 次', spelled: true }),
  u('台件', 'items', '台件'),
  u('台套', 'items', '台套'),
  u('辆', 'items', '辆', { notBefore: '次', spelled: true }),
  u('部', 'items', '部', { notBefore: '分 门 署 队 委 长 级 位', spelled: true }),
  u('册', 'items', '册', { spelled: true }),
  u('本', 'items', '本', { notBefore: '科 级 地 市 区 县 年 次 月 院 局 市 省 单 土 职', spelled: true }),
  u('支', 'items', '支', { notBefore: '付 出 持 部 气 援 撑 行 委', spelled: true }),
  u('瓶', 'items', '瓶'),
  u('盒', 'items', '盒'),
  u('箱', 'items', '箱'),
  u('袋', 'items', '袋'),
  u('包', 'items', '包', { notBefore: '括 含 村 保 干' }),
  u('桶', 'items', '桶'),
  u('片', 'items', '片', { notBefore: '区' }),
  u('盘', 'items', '盘', { notBefore: '点 活 查 锦 旋' }),
  u('粒', 'items', '粒'),
  u('枚', 'items', '枚'),
  u('只', 'items', '只', { notBefore: '有 能 需 要 报 次' }),
  u('块', 'items', '块', { spelled: true }),
  u('副', 'items', '副', { notBefore: '主 局 高 院 县 区 市 省 处 科 书 秘' }),
  u('幅', 'items', '幅', { notBefore: '度' }),
  u('面', 'items', '面', { notBefore: '积 向 对 临 上 试' }),
  u('块次', 'events', '块次'),
  u('层', 'items', '层', { notBefore: '次 级 面 层 流 析' }),
  u('条', 'items', '条', { notBefore: '件 例 次 款', spelled: true }),
  u('条次', 'events', '条次'),
  u('篇', 'items', '篇', { spelled: true }),
  u('则', 'items', '则'),
  u('种', 'items', '种', { notBefore: '植 子 族', spelled: true }),
  u('类', 'items', '类', { notBefore: '别 似 型', spelled: true }),
  u('大类', 'items', '大类 个大类'),
  u('款', 'items', '款', { notBefore: '项' }),
  u('批', 'items', '批', { notBefore: '准 复 评 示 次 发', spelled: true }),
  u('门', 'items', '门', { notBefore: '诊 急 店 类 牌 户' }),
  u('节', 'items', '节', { notBefore: '约 日 育 能 点 省' }),
  u('堂', 'items', '堂'),
  u('课', 'items', '课', { notBefore: '题 时 程' }),
  u('队', 'items', '队', { notBefore: '伍 员 长' }),
  u('组', 'items', '组', { notBefore: '织 建 成 长 合 团' }),
  u('对', 'items', '对', { notBefore: '照 比 象 于 全 患 符 医 所 困 接 辖 各 基 重 一 口 外 高 建 贫 在 企 公 社' }),
  u('尊', 'items', '尊'),
  u('把', 'items', '把', { notBefore: '手 关 握' }),
  u('头', 'items', '头', { notBefore: '部 孢 次' }),
  u('口', 'items', '口', { notBefore: '腔 径 服 岸 罩' }),
  u('眼', 'items', '眼', { notBefore: '科 病 镜 健 保 底' }),
  u('盏', 'items', '盏'),
  u('根', 'items', '根', { notBefore: '据 本' }),
  u('羽', 'items', '羽'),
  u('顶', 'items', '顶', { notBefore: '级 层 峰 替 岗 点 尖 住 格' }),
  u('罐', 'items', '罐', { notBefore: '装 头' }),
  u('匹', 'items', '匹', { notBefore: '配 马 兹' }),
  u('盆', 'items', '盆', { notBefore: '地 腔 骨 底 景' }),
  u('封', 'items', '封', { notBefore: '闭 顶 存 条 控 面 堵 锁 山 城 开 装', spelled: true }),
  u('颗', 'items', '颗'),
  u('治疗量', 'volume', '治疗量 个治疗量'),
  u('项次', 'events', '项次'),
  u('艘', 'items', '艘'),
  u('架', 'items', '架'),
  u('棵', 'items', '棵'),
  u('株', 'items', '株'),
  u('管', 'items', '管', { notBefore: '理 控 护 辖 网' }),
  u('单', 'items', '单', { notBefore: '位 元 独 项 纯 一' }),
  u('笔', 'items', '笔', { notBefore: '试' }),
  u('卷', 'items', '卷', { notBefore: '烟' }),
  u('宗次', 'events', '宗次'),
  u('村', 'items', '村', { notBefore: '级 医 卫 民 委' }),
  u('页', 'items', '页'),
  u('字', 'items', '字'),
  u('单位', 'items', '单位', { notBefore: ': ：' }),
  u('剂', 'items', '剂', { notBefore: '量 型 次' }),
  u('剂次', 'events', '剂次 针剂'),
  u('针', 'items', '针', { notBefore: '对 灸 织 刺 次' }),
  u('针次', 'events', '针次'),
  u('笼次', 'events', '笼次'),
  u('头次', 'events', '头次'),
  u('只次', 'events', '只次'),
  u('夹次', 'events', '夹次 夹夜'),
  u('支次', 'events', '支次'),
  u('毫升', 'volume', '毫升 ml mL ML'),
  u('升', 'volume', '升', { notBefore: '级 至 到 高' }),
  u('单位血', 'volume', '单位血'),
  u('立方米', 'volume', '立方米 m³ m3'),
  u('U', 'volume', 'U u', { notBefore: '盘' }),
  // ratios and rates
  u('%', 'ratio', '%'),
  u('‰', 'ratio', '‰'),
  u('1/10万', 'rate', '/10万 /十万 1/10万 /100000 /10万人口 /10万人'),
  u('1/100万', 'rate', '/100万 /百万 /100万人口'),
  u('1/万', 'rate', '/万 1/万'),
  u('1/千', 'rate', '/千 1/千'),
  u('百分点', 'points', '个百分点 百分点 个百分比 个点'),
  u('千分点', 'points', '个千分点 千分点'),
  u('倍', 'multiple', '倍'),
  u('分', 'score', '分', { notBefore: '钟 之 别 类 级 析 布 期 局 店 为 中 院 会 会场 组 项 享 批 担 工 散 流 层 区 片 档 管' }),
  // time
  u('分钟', 'duration', '分钟', { spelled: true }),
  u('小时', 'duration', '小时 个小时', { spelled: true }),
  u('学时', 'duration', '学时 个学时'),
  u('课时', 'duration', '课时 个课时'),
  u('秒', 'duration', '秒 秒钟'),
  u('天', 'duration', '天 日', { notBefore: '津 然 使 花 麻 前 起 至 均 常 间 期 本 照' }),
  u('工作日', 'duration', '工作日 个工作日', { spelled: true }),
  u('月', 'duration', '个月', { spelled: true }),
  u('周', 'duration', '周 个周 星期 个星期', { notBefore: '岁 年 边 一 二 三 四 五 六 日 末 围 密 期 口 宁 村 至 庄' }),
  u('年', 'duration', '年', { spelled: true }),
  u('岁', 'age', '岁 周岁'),
  u('月龄', 'age', '月龄'),
  // measures
  u('平方米', 'area', '平方米 ㎡ m² m2 平米 余平方米'),
  u('平方公里', 'area', '平方公里 km² km2'),
  u('平方千米', 'area', '平方千米'),
  u('亩', 'area', '亩'),
  u('公顷', 'area', '公顷'),
  u('公里', 'length', '公里 千米 km'),
  u('米', 'length', '米'),
  u('厘米', 'length', '厘米 cm'),
  u('毫米', 'length', '毫米 mm'),
  u('里', 'length', '里', { notBefore: '程 面' }),
  u('吨', 'mass', '吨'),
  u('公斤', 'mass', '公斤 千克 kg KG'),
  u('斤', 'mass', '斤'),
  u('克', 'mass', '克 g', { notBefore: '服 隆' }),
  u('毫克', 'mass', '毫克 mg'),
  u('毫克/升', 'other', '毫克/升 mg/L mg/l'),
  u('微克/升', 'other', '微克/升 μg/L'),
  u('毫克/立方米', 'other', '毫克/立方米 mg/m³ mg/m3'),
  u('微克/立方米', 'other', '微克/立方米 μg/m³ μg/m3'),
  u('毫克/千克', 'other', '毫克/千克 mg/kg'),
  u('毫摩尔/升', 'other', '毫摩尔/升 mmol/L'),
  u('个/毫升', 'other', '个/毫升 CFU/mL CFU/ml'),
  u('只/间', 'rate', '只/间'),
  u('千瓦', 'other', '千瓦 kW'),
  u('千瓦时', 'other', '千瓦时'),
  u('摄氏度', 'other', '℃ 摄氏度'),
  u('毫米汞柱', 'other', '毫米汞柱 mmHg'),
  u('人/平方公里', 'rate', '人/平方公里'),
  u('TB', 'data', 'TB'),
  u('GB', 'data', 'GB'),
  u('兆', 'data', '兆 MB M'),
];

/** 条目数1173, 注册人数21.9万: nouns of number and the classifier they count in. */
export const COUNTED_IN: readonly (readonly [RegExp, string, Dimension])[] = [
  [/(?:人次数?|诊疗量|门急诊量|诊疗总?量|就诊量|门诊量)$/u, '人次', 'visits'],
  [/(?:人数|编制数|参保数|职工数|劳动者数|医师数|医生数|护士数|居民数|患者数|对象数|老人数)$/u, '人', 'people'],
  [/户数$/u, '户', 'households'],
  [/(?:查询次数|次数)$/u, '次', 'events'],
  [/(?:病例数|例数|发病数|死亡数|活产数|手术数|产妇数|病例)$/u, '例', 'cases'],
  [/件数$/u, '件', 'items'],
  [/份数$/u, '份', 'items'],
  [/家数$/u, '家', 'facilities'],
  [/(?:条目数|信息数|线索数)$/u, '条', 'items'],
  [/(?:车辆数)$/u, '辆', 'items'],
  [/(?:床位数?|病床数?|在床数)$/u, '张', 'items'],
  [/(?:机构数|团队数|项目数|卫生室数|箱数量|点位数|站点数)$/u, '个', 'items'],
];

/** Other nouns that imply the unit of the number behind them. `only` narrows them: zero, written large (万) or with decimals, a share, or whole. */
export const IMPLIED_UNITS: readonly {
  readonly after: RegExp;
  readonly unit: string | null;
  readonly dimension: Dimension;
  readonly only?: 'zero' | 'large' | 'share' | 'whole';
}[] = [
  {
    after:
      /(?:人员|人口|群众|居民|农民|患者|病人|对象|老人|老年人|儿童|婴儿|婴幼儿|新生儿|孕妇|孕产妇|产妇|妇女|医师|医生|护士|医技|(?<!付|放)村医|职工|编制|村民|学生)$/u,
    unit: '人',
    dimension: 'people',
  },
  // 早孕建册412; 接收下转12; 家庭医生签约8000, whose 约 is taken for a word before the number; 65岁及以上老年人体检2213
  {
    after: /(?:早孕建[册卡]|接收下转|上转病人|家庭医生签约?|签约居民|(?:岁及?以上|老年人?|老人)体检)$/u,
    unit: '人',
    dimension: 'people',
    only: 'whole',
  },
  // 门急诊28614, 住院932
  { after: /(?<![均日率])(?:门急诊|门\(急\)诊|门诊|急诊|总诊疗|诊疗|住院|出院)$/u, unit: '人次', dimension: 'visits', only: 'whole' },
  // 考核得分92.5, 村医平均年龄54
  { after: /(?:得分|总分)$/u, unit: '分', dimension: 'score' },
  { after: /平均年龄$/u, unit: '岁', dimension: 'age' },
  // 65岁及以上老人应管3215,实管2846; 高血压在管1826,规范管理1352
  { after: /(?:应管|实管|在管|应检|实检|规范管理|血压达标|血糖达标)$/u, unit: '人', dimension: 'people' },
  // 高级职称241、中级职称763
  { after: /(?:正高|副高|高级|中级|初级)(?:专业技术)?职称(?:人员)?$/u, unit: '人', dimension: 'people' },
  // 卫生人才总量1.58万
  { after: /(?:人才|人力资源|队伍|医护|志愿者|会员|党员)(?:总数|总量|数量|规模)?$/u, unit: '人', dimension: 'people', only: 'large' },
  { after: /家庭$/u, unit: '户', dimension: 'households' },
  // 死亡率为0
  { after: /(?:率|占比|比例|比重|为零|感染|事故|死亡|反应|投诉|新增|病例)$/u, unit: null, dimension: 'other', only: 'zero' },
  // 规范管理率82、随访率90: a share that lost its sign
  {
    after:
      /(?:接种|规范|体检|管理|覆盖|建档|合格|达标|完成|签约|参合|参保|使用|检查|检测|访视|随访|知晓|控制|治愈|好转|满意|建卡|建册|筛查|分娩)率$/u,
    unit: '%',
    dimension: 'ratio',
    only: 'share',
  },
  // 出生人口性别比112.4, 布雷图指数为4.2, 性别比由上年的112.6下降到109.8
  { after: /(?:性别比|指数|系数)(?:[由从](?:(?:上|去)年(?:同期)?的?)?)?$/u, unit: null, dimension: 'other' },
  // 第一剂34.21万, 加强针2.64万
  {
    after: /(?:(?:第[一二三四](?:剂次?|针)|加强针)(?:累计|共|已)*(?:接种)?|加强免疫|疫苗接种|接种疫苗)$/u,
    unit: '剂次',
    dimension: 'events',
  },
  // 千人口献血率9.3
  { after: /(?:每?千人口?|每千人口)[一-龥]{1,6}率$/u, unit: '‰', dimension: 'ratio', only: 'share' },
  // 封顶线由6万调到10万
  { after: /(?:封顶线|起付线|限额)(?:[由从])?$/u, unit: '元', dimension: 'money', only: 'large' },
  // 出院者平均住院日8.3
  { after: /住院日$/u, unit: '天', dimension: 'duration' },
  // 平均住院费用3272.98, 每床日平均费用1035
  { after: /(?:次均|均次|人均|平均|床日|户均)[一-龥]{0,6}(?:费用|收费|收费水平|药费|门诊费|住院费)$/u, unit: '元', dimension: 'money' },
  // 县级拨付78.2万元,兑付村医31.46万
  { after: /(?:兑付|支付|拨付|发放|到位)[一-龥]{0,4}$|(?:让利|财政拨)$/u, unit: '元', dimension: 'money', only: 'large' },
  // 出院人次中,公立医院15.9万 is left alone; 投入资金3000万
  {
    after:
      /(?:总值|产值|货值|案值|资金|经费|金额|投资|费用|支出|收入|基金|补助|补贴|罚款|价值|款|补偿|报销|拨付|投入|资产|负债|结余|赤字|亏损|资产总额|总资产|净资产)(?:总额|总值|总计)?(?:[由从](?:(?:上|去)年(?:同期|末|底)?|年初)?的?)?$/u,
    unit: '元',
    dimension: 'money',
    only: 'large',
  },
];

/** 辖6镇14乡: administrative divisions that count without a classifier, behind a word for having them or beside another one. */
export const PLACE_UNIT = /^(?:乡镇|镇|乡|村(?=\d)|街道|办事处|社区|县|区|旗|团场)(?=\d|[、,。;()和及与共 ]|$)/u;
export const HAS_PLACES = /(?:辖|下设|共设|\d个?[镇乡县区旗村]|(?:监测|抽查|抽取|抽样):?|\d个?街道|\d个?办事处)[、和及]?$/u;

/** 10.98万专项资金, 200万保障, 18.6万慰问金. */
export const MONEY_NOUNS =
  /^(?:的)?(?:余)?(?:专项|财政|政府|自筹|补助|项目|工作|救助|扶持|建设|中央|省级|市级|区级|县级|配套|债券|爱心|帮扶)*(?:资金|经费|慰问金|救助金|保障|保额|保费|补助|补贴|赔付|贷款|投资|奖金|罚款|捐款|物资|设备)/u;

/** 惠及3.2万群众, 培训1.5万医务人员: a number with a magnitude before people. */
export const PEOPLE_NOUNS =
  /^(?:的)?(?:余|多)?(?:名)?(?:[一-龥]{0,6})(?:群众|居民|患者|病人|农民|老人|老年人|儿童|妇女|人员|学生|村民|参保人|职工|人口|干部|医务人员)/u;

/** 母婴0感染, 0死亡: a zero directly before what did not happen. */
export const ZERO_NOUNS = /^(?:感染|死亡|发生|事故|投诉|差错|报告|病例|确诊|传播|新增)/u;
