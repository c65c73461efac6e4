// Commands and options, and the help that comes of them (80 columns). The commands themselves are loaded when they are run.
import { readFileSync } from 'node:fs';
import { Command, InvalidArgumentError, Option } from 'commander';
import { FORMATS } from '../emit/index.js';
import type { SegmenterName } from '../segment/words.js';
import type { ExplainOptions } from './commands/explain.js';
import type { ExtractOptions } from './commands/extract.js';
import type { ValidateOptions } from './commands/validate.js';
import type { Io } from './io.js';

const SEGMENTERS: readonly SegmenterName[] = ['jieba', 'intl'];
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
For each NAME.txt in a folder there is to be a NAME.expected.json beside it: an
array of records, one a line, whose "file" is the path within the folder.

Examples:
  healthx validate                  compare the folder fixtures/reports
  healthx validate my-reports       compare a folder of your own
  healthx validate --update         take the present output as expected
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

  program
    .command('extract')
    .summary('records of the figures in reports')
    .description('Reads reports (UTF-8 text) and prints a record for each figure.')
    .argument('[inputs...]', 'files or quoted globs; - or nothing reads standard input')
    .addOption(new Option('-f, --format <name>', 'output format').choices(FORMATS).default('csv'))
    .option('-o, --output <file>', 'write to a file, which appears whole or not at all')
    .option('--district <name|code>', 'the place the reports are about')
    .option('--year <yyyy>', 'the year all the figures are about', year)
    .option('--domain <code>', 'the subject area of all the figures, e.g. disease-control')
    .addOption(new Option('--segmenter <name>', 'jieba, or intl, which needs no native module').choices(SEGMENTERS).default('jieba'))
    .option('-q, --quiet', 'say nothing but errors')
    .option('--no-color', 'no colour (NO_COLOR and FORCE_COLOR are honoured, too)')
    .addHelpText('after', EXAMPLES + EXIT_CODES)
    .action(async (inputs: string[], options: ExtractOptions) => {
      const { extract } = await import('./commands/extract.js');
      done(await extract(inputs, options, io));
    });

  program
    .command('validate')
    .summary('compare extractions with the expected records')
    .description('Compares what is extracted from the reports of a folder with what is expected.')
    .argument('[folders...]', 'folders of reports (default: fixtures/reports)')
    .option('--update', 'rewrite the expected records')
    .option('-q, --quiet', 'print differences and errors only')
    .option('--no-color', 'no colour (NO_COLOR and FORCE_COLOR are honoured, too)')
    .addHelpText('after', VALIDATE_NOTES + EXIT_CODES)
    .action(async (folders: string[], options: ValidateOptions) => {
      const { validate } = await import('./commands/validate.js');
      done(await validate(folders, options, io));
    });

  program
    .command('explain')
    .summary('why each number became a record, or none')
    .description('Explains every number of a report, of one line of it, or of a sentence given in quotes.')
    .argument('<target...>', 'a file, a file and a line (FILE:LINE), or a text')
    .addOption(new Option('-f, --format <name>', 'text or json').choices(['text', 'json']).default('text'))
    .addOption(new Option('--segmenter <name>', 'jieba, or intl, which needs no native module').choices(SEGMENTERS).default('jieba'))
    .option('--no-color', 'no colour (NO_COLOR and FORCE_COLOR are honoured, too)')
    .addHelpText('after', EXPLAIN_NOTES + EXIT_CODES)
    .action(async (inputs: string[], options: ExplainOptions) => {
      const { explain } = await import('./commands/explain.js');
      done(await explain(inputs, options, io));
    });

  program
    .command('schema')
    .summary('JSON Schema of the record')
    .description('Prints the JSON Schema of a record: its fields, their types and their codes.')
    .addHelpText('after', '\nExample:\n  healthx schema > healthx-record.schema.json\n')
    .action(async () => {
      const { schema } = await import('./commands/schema.js');
      done(await schema(io));
    });

  return program;
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
