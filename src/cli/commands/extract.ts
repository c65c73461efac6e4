// healthx extract: inputs → records in the chosen format, one document in memory at a time.
import { audit } from '../../audit/audit.js';
import { createWriter, type Format } from '../../emit/index.js';
import type { Piece, Writer } from '../../emit/writer.js';
import { InputError, UserError } from '../../model/message.js';
import type { HealthRecord } from '../../model/record.js';
import { extractDocument, type Overrides } from '../../pipeline.js';
import { readDocument } from '../../read/document.js';
import { type Encoding, encodingNamed } from '../../read/encoding.js';
import { expandInputs, type Input, readInput } from '../../read/inputs.js';
import { type RuleSet, ruleSet } from '../../ruleset.js';
import { createSegmenter, type Segmenter } from '../../segment/words.js';
import { loadPacks, type Settings } from '../config.js';
import { EXIT, type Io } from '../io.js';
import { type LayoutFlags, layoutOf, refuseTerminal } from '../layout.js';
import { type Output, openFile, StreamOutput } from '../output.js';
import { checkedOverrides, warnOfPlace } from '../overrides.js';
import { count, Reporter } from '../reporter.js';

export interface ExtractOptions extends LayoutFlags {
  /** File to write; standard output where missing or `-`. */
  readonly output?: string;
  /** Encoding of text inputs, in place of what is detected. */
  readonly encoding?: string;
  /** Says how each input was read. */
  readonly verbose?: boolean;
}

interface Totals {
  files: number;
  records: number;
  doubtful: number;
}

export async function extract(args: readonly string[], options: ExtractOptions, settings: Settings, io: Io): Promise<number> {
  const report = new Reporter(io, settings.quiet ?? false);
  const format = (settings.format ?? 'csv') as Format;
  const toFile = options.output !== undefined && options.output !== '-';
  const layout = layoutOf(format, options, settings);
  refuseTerminal(format, toFile, io);
  const overrides = checkedOverrides(settings);
  const rules = ruleSet(await loadPacks(settings.rules, io));
  const encoding = options.encoding === undefined ? undefined : encodingNamed(options.encoding);
  const { inputs, messages } = await expandInputs(args, { cwd: io.cwd, stdinIsTerminal: io.stdin.isTTY ?? false });
  for (const message of messages) report.message(message);
  if (inputs.length === 0) return EXIT.unusable;
  warnOfPlace(overrides, report, rules.divisions);

  const output = toFile
    ? await openFile(
        options.output as string,
        io.cwd,
        inputs.flatMap((input) => input.path ?? []),
      )
    : new StreamOutput(io.stdout);
  const totals: Totals = { files: 0, records: 0, doubtful: 0 };
  try {
    const display = async () => {
      const { chalkFor, widthOf } = await import('../display.js');
      return { width: widthOf(io.stdout, io.env), chalk: chalkFor(io.stdout, io.env, (settings.color ?? true) && !toFile) };
    };
    // the workbook has a sheet of what the figures of all reports contradict
    const kept: HealthRecord[] | null = format === 'xlsx' ? [] : null;
    const writer = await createWriter(format, display, kept ? { ...layout, findings: () => audit(kept) } : layout);
    const clear = toFile || !io.stdout.isTTY ? () => {} : () => report.clear();
    await run(inputs, {
      segmenter: createSegmenter(settings.segmenter ?? 'jieba'),
      rules,
      encoding,
      verbose: options.verbose ?? false,
      overrides,
      writer,
      output,
      report,
      io,
      totals,
      clear,
      kept,
    });
    report.clear();
    if (toFile && totals.files === 0) {
      report.error(options.output as string, 'not written, since no input could be read');
      await output.discard();
      return EXIT.failed;
    }
    await output.commit();
    for (const note of writer.notes?.() ?? []) report.warn(note);
  } catch (error) {
    report.clear();
    await output.discard();
    throw error;
  }
  report.note(summary(totals, report.errors));
  return report.errors > 0 ? EXIT.failed : EXIT.done;
}

interface Run {
  readonly segmenter: Segmenter;
  readonly rules: RuleSet;
  readonly encoding: Encoding | undefined;
  readonly verbose: boolean;
  readonly overrides: Overrides;
  readonly writer: Writer;
  readonly output: Output;
  readonly report: Reporter;
  readonly io: Io;
  readonly totals: Totals;
  /** Takes the progress line off a terminal that data is about to be written to. */
  readonly clear: () => void;
  /** Gathers all records, where the format looks at them together. */
  readonly kept: HealthRecord[] | null;
}

async function run(
  inputs: readonly Input[],
  { segmenter, rules, encoding, verbose, overrides, writer, output, report, io, totals, clear, kept }: Run,
): Promise<void> {
  const write = async (pieces: Iterable<Piece>): Promise<void> => {
    for (const piece of pieces) {
      clear();
      await output.write(piece);
    }
  };
  await write(writer.begin());
  for (const [i, input] of inputs.entries()) {
    let records: HealthRecord[] | null = null;
    try {
      const { text, how, pages } = await readDocument(await readInput(input, io.stdin, io.signal), encoding ? { encoding } : {});
      if (verbose) report.told(input.name, how);
      records = extractDocument({ file: input.name, text, ...(pages ? { pages } : {}) }, { segmenter, rules, overrides }).records;
    } catch (error) {
      io.signal?.throwIfAborted();
      // a missing segmenter is not this document's fault
      if (error instanceof UserError && !(error instanceof InputError)) throw error;
      report.error(input.name, error instanceof InputError ? error.message : internal(error));
    }
    if (records) {
      totals.files++;
      totals.records += records.length;
      totals.doubtful += records.filter((record) => record.flags.length > 0).length;
      for (const record of kept ? records : []) kept?.push(record);
      await write(writer.document(input.name, records));
    }
    io.signal?.throwIfAborted();
    report.progress(i + 1, inputs.length);
  }
  await write(writer.end());
}

/** A bug shows its stack, but takes only its own document down. */
export const internal = (error: unknown): string =>
  `this is a bug in healthx, please report it: ${error instanceof Error ? error.stack : String(error)}`;

function summary({ files, records, doubtful }: Totals, errors: number): string {
  const found = records === 0 ? 'nothing found' : count(records, 'record');
  const doubts = doubtful === 0 ? '' : `, ${doubtful} doubtful (see the flags column)`;
  return `${count(files, 'file')}, ${found}${doubts}${errors === 0 ? '' : `; ${count(errors, 'input')} failed`}`;
}
