// A table for the eye: one per document, so that its size in memory is that of one document. Machines read the other formats.
import type { HealthRecord, Kind } from '../model/record.js';
import { printable } from '../text/printable.js';
import { cells, pad, shorten } from './cells.js';
import { cellText, type Field, titleOf } from './columns.js';
import type { Language } from './languages.js';
import { formatValue } from './value.js';
import { batches, type Display, type Layout, PLAIN_LAYOUT, type Writer } from './writer.js';

export { formatValue } from './value.js';

interface Column {
  readonly name: string;
  readonly title: string;
  readonly align: 'left' | 'right';
  /** Cells it may be shortened to; columns without it keep the width of their longest entry, since half a number misleads. */
  readonly minimum?: number;
  cell(record: HealthRecord): string;
}

/** Fields that are numbers, whose digits stand below each other. */
const NUMBERS: ReadonlySet<Field> = new Set<Field>(['year', 'value', 'valueMax', 'start', 'end', 'line', 'column', 'page']);
/** What a text column is shortened to at most. */
const MINIMUM = 10;

function defaultColumns(lang: Language): Column[] {
  const field = (name: Field, rest: Partial<Column> = {}): Column => ({ ...fieldColumn(name, lang), ...rest });
  return [
    {
      name: 'place',
      title: lang === 'zh' ? '地区' : 'place',
      align: 'left',
      minimum: 6,
      cell: (r) => r.district ?? r.city ?? r.province ?? '',
    },
    field('year'),
    withMinimum(field('domain')),
    withMinimum(field('label')),
    field('value', { cell: formatValue }),
    field('kind'),
    field('aspect'),
    field('line'),
  ];
}

const fieldColumn = (name: Field, lang: Language): Column => ({
  name,
  title: titleOf(name, lang),
  align: NUMBERS.has(name) ? 'right' : 'left',
  cell: (record) => cellText(record, name, lang),
});

const withMinimum = (column: Column): Column => ({ ...column, minimum: MINIMUM });

/** Chosen fields: texts give way where a line does not fit, numbers and codes keep their width. */
const chosenColumns = (fields: readonly Field[], lang: Language): Column[] =>
  fields.map((name) => (SHORTENED.includes(name) ? withMinimum(fieldColumn(name, lang)) : fieldColumn(name, lang)));

const GAP = '  ';
// What gives way where a line does not fit: the label down to what reads well, then these to their minimum, then whole columns.
const COMFORTABLE_LABEL = 24;
const SHORTENED = ['domain', 'place', 'section', 'file', 'sentence', 'indicator', 'label'];
const EXPENDABLE = ['aspect', 'domain', 'place', 'kind', 'year'];

export function tableWriter({ width, chalk }: Display, { columns: chosen, lang }: Layout = PLAIN_LAYOUT): Writer<string> {
  const columns = chosen ? chosenColumns(chosen, lang) : defaultColumns(lang);
  const kind = columns.findIndex((column) => column.name === 'kind');
  const colours: Readonly<Record<Kind, (text: string) => string>> = { actual: chalk.green, target: chalk.yellow, standard: chalk.cyan };
  let first = true;
  return {
    begin: () => [],
    *document(file, records) {
      yield `${first ? '' : '\n'}${chalk.bold(shorten(printable(file), width))}\n`;
      first = false;
      if (records.length === 0) {
        yield lang === 'zh' ? '没有数据\n' : 'no figures\n';
        return;
      }
      const rows = records.map((record) => columns.map((column) => printable(column.cell(record))));
      const widths = columnWidths(columns, rows, width, chosen ? [] : EXPENDABLE);
      const line = (entries: readonly string[], paint?: (text: string) => string): string =>
        columns
          .flatMap((column, i) => {
            const cell = widths[i] ? pad(entries[i] as string, widths[i], column.align) : '';
            return cell === '' ? [] : [i === kind && paint ? paint(cell) : cell];
          })
          .join(GAP)
          .trimEnd();
      yield `${chalk.dim(line(columns.map((column) => column.title)))}\n`;
      let i = 0;
      for (const batch of batches(rows)) yield batch.map((row) => `${line(row, colours[(records[i++] as HealthRecord).kind])}\n`).join('');
    },
    end: () => [],
    adopt() {
      const before = first ? '' : '\n';
      first = false;
      return before;
    },
  };
}

/** Width of each column, 0 for one left out, so that a line fits where it can at all. */
function columnWidths(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  available: number,
  expendable: readonly string[],
): number[] {
  const widths = columns.map((column, i) => rows.reduce((most, row) => Math.max(most, cells(row[i] as string)), cells(column.title)));
  const excess = (): number => {
    const shown = widths.filter((w) => w > 0);
    return shown.reduce((sum, w) => sum + w, 0) + GAP.length * (shown.length - 1) - available;
  };
  const indexOf = (name: string): number => columns.findIndex((column) => column.name === name);
  const take = (name: string, minimum: number): void => {
    const width = widths[indexOf(name)];
    if (width !== undefined && width > minimum && excess() > 0) widths[indexOf(name)] = Math.max(minimum, width - excess());
  };
  const label = indexOf('label');
  const natural = widths[label];
  take('label', COMFORTABLE_LABEL);
  for (const name of SHORTENED) take(name, columns[indexOf(name)]?.minimum ?? 0);
  for (const name of expendable) if (excess() > 0) widths[indexOf(name)] = 0;
  // a column left out may have made more room than was needed
  if (natural !== undefined) widths[label] = Math.min(natural, (widths[label] ?? 0) + Math.max(0, -excess()));
  return widths;
}
