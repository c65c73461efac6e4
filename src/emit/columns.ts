// Columns of a record as people see them: which, in what order, under what title, with codes named in which language.
import { UserError } from '../model/message.js';
import { COLUMNS, type HealthRecord, JOINTS } from '../model/record.js';
import { CODES_ZH, FIELDS_ZH } from './chinese.js';
import type { Language } from './languages.js';
import { nearNames } from './near-names.js';

export type Field = keyof HealthRecord;

/** What joins the items of a list column; undefined for every other. */
export const jointOf = (field: Field): string | undefined => (field === 'section' || field === 'flags' ? JOINTS[field] : undefined);

export const titleOf = (field: Field, lang: Language): string => (lang === 'zh' ? FIELDS_ZH[field].name : field);

/** A code as the language names it; what has no name there stays as it is. */
export const codeName = (field: Field, code: string, lang: Language): string =>
  (lang === 'zh' ? CODES_ZH[field]?.[code] : undefined) ?? code;

/** What stands in the cell of a text format; null is empty. */
export function cellText(record: HealthRecord, field: Field, lang: Language): string {
  const value = record[field];
  if (value === null) return '';
  if (Array.isArray(value)) return value.map((item) => codeName(field, item, lang)).join(jointOf(field));
  return typeof value === 'string' ? codeName(field, value, lang) : String(value);
}

/** The fields of these names, English or Chinese, in this order. Throws UserError for a name that is none. */
export function fieldsNamed(names: readonly string[]): Field[] {
  const known = new Map<string, Field>();
  for (const field of COLUMNS) for (const name of [field, FIELDS_ZH[field].name]) known.set(name.toLowerCase(), field);
  const fields: Field[] = [];
  for (const name of names) {
    const field = known.get(name.toLowerCase());
    if (!field) throw new UserError(unknownColumn(name));
    if (fields.includes(field)) throw new UserError(`columns: '${name}' is named twice`);
    fields.push(field);
  }
  return fields;
}

function unknownColumn(name: string): string {
  const near = nearNames(name, [...COLUMNS, ...COLUMNS.map((field) => FIELDS_ZH[field].name)]);
  const advice = near.length > 0 ? `did you mean ${near.join(' or ')}?` : `the columns are ${COLUMNS.join(', ')}`;
  return `columns: there is no '${name}'; ${advice}`;
}

/** A record with only the chosen fields, in their order; the record itself where none were chosen. */
export function chosenFields(fields: readonly Field[] | null): (record: HealthRecord) => Partial<HealthRecord> {
  if (fields === null) return (record) => record;
  return (record) => Object.fromEntries(fields.map((field) => [field, record[field]]));
}
