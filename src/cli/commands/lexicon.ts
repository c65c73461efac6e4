// healthx lexicon: what indicators and units there are, and whether a pack of one's own is in order.
import stringWidth from 'string-width';
import { UserError } from '../../model/message.js';
import { DOMAINS } from '../../model/record.js';
import { checkPacks, type NamedPack } from '../../packs/check.js';
import { readPack } from '../../packs/load.js';
import type { IndicatorEntry, Pack } from '../../packs/schema.js';
import { builtInTopics } from '../../packs/topics.js';
import { keyOf } from '../../resolve/key.js';
import { type RuleSet, ruleSet } from '../../ruleset.js';
import { createSegmenter } from '../../segment/words.js';
import { fold } from '../../text/fold.js';
import { printable } from '../../text/printable.js';
import type { Settings } from '../config.js';
import { chalkFor, widthOf } from '../display.js';
import { EXIT, type Io } from '../io.js';
import { StreamOutput } from '../output.js';
import { count, Reporter } from '../reporter.js';
import { wrapRow } from '../wrap.js';

export interface LexiconOptions {
  readonly format: 'text' | 'json' | 'csv';
  /** Lists the units in place of the indicators. */
  readonly units?: boolean;
  /** Packs to check; true for the built-in lexicon. */
  readonly check?: readonly string[] | boolean;
  readonly domain?: string;
}

/** An indicator, and the full title of its source. */
interface Listed extends IndicatorEntry {
  readonly dimension: string;
  readonly sourceTitle: string | null;
  readonly pack: string;
}

export async function lexicon(words: readonly string[], options: LexiconOptions, settings: Settings, io: Io): Promise<number> {
  if (options.check) return check(options.check === true ? [] : options.check, settings, io);
  const domain = options.domain;
  if (domain !== undefined && !DOMAINS.some((name) => name === domain))
    throw new UserError(`--domain: there is no domain '${domain}'; use one of ${DOMAINS.join(', ')}`);
  const own = ownPacks(settings.rules, io);
  const rules = ruleSet(own.map((p) => p.pack));
  const output = new StreamOutput(io.stdout);
  const query = fold(words.join(' ')).trim();
  const lines = options.units
    ? await unitLines(query, options, rules, io)
    : await indicatorLines(query, options, [...own, ...builtInTopics()], rules, io);
  if (lines === null) new Reporter(io, settings.quiet ?? false).note(`nothing found${query ? ` for ${printable(query)}` : ''}`);
  else await output.write(lines);
  await output.commit();
  return EXIT.done;
}

const ownPacks = (files: readonly string[], io: Io): NamedPack[] => files.map((file) => ({ file, pack: readPack(file, io.cwd) }));

async function check(files: readonly string[], settings: Settings, io: Io): Promise<number> {
  const topics = builtInTopics();
  const named = ownPacks([...files, ...settings.rules.filter((file) => !files.includes(file))], io);
  const packs = named.length > 0 ? named : topics;
  const findings = checkPacks(packs, named.length > 0 ? topics : [], createSegmenter(settings.segmenter ?? 'jieba'));
  const output = new StreamOutput(io.stdout);
  for (const { file, at, problem, remedy } of findings) await output.write(`${file}: ${at}: ${problem}\n    ${remedy}\n`);
  const indicators = packs.reduce((sum, { pack }) => sum + (pack.indicators?.length ?? 0), 0);
  const size = `${count(packs.length, 'pack')}, ${count(indicators, 'indicator')}`;
  await output.write(`${size}: ${findings.length === 0 ? 'nothing to mend' : count(findings.length, 'finding')}\n`);
  await output.commit();
  return findings.length > 0 ? EXIT.failed : EXIT.done;
}

async function indicatorLines(
  query: string,
  { format, domain }: LexiconOptions,
  packs: readonly NamedPack[],
  rules: RuleSet,
  io: Io,
): Promise<string | null> {
  const found = search(query, listed(packs, rules)).filter((entry) => domain === undefined || entry.domain === domain);
  if (found.length === 0) return null;
  if (format === 'json') return `${JSON.stringify(found, null, 2)}\n`;
  if (format === 'csv') return csv(found);
  const exact = found.filter((entry) => entry.id === query || entry.aliases.some((alias) => keyOf(alias) === keyOf(query)));
  const shown = query !== '' && (found.length === 1 || exact.length === 1) ? (exact[0] ?? found[0]) : undefined;
  if (shown) return details(shown, found, packs, io);
  const idWidth = Math.max(...found.map((entry) => entry.id.length));
  return found.map((entry) => `${entry.id.padEnd(idWidth)}  ${padCells(entry.units[0] ?? '–', 6)}  ${printable(entry.name)}\n`).join('');
}

