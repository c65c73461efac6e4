// Cues of each domain: words and their weight. The domain with the greatest sum wins; the label counts most, then the innermost heading,
// then the sentence. Sources: the contract's list of domains and the topics of the national health statistics survey.
import type { Domain } from '../model/record.js';

const cues = (text: string): readonly string[] => text.split(' ');

export const DOMAIN_CUES: readonly { readonly domain: Domain; readonly weight: number; readonly words: readonly string[] }[] = [
  {
    domain: 'medical-security',
    weight: 3,
    words: cues(
      '医保 医疗保险 参保 基本医疗保险 城乡居民医保 职工医保 新农合 新型农村合作医疗 合作医疗 参合 统筹基金 医保基金 医疗保障 长期护理保险 长护险 医疗救助 大病保险 报销 起付线 起付标准 起伏线 封顶线 集中采购 集中带量采购 带量采购 集采 药品采购 定点医药机构 医药机构 两定机构 骗保 欺诈骗保 异地就医 生育保险 生育津贴 门诊慢特病 门诊慢性病 门诊统筹 医保码 医保电子凭证 DRG DIP 医保支付 惠民保 补充医疗保险 商业健康保险 补偿 参保率 住院统筹 齐惠保 自费 医疗服务价格 医保局 慢特病',
    ),
  },
  {
    domain: 'health-poverty-relief',
    weight: 3,
    words: cues('贫困 建档立卡 健康扶贫 脱贫 精准扶贫 扶贫 因病致贫 因病返贫 先诊疗后付费 帮扶 低保 特困 困难群众 防返贫 乡村振兴 监测户 脱贫户 大病专项救治 贫困患者 结对帮扶 爱心 捐赠'),
  },
  {
    domain: 'maternal-child-health',
    weight: 3,
    words: cues(
      '孕产妇 婴儿 新生儿 妇幼 儿童 产妇 孕妇 产前 产后 婚检 婚前医学检查 婚前保健 孕前优生 叶酸 两癌 宫颈癌 乳腺癌 出生缺陷 母婴 住院分娩 剖宫产 听力筛查 疾病筛查 系统管理率 高危孕产妇 高危儿 出生医学证明 妇女 托育 托位 婴幼儿 母乳 助产 围产儿 低出生体重 活产 妇科病 产科 儿科 孕妇建册 早孕',
    ),
  },
  {
    domain: 'disease-control',
    weight: 3,
    words: cues(
      '传染病 免疫规划 疫苗 预防接种 接种 艾滋病 HIV 结核 肺结核 疾病预防 慢性病 慢病 疫情 新冠 核酸 隔离 疟疾 血吸虫 麻风 狂犬 手足口 流感 病毒 流行病 疾控 地方病 碘盐 碘缺乏 氟中毒 精神障碍 精神病 精神卫生 心理 死因监测 肿瘤登记 哨点 采样 消杀 消毒 布病 鼠疫 霍乱 流调 密接 发病率 高血压 糖尿病 严重精神障碍 方舱 阳性 抗病毒 美沙酮 梅毒 乙肝 突发公共卫生事件 食源性 饮用水监测 水质监测 生活饮用水 健康证 预防性健康 伤害监测 窝沟封闭 职业禁忌',
    ),
  },
  {
    domain: 'public-health-services',
    weight: 3.2,
    words: cues(
      '健康档案 基本公共卫生 公共卫生服务 公卫 健康管理 规范管理 规范化管理 建档 健康体检 免费体检 老年人健康管理 高血压 糖尿病 慢病管理 电子健康档案 动态使用率 公共卫生 健康管理率 中医药健康管理 老年人体检 随访 重性精神 重型精神',
    ),
  },
  {
    domain: 'primary-care',
    weight: 3,
    words: cues(
      '家庭医生 签约 医联体 医共体 村卫生室 乡村医生 转诊 分级诊疗 社区卫生服务 乡镇卫生院 卫生院 基层医疗 村医 紧密型 优质服务基层行 下沉 社区卫生 镇卫生院 卫生室 基层首诊 基层诊疗 巡回医疗 健康服务点 基层就诊',
    ),
  },
  {
    domain: 'medical-services',
    weight: 2.4,
    words: cues(
      '医院 床位 诊疗 门诊 急诊 住院 手术 出院 入院 急救 救护 专科 义诊 护理 病床 医疗质量 平均住院日 处方 院前 卒中 胸痛 创伤 血液 献血 采血 供血 用血 临床 会诊 公立医院 药占比 次均费用 均次费用 医疗机构 医疗卫生机构 大型设备 CT 重点专科 门急诊 接诊 医疗服务 病房 医疗收入 业务收入 医疗费用 无偿献血 器官捐献 改善医疗服务 民营医院 医疗美容 互联网医院 日间手术 诊疗人次 卫生机构 每千人口 死亡病例 医疗纠纷 医患 骨科 就诊',
    ),
  },
  {
    domain: 'tcm',
    weight: 4,
    words: cues('中医 中医药 国医堂 中药 针灸 名中医 中医馆 适宜技术 中西医 民族医 中药饮片 治未病 藏医 蒙医 苗医 艾灸 膏方 师承'),
  },
  {
    domain: 'health-supervision',
    weight: 3.4,
    words: cues(
      '监督执法 卫生监督 行政处罚 处罚 双随机 非法行医 违法 罚款 没收 立案 执法 监督检查 监督员 投诉举报 医疗乱象 卫生许可 公共场所 量化分级 监督覆盖 抽检任务 案件 结案 违规 打击 不良记分 吊销 警告 整改 监督意见书 乱象 巡查 协管 监督频次 督导 查处 暗访 责令 信访 投诉',
    ),
  },
  {
    domain: 'drug-safety',
    weight: 3.6,
    words: cues('药品安全 药店 药品零售 医疗器械 药械 不良反应 药品经营 药品监管 药品生产 化妆品 特殊药品 麻醉药品 疫苗监管 零售药店 药品抽检 药品监督 食品药品 药监 GSP GMP 执业药师 药品'),
  },
  {
    domain: 'population-family',
    weight: 3.2,
    words: cues(
      '计划生育 计生 人口出生 出生人口 出生率 独生子女 奖励扶助 特别扶助 失独 二孩 两孩 三孩 生育登记 生育服务 自然增长率 人口自然增长 出生政策 符合政策 社会抚养费 再生育 避孕 节育 性别比 流动人口 人口库 全员人口 常住人口 户籍人口 家庭发展 计划生育协会 人口计生 特殊家庭 奖扶 特扶 育龄 人口监测 手术并发症 母婴设施',
    ),
  },
  {
    domain: 'patriotic-health',
    weight: 3.2,
    words: cues(
      '爱国卫生 爱卫 卫生城市 卫生县城 卫生镇 卫生乡镇 卫生村 病媒 除四害 四害 灭鼠 灭蚊 健康促进 健康教育 健康素养 控烟 无烟 健康单位 健康社区 健康细胞 健康家庭 健康村 健康城市 改厕 厕所 健康科普 健康讲座 健康知识 宣传栏 宣传资料 健康巡讲 健康企业 健康步道 卫生创建 卫生单位 创卫 国卫 环境卫生 鼠 蟑 健康学校 健康机关 科普 健康县区 垃圾 宣传',
    ),
  },
  { domain: 'elderly-health', weight: 3.4, words: cues('老龄 医养 养老 老年友善 老年病 高龄 养老机构 安宁疗护 老年人口 失能 老年医学 康养 老年健康 长寿 敬老 老年友好 高龄津贴 百岁') },
  { domain: 'occupational-health', weight: 3.8, words: cues('职业病 职业健康 尘肺 职业卫生 职业危害 放射卫生 粉尘 用人单位 职业康复 职业性 健康企业 放射工作人员 工作场所 职业禁忌') },
  {
    domain: 'health-workforce',
    weight: 3,
    words: cues(
      '人才 招聘 招录 引进 进修 培训 规培 规范化培训 住院医师 全科医生 执业医师 注册护士 卫生技术人员 卫技人员 职称 编制 骨干 学历 本科 硕士 博士 定向 乡村医生 医护人员 卫生人员 执业助理 医务人员 师资 学员 继续教育 岗位练兵 技能竞赛 在编 在岗职工 在职职工 选派 名医 专技人员 医学生 每千人口执业 每千人口注册 每万人口全科 聘用',
    ),
  },
  {
    domain: 'health-informatics',
    weight: 3.2,
    words: cues('信息化 信息平台 电子病历 电子处方 电子健康卡 远程 互联网 智慧医疗 智慧医院 大数据 数字化 健康码 电子健康 HIS 信息系统 远程会诊 远程医疗 系统建设 在线 线上 公众号 APP 一卡通 检查互认 结果互认'),
  },
  {
    domain: 'health-finance',
    weight: 2.6,
    words: cues(
      '项目建设 总投资 投资 建设项目 开工 竣工 续建 新建 扩建 改建 建筑面积 财政投入 专项资金 债券 财政拨款 工程 业务用房 建设资金 卫生总费用 固定资产 设备购置 国债 PPP 招商引资 财政补助 经费 预算 资金 卫生支出 投入资金 项目 迁建 主体工程 资产',
    ),
  },
  {
    domain: 'administration',
    weight: 2.2,
    words: cues('党建 党支部 党员 党组织 党风廉政 党委 主题教育 警示教育 提案 建议 议案 信访 安全生产 作风 党课 廉政 文明单位 巡察 机关 精神文明 志愿 志愿者 消防 值班 会议 主题党日 问责 人员编制 内设机构 职能科室 工会 扫黑除恶 公务 慰问 审计 政务公开 依法行政 法治 12345 办件 满意度 公文 事业单位 机构改革'),
  },
];
