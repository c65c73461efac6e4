// healthx validate: every NAME.txt of a folder against its NAME.expected.json.
import { readFile, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import glob from 'fast-glob';
import { toJson } from '../../emit/json.js';
import { InputError, UserError } from '../../model/message.js';
import type { HealthRecord } from '../../model/record.js';
import { extractDocument } from '../../pipeline.js';
import { readDocument } from '../../read/document.js';
import { readInput } from '../../read/inputs.js';
import { ruleSet } from '../../ruleset.js';
import { createSegmenter } from '../../segment/words.js';
import { compareRecords, parseExpected } from '../compare.js';
import { loadPacks, type Settings } from '../config.js';
import { describeComparison } from '../difference-text.js';
import { chalkFor } from '../display.js';
import { EXIT, type Io } from '../io.js';
import { StreamOutput, writeWhole } from '../output.js';
import { count, Reporter } from '../reporter.js';
import { internal } from './extract.js';

export interface ValidateOptions {
  readonly update?: boolean;
}

const DEFAULT_FOLDER = 'fixtures/reports';
const EXPECTED = '.expected.json';

interface Folder {
  readonly name: string;
  /** Paths within the folder, with forward slashes, sorted by code unit. */
  readonly reports: readonly string[];
  /** Expected files whose report is gone. */
  readonly stale: readonly string[];
}

export async function validate(folders: readonly string[], options: ValidateOptions, settings: Settings, io: Io): Promise<number> {
  const quiet = settings.quiet ?? false;
  const report = new Reporter(io, quiet);
  const output = new StreamOutput(io.stdout);
  const print = (lines: readonly string[]): Promise<void> => output.write(lines.map((line) => `${line}\n`).join(''));
  const chalk = chalkFor(io.stdout, io.env, settings.color ?? true);
  const segmenter = createSegmenter(settings.segmenter ?? 'jieba');
  const rules = ruleSet(await loadPacks(settings.rules, io));
  const found = await Promise.all((folders.length ? folders : [DEFAULT_FOLDER]).map((name) => listFolder(name, io.cwd)));
  const total = found.reduce((sum, { reports }) => sum + reports.length, 0);
  let [done, records, differing, updated, stale] = [0, 0, 0, 0, 0];

  for (const folder of found) {
    for (const name of folder.reports) {
      const shown = path.posix.join(folder.name.replaceAll('\\', '/'), name);
      report.progress(done++, total);
      let text: string;
      let got: HealthRecord[];
      try {
        const bytes = await readInput({ name: shown, path: path.resolve(io.cwd, folder.name, name) }, io.stdin, io.signal);
        ({ text } = await readDocument(bytes));
        got = extractDocument({ file: name, text }, { segmenter, rules }).records;
      } catch (error) {
        io.signal?.throwIfAborted();
        if (error instanceof UserError && !(error instanceof InputError)) throw error;
        report.error(shown, error instanceof InputError ? error.message : internal(error));
        continue;
      }
      io.signal?.throwIfAborted();
      records += got.length;
      const file = expectedOf(path.join(folder.name, name));
      const json = await readFile(path.resolve(io.cwd, file), 'utf8').catch(() => null);
      if (options.update) {
        const next = toJson(name, got);
        if (json === next) continue;
        await writeWhole(file, io.cwd, next);
        updated++;
        report.clear();
        await print([`${json === null ? 'written' : 'updated'}  ${expectedOf(shown)}`]);
        continue;
      }
      const lines =
        json === null ? ['  no expected file: review the extraction, then write it with --update'] : differences(json, got, text, chalk);
      if (lines.length === 0) continue;
      differing++;
      report.clear();
      await print([chalk.bold(shown), ...lines, '']);
    }
    for (const name of folder.stale) {
      report.clear();
      const shown = path.posix.join(folder.name.replaceAll('\\', '/'), name);
      stale++;
      if (options.update) await unlink(path.resolve(io.cwd, folder.name, name));
      await print(
        options.update ? [`removed  ${shown}`] : [chalk.bold(shown), '  expected file without a report (--update removes it)', ''],
      );
    }
  }
  report.clear();

  const size = `${count(total, 'report')}, ${count(records, 'record')}`;
  const failed = report.errors > 0 ? `; ${count(report.errors, 'report')} failed` : '';
  if (options.update) {
    const changes = updated + stale === 0 ? 'nothing to update' : `${count(updated + stale, 'expected file')} changed`;
    if (!quiet) await print([`${size}: ${changes}${failed}`]);
  } else if (differing + stale > 0) {
    const orphans = stale > 0 ? `; ${count(stale, 'expected file')} without a report` : '';
    if (!quiet) await print([`${differing} of ${count(total, 'report')} ${differing === 1 ? 'differs' : 'differ'}${orphans}${failed}`]);
  } else if (!quiet) await print([failed ? `${size}: no differences${failed}` : `${size}: all as expected`]);
  await output.commit();
  return report.errors > 0 || (!options.update && differing + stale > 0) ? EXIT.failed : EXIT.done;
}

function differences(json: string, got: readonly HealthRecord[], text: string, chalk: ReturnType<typeof chalkFor>): string[] {
  const expected = parseExpected(json);
  if (typeof expected === 'string') return [`  the expected file cannot be read: ${expected}`];
  return describeComparison(compareRecords(expected, got), text, chalk);
}

const expectedOf = (report: string): string => report.replace(/\.txt$/u, EXPECTED);

async function listFolder(name: string, cwd: string): Promise<Folder> {
  const root = path.resolve(cwd, name);
  const found = await stat(root).catch(() => null);
  if (!found?.isDirectory()) throw new UserError(`${name}: ${found ? 'not a folder' : 'no such folder'}; name a folder of reports`);
  const reports = (await glob('**/*.txt', { cwd: root })).sort();
  if (reports.length === 0) throw new UserError(`${name}: there is no report (*.txt) in this folder`);
  const known = new Set(reports.map(expectedOf));
  const stale = (await glob(`**/*${EXPECTED}`, { cwd: root })).filter((file) => !known.has(file)).sort();
  return { name, reports, stale };
}
