// What fields and codes mean, as rows of the workbook's last sheets.
import { FLAGS } from '../model/flags.js';
import { ASPECTS, DIMENSIONS, DOMAINS, KINDS, RELATIONS } from '../model/record.js';
import { recordSchema } from '../model/record-schema.js';
import { CODE_MEANINGS, CODES_ZH, FIELDS_ZH } from './chinese.js';
import { type Field, titleOf } from './columns.js';
import type { Language } from './languages.js';
import type { Cell } from './sheet-cell.js';
import type { SheetColumn } from './workbook.js';

export const fieldColumns = (lang: Language): SheetColumn[] =>
  lang === 'zh'
    ? [
        { title: '字段', width: 18 },
        { title: '英文名', width: 16 },
        { title: '含义', width: 90 },
      ]
    : [
        { title: 'field', width: 16 },
        { title: 'Chinese name', width: 18 },
        { title: 'meaning', width: 90 },
      ];

export function fieldRows(fields: readonly Field[], lang: Language): Cell[][] {
  return fields.map((field) => {
    const { name, meaning } = FIELDS_ZH[field];
    return lang === 'zh' ? [name, field, wrapped(meaning)] : [field, name, wrapped(recordSchema.shape[field].description ?? '')];
  });
}

export const codeColumns = (lang: Language): SheetColumn[] =>
  (lang === 'zh' ? ['字段', '名称', '代码', '含义'] : ['field', 'code', 'Chinese name', 'meaning']).map((title, i) => ({
    title,
    width: [16, 26, 26, 80][i] ?? 16,
  }));

const CODES: Readonly<Partial<Record<Field, readonly string[]>>> = {
  domain: DOMAINS,
  kind: KINDS,
  aspect: ASPECTS,
  relation: RELATIONS,
  dimension: DIMENSIONS,
  flags: Object.keys(FLAGS),
};

export function codeRows(fields: readonly Field[], lang: Language): Cell[][] {
  return fields.flatMap((field) =>
    (CODES[field] ?? []).map((code) => {
      const name = CODES_ZH[field]?.[code] ?? code;
      const pair = lang === 'zh' ? [name, code] : [code, name];
      return [titleOf(field, lang), ...pair, wrapped(meaningOf(field, code, lang))];
    }),
  );
}

/** One line; empty where the code's name says it all. */
function meaningOf(field: Field, code: string, lang: Language): string {
  const meanings: Readonly<Record<string, { en: string; zh: string }>> =
    field === 'flags'
      ? Object.fromEntries(Object.entries(FLAGS).map(([flag, { meaning }]) => [flag, meaning]))
      : field === 'kind' || field === 'aspect' || field === 'relation'
        ? CODE_MEANINGS[field]
        : {};
  return meanings[code]?.[lang] ?? '';
}

const wrapped = (text: string): Cell => ({ text, wrap: true });
