// The whole page: the text on one side, tables and plots on the other; on narrow screens one at a time.
import type { JSX } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PageContent } from '../pack.js';
import { type Filter, filterRows, NO_FILTER } from '../rows.js';
import { fill, type Language, WORDS, type Words } from '../words.js';
import { ChecksPanel } from './checks-panel.js';
import { SharedContext, type Target, useShared } from './context.js';
import { FiguresPanel } from './figures-panel.js';
import { HelpDialog } from './help-dialog.js';
import { InputsPanel } from './inputs-panel.js';
import { LedgerPanel } from './ledger-panel.js';
import { PlotsPanel } from './plots-panel.js';
import { type Jump, TextPane } from './text-pane.js';

interface Props {
  readonly content: PageContent;
  readonly initialLanguage: Language;
  readonly licences: string;
}

const PANELS = ['figures', 'leftOut', 'checks', 'plots', 'inputs'] as const;
type Panel = (typeof PANELS)[number];
type View = 'text' | Panel;
const THEMES = ['auto', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];
/** The width from which both sides have room; the same as in page.css. */
const WIDE = '(min-width: 900px)';

export function App({ content, initialLanguage, licences }: Props): JSX.Element {
  const [language, setLanguage] = useState(initialLanguage);
  const [theme, setTheme] = useState<Theme>('auto');
  const wide = useMedia(WIDE);
  const [view, setView] = useState<View>('text');
  const [panel, setPanel] = useState<Panel>('figures');
  const [document, setDocument] = useState(0);
  const [filter, setFilter] = useState<Filter>(NO_FILTER);
  const [selected, setSelected] = useState(-1);
  const [reveal, setReveal] = useState(0);
  const [jump, setJump] = useState<Jump | null>(null);
  const [help, setHelp] = useState(false);
  const helpButton = useRef<HTMLButtonElement>(null);
  const words = WORDS[language];
  const shared = useMemo(() => ({ content, language, words }), [content, language, words]);
  const rows = useMemo(() => filterRows(content.records, content.documentOf, filter), [content, filter]);

  useEffect(() => {
    const { documentElement } = window.document;
    documentElement.lang = language;
    if (theme === 'auto') delete documentElement.dataset.theme;
    else documentElement.dataset.theme = theme;
  }, [language, theme]);

  const show = useCallback((next: View): void => {
    setView(next);
    if (next !== 'text') setPanel(next);
  }, []);
  const select = useCallback(
    (index: number): void => {
      setSelected(index);
      setReveal((n) => n + 1);
      const { id } = content.records[index] ?? {};
      // a link to the figure, for whoever has the same page
      if (id) history.replaceState(null, '', `#${id}`);
    },
    [content],
  );
  /** Shows a number in the text. */
  const openText = useCallback(
    (target: Target): void => {
      const home = target.type === 'figure' ? content.documentOf[target.index] : content.leftOut[target.index]?.document;
      if (home === undefined) return;
      if (target.type === 'figure') select(target.index);
      setView('text');
      setDocument(home);
      setJump({ target });
    },
    [content, select],
  );
  const openTable = useCallback(
    (target: Target): void => {
      if (target.type === 'figure') {
        show('figures');
        select(target.index);
      } else show('leftOut');
    },
    [select, show],
  );
  const choose = useCallback(
    ({ type, index }: Target): void => {
      if (type !== 'figure') return;
      select(index);
      // on a narrow screen the card of the figure stays, and says how to get to the table
      if (wide) setPanel('figures');
    },
    [select, wide],
  );
  useEffect(() => {
    const follow = (): void => {
      const index = content.records.findIndex(({ id }) => id === location.hash.slice(1));
      if (index >= 0) openText({ type: 'figure', index });
    };
    if (location.hash !== '') follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, [content, openText]);

  const { documents, records, failures } = content;
  const flagged = useMemo(() => records.filter((record) => record.flags.length > 0).length, [records]);
  const counts: Readonly<Record<View, number | null>> = {
    text: null,
    figures: records.length,
    leftOut: content.leftOut.length,
    checks: content.findings?.filter(({ verdict }) => verdict === 'inconsistent').length ?? null,
    plots: null,
    inputs: failures.length || null,
  };
  const active: View = wide ? panel : view;
  // a page made without an audit has no checks to show
  const panels = PANELS.filter((name) => name !== 'checks' || content.findings !== null);
  const tabs: readonly View[] = wide ? panels : ['text', ...panels];
  return (
    <SharedContext.Provider value={shared}>
      {/* biome-ignore lint/a11y/useValidAnchor: the focus is moved by hand, since the address holds the id of a figure */}
      <a class="skip" href="#text" onClick={(event) => skipTo(event, 'text', () => setView('text'))}>
        {words.ui.skipToText}
      </a>
      {/* biome-ignore lint/a11y/useValidAnchor: the focus is moved by hand, since the address holds the id of a figure */}
      <a class="skip" href="#panel" onClick={(event) => skipTo(event, 'panel', () => setView(panel))}>
        {words.ui.skipToPanel}
      </a>
      <header>
        <h1>
          <span class="brand">healthx</span> {words.ui.title}
        </h1>
        <p class="summary">
          {fill(documents.length === 1 ? words.ui.summaryOne : words.ui.summary, { reports: documents.length, records: records.length })}
          {flagged > 0 && ` · ⚑ ${fill(words.ui.flagged, { n: flagged })}`}
          {failures.length > 0 && (
            <>
              {' · '}
              <button type="button" class="link warning" onClick={() => show('inputs')}>
                {fill(failures.length === 1 ? words.ui.failedOne : words.ui.failedInputs, { n: failures.length })}
              </button>
            </>
          )}
        </p>
        <div class="switches">
          <label>
            <span class="hidden">{words.ui.theme}</span>
            <select
              id="theme"
              value={theme}
              onChange={(event) => setTheme(THEMES.find((name) => name === event.currentTarget.value) ?? 'auto')}
            >
              {THEMES.map((name) => (
                <option key={name} value={name}>
                  {words.ui.theme}: {themeName(name, words)}
                </option>
              ))}
            </select>
          </label>
          <button
            id="language"
            type="button"
            lang={language === 'zh' ? 'en' : 'zh'}
            onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
          >
            {language === 'zh' ? 'English' : '中文'}
          </button>
          <button type="button" ref={helpButton} onClick={() => setHelp(true)}>
            {words.ui.help}
          </button>
        </div>
      </header>
      <main class={wide ? 'wide' : 'narrow'}>
        {!wide && <TabList tabs={tabs} active={active} onTab={show} counts={counts} />}
        <section class="text-side" hidden={!wide && view !== 'text'} {...(wide ? { 'aria-label': words.ui.text } : tabPanel('text'))}>
          <TextPane
            document={document}
            onDocument={setDocument}
            selected={selected}
            jump={jump}
            onChoose={choose}
            onTable={openTable}
            onFollow={(index) => openText({ type: 'figure', index })}
          />
        </section>
        <section
          id="panel"
          tabIndex={-1}
          class="panel-side"
          data-panel={panel}
          hidden={!wide && view === 'text'}
          aria-label={words.ui.views}
        >
          {wide && <TabList tabs={tabs} active={active} onTab={show} counts={counts} />}
          {panels.map((name) => (
            <div key={name} class="panel" hidden={panel !== name} {...tabPanel(name)}>
              <h2 class="hidden">{words.ui[name]}</h2>
              {name === 'figures' && (
                <FiguresPanel
                  rows={rows}
                  filter={filter}
                  onFilter={setFilter}
                  document={document}
                  selected={selected}
                  reveal={reveal}
                  wide={wide}
                  onOpen={openText}
                />
              )}
              {name === panel && name === 'leftOut' && <LedgerPanel document={document} onOpen={openText} />}
              {name === panel && name === 'checks' && <ChecksPanel onOpen={openText} />}
              {name === panel && name === 'plots' && <PlotsPanel rows={rows} onOpen={openText} />}
              {name === panel && name === 'inputs' && (
                <InputsPanel
                  onDocument={(next) => {
                    setDocument(next);
                    setView('text');
                  }}
                />
              )}
            </div>
          ))}
        </section>
      </main>
      {help && (
        <HelpDialog
          licences={licences}
          onClose={() => {
            setHelp(false);
            helpButton.current?.focus();
          }}
        />
      )}
    </SharedContext.Provider>
  );
}

interface TabsProps {
  readonly tabs: readonly View[];
  readonly active: View;
  readonly onTab: (view: View) => void;
  readonly counts: Readonly<Record<View, number | null>>;
}

function TabList({ tabs, active, onTab, counts }: TabsProps): JSX.Element {
  const { words } = useShared();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = tabs.indexOf(active);
    const to: Readonly<Record<string, number>> = {
      ArrowRight: (at + 1) % tabs.length,
      ArrowLeft: (at - 1 + tabs.length) % tabs.length,
      Home: 0,
      End: tabs.length - 1,
    };
    const next = tabs[to[event.key] ?? -1];
    if (!next) return;
    event.preventDefault();
    onTab(next);
    list.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return (
    <div role="tablist" aria-label={words.ui.views} ref={list} onKeyDown={onKeyDown} class="tabs" tabIndex={-1}>
      {tabs.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`tab-${name}`}
          aria-selected={name === active}
          aria-controls={`panel-${name}`}
          tabIndex={name === active ? 0 : -1}
          onClick={() => onTab(name)}
        >
          {words.ui[name]}
          {counts[name] !== null && (
            <span class={`n${name === 'checks' && counts[name] ? ' alert' : ''}`}>{counts[name].toLocaleString('en')}</span>
          )}
        </button>
      ))}
    </div>
  );
}

const tabPanel = (name: View): { id: string; role: 'tabpanel'; 'aria-labelledby': string } => ({
  id: `panel-${name}`,
  role: 'tabpanel',
  'aria-labelledby': `tab-${name}`,
});

const themeName = (theme: Theme, { ui }: Words): string => ({ auto: ui.themeAuto, light: ui.themeLight, dark: ui.themeDark })[theme];

/** A skip link must not become the address of a figure. */
function skipTo(event: MouseEvent, id: string, before: () => void): void {
  event.preventDefault();
  before();
  setTimeout(() => document.getElementById(id)?.focus());
}

function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query);
    const listen = (): void => setMatches(media.matches);
    media.addEventListener('change', listen);
    return () => media.removeEventListener('change', listen);
  }, [query]);
  return matches;
}
