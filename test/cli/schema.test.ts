// The schemas against what is really written: a CSV of the fixtures, checked cell by cell by a reader of Table Schema of its own.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { COLUMNS, recordJsonSchema } from '../../dist/index.js';
import { folder, run, SENTENCE } from './run.js';

interface Field {
  name: string;
  type: string;
  title: string;
  description: string;
  constraints?: { required?: boolean; enum?: string[]; minimum?: number; pattern?: string };
}
interface Schema {
  fields: Field[];
  missingValues: string[];
  primaryKey: string[];
}

const tableSchema = async (): Promise<Schema> => JSON.parse((await run(['schema', '-f', 'table-schema'])).out) as Schema;

/** What is wrong with a table after the rules of Table Schema v1. */
function faults(rows: string[][], schema: Schema): string[] {
  const [header = [], ...body] = rows;
  const found: string[] = [];
  if (header.join() !== schema.fields.map((field) => field.name).join()) found.push('header');
  const lexical: Record<string, RegExp> = {
    string: /^/u,
    integer: /^[+-]?\d+$/u,
    number: /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/u,
    date: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u,
  };
  const keys = new Set<string>();
  for (const [i, row] of body.entries()) {
    for (const [j, field] of schema.fields.entries()) {
      const cell = row[j] as string;
      const fault = (what: string): number => found.push(`row ${i + 1}, ${field.name}: ${what}: ${cell}`);
      const { required, enum: codes, minimum, pattern } = field.constraints ?? {};
      if (schema.missingValues.includes(cell)) {
        if (required) fault('required');
        continue;
      }
      if (!lexical[field.type]?.test(cell)) fault(`no ${field.type}`);
      if (codes && !codes.includes(cell)) fault('not in enum');
      if (minimum !== undefined && Number(cell) < minimum) fault('below minimum');
      if (pattern && !new RegExp(`^(?:${pattern})$`, 'u').test(cell)) fault('not of the pattern');
    }
    const key = schema.primaryKey.map((name) => row[header.indexOf(name)]).join('\u0000');
    if (keys.has(key)) found.push(`row ${i + 1}: primary key occurs twice`);
    keys.add(key);
  }
  return found;
}

const fixtures = path.join(import.meta.dirname, '..', '..', 'fixtures');

describe('schema -f table-schema', () => {
  it('has every column in its order, with a title and a meaning', async () => {
    const { fields } = await tableSchema();
    expect(fields.map((field) => field.name)).toEqual(COLUMNS);
    for (const field of fields) {
      expect(field.title).toMatch(/^[A-Z][a-z ]+$/u);
      expect(field.description).not.toBe('');
    }
    expect(new Set(fields.map((field) => field.title)).size).toBe(fields.length);
  });

  it('has the codes of the JSON Schema', async () => {
    const { properties } = recordJsonSchema() as { properties: Record<string, { enum?: string[] }> };
    const { fields } = await tableSchema();
    expect(Object.fromEntries(fields.map((field) => [field.name, field.constraints?.enum]))).toEqual(
      Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, property.enum])),
    );
  });

  it('says how lists are joined', async () => {
    const lists = (await tableSchema()).fields.filter((field) => field.description.includes('CSV joins'));
    expect(lists.map(({ name, type }) => [name, type])).toEqual([
      ['section', 'string'],
      ['flags', 'string'],
    ]);
  });

  it('fits the CSV of the fixtures', async () => {
    const inputs = ['reports/*.txt', 'formats/report.txt', 'formats/report.pdf', 'formats/table-source.xlsx'];
    const { code, out } = await run(['extract', '-q', ...inputs], { cwd: fixtures });
    expect(code).toBe(0);
    const rows = parse(out) as string[][];
    expect(rows.length).toBeGreaterThan(150);
    expect(faults(rows, await tableSchema())).toEqual([]);
  });

  it('finds what does not fit', async () => {
    const schema = await tableSchema();
    const { out } = await run(['extract', '-q'], { stdin: SENTENCE });
    const [header = [], row = []] = parse(out) as string[][];
    const changed = (name: string, cell: string): string[] =>
      faults([header, row.map((old, i) => (header[i] === name ? cell : old))], schema);
    expect(faults([header, row], schema)).toEqual([]);
    expect(faults([header, row, row], schema)).toEqual(['row 2: primary key occurs twice']);
    expect(changed('domain', 'health')).toHaveLength(1);
    expect(changed('value', '')).toHaveLength(1);
    expect(changed('value', '1,200')).toHaveLength(1);
    expect(changed('periodStart', '2019')).toHaveLength(1);
    expect(changed('line', '0')).toHaveLength(1);
    expect(changed('districtCode', '12')).toHaveLength(1);
  });
});

