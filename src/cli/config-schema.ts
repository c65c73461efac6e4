// What healthx.config.json may hold.
import { z } from 'zod';
import { FORMATS } from '../emit/index.js';
import { LANGUAGES } from '../emit/languages.js';
import { COLUMNS, DOMAINS } from '../model/record.js';
import type { Jobs } from './extraction/jobs.js';
import { TOLERANCE } from './leniency.js';
import { isJobs, MOST_JOBS } from './option-values.js';

const fields = z.array(z.enum(COLUMNS)).min(1);
const text = z.string().trim().min(1);

export const configSchema = z.strictObject({
  $schema: z.string().optional(),
  format: z.enum(FORMATS).optional().describe('output format of extract'),
  district: text.optional().describe('the place the reports are about'),
  year: z.int('must be a year, such as 2021').min(1949, 'must be 1949 or later').max(2100, 'must be 2100 or earlier').optional(),
  domain: z.enum(DOMAINS).optional(),
  segmenter: z.enum(['jieba', 'intl']).optional(),
  jobs: z
    .custom<Jobs>((jobs) => jobs === 'auto' || isJobs(jobs), `must be a number from 1 to ${MOST_JOBS}, or "auto"`)
    .optional()
    .describe('documents that are read at a time'),
  lang: z.enum(LANGUAGES).optional().describe('language of column names and codes in csv, xlsx and table'),
  excel: z.boolean().optional().describe('CSV that Excel and WPS open as they should'),
  columns: z.array(text).min(1).optional().describe('columns of extract, in their order'),
  quiet: z.boolean().optional(),
  color: z.boolean().optional(),
  validate: z
    .strictObject({
      ignore: fields.optional().describe('fields that are not compared'),
      only: fields.optional().describe('fields that alone are compared'),
      tolerance: z.string().regex(TOLERANCE, 'must be a share such as "0.5%" or an amount such as "0.01"').optional(),
    })
    .refine(({ ignore, only }) => !(ignore && only), 'ignore and only exclude each other')
    .optional()
    .describe('what validate passes over'),
  rules: z.array(text).optional().describe('packs, relative to this file'),
});
