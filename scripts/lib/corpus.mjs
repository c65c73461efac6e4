// Reads the corpus (fixtures/corpus/*.txt) and compares it with what the extractor finds.
//
//   # comment
//   @ sentence (⏎ is a line break)
//   - quote | value[..max] unit | label / label | properties
//   ! quote class
//   ? reason: the sentence is a known gap, counted and not required to pass
//
// Properties: target standard, change baseline, approx gt gte lt lte, year=2019, base=上年, part=QUOTE, flag=NAME, optional.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * @typedef {{quote: string, value: number, valueMax: number | null, unit: string, labels: string[], kind: string, aspect: string,
 *   relation: string, year?: number, base?: string, part?: string, flag?: string, optional: boolean}} Expected
 * @typedef {{phenomenon: string, line: number, text: string, expected: Expected[], traps: {quote: string, class: string}[], gap: string | null}} Case
 */

const KINDS = new Set(['actual', 'target', 'standard']);
const ASPECTS = new Set(['level', 'change', 'baseline']);
const RELATIONS = new Set(['eq', 'approx', 'gt', 'gte', 'lt', 'lte']);

/** @param {string} folder @returns {Case[]} */
export function readCorpus(folder) {
  return readdirSync(folder)
    .filter((f) => f.endsWith('.txt'))
    .sort()
    .flatMap((f) => parse(readFileSync(path.join(folder, f), 'utf8'), f.replace(/\.txt$/u, '')));
}

/** @param {string} source @param {string} phenomenon @returns {Case[]} */
export function parse(source, phenomenon) {
  /** @type {Case[]} */
  const cases = [];
  source.split('\n').forEach((row, i) => {
    const line = row.trim();
    const mark = line[0];
    const rest = line.slice(1).trim();
    const bad = (/** @type {string} */ why) => new Error(`${phenomenon}.txt:${i + 1}: ${why}: ${line}`);
    if (!line || mark === '#') return;
    if (mark === '@') {
      cases.push({ phenomenon, line: i + 1, text: rest.replaceAll('⏎', '\n'), expected: [], traps: [], gap: null });
      return;
    }
    const current = cases.at(-1);
    if (!current) throw bad('a sentence must come first');
    if (mark === '?') current.gap = rest;
    else if (mark === '!') {
      const [, quote, kind] = /^(.+?)\s+(\S+)$/u.exec(rest) ?? [];
      if (!quote || !kind) throw bad('a trap needs its quote and its class');
      current.traps.push({ quote, class: kind });
    } else if (mark === '-') current.expected.push(expectation(rest, bad));
    else throw bad('unknown mark');
  });
  return cases;
}

function expectation(row, bad) {
  const [quote, amount, labels, properties = ''] = row.split('|').map((c) => c.trim());
  const [, value, max, unit] = /^(-?\d+(?:\.\d+)?)(?:\.\.(-?\d+(?:\.\d+)?))?\s+(\S+)$/u.exec(amount ?? '') ?? [];
  if (!quote || value === undefined || !labels) throw bad('quote | value unit | labels');
  const expected = {
    quote,
    value: Number(value),
    valueMax: max === undefined ? null : Number(max),
    unit: unit === '-' ? '' : unit,
    labels: labels.split(' / ').map((l) => l.trim()),
    kind: 'actual',
    aspect: 'level',
    relation: 'eq',
    optional: false,
  };
  for (const word of properties.split(/\s+/u).filter(Boolean)) {
    const [key, setting] = word.split('=');
    if (KINDS.has(word)) expected.kind = word;
    else if (ASPECTS.has(word)) expected.aspect = word;
    else if (RELATIONS.has(word)) expected.relation = word;
    else if (word === 'optional') expected.optional = true;
    else if (key === 'year') expected.year = setting === 'null' ? undefined : Number(setting);
    else if (key === 'base' || key === 'part' || key === 'flag') expected[key] = setting;
    else throw bad(`unknown property ${word}`);
  }
  return expected;
}

