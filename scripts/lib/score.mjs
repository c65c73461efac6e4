// Scores records against hand-made annotations by the rules of the evaluation: value and unit first; label, kind, aspect, relation, year,
// domain and place on the mentions that are right; a strict score for those with everything right.
import { LABEL_OK, likeness, unitOf } from './corpus.mjs';

export const FIELDS = ['label', 'kind', 'aspect', 'relation', 'year', 'domain', 'district'];

/**
 * @param {{district: {code: string | null}, mentions: any[]}} gold
 * @param {any[]} records
 * @returns {{counts: Record<string, number>, errors: string[]}}
 */
export function score(gold, records) {
  const counts = Object.fromEntries(['gold', 'predicted', 'right', 'strict', ...FIELDS].map((k) => [k, 0]));
  const errors = [];
  const { recordOf, taken } = pair(gold.mentions, records);
  for (const [i, m] of gold.mentions.entries()) {
    if (m.optional) continue;
    counts.gold++;
    const r = records[recordOf.get(i)];
    if (!r) {
      errors.push(`missed ${m.quote} [${m.labels[0]}]`);
      continue;
    }
    counts.predicted++;
    if (!right(m, r)) {
      errors.push(`wrong value or unit: ${m.quote}, got ${r.value} ${r.unit}`);
      continue;
    }
    counts.right++;
    const ok = {
      label: labelRight(m, r, gold.mentions),
      kind: m.kind === r.kind,
      aspect: m.aspect === r.aspect,
      relation: m.relation === r.relation,
      year: m.year === null || m.year === r.year,
      domain: m.domain.includes(r.domain),
      district: !gold.district.code || gold.district.code === r.districtCode,
    };
    for (const field of FIELDS) {
      if (ok[field]) counts[field]++;
      else if (field !== 'district')
        errors.push(`${field} of ${m.quote}: ${r[field]} (expected ${field === 'label' ? m.labels.join(' / ') : m[field]})`);
    }
    if (FIELDS.every((f) => ok[f])) counts.strict++;
  }
  for (const [j, r] of records.entries()) {
    if (taken.has(j)) continue;
    counts.predicted++;
    errors.push(`extra ${r.raw} [${r.label}]`);
  }
  return { counts, errors };
}

/** Rates of summed counts. */
export function rates(t) {
  const part = (a, b) => (b ? a / b : 0);
  return {
    gold: t.gold,
    f1: part(2 * t.right, t.predicted + t.gold),
    ...Object.fromEntries(FIELDS.map((f) => [f, part(t[f], t.right)])),
    strictF1: part(2 * t.strict, t.predicted + t.gold),
  };
}

const same = (a, b) =>
  a === b || (typeof a === 'number' && typeof b === 'number' && Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b)));
const sameValue = (m, r) => same(m.value, r.value) && same(m.value_max ?? null, r.valueMax ?? null);
const right = (m, r) => sameValue(m, r) && (unitOf(m.unit) === '' || unitOf(m.unit) === unitOf(r.unit));

function labelRight(mention, record, mentions) {
  const own = likeness(mention.labels, record.label);
  const rival = (m) => m !== mention && unitOf(m.unit) === unitOf(mention.unit) && !m.labels.some((l) => mention.labels.includes(l));
  return own >= LABEL_OK && mentions.every((m) => !rival(m) || likeness(m.labels, record.label) <= own);
}

// One record to one mention: right before wrong, required before optional, the larger overlap first.
function pair(mentions, records) {
  const links = [];
  mentions.forEach((m, i) => {
    const end = m.start + m.quote.length;
    records.forEach((r, j) => {
      if (!(r.start < end && r.end > m.start) || r.end - r.start > 2 * m.quote.length + 8) return;
      const rank = (right(m, r) ? 0 : sameValue(m, r) ? 2 : 4) + (m.optional ? 1 : 0);
      links.push({ i, j, rank, overlap: Math.min(end, r.end) - Math.max(m.start, r.start) });
    });
  });
  links.sort((a, b) => a.rank - b.rank || b.overlap - a.overlap || a.i - b.i || a.j - b.j);
  const recordOf = new Map();
  const taken = new Set();
  for (const { i, j } of links) {
    if (recordOf.has(i) || taken.has(j)) continue;
    recordOf.set(i, j);
    taken.add(j);
  }
  return { recordOf, taken };
}
