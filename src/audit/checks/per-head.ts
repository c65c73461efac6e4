// Money per head against the total and the heads: 按每人120元的标准,为3200人发放补助共38.4万元.
import type { HealthRecord } from '../../model/record.js';
import type { AuditedDocument, Group } from '../document.js';
import type { Finding } from '../finding.js';
import { compare, intervalOf, isExact, productOf } from '../precision.js';
import { AGREES, finding, findingsOn, named, shown } from '../say.js';

const PER_HEAD = /(?:人均|每人|每例|每户|每名|每位|户均|例均|次均|每人次|\/(?:人|户|例|人次))/u;
const HEADS: ReadonlySet<string> = new Set(['people', 'visits', 'households', 'cases']);
/** The total of these very heads: 共, 合计. */
const SUM = /(?:共|合计|总计|总额|总费用|发放|支出|支付|到位|兑现|投入|年度)/u;
/** Paid more than once a year: the product is for one time. */
const INSTALMENT = /(?:每|\/|按)(?:人每)?(?:月|季度?|天|日|次)/u;
const MONTHLY = /(?:每|\/|按)(?:人每)?月/u;
const RAISED = /(?:筹资|缴费|征缴|筹集)/u;
const PAID_OUT = /(?:补偿|报销|支出|支付|救助|赔付|结余)/u;
const WINDOW = 14;
const SPENDING = /(?:补助|补贴|救助|奖励|扶助|发放|筹集|筹资|兑现|报销|补偿|减免|资助|慰问|缴费|费用|经费|服务费|保费|资金|津贴|养老)/u;
/** Beyond rounding, but a price that is not the same for everyone: nothing to say. */
const NEAR = 0.02;

export const perHead = ({ comparable }: AuditedDocument): Finding[] => findingsOn(comparable, checkedProduct);

function checkedProduct(group: Group): Finding | null {
  const { records, sentence } = group;
  const usable = records.filter((record) => record.aspect === 'level' && isExact(record) && record.rule !== 'table-cell');
  const money = usable.filter((record) => record.unit === '元');
  const heads = usable.filter((record) => HEADS.has(record.dimension));
  // one of each, or it is not known which belongs to which
  if (money.length !== 2 || heads.length !== 1) return null;
  const priced = money.filter((record) => PER_HEAD.test(around(group, record)));
  const price = priced.length > 0 ? priced : money.filter((record) => PER_HEAD.test(record.label));
  const totals = money.filter((record) => !price.includes(record));
  const [each, total, head] = [price[0], totals[0], heads[0]];
  if (price.length !== 1 || !each || !total || !head) return null;
  // 筹资标准每人340元,其中个人缴纳60元: another amount per head
  if (total.kind === 'standard' || total.partOf === each.id) return null;
  // 人均筹资标准340元,全年补偿资金3.04亿元: money in, money out
  if (RAISED.test(each.label) && PAID_OUT.test(total.label)) return null;
  if (total.kind === 'target' || head.kind === 'target' || !SPENDING.test(total.label + each.label)) return null;
  const once = productOf(intervalOf(each), intervalOf(head));
  const times = instalments(around(group, each), sentence, total.value / (each.value * head.value));
  if (times === null) return null;
  const product = { low: once.low.times(times), high: once.high.times(times) };
  const middle = product.low.plus(product.high).div(2);
  const { verdict, tolerance } = compare(total, product);
  const off = middle.minus(total.value).abs().div(middle);
  const linked = SUM.test(sentence.slice(Math.max(0, total.start - group.start - 12), total.start - group.start)) || /标准/u.test(sentence);
  if (verdict === 'inconsistent' && (!linked || off.lte(NEAR))) return null;
  return finding('per-head', {
    verdict,
    en: `${named(total)} ${AGREES[verdict].en} with ${named(each)} for ${named(head)}: ${shown(middle, '元')}`,
    zh: `总额“${named(total)}”与“${named(each)}”乘以“${named(head)}”${AGREES[verdict].zh}：应为${shown(middle, '元')}`,
    cites: [
      ['total', total],
      ['per-head', each],
      ['denominator', head],
    ],
    stated: total.value,
    computed: middle,
    tolerance,
    unit: '元',
  });
}

/** How often the amount was paid: once, twelve times in 全年, or as many months as the total says; null where that is not known. */
function instalments(words: string, sentence: string, ratio: number): number | null {
  if (!INSTALMENT.test(words)) return 1;
  const months = Math.round(ratio);
  if (months >= 1 && months <= 12 && Math.abs(ratio - months) < months * NEAR) return months;
  return MONTHLY.test(words) && /(?:全年|年度|本年|年内)/u.test(sentence) ? 12 : null;
}

/** The words of the clause about an amount, and the first ones behind it. */
function around({ sentence, start }: Group, record: HealthRecord): string {
  const ahead = sentence.slice(Math.max(0, record.start - start - WINDOW), record.start - start);
  return `${/[^，,。；;]*$/u.exec(ahead)?.[0] ?? ''}${sentence.slice(record.start - start, record.end - start + 4)}`;
}
