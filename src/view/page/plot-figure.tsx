// A plot of Observable Plot in the page, with its table for those who do not see it.
import * as Plot from '@observablehq/plot';
import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useShared } from './context.js';

interface Props {
  readonly label: string;
  /** What to draw in this width; a new function whenever it is to be drawn anew. */
  readonly draw: (width: number) => Plot.PlotOptions;
  /** A mark of the data with this index was chosen. */
  readonly onIndex: (index: number) => void;
  /** The same as a table. */
  readonly children: ComponentChildren;
}

export function PlotFigure({ label, draw, onIndex, children }: Props): JSX.Element {
  const { words } = useShared();
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [open, setOpen] = useState(false);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element || width === 0) return;
    const plot = Plot.plot({ ...draw(width), width, className: 'plot', figure: false, style: { background: 'none' } });
    // Plot brings a style element, which the page's policy forbids: its rules stand in page.css
    for (const style of plot.querySelectorAll('style')) style.remove();
    // an image is described as a whole
    for (const part of plot.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
    plot.setAttribute('role', 'img');
    plot.setAttribute('aria-label', label);
    element.replaceChildren(plot);
  }, [draw, width, label]);
  return (
    <>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the table below holds the same links for the keyboard */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: as above */}
      <div
        class="plot-frame"
        ref={frame}
        onClick={(event) => {
          // d3 binds the index of the data to the element that shows it
          const index: unknown = event.target instanceof Element ? Reflect.get(event.target, '__data__') : null;
          if (typeof index === 'number') onIndex(index);
        }}
      />
      <details class="as-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{words.ui.asTable}</summary>
        {open && <div class="table-scroll">{children}</div>}
      </details>
    </>
  );
}
