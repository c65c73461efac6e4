// Commands and options, and the help that comes of them (80 columns). The commands themselves are loaded when they are run.
import { readFileSync } from 'node:fs';
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { FORMATS } from '../emit/index.js';
import type { Shell } from './commands/completion.js';
import type { ExplainOptions } from './commands/explain.js';
import type { ExtractOptions } from './commands/extract.js';
import type { LexiconOptions } from './commands/lexicon.js';
import type { SchemaOptions } from './commands/schema.js';
import type { TextOptions } from './commands/text.js';
import type { ValidateOptions } from './commands/validate.js';
import type { SettingFlags, SettingName, Settings } from './config.js';
import { EXIT, type Io } from './io.js';
import { collect, collectNames } from './option-values.js';
import { REPORTS } from './reports/index.js';

const SEGMENTERS = ['jieba', 'intl'];
const SHELLS: readonly Shell[] = ['bash', 'zsh', 'fish'];
const SCHEMA_FORMATS: readonly SchemaOptions['format'][] = ['json-schema', 'table-schema', 'data-package'];
const YEARS = [1949, 2100] as const;
const HELP_WIDTH = 80;

const EXIT_CODES = `
Exit codes:
  0    done, also where nothing was found (a note on stderr says so)
  1    done, but some input failed, or a check found differences
  2    could not run: wrong usage, no input matched, output not writable
  130  interrupted
`;

const EXAMPLES = `
Examples:
  healthx extract 2018年工作总结.txt > figures.csv
  healthx extract "reports/**/*.txt" -f ndjson -o figures.ndjson
  healthx extract report.txt -f table
  pdftotext report.pdf - | healthx extract --district 双流区 --year 2018
`;

const VALIDATE_NOTES = `
For each report in a folder (text, HTML, Word, PDF, Excel) there is to be a
NAME.expected.json beside it: an array of records, one a line, whose "file" is
the path within the folder. Records are matched by their place in the text.

A report without a file takes the place of the text on standard output.
What is passed over (--ignore, --only, --tolerance, or "validate" in
healthx.config.json) is named in every output.

Examples:
  healthx validate                  compare the folder fixtures/reports
  healthx validate my-reports       compare a folder of your own
  healthx validate --update         take the present output as expected
  healthx validate --report junit=junit.xml --report markdown=summary.md
  healthx validate --ignore id,rule,partOf --tolerance 0.5%
`;

const LEXICON_NOTES = `
WORD is a part of a name, of an alias or of an id; one that fits a single
indicator shows all of it.

Examples:
  healthx lexicon 签约率
  healthx lexicon --domain tcm
  healthx lexicon -f csv > lexicon.csv
  healthx lexicon --units 人次
  healthx lexicon --check my-pack.json
`;

const SCHEMA_NOTES = `
json-schema describes a record of JSON and NDJSON, table-schema the columns of
the CSV (Frictionless Table Schema), data-package CSV files with columns, size
and hash (datapackage.json, which lies in the folder of the files).

Examples:
  healthx schema > healthx-record.schema.json
  healthx schema -f table-schema > healthx-table.schema.json
  healthx schema -f data-package figures.csv -o datapackage.json
`;

const COMPLETION_NOTES = `
Examples, each for all shells that are started from then on:
  healthx completion bash > ~/.local/share/bash-completion/completions/healthx
  healthx completion zsh > "\${fpath[1]}/_healthx"
  healthx completion fish > ~/.config/fish/completions/healthx.fish
Where bash has no package bash-completion, add to ~/.bashrc in place of it:
  source <(healthx completion bash)
`;

const SETTINGS_NOTES = `
Settings: flags, then HEALTHX_FORMAT, HEALTHX_RULES and so on, then the nearest
healthx.config.json upward from the working folder, then your own config.json
(~/.config/healthx). --print-config shows each and where it comes from.
`;

const TEXT_NOTES = `
An ndjson line holds id (the input's name), text, kind, and of a page of the web
title, published, source and issuer; of a PDF the offsets of its pages.

Examples:
  healthx text report.pdf > report.txt
  healthx text "pages/*.html" -f ndjson > pages.ndjson
`;

const EXPLAIN_NOTES = `
Examples:
  healthx explain "全县孕产妇系统管理率96.3%,较上年提高1.2个百分点。"
  healthx explain report.txt:12
  healthx explain report.txt -f json
`;

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

  withSettings(program.command('extract'))
    .summary('records of the figures in reports')
    .description('Reads reports (text, HTML, Word, PDF, Excel) and prints a record for each figure.')
    .argument('[inputs...]', 'files or quoted globs; - or nothing reads standard input')
    .addOption(new Option('-f, --format <name>', 'output format').choices(FORMATS).default('csv'))
    .option('-o, --output <file>', 'write to a file, which appears whole or not at all')
    .option('--encoding <encoding>', 'of text inputs, where it is detected wrongly: GBK, Big5 …')
    .option('--verbose', 'say how each input was read')
    .option('--district <name|code>', 'the place the reports are about')
    .option('--year <yyyy>', 'the year all the figures are about', year)
    .option('--domain <code>', 'the subject area of all the figures, e.g. disease-control')
    .addOption(segmenterOption())
    .option('-q, --quiet', 'say nothing but errors')
    .option('--no-color', 'no colour (NO_COLOR and FORCE_COLOR are honoured, too)')
    .addHelpText('after', EXAMPLES + SETTINGS_NOTES + EXIT_CODES)
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

const SETTINGS: readonly SettingName[] = ['format', 'district', 'year', 'domain', 'segmenter', 'quiet', 'color'];
/** Commands whose --format is another one than that of extract. */
const OWN_FORMAT: ReadonlySet<string> = new Set(['explain', 'lexicon']);

const withSettings = (command: Command): Command =>
  command
    .option('--rules <pack>', 'your own indicators, units and places (repeatable)', collect)
    .option('--config <file>', 'a configuration file in place of the one found')
    .option('--no-config', 'no configuration file')
    .option('--print-config', 'print the settings and where they come from, and do nothing');

const segmenterOption = (): Option =>
  new Option('--segmenter <name>', 'jieba, or intl, which needs no native module').choices(SEGMENTERS).default('jieba');

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
