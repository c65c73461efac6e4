// What a pack of rules may hold: the built-in lexicon and the user's own packs have one form.
import { z } from 'zod';
import { DIMENSIONS, DOMAINS } from '../model/record.js';

const text = z.string().trim().min(1);
const texts = z.array(text).min(1);

export const indicatorSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9]*(?:[.-][a-z0-9]+)+$/u, 'use lower-case letters, digits, dots and hyphens, such as county.home-visits')
    .describe('lower-case, with a prefix of its topic or pack: mch.maternal-mortality-ratio'),
  name: text.regex(/[^)）]$/u, 'a name must not end in a bracket, where a qualifier stands').describe('canonical name'),
  en: text.optional().describe('English name'),
  aliases: texts.describe('ways in which reports write it, the name among them; 补助…住院分娩 leaves room for a qualifier'),
  local: texts.optional().describe('short names that mean it only where the figure is of its domain: 罚款 in health supervision'),
  units: z.array(text.nullable()).min(1).describe('the usual unit, then others it is given in; null for an index without one'),
  denominator: text.optional().describe('what a rate is related to'),
  domain: z.enum(DOMAINS).describe('subject area'),
  definition: text.optional().describe('what is counted, in one line'),
  source: text.optional().describe('key of "sources"'),
  example: text.optional().describe('a sentence with a figure of this indicator'),
  unlike: text.optional().describe('a sentence that looks like one and is none'),
  not: texts.optional().describe('words that make a label another thing'),
  neutral: texts.optional().describe('qualifiers that say nothing here: 农民 of those insured with the rural scheme'),
  broader: text.optional().describe('id of the indicator of which this one is a special case'),
});

export const unitSchema = z.strictObject({
  unit: text.describe('canonical unit'),
  dimension: z.enum(DIMENSIONS),
  forms: texts.describe('spellings'),
  notBefore: texts.optional().describe('what must not follow a spelling'),
  spelled: z.boolean().optional().describe('true where it also counts with Chinese numerals'),
});

export const placeSchema = z.strictObject({
  name: text.describe('name as reports write it'),
  code: z
    .string()
    .regex(/^\d{6}$/u, 'a code has six digits')
    .optional()
    .describe('the division it stands for; none for an area that is no division'),
  province: text.optional().describe('of an area that is no division'),
  city: text.optional().describe('of an area that is no division'),
});

export const packSchema = z
  .strictObject({
    $schema: z.string().optional(),
    name: text.optional(),
    description: text.optional(),
    sources: z.record(z.string(), text).optional().describe('full titles of the sources, by key'),
    indicators: z.array(indicatorSchema).optional(),
    units: z.array(unitSchema).optional(),
    cancel: texts.optional().describe('phrases whose numbers are no figures'),
    cues: z
      .array(z.strictObject({ domain: z.enum(DOMAINS), words: texts, weight: z.number().positive().max(10).optional() }))
      .optional()
      .describe('words that speak for a domain'),
    places: z.array(placeSchema).optional(),
  })
  .describe('A pack of rules for healthx');

export type IndicatorEntry = z.infer<typeof indicatorSchema>;
export type UnitOfPack = z.infer<typeof unitSchema>;
export type PlaceEntry = z.infer<typeof placeSchema>;
export type Pack = z.infer<typeof packSchema>;
