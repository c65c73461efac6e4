// datapackage.json: CSV files of healthx as a Frictionless tabular data package (v1).
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { UserError } from '../model/message.js';
import { COLUMNS } from '../model/record.js';
import { tableSchema } from '../model/table-schema.js';
import { reason } from '../read/inputs.js';

const HEADER = COLUMNS.join(',');
const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * The descriptor of `files`. Its paths are relative to `folder`, where it is to lie; null is the folder of the files. Throws UserError where a
 * file cannot be read, is no CSV of healthx, or lies elsewhere.
 */
export async function dataPackage(files: readonly string[], cwd: string, folder: string | null): Promise<object> {
  const full = [...new Set(files.map((file) => path.resolve(cwd, file)))];
  const root = folder ?? path.dirname(full[0] as string);
  const resources: object[] = [];
  const names = new Set<string>();
  for (const file of full) {
    const shown = path.relative(cwd, file);
    const relative = path.relative(root, file);
    if (relative.startsWith('..') || path.isAbsolute(relative)) {
      throw new UserError(`${shown}: a data package holds what lies in its own folder or below, here ${path.relative(cwd, root) || '.'}`);
    }
    const { bytes, hash, lineTerminator } = await facts(file, shown);
    resources.push({
      profile: 'tabular-data-resource',
      name: resourceName(file, names),
      title: path.basename(file),
      path: relative.replaceAll(path.sep, '/'),
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      bytes,
      hash: `sha256:${hash}`,
      dialect: { delimiter: ',', lineTerminator, quoteChar: '"', doubleQuote: true, skipInitialSpace: false, header: true },
      schema: tableSchema(),
    });
  }
  return {
    profile: 'tabular-data-package',
    name: 'healthx-figures',
    title: 'Figures of health reports',
    description: 'One row is one reported figure, extracted by healthx.',
    resources,
  };
}

/** Lower case letters and digits, as the standard wants it, and once only: 2021年.csv → 2021. */
function resourceName(file: string, taken: Set<string>): string {
  const stem = path.basename(file, path.extname(file)).toLowerCase();
  const plain = stem.replace(/[^a-z0-9]+/gu, '-').replace(/^-+|-+$/gu, '') || 'figures';
  let name = plain;
  for (let i = 2; taken.has(name); i++) name = `${plain}-${i}`;
  taken.add(name);
  return name;
}

interface Facts {
  readonly bytes: number;
  readonly hash: string;
  readonly lineTerminator: '\n' | '\r\n';
}

/** Read as a stream, since a CSV can be larger than memory. */
async function facts(file: string, shown: string): Promise<Facts> {
  const hash = createHash('sha256');
  let bytes = 0;
  let head = Buffer.alloc(0);
  try {
    for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      bytes += chunk.length;
      if (head.length < HEADER.length + 8) head = Buffer.concat([head, chunk]);
    }
  } catch (error) {
    throw new UserError(`${shown}: ${reason(error)}`);
  }
  const begin = head.subarray(0, BOM.length).equals(BOM) ? BOM.length : 0;
  const [, columns, lineTerminator] = /^([^\r\n]*)(\r?\n)/u.exec(head.toString('utf8', begin)) ?? [];
  if (columns !== HEADER || (lineTerminator !== '\n' && lineTerminator !== '\r\n')) {
    throw new UserError(
      `${shown}: not a CSV with the columns of a record; write it with: healthx extract … -f csv -o ${path.basename(file)}`,
    );
  }
  return { bytes, hash: hash.digest('hex'), lineTerminator };
}
