// The text of one report: marks that show their record when pointed at or focused, and that arrow keys move between.
import type { JSX } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { fill } from '../words.js';
import { fileName, recordAt, type Target, useShared } from './context.js';
import { RecordCard } from './record-card.js';
import { ReportText } from './report-text.js';

/** A wish to show a number in the text; a new object for each wish. */
export interface Jump {
  readonly target: Target;
}

interface Props {
  readonly document: number;
  readonly onDocument: (document: number) => void;
  readonly selected: number;
  readonly jump: Jump | null;
  /** A mark was chosen. */
  readonly onChoose: (target: Target) => void;
  readonly onTable: (target: Target) => void;
  /** Goes to another figure of the page. */
  readonly onFollow: (index: number) => void;
}

interface Shown {
  readonly target: Target;
  readonly box: { readonly left: number; readonly top: number; readonly bottom: number };
}

/** Milliseconds until the card of a pointed-at mark shows, and until it goes. */
const DELAY = { show: 120, hide: 250 };
const CARD_WIDTH = 420;
const GAP = 8;
/** Of a card beside a mark near the edge. */
const LOWEST = 120;
/** Where in the height of the text a mark comes that was asked for: its card has room below. */
const UPPER = 0.3;

export function TextPane({ document: number, onDocument, selected, jump, onChoose, onTable, onFollow }: Props): JSX.Element {
  const { content, words } = useShared();
  const pane = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLElement>(null);
  const card = useRef<HTMLDivElement>(null);
  const timer = useRef(0);
  const [shown, setShown] = useState<Shown | null>(null);
  const [tags, setTags] = useState(true);
  const [leftOut, setLeftOut] = useState(false);
  const document = content.documents[number];

  const show = useCallback((mark: HTMLElement | null): void => {
    const target = targetOf(mark);
    const frame = pane.current?.getBoundingClientRect();
    const boxes = mark?.getClientRects();
    if (!target || !frame || !boxes?.[0]) {
      setShown(null);
      return;
    }
    const last = boxes[boxes.length - 1] ?? boxes[0];
    setShown({ target, box: { left: boxes[0].left - frame.left, top: boxes[0].top - frame.top, bottom: last.bottom - frame.top } });
  }, []);
  const later = (action: () => void, delay: number): void => {
    clearTimeout(timer.current);
    timer.current = window.setTimeout(action, delay);
  };
  const hasFocus = (): boolean =>
    Boolean(card.current?.contains(window.document.activeElement)) || markOf(window.document.activeElement) !== null;

  // one mark can be reached with Tab, the others with arrow keys
  const rove = useCallback((mark: HTMLElement): void => {
    for (const other of text.current?.querySelectorAll<HTMLElement>('[tabindex="0"]') ?? []) other.tabIndex = -1;
    mark.tabIndex = 0;
  }, []);
  const goTo = useCallback(
    (mark: HTMLElement): void => {
      rove(mark);
      mark.scrollIntoView({ block: 'center' });
      const frame = text.current?.getBoundingClientRect();
      if (frame) text.current?.scrollBy(0, mark.getBoundingClientRect().top - frame.top - frame.height * UPPER);
      mark.focus({ preventScroll: true });
      show(mark);
    },
    [rove, show],
  );

  // a new report is read from its top
  useLayoutEffect(() => {
    setShown(null);
    if (text.current) text.current.scrollTop = 0;
    const first = text.current?.querySelector<HTMLElement>('.figure');
    if (first) rove(first);
  }, [number]);
  useLayoutEffect(() => {
    text.current?.querySelector('.chosen')?.classList.remove('chosen');
    window.document.getElementById(`f${selected}`)?.classList.add('chosen');
  });
  useEffect(() => {
    if (!jump) return;
    const mark = window.document.getElementById(`${jump.target.type === 'figure' ? 'f' : 'o'}${jump.target.index}`);
    if (mark) goTo(mark);
  }, [jump, goTo]);
  useLayoutEffect(() => {
    const element = card.current;
    const frame = pane.current;
    if (!element || !frame || !shown) return;
    element.style.maxHeight = '';
    const { box } = shown;
    const height = element.offsetHeight;
    if (getComputedStyle(element).right === '0px') {
      // on a narrow screen the card lies at the bottom: the mark is moved out from under it
      const hidden = box.bottom + GAP - (frame.clientHeight - height);
      if (hidden > 0 && box.bottom < frame.clientHeight + height) text.current?.scrollBy(0, hidden);
      return;
    }
    // below the mark where there is room, else on the side that has more; never over the mark
    const room = { below: frame.clientHeight - box.bottom - GAP, above: box.top - GAP };
    const below = room.below >= height || room.below >= room.above;
    const shownHeight = Math.min(height, Math.max(LOWEST, below ? room.below : room.above));
    element.style.maxHeight = `${shownHeight}px`;
    element.style.top = `${below ? box.bottom + GAP : box.top - GAP - shownHeight}px`;
    element.style.left = `${Math.max(GAP, Math.min(box.left, frame.clientWidth - Math.min(CARD_WIDTH, element.offsetWidth) - GAP))}px`;
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    const mark = markOf(event.target);
    if (!mark) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      const target = targetOf(mark);
      if (target) onTable(target);
      return;
    }
    const marks = [...(text.current?.querySelectorAll<HTMLElement>('.figure') ?? [])];
    const at = marks.indexOf(mark);
    const to: Readonly<Record<string, number>> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: marks.length - 1 };
    const next = marks[to[event.key] ?? -1];
    if (to[event.key] === undefined) return;
    event.preventDefault();
    if (next) goTo(next);
  };
  const follow = (index: number): void => {
    setShown(null);
    onFollow(index);
  };
  const closeOnEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !shown) return;
    if (card.current?.contains(window.document.activeElement))
      window.document.getElementById(`${shown.target.type === 'figure' ? 'f' : 'o'}${shown.target.index}`)?.focus({ preventScroll: true });
    setShown(null);
  };

  if (!document)
    return (
      <div class="text-pane">
        <p class="empty">{words.ui.noReports}</p>
      </div>
    );
  const figures = document.records[1] - document.records[0];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the card wherever the focus is
    <div class="text-pane" onKeyDown={closeOnEscape}>
      <div class="text-bar">
        <button
          type="button"
          class="icon"
          aria-label={words.ui.previousReport}
          title={words.ui.previousReport}
          disabled={number === 0}
          onClick={() => onDocument(number - 1)}
        >
          ‹
        </button>
        <select aria-label={words.ui.report} value={number} onChange={(event) => onDocument(Number(event.currentTarget.value))}>
          {content.documents.map(({ file, records }, i) => (
            <option key={i} value={i}>
              {fileName(file, words)} ({records[1] - records[0]})
            </option>
          ))}
        </select>
        <button
          type="button"
          class="icon"
          aria-label={words.ui.nextReport}
          title={words.ui.nextReport}
          disabled={number >= content.documents.length - 1}
          onClick={() => onDocument(number + 1)}
        >
          ›
        </button>
        <span class="muted count">{fill(words.ui.reportFigures, { n: figures })}</span>
      </div>
      <fieldset class="legend">
        <legend class="hidden">{words.ui.legend}</legend>
        <span class="sample figure actual">{words.kinds.actual}</span>
        <span class="sample figure target">{words.kinds.target}</span>
        <span class="sample figure standard">{words.kinds.standard}</span>
        <span class="sample other unexplained">{words.ui.unexplainedMark}</span>
        <label>
          <input type="checkbox" checked={tags} onChange={(event) => setTags(event.currentTarget.checked)} /> {words.ui.showTags}
        </label>
        <label>
          <input type="checkbox" checked={leftOut} onChange={(event) => setLeftOut(event.currentTarget.checked)} /> {words.ui.showLeftOut}
        </label>
      </fieldset>
      <div class="text-frame" ref={pane}>
        {/* biome-ignore lint/a11y/useKeyWithMouseEvents: focus does the same, by onFocusCapture */}
        <article
          id="text"
          ref={text}
          tabIndex={-1}
          lang="zh"
          aria-label={`${words.ui.reportText}: ${fileName(document.file, words)}`}
          class={`report${tags ? ' tags' : ''}${leftOut ? ' left-out' : ''}`}
          onMouseOver={(event) => {
            const mark = markOf(event.target);
            if (mark) later(() => show(mark), DELAY.show);
          }}
          onMouseOut={(event) => {
            if (markOf(event.target)) later(() => !hasFocus() && setShown(null), DELAY.hide);
          }}
          onFocusCapture={(event) => {
            const mark = markOf(event.target);
            if (!mark) return;
            clearTimeout(timer.current);
            rove(mark);
            show(mark);
          }}
          onBlurCapture={() => later(() => !hasFocus() && setShown(null), DELAY.hide)}
          onScroll={() =>
            shown && show(window.document.getElementById(`${shown.target.type === 'figure' ? 'f' : 'o'}${shown.target.index}`))
          }
          onClick={(event) => {
            const mark = markOf(event.target);
            const target = targetOf(mark);
            if (!mark || !target) return;
            mark.focus({ preventScroll: true });
            onChoose(target);
          }}
          onKeyDown={onKeyDown}
        >
          <h2 class="hidden">{`${words.ui.reportText}: ${fileName(document.file, words)}`}</h2>
          {figures === 0 && <p class="empty">{words.ui.emptyText}</p>}
          <ReportText document={number} />
        </article>
        {shown && stillThere(shown.target, number, content.documentOf, content.leftOut) && (
          <section
            class="card"
            ref={card}
            aria-label={`${words.ui.record}: ${shown.target.type === 'figure' ? recordAt(content, shown.target.index).raw : ''}`}
            onMouseEnter={() => clearTimeout(timer.current)}
            onMouseLeave={() => later(() => !hasFocus() && setShown(null), DELAY.hide)}
            onBlurCapture={() => later(() => !hasFocus() && setShown(null), DELAY.hide)}
          >
            <button type="button" class="icon card-close" aria-label={words.ui.close} onClick={() => setShown(null)}>
              ×
            </button>
            <RecordCard target={shown.target} onFollow={follow} onTable={onTable} />
          </section>
        )}
      </div>
    </div>
  );
}

const stillThere = (
  { type, index }: Target,
  document: number,
  documentOf: readonly number[],
  leftOut: readonly { readonly document: number }[],
): boolean => (type === 'figure' ? documentOf[index] : leftOut[index]?.document) === document;

const markOf = (element: EventTarget | null): HTMLElement | null =>
  element instanceof Element ? element.closest<HTMLElement>('[data-figure], [data-other]') : null;

function targetOf(mark: HTMLElement | null): Target | null {
  const { figure, other } = mark?.dataset ?? {};
  if (figure !== undefined) return { type: 'figure', index: Number(figure) };
  return other === undefined ? null : { type: 'other', index: Number(other) };
}
