// The stages, in order: fold → lines → outline → scan → sentences → bind → tag → records.
import { audit, FLAG_OF, SUSPICIOUS } from './audit/audit.js';
import { Binder } from './bind/binder.js';
import { findTears, type Layout, layOut } from './layout.js';
import { scan } from './match/scan.js';
import type { Document, Mention, Sentence, Trace } from './model/document.js';
import type { HealthRecord, Kind } from './model/record.js';
import { RecordMaker, type ReportContext, recordIds, withoutPlaces } from './records.js';
import { type Overrides, ownLines, reportPlace, reportTimeOf, textOf, titleLines } from './report.js';
import { Resolver } from './resolve/resolver.js';
import { type RuleSet, ruleSet } from './ruleset.js';
import { type Heading, headings, outline } from './segment/sections.js';
import { sentences } from './segment/sentences.js';
import type { Segmenter } from './segment/words.js';
import { tableRecords } from './table/records.js';
import { domainContext } from './tag/domain.js';
import { KindTagger } from './tag/kind.js';
import type { Place } from './tag/place.js';
import { ScopeTagger } from './tag/scope.js';
import { TimeTagger } from './tag/time.js';
import type { Period } from './tag/time-expressions.js';
import { MendedText } from './text/mended.js';
import { lineIndex, pageIndex } from './text/positions.js';

export interface ExtractOptions {
  readonly segmenter: Segmenter;
  /** The built-in rules where missing. */
  readonly rules?: RuleSet;
  readonly overrides?: Overrides;
  /** Gets how each figure came by its label, by record id. */
  readonly traces?: Map<string, Trace>;
}

export interface Extraction {
  readonly records: HealthRecord[];
  /** The place the report is about. */
  readonly place: Place;
  /** Every run of digits or Chinese numerals with its class, in order. */
  readonly mentions: Mention[];
  /** The headings of the text, in order. */
  readonly headings: Heading[];
}

// ## 表1 卫生资源, 附表3-2：
const TABLE_MARK = /^#* ?(?:[附续]?[表图] ?[\d一二三四五六七八九十]{0,3}(?:[-—.]\d{1,2})?[:、.]?)? */u;

/** Extracts every figure of a decoded document, in the order of the text. */
export function extractDocument(document: Document, options: ExtractOptions): Extraction {
  const layout = layOut(document.text, options.rules ?? ruleSet());
  const tears = findTears(layout, options.segmenter);
  if (tears.length === 0) return extractText(document, layout, options);
  // read as if nothing had torn it apart, told as it stands in the source
  const mended = new MendedText(document.text, tears);
  const pages = document.pages?.map((page) => mended.mendedOf(page));
  const whole = { ...document, text: mended.text, ...(pages ? { pages } : {}) };
  const traces = options.traces && new Map<string, Trace>();
  const extraction = extractText(whole, layOut(mended.text, options.rules ?? ruleSet()), { ...options, ...(traces ? { traces } : {}) });
  return restored(extraction, mended, document.text, options, traces);
}

function extractText(
  document: Document,
  layout: Layout,
  { segmenter, rules = ruleSet(), overrides = {}, traces }: ExtractOptions,
): Extraction {
  const { source, folded, lines, tables, prose, captions } = layout;
  const { blocks, marks } = outline(folded, prose, new Set([...captions.values()].map(({ start }) => start)));
  const furniture = prose.filter((l) => l.furniture);
  const mentions = scan(folded, source, {
    headingMarks: marks,
    furniture,
    units: rules.units,
    cancelled: rules.cancelled,
    tables,
    flattened: layout.flattened,
  });
  const parts = sentences(folded, blocks, mentions);
  const titles = titleLines(folded, prose, document.file);
  const body = textOf(folded, lines, false);
  const time = reportTimeOf(body, textOf(folded, ownLines(folded, lines), true), titles, document.file, overrides);
  const place = reportPlace(folded, body, titles, document.file, time.year, overrides, rules.divisions);

  const binder = new Binder(folded, source, segmenter, traces !== undefined);
  const tagger = new TimeTagger(folded, time);
  const kindTagger = new KindTagger(folded, time.plan?.from ?? time.year, titles);
  const domains = domainContext(folded, titles.join(' '), rules.cues);
  const scopeTagger = new ScopeTagger(folded, place);
  const places = [place.province, place.city, place.district].filter((name) => name !== null);
  const context: ReportContext = {
    file: document.file,
    source,
    place,
    time,
    domains,
    resolver: new Resolver(rules.lexicon),
    overrides,
    idOf: recordIds(rules, source),
    position: lineIndex(source),
    pageOf: pageIndex(document.pages),
  };
  const stages: Stages = { binder, tagger, kindTagger, scopeTagger, places, maker: new RecordMaker(context, traces), source };
  const records: HealthRecord[] = [];
  let cursor = 0;
  for (const sentence of parts) {
    while (cursor < mentions.length && (mentions[cursor] as Mention).end <= sentence.start) cursor++;
    const own: Mention[] = [];
    for (let i = cursor; i < mentions.length && (mentions[i] as Mention).start < sentence.end; i++) own.push(mentions[i] as Mention);
    readSentence(sentence, own, stages, records);
  }
  for (const table of tables) {
    const caption = captions.get(table.start);
    const named = caption && !titles.includes(folded.slice(caption.start, caption.end).trim());
    const title = named ? folded.slice(caption.start, caption.end).trim().replace(TABLE_MARK, '') : null;
    for (const record of tableRecords(table, title, { ...context, blocks, divisions: rules.divisions })) records.push(record);
  }
  records.sort((a, b) => a.start - b.start);
  return { records: doubted(records), place, mentions, headings: headings(folded, { blocks, marks }) };
}

