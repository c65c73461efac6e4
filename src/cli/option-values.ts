// Options that can be given more than once add up.
import type { Option } from 'commander';

/** `--rules a --rules b` */
export const collect = (value: string, before: readonly string[] = []): string[] => [...before, value];

/** `--ignore a,b --ignore c` */
export const collectNames = (names: string, before: readonly string[] = []): string[] => [
  ...before,
  ...names.split(',').map((name) => name.trim()),
];

export const isRepeatable = ({ parseArg, variadic }: Option): boolean => variadic || parseArg === collect || parseArg === collectNames;
