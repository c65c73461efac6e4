// Extracts the reports it is given, and keeps what was compiled for it. A process of its own: nothing else must have been compiled.
import { keepCompiled, load } from '../../dist/cli/compiled.js';

process.argv.splice(2, 0, 'extract', '--jobs', '1');
await load('bin.cjs').done;
if (process.exitCode !== 0) throw new Error(`extract ended with ${process.exitCode}`);
keepCompiled();
