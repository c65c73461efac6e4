// healthx audit: the figures of reports checked against each other.
import { audit as auditRecords } from '../../audit/audit.js';
import { CHECKS, type Citation, type Finding, VERDICTS, type Verdict } from '../../audit/finding.js';
import { CHECKS_ZH, VERDICTS_ZH } from '../../emit/chinese.js';
import type { Language } from '../../emit/languages.js';
import type { HealthRecord } from '../../model/record.js';
import { expandInputs } from '../../read/inputs.js';
import type { Settings } from '../config.js';
import { chalkFor, widthOf } from '../display.js';
import { eachDocument, readingOf } from '../each-document.js';
import { EXIT, type Io } from '../io.js';
import { openFile, StreamOutput } from '../output.js';
import { count, Reporter } from '../reporter.js';
import { wrap } from '../wrap.js';

export interface AuditOptions {
  readonly format: 'text' | 'json' | 'csv';
  readonly output?: string;
  readonly encoding?: string;
  readonly verbose?: boolean;
  /** Also what agrees. */
  readonly all?: boolean;
  /** Exit 1 where something does not agree. */
  readonly strict?: boolean;
}

/** Findings that are shown without --all: what does not agree, and what is doubtful though it cannot be checked. */
const WORTH_A_LOOK: ReadonlySet<Verdict> = new Set<Verdict>(['inconsistent', 'not-checkable']);

export async function audit(args: readonly string[], options: AuditOptions, settings: Settings, io: Io): Promise<number> {
  const report = new Reporter(io, settings.quiet ?? false);
  const reading = await readingOf(options, settings, io);
  const { inputs, messages } = await expandInputs(args, { cwd: io.cwd, stdinIsTerminal: io.stdin.isTTY ?? false });
  for (const message of messages) report.message(message);
  if (inputs.length === 0) return EXIT.unusable;
  const file = options.output === undefined || options.output === '-' ? null : options.output;
  const paths = inputs.flatMap((input) => input.path ?? []);
  const output = file === null ? new StreamOutput(io.stdout) : await openFile(file, io.cwd, paths);
  try {
    const records: HealthRecord[] = [];
    let files = 0;
    await eachDocument(inputs, reading, options, settings, report, io, (document) => {
      files++;
      for (const record of document.records) records.push(record);
    });
    if (files === 0 && file !== null) {
      report.error(file, 'not written, since no input could be read');
      await output.discard();
      return EXIT.failed;
    }
    const findings = auditRecords(records);
    const shown = options.all ? findings : findings.filter(({ verdict }) => WORTH_A_LOOK.has(verdict));
    const language: Language = settings.lang === 'zh' ? 'zh' : 'en';
    const chalk = chalkFor(io.stdout, io.env, (settings.color ?? true) && file === null);
    if (options.format === 'json') await output.write(`${JSON.stringify(shown, null, 1)}\n`);
    else if (options.format === 'csv') await output.write(await toCsv(shown, language));
    else for (const finding of shown) await output.write(described(finding, language, chalk, widthOf(io.stdout, io.env)));
    await output.commit();
    report.note(summary(findings, files, records.length, report.errors, language));
    const contradictions = findings.some(({ verdict }) => verdict === 'inconsistent');
    return report.errors > 0 || (options.strict && contradictions) ? EXIT.failed : EXIT.done;
  } catch (error) {
    report.clear();
    await output.discard();
    throw error;
  }
}

const SIGNS: Readonly<Record<Verdict, string>> = { consistent: '✓', rounding: '≈', inconsistent: '✗', 'not-checkable': '?' };

function described(finding: Finding, language: Language, chalk: ReturnType<typeof chalkFor>, width: number): string {
  const colour = finding.verdict === 'inconsistent' ? chalk.red : finding.verdict === 'not-checkable' ? chalk.yellow : chalk.green;
  const check = language === 'zh' ? CHECKS_ZH[finding.check] : finding.check;
  const verdict = language === 'zh' ? VERDICTS_ZH[finding.verdict] : finding.verdict;
  const head = `${colour(`${SIGNS[finding.verdict]} ${verdict}`)} ${chalk.bold(check)}`;
  const lines = [head, ...wrap(finding.text[language], width - 2).map((line) => `  ${line}`)];
  // one quote a sentence, with the places of its figures
  const bySentence = new Map<string, Citation[]>();
  for (const cite of finding.cites) {
    const key = `${cite.file}\n${cite.sentence}`;
    bySentence.set(key, [...(bySentence.get(key) ?? []), cite]);
  }
  for (const cites of bySentence.values()) {
    const [first] = cites as [Citation, ...Citation[]];
    const places = cites.map(({ line, column }) => `${line}:${column}`).join(', ');
    lines.push(chalk.dim(`  ${first.file}:${places}`));
    lines.push(...wrap(first.sentence.replace(/\s+/gu, ' '), width - 4).map((line) => `    ${line}`));
  }
  return `${lines.join('\n')}\n\n`;
}

/** One row a finding, as the sheet of findings has them. */
async function toCsv(findings: readonly Finding[], language: Language): Promise<string> {
  const [{ stringify }, { findingColumns, findingRow }] = await Promise.all([
    import('csv-stringify/sync'),
    import('../../emit/finding-rows.js'),
  ]);
  const cell = (value: unknown): string =>
    value === null ? '' : typeof value === 'object' ? String((value as { text: string }).text) : String(value);
  return stringify([
    findingColumns(language).map(({ title }) => title),
    ...findings.map((finding) => findingRow(finding, language).map(cell)),
  ]);
}

function summary(findings: readonly Finding[], files: number, records: number, errors: number, language: Language): string {
  const of = (verdict: Verdict): number => findings.filter((finding) => finding.verdict === verdict).length;
  const failed = errors === 0 ? '' : `; ${count(errors, 'input')} failed`;
  if (language === 'zh') {
    const verdicts = VERDICTS.map((verdict) => `${VERDICTS_ZH[verdict]} ${of(verdict)}`).join('，');
    return `${files} 个文件，${records} 个数，核对 ${findings.length} 处：${verdicts}${failed}`;
  }
  const checks = CHECKS.filter((check) => findings.some((finding) => finding.check === check)).length;
  const verdicts = VERDICTS.map((verdict) => `${of(verdict)} ${verdict}`).join(', ');
  return `${count(files, 'file')}, ${count(records, 'record')}, ${count(findings.length, 'finding')} of ${count(checks, 'check')}: ${verdicts}${failed}`;
}
