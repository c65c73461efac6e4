// The table of all figures: filters, columns, sorting, export.
import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { formatValue } from '../../emit/value.js';
import { COLUMNS, DOMAINS, type HealthRecord, KINDS } from '../../model/record.js';
import { csvOf } from '../csv.js';
import { FACETS, type Filter, isFiltered, placeName, type SortKey, sortRows } from '../rows.js';
import { fill, type Words } from '../words.js';
import { fileName, recordAt, type Target, useShared } from './context.js';
import { FilterBar } from './filter-bar.js';
import { type LongColumn, LongTable, type Sort } from './long-table.js';

type ColumnId = keyof HealthRecord | 'place' | 'figure';

interface Props {
  /** Rows that the filter leaves, in the order of the inputs. */
  readonly rows: readonly number[];
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly document: number;
  readonly selected: number;
  readonly reveal: number;
  /** There is room for the filters beside the table. */
  readonly wide: boolean;
  readonly onOpen: (target: Target) => void;
}

const ALL: readonly ColumnId[] = ['place', 'figure', ...COLUMNS];
const FIRST: readonly ColumnId[] = ['place', 'year', 'domain', 'indicator', 'figure', 'kind', 'aspect', 'flags'];
const WIDTHS: Readonly<Partial<Record<ColumnId, number>>> = {
  place: 84,
  year: 60,
  domain: 124,
  indicator: 230,
  figure: 128,
  kind: 92,
  aspect: 104,
  flags: 110,
  label: 220,
  sentence: 360,
  section: 220,
  file: 180,
  id: 150,
  partOf: 150,
};
const DEFAULT_WIDTH = 100;
const NUMERIC: ReadonlySet<ColumnId> = new Set<ColumnId>(['figure', 'year', 'value', 'valueMax', 'start', 'end', 'line', 'column', 'page']);

export function FiguresPanel({ rows, filter, onFilter, document, selected, reveal, wide, onOpen }: Props): JSX.Element {
  const { content, words, language } = useShared();
  const [sort, setSort] = useState<Sort | null>(null);
  const [shownColumns, setShownColumns] = useState<readonly ColumnId[]>(FIRST);
  const [exported, setExported] = useState('');

  const sorted = useMemo(() => {
    if (!sort) return rows;
    // by pronunciation for Chinese
    const { compare } = new Intl.Collator('zh', { numeric: true });
    return sortRows(rows, sortKey(content.records, sort.column as ColumnId), sort.descending, compare);
  }, [content, rows, sort]);
  const columns = useMemo(
    () =>
      ALL.filter((id) => shownColumns.includes(id))
        .sort((a, b) => order(a) - order(b))
        .map(
          (id): LongColumn => ({
            id,
            title: words.fields[id],
            width: WIDTHS[id] ?? DEFAULT_WIDTH,
            ...(NUMERIC.has(id) ? { align: 'right' } : {}),
            cell: (row) => cell(recordAt(content, row), id, words),
          }),
        ),
    [content, shownColumns, words],
  );
  useEffect(() => setExported(''), [rows, language]);

  const save = (): void => {
    const records = sorted.map((row) => recordAt(content, row));
    const url = URL.createObjectURL(new Blob(csvOf(records), { type: 'text/csv;charset=utf-8' }));
    const link = window.document.createElement('a');
    link.href = url;
    link.download = 'healthx-figures.csv';
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
    setExported(fill(words.ui.exported, { n: records.length }));
  };
  const filters = <FilterBar rows={rows} filter={filter} onFilter={onFilter} document={document} />;
  const all = content.records.length;
  const hidden = selected >= 0 && !rows.includes(selected);
  return (
    <div class="panel-body">
      {wide ? (
        filters
      ) : (
        <details class="filter-box">
          <summary>
            {words.ui.filters}
            {isFiltered(filter) && ' ●'}
          </summary>
          {filters}
        </details>
      )}
      <div class="table-bar">
        <span role="status" class="count">
          {fill(rows.length === all ? words.ui.shownAll : words.ui.shown, { n: rows.length, all })}
          {exported && ` · ${exported}`}
        </span>
        <details class="menu">
          <summary>{words.ui.columns}</summary>
          <fieldset>
            <legend class="hidden">{words.ui.columns}</legend>
            {ALL.map((id) => (
              <label key={id}>
                <input
                  type="checkbox"
                  checked={shownColumns.includes(id)}
                  onChange={(event) => {
                    const on = event.currentTarget.checked;
                    setShownColumns((ids) => (on ? [...ids, id] : ids.filter((other) => other !== id)));
                  }}
                />{' '}
                {words.fields[id]} {id in words.fields && id !== 'place' && id !== 'figure' && <code>{id}</code>}
              </label>
            ))}
          </fieldset>
        </details>
        <button type="button" class="primary" onClick={save} title={words.ui.exportHint} disabled={rows.length === 0}>
          {words.ui.export}
        </button>
      </div>
      {hidden && (
        <p class="notice" role="status">
          {words.ui.hiddenByFilter}
        </p>
      )}
      <LongTable
        label={words.ui.tableLabel}
        columns={columns}
        rows={sorted}
        sort={sort}
        onSort={setSort}
        selected={selected}
        reveal={reveal}
        onOpen={(index) => onOpen({ type: 'figure', index })}
        empty={words.ui.noRows}
      />
    </div>
  );
}

/** The columns shown at first keep their order, the others follow in that of the record. */
const order = (id: ColumnId): number => {
  const place = FIRST.indexOf(id);
  return place >= 0 ? place : FIRST.length + ALL.indexOf(id);
};

function cell(record: HealthRecord, id: ColumnId, words: Words): JSX.Element | string {
  switch (id) {
    case 'place':
      return placeName(record);
    case 'figure':
      return formatValue(record);
    case 'domain':
      return (
        <span class="domain" data-domain={record.domain} title={words.domains[record.domain]}>
          {words.domains[record.domain]}
        </span>
      );
    case 'kind':
      return <span class={`kind ${record.kind}`}>{words.kinds[record.kind]}</span>;
    case 'aspect':
      return words.aspects[record.aspect];
    case 'relation':
      return words.relations[record.relation];
    case 'dimension':
      return words.dimensions[record.dimension];
    case 'flags':
      return record.flags.length === 0 ? (
        ''
      ) : (
        <span title={record.flags.map((flag) => words.flags[flag] ?? flag).join('\n')}>⚑ {record.flags.join(', ')}</span>
      );
    case 'section':
      return record.section.join(' › ');
    case 'file':
      return fileName(record.file, words);
    case 'indicator':
    case 'label':
    case 'sentence':
      return <span title={record[id]}>{record[id]}</span>;
    default: {
      const value = record[id];
      return value === null ? '' : String(value);
    }
  }
}

function sortKey(records: readonly HealthRecord[], id: ColumnId): SortKey {
  const of = (row: number): HealthRecord => records[row] as HealthRecord;
  switch (id) {
    case 'place':
      return (row) => placeName(of(row)) || null;
    case 'figure':
      return (row) => of(row).value;
    case 'domain':
      return (row) => DOMAINS.indexOf(of(row).domain);
    case 'kind':
      return (row) => KINDS.indexOf(of(row).kind);
    case 'flags':
      return (row) => FACETS.flags(of(row)).join(', ') || null;
    case 'section':
      return (row) => of(row).section.join(' › ') || null;
    default:
      return (row) => of(row)[id];
  }
}
