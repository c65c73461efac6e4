// A folder of reports, each with its expected records beside it.
import { stat } from 'node:fs/promises';
import path from 'node:path';
import glob from 'fast-glob';
import { UserError } from '../model/message.js';

/** What a report's file may end in. Its content tells the format; the name tells reports from what else lies there. */
const ENDINGS = ['txt', 'html', 'htm', 'docx', 'doc', 'pdf', 'xlsx', 'xls'] as const;
const ENDING = new RegExp(`\\.(?:${ENDINGS.join('|')})$`, 'iu');
const EXPECTED = '.expected.json';

export interface Folder {
  readonly name: string;
  /** Paths within the folder, with forward slashes, sorted by code unit. */
  readonly reports: readonly string[];
  /** Expected files whose report is gone. */
  readonly stale: readonly string[];
}

/** `sub/a.docx` → `sub/a.expected.json` */
export const expectedOf = (report: string): string => report.replace(ENDING, EXPECTED);

/** Throws UserError where there is no report, or where two would share an expected file. */
export async function listFolder(name: string, cwd: string): Promise<Folder> {
  const root = path.resolve(cwd, name);
  const found = await stat(root).catch(() => null);
  if (!found?.isDirectory()) throw new UserError(`${name}: ${found ? 'not a folder' : 'no such folder'}; name a folder of reports`);
  // ~$report.docx: what Word leaves beside an open document
  const files = await glob(`**/*.{${ENDINGS.join(',')}}`, { cwd: root, caseSensitiveMatch: false, ignore: ['**/~$*'] });
  const reports = files.sort();
  if (reports.length === 0) {
    throw new UserError(`${name}: there is no report (${ENDINGS.map((ending) => `*.${ending}`).join(', ')}) in this folder`);
  }
  const known = new Map<string, string>();
  for (const report of reports) {
    const expected = expectedOf(report);
    const other = known.get(expected);
    if (other !== undefined) {
      throw new UserError(`${name}: ${other} and ${report} would both be compared with ${expected}; rename one of them`);
    }
    known.set(expected, report);
  }
  const stale = (await glob(`**/*${EXPECTED}`, { cwd: root })).filter((file) => !known.has(file)).sort();
  return { name, reports, stale };
}
