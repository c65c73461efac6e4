// What narrows the table down: each choice shows how many figures it would leave.
import type { JSX } from 'preact';
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { ASPECTS, DOMAINS, KINDS } from '../../model/record.js';
import { ANY, type Facet, type Filter, facetCounts, filterRows, isFiltered, NO_FILTER, NONE } from '../rows.js';
import type { Words } from '../words.js';
import { recordAt, useShared } from './context.js';

interface Props {
  readonly rows: readonly number[];
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly document: number;
}

const FACET_ORDER: readonly Facet[] = ['place', 'year', 'domain', 'kind', 'aspect', 'flags'];
/** Milliseconds without typing until the table follows. */
const TYPING = 160;
const SUGGESTIONS = 400;

export function FilterBar({ rows, filter, onFilter, document }: Props): JSX.Element {
  const { content, words, language } = useShared();
  const id = useId();
  const suggestions = useMemo(() => {
    const counts = new Map<string, number>();
    for (const { indicator } of content.records) counts.set(indicator, (counts.get(indicator) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1]).slice(0, SUGGESTIONS);
  }, [content]);
  const options = useMemo(
    () =>
      FACET_ORDER.map((facet) => {
        const open = filter.facets[facet] === undefined ? rows : filterRows(content.records, content.documentOf, filter, facet);
        const counts = facetCounts(content.records, open, facet);
        if (facet === 'flags') {
          const flagged = open.filter((row) => recordAt(content, row).flags.length > 0).length;
          return { facet, values: [[ANY, flagged], [NONE, open.length - flagged], ...[...counts].sort()] as [string, number][] };
        }
        return { facet, values: ordered(facet, counts) };
      }),
    [content, rows, filter],
  );
  const set = (facet: Facet, value: string): void => {
    const { [facet]: _, ...others } = filter.facets;
    onFilter({ ...filter, facets: value === 'all' ? others : { ...others, [facet]: value.slice(1) } });
  };
  return (
    <search class="filters" aria-label={words.ui.filters}>
      <Typed label={words.ui.search} hint={words.ui.searchHint} value={filter.text} onValue={(text) => onFilter({ ...filter, text })} />
      <Typed
        label={words.fields.indicator}
        hint={words.ui.indicatorHint}
        value={filter.indicator}
        list={id}
        onValue={(indicator) => onFilter({ ...filter, indicator })}
      />
      <datalist id={id}>
        {suggestions.map(([name]) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {options.map(({ facet, values }) => (
        <label key={`${facet} ${language}`} class={filter.facets[facet] === undefined ? '' : 'set'}>
          <span>{words.fields[facet]}</span>
          <select
            data-facet={facet}
            value={filter.facets[facet] === undefined ? 'all' : `=${filter.facets[facet]}`}
            onChange={(event) => set(facet, event.currentTarget.value)}
          >
            <option value="all">{words.ui.all}</option>
            {values.map(([value, n]) => (
              <option key={value} value={`=${value}`}>
                {facetName(facet, value, words)} ({n})
              </option>
            ))}
          </select>
        </label>
      ))}
      <div class="filter-end">
        <label class="check">
          <input
            type="checkbox"
            checked={filter.document !== null}
            onChange={(event) => onFilter({ ...filter, document: event.currentTarget.checked ? document : null })}
          />{' '}
          {words.ui.thisReport}
        </label>
        <button type="button" disabled={!isFiltered(filter)} onClick={() => onFilter(NO_FILTER)}>
          {words.ui.clearFilters}
        </button>
      </div>
    </search>
  );
}

interface TypedProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly list?: string;
  readonly onValue: (value: string) => void;
}

/** A field whose value is passed on when the typing pauses. */
function Typed({ label, hint, value, list, onValue }: TypedProps): JSX.Element {
  const [typed, setTyped] = useState(value);
  const timer = useRef(0);
  const sent = useRef(value);
  // cleared from outside; what was typed meanwhile stays
  useEffect(() => {
    if (value !== sent.current) setTyped(value);
    sent.current = value;
  }, [value]);
  return (
    <label class={`typed${value.trim() === '' ? '' : ' set'}`}>
      <span>{label}</span>
      <input
        type="search"
        value={typed}
        placeholder={hint}
        {...(list === undefined ? {} : { list })}
        onInput={(event) => {
          const next = event.currentTarget.value;
          setTyped(next);
          clearTimeout(timer.current);
          timer.current = window.setTimeout(() => {
            sent.current = next;
            onValue(next);
          }, TYPING);
        }}
      />
    </label>
  );
}

function ordered(facet: Facet, counts: ReadonlyMap<string, number>): [string, number][] {
  const fixed: Readonly<Partial<Record<Facet, readonly string[]>>> = { domain: DOMAINS, kind: KINDS, aspect: ASPECTS };
  const order = fixed[facet];
  if (order) return order.flatMap((value) => (counts.has(value) ? [[value, counts.get(value) ?? 0] as [string, number]] : []));
  const { compare } = new Intl.Collator('zh');
  const sorted = [...counts].sort((a, b) => compare(a[0], b[0]));
  return facet === 'year' ? sorted.reverse() : sorted;
}

function facetName(facet: Facet, value: string, words: Words): string {
  if (facet === 'flags') return value === ANY ? words.ui.any : value === NONE ? words.ui.none : value;
  if (value === '') return words.ui.unknown;
  const names: Readonly<Partial<Record<Facet, Readonly<Record<string, string>>>>> = {
    domain: words.domains,
    kind: words.kinds,
    aspect: words.aspects,
  };
  return names[facet]?.[value] ?? value;
}
