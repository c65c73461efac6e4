// healthx schema: what a record is, for programs: as JSON Schema, as Table Schema, as Data Package of CSV files.
import path from 'node:path';
import { UserError } from '../../model/message.js';
import { recordJsonSchema } from '../../model/record-schema.js';
import { tableSchema } from '../../model/table-schema.js';
import { dataPackage } from '../data-package.js';
import { EXIT, type Io } from '../io.js';
import { openFile, StreamOutput } from '../output.js';

export interface SchemaOptions {
  readonly format: 'json-schema' | 'table-schema' | 'data-package';
  readonly output?: string;
}

export async function schema(files: readonly string[], { format, output: target }: SchemaOptions, io: Io): Promise<number> {
  if (format === 'data-package' && files.length === 0) {
    throw new UserError('data-package: name the CSV files it is to describe: healthx schema -f data-package figures.csv');
  }
  if (format !== 'data-package' && files.length > 0) {
    throw new UserError(`${format} describes no files; for the files of a data package, add -f data-package`);
  }
  const toFile = target !== undefined && target !== '-';
  const csvs = files.map((file) => path.resolve(io.cwd, file));
  const output = toFile ? await openFile(target, io.cwd, csvs) : new StreamOutput(io.stdout);
  try {
    const described =
      format === 'json-schema'
        ? recordJsonSchema()
        : format === 'table-schema'
          ? tableSchema()
          : await dataPackage(files, io.cwd, toFile ? path.dirname(path.resolve(io.cwd, target)) : null);
    await output.write(`${JSON.stringify(described, null, 2)}\n`);
    await output.commit();
    return EXIT.done;
  } catch (error) {
    await output.discard();
    throw error;
  }
}
