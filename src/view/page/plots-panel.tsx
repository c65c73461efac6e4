// Plots of the figures that the filters leave.
import * as Plot from '@observablehq/plot';
import type { JSX } from 'preact';
import { useCallback, useMemo, useState } from 'preact/hooks';
import { formatValue } from '../../emit/value.js';
import { KINDS } from '../../model/record.js';
import { attainments, domainCounts, linesOf, type Point, type Series, seriesOf } from '../series.js';
import { fill, type Words } from '../words.js';
import { recordAt, type Target, useShared } from './context.js';
import { PlotFigure } from './plot-figure.js';

interface Props {
  readonly rows: readonly number[];
  readonly onOpen: (target: Target) => void;
}

/** Rows of a plot; more go into its table only. */
const MOST_BARS = 30;
/** Lines that get their name; more are told apart by highlighting one. */
const MOST_NAMES = 10;
const ROW = 22;
const CHARACTER = 13;

export function PlotsPanel({ rows, onOpen }: Props): JSX.Element {
  const { words } = useShared();
  const open = useCallback((index: number) => onOpen({ type: 'figure', index }), [onOpen]);
  return (
    <div class="panel-body scroll plots">
      <p class="intro">{fill(words.ui.plotsIntro, { n: rows.length })}</p>
      <IndicatorPlot rows={rows} onOpen={open} />
      <TargetPlot rows={rows} onOpen={open} />
      <DomainPlot rows={rows} />
    </div>
  );
}

interface PartProps {
  readonly rows: readonly number[];
  readonly onOpen: (index: number) => void;
}

