// Completion against the help, and in the shells themselves.
import { describe, expect, it } from 'vitest';
import { completionTable } from '../../dist/cli/completion.js';
import { isRepeatable } from '../../dist/cli/option-values.js';
import { buildProgram } from '../../dist/cli/program.js';
import { COLUMNS, DOMAINS } from '../../dist/index.js';
import { ENCODINGS } from '../../dist/read/encoding.js';
import { Collector, run } from './run.js';
import { installed, offered, type Shell } from './shells.js';

const io = { stdin: process.stdin, stdout: new Collector(), stderr: new Collector(), env: {}, cwd: '.' };
const program = buildProgram(io, () => {});
const table = completionTable(program);
const commands = table.map((command) => command.name).filter(Boolean);

/** The flags that the help of a command names. */
async function flagsOfHelp(command: string): Promise<string[]> {
  const { out } = await run(command === 'help' ? ['help', 'help'] : command ? [command, '--help'] : ['--help']);
  const [, options = ''] = /^Options:\n((?: .*\n)+)/mu.exec(out) ?? [];
  return [...options.matchAll(/^ {2}((?:-\w, )?--[\w-]+)/gmu)].flatMap((match) => (match[1] as string).split(', ')).sort();
}

/** What the help says of an option: all its lines in one. */
async function helpOf(command: string, flag: string): Promise<string> {
  const { out } = await run([command, '--help']);
  const lines = out.split('\n');
  const first = lines.findIndex((line) => new RegExp(`^ {2}(?:-\\w, )?${flag}\\b`, 'u').test(line));
  const rest = lines.slice(first + 1).findIndex((line) => !/^ {10}/u.test(line));
  return lines
    .slice(first, first + 1 + rest)
    .map((line) => line.trim())
    .join(' ');
}

it('knows the commands of the help', async () => {
  const { out } = await run(['--help']);
  const [, list = ''] = /^Commands:\n((?: .*\n)+)/mu.exec(out) ?? [];
  expect(commands).toEqual([...list.matchAll(/^ {2}(\w+)/gmu)].map((match) => match[1]));
});

it('knows as repeatable what the help calls so', async () => {
  for (const command of program.commands) {
    for (const option of command.options) {
      const said = (await helpOf(command.name(), option.long ?? '')).includes('(repeatable)');
      expect([command.name(), option.flags, isRepeatable(option) && !option.variadic]).toEqual([command.name(), option.flags, said]);
    }
  }
});

it('knows the choices of the help', async () => {
  for (const { name, options } of table.slice(1)) {
    for (const { flags, value } of options) {
      const [, choices] = /\(choices: (.*?)(?:, default|\))/u.exec(await helpOf(name, flags.at(-1) ?? '')) ?? [];
      if (choices === undefined) continue;
      expect(value).toMatchObject({ kind: 'words', words: choices.split(', ').map((choice) => choice.replaceAll('"', '')) });
    }
  }
});

it('wants a shell that it knows', async () => {
  for (const argv of [['completion'], ['completion', 'tcsh']]) {
    expect(await run(argv)).toMatchObject({ code: 2, out: '' });
  }
  expect((await run(['completion', 'tcsh'])).err).toMatch(/Allowed choices are bash, zsh, fish/u);
});

const files = { 'report.txt': '', 'notes.txt': '', 'folder/inner.txt': '' };

describe.each<Shell>(['bash', 'zsh', 'fish'])('in %s', (shell) => {
  const present = installed(shell);
  const test = (name: string, run: () => Promise<void>): void =>
    it(name, async (context) => {
      context.skip(!present, `${shell} is not installed`);
      await run();
    }, 60_000);

  test('each option of the help of each command is offered, and no other', async () => {
    for (const command of ['', ...commands.filter((name) => name !== 'help')]) {
      const line = command ? `healthx ${command} -` : 'healthx -';
      expect([command, await offered(shell, line)]).toEqual([command, await flagsOfHelp(command)]);
    }
  });

  for (const [left, right, expected] of [
    ['healthx ', '', [...commands].sort()],
    ['healthx ex', '', ['explain', 'extract']],
    ['healthx help ex', '', ['explain', 'extract']],
    ['healthx completion ', '', ['bash', 'fish', 'zsh']],
    ['healthx extract -f ', '', ['csv', 'json', 'ndjson', 'table', 'xlsx']],
    ['healthx extract --format nd', '', ['ndjson']],
    ['healthx explain -f ', '', ['json', 'text']],
    ['healthx schema -f t', '', ['table-schema']],
    ['healthx extract --domain=', '', [...DOMAINS].sort()],
    ['healthx extract --domain=tc', '', ['tcm']],
    ['healthx lexicon --domain health-p', '', ['health-poverty-relief']],
    ['healthx extract --encoding ', '', [...ENCODINGS].sort()],
    ['healthx extract --segmenter ', '', ['intl', 'jieba']],
    ['healthx validate --report ', '', ['github', 'junit', 'markdown']],
    ['healthx validate --only value', '', COLUMNS.filter((name) => name.startsWith('value'))],
    // in the middle of a line
    ['healthx extract -f ', ' report.txt', ['csv', 'json', 'ndjson', 'table', 'xlsx']],
    ['healthx extract --segm', ' report.txt', ['--segmenter']],
    ['healthx val', ' folder', ['validate']],
    // once given, no more, unless it may be given again
    ['healthx extract --quiet --q', '', []],
    ['healthx extract -q --q', '', []],
    ['healthx extract --rules a.json --rul', '', ['--rules']],
    ['healthx validate --report junit --rep', '', ['--report']],
    // files and folders
    ['healthx extract r', '', ['report.txt']],
    ['healthx extract -o n', '', ['notes.txt']],
    ['healthx extract --config=r', '', ['report.txt']],
    ['healthx lexicon --check n', '', ['notes.txt']],
    ['healthx validate f', '', ['folder']],
    ['healthx validate ', '', ['folder']],
    ['healthx extract --district ', '', []],
    ['healthx extract -- -', '', []],
  ] as const satisfies readonly (readonly [string, string, readonly string[]])[]) {
    test(`${left}|${right} offers ${expected.slice(0, 3).join(' ') || 'nothing'}`, async () => {
      expect(await offered(shell, left, right, files)).toEqual(expected);
    });
  }

  // _arguments of zsh looks at what stands before the cursor only
  if (shell !== 'zsh') {
    test('what is given behind the cursor is not offered either', async () => {
      expect(await offered(shell, 'healthx extract --q', ' --quiet report.txt', files)).toEqual([]);
      expect(await offered(shell, 'healthx extract --ver', ' --quiet report.txt', files)).toEqual(['--verbose']);
    });
  }
});
