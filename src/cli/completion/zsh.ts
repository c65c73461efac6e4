// Completion for zsh: the specifications of _arguments, which knows itself what was given already.
import type { CompletedCommand, CompletedOption, Values } from '../completion.js';

export function zsh([program, ...commands]: readonly CompletedCommand[]): string {
  return `#compdef healthx
# Completion of healthx for zsh, made by: healthx completion zsh
_healthx() {
  local context state state_descr line
  local -a commands
  typeset -A opt_args
  _arguments -C -S \\
${(program?.options ?? []).flatMap(specifications).map(quoted).join('')}    '1:command:->command' \\
    '*::argument:->argument' && return
  case $state in
    command)
      commands=(
${commands.map(({ name, summary }) => `        ${quote(`${name}:${summary}`)}\n`).join('')}      )
      _describe -t commands command commands ;;
    argument)
      case $line[1] in
${commands.map(argumentCase).join('')}      esac ;;
  esac
}
# loaded from a folder of fpath, or with source
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _healthx "$@"; else compdef _healthx healthx; fi
`;
}

function argumentCase({ name, options, operand }: CompletedCommand): string {
  const operands = operand ? [`${operand.variadic ? '*' : '1'}:${operand.name}:${action(operand)}`] : [];
  const all = [...options.flatMap(specifications), ...operands].map((spec) => `            ${quote(spec)}`);
  return `        ${name})\n          _arguments -S \\\n${all.join(' \\\n')} ;;\n`;
}

/** `(-f --format)--format=[output format]:name:(csv json)` */
function specifications({ flags, description, repeatable, value }: CompletedOption): string[] {
  const excluded = repeatable ? '*' : `(${flags.join(' ')})`;
  const text = description.replace(/[\\[\]]/gu, '\\$&');
  return flags.map((flag) => {
    const joint = value && !value.optional && flag.startsWith('--') ? '=' : '';
    return `${excluded}${flag}${joint}[${text}]${value ? `${value.optional ? '::' : ':'}${value.name}:${action(value)}` : ''}`;
  });
}

function action(values: Values): string {
  if (values.kind === 'words') return `(${values.words.join(' ')})`;
  return { files: '_files', folders: '_directories', free: ' ' }[values.kind];
}

const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
const quoted = (spec: string): string => `    ${quote(spec)} \\\n`;