function IndicatorPlot({ rows, onOpen }: PartProps): JSX.Element {
  const { content, words } = useShared();
  const [key, setKey] = useState<string | null>(null);
  const [place, setPlace] = useState<string | null>(null);
  const all = useMemo(() => seriesOf(content.records, rows), [content, rows]);
  const series = all.find((one) => one.key === key) ?? all[0];
  const highlighted = series?.places.includes(place ?? '') ? place : null;
  const draw = useCallback(
    (width: number): Plot.PlotOptions =>
      series ? (series.years.length > 1 ? overYears(series, highlighted, width) : overPlaces(series, width)) : {},
    [series, highlighted],
  );
  const points = useMemo(() => (series ? (series.years.length > 1 ? series.points : byValue(series)) : []), [series]);
  return (
    <section aria-labelledby="plot-indicator">
      <h3 id="plot-indicator">{words.ui.plotIndicator}</h3>
      {!series ? (
        <p class="muted">{words.ui.noSeries}</p>
      ) : (
        <>
          <div class="plot-bar">
            <label>
              {words.ui.chooseIndicator}{' '}
              <select class="wide" value={series.key} onChange={(event) => setKey(event.currentTarget.value)}>
                {all.map((one) => (
                  <option key={one.key} value={one.key}>
                    {unitLabel(one)}: {sizeOf(one, words)}
                  </option>
                ))}
              </select>
            </label>
            {series.years.length > 1 && series.places.length > 1 && (
              <label>
                {words.ui.highlight}{' '}
                <select value={highlighted ?? ''} onChange={(event) => setPlace(event.currentTarget.value || null)}>
                  <option value="">–</option>
                  {series.places.map((name) => (
                    <option key={name}>{name}</option>
                  ))}
                </select>
              </label>
            )}
          </div>
          <p class="muted small">
            {words.ui.plotIndicatorNote}
            {series.years.length === 1 &&
              points.length > MOST_BARS &&
              ` ${fill(words.ui.firstPlaces, { n: MOST_BARS, all: points.length })}`}
          </p>
          <PlotFigure
            label={`${unitLabel(series)}: ${sizeOf(series, words)}`}
            draw={draw}
            onIndex={(index) => {
              const point = points[index];
              if (point) onOpen(point.row);
            }}
          >
            <table class="plain">
              <thead>
                <tr>
                  <th scope="col">{words.fields.place}</th>
                  {series.years.map((year) => (
                    <th scope="col" class="right" key={year}>
                      {year}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {series.places.map((name) => (
                  <tr key={name}>
                    <th scope="row">{name}</th>
                    {series.years.map((year) => (
                      <td class="right" key={year}>
                        {series.points
                          .filter((point) => point.place === name && point.year === year)
                          .map(({ row }) => (
                            <button type="button" class="link" key={row} onClick={() => onOpen(row)}>
                              {formatValue(recordAt(content, row))}
                            </button>
                          ))}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </PlotFigure>
        </>
      )}
    </section>
  );
}

const unitLabel = (series: Series): string => `${series.indicator}${series.unit === null ? '' : ` (${series.unit})`}`;
const sizeOf = ({ places, years }: Series, { ui }: Words): string => fill(ui.seriesSize, { places: places.length, years: years.length });
const byValue = ({ points }: Series): Point[] => [...points].sort((a, b) => b.value - a.value || a.row - b.row);

function overYears(series: Series, highlighted: string | null, width: number): Plot.PlotOptions {
  const lines = linesOf(series);
  const named = series.places.length <= MOST_NAMES ? series.places : highlighted === null ? [] : [highlighted];
  const last = new Map(series.points.map((point) => [point.place, point]));
  for (const point of series.points) if (point.year >= (last.get(point.place)?.year ?? 0)) last.set(point.place, point);
  const strong = ({ place }: Point): boolean => highlighted === null || place === highlighted;
  const nameWidth = Math.min(width * 0.3, Math.max(0, ...named.map((name) => name.length)) * CHARACTER + 12);
  return {
    height: 300,
    marginLeft: 64,
    marginRight: Math.max(24, nameWidth),
    x: { ticks: series.years, tickFormat: (year: number) => String(year), label: null, insetLeft: 12, insetRight: 12 },
    y: { grid: true, nice: true, label: unitLabel(series), labelArrow: 'none', tickFormat: shortNumber },
    marks: [
      ...lines.map((line) =>
        Plot.line(line, {
          x: 'year',
          y: 'value',
          stroke: line.every(strong) ? 'var(--accent)' : 'var(--faint)',
          strokeWidth: line.every(strong) ? 1.75 : 1,
          strokeOpacity: line.every(strong) ? 0.8 : 1,
        }),
      ),
      Plot.dot(series.points, {
        x: 'year',
        y: 'value',
        r: 4,
        fill: (point: Point) => (strong(point) ? 'var(--accent)' : 'var(--faint)'),
        stroke: 'var(--paper)',
        title: (point: Point) => `${point.place} ${point.year}: ${point.value.toLocaleString('en')}${series.unit ?? ''}`,
        className: 'points',
      }),
      Plot.text(
        named.flatMap((name) => last.get(name) ?? []),
        { x: 'year', y: 'value', text: 'place', textAnchor: 'start', dx: 9, fill: 'currentColor' },
      ),
    ],
  };
}

function overPlaces(series: Series, width: number): Plot.PlotOptions {
  const points = byValue(series).slice(0, MOST_BARS);
  const names = [...new Set(points.map((point) => point.place))];
  return {
    height: names.length * ROW + 60,
    marginLeft: Math.min(width * 0.4, Math.max(...names.map((name) => name.length)) * CHARACTER + 16),
    marginRight: 64,
    marginTop: 34,
    x: { axis: 'top', grid: true, zero: true, nice: true, label: unitLabel(series), labelArrow: 'none', tickFormat: shortNumber },
    y: { domain: names, label: null, tickSize: 0 },
    marks: [
      Plot.ruleY(points, { x1: 0, x2: 'value', y: 'place', stroke: 'var(--line)', strokeWidth: 2 }),
      Plot.dot(points, {
        x: 'value',
        y: 'place',
        r: 5,
        fill: 'var(--accent)',
        title: (point: Point) => `${point.place} ${point.year}: ${point.value.toLocaleString('en')}${series.unit ?? ''}`,
        className: 'points',
      }),
      Plot.text(points, { x: 'value', y: 'place', text: (point: Point) => point.value.toLocaleString('en'), textAnchor: 'start', dx: 9 }),
    ],
  };
}

const shortNumber = (value: number): string => value.toLocaleString('en', { notation: 'standard', maximumFractionDigits: 3 });

function TargetPlot({ rows, onOpen }: PartProps): JSX.Element {
  const { content, words } = useShared();
  const pairs = useMemo(() => attainments(content.records, rows), [content, rows]);
  const shown = useMemo(() => pairs.slice(0, MOST_BARS), [pairs]);
  const name = useCallback(
    (i: number): string => {
      const pair = shown[i];
      return pair ? `${pair.indicator} · ${pair.place}` : '';
    },
    [shown],
  );
  const draw = useCallback(
    (width: number): Plot.PlotOptions => {
      const margin = Math.min(width * 0.5, Math.max(0, ...shown.map((_, i) => name(i).length)) * CHARACTER + 16);
      const places = shown.map((_, i) => i);
      const letters = Math.floor((margin - 16) / CHARACTER);
      const shorten = (i: number): string => (name(i).length > letters ? `${name(i).slice(0, letters - 1)}…` : name(i));
      const far = (share: number): number => Math.min(share, 200);
      return {
        height: shown.length * ROW + 64,
        marginLeft: margin,
        marginRight: 60,
        marginTop: 34,
        x: {
          axis: 'top',
          grid: true,
          domain: [0, Math.max(110, ...shown.map(({ share }) => far(share)))],
          label: `${words.ui.targetShare}`,
          labelArrow: 'none',
        },
        y: { domain: places, label: null, tickSize: 0, tickFormat: shorten },
        marks: [
          Plot.ruleY(places, {
            x1: 0,
            x2: (i: number) => far(shown[i]?.share ?? 0),
            y: (i: number) => i,
            stroke: 'var(--line)',
            strokeWidth: 2,
          }),
          Plot.ruleX([100], { stroke: 'var(--target)', strokeWidth: 1.5, strokeDasharray: '5 3' }),
          Plot.dot(places, {
            x: (i: number) => far(shown[i]?.share ?? 0),
            y: (i: number) => i,
            r: 5,
            fill: 'var(--accent)',
            title: (i: number) => {
              const pair = shown[i];
              if (!pair) return '';
              const [actual, target] = [recordAt(content, pair.actualRow), recordAt(content, pair.targetRow)];
              return `${name(i)}\n${words.kinds.actual} ${actual.year}: ${formatValue(actual)}\n${words.kinds.target} ${target.year}: ${formatValue(target)}`;
            },
            className: 'points',
          }),
          Plot.text(places, {
            y: (i: number) => i,
            text: (i: number) => `${(shown[i]?.share ?? 0).toFixed(1)}%`,
            frameAnchor: 'right',
            textAnchor: 'end',
            dx: 56,
          }),
        ],
      };
    },
    [shown, name, content, words],
  );
  return (
    <section aria-labelledby="plot-targets">
      <h3 id="plot-targets">{words.ui.plotTargets}</h3>
      {pairs.length === 0 ? (
        <p class="muted">{words.ui.noTargets}</p>
      ) : (
        <>
          <p class="muted small">
            {words.ui.plotTargetsNote} {pairs.length > MOST_BARS && fill(words.ui.firstOf, { n: MOST_BARS, all: pairs.length })}
          </p>
          <PlotFigure
            label={words.ui.plotTargets}
            draw={draw}
            onIndex={(index) => {
              const pair = shown[index];
              if (pair) onOpen(pair.actualRow);
            }}
          >
            <table class="plain">
              <thead>
                <tr>
                  <th scope="col">{words.fields.indicator}</th>
                  <th scope="col">{words.fields.place}</th>
                  <th scope="col" class="right">
                    {words.kinds.actual}
                  </th>
                  <th scope="col" class="right">
                    {words.kinds.target}
                  </th>
                  <th scope="col" class="right">
                    {words.ui.targetShare}
                  </th>
                </tr>
              </thead>
              <tbody>
                {pairs.map((pair) => (
                  <tr key={`${pair.targetRow} ${pair.actualRow}`}>
                    <th scope="row">{pair.indicator}</th>
                    <td>{pair.place}</td>
                    {[pair.actualRow, pair.targetRow].map((row) => (
                      <td class="right" key={row}>
                        <button type="button" class="link" onClick={() => onOpen(row)}>
                          {formatValue(recordAt(content, row))}
                        </button>{' '}
                        <span class="muted">({recordAt(content, row).year})</span>
                      </td>
                    ))}
                    <td class="right">{pair.share.toFixed(1)}%</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </PlotFigure>
        </>
      )}
    </section>
  );
}

function DomainPlot({ rows }: Pick<PartProps, 'rows'>): JSX.Element {
  const { content, words } = useShared();
  const counts = useMemo(() => domainCounts(content.records, rows), [content, rows]);
  const domains = useMemo(() => {
    const totals = new Map<string, number>();
    for (const { domain, count } of counts) totals.set(domain, (totals.get(domain) ?? 0) + count);
    return [...totals].sort((a, b) => b[1] - a[1]);
  }, [counts]);
  const kinds = KINDS.filter((kind) => counts.some((one) => one.kind === kind));
  const draw = useCallback(
    (width: number): Plot.PlotOptions => {
      const names = domains.map(([domain]) => words.domains[domain as keyof typeof words.domains]);
      return {
        height: domains.length * (ROW + 2) + 50,
        marginLeft: Math.min(
          width * 0.42,
          Math.max(0, ...names.map((name) => [...name].reduce((sum, c) => sum + (c > '\u2e80' ? 13 : 6.6), 0))) + 14,
        ),
        marginTop: 30,
        marginRight: 36,
        x: { axis: null },
        y: { domain: names, label: null, tickSize: 0 },
        fx: { axis: 'top', domain: kinds.map((kind) => words.kinds[kind]), label: null, padding: 0.18 },
        marks: [
          Plot.barX(counts, {
            x: 'count',
            y: (one: (typeof counts)[number]) => words.domains[one.domain],
            fx: (one: (typeof counts)[number]) => words.kinds[one.kind],
            fill: (one: (typeof counts)[number]) => `var(--${one.kind})`,
            insetTop: 3,
            insetBottom: 3,
          }),
          Plot.text(counts, {
            x: 'count',
            y: (one: (typeof counts)[number]) => words.domains[one.domain],
            fx: (one: (typeof counts)[number]) => words.kinds[one.kind],
            text: (one: (typeof counts)[number]) => one.count.toLocaleString('en'),
            textAnchor: 'start',
            dx: 4,
          }),
          Plot.ruleX([0], { stroke: 'var(--line)' }),
        ],
      };
    },
    [counts, domains, kinds.length, words],
  );
  return (
    <section aria-labelledby="plot-domains">
      <h3 id="plot-domains">{words.ui.plotDomains}</h3>
      {counts.length > 0 && (
        <PlotFigure label={words.ui.plotDomains} draw={draw} onIndex={() => {}}>
          <table class="plain">
            <thead>
              <tr>
                <th scope="col">{words.fields.domain}</th>
                {kinds.map((kind) => (
                  <th scope="col" class="right" key={kind}>
                    {words.kinds[kind]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {domains.map(([domain]) => (
                <tr key={domain}>
                  <th scope="row">{words.domains[domain as keyof typeof words.domains]}</th>
                  {kinds.map((kind) => (
                    <td class="right" key={kind}>
                      {counts.find((one) => one.domain === domain && one.kind === kind)?.count ?? 0}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </PlotFigure>
      )}
    </section>
  );
}
