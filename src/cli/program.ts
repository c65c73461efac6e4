// Commands and options, and the help that comes of them (80 columns). The commands themselves are loaded when they are run.
import { readFileSync } from 'node:fs';
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { FORMATS } from '../emit/index.js';
import { LANGUAGES } from '../emit/languages.js';
import type { AuditOptions } from './commands/audit.js';
import type { Shell } from './commands/completion.js';
import type { ExplainOptions } from './commands/explain.js';
import type { ExtractOptions } from './commands/extract.js';
import type { LexiconOptions } from './commands/lexicon.js';
import type { PivotOptions } from './commands/pivot.js';
import type { SchemaOptions } from './commands/schema.js';
import type { TextOptions } from './commands/text.js';
import type { ValidateOptions } from './commands/validate.js';
import type { ViewOptions } from './commands/view.js';
import type { SettingFlags, SettingName, Settings } from './config.js';
import type { Jobs } from './extraction/jobs.js';
import {
  AUDIT_NOTES,
  COMPLETION_NOTES,
  EXAMPLES,
  EXIT_CODES,
  EXPLAIN_NOTES,
  EXTRACT_EXAMPLES,
  EXTRACT_NOTES,
  LEXICON_NOTES,
  PIVOT_NOTES,
  SCHEMA_NOTES,
  SETTINGS_NOTES,
  TEXT_NOTES,
  VALIDATE_NOTES,
  VIEW_NOTES,
} from './help-texts.js';
import { EXIT, type Io } from './io.js';
import { collect, collectNames, isJobs, MOST_JOBS, YEARS } from './option-values.js';
import { PIVOT_FORMATS } from './pivot-formats.js';
import { REPORTS } from './reports/index.js';

const AUDIT_FORMATS: readonly AuditOptions['format'][] = ['text', 'json', 'csv'];
const SEGMENTERS = ['jieba', 'intl'];
const SHELLS: readonly Shell[] = ['bash', 'zsh', 'fish'];
const SCHEMA_FORMATS: readonly SchemaOptions['format'][] = ['json-schema', 'table-schema', 'data-package'];
const HELP_WIDTH = 80;

