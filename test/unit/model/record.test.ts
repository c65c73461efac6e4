import { describe, expect, it } from 'vitest';
import { COLUMNS, recordJsonSchema, recordSchema } from '../../../dist/index.js';
import { ASPECTS, DIMENSIONS, DOMAINS, JOINTS, KINDS, RELATIONS } from '../../../dist/model/record.js';
import { sampleRecord } from '../../sample-record.js';

describe('the record and its schema', () => {
  it('have the same fields in the same order', () => {
    expect(Object.keys(recordSchema.shape)).toEqual(COLUMNS);
    expect(Object.keys((recordJsonSchema() as { properties: object }).properties)).toEqual(COLUMNS);
    expect(recordSchema.parse(sampleRecord())).toEqual(sampleRecord());
  });

  it('have the same codes', () => {
    const { domain, kind, aspect, relation, dimension } = recordSchema.shape;
    expect([domain, kind, aspect, relation, dimension].map((field) => field.options)).toEqual([
      [...DOMAINS],
      [...KINDS],
      [...ASPECTS],
      [...RELATIONS],
      [...DIMENSIONS],
    ]);
  });

  it('know how each list is joined in a cell', () => {
    const lists = Object.entries(sampleRecord()).filter(([, value]) => Array.isArray(value));
    expect(lists.map(([name]) => name)).toEqual(Object.keys(JOINTS));
  });
});