// --- labels, as the evaluation's scorer compares them ---------------------------------------------------------------
const bare = (s) => s.normalize('NFKC').replace(/[\s\p{P}\p{S}的]/gu, '');
const core = (s) => {
  const b = bare(s);
  const c = b.replace(/(?:人次数?|人数|户数|件数|例数|数量|金额|总数|数)$/u, '');
  return c.length >= 2 ? c : b;
};
const bigrams = (s) => (s.length < 2 ? [s] : Array.from({ length: s.length - 1 }, (_, i) => s.slice(i, i + 2)));
function dice(a, b) {
  const left = bigrams(a);
  const rest = bigrams(b);
  const all = left.length + rest.length;
  let hit = 0;
  for (const x of left) {
    const i = rest.indexOf(x);
    if (i >= 0) {
      hit++;
      rest.splice(i, 1);
    }
  }
  return (2 * hit) / all;
}
export const LABEL_OK = 0.6;
export const likeness = (labels, name) =>
  Math.max(
    ...labels.map((l) => {
      const a = core(l);
      const b = core(name);
      return b.length > 1.7 * a.length + 2 ? 0 : dice(a, b);
    }),
  );

/** Where the quote stands from `from` on, not inside a longer number. */
function find(text, quote, from) {
  for (let at = text.indexOf(quote, from); at >= 0; at = text.indexOf(quote, at + 1)) {
    if (!/[\d.]/u.test(quote[0]) || !/[\d.]/u.test(text[at - 1] ?? '')) return at;
  }
  return -1;
}

const ALIASES = {
  名: '人',
  位: '人',
  个月: '月',
  日: '天',
  个工作日: '工作日',
  个小时: '小时',
  个百分点: '百分点',
  '％': '%',
  '/10万': '1/10万',
  周岁: '岁',
};
export const unitOf = (u) => ALIASES[u ?? ''] ?? u ?? '';

/**
 * Differences between a case and the records found, one line each; none where they agree.
 * @param {Case} item
 * @param {{records: any[], mentions: any[]}} found
 */
export function compare(item, found) {
  const problems = [];
  const taken = new Set();
  const at = new Map();
  let cursor = 0;
  const parts = [];
  for (const e of item.expected) {
    let start = find(item.text, e.quote, cursor);
    if (start < 0) start = find(item.text, e.quote, 0);
    if (start < 0) {
      problems.push(`the quote ${e.quote} is not in the sentence`);
      continue;
    }
    cursor = start + e.quote.length;
    at.set(e.quote, start);
    const end = start + e.quote.length;
    const record = found.records.find((r) => !taken.has(r) && r.start < end && r.end > start);
    if (!record) {
      if (!e.optional) problems.push(`missed ${e.quote} [${e.labels[0]}]`);
      continue;
    }
    taken.add(record);
    if (e.optional) continue;
    const wrong = (field, want, got) => problems.push(`${e.quote}: ${field} ${got} (expected ${want})`);
    if (record.value !== e.value || record.valueMax !== e.valueMax)
      wrong('value', `${e.value}..${e.valueMax}`, `${record.value}..${record.valueMax}`);
    if (e.unit !== '' && unitOf(record.unit) !== unitOf(e.unit)) wrong('unit', e.unit, record.unit);
    const others = item.expected.filter((o) => o !== e && unitOf(o.unit) === unitOf(e.unit) && !o.labels.some((l) => e.labels.includes(l)));
    const own = likeness(e.labels, record.label);
    if (own < LABEL_OK || others.some((o) => likeness(o.labels, record.label) > own)) wrong('label', e.labels.join(' / '), record.label);
    for (const field of ['kind', 'aspect', 'relation']) if (record[field] !== e[field]) wrong(field, e[field], record[field]);
    if (e.year !== undefined && record.year !== e.year) wrong('year', e.year, record.year);
    if (e.base !== undefined && record.base !== e.base) wrong('base', e.base, record.base);
    if (e.flag !== undefined && !record.flags.includes(e.flag)) wrong('flags', e.flag, record.flags.join(';') || 'none');
    if (e.part !== undefined) parts.push({ e, record, wrong });
  }
  // the total may stand behind its parts
  for (const { e, record, wrong } of parts) {
    const total = found.records.find((r) => r.id === record.partOf);
    const place = at.get(e.part);
    if (!total || place === undefined || !(total.start < place + e.part.length && total.end > place))
      wrong('partOf', e.part, total?.raw ?? 'none');
  }
  for (const r of found.records) if (!taken.has(r)) problems.push(`extra ${r.raw} [${r.label}]`);
  return problems;
}
