// healthx explain: every number of a text, what it was taken for, and why.
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Mention, Quantity, Trace } from '../../model/document.js';
import { UserError } from '../../model/message.js';
import type { HealthRecord } from '../../model/record.js';
import { extractDocument } from '../../pipeline.js';
import { readDocument } from '../../read/document.js';
import { ruleSet } from '../../ruleset.js';
import { createSegmenter } from '../../segment/words.js';
import { printable } from '../../text/printable.js';
import { loadPacks, type Settings } from '../config.js';
import { chalkFor, widthOf } from '../display.js';
import { EXIT, type Io } from '../io.js';
import { StreamOutput } from '../output.js';
import { checkedOverrides } from '../overrides.js';
import { wrapRow } from '../wrap.js';

export interface ExplainOptions {
  readonly format: 'text' | 'json';
}

interface Explained {
  readonly quote: string;
  readonly line: number;
  /** What the run of digits or numerals was taken for; `record` for a figure. */
  readonly class: string;
  /** The recogniser, or the binding rule of a figure. */
  readonly rule: string;
  readonly record?: HealthRecord;
  /** The number with the words of relation around it: 不低于75%, 6.8万余人. */
  readonly read?: string;
  readonly trace?: Trace;
}

const LAYOUT = { indent: 4, name: 11 };

export async function explain(args: readonly string[], options: ExplainOptions, settings: Settings, io: Io): Promise<number> {
  const { file, text, line } = await source(args.join(' '), io.cwd);
  const traces = new Map<string, Trace>();
  const { records, mentions } = extractDocument(
    { file, text },
    {
      segmenter: createSegmenter(settings.segmenter ?? 'jieba'),
      rules: ruleSet(await loadPacks(settings.rules, io)),
      overrides: checkedOverrides(settings),
      traces,
    },
  );
  const all = explained(text, records, mentions, traces);
  const chosen = line === null ? all : all.filter((e) => e.line === line);
  const output = new StreamOutput(io.stdout);
  if (options.format === 'json') await output.write(`${JSON.stringify({ numbers: chosen, ledger: ledger(chosen) }, null, 2)}\n`);
  else {
    const chalk = chalkFor(io.stdout, io.env, settings.color ?? true);
    const width = widthOf(io.stdout, io.env);
    for (const item of chosen) {
      const head = `${chalk.bold(printable(item.quote))}  ${item.class === 'record' ? chalk.green('record') : chalk.yellow(item.class)}`;
      await output.write(
        `${head}  line ${item.line}\n${details(item)
          .map(([name, text]) => wrapRow(name, text, width, LAYOUT))
          .join('')}`,
      );
    }
    await output.write(`${summary(chosen, width)}\n`);
  }
  await output.commit();
  return EXIT.done;
}

// report.txt, reports/2021年.txt:3
const PATH_LIKE = /^[^\s，。；、]+\.[A-Za-z]{2,4}(?::\d+)?$/u;

/** FILE, FILE:LINE or the text itself. */
async function source(argument: string, cwd: string): Promise<{ file: string; text: string; line: number | null }> {
  const at = /^(.*):(\d+)$/u.exec(argument);
  for (const [name, line] of [
    [argument, null],
    [at?.[1], Number(at?.[2])],
  ] as const) {
    if (name === undefined || name === '' || name.length > 1000 || name.includes('\n')) continue;
    const full = path.resolve(cwd, name);
    if (!existsSync(full)) continue;
    if (statSync(full).isDirectory()) throw new UserError(`${name} is a folder: name a file, or give a text in quotes`);
    const { text } = await readDocument(readFileSync(full));
    const lines = text.split('\n').length;
    if (line !== null && (line < 1 || line > lines)) throw new UserError(`${name} has no line ${line}: it has ${lines}`);
    return { file: name, text, line };
  }
  if (PATH_LIKE.test(argument) || !/[\d\p{Script=Han}]/u.test(argument))
    throw new UserError(`${argument}: there is no such file, and it is no Chinese text`);
  return { file: '', text: argument, line: null };
}

