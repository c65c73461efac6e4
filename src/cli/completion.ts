// What can be completed, read from commander's own table of commands and options: there is no second list to keep. The scripts that the shells run
// are made of it in completion/.
import type { Argument, Command, Option } from 'commander';
import { ASPECTS, COLUMNS, DOMAINS, KINDS } from '../model/record.js';
import { PIVOT_DIMENSIONS } from '../pivot/dimensions.js';
import { ENCODINGS } from '../read/encoding.js';
import { isRepeatable } from './option-values.js';

/** What may stand in a place: some words, a file, a folder, or what the user alone knows. */
export type Values = { readonly kind: 'words'; readonly words: readonly string[] } | { readonly kind: 'files' | 'folders' | 'free' };

export interface CompletedOption {
  /** `-f`, `--format` */
  readonly flags: readonly string[];
  readonly description: string;
  readonly repeatable: boolean;
  /** Null where it takes none. */
  readonly value: (Values & { readonly name: string; readonly optional: boolean }) | null;
}

export interface CompletedCommand {
  /** Empty for the program itself. */
  readonly name: string;
  readonly summary: string;
  readonly options: readonly CompletedOption[];
  /** What may stand there besides options; null where nothing may. */
  readonly operand: (Values & { readonly name: string; readonly variadic: boolean }) | null;
}

/** By the name in <…> or […], where there are no choices. A new name is to be entered: a test asks for it. */
const BY_PLACEHOLDER: Readonly<Record<string, Values>> = {
  file: { kind: 'files' },
  files: { kind: 'files' },
  inputs: { kind: 'files' },
  target: { kind: 'files' },
  pack: { kind: 'files' },
  packs: { kind: 'files' },
  folders: { kind: 'folders' },
  code: { kind: 'words', words: DOMAINS },
  encoding: { kind: 'words', words: ENCODINGS },
  fields: { kind: 'words', words: COLUMNS },
  records: { kind: 'files' },
  dimensions: { kind: 'words', words: PIVOT_DIMENSIONS.map(({ name }) => name) },
  kinds: { kind: 'words', words: [...KINDS, 'all'] },
  aspects: { kind: 'words', words: [...ASPECTS, 'all'] },
  domains: { kind: 'words', words: DOMAINS },
  word: { kind: 'free' },
  'name|code': { kind: 'free' },
  yyyy: { kind: 'free' },
  amount: { kind: 'free' },
  n: { kind: 'words', words: ['auto', '1', '2', '4', '8'] },
  words: { kind: 'free' },
};

/** The program first, then its commands in the order of the help. */
export function completionTable(program: Command): CompletedCommand[] {
  const help = program.createHelp();
  const commands = help.visibleCommands(program);
  const names = commands.map((command) => command.name());
  const options = (command: Command): CompletedOption[] => help.visibleOptions(command).map(completedOption);
  const ofCommands: Values = { kind: 'words', words: names };
  return [
    { name: '', summary: '', options: options(program), operand: { ...ofCommands, name: 'command', variadic: false } },
    ...commands.map((command) => {
      const [argument] = command.registeredArguments;
      const operand = argument && {
        ...(argument.name() === 'command' ? ofCommands : valuesOf(argument, argument.name())),
        name: argument.name(),
        variadic: argument.variadic,
      };
      return {
        name: command.name(),
        summary: command.summary() || command.description(),
        options: options(command),
        operand: operand ?? null,
      };
    }),
  ];
}

function completedOption(option: Option): CompletedOption {
  const name = placeholder(option);
  return {
    flags: [option.short, option.long].flatMap((flag) => flag ?? []),
    description: option.description,
    repeatable: isRepeatable(option),
    value: name === null ? null : { ...valuesOf(option, name), name, optional: !option.required },
  };
}

/** `-f, --format <name>` → name */
function placeholder({ flags, required, optional }: Option): string | null {
  if (!required && !optional) return null;
  return /[<[](.+?)(?:\.\.\.)?[>\]]$/u.exec(flags)?.[1] ?? '';
}

function valuesOf({ argChoices }: Option | Argument, name: string): Values {
  if (argChoices) return { kind: 'words', words: argChoices };
  const known = BY_PLACEHOLDER[name];
  if (!known) throw new Error(`completion: what does <${name}> stand for? Enter it in BY_PLACEHOLDER`);
  return known;
}
