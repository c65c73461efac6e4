// healthx completion: the script that teaches a shell the commands, options and codes.
import type { Command } from 'commander';
import { type CompletedCommand, completionTable } from '../completion.js';
import { EXIT, type Io } from '../io.js';
import { StreamOutput } from '../output.js';

export type Shell = 'bash' | 'zsh' | 'fish';

const SCRIPTS: Readonly<Record<Shell, () => Promise<(commands: readonly CompletedCommand[]) => string>>> = {
  bash: async () => (await import('../completion/bash.js')).bash,
  zsh: async () => (await import('../completion/zsh.js')).zsh,
  fish: async () => (await import('../completion/fish.js')).fish,
};

export async function completion(shell: Shell, program: Command, io: Io): Promise<number> {
  const output = new StreamOutput(io.stdout);
  await output.write((await SCRIPTS[shell]())(completionTable(program)));
  await output.commit();
  return EXIT.done;
}
