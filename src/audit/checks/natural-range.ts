// Shares beyond the whole, counts below nothing.
import type { HealthRecord } from '../../model/record.js';
import type { AuditedDocument } from '../document.js';
import type { Finding } from '../finding.js';
import { BOUNDED_RATE, ELASTIC_RATE, NO_SHARE } from '../rules.js';
import { finding, findingsOn, named } from '../say.js';

const WHOLE: Readonly<Record<string, number>> = { '%': 100, '‰': 1000, '1/万': 10_000, '1/10万': 100_000, '1/100万': 1_000_000 };

/** What was done of a task may be more than the task: 任务完成率126%. */
const OF_TASK = /任务完成率$/u;

export const naturalRange = ({ records }: AuditedDocument): Finding[] => findingsOn(records, outOfRange);

function outOfRange(record: HealthRecord): Finding | null {
  if (record.aspect === 'change') return null;
  const whole = WHOLE[record.unit ?? ''];
  const top = record.valueMax ?? record.value;
  if (record.value < 0 && !/(?:自然增长|结余|盈亏|盈余|增长)/u.test(record.label)) {
    return told(record, 'inconsistent', 'is below nothing', '为负数');
  }
  if (whole === undefined || top <= whole || NO_SHARE.test(record.label) || OF_TASK.test(record.label)) return null;
  if (BOUNDED_RATE.test(record.label)) return told(record, 'inconsistent', 'is more than the whole', '超过总体的100%');
  // 接种率 of 300 % counts doses, 完成率 of 120 % more than was planned: possible, and worth a look
  if (ELASTIC_RATE.test(record.label))
    return told(record, 'not-checkable', 'is beyond 100 %: possible, but worth a look', '超过100%：有可能，请留意');
  return null;
}

const told = (record: HealthRecord, verdict: 'inconsistent' | 'not-checkable', en: string, zh: string): Finding =>
  finding('natural-range', {
    verdict,
    en: `${named(record)} ${en}`,
    zh: `“${named(record)}”${zh}`,
    cites: [['rate', record]],
    stated: record.value,
    unit: record.unit,
  });
