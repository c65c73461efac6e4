// A table for the eye: one per document, so that its size in memory is that of one document. Machines read the other formats.
import type { HealthRecord, Kind, Relation } from '../model/record.js';
import { printable } from '../text/printable.js';
import { cells, pad, shorten } from './cells.js';
import { batches, type Display, type Writer } from './writer.js';

interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
  /** Cells it may be shortened to; columns without it keep the width of their longest entry, since half a number misleads. */
  readonly minimum?: number;
  cell(record: HealthRecord): string;
}

const SIGNS: Readonly<Record<Relation, string>> = { eq: '', approx: '≈', gt: '>', gte: '≥', lt: '<', lte: '≤' };

const COLUMNS: Readonly<Record<string, Column>> = {
  place: { title: 'place', align: 'left', minimum: 6, cell: (r) => r.district ?? r.city ?? r.province ?? '' },
  year: { title: 'year', align: 'right', cell: (r) => String(r.year ?? '') },
  domain: { title: 'domain', align: 'left', minimum: 10, cell: (r) => r.domain },
  label: { title: 'label', align: 'left', minimum: 10, cell: (r) => r.label },
  value: { title: 'value', align: 'right', cell: formatValue },
  kind: { title: 'kind', align: 'left', cell: (r) => r.kind },
  aspect: { title: 'aspect', align: 'left', cell: (r) => r.aspect },
  line: { title: 'line', align: 'right', cell: (r) => String(r.line) },
};
const GAP = '  ';
const KIND = Object.keys(COLUMNS).indexOf('kind');
// What gives way where a line does not fit: the label down to what reads well, then these to their minimum, then whole columns.
const COMFORTABLE_LABEL = 24;
const SHORTENED = ['domain', 'place', 'label'];
const EXPENDABLE = ['aspect', 'domain', 'place', 'kind', 'year'];

/** `≥ 1,234,567.5 人次`, `+2.3 百分点`, `3–5 天`, `96.31%` */
export function formatValue(record: HealthRecord): string {
  const { value, valueMax, unit, relation, aspect } = record;
  const plus = aspect === 'change' && value > 0 ? '+' : '';
  const number = plus + group(value) + (valueMax === null ? '' : `–${group(valueMax)}`);
  const sign = SIGNS[relation];
  return `${sign}${sign && ' '}${number}${unit === null || /^[%‰]/u.test(unit) ? (unit ?? '') : ` ${unit}`}`;
}

function group(value: number): string {
  const [whole = '', fraction] = String(value).split('.');
  return whole.replace(/\B(?=(?:\d{3})+$)/gu, ',') + (fraction === undefined ? '' : `.${fraction}`);
}

export function tableWriter({ width, chalk }: Display): Writer {
  const colours: Readonly<Record<Kind, (text: string) => string>> = { actual: chalk.green, target: chalk.yellow, standard: chalk.cyan };
  let first = true;
  return {
    begin: () => [],
    *document(file, records) {
      yield `${first ? '' : '\n'}${chalk.bold(shorten(printable(file), width))}\n`;
      first = false;
      if (records.length === 0) {
        yield 'no figures\n';
        return;
      }
      const columns = Object.values(COLUMNS);
      const rows = records.map((record) => columns.map((column) => printable(column.cell(record))));
      const widths = columnWidths(rows, width);
      const line = (entries: readonly string[], paint?: (text: string) => string): string =>
        columns
          .flatMap((column, i) => {
            const cell = widths[i] ? pad(entries[i] as string, widths[i], column.align) : '';
            return cell === '' ? [] : [i === KIND && paint ? paint(cell) : cell];
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
function columnWidths(rows: readonly (readonly string[])[], available: number): number[] {
  const names = Object.keys(COLUMNS);
  const columns = Object.values(COLUMNS);
  const widths = columns.map((column, i) => rows.reduce((most, row) => Math.max(most, cells(row[i] as string)), column.title.length));
  const excess = (): number => {
    const shown = widths.filter((w) => w > 0);
    return shown.reduce((sum, w) => sum + w, 0) + GAP.length * (shown.length - 1) - available;
  };
  const take = (name: string, minimum: number): void => {
    const i = names.indexOf(name);
    const width = widths[i] as number;
    if (width > minimum && excess() > 0) widths[i] = Math.max(minimum, width - excess());
  };
  const label = names.indexOf('label');
  const natural = widths[label] as number;
  take('label', COMFORTABLE_LABEL);
  for (const name of SHORTENED) take(name, COLUMNS[name]?.minimum ?? 0);
  for (const name of EXPENDABLE) if (excess() > 0) widths[names.indexOf(name)] = 0;
  // a column left out may have made more room than was needed
  widths[label] = Math.min(natural, (widths[label] as number) + Math.max(0, -excess()));
  return widths;
}
