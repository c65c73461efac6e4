// The text of a report with its marks. Kept apart from what moves (hover, selection), so that it is laid out once for a report.
import type { JSX } from 'preact';
import { memo } from 'preact/compat';
import { useMemo } from 'preact/hooks';
import { formatValue } from '../../emit/value.js';
import { type Block, blocksOf, type Mark, mergeMarks, type Piece } from '../segments.js';
import { recordAt, type Shared, useShared } from './context.js';

interface Props {
  readonly document: number;
}

export const ReportText = memo(function ReportText({ document }: Props): JSX.Element {
  const shared = useShared();
  const { content } = shared;
  const blocks = useMemo(() => documentBlocks(shared, document), [content, document]);
  return (
    <>
      {blocks.map((block) => (
        <BlockView key={block.start} block={block} shared={shared} />
      ))}
    </>
  );
});

function documentBlocks({ content }: Shared, number: number): Block[] {
  const document = content.documents[number];
  if (!document) return [];
  const figures: Mark[] = [];
  for (let index = document.records[0]; index < document.records[1]; index++) {
    const { start, end } = recordAt(content, index);
    figures.push({ type: 'figure', index, start, end });
  }
  const others: Mark[] = [];
  for (let index = document.leftOut[0]; index < document.leftOut[1]; index++) {
    const other = content.leftOut[index];
    if (other) others.push({ type: 'other', index, start: other.start, end: other.end });
  }
  return blocksOf(document.text, mergeMarks(figures, others), document.headings);
}

function BlockView({ block, shared }: { readonly block: Block; readonly shared: Shared }): JSX.Element {
  if (block.type === 'blank') return <div class="blank" />;
  if (block.type === 'table')
    return (
      <div class="grid-scroll">
        <table class="grid">
          <tbody>
            {block.rows.map((cells, i) => (
              <tr key={i}>
                {cells.map((pieces, j) => (
                  <td key={j}>{pieces.map((piece, k) => pieceView(piece, k, shared))}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    );
  const pieces = block.pieces.map((piece, i) => pieceView(piece, i, shared));
  if (block.level === null) return <p>{pieces}</p>;
  // below the h2 that names the report
  if (block.level === 0) return <h3 class="title">{pieces}</h3>;
  if (block.level === 1) return <h3>{pieces}</h3>;
  if (block.level === 2) return <h4>{pieces}</h4>;
  return <h5>{pieces}</h5>;
}

function pieceView({ text, bold, mark }: Piece, key: number, { content, words }: Shared): JSX.Element | string {
  if (!mark) return bold ? <b key={key}>{text}</b> : text;
  if (mark.type === 'other') {
    const other = content.leftOut[mark.index];
    const name = other ? words.classes[other.class] : '';
    return (
      <span
        key={key}
        id={`o${mark.index}`}
        class={`other ${other?.class ?? ''}${bold ? ' bold' : ''}`}
        data-other={mark.index}
        role="note"
        tabIndex={-1}
        aria-label={`${text}, ${name}`}
      >
        {text}
      </span>
    );
  }
  const record = recordAt(content, mark.index);
  const described = [
    record.indicator,
    formatValue(record),
    words.kinds[record.kind],
    ...(record.aspect === 'level' ? [] : [words.aspects[record.aspect]]),
    ...(record.year === null ? [] : [String(record.year)]),
    words.domains[record.domain],
    ...record.flags,
  ];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button would not wrap with the text it is part of
    <span
      key={key}
      id={`f${mark.index}`}
      class={`figure ${record.kind}${bold ? ' bold' : ''}${record.flags.length > 0 ? ' flagged' : ''}`}
      data-figure={mark.index}
      data-tag={words.domainTags[record.domain]}
      data-domain={record.domain}
      role="button"
      tabIndex={-1}
      aria-label={`${text}: ${described.join(', ')}`}
    >
      {text}
    </span>
  );
}
