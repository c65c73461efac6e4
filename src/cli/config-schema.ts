// What healthx.config.json may hold.
import { z } from 'zod';
import { FORMATS } from '../emit/index.js';
import { LANGUAGES } from '../emit/languages.js';
import { DOMAINS } from '../model/record.js';

const text = z.string().trim().min(1);

export const configSchema = z.strictObject({
  $schema: z.string().optional(),
  format: z.enum(FORMATS).optional().describe('output format of extract'),
  district: text.optional().describe('the place the reports are about'),
  year: z.int('must be a year, such as 2021').min(1949, 'must be 1949 or later').max(2100, 'must be 2100 or earlier').optional(),
  domain: z.enum(DOMAINS).optional(),
  segmenter: z.enum(['jieba', 'intl']).optional(),
  lang: z.enum(LANGUAGES).optional().describe('language of column names and codes in csv, xlsx and table'),
  excel: z.boolean().optional().describe('CSV that Excel and WPS open as they should'),
  columns: z.array(text).min(1).optional().describe('columns of extract, in their order'),
  quiet: z.boolean().optional(),
  color: z.boolean().optional(),
  rules: z.array(text).optional().describe('packs, relative to this file'),
});
