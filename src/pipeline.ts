// The stages, in order: fold → lines → outline → scan → sentences → bind → tag → records.
import { hash } from 'node:crypto';
import Big from 'big.js';
import { audit, FLAG_OF, SUSPICIOUS } from './audit/audit.js';
import { Binder } from './bind/binder.js';
import { findTears, type Layout, layOut } from './layout.js';
import { scan } from './match/scan.js';
import type { Document, Figure, Mention, Span, Trace } from './model/document.js';
import type { Flag } from './model/flags.js';
import type { Domain, HealthRecord, Kind } from './model/record.js';
import { type Resolved, Resolver } from './resolve/resolver.js';
import { RECOMMENDATIONS } from './rules/sections.js';
import { type RuleSet, ruleSet } from './ruleset.js';
import type { Line } from './segment/lines.js';
import { type Heading, headings, outline } from './segment/sections.js';
import { sentences } from './segment/sentences.js';
import type { Segmenter } from './segment/words.js';
import { tableRecords } from './table/records.js';
import type { DivisionTable } from './tag/divisions.js';
import { domainContext, domainEvidence, domainOf } from './tag/domain.js';
import { KindTagger } from './tag/kind.js';
import { findPlace, type Place, placeOf } from './tag/place.js';
import { datedByFileName, type ReportTime, reportTime } from './tag/report-time.js';
import { ScopeTagger } from './tag/scope.js';
import { TimeTagger } from './tag/time.js';
import type { Period } from './tag/time-expressions.js';
import { MendedText } from './text/mended.js';

