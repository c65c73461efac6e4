// Invented reports in the manner of the genre, for measuring: work summaries, bulletins, plans and news of 2–20 KB, with headings, lists, changes,
// breakdowns and tables. Sentences are put together from templates with the names and units of the lexicon and the places of the division table, so
// that texts do not repeat one another. The same seed and number always give the same text.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const rules = path.resolve(import.meta.dirname, '..', '..', 'src', 'rules');

/** A generator of numbers from 0 to 1 (mulberry32): small, fast, the same everywhere. */
function randomFrom(/** @type {number} */ seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** @typedef {{ name: string, unit: string, domain: string }} Indicator */

/** Names and aliases that read as a label before a number, with their usual unit. */
function indicators() {
  /** @type {Indicator[]} */
  const all = [];
  const folder = path.join(rules, 'indicators');
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()) {
    for (const { aliases, units, domain } of JSON.parse(readFileSync(path.join(folder, file), 'utf8')).indicators) {
      const unit = units[0];
      if (unit === null || unit === undefined) continue;
      for (const name of aliases) if (name.length >= 4 && !name.includes('…')) all.push({ name, unit, domain });
    }
  }
  return all;
}

function places() {
  const rows = readFileSync(path.join(rules, 'divisions.tsv'), 'utf8')
    .split('\n')
    .map((line) => line.split('\t'));
  const inForce = rows.filter(([code, , , to]) => code && !to);
  const names = new Map(inForce.map(([code, name]) => [code, name]));
  return inForce.flatMap(([code, name]) => {
    if (!code || !name || code.endsWith('00')) return [];
    const city = names.get(`${code.slice(0, 4)}00`) ?? '';
    return [{ county: name, city: city.length > 2 ? city : '', self: name.at(-1) ?? '县' }];
  });
}

const words = (/** @type {string} */ text) => text.split(' ');
const GROUPS = words(
  '贫困人口 65岁以上老年人 孕产妇 学龄前儿童 在校学生 计生特殊家庭 残疾人 低保对象 流动人口 慢性病患者 农村居民 城镇职工 重点人群 退役军人 在册患者',
);
const INSTITUTIONS = words(
  '县人民医院 县中医医院 妇幼保健院 疾控中心 城关镇卫生院 中心卫生院 社区卫生服务中心 民营医院 村卫生室 卫生监督所 急救站 口腔医院 精神卫生中心 康复医院 血站',
);
const TOWNS = words(
  '青溪 石门 柳河 白沙 新店 龙泉 双桥 沙湾 古城 东岭 丰乐 马鞍 三合 高坪 大庙 临江 长坡 云峰 红旗 和平 太阳 仙女 水口 五里 永兴',
);
const OPENERS = words('全年 截至年底 上半年 今年以来 累计 目前 前三季度 1—6月 截至11月底 年内 当年 1至9月份');
const WAYS = words(
  '进一步压实责任 健全联席会议机制 细化工作台账 强化部门协作 优化服务流程 加大督导力度 完善考核办法 充实业务力量 坚持问题导向 落实包联制度 打通堵点难点 严把质量关口',
);
const AIMS = words(
  '群众看病就医更加方便 服务能力稳步提升 各项任务有序推进 工作质量明显改善 防控网底不断夯实 资源布局更趋合理 居民获得感持续增强 管理水平再上台阶',
);
const TASKS = words(
  '基层服务能力提升 公共卫生体系补短板 妇幼健康服务 疾病预防控制 医疗保障待遇落实 中医药传承创新 健康知识普及 综合监督执法 人才队伍建设 信息互联互通 老年健康服务 爱国卫生运动 项目资金管理 行业作风建设 医药卫生体制改革 职业健康保护 药品器械监管 家庭医生签约 县域资源整合 应急救治能力',
);
const VERBS = words('推进 加强 做实 抓好 深化 提升 完善 统筹');
const NUMERALS = words('一 二 三 四 五 六 七 八 九 十');
const RISES = words('增长 上升 增加 提高 下降 减少 回落 降低');
const BASES = words('同比 较上年 比上年 较去年同期 比上年同期');
const KINDS = /** @type {const} */ (['summary', 'bulletin', 'plan', 'news']);
const MIN_LENGTH = 700;
const MAX_LENGTH = 6700;

