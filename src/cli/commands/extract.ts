// healthx extract: inputs → records in the chosen format, in the order of the inputs, whichever way the work is shared out.
import { audit } from '../../audit/audit.js';
import { createWriter, type Format } from '../../emit/index.js';
import type { Display } from '../../emit/writer.js';
import { InputError, UserError } from '../../model/message.js';
import type { HealthRecord } from '../../model/record.js';
import { encodingNamed } from '../../read/encoding.js';
import { expandInputs, type Input } from '../../read/inputs.js';
import { ruleSet } from '../../ruleset.js';
import { loadPacks, type Settings } from '../config.js';
import type { ExtractionSetup } from '../extraction/extractor.js';
import { workersFor } from '../extraction/jobs.js';
import type { Outcome } from '../extraction/outcome.js';
import { Progress } from '../extraction/progress.js';
import type { Rendering } from '../extraction/protocol.js';
import { type Batch, fileSources, lineSources } from '../extraction/source.js';
import { type OpenWriter, singleTarget, type Target } from '../extraction/target.js';
import { EXIT, type Io } from '../io.js';
import { type LayoutFlags, layoutOf, refuseTerminal } from '../layout.js';
import { isFolder, openFile, StreamOutput } from '../output.js';
import { checkedOverrides, warnOfPlace } from '../overrides.js';
import { count, Reporter } from '../reporter.js';

export interface ExtractOptions extends LayoutFlags {
  /** File or folder to write; standard output where missing or `-`. */
  readonly output?: string;
  /** Encoding of text inputs, in place of what is detected. */
  readonly encoding?: string;
  /** Says how each input was read. */
  readonly verbose?: boolean;
  /** Whether each input is a document, or each line of it. */
  readonly from?: 'files' | 'ndjson';
  /** Leaves out inputs whose output is there. */
  readonly skipExisting?: boolean;
  /** Writes `{"id","error"}` in place of the records of a document that failed. */
  readonly errorsAsData?: boolean;
}

interface Totals {
  documents: number;
  records: number;
  doubtful: number;
  /** Left out, since their output is there. */
  skipped: number;
  failed: number;
}

export async function extract(args: readonly string[], options: ExtractOptions, settings: Settings, io: Io): Promise<number> {
  const report = new Reporter(io, settings.quiet ?? false);
  const format = (settings.format ?? 'csv') as Format;
  const lines = options.from === 'ndjson';
  const toFile = options.output !== undefined && options.output !== '-';
  const folder = toFile && (await isFolder(options.output as string, io.cwd));
  checkOptions(options, format, folder);
  const layout = layoutOf(format, options, settings);
  refuseTerminal(format, toFile, io);
  const overrides = checkedOverrides(settings);
  const packs = await loadPacks(settings.rules, io);
  const encoding = options.encoding === undefined ? null : encodingNamed(options.encoding);
  const setup: ExtractionSetup = { segmenter: settings.segmenter ?? 'jieba', packs, overrides, encoding };
  const { inputs: found, messages } = await expandInputs(args, { cwd: io.cwd, stdinIsTerminal: io.stdin.isTTY ?? false });
  for (const message of messages) report.message(message);
  if (found.length === 0) return EXIT.unusable;
  warnOfPlace(overrides, report, ruleSet(packs).divisions);

  const display = async (): Promise<Display> => {
    const { chalkFor, widthOf } = await import('../display.js');
    return { width: widthOf(io.stdout, io.env), chalk: chalkFor(io.stdout, io.env, (settings.color ?? true) && !toFile) };
  };
  const openWriter = async (): Promise<OpenWriter> => {
    // the workbook has a sheet of what the figures of all reports contradict
    const kept: HealthRecord[] | null = format === 'xlsx' ? [] : null;
    return { writer: await createWriter(format, display, kept ? { ...layout, findings: () => audit(kept) } : layout), kept };
  };
  const opened = await openWriter();
  const { inputs, target } = folder
    ? await intoFolder(found, options, format, openWriter, io)
    : { inputs: found, target: await intoOne(found, toFile ? (options.output as string) : null, opened, report, io) };

  const totals: Totals = { documents: 0, records: 0, doubtful: 0, skipped: found.length - inputs.length, failed: 0 };
  const run: Run = { target, report, io, totals, errorsAsData: options.errorsAsData ?? false, verbose: options.verbose ?? false };
  // what reads is to stop when the run does, for whatever reason: a pipe that stays open would keep the process
  const stop = new AbortController();
  const signal = io.signal ? AbortSignal.any([io.signal, stop.signal]) : stop.signal;
  try {
    const progress = await Progress.of(inputs, lines, report, io);
    const batches = lines ? lineSources(inputs, io.stdin, signal, (bytes) => progress.read(bytes)) : fileSources(inputs, io.stdin, signal);
    const rendering = async (): Promise<Rendering | null> => {
      if (!opened.writer.adopt) return null;
      const { width, chalk } = await display();
      return { format, layout, width, colour: chalk.level };
    };
    const jobs = await workersFor(settings.jobs ?? 'auto', inputs, !lines);
    await target.begin();
    await write(await outcomes(batches, setup, jobs, rendering, signal), progress, run);
    report.clear();
    if (toFile && !folder && totals.documents === 0 && report.errors > 0) {
      report.error(options.output as string, 'not written, since no input could be read');
      await target.discard();
      return EXIT.failed;
    }
    await target.commit();
    for (const note of target.notes()) report.warn(note);
  } catch (error) {
    report.clear();
    await target.discard();
    throw error;
  } finally {
    stop.abort();
  }
  report.note(summary(totals, report.errors, lines));
  return report.errors > 0 ? EXIT.failed : EXIT.done;
}