export interface Overrides {
  /** Name or six-digit code of the place the report is about. */
  readonly district?: string;
  readonly year?: number;
  readonly domain?: Domain;
}

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
const TITLE_LINES = 4;
const TITLE_MAX = 60;
const HEAD = 400;
const FOOT = 300;

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
  const resolver = new Resolver(rules.lexicon);
  const resolutions = new Map<Figure, Resolved>();
  const scopeTagger = new ScopeTagger(folded, place);
  const places = [place.province, place.city, place.district].filter((name) => name !== null);
  const position = lineIndex(source);
  const pageOf = pageIndex(document.pages);
  const idOf = recordIds(rules, source);

  const records: HealthRecord[] = [];
  let cursor = 0;
  for (const sentence of parts) {
    while (cursor < mentions.length && (mentions[cursor] as Mention).end <= sentence.start) cursor++;
    const own: Mention[] = [];
    for (let i = cursor; i < mentions.length && (mentions[i] as Mention).start < sentence.end; i++) own.push(mentions[i] as Mention);
    const figures = binder.bind(sentence, own);
    if (figures.length === 0) {
      tagger.pass(sentence, own);
      continue;
    }
    figures.sort((a, b) => a.quantity.start - b.quantity.start);
    const dates = own.filter((m) => m.class === 'date');
    const periods = tagger.tag(sentence, own, figures);
    const years = periods.map(({ year }) => year);
    const kinds = kindTagger.tag(figures, years, dates);
    const text = source.slice(sentence.start, sentence.end);
    const labels = figures.map((figure) => withoutPlaces(figure.label, places));
    const scopes = scopeTagger.tag(sentence, figures, labels);
    figures.forEach((figure, i) => {
      const period = periods[i] as Period;
      const { quantity } = figure;
      const [line, column] = position(quantity.start);
      const flags: Flag[] = [...figure.flags];
      if (place.ambiguous) flags.push('place-ambiguous');
      if (period.year === null && figure.aspect !== 'baseline') flags.push('year-unknown');
      else if (time.byFileName) flags.push('year-from-file-name');
      const id = idOf(quantity);
      traces?.set(id, figure.trace);
      const label = `${scopes[i] ?? ''}${labels[i]}`;
      const evidence = domainEvidence(figure, domains);
      const byWords = domainOf(evidence, null);
      const named = resolver.resolve({
        label,
        noun: figure.trace.noun,
        predicate: figure.trace.predicate,
        unit: quantity.unit,
        aspect: figure.aspect,
        domain: byWords,
      });
      const whole = figure.partOf && figure.partOf.quantity.unit === quantity.unit ? figure.partOf : null;
      const total = whole ? resolutions.get(whole) : undefined;
      // 新增床位120张(县中医院80张): the parts of what is new are new, too, though their labels do not say so
      const ofNew = whole !== null && NEWLY.test(whole.label) && !NEWLY.test(label);
      const resolved = (ofNew ? null : named) ?? (total ? resolver.resolvePart(label, total, whole?.label) : null);
      if (resolved) resolutions.set(figure, resolved);
      records.push({
        id,
        file: document.file,
        province: place.province,
        city: place.city,
        district: place.district,
        districtCode: place.code,
        year: overrides.year ?? yearOf(period, kinds[i] as Kind, time),
        periodStart: period.start,
        periodEnd: period.end,
        domain: overrides.domain ?? (resolved ? domainOf(evidence, resolved.indicator.domain) : byWords),
        section: [...sentence.section.path],
        indicator: resolved?.name ?? label,
        indicatorId: resolved?.indicator.id ?? null,
        label,
        kind: kinds[i] as Kind,
        aspect: figure.aspect,
        relation: figure.relation,
        value:
          figure.aspect === 'change' && figure.sign === -1 && quantity.value > 0
            ? new Big(quantity.value).times(-1).toNumber()
            : quantity.value,
        valueMax:
          quantity.valueMax === null ? null : figure.aspect === 'change' && figure.sign === -1 ? -quantity.valueMax : quantity.valueMax,
        unit: quantity.unit,
        dimension: quantity.dimension,
        raw: source.slice(quantity.start, quantity.end),
        base: figure.base,
        partOf: figure.partOf ? idOf(figure.partOf.quantity) : null,
        start: quantity.start,
        end: quantity.end,
        line,
        column,
        sentence: text,
        rule: figure.rule,
        flags: flags.length > 1 ? [...new Set(flags)] : flags,
        page: pageOf(quantity.start),
      });
    });
  }
  const { file } = document;
  const context = { file, source, pageOf, place, time, blocks, domains, divisions: rules.divisions, resolver, overrides, idOf, position };
  for (const table of tables) {
    const caption = captions.get(table.start);
    const named = caption && !titles.includes(folded.slice(caption.start, caption.end).trim());
    const title = named ? folded.slice(caption.start, caption.end).trim().replace(TABLE_MARK, '') : null;
    for (const record of tableRecords(table, title, context)) records.push(record);
  }
  records.sort((a, b) => a.start - b.start);
  return { records: doubted(records), place, mentions, headings: headings(folded, { blocks, marks }) };
}

