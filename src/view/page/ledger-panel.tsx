// The numbers that became no record, with what they were taken for.
import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { MENTION_CLASSES, type MentionClass } from '../../model/document.js';
import type { LeftOut } from '../pack.js';
import { sortRows } from '../rows.js';
import { fill } from '../words.js';
import { fileName, type Target, useShared } from './context.js';
import { type LongColumn, LongTable, type Sort } from './long-table.js';

interface Props {
  readonly document: number;
  readonly onOpen: (target: Target) => void;
}

/** The unexplained first: they are what a reader must look at. */
const ORDER: readonly MentionClass[] = ['unexplained', ...MENTION_CLASSES.filter((name) => name !== 'unexplained')];
/** Characters shown on both sides of a number. */
const AROUND = 14;

export function LedgerPanel({ document, onOpen }: Props): JSX.Element {
  const { content, words } = useShared();
  const [only, setOnly] = useState<MentionClass | null>(null);
  const [here, setHere] = useState(false);
  const [sort, setSort] = useState<Sort | null>(null);
  const [opened, setOpened] = useState(-1);
  const { leftOut } = content;

  const inScope = useMemo(() => {
    const rows: number[] = [];
    for (let row = 0; row < leftOut.length; row++) if (!here || leftOut[row]?.document === document) rows.push(row);
    return rows;
  }, [leftOut, here, here ? document : 0]);
  const counts = useMemo(() => {
    const found = new Map<MentionClass, number>();
    for (const row of inScope) {
      const { class: name } = leftOut[row] as LeftOut;
      found.set(name, (found.get(name) ?? 0) + 1);
    }
    return found;
  }, [leftOut, inScope]);
  const rows = useMemo(() => {
    const of = (row: number): LeftOut => leftOut[row] as LeftOut;
    const kept = only === null ? inScope : inScope.filter((row) => of(row).class === only);
    const text = (row: number): string => content.documents[of(row).document]?.text.slice(of(row).start, of(row).end) ?? '';
    const keys: Readonly<Record<string, (row: number) => string | number>> = {
      class: (row) => ORDER.indexOf(of(row).class),
      number: text,
      context: (row) => row,
      rule: (row) => of(row).rule,
      file: (row) => of(row).document,
    };
    const { compare } = new Intl.Collator('zh', { numeric: true });
    return sortRows(kept, keys[sort?.column ?? 'class'] ?? ((row) => row), sort?.descending ?? false, compare);
  }, [content, leftOut, inScope, only, sort]);

  const columns = useMemo((): LongColumn[] => {
    const of = (row: number): LeftOut => leftOut[row] as LeftOut;
    const slice = (row: number, from: number, to: number): string =>
      (content.documents[of(row).document]?.text ?? '').slice(Math.max(0, from), to).replace(/\s+/gu, ' ');
    return [
      {
        id: 'class',
        title: words.fields.class,
        width: 130,
        cell: (row) => <span class={`class ${of(row).class}`}>{words.classes[of(row).class]}</span>,
      },
      { id: 'number', title: words.fields.number, width: 90, cell: (row) => <b>{slice(row, of(row).start, of(row).end)}</b> },
      {
        id: 'context',
        title: words.fields.context,
        width: 330,
        cell: (row) => (
          <span lang="zh">
            <span class="muted">{slice(row, of(row).start - AROUND, of(row).start)}</span>
            <mark>{slice(row, of(row).start, of(row).end)}</mark>
            <span class="muted">{slice(row, of(row).end, of(row).end + AROUND)}</span>
          </span>
        ),
      },
      { id: 'rule', title: words.fields.rule, width: 130, cell: (row) => <code>{of(row).rule}</code> },
      { id: 'file', title: words.fields.file, width: 150, cell: (row) => fileName(content.documents[of(row).document]?.file ?? '', words) },
    ];
  }, [content, leftOut, words]);

  return (
    <div class="panel-body">
      <p class="intro">{words.ui.ledgerIntro}</p>
      <fieldset class="chips" aria-label={words.fields.class}>
        <button type="button" class="chip" aria-pressed={only === null} onClick={() => setOnly(null)}>
          {words.ui.all} <span class="n">{inScope.length.toLocaleString('en')}</span>
        </button>
        {ORDER.filter((name) => counts.has(name)).map((name) => (
          <button
            type="button"
            key={name}
            class={`chip ${name}`}
            aria-pressed={only === name}
            onClick={() => setOnly(only === name ? null : name)}
          >
            {words.classes[name]} <span class="n">{(counts.get(name) ?? 0).toLocaleString('en')}</span>
          </button>
        ))}
        <label class="check">
          <input type="checkbox" checked={here} onChange={(event) => setHere(event.currentTarget.checked)} /> {words.ui.thisReport}
        </label>
      </fieldset>
      <p class="hidden" role="status">
        {fill(words.ui.ledgerShown, { n: rows.length })}
      </p>
      <LongTable
        label={words.ui.ledgerLabel}
        columns={columns}
        rows={rows}
        sort={sort}
        onSort={setSort}
        selected={opened}
        reveal={0}
        onOpen={(index) => {
          setOpened(index);
          onOpen({ type: 'other', index });
        }}
        empty={words.ui.noLedger}
      />
    </div>
  );
}