interface Stages {
  readonly binder: Binder;
  readonly tagger: TimeTagger;
  readonly kindTagger: KindTagger;
  readonly scopeTagger: ScopeTagger;
  /** Names of the report's place, the largest first. */
  readonly places: readonly string[];
  readonly maker: RecordMaker;
  readonly source: string;
}

/** Puts the records of a sentence behind those before; `mentions` are those inside it. */
function readSentence(sentence: Sentence, mentions: readonly Mention[], stages: Stages, records: HealthRecord[]): void {
  const { binder, tagger, kindTagger, scopeTagger, places, maker, source } = stages;
  const figures = binder.bind(sentence, mentions);
  if (figures.length === 0) {
    tagger.pass(sentence, mentions);
    return;
  }
  figures.sort((a, b) => a.quantity.start - b.quantity.start);
  const periods = tagger.tag(sentence, mentions, figures);
  const years = periods.map(({ year }) => year);
  const dates = mentions.filter((m) => m.class === 'date');
  const kinds = kindTagger.tag(figures, years, dates);
  const text = source.slice(sentence.start, sentence.end);
  const labels = figures.map((figure) => withoutPlaces(figure.label, places));
  const scopes = scopeTagger.tag(sentence, figures, labels);
  for (const [i, figure] of figures.entries()) {
    const label = `${scopes[i] ?? ''}${labels[i]}`;
    records.push(maker.recordOf(figure, { period: periods[i] as Period, kind: kinds[i] as Kind, label, sentence: text }));
  }
}

/** The records with a flag where their figures contradict each other. */
function doubted(records: readonly HealthRecord[]): HealthRecord[] {
  const flags = new Map<string, Set<string>>();
  for (const { check, verdict, cites } of audit(records)) {
    const suspect = verdict === 'inconsistent' || (verdict === 'not-checkable' && SUSPICIOUS.has(check));
    if (!suspect) continue;
    // of two values for one thing, neither is known to be the right one
    for (const { record } of check === 'repeated' ? cites : cites.slice(0, 1))
      flags.set(record, (flags.get(record) ?? new Set()).add(FLAG_OF[check]));
  }
  return records.map((record) => {
    const own = flags.get(record.id);
    return own ? { ...record, flags: [...record.flags, ...own] } : record;
  });
}

/** What was read in the mended text, as it stands in the source. */
function restored(
  { records, place, mentions, headings: outlined }: Extraction,
  mended: MendedText,
  source: string,
  options: ExtractOptions,
  traces: Map<string, Trace> | undefined,
): Extraction {
  const idOf = recordIds(options.rules ?? ruleSet(), source);
  const position = lineIndex(source);
  const ids = new Map(records.map((record) => [record.id, idOf(mended.sourceSpan(record))]));
  const sentenceOf = ({ sentence, start }: HealthRecord): string => {
    const at = mended.text.lastIndexOf(sentence, start);
    if (at < 0) throw new Error(`the sentence of the figure at ${start} is not in the text`);
    const span = mended.sourceSpan({ start: at, end: at + sentence.length });
    return source.slice(span.start, span.end);
  };
  for (const [id, trace] of traces ?? []) options.traces?.set(ids.get(id) ?? id, trace);
  return {
    place,
    headings: outlined.map((heading) => ({ ...heading, ...mended.sourceSpan(heading) })),
    mentions: [
      ...mentions.map((mention) => ({ ...mention, ...mended.sourceSpan(mention) })),
      // a page number between the two halves of a sentence
      ...mended.removedNumbers(source).map((span): Mention => ({ ...span, class: 'furniture', rule: 'page-furniture' })),
    ].sort((a, b) => a.start - b.start),
    records: records.map((record) => {
      const span = mended.sourceSpan(record);
      const [line, column] = position(span.start);
      return {
        ...record,
        ...span,
        id: ids.get(record.id) as string,
        partOf: record.partOf === null ? null : (ids.get(record.partOf) ?? null),
        raw: source.slice(span.start, span.end),
        sentence: sentenceOf(record),
        line,
        column,
        flags: mended.isDoubtful(span) ? [...record.flags, 'number-joined'] : record.flags,
      };
    }),
  };
}