/** The program; `done` gets the exit code of the command that ran. */
export function buildProgram(io: Io, done: (code: number) => void): Command {
  const program = new Command('healthx');
  // before the commands, which inherit it
  program
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: (text, write) => write(text.replace(/^error: /u, 'healthx: ')),
      getOutHelpWidth: () => HELP_WIDTH,
      getErrHelpWidth: () => HELP_WIDTH,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .showHelpAfterError('(add --help for the options)')
    .description(
      'Finds the figures in Chinese health-administration reports: what was measured,\nhow much, where and when, each with its place in the text.',
    )
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('after', EXAMPLES + EXIT_CODES);

  withReading(
    withSettings(program.command('extract'))
      .summary('records of the figures in reports')
      .description('Reads reports (text, HTML, Word, PDF, Excel) and prints a record for each figure.')
      .argument('[inputs...]', 'files or quoted globs; - or nothing reads standard input')
      .addOption(new Option('-f, --format <name>', 'output format').choices(FORMATS).default('csv'))
      .option('-o, --output <file>', 'a file, or FOLDER/ for one file per input; whole or not at all')
      .addOption(languageOption())
      .option('--excel', 'CSV that Excel and WPS open as they should')
      .option('--columns <fields>', 'columns in this order, e.g. year,indicator,value,unit', names)
      .option('--skip-existing', 'leave out inputs whose file is in the FOLDER/ already')
      .addOption(
        new Option('--from <kind>', 'what a document is: a file, or a line of NDJSON').choices(['files', 'ndjson']).default('files'),
      )
      .option('--errors-as-data', 'with -f ndjson: {"id","error"} in place of a failed document')
      .option('-j, --jobs <n>', 'documents read at a time: a number, or auto (see below)', jobs, 'auto'),
  )
    .option('--no-color', 'no colour (NO_COLOR and FORCE_COLOR are honoured, too)')
    .addHelpText('after', EXTRACT_EXAMPLES + EXTRACT_NOTES + SETTINGS_NOTES + EXIT_CODES)
    .action(async (inputs: string[], options: ExtractOptions, command: Command) => {
      const settings = await settingsOf(command, io);
      if (!settings) return;
      const { extract } = await import('./commands/extract.js');
      done(await extract(inputs, options, settings, io));
    });

  withSettings(program.command('validate'))
    .summary('compare extractions with the expected records')
    .description('Compares what is extracted from the reports of a folder with what is expected.')
    .argument('[folders...]', 'folders of reports (default: fixtures/reports)')
    .option('--update', 'rewrite the expected records')
    .addOption(
      new Option('--report <kind[=file]>', 'a report for CI (repeatable)')
        .choices(REPORTS)
        // in place of the check of choices, which knows no files
        .argParser(collect),
    )
    .option('--ignore <fields>', 'fields that are not compared: rule,sentence (repeatable)', collectNames)
    .option('--only <fields>', 'fields that alone are compared: value,unit (repeatable)', collectNames)
    .option('--tolerance <amount>', 'how far values may be off: 0.5% (of the expected one) or 0.01')
    .option('-q, --quiet', 'print differences and errors only')
    .option('--no-color', 'no colour (NO_COLOR and FORCE_COLOR are honoured, too)')
    .addHelpText('after', VALIDATE_NOTES + EXIT_CODES)
    .action(async (folders: string[], options: ValidateOptions, command: Command) => {
      const settings = await settingsOf(command, io);
      if (!settings) return;
      const { validate } = await import('./commands/validate.js');
      done(await validate(folders, options, settings, io));
    });

  withConfig(program.command('pivot'))
    .summary('indicators by place and year, from records')
    .description('Makes a table of indicators by place and year from files of records\n(CSV, JSON or NDJSON as extract writes them).')
    .argument('[records...]', 'files or quoted globs; - or nothing reads standard input')
    .addOption(new Option('-f, --format <name>', 'output format').choices(PIVOT_FORMATS).default('csv'))
    .option('-o, --output <file>', 'write to a file, which appears whole or not at all')
    .addOption(listOption('--rows <dimensions>', 'what stands in the rows', ['indicator', 'unit']))
    .addOption(listOption('--across <dimensions>', 'what stands in the columns', ['place', 'year']))
    .addOption(listOption('--kind <kinds>', 'actual, target, standard, or all', ['actual']))
    .addOption(listOption('--aspect <aspects>', 'level, change, baseline, or all', ['level']))
    .option('--indicator <word>', 'a part of the name, or the id (repeatable)', collect)
    .option('--domain <domains>', 'subject areas, e.g. primary-care,tcm', names)
    .option('--whole-years', 'leave out half-years and other spans')
    .option('--conflicts <file>', 'write the cells that disagree as CSV, with sentences')
    .addOption(languageOption())
    .option('--excel', 'CSV that Excel and WPS open as they should')
    .option('-q, --quiet', 'say nothing but errors')
    .option('--no-color', 'no colour (NO_COLOR and FORCE_COLOR are honoured, too)')
    .addHelpText('after', PIVOT_NOTES + EXIT_CODES)
    .action(async (inputs: string[], options: PivotOptions, command: Command) => {
      const settings = await settingsOf(command, io);
      if (!settings) return;
      const { pivot } = await import('./commands/pivot.js');
      done(await pivot(inputs, options, settings, io));
    });

  withSettings(program.command('explain'))
    .summary('why each number became a record, or none')
    .description('Explains every number of a report, of one line of it, or of a sentence given in quotes.')
    .argument('<target...>', 'a file, a file and a line (FILE:LINE), or a text')
    .addOption(new Option('-f, --format <name>', 'text or json').choices(['text', 'json']).default('text'))
    .addOption(segmenterOption())
    .option('--no-color', 'no colour (NO_COLOR and FORCE_COLOR are honoured, too)')
    .addHelpText('after', EXPLAIN_NOTES + EXIT_CODES)
    .action(async (inputs: string[], options: ExplainOptions, command: Command) => {
      const settings = await settingsOf(command, io);
      if (!settings) return;
      const { explain } = await import('./commands/explain.js');
      done(await explain(inputs, options, settings, io));
    });

  withSettings(program.command('lexicon'))
    .summary('the indicators and units healthx knows')
    .description('Lists and searches the indicators, shows one, lists the units, checks a pack of rules.')
    .argument('[words...]', 'a word, an alias or an id')
    .addOption(new Option('-f, --format <name>', 'text, json or csv').choices(['text', 'json', 'csv']).default('text'))
    .option('--domain <code>', 'indicators of this subject area only')
    .option('--units', 'units in place of indicators')
    .option('--check [packs...]', 'check packs of rules (none: the built-in lexicon)')
    .addHelpText('after', LEXICON_NOTES + EXIT_CODES)
    .action(async (words: string[], options: LexiconOptions, command: Command) => {
      const settings = await settingsOf(command, io);
      if (!settings) return;
      const { lexicon } = await import('./commands/lexicon.js');
      done(await lexicon(words, options, settings, io));
    });

  withReading(
    withSettings(program.command('audit'))
      .summary('check the figures of reports against each other')
      .description(
        'Checks figures against each other: parts and totals, shares, changes, rates,\namounts per head, repeats. Each finding quotes what it is about.',
      )
      .argument('[inputs...]', 'files or quoted globs; - or nothing reads standard input')
      .addOption(new Option('-f, --format <name>', 'output format').choices(AUDIT_FORMATS).default('text'))
      .option('-o, --output <file>', 'write to a file, which appears whole or not at all')
      .option('--all', 'what agrees, too')
      .option('--strict', 'exit 1 where figures contradict each other')
      .addOption(languageOption()),
  )
    .option('--no-color', 'no colour (NO_COLOR and FORCE_COLOR are honoured, too)')
    .addHelpText('after', AUDIT_NOTES + SETTINGS_NOTES + EXIT_CODES)
    .action(async (inputs: string[], options: AuditOptions, command: Command) => {
      const settings = await settingsOf(command, io);
      if (!settings) return;
      const { audit } = await import('./commands/audit.js');
      done(await audit(inputs, options, settings, io));
    });

  withReading(
    withSettings(program.command('view'))
      .summary('a page that shows reports with their figures')
      .description(
        'Makes one HTML page of reports: their text with every figure marked, a table\nto sort, filter and export, what was left out and why, and plots.',
      )
      .argument('[inputs...]', 'files or quoted globs; - or nothing reads standard input')
      .option('-o, --output <file>', 'the page, which appears whole or not at all')
      .addOption(new Option('--lang <code>', "language of the page (default: the browser's)").choices(['zh', 'en'])),
  )
    .addHelpText('after', VIEW_NOTES + SETTINGS_NOTES + EXIT_CODES)
    .action(async (inputs: string[], options: ViewOptions, command: Command) => {
      const settings = await settingsOf(command, io);
      if (!settings) return;
      const { view } = await import('./commands/view.js');
      done(await view(inputs, options, settings, io));
    });

  program
    .command('text')
    .summary('the text of documents, as it is read')
    .description('Prints the text of documents: what the positions of records refer to.')
    .argument('[inputs...]', 'files or quoted globs; - or nothing reads standard input')
    .addOption(new Option('-f, --format <name>', 'text, or a JSON object a line').choices(['text', 'ndjson']).default('text'))
    .option('--encoding <encoding>', 'of text inputs, where it is detected wrongly: GBK, Big5 …')
    .option('--verbose', 'say how each input was read')
    .addHelpText('after', TEXT_NOTES)
    .action(async (inputs: string[], options: TextOptions) => {
      const { text } = await import('./commands/text.js');
      done(await text(inputs, options, io));
    });

  program
    .command('schema')
    .summary('JSON Schema and Table Schema of the record')
    .description('Prints what a record is: its fields, their types and their codes.')
    .argument('[files...]', 'CSV files that a data package is to describe')
    .addOption(new Option('-f, --format <name>', 'what to print').choices(SCHEMA_FORMATS).default('json-schema'))
    .option('-o, --output <file>', 'write to a file, which appears whole or not at all')
    .addHelpText('after', SCHEMA_NOTES)
    .action(async (files: string[], options: SchemaOptions) => {
      const { schema } = await import('./commands/schema.js');
      done(await schema(files, options, io));
    });

  program
    .command('completion')
    .summary('completion of commands and options by the shell')
    .description('Prints the script that lets a shell complete commands, options and codes.')
    .addArgument(new Argument('<shell>', 'the shell').choices(SHELLS))
    .addHelpText('after', COMPLETION_NOTES)
    .action(async (shell: Shell) => {
      const { completion } = await import('./commands/completion.js');
      done(await completion(shell, program, io));
    });

  return program;

  /** What flags, environment and configuration files say; null after --print-config, which has done all. */
  async function settingsOf(command: Command, io: Io): Promise<Settings | null> {
    const options = command.opts<SettingFlags & Record<string, unknown>>();
    const { describeSettings, effective, settingLayers } = await import('./config.js');
    const given = (source: string): Partial<Settings> =>
      Object.fromEntries(SETTINGS.filter((name) => command.getOptionValueSource(name) === source).map((name) => [name, options[name]]));
    const own = OWN_FORMAT.has(command.name());
    const pick = (values: Partial<Settings>): Partial<Settings> => {
      const { format, ...rest } = values;
      return own || format === undefined ? rest : values;
    };
    const layers = await settingLayers(pick(given('cli')), options, pick(given('default')), io);
    if (!options.printConfig) return effective(layers);
    io.stdout.write(`${JSON.stringify(describeSettings(layers), null, 2)}\n`);
    done(EXIT.done);
    return null;
  }
}

