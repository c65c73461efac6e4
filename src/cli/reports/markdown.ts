// A summary in GitHub's Markdown: totals, then a table for each report that differs. Its length is bounded, since a job summary holds 1 MiB.
import { printable } from '../../text/printable.js';
import { differs, type Outcome, passedOverOf, passedOverText, type Validation } from './outcome.js';

const REPORTS = 20;
const ROWS = 20;
const CELL = 100;
const HEADING = 200;

export function markdown({ outcomes, summary, leniency }: Validation): string {
  const bad = outcomes.filter((outcome) => outcome.type === 'unreadable' || differs(outcome));
  const passed = passedOverText(passedOverOf(outcomes));
  const reports = outcomes.filter((outcome) => outcome.type !== 'stale');
  const counts = [
    reports.length,
    reports.length - reports.filter((outcome) => bad.includes(outcome)).length,
    reports.filter(differs).length,
    reports.filter((outcome) => outcome.type === 'unreadable').length,
    reports.reduce((sum, outcome) => sum + ('records' in outcome ? outcome.records : 0), 0),
  ];
  const lines = [
    `### healthx validate: ${literal(summary)}`,
    '',
    ...table(['reports', 'as expected', 'differ', 'cannot be read', 'records'], [counts.map(String)]),
    ...(leniency.said === null ? [] : ['', `**${literal(leniency.said)}.** Passed over: ${literal(passed || 'nothing')}.`]),
    ...bad.slice(0, REPORTS).flatMap((outcome) => ['', `#### ${literal(shorten(outcome.shown, HEADING))}`, '', ...details(outcome)]),
    ...(bad.length > REPORTS ? ['', `And ${bad.length - REPORTS} more reports.`] : []),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function details(outcome: Outcome): string[] {
  if (outcome.type !== 'compared') return [literal(outcome.message)];
  const rows = outcome.differences.flatMap(({ type, line, quote, changes, what }) => {
    const place = [String(line ?? '?'), quote, type];
    if (type !== 'changed') return [type === 'missing' ? [...place, '', what, ''] : [...place, '', '', what]];
    return changes.map(({ field, expected, got }) => [...place, field, expected, got]);
  });
  const more = outcome.more > 0 || rows.length > ROWS;
  return [
    ...(rows.length > 0 ? table(['line', 'figure', 'difference', 'field', 'expected', 'extracted'], rows.slice(0, ROWS)) : []),
    ...(more ? ['', `Not all is shown: ${literal(outcome.summary)}.`] : []),
    ...(outcome.ids === null ? [] : ['', literal(outcome.ids)]),
  ];
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => literal(shorten(cell, CELL))).join(' | ')} |`;
  return [line(header), `|${' --- |'.repeat(header.length)}`, ...rows.map(line)];
}

/** At most `length` characters, none cut in two. */
function shorten(text: string, length: number): string {
  const characters = [...text];
  return characters.length > length ? `${characters.slice(0, length - 1).join('')}…` : text;
}

/** Nothing in a report can become a mark, a link, a tag or a cell. */
const literal = (text: string): string => printable(text).replace(/[\\`*_[\]<>|~#&$]/gu, '\\$&');
