// healthx text: the text of a document as it is read, which offsets and lines of records refer to.
import { InputError } from '../../model/message.js';
import { type DocumentText, readDocument } from '../../read/document.js';
import { encodingNamed } from '../../read/encoding.js';
import { expandInputs, readInput } from '../../read/inputs.js';
import { EXIT, type Io } from '../io.js';
import { StreamOutput } from '../output.js';
import { Reporter } from '../reporter.js';

export interface TextOptions {
  readonly encoding?: string;
  readonly verbose?: boolean;
  readonly format: 'text' | 'ndjson';
}

export async function text(args: readonly string[], options: TextOptions, io: Io): Promise<number> {
  const report = new Reporter(io, false);
  const encoding = options.encoding === undefined ? {} : { encoding: encodingNamed(options.encoding) };
  const { inputs, messages } = await expandInputs(args, { cwd: io.cwd, stdinIsTerminal: io.stdin.isTTY ?? false });
  for (const message of messages) report.message(message);
  if (inputs.length === 0) return EXIT.unusable;
  const output = new StreamOutput(io.stdout);
  for (const input of inputs) {
    try {
      const document = await readDocument(await readInput(input, io.stdin, io.signal), encoding);
      if (options.verbose) report.told(input.name, document.how);
      await output.write(options.format === 'ndjson' ? line(input.name, document) : ended(document.text));
    } catch (error) {
      io.signal?.throwIfAborted();
      if (!(error instanceof InputError)) throw error;
      report.error(input.name, error.message);
    }
  }
  await output.commit();
  return report.errors > 0 ? EXIT.failed : EXIT.done;
}

const ended = (text: string): string => (text.endsWith('\n') ? text : `${text}\n`);

/** A document a line, as `extract --from ndjson` takes it. */
const line = (id: string, { text, kind, pages, metadata }: DocumentText): string =>
  `${JSON.stringify({ id, text, kind, ...(pages ? { pages } : {}), ...(metadata ?? {}) })}\n`;