const SETTINGS: readonly SettingName[] = [
  'format',
  'district',
  'year',
  'domain',
  'segmenter',
  'lang',
  'excel',
  'columns',
  'jobs',
  'quiet',
  'color',
];
/** Commands whose --format is another one than that of extract. */
const OWN_FORMAT: ReadonlySet<string> = new Set(['audit', 'explain', 'lexicon', 'pivot']);

const withSettings = (command: Command): Command =>
  withConfig(command.option('--rules <pack>', 'your own indicators, units and places (repeatable)', collect));

const withConfig = (command: Command): Command =>
  command
    .option('--config <file>', 'a configuration file in place of the one found')
    .option('--no-config', 'no configuration file')
    .option('--print-config', 'print the settings and where they come from, and do nothing');

/** How inputs are read and what their text does not say, for commands that extract. */
const withReading = (command: Command): Command =>
  command
    .option('--encoding <encoding>', 'of text inputs, where it is detected wrongly: GBK, Big5 …')
    .option('--verbose', 'say how each input was read')
    .option('--district <name|code>', 'the place the reports are about')
    .option('--year <yyyy>', 'the year all the figures are about', year)
    .option('--domain <code>', 'the subject area of all the figures, e.g. disease-control')
    .addOption(segmenterOption())
    .option('-q, --quiet', 'say nothing but errors');

