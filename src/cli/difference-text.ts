// Differences as a person wants them: where, what was expected, what came, and the words around it.
import type { ChalkInstance } from 'chalk';
import { printable } from '../text/printable.js';
import type { Comparison, Difference } from './compare.js';
import { count } from './reporter.js';

const SHOWN = 30;
const CONTEXT = 30;

/** Lines for one report, indented; empty where nothing differs. */
export function describeComparison({ differences, otherIds }: Comparison, source: string, chalk: ChalkInstance): string[] {
  const lines = differences.slice(0, SHOWN).flatMap((difference) => describe(difference, source, chalk));
  if (differences.length > SHOWN) lines.push(`  and ${differences.length - SHOWN} more`);
  if (otherIds > 0) lines.push(`  id  differs in ${count(otherIds, 'record')}: the text or the rule set has changed`);
  return lines;
}

function describe(difference: Difference, source: string, chalk: ChalkInstance): string[] {
  const record: Readonly<Record<string, unknown>> = difference.type === 'extra' ? difference.got : difference.expected;
  const { start, end } = record as { start: number; end: number };
  const quote = typeof record.raw === 'string' ? record.raw : source.slice(start, end);
  const head = `  ${paint(difference.type, chalk)}  line ${record.line ?? '?'}  ${printable(quote)}`;
  const around = `           ${context(source, start, end, quote, chalk)}`;
  if (difference.type === 'changed') {
    const width = Math.max(...difference.fields.map(({ field }) => field.length));
    const fields = difference.fields.map(
      ({ field, expected, got }) => `           ${field.padEnd(width)}  ${chalk.red(show(expected))} → ${chalk.green(show(got))}`,
    );
    return [head, ...fields, around];
  }
  const what = ['label', 'value', 'unit', 'kind', 'aspect'].map((field) => `${field} ${show(record[field])}`).join(', ');
  return [head, `           ${what}`, around];
}

function paint(type: Difference['type'], chalk: ChalkInstance): string {
  const colour = { missing: chalk.red, extra: chalk.green, changed: chalk.yellow }[type];
  return colour(type.padEnd(7));
}

const show = (value: unknown): string => (value === undefined ? '(no such field)' : printable(JSON.stringify(value)));

/** …系统管理率【96.31%】,比上年… with colour in place of the brackets where it is allowed. */
function context(source: string, start: number, end: number, quote: string, chalk: ChalkInstance): string {
  if (source.slice(start, end) !== quote) return `(${start}–${end} now holds other text: ${printable(source.slice(start, end)) || 'none'})`;
  const before = source.slice(source.lastIndexOf('\n', start - 1) + 1, start);
  const lineEnd = source.indexOf('\n', end);
  const after = source.slice(end, lineEnd < 0 ? source.length : lineEnd).trimEnd();
  const mark = chalk.level > 0 ? chalk.bold.underline(printable(quote)) : `【${printable(quote)}】`;
  const left = before.length > CONTEXT ? `…${before.slice(-CONTEXT)}` : before.trimStart();
  const right = after.length > CONTEXT ? `${after.slice(0, CONTEXT)}…` : after;
  return printable(left) + mark + printable(right);
}
