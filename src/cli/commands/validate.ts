// healthx validate: every report of a folder against the expected records beside it.
import { readFile, unlink } from 'node:fs/promises';
import path from 'node:path';
import { toJson } from '../../emit/json.js';
import { InputError, UserError } from '../../model/message.js';
import type { HealthRecord } from '../../model/record.js';
import { extractDocument } from '../../pipeline.js';
import { type DocumentText, readDocument } from '../../read/document.js';
import { readInput } from '../../read/inputs.js';
import { ruleSet } from '../../ruleset.js';
import { createSegmenter } from '../../segment/words.js';
import { compareRecords, parseExpected } from '../compare.js';
import { loadPacks, type Settings } from '../config.js';
import { contextOf, countDifferences, describeComparison, describeIds, differenceText, SHOWN } from '../difference-text.js';
import { chalkFor } from '../display.js';
import { internal } from '../extraction/extractor.js';
import { EXIT, type Io } from '../io.js';
import { type Leniency, type LeniencySettings, leniencyOf } from '../leniency.js';
import { type Output, openFile, StreamOutput, writeWhole } from '../output.js';
import { expectedOf, type Folder, listFolder } from '../report-folder.js';
import { count, Reporter } from '../reporter.js';
import { makeReport, type ReportTarget, reportTargets } from '../reports/index.js';
import { differs, type Outcome, passedOverOf, passedOverText } from '../reports/outcome.js';

export interface ValidateOptions extends LeniencySettings {
  readonly update?: boolean;
  /** `junit`, `junit=FILE` … */
  readonly report?: readonly string[];
}

const DEFAULT_FOLDER = 'fixtures/reports';
const NO_EXPECTED = 'no expected file: review the extraction, then write it with --update';
const NO_REPORT = 'expected file without a report (--update removes it)';

export async function validate(folders: readonly string[], options: ValidateOptions, settings: Settings, io: Io): Promise<number> {
  const targets = reportTargets(options.report ?? []);
  const { ignore, only, tolerance } = options;
  const leniency = leniencyOf({ ignore, only, tolerance }, settings.validate);
  if (options.update && (targets.length > 0 || ignore || only || tolerance !== undefined)) {
    throw new UserError('--update takes all of the present output as expected: leave out --report, --ignore, --only and --tolerance');
  }
  const found = await Promise.all((folders.length ? folders : [DEFAULT_FOLDER]).map((name) => listFolder(name, io.cwd)));
  const files = await openReports(targets, found, io.cwd);
  try {
    const code = await compareFolders(found, { options, settings, leniency, targets, files, io });
    for (const { output } of files) await output.commit();
    return code;
  } catch (error) {
    for (const { output } of files) await output.discard();
    throw error;
  }
}

interface ReportFile {
  readonly target: ReportTarget;
  readonly output: Output;
}

/** The files of the reports, opened first: one that cannot be written is told before the work. */
async function openReports(targets: readonly ReportTarget[], folders: readonly Folder[], cwd: string): Promise<ReportFile[]> {
  const inputs = folders.flatMap(({ name, reports, stale }) =>
    [...reports, ...reports.map(expectedOf), ...stale].map((file) => path.resolve(cwd, name, file)),
  );
  const files: ReportFile[] = [];
  try {
    for (const target of targets) if (target.file !== null) files.push({ target, output: await openFile(target.file, cwd, inputs) });
    return files;
  } catch (error) {
    for (const { output } of files) await output.discard();
    throw error;
  }
}

interface Run {
  readonly options: ValidateOptions;
  readonly settings: Settings;
  readonly leniency: Leniency;
  readonly targets: readonly ReportTarget[];
  readonly files: readonly ReportFile[];
  readonly io: Io;
}