/** Texts by number: `textAt(i)` is the same whatever was asked for before. */
export function createCorpus(seed = 1) {
  const lexicon = indicators();
  const divisions = places();
  return { textAt: (/** @type {number} */ number) => new Report(randomFrom(Math.imul(seed, 7919) + number), lexicon, divisions).text() };
}

class Report {
  /**
   * @param {() => number} random
   * @param {Indicator[]} lexicon
   * @param {{ county: string, city: string, self: string }[]} divisions
   */
  constructor(random, lexicon, divisions) {
    this.random = random;
    this.lexicon = lexicon;
    this.place = this.pick(divisions);
    this.year = 2012 + this.upTo(12);
    this.kind = this.pick(KINDS);
    this.length = Math.round(MIN_LENGTH + (MAX_LENGTH - MIN_LENGTH) * random() ** 2);
    this.all = `全${this.place.self}`;
    this.subject = this.any();
  }

  upTo(/** @type {number} */ limit) {
    return Math.floor(this.random() * limit);
  }

  /** @template T @param {readonly T[]} list @returns {T} */
  pick(list) {
    return /** @type {T} */ (list[this.upTo(list.length)]);
  }

  any() {
    return this.pick(this.lexicon);
  }

  /** An indicator of the subject that the section is about. */
  indicator() {
    for (let i = 0; i < 12; i++) {
      const found = this.any();
      if (found.domain === this.subject.domain) return found;
    }
    return this.any();
  }

  /** Those of one unit, so that they can be listed. */
  listOf(/** @type {number} */ count) {
    const first = this.indicator();
    const list = [first];
    for (let i = 0; i < 80 && list.length < count; i++) {
      const other = this.any();
      if (other.unit === first.unit && !list.some(({ name }) => name === other.name)) list.push(other);
    }
    return list;
  }

  count() {
    const digits = 1 + this.upTo(5);
    const value = 1 + this.upTo(10 ** digits);
    return value > 9999 && this.random() < 0.4 ? `${(value / 10000).toFixed(this.upTo(2) + 1)}万` : String(value);
  }

  percent(/** @type {number} */ limit = 100) {
    return (this.random() * limit).toFixed(this.upTo(3));
  }

  amount(/** @type {string} */ unit) {
    if (unit === '%') return `${this.percent()}%`;
    if (unit === '‰' || unit.startsWith('1/')) return unit === '‰' ? `${this.percent(20)}‰` : `${this.percent(90)}/${unit.slice(2)}`;
    if (unit === '元') return this.random() < 0.3 ? `${this.percent(9)}亿元` : `${this.count().replace('万', '')}万元`;
    return `${this.count()}${this.random() < 0.06 ? '余' : ''}${unit}`;
  }

  change(/** @type {string} */ unit) {
    const points = unit === '%' && this.random() < 0.8;
    return `${this.pick(BASES)}${this.pick(RISES)}${this.percent(30)}${points ? '个百分点' : '%'}`;
  }

