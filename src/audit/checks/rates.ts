// Rates against the two counts they are made of: 应种1200人,实种1150人,接种率95.8%.
import type { HealthRecord } from '../../model/record.js';
import { type AuditedDocument, before, between, type Group } from '../document.js';
import type { Finding } from '../finding.js';
import { compare, intervalOf, isExact, quotientOf } from '../precision.js';
import { ADDITIVE, RATE_PARTS } from '../rules.js';
import { AGREES, finding, findingsOn, named, shown } from '../say.js';

const FACTORS: Readonly<Record<string, number>> = { '%': 100, '‰': 1000, '1/10万': 100_000, '1/100万': 1_000_000 };
/** Figures back that a rate may refer to. */
const BACK = 4;

export function rateCounts({ comparable }: AuditedDocument): Finding[] {
  return comparable.flatMap((group) => findingsOn(group.records, (rate, at) => checkedRate(rate, at, group)));
}

function checkedRate(rate: HealthRecord, at: number, group: Group): Finding | null {
  const factor = FACTORS[rate.unit ?? ''];
  if (factor === undefined || rate.aspect !== 'level' || rate.kind !== 'actual' || !isExact(rate) || rate.rule === 'table-cell')
    return null;
  // it is made of two
  if (at < 2) return null;
  const parts = RATE_PARTS.find((entry) => entry.rate.test(rate.label));
  if (!parts) return null;
  const counts = group.records
    .slice(Math.max(0, at - BACK), at)
    .filter(
      (other) => other.aspect === 'level' && ADDITIVE.has(other.dimension) && isExact(other) && other.value > 0 && other.unit !== null,
    );
  const told = (other: HealthRecord): string => (parts.verb ? `${before(group, other)}${other.label}` : other.label);
  const numerator = counts.findLast((other) => parts.numerator.test(told(other)) && other.kind === 'actual');
  const denominator = counts.findLast(
    (other) => other !== numerator && parts.denominator.test(told(other)) && comparable(other, numerator) && sameThing(other, numerator),
  );
  // two denominators, or a sentence that has gone on to something else: not sure enough
  if (!numerator || !denominator) return null;
  const [first, last] = denominator.start < numerator.start ? [denominator, numerator] : [numerator, denominator];
  // 应种1200剂,实种1150剂,接种率95.8%,其中乙肝首针及时率97.1%: of some of them
  if (/[。；;]|其中/u.test(between(group, last, rate)) || /[；;]/u.test(between(group, first, last))) return null;
  if (counts.some((other) => other !== numerator && other !== denominator && other.start > first.start)) return null;
  const computed = quotientOf(intervalOf(numerator), intervalOf(denominator), factor);
  if (!computed) return null;
  const { verdict, tolerance } = compare(rate, computed);
  const middle = computed.low.plus(computed.high).div(2);
  return finding('rate-counts', {
    verdict,
    en: `${named(rate)} ${AGREES[verdict].en} with ${named(numerator)} of ${named(denominator)}: ${shown(middle, rate.unit)}`,
    zh: `“${named(rate)}”与“${named(numerator)}”、“${named(denominator)}”${AGREES[verdict].zh}：应为${shown(middle, rate.unit)}`,
    cites: [
      ['rate', rate],
      ['numerator', numerator],
      ['denominator', denominator],
    ],
    stated: rate.value,
    computed: middle,
    tolerance,
    unit: rate.unit,
  });
}

const sameThing = (a: HealthRecord, b: HealthRecord | undefined): boolean => b !== undefined && a.year === b.year && a.file === b.file;

const PERSONS: ReadonlySet<string> = new Set(['people', 'visits', 'cases']);
/** 阳性37例 of 检测61340人次: persons, however they are counted. */
const comparable = (a: HealthRecord, b: HealthRecord | undefined): boolean =>
  b !== undefined && (a.unit === b.unit || (PERSONS.has(a.dimension) && PERSONS.has(b.dimension)));