/** Standard output, or a file. */
async function intoOne(inputs: readonly Input[], file: string | null, opened: OpenWriter, report: Reporter, io: Io): Promise<Target> {
  const paths = inputs.flatMap((input) => input.path ?? []);
  const output = file === null ? new StreamOutput(io.stdout) : await openFile(file, io.cwd, paths);
  return singleTarget(output, opened, file === null && io.stdout.isTTY ? () => report.clear() : () => {});
}

/** A folder, and the inputs that still have to be done. */
async function intoFolder(
  found: readonly Input[],
  { output, skipExisting }: ExtractOptions,
  format: Format,
  openWriter: () => Promise<OpenWriter>,
  io: Io,
): Promise<{ inputs: Input[]; target: Target }> {
  const { existingOutputs, folderTarget, outputNames } = await import('../extraction/folder-target.js');
  const names = outputNames(found, output as string, format, io.cwd);
  const existing = skipExisting ? await existingOutputs(names, io.cwd) : new Set<string>();
  return { inputs: found.filter(({ name }) => !existing.has(name)), target: folderTarget(names, io.cwd, openWriter) };
}

function checkOptions({ from, skipExisting, errorsAsData }: ExtractOptions, format: Format, toFolder: boolean): void {
  if (skipExisting && !toFolder) throw new UserError('--skip-existing: name a folder to write to (-o results/)');
  if (errorsAsData && format !== 'ndjson') throw new UserError('--errors-as-data: there is a place for errors in -f ndjson only');
  if (errorsAsData && toFolder) throw new UserError('--errors-as-data: write to one output; in a folder, what failed has no file');
  if (from === 'ndjson' && toFolder)
    throw new UserError('--from ndjson: the documents go into one output; name a file (-o records.ndjson)');
}

async function outcomes(
  batches: AsyncIterable<Batch>,
  setup: ExtractionSetup,
  jobs: number,
  rendering: () => Promise<Rendering | null>,
  signal: AbortSignal,
): Promise<AsyncIterable<Outcome>> {
  if (jobs > 1) {
    const { extractInWorkers } = await import('../extraction/in-workers.js');
    return extractInWorkers(batches, { extraction: setup, rendering: await rendering() }, jobs, signal);
  }
  const { extractInProcess } = await import('../extraction/in-process.js');
  return extractInProcess(batches, setup, signal);
}

interface Run {
  readonly target: Target;
  readonly report: Reporter;
  readonly io: Io;
  readonly totals: Totals;
  readonly errorsAsData: boolean;
  readonly verbose: boolean;
}

async function write(outcomes: AsyncIterable<Outcome>, progress: Progress, run: Run): Promise<void> {
  const { target, report, io, totals, verbose } = run;
  for await (const outcome of outcomes) {
    if (outcome.error !== null) await failed(outcome, outcome.error, run);
    else {
      if (verbose && outcome.how !== null) report.told(outcome.input, outcome.how);
      try {
        await target.document(outcome);
        totals.documents++;
        totals.records += outcome.records;
        totals.doubtful += outcome.doubtful;
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        await failed(outcome, error.message, run);
      }
    }
    io.signal?.throwIfAborted();
    progress.done();
  }
}

/** Either the one who reads the data is told, or the one who looks at the run. */
async function failed(outcome: Outcome, error: string, { target, report, totals, errorsAsData }: Run): Promise<void> {
  totals.failed++;
  if (errorsAsData) await target.line(`${JSON.stringify({ id: outcome.id, error })}\n`);
  else report.error(outcome.input, outcome.line === null ? error : `line ${outcome.line}: ${error}`);
}

function summary({ documents, records, doubtful, skipped, failed }: Totals, errors: number, lines: boolean): string {
  if (skipped > 0 && documents === 0 && errors === 0) return `nothing to do: the output of ${count(skipped, 'file')} is there`;
  const found = records === 0 ? 'nothing found' : count(records, 'record');
  return [
    `${count(documents, lines ? 'document' : 'file')}, ${found}`,
    doubtful === 0 ? '' : `, ${doubtful} doubtful (see the flags column)`,
    skipped === 0 ? '' : `; ${skipped} left out, since the output is there`,
    errors === 0 ? '' : `; ${count(errors, lines ? 'line' : 'input')} failed`,
    errors === 0 && failed > 0 ? `; ${failed} failed (written as data)` : '',
  ].join('');
}
