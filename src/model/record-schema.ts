// The zod schema of a record: what its fields mean and what may stand in them. The JSON Schema and the Table Schema follow from it. zod takes a while
// to load, so only what checks or describes records imports this file.
import { z } from 'zod';
import { ASPECTS, DIMENSIONS, DOMAINS, type HealthRecord, KINDS, RELATIONS } from './record.js';

const isoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/u)
  .meta({ format: 'date' });
const filled = z.string().min(1);
const recordId = z.string().regex(/^[0-9a-f]{16}$/u);

export const recordSchema = z
  .strictObject({
    id: recordId.meta({ title: 'Id', description: '16 hex digits: the same for the same text, span and rule set on every machine' }),
    file: z.string().meta({ title: 'File', description: 'the input as given' }),
    province: z.string().nullable().meta({ title: 'Province', description: 'province, official name in the year of the report' }),
    city: z.string().nullable().meta({ title: 'City', description: 'prefecture-level division, official name in the year of the report' }),
    district: z
      .string()
      .nullable()
      .meta({ title: 'District', description: 'the place the report is about, where it is a county-level division' }),
    districtCode: z
      .string()
      .regex(/^\d{6}$/u)
      .nullable()
      .meta({
        title: 'Division code',
        description: 'GB/T 2260 code of the place the report is about; null when its name alone stays ambiguous',
      }),
    year: z.int().nullable().meta({ title: 'Year', description: 'the year the figure is about' }),
    periodStart: isoDate.nullable().meta({ title: 'Period start', description: 'first day of the period the figure covers' }),
    periodEnd: isoDate.nullable().meta({ title: 'Period end', description: 'last day of the period the figure covers' }),
    domain: z.enum(DOMAINS).meta({ title: 'Domain', description: 'subject area of the figure' }),
    section: z
      .array(z.string())
      .meta({ title: 'Section', description: 'heading path, outermost first, without its marks; CSV joins with " > "' }),
    indicator: z
      .string()
      .meta({ title: 'Indicator', description: 'canonical name of what is measured; the label where no canonical name is known' }),
    indicatorId: z.string().nullable().meta({ title: 'Indicator id', description: 'id of the indicator in the lexicon' }),
    label: z
      .string()
      .meta({ title: 'Label', description: "what is measured, in the report's own words, completed with an inherited subject" }),
    kind: z.enum(KINDS).meta({ title: 'Kind', description: 'actual: reached; target: planned or aimed at; standard: parameter of a rule' }),
    aspect: z.enum(ASPECTS).meta({
      title: 'Aspect',
      description: 'level: the amount; change: signed, against a base; baseline: earlier value of a from-to pair',
    }),
    relation: z.enum(RELATIONS).meta({ title: 'Relation', description: 'how the printed number relates to the true one' }),
    value: z.number().meta({ title: 'Value', description: 'expanded and exact; lower bound of a range' }),
    valueMax: z.number().nullable().meta({ title: 'Upper value', description: 'upper bound of a range' }),
    unit: z
      .string()
      .nullable()
      .meta({ title: 'Unit', description: 'canonical unit without magnitude; null only where the text implies none' }),
    dimension: z.enum(DIMENSIONS).meta({ title: 'Dimension', description: 'what kind of quantity the unit measures' }),
    raw: filled.meta({ title: 'Source text', description: "the source's own characters, text.slice(start, end)" }),
    base: z.string().nullable().meta({ title: 'Base of the change', description: 'comparison base of a change, as written' }),
    partOf: recordId.nullable().meta({ title: 'Part of', description: 'id of the total that this figure is part of' }),
    start: z.int().min(0).meta({ title: 'Start', description: 'UTF-16 offset in the decoded text, inclusive' }),
    end: z.int().min(0).meta({ title: 'End', description: 'UTF-16 offset in the decoded text, exclusive' }),
    line: z.int().min(1).meta({ title: 'Line', description: '1-based line of start' }),
    column: z.int().min(1).meta({ title: 'Column', description: '1-based column of start, in UTF-16 units' }),
    sentence: filled.meta({ title: 'Sentence', description: 'the sentence the figure stands in' }),
    rule: filled.meta({ title: 'Rule', description: 'id of the rule that bound the figure to its label' }),
    flags: z.array(z.string()).meta({ title: 'Flags', description: 'what a careful reader should look at; CSV joins with ";"' }),
    page: z.int().min(1).nullable().meta({ title: 'Page', description: 'page of a PDF that the figure stands on' }),
  })
  .describe('One reported figure');

type Same<A, B> = [A, B] extends [B, A] ? true : never;
/** Compiles only while the schema and the type say the same. */
true satisfies Same<z.infer<typeof recordSchema>, HealthRecord>;

/** JSON Schema (draft 2020-12) of one record. */
export function recordJsonSchema(): unknown {
  return z.toJSONSchema(recordSchema);
}
