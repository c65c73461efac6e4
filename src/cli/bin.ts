// The process around main: its streams, signals and exit code.
import type { Io } from './io.js';
import { main } from './main.js';

const controller = new AbortController();
// once: a second Ctrl-C ends the process at once
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => controller.abort(name));

const io: Io = {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  cwd: process.cwd(),
  signal: controller.signal,
};
/** Settled when the command is done. Never rejected. */
export const done: Promise<void> = main(process.argv.slice(2), io).then((code) => {
  process.exitCode = code;
});
