// Writes the figures of running text down as records; those of tables: table/records.ts.
import { hash } from 'node:crypto';
import Big from 'big.js';
import type { Figure, Span, Trace } from './model/document.js';
import type { Flag } from './model/flags.js';
import type { HealthRecord, Kind } from './model/record.js';
import type { Overrides } from './report.js';
import type { Resolved, Resolver } from './resolve/resolver.js';
import type { RuleSet } from './ruleset.js';
import { type DomainContext, domainEvidence, domainOf } from './tag/domain.js';
import type { Place } from './tag/place.js';
import type { ReportTime } from './tag/report-time.js';
import type { Period } from './tag/time-expressions.js';

/** What the records of one report share. */
export interface ReportContext {
  readonly file: string;
  /** The text as decoded. */
  readonly source: string;
  readonly place: Place;
  readonly time: ReportTime;
  readonly domains: DomainContext;
  readonly resolver: Resolver;
  readonly overrides: Overrides;
  readonly idOf: (span: Span) => string;
  /** 1-based line and column of an offset. */
  readonly position: (offset: number) => [number, number];
  readonly pageOf: (offset: number) => number | null;
}

/** What the taggers say of a figure. */
export interface Tags {
  readonly period: Period;
  readonly kind: Kind;
  /** With its scope, without the report's place. */
  readonly label: string;
  /** The sentence as written. */
  readonly sentence: string;
}

// 新增|床位: what is new
const NEWLY = /新[增建设招签引添购开发]|净增|增加|改建|扩建/u;

export class RecordMaker {
  /** The indicators of the figures so far: a part is resolved with its total. */
  readonly #resolutions = new Map<Figure, Resolved>();

  /** `traces` gets how each figure came by its label. */
  constructor(
    private readonly context: ReportContext,
    private readonly traces: Map<string, Trace> | undefined,
  ) {}

  recordOf(figure: Figure, { period, kind, label, sentence }: Tags): HealthRecord {
    const { file, source, place, time, domains, resolver, overrides, idOf, position, pageOf } = this.context;
    const { quantity } = figure;
    const [line, column] = position(quantity.start);
    const flags: Flag[] = [...figure.flags];
    if (place.ambiguous) flags.push('place-ambiguous');
    if (period.year === null && figure.aspect !== 'baseline') flags.push('year-unknown');
    else if (time.byFileName) flags.push('year-from-file-name');
    const id = idOf(quantity);
    this.traces?.set(id, figure.trace);
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
    const total = whole ? this.#resolutions.get(whole) : undefined;
    // 新增床位120张(县中医院80张): the parts of what is new are new, too, though their labels do not say so
    const ofNew = whole !== null && NEWLY.test(whole.label) && !NEWLY.test(label);
    const resolved = (ofNew ? null : named) ?? (total ? resolver.resolvePart(label, total, whole?.label) : null);
    if (resolved) this.#resolutions.set(figure, resolved);
    return {
      id,
      file,
      province: place.province,
      city: place.city,
      district: place.district,
      districtCode: place.code,
      year: overrides.year ?? yearOf(period, kind, time),
      periodStart: period.start,
      periodEnd: period.end,
      domain: overrides.domain ?? (resolved ? domainOf(evidence, resolved.indicator.domain) : byWords),
      section: [...figure.sentence.section.path],
      indicator: resolved?.name ?? label,
      indicatorId: resolved?.indicator.id ?? null,
      label,
      kind,
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
      sentence,
      rule: figure.rule,
      flags: flags.length > 1 ? [...new Set(flags)] : flags,
      page: pageOf(quantity.start),
    };
  }
}

/** A plan's rules hold when it is written, its undated targets for its last year. */
function yearOf({ year, start, end }: Period, kind: Kind, { plan, written }: ReportTime): number | null {
  const undated = plan !== null && year === plan.to && start === null && end === null;
  return undated && kind === 'standard' ? written : year;
}

/** Ids of the records of a text: the same for the same text, span and rule set on every machine. */
export function recordIds(rules: RuleSet, source: string): (span: Span) => string {
  // in one call: an object of its own for each id would cost ten times as much
  const text = hash('sha256', `${rules.version}\0${source}`, 'hex');
  return (span) => hash('sha256', `${text}:${span.start}:${span.end}`, 'hex').slice(0, 16);
}

// 敦化市|接种水痘疫苗: the report's own place is no part of the name; 敦化市|医院 and 敦化市|疾控中心 are names
const NAMED_BY_PLACE =
  /^(?:第|人民|中[医心]|妇|疾|医[院保药]|卫|社区|红|急|血|精神|康复|[市区县州旗省级属域内外直辖]|政府|委|财政|民政|总|老年|传染|职业|健康|爱|计|公安|教育|市场)/u;

const ACTS_BEHIND = /^(?:新(?:发现|报告|增|签|建)|累计|报告|发现|共有|现有|拥有|全[省市区县])/u;

/** `places` are the report's, from the largest down: 石嘴山市惠农区|受理医疗纠纷. */
export function withoutPlaces(label: string, places: readonly string[]): string {
  let rest = label;
  for (const name of places) {
    if (rest.startsWith(name)) rest = rest.slice(name.length);
    // 上海|新发现感染者
    else if (name.length > 2 && rest.startsWith(name.slice(0, -1)) && ACTS_BEHIND.test(rest.slice(name.length - 1)))
      rest = rest.slice(name.length - 1);
  }
  return rest.length < label.length && rest.length >= 3 && !NAMED_BY_PLACE.test(rest) ? rest : label;
}
