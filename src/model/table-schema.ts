// The columns of the CSV as a Frictionless Table Schema (v1, which all its readers know), derived from the record's JSON Schema.
import { COLUMNS, type HealthRecord } from './record.js';
import { recordJsonSchema } from './record-schema.js';

export interface TableField {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly type: 'string' | 'integer' | 'number' | 'date';
  readonly constraints?: {
    readonly required?: true;
    readonly enum?: readonly string[];
    readonly minimum?: number;
    readonly pattern?: string;
  };
}

export interface TableSchema {
  readonly fields: readonly TableField[];
  readonly missingValues: readonly string[];
  readonly primaryKey: readonly (keyof HealthRecord)[];
}

/** What the schema of a field can say, as zod writes it. */
interface FieldSchema {
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly FieldSchema[];
  readonly title?: string;
  readonly description?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly minLength?: number;
}

export function tableSchema(): TableSchema {
  const { properties } = recordJsonSchema() as { properties: Readonly<Record<keyof HealthRecord, FieldSchema>> };
  return {
    fields: COLUMNS.map((name) => tableField(name, properties[name])),
    missingValues: [''],
    // ids are those of a text: a text that is read from two files has the same ones twice
    primaryKey: ['file', 'id'],
  };
}

function tableField(name: keyof HealthRecord, whole: FieldSchema): TableField {
  const types = typeof whole.type === 'string' ? [whole.type] : (whole.type ?? []);
  const schema = { ...whole, ...whole.anyOf?.find(({ type }) => type !== 'null') };
  const nullable = types.includes('null') || (whole.anyOf?.some(({ type }) => type === 'null') ?? false);
  const type = tableType(schema, types);
  // an empty text or list is an empty cell, which means: no value
  const neverEmpty = type !== 'string' || schema.enum !== undefined || schema.pattern !== undefined || (schema.minLength ?? 0) > 0;
  const constraints = {
    ...(!nullable && neverEmpty ? { required: true as const } : {}),
    ...(schema.enum ? { enum: schema.enum } : {}),
    // zod bounds every integer by what a double holds exactly
    ...(schema.minimum !== undefined && schema.minimum !== Number.MIN_SAFE_INTEGER ? { minimum: schema.minimum } : {}),
    // a Table Schema's pattern is that of the whole cell
    ...(schema.pattern && type === 'string' ? { pattern: schema.pattern.replace(/^\^|\$$/gu, '') } : {}),
  };
  return {
    name,
    title: whole.title ?? name,
    description: whole.description ?? '',
    type,
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
  };
}

function tableType(schema: FieldSchema, types: readonly string[]): TableField['type'] {
  const type = types.find((name) => name !== 'null') ?? schema.type;
  if (type === 'integer' || type === 'number') return type;
  if (type === 'array') return 'string';
  return schema.format === 'date' ? 'date' : 'string';
}
