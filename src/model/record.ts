// The record of CONTRACT: one reported figure, its columns and codes. No library is needed to read it: what the fields mean, and what may stand in
// them, says the schema in record-schema.ts, which fails to compile where it parts from this file.

export const DOMAINS = [
  'medical-security',
  'health-poverty-relief',
  'maternal-child-health',
  'disease-control',
  'public-health-services',
  'primary-care',
  'medical-services',
  'tcm',
  'health-supervision',
  'drug-safety',
  'population-family',
  'patriotic-health',
  'elderly-health',
  'occupational-health',
  'health-workforce',
  'health-informatics',
  'health-finance',
  'administration',
  'other',
] as const;
export const KINDS = ['actual', 'target', 'standard'] as const;
export const ASPECTS = ['level', 'change', 'baseline'] as const;
export const RELATIONS = ['eq', 'approx', 'gt', 'gte', 'lt', 'lte'] as const;
export const DIMENSIONS = [
  'money',
  'people',
  'visits',
  'households',
  'facilities',
  'items',
  'events',
  'cases',
  'ratio',
  'points',
  'rate',
  'multiple',
  'duration',
  'age',
  'area',
  'length',
  'mass',
  'volume',
  'score',
  'data',
  'other',
] as const;

export type Domain = (typeof DOMAINS)[number];
export type Kind = (typeof KINDS)[number];
export type Aspect = (typeof ASPECTS)[number];
export type Relation = (typeof RELATIONS)[number];
export type Dimension = (typeof DIMENSIONS)[number];

/** A type, not an interface, so that it passes where any object of fields is asked for. */
export type HealthRecord = {
  id: string;
  file: string;
  province: string | null;
  city: string | null;
  district: string | null;
  districtCode: string | null;
  year: number | null;
  periodStart: string | null;
  periodEnd: string | null;
  domain: Domain;
  section: string[];
  indicator: string;
  indicatorId: string | null;
  label: string;
  kind: Kind;
  aspect: Aspect;
  relation: Relation;
  value: number;
  valueMax: number | null;
  unit: string | null;
  dimension: Dimension;
  raw: string;
  base: string | null;
  partOf: string | null;
  start: number;
  end: number;
  line: number;
  column: number;
  sentence: string;
  rule: string;
  flags: string[];
  page: number | null;
};

const ORDER = [
  'id',
  'file',
  'province',
  'city',
  'district',
  'districtCode',
  'year',
  'periodStart',
  'periodEnd',
  'domain',
  'section',
  'indicator',
  'indicatorId',
  'label',
  'kind',
  'aspect',
  'relation',
  'value',
  'valueMax',
  'unit',
  'dimension',
  'raw',
  'base',
  'partOf',
  'start',
  'end',
  'line',
  'column',
  'sentence',
  'rule',
  'flags',
  'page',
] as const satisfies readonly (keyof HealthRecord)[];

/** Compiles only while no field is left out. */
true satisfies [keyof HealthRecord] extends [(typeof ORDER)[number]] ? true : never;

/** Columns of the tables, in this order: all the fields of a record. */
export const COLUMNS: (keyof HealthRecord)[] = [...ORDER];

/** How the cells of a CSV join the fields that are lists. */
export const JOINTS = { section: ' > ', flags: ';' } as const;
