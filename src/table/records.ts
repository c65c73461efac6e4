// Records of the figures of tables: of one kind with those of the text.
import type { Section } from '../model/document.js';
import type { Flag } from '../model/flags.js';
import type { HealthRecord } from '../model/record.js';
import type { ReportContext } from '../records.js';
import type { Block } from '../segment/sections.js';
import type { DivisionTable } from '../tag/divisions.js';
import { domainEvidence, domainOf } from '../tag/domain.js';
import { placeWithin } from '../tag/place.js';
import type { ReportTime } from '../tag/report-time.js';
import type { Table, TableFigure } from './figures.js';

export interface TableContext extends ReportContext {
  readonly blocks: readonly Block[];
  readonly divisions: DivisionTable;
}

/** `title` is that of the table, where it has one that is not the report's. */
export function tableRecords(table: Table, title: string | null, context: TableContext): HealthRecord[] {
  const above = context.blocks.findLast((block) => block.start < table.start)?.section;
  const path = [...(above?.path ?? []), ...(title === null ? [] : [title])];
  const section = { start: above?.start ?? table.start, end: table.end, path };
  return table.figures.map((figure) => recordOf(figure, section, context));
}

const isAhead = (year: number | null, { dated, written }: ReportTime): boolean =>
  dated && year !== null && written !== null && year > written;

function recordOf(figure: TableFigure, section: Section, context: TableContext): HealthRecord {
  const { quantity, label, aspect, row } = figure;
  const { source, overrides, time } = context;
  const place = (figure.place && placeWithin(figure.place, context.place, figure.year ?? time.year, context.divisions)) || context.place;
  const { start, end } = row;
  const evidence = domainEvidence({ label, clause: row, sentence: { start, end, section } }, context.domains);
  const byWords = domainOf(evidence, null);
  const resolved = context.resolver.resolve({ label, noun: '', predicate: '', unit: quantity.unit, aspect, domain: byWords });
  const domain = overrides.domain ?? (resolved ? domainOf(evidence, resolved.indicator.domain) : byWords);
  const [line, column] = context.position(quantity.start);
  const year = overrides.year ?? figure.year ?? time.year;
  const ownYear = figure.year !== null && figure.year !== time.year;
  const flags: Flag[] = [];
  if (quantity.unit === null) flags.push('unit-missing');
  if (place.ambiguous) flags.push('place-ambiguous');
  if (year === null) flags.push('year-unknown');
  else if (time.byFileName) flags.push('year-from-file-name');
  return {
    id: context.idOf(quantity),
    file: context.file,
    province: place.province,
    city: place.city,
    district: place.district,
    districtCode: place.code,
    year,
    periodStart: ownYear ? null : time.start,
    periodEnd: ownYear ? null : time.end,
    domain,
    section: [...section.path],
    indicator: resolved?.name ?? label,
    indicatorId: resolved?.indicator.id ?? null,
    label,
    // a column of a year that is yet to come
    kind: figure.kind === 'actual' && isAhead(figure.year, time) ? 'target' : figure.kind,
    aspect,
    relation: quantity.relation,
    value: quantity.value,
    valueMax: null,
    unit: quantity.unit,
    dimension: quantity.dimension,
    raw: source.slice(quantity.start, quantity.end),
    base: figure.base,
    partOf: figure.total ? context.idOf(figure.total.quantity) : null,
    start: quantity.start,
    end: quantity.end,
    line,
    column,
    sentence: source.slice(row.start, row.end),
    rule: 'table-cell',
    flags,
    page: context.pageOf(quantity.start),
  };
}
