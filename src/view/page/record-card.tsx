// All that a record says, in words.
import type { ComponentChildren, JSX } from 'preact';
import { formatValue } from '../../emit/value.js';
import { fill } from '../words.js';
import { fileName, recordAt, type Target, useShared } from './context.js';

interface Props {
  readonly target: Target;
  /** Goes to another figure: the total, a part. */
  readonly onFollow: (index: number) => void;
  readonly onTable: ((target: Target) => void) | null;
}

const PARTS_SHOWN = 8;

export function RecordCard({ target, onFollow, onTable }: Props): JSX.Element | null {
  const { words } = useShared();
  return (
    <>
      {target.type === 'figure' ? <Figure index={target.index} onFollow={onFollow} /> : <Other index={target.index} />}
      {onTable && (
        <p class="card-actions">
          <button type="button" onClick={() => onTable(target)}>
            {words.ui.showInTable}
          </button>
        </p>
      )}
    </>
  );
}

function Figure({ index, onFollow }: { readonly index: number; readonly onFollow: (index: number) => void }): JSX.Element {
  const { content, words } = useShared();
  const record = recordAt(content, index);
  const total = content.totalOf[index] ?? -1;
  const range = content.documents[content.documentOf[index] ?? 0]?.records ?? [0, 0];
  const parts: number[] = [];
  for (let i = range[0]; i < range[1]; i++) if (content.totalOf[i] === index) parts.push(i);
  const link = (other: number): JSX.Element => {
    const { label } = recordAt(content, other);
    return (
      <button type="button" class="link" data-follow={other} onClick={() => onFollow(other)}>
        {label} {formatValue(recordAt(content, other))}
      </button>
    );
  };
  const place = [record.province, record.city, record.district].filter(Boolean).join(' ');
  const period = [record.periodStart, record.periodEnd].some(Boolean) ? ` (${record.periodStart ?? '…'} – ${record.periodEnd ?? '…'})` : '';
  const value = formatValue(record);
  const reading = [
    words.kinds[record.kind],
    words.aspects[record.aspect],
    ...(record.relation === 'eq' ? [] : [words.relations[record.relation]]),
  ];
  return (
    <div class="card-body">
      <p class="card-title">
        <strong>{record.indicator}</strong>
        <span class="card-value">{value}</span>
      </p>
      <dl>
        {record.label !== record.indicator && <Row name={words.fields.label}>{record.label}</Row>}
        <Row name={words.fields.raw}>{record.raw}</Row>
        <Row name={words.fields.kind}>{reading.join(' · ')}</Row>
        {record.base !== null && <Row name={words.fields.base}>{record.base}</Row>}
        <Row name={words.fields.dimension}>{words.dimensions[record.dimension]}</Row>
        <Row name={words.fields.place}>
          {place === '' ? '–' : `${place}${record.districtCode === null ? '' : ` (${record.districtCode})`}`}
        </Row>
        <Row name={words.fields.year}>{record.year === null && period === '' ? '–' : `${record.year ?? ''}${period}`}</Row>
        <Row name={words.fields.domain}>{words.domains[record.domain]}</Row>
        {record.section.length > 0 && <Row name={words.fields.section}>{record.section.join(' › ')}</Row>}
        {total >= 0 && <Row name={words.ui.partOf}>{link(total)}</Row>}
        {parts.length > 0 && (
          <Row name={words.ui.parts}>
            {parts.slice(0, PARTS_SHOWN).map((part) => (
              <span class="part" key={part}>
                {link(part)}
              </span>
            ))}
            {parts.length > PARTS_SHOWN && fill(words.ui.more, { n: parts.length - PARTS_SHOWN })}
          </Row>
        )}
        {record.flags.map((flag) => (
          <Row name={`⚑ ${flag}`} key={flag}>
            {words.flags[flag] ?? flag}
          </Row>
        ))}
        <Row name={words.fields.rule}>
          <code>{record.rule}</code>
          {record.indicatorId !== null && (
            <>
              {' · '}
              <code>{record.indicatorId}</code>
            </>
          )}
        </Row>
        <Row name={words.fields.position}>
          {fileName(record.file, words)}, {fill(words.ui.at, { line: record.line, column: record.column })}
          {record.page === null ? '' : `, ${fill(words.ui.onPage, { n: record.page })}`} · <code>{record.id}</code>
        </Row>
      </dl>
    </div>
  );
}

function Other({ index }: { readonly index: number }): JSX.Element | null {
  const { content, words } = useShared();
  const other = content.leftOut[index];
  if (!other) return null;
  const text = content.documents[other.document]?.text.slice(other.start, other.end) ?? '';
  return (
    <div class="card-body">
      <p class="card-title">
        <strong>{text}</strong>
        <span class="card-value">{words.ui.leftOut}</span>
      </p>
      <dl>
        <Row name={words.fields.class}>{words.classes[other.class]}</Row>
        <Row name={words.fields.rule}>
          <code>{other.rule}</code>
        </Row>
      </dl>
    </div>
  );
}

function Row({ name, children }: { readonly name: string; readonly children: ComponentChildren }): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