const segmenterOption = (): Option =>
  new Option('--segmenter <name>', 'jieba, or intl, which needs no native module').choices(SEGMENTERS).default('jieba');

function jobs(text: string): Jobs {
  if (text === 'auto') return text;
  const value = Number(text);
  if (!/^\d+$/u.test(text) || !isJobs(value)) {
    throw new InvalidArgumentError(`It must be a number from 1 to ${MOST_JOBS}, or auto.`);
  }
  return value;
}

const languageOption = (): Option =>
  new Option('--lang <code>', 'language of column names and codes (csv, xlsx, table)').choices(LANGUAGES);

const listOption = (flags: string, description: string, list: readonly string[]): Option =>
  new Option(flags, description).argParser(names).default(list, list.join(','));

/** `年份,指标` and `year, indicator` */
function names(text: string): string[] {
  const list = text
    .split(/[,，、]/u)
    .map((name) => name.trim())
    .filter(Boolean);
  if (list.length === 0) throw new InvalidArgumentError('It must be a list of names, with commas between them.');
  return list;
}

function year(text: string): number {
  const value = Number(text);
  if (!/^\d{4}$/u.test(text) || value < YEARS[0] || value > YEARS[1]) {
    throw new InvalidArgumentError(`It must be a year from ${YEARS[0]} to ${YEARS[1]}.`);
  }
  return value;
}

function version(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
  return version;
}
