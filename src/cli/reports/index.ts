// The reports for CI systems by name. A new one: a file beside this one, a name and a line here.
import { UserError } from '../../model/message.js';
import type { Validation } from './outcome.js';

export const REPORTS = ['junit', 'github', 'markdown'] as const;
export type ReportName = (typeof REPORTS)[number];

/** Loaded when asked for. */
const MAKERS: Readonly<Record<ReportName, () => Promise<(validation: Validation) => string>>> = {
  junit: async () => (await import('./junit.js')).junit,
  github: async () => (await import('./github.js')).github,
  markdown: async () => (await import('./markdown.js')).markdown,
};

export async function makeReport(name: ReportName, validation: Validation): Promise<string> {
  return (await MAKERS[name]())(validation);
}

export interface ReportTarget {
  readonly name: ReportName;
  /** Null for standard output. */
  readonly file: string | null;
}

/** `junit=report.xml`, `github`. Throws UserError where one is unknown, or where two want the same place. */
export function reportTargets(args: readonly string[]): ReportTarget[] {
  const targets = args.map((arg) => {
    const [kind = '', ...rest] = arg.split('=');
    const name = REPORTS.find((known) => known === kind);
    if (!name) throw new UserError(`--report: there is no report '${kind}'; use ${REPORTS.join(', ')}, or with a file: junit=report.xml`);
    const file = rest.join('=');
    if (rest.length > 0 && file === '') throw new UserError(`--report: name a file after '${kind}=', or leave out the '='`);
    return { name, file: rest.length === 0 || file === '-' ? null : file };
  });
  for (const [i, { file }] of targets.entries()) {
    if (targets.findIndex((other) => other.file === file) < i) {
      throw new UserError(
        file === null
          ? '--report: one report can go to standard output; give the others a file: --report junit=report.xml'
          : `--report: two reports would be written to ${file}`,
      );
    }
  }
  return targets;
}
