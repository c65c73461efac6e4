// healthx extract: inputs → records in the chosen format, one document in memory at a time.
import { createWriter, type Format } from '../../emit/index.js';
import type { Writer } from '../../emit/writer.js';
import { InputError, UserError } from '../../model/message.js';
import type { Domain, HealthRecord } from '../../model/record.js';
import { extractDocument, type Overrides } from '../../pipeline.js';
import { expandInputs, type Input, readInput } from '../../read/inputs.js';
import { decodeText } from '../../read/text.js';
import { createSegmenter, type Segmenter, type SegmenterName } from '../../segment/words.js';
import { divisions } from '../../tag/divisions.js';
import { placeOf } from '../../tag/place.js';
import { chalkFor, widthOf } from '../display.js';
import { EXIT, type Io } from '../io.js';
import { type Output, openFile, StreamOutput } from '../output.js';
import { count, Reporter } from '../reporter.js';

export interface ExtractOptions {
  readonly format: Format;
  /** File to write; standard output where missing or `-`. */
  readonly output?: string;
  readonly district?: string;
  readonly year?: number;
  readonly domain?: string;
  readonly segmenter: SegmenterName;
  readonly quiet?: boolean;
  readonly color: boolean;
}

interface Totals {
  files: number;
  records: number;
  doubtful: number;
}

export async function extract(args: readonly string[], options: ExtractOptions, io: Io): Promise<number> {
  const report = new Reporter(io, options.quiet ?? false);
  const overrides = await checkedOverrides(options);
  const { inputs, messages } = await expandInputs(args, { cwd: io.cwd, stdinIsTerminal: io.stdin.isTTY ?? false });
  for (const message of messages) report.message(message);
  if (inputs.length === 0) return EXIT.unusable;
  warnOfPlace(overrides, report);

  const toFile = options.output !== undefined && options.output !== '-';
  const output = toFile
    ? await openFile(
        options.output as string,
        io.cwd,
        inputs.flatMap((input) => input.path ?? []),
      )
    : new StreamOutput(io.stdout);
  const totals: Totals = { files: 0, records: 0, doubtful: 0 };
  try {
    const writer = await createWriter(options.format, {
      width: widthOf(io.stdout, io.env),
      chalk: chalkFor(io.stdout, io.env, options.color && !toFile),
    });
    const clear = toFile || !io.stdout.isTTY ? () => {} : () => report.clear();
    await run(inputs, { segmenter: createSegmenter(options.segmenter), overrides, writer, output, report, io, totals, clear });
    report.clear();
    if (toFile && totals.files === 0) {
      report.error(options.output as string, 'not written, since no input could be read');
      await output.discard();
      return EXIT.failed;
    }
    await output.commit();
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
  readonly overrides: Overrides;
  readonly writer: Writer;
  readonly output: Output;
  readonly report: Reporter;
  readonly io: Io;
  readonly totals: Totals;
  /** Takes the progress line off a terminal that data is about to be written to. */
  readonly clear: () => void;
}

async function run(inputs: readonly Input[], { segmenter, overrides, writer, output, report, io, totals, clear }: Run): Promise<void> {
  const write = async (pieces: Iterable<string>): Promise<void> => {
    for (const piece of pieces) {
      clear();
      await output.write(piece);
    }
  };
  await write(writer.begin());
  for (const [i, input] of inputs.entries()) {
    let records: HealthRecord[] | null = null;
    try {
      const text = decodeText(await readInput(input, io.stdin, io.signal));
      records = extractDocument({ file: input.name, text }, segmenter, overrides).records;
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

async function checkedOverrides({ district, year, domain }: ExtractOptions): Promise<Overrides> {
  if (district?.trim() === '') throw new UserError('--district: give a name or a six-digit code');
  return {
    ...(district === undefined ? {} : { district: district.trim() }),
    ...(year === undefined ? {} : { year }),
    ...(domain === undefined ? {} : { domain: await checkedDomain(domain) }),
  };
}

async function checkedDomain(domain: string): Promise<Domain> {
  // the schema brings zod, which a run without --domain may not need
  const { DOMAINS } = await import('../../model/record.js');
  const known = DOMAINS.find((name) => name === domain);
  if (known) return known;
  throw new UserError(`--domain: there is no domain '${domain}'; use one of ${DOMAINS.join(', ')}`);
}

const FIRST_YEAR_OF_DIVISIONS = 1981;

function warnOfPlace({ district, year }: Overrides, report: Reporter): void {
  if (district === undefined) return;
  const place = placeOf(district, year ?? null);
  if (place?.ambiguous) {
    report.warn(`--district: more than one place is called ${district}; its six-digit code, or the name with its city, settles which`);
  } else if (!place && !onceInForce(district)) {
    report.warn(`--district: ${district} is not in the table of divisions; it is kept as given, without a code`);
  }
}

/** A code that is out of force today is no mistake: the report may be as old. */
function onceInForce(code: string): boolean {
  for (let year = new Date().getFullYear(); year >= FIRST_YEAR_OF_DIVISIONS; year--) if (divisions().byCode(code, year)) return true;
  return false;
}
