// Every table of fixtures/tables gives the figures that stand below it, and no others.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { extractDocument } from '../dist/pipeline.js';
import { createSegmenter } from '../dist/segment/words.js';

interface Shape {
  name: string;
  text: string;
  cells: string[];
}

const segmenter = createSegmenter('jieba');
const source = readFileSync(path.join(import.meta.dirname, '..', 'fixtures', 'tables', 'shapes.txt'), 'utf8');
const shapes: Shape[] = [];
let name = '';
for (const line of source.split('\n')) {
  if (line.startsWith('# ')) name = line.slice(2);
  else if (line.startsWith('@ ')) shapes.push({ name, text: line.slice(2).replaceAll('⏎', '\n').replaceAll('⇥', '\t'), cells: [] });
  else if (line.startsWith('- ')) shapes.at(-1)?.cells.push(line.slice(2).trim());
}

/** The cells as the fixture writes them, with the properties that it names. */
function cellsOf({ text, cells }: Shape): string[] {
  const { records } = extractDocument({ file: 'table', text }, { segmenter });
  const found = records.filter((r) => r.rule === 'table-cell');
  return found.map((r, i) => {
    const wanted = cells[i] ?? '';
    const total = records.find((t) => t.id === r.partOf);
    const properties = [
      ...(wanted.includes('year=') ? [`year=${r.year}`] : []),
      ...(r.districtCode !== records[0]?.districtCode || wanted.includes('place=') ? [`place=${r.districtCode}`] : []),
      ...(r.aspect === 'change' ? ['change'] : []),
      ...(r.kind === 'target' ? ['target'] : []),
      ...(total ? [`part=${total.raw}`] : []),
    ];
    return [r.raw, `${r.value} ${r.unit ?? '-'}`, r.label, ...(properties.length > 0 ? [properties.join(' ')] : [])].join(' | ');
  });
}

describe('tables', () => {
  it('are of at least 15 shapes', () => expect(shapes.length).toBeGreaterThanOrEqual(15));

  it.each(shapes.map((shape) => [shape.name, shape] as const))('%s', (_, shape) => {
    expect(cellsOf(shape)).toEqual(shape.cells);
  });

  it('account for every run of digits', () => {
    for (const { text } of shapes) {
      const { mentions } = extractDocument({ file: 'table', text }, { segmenter });
      const covered = new Set(mentions.flatMap((m) => Array.from({ length: m.end - m.start }, (_, i) => m.start + i)));
      for (const match of text.matchAll(/\d/gu)) expect(covered.has(match.index), `${text.slice(0, 12)}: ${match.index}`).toBe(true);
    }
  });
});
