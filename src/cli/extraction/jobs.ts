// How many documents are read at a time.
import { availableParallelism } from 'node:os';
import type { Input } from '../../read/inputs.js';
import { fileSizes } from './source.js';

export type Jobs = number | 'auto';

/** A worker has to have so much to read before its start-up pays, in bytes of input: the engine compiles the program anew in each. */
const WORTH = 4 * 2 ** 20;
/** A machine has other users, and each worker takes memory. Who wants more says so. */
const MOST = 8;
const AT_A_TIME = 256;

/** As many workers as there are cores and work for; 1 is the program's own thread. One document is never divided. */
export async function workersFor(jobs: Jobs, inputs: readonly Input[], documentPerInput: boolean): Promise<number> {
  if (documentPerInput && inputs.length < 2) return 1;
  const most = documentPerInput ? inputs.length : Number.POSITIVE_INFINITY;
  if (jobs !== 'auto') return Math.min(jobs, most);
  // an engine that pipes lines through runs as many of these as it has cores
  if (!documentPerInput && inputs.some(({ path }) => path === null)) return 1;
  const limit = Math.min(availableParallelism(), MOST, most);
  let bytes = 0;
  for (let from = 0; from < inputs.length && bytes < limit * WORTH; from += AT_A_TIME) {
    for (const size of await fileSizes(inputs.slice(from, from + AT_A_TIME))) bytes += size;
  }
  return Math.max(1, Math.min(limit, Math.floor(bytes / WORTH)));
}