async function compareFolders(found: readonly Folder[], { options, settings, leniency, targets, files, io }: Run): Promise<number> {
  const quiet = settings.quiet ?? false;
  const report = new Reporter(io, quiet);
  const output = new StreamOutput(io.stdout);
  const toStdout = targets.find((target) => target.file === null);
  // a report on standard output takes the place of the text
  const print = async (lines: readonly string[]): Promise<void> => {
    report.clear();
    if (!toStdout) await output.write(lines.map((line) => `${line}\n`).join(''));
  };
  const chalk = chalkFor(io.stdout, io.env, settings.color ?? true);
  const plain = chalkFor(io.stdout, io.env, false);
  const segmenter = createSegmenter(settings.segmenter ?? 'jieba');
  const rules = ruleSet(await loadPacks(settings.rules, io));
  const total = found.reduce((sum, { reports }) => sum + reports.length, 0);
  const outcomes: Outcome[] = [];
  let [done, records, updated, stale] = [0, 0, 0, 0];

  for (const folder of found) {
    const nameOf = (name: string) => named(folder.name, name, io);
    for (const name of folder.reports) {
      const names = nameOf(name);
      const { shown } = names;
      report.progress(done++, total);
      let document: DocumentText;
      let got: HealthRecord[];
      try {
        const bytes = await readInput({ name: shown, path: path.resolve(io.cwd, folder.name, name) }, io.stdin, io.signal);
        document = await readDocument(bytes);
        const { text, pages } = document;
        got = extractDocument({ file: name, text, ...(pages ? { pages } : {}) }, { segmenter, rules }).records;
      } catch (error) {
        io.signal?.throwIfAborted();
        if (error instanceof UserError && !(error instanceof InputError)) throw error;
        const message = error instanceof InputError ? error.message : internal(error);
        report.error(shown, message);
        outcomes.push({ ...names, type: 'unreadable', message });
        continue;
      }
      io.signal?.throwIfAborted();
      const file = expectedOf(path.join(folder.name, name));
      const json = await readFile(path.resolve(io.cwd, file), 'utf8').catch(() => null);
      records += got.length;
      if (options.update) {
        const next = toJson(name, got);
        if (json === next) continue;
        await writeWhole(file, io.cwd, next);
        updated++;
        await print([`${json === null ? 'written' : 'updated'}  ${expectedOf(shown)}`]);
        continue;
      }
      const expected = json === null ? NO_EXPECTED : parseExpected(json);
      if (typeof expected === 'string') {
        const message = json === null ? expected : `the expected file cannot be read: ${expected}`;
        outcomes.push({ ...names, type: 'problem', records: got.length, message });
        await print([chalk.bold(shown), `  ${message}`, '']);
        continue;
      }
      const comparison = compareRecords(expected, got, leniency);
      const { text, kind } = document;
      const outcome: Outcome = {
        ...names,
        type: 'compared',
        records: got.length,
        passedOver: comparison.passedOver,
        summary: countDifferences(comparison),
        differences: comparison.differences
          .slice(0, SHOWN)
          .map((difference) => ({ ...differenceText(difference, text), context: contextOf(difference, text, plain) })),
        more: Math.max(0, comparison.differences.length - SHOWN),
        ids: comparison.otherIds > 0 ? describeIds(comparison.otherIds) : null,
        lines: describeComparison(comparison, text, plain),
        plainText: kind === 'text',
      };
      outcomes.push(outcome);
      if (differs(outcome)) await print([chalk.bold(shown), ...describeComparison(comparison, text, chalk), '']);
    }
    for (const name of folder.stale) {
      const names = nameOf(name);
      stale++;
      if (options.update) {
        await unlink(path.resolve(io.cwd, folder.name, name));
        await print([`removed  ${names.shown}`]);
        continue;
      }
      outcomes.push({ ...names, type: 'stale', message: NO_REPORT });
      await print([chalk.bold(names.shown), `  ${NO_REPORT}`, '']);
    }
  }
  report.clear();

  const size = `${count(total, 'report')}, ${count(records, 'record')}`;
  const failed = report.errors > 0 ? `; ${count(report.errors, 'report')} failed` : '';
  const differing = outcomes.filter(differs).length - stale;
  const end = (): string => {
    if (options.update)
      return `${size}: ${updated + stale === 0 ? 'nothing to update' : `${count(updated + stale, 'expected file')} changed`}${failed}`;
    if (differing + stale === 0) return failed ? `${size}: no differences${failed}` : `${size}: all as expected`;
    const orphans = stale > 0 ? `; ${count(stale, 'expected file')} without a report` : '';
    return `${differing} of ${count(total, 'report')} ${differing === 1 ? 'differs' : 'differ'}${orphans}${failed}`;
  };
  const summary = end();
  if (!quiet) await print([summary]);
  if (!options.update && leniency.said !== null) {
    // also with --quiet: what is not looked at must not hide behind a green run
    io.stderr.write(`healthx: ${leniency.said}; passed over: ${passedOverText(passedOverOf(outcomes)) || 'nothing'}\n`);
  }
  const validation = { outcomes, summary, leniency };
  if (toStdout) await output.write(await makeReport(toStdout.name, validation));
  for (const { target, output } of files) await output.write(await makeReport(target.name, validation));
  await output.commit();
  return report.errors > 0 || (!options.update && differing + stale > 0) ? EXIT.failed : EXIT.done;
}

/** How a report is called: by the folder as named, and from the root of the repository, as GitHub wants it. */
function named(folder: string, name: string, io: Io): Pick<Outcome, 'folder' | 'name' | 'shown' | 'repositoryPath'> {
  const shown = path.posix.join(folder.replaceAll('\\', '/'), name);
  const relative = path.relative(io.env.GITHUB_WORKSPACE || io.cwd, path.resolve(io.cwd, folder, name)).replaceAll('\\', '/');
  return { folder: folder.replaceAll('\\', '/'), name, shown, repositoryPath: relative.startsWith('..') ? shown : relative };
}
