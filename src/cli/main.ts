// The outer ring: arguments in, exit code out. Nothing below ends the process.
import { CommanderError } from 'commander';
import { UserError } from '../model/message.js';
import { EXIT, type Io } from './io.js';
import { ClosedPipe } from './output.js';
import { buildProgram } from './program.js';

/** Runs healthx with the arguments after the program's name. Resolves to the exit code; never throws. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  // without a listener, a closed pipe would be an uncaught exception; StreamOutput adds its own, which tells the command
  io.stdout.on('error', () => {});
  io.stderr.on('error', () => {});
  let code: number = EXIT.done;
  const program = buildProgram(io, (result) => {
    code = result;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (io.signal?.aborted) return io.signal.reason === 'SIGTERM' ? EXIT.terminated : EXIT.interrupted;
    if (error instanceof ClosedPipe) return EXIT.done;
    // commander has said what was wrong, or printed the help or version that was asked for
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.unusable;
    const text =
      error instanceof UserError ? error.message : `this is a bug, please report it\n${error instanceof Error ? error.stack : error}`;
    io.stderr.write(`healthx: ${text}\n`);
    return EXIT.unusable;
  }
}
