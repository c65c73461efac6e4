// Asks the real shells what they would offer, with the script that `healthx completion` prints.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { folder, run } from './run.js';

export type Shell = 'bash' | 'zsh' | 'fish';

export const installed = (shell: Shell): boolean => spawnSync(shell, ['-c', 'exit'], { stdio: 'ignore' }).status === 0;

/** What `shell` offers where the cursor stands between `left` and `right`, in a folder with these files; sorted. */
export async function offered(shell: Shell, left: string, right = '', files: Record<string, string> = {}): Promise<string[]> {
  const { out: script } = await run(['completion', shell]);
  const cwd = folder({ ...files, '.test/script': script });
  const found = { bash: inBash, zsh: inZsh, fish: inFish }[shell](cwd, left, right);
  // --domain=tcm and tcm are the same answer; folders end in a slash or not
  return [...new Set(found.map((word) => word.replace(/^--[^=]+=/u, '').replace(/\/$/u, '')))].filter((word) => word !== '.test').sort();
}

/** Readline parts words at = as well, and completes names of files where the function leaves that to it. */
function inBash(cwd: string, left: string, right: string): string[] {
  const words = (text: string): string[] => text.split(/ +|(?==)|(?<==)/u);
  const before = words(left);
  const given = [...before, ...words(right).filter((word) => word !== '')];
  const harness = `
    default=1 dirnames=''
    compopt() { [[ "$*" == *'+o default'* ]] && default=''; [[ "$*" == *dirnames* ]] && dirnames=1; }
    source .test/script
    COMP_CWORD=$1; shift; COMP_WORDS=("$@"); cur=\${COMP_WORDS[COMP_CWORD]}
    _healthx
    if (( \${#COMPREPLY[@]} )); then printf '%s\\n' "\${COMPREPLY[@]}"
    elif [[ $dirnames ]]; then compgen -d -- "\${cur#=}"
    elif [[ $default ]]; then compgen -f -- "\${cur#=}"
    fi`;
  return lines('bash', ['--norc', '-c', harness, 'bash', String(before.length - 1), ...given], cwd);
}

function inFish(cwd: string, left: string, right: string): string[] {
  // complete -C knows no cursor inside a line: commandline stands in for it, and what does not begin as the word does is left out here
  const begun = left.slice(left.lastIndexOf(' ') + 1);
  const harness = `
    source .test/script
    if test -n "$argv[2]"
        function commandline
            switch $argv[1]
                case -opc; string split ' ' -- $left[1..-2]
                case -op; string split ' ' -- $left $right
                case -ct; echo $left[-1]
            end
        end
        set -g left (string split ' ' -- $argv[1])
        set -g right (string split -n ' ' -- $argv[2])
        __healthx_complete
    else
        complete -C "$argv[1]"
    end`;
  return lines('fish', ['--no-config', '-c', harness, left, right], cwd).flatMap((line) => {
    const [word = ''] = line.split('\t');
    return word.startsWith(begun) ? [word] : [];
  });
}

/** zsh completes only in its line editor: it runs on a terminal of its own, Tab is typed, and what is added to the list goes to a file. */
function inZsh(cwd: string, left: string, right: string): string[] {
  const file = (name: string, text: string): void => writeFileSync(path.join(cwd, '.test', name), text);
  file(
    'init',
    `PROMPT=; bindkey -e; bindkey '^I' complete-word
    autoload -Uz compinit; compinit -u -D
    source .test/script
    zstyle ':completion:*' insert-tab false
    compadd() {
      if [[ \${@[1,(i)(-|--)]} == *-(O|A|D)\\ * ]]; then builtin compadd "$@"; return; fi
      local -a hits
      builtin compadd -A hits "$@"
      (( $#hits )) && print -rl -- $hits >> .test/found
      builtin compadd "$@"
    }
    finish() { : > .test/done }
    comppostfuncs=(finish)
    print READY`,
  );
  file(
    'drive',
    `zmodload zsh/zpty
    zpty z zsh -f -i
    zpty -w z 'source .test/init'
    zpty -r -m z line '*READY*'
    zpty -n -w z "$1$2"
    for (( i = 0; i < \${#2}; i++ )) zpty -n -w z $'\\002'
    zpty -n -w z $'\\t'
    repeat 200; do zpty -r -t z line; [[ -f .test/done ]] && break; sleep 0.05; done
    zpty -d z`,
  );
  lines('zsh', ['-f', '.test/drive', left, right], cwd);
  if (!existsSync(path.join(cwd, '.test', 'done'))) throw new Error('zsh did not answer');
  const found = path.join(cwd, '.test', 'found');
  return existsSync(found) ? readFileSync(found, 'utf8').split('\n').filter(Boolean) : [];
}

function lines(command: string, argv: readonly string[], cwd: string): string[] {
  const { status, stdout, stderr } = spawnSync(command, argv, { cwd, encoding: 'utf8', timeout: 20_000 });
  if (status === null || stderr !== '') throw new Error(`${command}: ${stderr || 'did not end'}`);
  return stdout.split('\n').filter(Boolean);
}
