// A table of any number of rows: only those in sight are in the page. Arrow keys move between rows, titles of columns sort.
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { fill } from '../words.js';
import { useShared } from './context.js';
import { useVirtual } from './use-virtual.js';

export interface LongColumn {
  readonly id: string;
  readonly title: string;
  /** In pixels; what is left over is shared out in proportion. */
  readonly width: number;
  readonly align?: 'right';
  readonly cell: (row: number) => ComponentChildren;
}

export interface Sort {
  readonly column: string;
  readonly descending: boolean;
}

interface Props {
  readonly label: string;
  readonly columns: readonly LongColumn[];
  /** What is shown, in order; handed to `cell`. */
  readonly rows: readonly number[];
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort | null) => void;
  /** The row that is marked and kept in sight; -1 for none. */
  readonly selected: number;
  /** Changes whenever the selected row is to be brought into sight. */
  readonly reveal: number;
  readonly onOpen: (row: number) => void;
  readonly empty: string;
}

export const ROW_HEIGHT = 34;
const PAGE = 15;

export function LongTable({ label, columns, rows, sort, onSort, selected, reveal, onOpen, empty }: Props): JSX.Element {
  const { words } = useShared();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtual(rows.length, scroller, ROW_HEIGHT);
  const [active, setActive] = useState(0);
  const focusWanted = useRef(false);
  const place = selected < 0 ? -1 : rows.indexOf(selected);
  const current = Math.min(active, Math.max(0, rows.length - 1));

  // the row is brought into sight when that is asked for, not whenever the order changes
  useEffect(() => {
    if (place < 0) return;
    setActive(place);
    // a row in sight stays where it is: it may have just been clicked
    const { startIndex, endIndex } = virtual.range ?? { startIndex: 0, endIndex: 0 };
    if (place <= startIndex || place >= endIndex) virtual.scrollToIndex(place, { align: 'center' });
  }, [reveal]);
  // new rows are read from the top
  useEffect(() => {
    if (place < 0) virtual.scrollToOffset(0);
  }, [rows]);
  useLayoutEffect(() => {
    if (!focusWanted.current) return;
    const row = scroller.current?.querySelector<HTMLElement>(`tr[data-at="${current}"]`);
    if (!row) return;
    focusWanted.current = false;
    row.focus({ preventScroll: true });
  });

  const move = (to: number): void => {
    const next = Math.max(0, Math.min(rows.length - 1, to));
    focusWanted.current = true;
    setActive(next);
    virtual.scrollToIndex(next, { align: 'auto' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + PAGE,
      PageUp: current - PAGE,
      Home: 0,
      End: rows.length - 1,
    };
    const to = steps[event.key];
    if (to !== undefined) {
      event.preventDefault();
      move(to);
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      const row = rows[current];
      if (row !== undefined) onOpen(row);
    }
  };
  const nextSort = (id: string): Sort | null =>
    sort?.column !== id ? { column: id, descending: false } : sort.descending ? null : { column: id, descending: true };

  const items = virtual.getVirtualItems();
  const first = items[0]?.start ?? 0;
  const last = items.at(-1)?.end ?? 0;
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  return (
    <div class="long-table" ref={scroller}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its rows can be moved between and chosen, which is what a grid is */}
      <table role="grid" aria-label={label} aria-rowcount={rows.length + 1} style={{ minWidth: `${width}px` }}>
        <colgroup>
          {columns.map((column) => (
            <col key={column.id} style={{ width: `${(100 * column.width) / width}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => {
              const sorted = sort?.column === column.id;
              const direction = sorted ? (sort.descending ? 'descending' : 'ascending') : 'none';
              return (
                <th key={column.id} scope="col" aria-sort={direction} class={column.align}>
                  <button type="button" onClick={() => onSort(nextSort(column.id))} title={fill(words.ui.sortBy, { column: column.title })}>
                    <span>{column.title}</span>
                    <span class="arrow" aria-hidden="true">
                      {sorted ? (sort.descending ? '▼' : '▲') : ''}
                    </span>
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody onKeyDown={onKeyDown}>
          {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can be focused */}
          <tr aria-hidden="true" class="space" style={{ height: `${first}px` }} />
          {items.map(({ index, key }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <tr
                key={key}
                data-at={index}
                data-row={row}
                aria-rowindex={index + 2}
                aria-selected={row === selected}
                tabIndex={index === current ? 0 : -1}
                onFocus={() => setActive(index)}
                onClick={() => {
                  setActive(index);
                  onOpen(row);
                }}
              >
                {columns.map((column) => (
                  <td key={column.id} class={column.align}>
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            );
          })}
          {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can be focused */}
          <tr aria-hidden="true" class="space" style={{ height: `${Math.max(0, virtual.getTotalSize() - last)}px` }} />
        </tbody>
      </table>
      {rows.length === 0 && <p class="empty">{empty}</p>}
    </div>
  );
}