function listed(packs: readonly NamedPack[], rules: RuleSet): Listed[] {
  const seen = new Set<string>();
  return packs.flatMap(({ file, pack }) =>
    (pack.indicators ?? []).flatMap((entry) => {
      if (seen.has(entry.id)) return [];
      seen.add(entry.id);
      const usual = entry.units[0] ?? null;
      const dimension = usual === null ? 'other' : (rules.units.dimensionOf(usual) ?? 'other');
      return [{ ...entry, dimension, sourceTitle: titleOf(entry, pack), pack: file }];
    }),
  );
}

const titleOf = (entry: IndicatorEntry, pack: Pack): string | null =>
  entry.source === undefined ? null : (pack.sources?.[entry.source] ?? entry.source);

/** Entries with the words of the query, those that name it first. */
function search(query: string, entries: readonly Listed[]): Listed[] {
  if (query === '') return [...entries];
  const key = keyOf(query);
  const lower = query.toLowerCase();
  const rank = (entry: Listed): number => {
    if (entry.id === lower) return 0;
    if (entry.aliases.some((alias) => keyOf(alias) === key)) return 1;
    if (entry.name.includes(query)) return 2;
    if (entry.aliases.some((alias) => fold(alias).includes(query))) return 3;
    if (entry.id.includes(lower) || entry.en?.toLowerCase().includes(lower)) return 4;
    return entry.definition && fold(entry.definition).includes(query) ? 5 : 9;
  };
  return entries
    .map((entry) => ({ entry, rank: rank(entry) }))
    .filter((item) => item.rank < 9)
    .sort((a, b) => a.rank - b.rank)
    .map((item) => item.entry);
}

function details(entry: Listed, found: readonly Listed[], packs: readonly NamedPack[], io: Io): string {
  const chalk = chalkFor(io.stdout, io.env, true);
  const narrower = packs.flatMap(({ pack }) =>
    (pack.indicators ?? []).filter((other) => other.broader === entry.id).map((other) => other.id),
  );
  const rows: [string, string | null | undefined][] = [
    ['name', entry.name],
    ['English', entry.en],
    ['unit', `${entry.units.map((unit) => unit ?? 'none').join(', ')} (${entry.dimension})`],
    ['related to', entry.denominator],
    ['domain', entry.domain],
    ['aliases', entry.aliases.join(', ')],
    ['never with', entry.not?.join(', ')],
    ['definition', entry.definition],
    ['source', entry.sourceTitle],
    ['example', entry.example],
    ['unlike', entry.unlike],
    ['broader', entry.broader],
    ['narrower', narrower.join(', ')],
    ['pack', entry.pack],
  ];
  const width = widthOf(io.stdout, io.env);
  const body = rows.map(([name, text]) => (text ? wrapRow(name, text, width, { indent: 4, name: 12 }) : '')).join('');
  const others =
    found.length > 1 ? `${count(found.length - 1, 'more entry').replace(/entrys$/u, 'entries')}: --format csv lists all\n` : '';
  return `${chalk.bold(entry.id)}\n${body}${others}`;
}

const COLUMNS = [
  'id',
  'name',
  'en',
  'unit',
  'units',
  'dimension',
  'denominator',
  'domain',
  'definition',
  'aliases',
  'source',
  'broader',
  'pack',
] as const;

async function csv(entries: readonly Listed[]): Promise<string> {
  const { stringify } = await import('csv-stringify/sync');
  const rows = entries.map((entry) => ({
    ...entry,
    unit: entry.units[0] ?? '',
    units: entry.units.map((unit) => unit ?? '').join(';'),
    aliases: entry.aliases.join(';'),
    source: entry.sourceTitle ?? '',
  }));
  return stringify(rows, { header: true, columns: [...COLUMNS] });
}

async function unitLines(query: string, { format }: LexiconOptions, rules: RuleSet, io: Io): Promise<string | null> {
  const found = rules.units.entries.filter(
    (entry) => query === '' || entry.unit === query || entry.dimension === query || entry.forms.includes(query),
  );
  if (found.length === 0) return null;
  const plain = found.map(({ unit, dimension, forms }) => ({ unit, dimension, forms }));
  if (format === 'json') return `${JSON.stringify(plain, null, 2)}\n`;
  if (format === 'csv') {
    const { stringify } = await import('csv-stringify/sync');
    return stringify(
      plain.map((entry) => ({ ...entry, forms: entry.forms.join(';') })),
      { header: true, columns: ['unit', 'dimension', 'forms'] },
    );
  }
  const width = widthOf(io.stdout, io.env);
  return plain
    .map((entry) => wrapRow(entry.unit, `${entry.dimension.padEnd(11)}${entry.forms.join(' ')}`, width, { indent: 0, name: 14 }))
    .join('');
}

const padCells = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - stringWidth(text)));