function explained(
  text: string,
  records: readonly HealthRecord[],
  mentions: readonly Mention[],
  traces: ReadonlyMap<string, Trace>,
): Explained[] {
  const byStart = new Map(records.map((r) => [r.start, r]));
  let line = 1;
  let cursor = 0;
  return mentions.map((mention) => {
    while (cursor < mention.start) if (text[cursor++] === '\n') line++;
    const quote = text.slice(mention.start, mention.end);
    const record = mention.class === 'quantity' ? byStart.get(mention.start) : undefined;
    if (!record) return { quote, line, class: mention.class === 'quantity' ? 'heading' : mention.class, rule: mention.rule };
    const trace = traces.get(record.id);
    const { outerStart, outerEnd } = mention as Quantity;
    const read = text.slice(outerStart, outerEnd);
    return { quote, line, class: 'record', rule: record.rule, record, read, ...(trace ? { trace } : {}) };
  });
}

function details(item: Explained): [string, string][] {
  const { record: r, trace: t } = item;
  if (!r) return [['because', item.rule]];
  if (!t)
    return [
      ['label', r.label],
      ['indicator', r.indicatorId ? `${r.indicator} (${r.indicatorId})` : '–'],
      ['value', `${r.value} ${r.unit ?? '(no unit)'} (${r.dimension})`],
      ['rule', 'table-cell: a cell of a table, named by its headers'],
      ['tags', `${r.kind}, ${r.aspect}, ${r.year ?? 'no year'}, ${r.domain}`],
    ];
  const value = `${r.value}${r.valueMax === null ? '' : `–${r.valueMax}`} ${r.unit ?? '(no unit)'}`;
  const rows: [string, string][] = [
    ['label', r.label],
    ['indicator', r.indicatorId ? `${r.indicator} (${r.indicatorId})` : '–'],
    ['value', `${value} (${r.dimension})${r.relation === 'eq' ? '' : `, ${r.relation} from ‘${item.read}’`}`],
    ['clause', t.clause],
    ['before', t.before === t.own || !t.before ? t.before || '–' : `${t.before} → ${t.own || '–'}`],
  ];
  if (t.noun || t.predicate)
    rows.push(['behind', [t.noun && `noun ${t.noun}`, t.predicate && `predicate ${t.predicate}`].filter(Boolean).join(', ')]);
  rows.push(['rule', t.says ? `${r.rule}: ${t.says}` : r.rule]);
  for (const other of t.lost) rows.push(['lost', `${other.rule}: ${other.label}`]);
  const period = r.periodStart || r.periodEnd ? ` (${r.periodStart ?? '…'} to ${r.periodEnd ?? '…'})` : '';
  rows.push(['tags', `${r.kind}, ${r.aspect}, ${r.year ?? 'no year'}${period}, ${r.domain}${r.base ? `, base ${r.base}` : ''}`]);
  if (r.partOf) rows.push(['part of', r.partOf]);
  if (r.flags.length) rows.push(['flags', r.flags.join(', ')]);
  return rows;
}

/** Number of runs in each class. */
function ledger(items: readonly Explained[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[item.class] = (counts[item.class] ?? 0) + 1;
  return counts;
}

function summary(items: readonly Explained[], width: number): string {
  const counts = Object.entries(ledger(items)).sort((a, b) => b[1] - a[1]);
  if (counts.length === 0) return 'no numbers';
  const words = counts.map(([name, n], i) => `${n} ${name}${i < counts.length - 1 ? ',' : ''}`);
  const lines = [`${items.length} numbers:`];
  for (const word of words) {
    const last = lines.at(-1) as string;
    if (last.length + 1 + word.length > width) lines.push(`  ${word}`);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.join('\n');
}