describe('schema -f data-package', () => {
  it('describes CSV files that lie beside it', async () => {
    const cwd = folder({ 'a.txt': SENTENCE });
    await run(['extract', 'a.txt', '-o', '双流 2021.csv'], { cwd });
    const csv = readFileSync(path.join(cwd, '双流 2021.csv'));
    const { code, out, err } = await run(['schema', '-f', 'data-package', '双流 2021.csv'], { cwd });
    expect([code, err]).toEqual([0, '']);
    const { resources, ...descriptor } = JSON.parse(out) as { profile: string; name: string; resources: Record<string, unknown>[] };
    expect(descriptor).toMatchObject({ profile: 'tabular-data-package', name: 'healthx-figures' });
    expect(resources).toEqual([
      {
        profile: 'tabular-data-resource',
        name: '2021',
        title: '双流 2021.csv',
        path: '双流 2021.csv',
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        bytes: csv.length,
        hash: `sha256:${createHash('sha256').update(csv).digest('hex')}`,
        dialect: { delimiter: ',', lineTerminator: '\n', quoteChar: '"', doubleQuote: true, skipInitialSpace: false, header: true },
        schema: await tableSchema(),
      },
    ]);
  });

  it('has paths from where it lies, and names of its own for each file', async () => {
    const cwd = folder({ 'a.txt': SENTENCE, 'data/x/readme': '', 'data/y/readme': '' });
    for (const name of ['data/x/甲.csv', 'data/y/乙.csv']) await run(['extract', 'a.txt', '-o', name], { cwd });
    const { code } = await run(['schema', '-f', 'data-package', 'data/x/甲.csv', 'data/y/乙.csv', '-o', 'data/datapackage.json'], { cwd });
    expect(code).toBe(0);
    const { resources } = JSON.parse(readFileSync(path.join(cwd, 'data/datapackage.json'), 'utf8')) as {
      resources: { name: string; path: string }[];
    };
    expect(resources.map(({ name, path }) => [name, path])).toEqual([
      ['figures', 'x/甲.csv'],
      ['figures-2', 'y/乙.csv'],
    ]);
  });

  it('sees a byte order mark and CRLF', async () => {
    const cwd = folder({ 'a.csv': `\ufeff${COLUMNS.join(',')}\r\n` });
    const { out } = await run(['schema', '-f', 'data-package', 'a.csv'], { cwd });
    expect(JSON.parse(out).resources[0].dialect.lineTerminator).toBe('\r\n');
  });

  it.each([
    [['-f', 'data-package'], /name the CSV files/u],
    [['-f', 'data-package', 'gone.csv'], /gone\.csv: no such file/u],
    [['-f', 'data-package', 'other.csv'], /other\.csv: not a CSV with the columns of a record/u],
    [['-f', 'data-package', 'sub/a.csv', 'b.csv'], /b\.csv: a data package holds what lies in its own folder or below, here sub/u],
    [['-f', 'data-package', 'b.csv', '-o', 'sub/datapackage.json'], /here sub/u],
    [['-f', 'data-package', 'b.csv', '-o', 'b.csv'], /also an input/u],
    [['b.csv'], /json-schema describes no files/u],
    [['-f', 'avro'], /Allowed choices are json-schema, table-schema, data-package/u],
  ])('%j cannot run', async (argv, expected) => {
    const header = `${COLUMNS.join(',')}\n`;
    const cwd = folder({ 'other.csv': 'a,b\n1,2\n', 'sub/a.csv': header, 'b.csv': header });
    const { code, out, err } = await run(['schema', ...argv], { cwd });
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(expected);
    expect(existsSync(path.join(cwd, 'sub/datapackage.json'))).toBe(false);
    expect(readFileSync(path.join(cwd, 'b.csv'), 'utf8')).toBe(header);
  });
});

it('schema -o writes a file', async () => {
  const cwd = folder({});
  expect(await run(['schema', '-o', 'record.json'], { cwd })).toEqual({ code: 0, out: '', err: '' });
  expect(JSON.parse(readFileSync(path.join(cwd, 'record.json'), 'utf8'))).toEqual(JSON.parse(JSON.stringify(recordJsonSchema())));
});
