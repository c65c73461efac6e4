// healthx schema: the record's JSON Schema.
import { recordJsonSchema } from '../../model/record-schema.js';
import { EXIT, type Io } from '../io.js';
import { StreamOutput } from '../output.js';

export async function schema(io: Io): Promise<number> {
  const output = new StreamOutput(io.stdout);
  await output.write(`${JSON.stringify(recordJsonSchema(), null, 2)}\n`);
  await output.commit();
  return EXIT.done;
}