  /** A sentence without figures: half of a report tells what was done and why. */
  prose() {
    const [task, other] = [this.pick(TASKS), this.pick(TASKS)];
    const who = this.pick([
      this.place.county,
      this.all,
      `${this.pick(TOWNS)}镇`,
      this.pick(INSTITUTIONS),
      '各级医疗卫生单位',
      '卫生健康系统',
    ]);
    switch (this.upTo(6)) {
      case 0:
        return `${who}坚持把${task}作为重点任务，${this.pick(WAYS)}，${this.pick(WAYS)}，${this.pick(AIMS)}。`;
      case 1:
        return `围绕${task}，${who}主动对接${other}有关要求，${this.pick(WAYS)}，推动${this.subject.name}相关工作落到实处。`;
      case 2:
        return `${who}召开专题会议研究${task}，明确责任单位和完成时限，要求${this.pick(INSTITUTIONS)}、${this.pick(INSTITUTIONS)}等单位${this.pick(WAYS)}。`;
      case 3:
        return `在${task}方面，${this.pick(GROUPS)}关心的问题逐步得到解决，${this.pick(AIMS)}，但${other}仍存在短板，需要${this.pick(WAYS)}。`;
      case 4:
        return `通过${this.pick(WAYS)}、${this.pick(WAYS)}，${who}${this.pick(VERBS)}${task}与${other}的衔接，${this.pick(AIMS)}。`;
      default:
        return `${this.pick(WAYS)}，引导${this.pick(GROUPS)}、${this.pick(GROUPS)}积极参与${task}，${who}${this.pick(AIMS)}。`;
    }
  }

  sentence() {
    if (this.random() < 0.45) return this.prose();
    const a = this.indicator();
    const b = this.indicator();
    const opener = this.random() < 0.4 ? `${this.pick(OPENERS)}，` : '';
    const scope = this.random() < 0.35 ? this.all : '';
    const town = `${this.pick(TOWNS)}${this.pick(['镇', '乡', '街道'])}`;
    switch (this.upTo(14)) {
      case 0:
        return `${opener}${scope}${a.name}${this.amount(a.unit)}，${this.change(a.unit)}；${b.name}${this.amount(b.unit)}。`;
      case 1: {
        const [c, d] = [this.pick(GROUPS), this.pick(GROUPS)];
        return `${opener}${a.name}${this.amount(a.unit)}，其中${c}${this.amount(a.unit)}、${d}${this.amount(a.unit)}。`;
      }
      case 2: {
        const [x, y] = this.listOf(2);
        return x && y ? `${scope}${x.name}、${y.name}分别为${this.amount(x.unit)}、${this.amount(x.unit)}。` : '';
      }
      case 3:
        return `${this.pick(WAYS)}，${this.pick(WAYS)}，${this.pick(AIMS)}。`;
      case 4: {
        const from = this.percent(60);
        return `${opener}${a.name}由上年的${from}${a.unit === '%' ? '%' : a.unit}提高到${(Number(from) + 8.3).toFixed(1)}${a.unit === '%' ? '%' : a.unit}，${b.name}达到${this.amount(b.unit)}。`;
      }
      case 5:
        return `${this.pick(INSTITUTIONS)}${a.name}${this.amount(a.unit)}，${this.pick(INSTITUTIONS)}${this.amount(a.unit)}，${this.pick(AIMS)}。`;
      case 6:
        return `投入资金${this.count().replace('万', '')}万元，在${town}、${this.pick(TOWNS)}镇新建${this.pick(INSTITUTIONS)}${1 + this.upTo(9)}所，建筑面积${this.count().replace('万', '')}平方米。`;
      case 7:
        return `到${this.year + 1 + this.upTo(4)}年，${scope}${a.name}力争达到${this.amount(a.unit)}以上，${b.name}控制在${this.amount(b.unit)}以内。`;
      case 8: {
        const list = this.listOf(3 + this.upTo(3));
        return `${opener}${list.map(({ name, unit }) => `${name}${this.amount(unit)}`).join('、')}。`;
      }
      case 9:
        return `${opener}${a.name}${this.amount(a.unit)}（${this.pick(GROUPS)}占${this.percent(60)}%），${this.change(a.unit)}，${this.pick(AIMS)}。`;
      case 10:
        return `根据《关于做好${this.pick(TASKS)}工作的通知》（${this.place.county.slice(0, 1)}卫发〔${this.year}〕${1 + this.upTo(200)}号）要求，${this.pick(WAYS)}，${a.name}${this.amount(a.unit)}，${b.name}${this.amount(b.unit)}。`;
      case 11:
        return `${1 + this.upTo(12)}月${1 + this.upTo(28)}日，${town}组织${this.pick(GROUPS)}${this.count()}人次参加活动，发放资料${this.count()}份，${this.pick(WAYS)}。`;
      case 12:
        return `每千人口${this.pick(['床位', '执业（助理）医师', '注册护士'])}${this.percent(9)}${this.pick(['张', '人'])}，${a.name}${this.amount(a.unit)}，占总数的${this.percent()}%，${this.change('%')}。`;
      default:
        return `${this.pick(WAYS)}，${scope}${this.pick(INSTITUTIONS)}${1 + this.upTo(40)}家全部达到标准，${a.name}${this.amount(a.unit)}，完成年度任务的${this.percent(120)}%。`;
    }
  }

