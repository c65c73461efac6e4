// Colour and width, decided for each stream by itself: one may be a terminal while the other is a file.
import { Chalk, type ChalkInstance, type ColorSupportLevel } from 'chalk';
import type { Io, OutputStream } from './io.js';

const DEFAULT_WIDTH = 80;

/** --no-color, then FORCE_COLOR, then NO_COLOR, then whether the stream is a terminal that can. chalk itself ignores NO_COLOR. */
export function chalkFor(stream: OutputStream, env: Io['env'], allowed: boolean): ChalkInstance {
  return new Chalk({ level: colourLevel(stream, env, allowed) });
}

function colourLevel(stream: OutputStream, env: Io['env'], allowed: boolean): ColorSupportLevel {
  if (!allowed) return 0;
  const forced = env.FORCE_COLOR;
  if (forced !== undefined) {
    if (forced === 'false') return 0;
    const level = Number(forced);
    return level === 0 && forced !== '' ? 0 : level === 2 || level === 3 ? level : 1;
  }
  if (env.NO_COLOR) return 0;
  return stream.isTTY && env.TERM !== 'dumb' ? 1 : 0;
}

/** Cells in a line: COLUMNS where set, else the terminal's, else 80. */
export function widthOf(stream: OutputStream, env: Io['env']): number {
  const set = Number(env.COLUMNS);
  if (Number.isInteger(set) && set > 0) return set;
  return stream.columns || DEFAULT_WIDTH;
}
