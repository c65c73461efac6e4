import { describe, expect, it } from 'vitest';
import { type Block, blocksOf, type Mark, mergeMarks, type Piece } from '../../../dist/view/segments.js';
import { REPORT, viewDocument } from './sample-content.js';

const marksOf = (text: string, ...found: readonly string[]): Mark[] =>
  found.map((raw, index) => ({ type: 'figure', index, start: text.indexOf(raw), end: text.indexOf(raw) + raw.length }));
const shown = (pieces: readonly Piece[]): string =>
  pieces.map(({ text, bold, mark }) => (mark ? `[${text}]` : bold ? `*${text}*` : text)).join('');
const lines = (blocks: readonly Block[]): string[] =>
  blocks.map((block) =>
    block.type === 'blank'
      ? ''
      : block.type === 'table'
        ? block.rows.map((row) => row.map(shown).join('|')).join('/')
        : `${block.level ?? ''}${shown(block.pieces)}`,
  );

describe('blocksOf', () => {
  it('keeps lines, headings and marks', () => {
    const text = '标题\r\n\r\n一、妇幼 床位12张,又3个。\n末行';
    const headings = [
      { start: 0, end: 2, level: 0 },
      { start: 6, end: 10, level: 1 },
    ];
    expect(lines(blocksOf(text, marksOf(text, '12张', '3个'), headings))).toEqual([
      '0*标题*',
      '',
      '*一、妇幼* 床位[12张],又[3个]。',
      '末行',
    ]);
  });

  it('shows lines with tabs as a table', () => {
    const text = '指标\t数值\n床位\t12张\n完。';
    expect(lines(blocksOf(text, marksOf(text, '12张'), []))).toEqual(['指标|数值/床位|[12张]', '完。']);
  });

  it('loses no character but line ends and tabs', () => {
    const text = `${REPORT}甲\t乙\r\n1\t2\n`;
    const document = viewDocument('a.txt', text);
    const marks: Mark[] = document.mentions.map(({ start, end }, index) => ({ type: 'other', index, start, end }));
    const all = blocksOf(text, marks, document.headings).map((block) =>
      block.type === 'blank' ? '' : (block.type === 'table' ? block.rows.flat(2) : block.pieces).map((piece) => piece.text).join(''),
    );
    expect(all.join('')).toBe(text.replaceAll(/[\r\n\t]/gu, ''));
  });

  it('finds the headings that the text has', () => {
    const { text, headings } = viewDocument('a.txt', REPORT);
    expect(headings.map(({ start, end, level }) => [text.slice(start, end), level])).toEqual([
      ['桐庐县2021年卫生健康工作总结', 0],
      ['一、妇幼健康', 1],
      ['二、2022年工作打算', 1],
    ]);
  });
});

it('mergeMarks keeps the order, and figures where marks overlap', () => {
  const mark = (type: Mark['type'], start: number, end: number): Mark => ({ type, index: 0, start, end });
  expect(mergeMarks([mark('figure', 5, 8)], [mark('other', 0, 2), mark('other', 4, 6), mark('other', 9, 10)])).toEqual([
    mark('other', 0, 2),
    mark('figure', 5, 8),
    mark('other', 9, 10),
  ]);
});
