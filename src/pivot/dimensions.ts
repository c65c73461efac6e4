// What can stand in the rows and in the columns of a pivot table, how its entries are told apart, sorted and named.
import { FIELDS_ZH } from '../emit/chinese.js';
import { codeName, type Field, titleOf } from '../emit/columns.js';
import type { Language } from '../emit/languages.js';
import { nearNames } from '../emit/near-names.js';
import { UserError } from '../model/message.js';
import { DOMAINS } from '../model/record.js';
import { periodKey, periodName } from './period.js';
import type { RecordRow } from './record-files.js';

export interface PivotDimension {
  readonly name: string;
  /** Fields it is made of. */
  readonly fields: readonly Field[];
  title(lang: Language): string;
  /** Two rows of the same key belong together. */
  key(row: RecordRow): string;
  /** What entries are sorted by, by code unit. */
  order(row: RecordRow): string;
  /** Names of entries, given a row of each; different entries get different names. */
  names(rows: readonly RecordRow[], lang: Language): string[];
}

const PLAIN = [
  'indicator',
  'indicatorId',
  'label',
  'unit',
  'domain',
  'dimension',
  'kind',
  'aspect',
  'base',
  'province',
  'city',
  'district',
  'districtCode',
  'file',
] as const satisfies Field[];
/** After everything that has a name. */
const LAST = '\uffff';

const text = (row: RecordRow, field: Field): string => {
  const value = row[field];
  return value === null || value === undefined ? '' : String(value);
};

const plain = (field: (typeof PLAIN)[number]): PivotDimension => ({
  name: field,
  fields: field === 'indicator' ? ['indicator', 'domain'] : [field],
  title: (lang) => titleOf(field, lang),
  key: (row) => text(row, field),
  order: (row) =>
    field === 'indicator' ? `${domainOrder(row)} ${text(row, field)}` : field === 'domain' ? domainOrder(row) : text(row, field) || LAST,
  names: (rows, lang) => rows.map((row) => codeName(field, text(row, field), lang)),
});

/** Subject areas in the order of the contract: what belongs together stands together. */
const domainOrder = ({ domain }: RecordRow): string =>
  String(domain === undefined ? DOMAINS.length : DOMAINS.indexOf(domain)).padStart(2, '0');

/** By code where there is one; never by the bare name, which several places may bear. */
const PLACE: PivotDimension = {
  name: 'place',
  fields: ['province', 'city', 'district', 'districtCode'],
  title: (lang) => (lang === 'zh' ? '地区' : 'place'),
  key: (row) => row.districtCode ?? placeParts(row).join(' '),
  order: (row) => row.districtCode ?? `${LAST}${placeParts(row).join(' ')}`,
  names: placeNames,
};

const YEAR: PivotDimension = {
  name: 'year',
  fields: ['year'],
  title: (lang) => titleOf('year', lang),
  key: periodKey,
  order: periodKey,
  names: (rows, lang) => rows.map((row) => periodName(row, lang)),
};

export const PIVOT_DIMENSIONS: readonly PivotDimension[] = [PLACE, YEAR, ...PLAIN.map(plain)];

/** Throws UserError for a name that is none, in either language. */
export function dimensionsNamed(names: readonly string[], option: string): PivotDimension[] {
  const chosen = names.map((name) => {
    const wanted = name.toLowerCase();
    const found = PIVOT_DIMENSIONS.find((one) => one.name.toLowerCase() === wanted || one.title('zh') === name);
    if (found) return found;
    const all = PIVOT_DIMENSIONS.map((one) => one.name);
    const near = nearNames(name, [...all, '地区', ...PLAIN.map((field) => FIELDS_ZH[field].name)]);
    throw new UserError(
      `${option}: there is no '${name}'; ${near.length > 0 ? `did you mean ${near.join(' or ')}?` : `take from ${all.join(', ')}`}`,
    );
  });
  if (new Set(chosen).size < chosen.length) throw new UserError(`${option}: a name stands there twice`);
  return chosen;
}

function placeParts({ province = null, city = null, district = null }: RecordRow): string[] {
  return [...new Set([province, city, district].filter((part) => part !== null && part !== ''))] as string[];
}

/** The shortest name that no other place in the table bears: 鼓楼区, else 南京市鼓楼区, else with its province, else with its code. */
function placeNames(rows: readonly RecordRow[], lang: Language): string[] {
  const candidates = rows.map((row) => {
    const parts = placeParts(row);
    const ends = parts.map((_, i) => parts.slice(parts.length - 1 - i).join(''));
    const whole = ends.at(-1) ?? (lang === 'zh' ? '地区不明' : 'no place');
    return [...ends, whole, `${whole} ${row.districtCode ?? ''}`.trim()];
  });
  const uses = new Map<string, number>();
  for (const names of candidates) for (const name of new Set(names)) uses.set(name, (uses.get(name) ?? 0) + 1);
  return candidates.map((names) => names.find((name) => uses.get(name) === 1) ?? (names.at(-1) as string));
}