  paragraph() {
    let text = '';
    for (let i = 2 + this.upTo(5); i > 0; i--) text += this.sentence();
    return text;
  }

  list() {
    const mark = this.pick(['是', '.']);
    return Array.from({ length: 3 + this.upTo(3) }, (_, i) => {
      const lead = mark === '是' ? `${NUMERALS[i]}是` : `${i + 1}.`;
      return `${lead}${this.pick(VERBS)}${this.pick(TASKS)}。${this.sentence()}${this.sentence()}`;
    }).join(mark === '是' ? '' : '\n');
  }

  table() {
    const columns = this.listOf(2 + this.upTo(3));
    const head = ['乡镇', ...columns.map(({ name, unit }) => `${name}（${unit}）`)].join('\t');
    const rows = Array.from({ length: 4 + this.upTo(7) }, () =>
      [`${this.pick(TOWNS)}镇`, ...columns.map(({ unit }) => (unit === '%' ? this.percent() : String(this.upTo(20000))))].join('\t'),
    );
    return [`表${1 + this.upTo(6)} 各乡镇${this.pick(TASKS)}情况`, head, ...rows].join('\n');
  }

  title() {
    const { county, city } = this.place;
    const name = `${this.random() < 0.5 ? city : ''}${county}`;
    if (this.kind === 'bulletin') return `${this.year}年${name}卫生健康事业发展统计公报`;
    if (this.kind === 'plan') return `${name}${this.year + 1}年卫生健康工作计划`;
    if (this.kind === 'news') return `${name}${this.pick(VERBS)}${this.pick(TASKS)}`;
    return `${name}卫生健康局${this.year}年工作总结`;
  }

  text() {
    const parts = [
      this.title(),
      `${this.year}年，${this.all}${this.pick(WAYS)}，${this.pick(WAYS)}，${this.pick(AIMS)}。${this.paragraph()}`,
    ];
    let length = 0;
    for (let section = 0; length < this.length; section++) {
      this.subject = this.any();
      if (this.kind !== 'news') parts.push(`${NUMERALS[section % NUMERALS.length]}、${this.pick(VERBS)}${this.pick(TASKS)}`);
      for (let i = 0, end = 1 + this.upTo(3); i < end; i++) {
        if (this.kind !== 'news' && this.random() < 0.5) parts.push(`（${NUMERALS[i]}）${this.pick(VERBS)}${this.pick(TASKS)}`);
        parts.push(this.paragraph());
        const form = this.random();
        if (form < 0.25) parts.push(this.list());
        else if (form < 0.33) parts.push(this.table());
      }
      length = parts.reduce((sum, part) => sum + part.length, 0);
    }
    const sign = `${this.place.county}卫生健康局\n${this.year + 1}年${1 + this.upTo(3)}月${1 + this.upTo(28)}日`;
    return `${[...parts, ...(this.kind === 'news' ? [] : [sign])].join('\n')}\n`;
  }
}
