// Completion for fish: one function that answers with all candidates and what they mean.
import type { CompletedCommand, CompletedOption, Values } from '../completion.js';

export function fish(commands: readonly CompletedCommand[]): string {
  return `# Completion of healthx for fish, made by: healthx completion fish
function __healthx_complete
    set -l before (commandline -opc)
    set -l used (commandline -op)
    set -l current (commandline -ct)
    # the word that is being written is no option that was given
    set -l at (math (count $before) + 1)
    set -q used[$at]; and set -e used[$at]
    set -l command ''
    for word in $before[2..-1]
        if not string match -q -- '-*' $word
            set command $word
            break
        end
    end
    set -l options
    set -l option $before[-1]
    set -l prefix ''
    set -l value $current
    if contains -- -- $before
        set option ''
        set value $current
    else
        if string match -qr -- '^--[^=]+=' $current
            set option (string split -m 1 = -- $current)[1]
            set prefix "$option="
            set value (string split -m 1 = -- $current)[2]
        end
        switch "$command $option"
${commands.flatMap((command) => command.options.flatMap((option) => valueCase(command, option))).join('\n')}
        end
        if string match -q -- '-*' $current; and test -z "$prefix"
            switch $command
${commands.map(optionCase).join('\n')}
            end
            return
        end
    end
    switch $command
${commands.map(operandCase).join('\n')}
    end
end

# __healthx_option DESCRIPTION REPEATABLE FLAG… -- USED…: the flags, unless one of them was given
function __healthx_option
    set -l end (contains -i -- -- $argv)
    set -l flags $argv[3..(math $end - 1)]
    if test $argv[2] = no
        for flag in $flags
            contains -- $flag $argv[(math $end + 1)..-1]; and return
        end
    end
    for flag in $flags
        printf '%s\\t%s\\n' $flag $argv[1]
    end
end

function __healthx_files
    for path in (__fish_complete_path $argv[2])
        echo $argv[1]$path
    end
end

function __healthx_folders
    for path in (__fish_complete_directories $argv[2] '')
        echo $argv[1]$path
    end
end

complete -c healthx -e
complete -c healthx -f -a '(__healthx_complete)'
`;
}

function valueCase({ name }: CompletedCommand, { flags, value }: CompletedOption): string[] {
  if (value === null) return [];
  const patterns = flags.map((flag) => quote(`${name} ${flag}`)).join(' ');
  const answer = `                ${answers(value)}\n                return`;
  // a value that may be missing gives way to the next option
  const body = value.optional
    ? `                if not string match -q -- '-*' $current\n    ${answer.replace('\n', '\n    ')}\n                end`
    : answer;
  return [`            case ${patterns}\n${body}`];
}

function optionCase({ name, options }: CompletedCommand): string {
  const lines = options.map(
    ({ flags, description, repeatable }) =>
      `                    __healthx_option ${quote(description)} ${repeatable ? 'yes' : 'no'} ${flags.join(' ')} -- $used`,
  );
  return `                case ${quote(name)}\n${lines.join('\n')}`;
}

function operandCase(command: CompletedCommand, _i: number, commands: readonly CompletedCommand[]): string {
  const { name, operand } = command;
  if (!operand) return `        case ${quote(name)}`;
  const described = operand.kind === 'words' && operand.name === 'command';
  const lines = described
    ? commands.slice(1).map((other) => `            printf '%s\\t%s\\n' ${other.name} ${quote(other.summary)}`)
    : [`            ${answers(operand)}`];
  return `        case ${quote(name)}\n${lines.join('\n')}`;
}

function answers(values: Values): string {
  if (values.kind === 'words') return `printf '%s\\n' $prefix{${values.words.join(',')}}`;
  return { files: '__healthx_files "$prefix" "$value"', folders: '__healthx_folders "$prefix" "$value"', free: 'true' }[values.kind];
}

const quote = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