/** A plan's rules hold when it is written, its undated targets for its last year. */
function yearOf({ year, start, end }: Period, kind: Kind, { plan, written }: ReportTime): number | null {
  const undated = plan !== null && year === plan.to && start === null && end === null;
  return undated && kind === 'standard' ? written : year;
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

/** Ids of the records of a text: the same for the same text, span and rule set on every machine. */
function recordIds(rules: RuleSet, source: string): (span: Span) => string {
  // in one call: an object of its own for each id would cost ten times as much
  const text = hash('sha256', `${rules.version}\0${source}`, 'hex');
  return (span) => hash('sha256', `${text}:${span.start}:${span.end}`, 'hex').slice(0, 16);
}

// 敦化市|接种水痘疫苗: the report's own place is no part of the name; 敦化市|医院 and 敦化市|疾控中心 are names
const NAMED_BY_PLACE =
  /^(?:第|人民|中[医心]|妇|疾|医[院保药]|卫|社区|红|急|血|精神|康复|[市区县州旗省级属域内外直辖]|政府|委|财政|民政|总|老年|传染|职业|健康|爱|计|公安|教育|市场)/u;

const ACTS_BEHIND = /^(?:新(?:发现|报告|增|签|建)|累计|报告|发现|共有|现有|拥有|全[省市区县])/u;

/** `places` are the report's, from the largest down: 石嘴山市惠农区|受理医疗纠纷. */
function withoutPlaces(label: string, places: readonly string[]): string {
  let rest = label;
  for (const name of places) {
    if (rest.startsWith(name)) rest = rest.slice(name.length);
    // 上海|新发现感染者
    else if (name.length > 2 && rest.startsWith(name.slice(0, -1)) && ACTS_BEHIND.test(rest.slice(name.length - 1)))
      rest = rest.slice(name.length - 1);
  }
  return rest.length < label.length && rest.length >= 3 && !NAMED_BY_PLACE.test(rest) ? rest : label;
}

const NEWLY = /新[增建设招签引添购开发]|净增|增加|改建|扩建/u;

/** Lines that may be the report's title: the first short lines that are no furniture. */
function titleLines(folded: string, lines: readonly Line[], file: string): string[] {
  const body = lines.filter((l) => !l.furniture);
  const titles: string[] = [];
  for (const line of body.slice(0, TITLE_LINES)) {
    const text = folded.slice(line.start, line.end).trim();
    if (text.length > TITLE_MAX) {
      // a text without line breaks opens with its title
      const opening = /^[^。,;]{4,50}?(?:总结|报告|公报|计划|要点|方案|规划|情况|汇报)(?=[ 一(\d]|$)/u.exec(text.slice(0, TITLE_MAX));
      if (opening) titles.push(opening[0]);
      break;
    }
    if (/[。;.]$|,.*:$/u.test(text) || /\d[^年月\d].*[,;:]/u.test(text)) break;
    titles.push(text);
  }
  const stem = fileStem(file);
  return /\p{Script=Han}/u.test(stem) ? [...titles, stem] : titles;
}

const fileStem = (file: string): string => (file.split(/[/\\]/u).at(-1) ?? '').replace(/\.[^.]+$/u, '');

/** Those before the headlines of other pages, which have dates of their own. */
function ownLines(folded: string, lines: readonly Line[]): readonly Line[] {
  const others = lines.findIndex((line) => RECOMMENDATIONS.test(folded.slice(line.start, line.end).trim()));
  return others < 0 ? lines : lines.slice(0, others);
}

/** The lines that are page furniture, or those that are not. */
function textOf(folded: string, lines: readonly Line[], furniture: boolean): string {
  return lines
    .filter((line) => line.furniture === furniture)
    .map((line) => folded.slice(line.start, line.end))
    .join('\n');
}

function reportTimeOf(body: string, furniture: string, titles: readonly string[], file: string, overrides: Overrides): ReportTime {
  const found = datedByFileName(reportTime(titles, body, furniture), fileStem(file));
  if (overrides.year === undefined) return found;
  if (found.year === overrides.year) return { ...found, byFileName: false };
  return { ...found, year: overrides.year, written: overrides.year, byFileName: false, start: null, end: null };
}

function reportPlace(
  folded: string,
  body: string,
  titles: readonly string[],
  file: string,
  year: number | null,
  overrides: Overrides,
  table: DivisionTable,
): Place {
  if (overrides.district !== undefined) {
    const place = placeOf(overrides.district, year, table);
    if (place) return place;
    return { province: null, city: null, district: overrides.district, code: null, ambiguous: false, level: null };
  }
  const all = folded.trim();
  return findPlace({ file: fileStem(file), title: titles.join('\n'), head: all.slice(0, HEAD), foot: all.slice(-FOOT), body }, year, table);
}

/** 1-based line and column of an offset, as editors count. */
function lineIndex(text: string): (offset: number) => [number, number] {
  const starts = [0];
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  return (offset) => {
    const line = countUpTo(starts, offset);
    return [line, offset - (starts[line - 1] as number) + 1];
  };
}

/** 1-based page of an offset; null where the text has none. */
function pageIndex(starts: readonly number[] | undefined): (offset: number) => number | null {
  return (offset) => (starts ? Math.max(1, countUpTo(starts, offset)) : null);
}

/** How many of some ascending offsets are no greater than `offset`. */
function countUpTo(ascending: readonly number[], offset: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((ascending[mid] as number) <= offset) low = mid + 1;
    else high = mid;
  }
  return low;
}
