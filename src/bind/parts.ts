// Totals and parts that only arithmetic tells: a list right behind (or before) a figure of the same unit that adds up to it.
import Big from 'big.js';
import type { Figure } from '../model/document.js';
import { INSTITUTION_TAIL } from '../rules/words.js';
import { isVerbal, topicOf } from './label.js';

const MIN_PARTS = 2;
const KIND_MAX = 4;
const MAX_PARTS = 12;
/** 护士, 药剂: people by what they do, not kinds of the staff just told. */
const STAFF = /(?:医师|医生|村医|护士|药师|技师|人员|职工|药剂|检验|放射|影像|工勤|后勤)$/u;

/** Sets `partOf` where the levels of a sentence add up exactly and no breakdown was announced. */
export function findSums(figures: readonly Figure[]): void {
  if (figures.length <= MIN_PARTS) return;
  figures.forEach((total, i) => {
    if (!additive(total)) return;
    if (/(?:合计|共计|总计|以上)/u.test(total.label) || total.rule === 'sum') link(total, figures.slice(0, i).reverse());
    if (figures.length - i > MIN_PARTS) link(total, figures.slice(i + 1));
  });
}

/** Dimensions whose parts are no numbers of the total. */
const NOT_ADDED = new Set(['ratio', 'points', 'rate', 'multiple', 'duration', 'age']);

const additive = (f: Figure): boolean =>
  f.aspect === 'level' && f.quantity.valueMax === null && f.quantity.value > 0 && !NOT_ADDED.has(f.quantity.dimension);

const exactSum = (figures: readonly Figure[]): Big => figures.reduce((sum, f) => sum.plus(f.quantity.value), new Big(0));

function link(total: Figure, others: readonly Figure[]): void {
  const { value } = total.quantity;
  const parts: Figure[] = [];
  // a plain sum is nowhere near as far from the true one as this: within it, the exact sum decides
  const doubt = value * 1e-9;
  let sum = 0;
  let compared = -1;
  for (const f of others) {
    if (f.quantity.unit !== total.quantity.unit) continue;
    if (!additive(f) || (f.partOf && f.partOf !== total) || f === total.partOf) break;
    // income is what is spent and what is left, and neither is a part of it
    if (/收入$/u.test(total.label) && /(?:支出|结余)$/u.test(f.label)) break;
    sum += f.quantity.value;
    parts.push(f);
    compared = Math.abs(sum - value) > doubt ? sum - value : exactSum(parts).cmp(value);
    if (compared >= 0 || parts.length > MAX_PARTS) break;
  }
  if (parts.length < MIN_PARTS || compared !== 0) return;
  const head = topicOf(total.label);
  for (const part of parts) {
    // a part that 其中 announced has been named in its own place
    const announced = part.partOf !== null;
    part.partOf = total;
    // 临床3877人 of 执业医师5218人: a kind alone takes the head of its total
    const kindAlone =
      !announced &&
      ['people', 'cases'].includes(total.quantity.dimension) &&
      part.rule === 'direct' &&
      part.label.length <= KIND_MAX &&
      !INSTITUTION_TAIL.test(part.label) &&
      !STAFF.test(part.label) &&
      !isVerbal(part.label);
    if (kindAlone && !head.includes(part.label) && !part.label.includes(head)) part.label = `${part.label}${head}`;
  }
}
