// Differences as a person wants them: where, what was expected, what came, and the words around it.
import type { ChalkInstance } from 'chalk';
import { printable } from '../text/printable.js';
import type { Comparison, Difference } from './compare.js';
import { count } from './reporter.js';

/** Differences of one report that are shown; more say nothing new. */
export const SHOWN = 30;
const CONTEXT = 30;

/** A difference in plain words, for the terminal and for the reports of CI systems. */
export interface DifferenceText {
  readonly type: Difference['type'];
  /** Where the record says that it stands; null where an expected record does not say. */
  readonly line: number | null;
  readonly column: number | null;
  /** The figure as written. */
  readonly quote: string;
  /** Of a changed record: its fields as JSON. */
  readonly changes: readonly { readonly field: string; readonly expected: string; readonly got: string }[];
  /** Of a missing or additional record: what it says. */
  readonly what: string;
}

/** Lines for one report, indented; empty where nothing differs. */
export function describeComparison({ differences, otherIds }: Comparison, source: string, chalk: ChalkInstance): string[] {
  const lines = differences.slice(0, SHOWN).flatMap((difference) => describe(difference, source, chalk));
  if (differences.length > SHOWN) lines.push(`  and ${differences.length - SHOWN} more`);
  if (otherIds > 0) lines.push(`  ${describeIds(otherIds)}`);
  return lines;
}

export const describeIds = (otherIds: number): string =>
  `id  differs in ${count(otherIds, 'record')}: the text or the rule set has changed`;

/** `2 changed, 1 missing`; empty where only ids differ. */
export function countDifferences({ differences }: Comparison): string {
  return (['changed', 'missing', 'extra'] as const)
    .map((type) => ({ type, n: differences.filter((difference) => difference.type === type).length }))
    .flatMap(({ type, n }) => (n > 0 ? [`${n} ${type}`] : []))
    .join(', ');
}

export function differenceText(difference: Difference, source: string): DifferenceText {
  const record = recordOf(difference);
  // of a changed record, what was extracted knows its line
  const placed: Placed = difference.type === 'changed' ? difference.got : record;
  const whole = (value: unknown): number | null => (Number.isInteger(value) ? (value as number) : null);
  return {
    type: difference.type,
    line: whole(placed.line),
    column: whole(placed.column),
    quote: printable(quoteOf(record, source)),
    changes:
      difference.type === 'changed'
        ? difference.fields.map(({ field, expected, got }) => ({ field, expected: show(expected), got: show(got) }))
        : [],
    what: ['label', 'value', 'unit', 'kind', 'aspect'].map((field) => `${field} ${show(record[field])}`).join(', '),
  };
}

/** …系统管理率【96.31%】,比上年… with colour in place of the brackets where it is allowed. */
export function contextOf(difference: Difference, source: string, chalk: ChalkInstance): string {
  const record = recordOf(difference);
  const { start, end } = record;
  const quote = quoteOf(record, source);
  if (source.slice(start, end) !== quote) return `(${start}–${end} now holds other text: ${printable(source.slice(start, end)) || 'none'})`;
  const before = source.slice(source.lastIndexOf('\n', start - 1) + 1, start);
  const lineEnd = source.indexOf('\n', end);
  const after = source.slice(end, lineEnd < 0 ? source.length : lineEnd).trimEnd();
  const mark = chalk.level > 0 ? chalk.bold.underline(printable(quote)) : `【${printable(quote)}】`;
  const left = before.length > CONTEXT ? `…${before.slice(-CONTEXT)}` : before.trimStart();
  const right = after.length > CONTEXT ? `${after.slice(0, CONTEXT)}…` : after;
  return printable(left) + mark + printable(right);
}

function describe(difference: Difference, source: string, chalk: ChalkInstance): string[] {
  const { type, line, quote, changes, what } = differenceText(difference, source);
  const head = `  ${paint(type, chalk)}  line ${line ?? '?'}  ${quote}`;
  const around = `           ${contextOf(difference, source, chalk)}`;
  if (type !== 'changed') return [head, `           ${what}`, around];
  const width = Math.max(...changes.map(({ field }) => field.length));
  const fields = changes.map(
    ({ field, expected, got }) => `           ${field.padEnd(width)}  ${chalk.red(expected)} → ${chalk.green(got)}`,
  );
  return [head, ...fields, around];
}

type Placed = Readonly<Record<string, unknown>> & { readonly start: number; readonly end: number };

const recordOf = (difference: Difference): Placed => (difference.type === 'extra' ? difference.got : difference.expected);

const quoteOf = (record: Placed, source: string): string =>
  typeof record.raw === 'string' ? record.raw : source.slice(record.start, record.end);

function paint(type: Difference['type'], chalk: ChalkInstance): string {
  const colour = { missing: chalk.red, extra: chalk.green, changed: chalk.yellow }[type];
  return colour(type.padEnd(7));
}

const show = (value: unknown): string => (value === undefined ? '(no such field)' : printable(JSON.stringify(value)));
