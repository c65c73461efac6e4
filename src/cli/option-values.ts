// Values of options; those of options that can be given more than once add up.
import type { Option } from 'commander';

/** The first and the last year that a report may be said to be about. */
export const YEARS = [1949, 2100] as const;

/** More threads than any machine has use for would only take its memory. */
export const MOST_JOBS = 256;

export const isJobs = (jobs: unknown): jobs is number => Number.isInteger(jobs) && Number(jobs) >= 1 && Number(jobs) <= MOST_JOBS;

/** `--rules a --rules b` */
export const collect = (value: string, before: readonly string[] = []): string[] => [...before, value];

/** `--ignore a,b --ignore c` */
export const collectNames = (names: string, before: readonly string[] = []): string[] => [
  ...before,
  ...names.split(',').map((name) => name.trim()),
];

export const isRepeatable = ({ parseArg, variadic }: Option): boolean => variadic || parseArg === collect || parseArg === collectNames;
