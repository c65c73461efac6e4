// Reads fixtures/cases: reports with their place (places.txt), and with the periods of their figures (periods.txt), and compares.
//
//   # phenomenon
//   @ text (⏎ is a line break)
//   ~ file name
//   = province | city | district | code      - for none; code ? where the name alone stays ambiguous
//   - quote | year | periodStart | periodEnd
//   ? reason: the case is a known gap, counted and not required to pass
import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * @typedef {{quote: string, year: number | null, start: string | null, end: string | null}} Dated
 * @typedef {{set: string, phenomenon: string, line: number, text: string, file: string,
 *   place: {province: string | null, city: string | null, district: string | null, code: string | null, ambiguous: boolean} | null,
 *   figures: Dated[], gap: string | null}} Case
 */

const SETS = ['places', 'periods'];

/** @param {string} folder @returns {Case[]} */
export function readCases(folder) {
  return SETS.flatMap((set) => parseCases(readFileSync(path.join(folder, `${set}.txt`), 'utf8'), set));
}

const orNull = (/** @type {string | undefined} */ cell) => (cell === undefined || cell === '-' || cell === '' ? null : cell);

/** @param {string} source @param {string} set @returns {Case[]} */
export function parseCases(source, set) {
  /** @type {Case[]} */
  const cases = [];
  let phenomenon = '';
  source.split('\n').forEach((row, i) => {
    const line = row.trim();
    const rest = line.slice(1).trim();
    const current = cases.at(-1);
    const bad = (/** @type {string} */ why) => new Error(`${set}.txt:${i + 1}: ${why}: ${line}`);
    if (line === '') return;
    if (line[0] === '#') phenomenon = rest;
    else if (line[0] === '@')
      cases.push({ set, phenomenon, line: i + 1, text: rest.replaceAll('⏎', '\n'), file: '', place: null, figures: [], gap: null });
    else if (!current) throw bad('a text must come first');
    else if (line[0] === '~') current.file = rest;
    else if (line[0] === '?') current.gap = rest;
    else if (line[0] === '=') {
      const [province, city, district, code] = rest.split('|').map((c) => c.trim());
      if (code === undefined) throw bad('province | city | district | code');
      const [p, c, d] = [province, city, district].map(orNull);
      current.place = {
        province: p ?? null,
        city: c ?? null,
        district: d ?? null,
        code: code === '?' ? null : orNull(code),
        ambiguous: code === '?',
      };
    } else if (line[0] === '-') {
      const [quote, year, start, end] = rest.split('|').map((c) => c.trim());
      if (!quote || end === undefined) throw bad('quote | year | periodStart | periodEnd');
      current.figures.push({ quote, year: year === '-' ? null : Number(year), start: orNull(start), end: orNull(end) });
    } else throw bad('unknown mark');
  });
  return cases;
}

/**
 * What differs, one line each.
 * @param {Case} item
 * @param {{records: any[], place: any}} found
 */
export function compareCase(item, { records, place }) {
  const problems = [];
  if (item.place) {
    const want = item.place;
    const got = `${place.province ?? '-'} ${place.city ?? '-'} ${place.district ?? '-'} ${place.ambiguous ? '?' : (place.code ?? '-')}`;
    const expected = `${want.province ?? '-'} ${want.city ?? '-'} ${want.district ?? '-'} ${want.ambiguous ? '?' : (want.code ?? '-')}`;
    // where it is open which place it is, the names above it may be given or not
    const open = want.ambiguous && place.ambiguous && place.district === want.district;
    if (got !== expected && !open) problems.push(`place ${got} (expected ${expected})`);
  }
  let cursor = 0;
  for (const figure of item.figures) {
    let at = item.text.indexOf(figure.quote, cursor);
    if (at < 0) at = item.text.indexOf(figure.quote);
    if (at < 0) {
      problems.push(`the quote ${figure.quote} is not in the text`);
      continue;
    }
    cursor = at + figure.quote.length;
    const record = records.find((r) => r.start < cursor && r.end > at);
    if (!record) problems.push(`missed ${figure.quote}`);
    else {
      const got = `${record.year} ${record.periodStart} ${record.periodEnd}`;
      const expected = `${figure.year} ${figure.start} ${figure.end}`;
      if (got !== expected) problems.push(`${figure.quote}: ${got} (expected ${expected})`);
    }
  }
  return problems;
}
