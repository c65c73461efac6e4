// Completion for bash, from 3.2 (macOS) on and without the package bash-completion.
import type { CompletedCommand, CompletedOption, Values } from '../completion.js';

export function bash(commands: readonly CompletedCommand[]): string {
  return `# Completion of healthx for bash, made by: healthx completion bash
_healthx() {
  local IFS=$' \\t\\n' cur=\${COMP_WORDS[COMP_CWORD]} option='' prefix='' command='' ended='' used=' ' offered=''
  local groups='' operands=none operand_words='' kind='' words='' word group flag taken i
  COMPREPLY=()

  # where = parts words, --domain=tc comes as three of them
  if [[ $cur == '=' ]]; then
    option=\${COMP_WORDS[COMP_CWORD-1]} cur=''
  elif [[ \${COMP_WORDS[COMP_CWORD-1]} == '=' ]]; then
    option=\${COMP_WORDS[COMP_CWORD-2]}
    # --report junit=FILE
    [[ $option == -* ]] || kind=files
  elif [[ $cur == --*=* ]]; then
    option=\${cur%%=*} prefix=$option= cur=\${cur#*=}
  else
    option=\${COMP_WORDS[COMP_CWORD-1]}
  fi

  for (( i = 1; i < \${#COMP_WORDS[@]}; i++ )); do
    (( i == COMP_CWORD )) && continue
    word=\${COMP_WORDS[i]}
    if (( i < COMP_CWORD )); then
      if [[ $word == -- ]]; then ended=1; elif [[ -z $command && $word != -* ]]; then command=$word; fi
    fi
    used+="$word "
  done

  case $command in
${commands.map(commandCase).join('\n')}
  esac

  if [[ -z $kind && -z $ended ]]; then
    case "$command $option" in
${commands.flatMap((command) => command.options.flatMap((option) => valueCase(command, option))).join('\n')}
    esac
  fi

  if [[ -z $kind && -z $ended && -z $prefix && $cur == -* ]]; then
    compopt +o default 2>/dev/null
    for group in $groups; do
      taken=''
      if [[ $group != *+ ]]; then
        for flag in \${group//|/ }; do [[ $used == *" $flag "* ]] && taken=1; done
      fi
      group=\${group%+}
      [[ -n $taken ]] || offered+=" \${group//|/ }"
    done
    COMPREPLY=( $(compgen -W "$offered" -- "$cur") )
    return
  fi
  [[ -n $kind ]] || { kind=$operands words=$operand_words; }
  case $kind in
    words)
      compopt +o default 2>/dev/null
      COMPREPLY=( $(compgen -P "$prefix" -W "$words" -- "$cur") ) ;;
    # with no answer of ours, readline completes the names of files
    files) [[ -z $prefix ]] || COMPREPLY=( $(compgen -P "$prefix" -f -- "$cur") ) ;;
    folders) compopt +o default -o dirnames 2>/dev/null ;;
    *) compopt +o default 2>/dev/null ;;
  esac
}
complete -o default -F _healthx healthx
`;
}

function commandCase({ name, options, operand }: CompletedCommand): string {
  const groups = options.map(({ flags, repeatable }) => flags.join('|') + (repeatable ? '+' : '')).join(' ');
  const words = operand?.kind === 'words' ? ` operand_words='${operand.words.join(' ')}'` : '';
  return `    ${name === '' ? "''" : name}) groups='${groups}' operands=${operand?.kind ?? 'none'}${words} ;;`;
}

function valueCase({ name }: CompletedCommand, { flags, value }: CompletedOption): string[] {
  if (value === null) return [];
  const pattern = flags.map((flag) => `'${name} ${flag}'`).join('|');
  // a value that may be missing gives way to the next option
  return [`      ${pattern}) ${value.optional ? '[[ $cur == -* ]] || ' : ''}${assignment(value)} ;;`];
}

const assignment = (values: Values): string => `kind=${values.kind}${values.kind === 'words' ? ` words='${values.words.join(' ')}'` : ''}`;
