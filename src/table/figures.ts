// What the cells of a table say: which indicator, unit, year, change and place each number has from its headers.
import Big from 'big.js';
import { readArabic } from '../match/numerals.js';
import type { UnitTable } from '../match/units.js';
import type { Quantity, Span } from '../model/document.js';
import type { Aspect, Dimension, Kind, Relation } from '../model/record.js';
import type { Cell, Grid } from './grid.js';

export interface TableFigure {
  readonly quantity: Quantity;
  readonly label: string;
  readonly kind: Kind;
  readonly aspect: Aspect;
  readonly base: string | null;
  readonly year: number | null;
  /** The place a row or column is about, as written, or ''. */
  readonly place: string;
  /** The cell with the total of its column, or null. */
  readonly total: TableFigure | null;
  readonly row: Span;
}

/** One whose total is still to be found. */
type OpenFigure = Omit<TableFigure, 'total'> & { total: TableFigure | null };

export interface Table extends Span {
  readonly figures: readonly TableFigure[];
  /** Cells with a number of which it is not known what it measures. */
  readonly unread: readonly Span[];
}

interface UnitOf {
  readonly unit: string | null;
  readonly dimension: Dimension;
  /** The power of ten that the numbers are told in: 4 of 万元. */
  readonly power: number;
}

const PERCENT: UnitOf = { unit: '%', dimension: 'ratio', power: 0 };
/** The unit of a difference of two levels. */
const inPoints = (level: UnitOf | null): UnitOf | null =>
  level?.dimension === 'ratio' ? { unit: '百分点', dimension: 'points', power: 0 } : level;

/** What a header cell says, its unit and year taken out. */
interface Header {
  readonly text: string;
  readonly unit: UnitOf | null;
  readonly year: number | null;
  readonly change: boolean;
  /** A change told as a difference (增减数), not in per cent. */
  readonly difference: boolean;
  readonly kind: Kind;
}

const YEAR = /(?<![\d第])((?:19|20)\d{2})(?:年度?|(?!\d))(?:末|底)?/u;
const YEAR_CELL = /^(?:19|20)\d{2}(?:年度?)?(?:末|底)?$/u;
const NUMBER = /^(?:[≥≤><]=? ?)?[-−+]?(?:\d{1,3}(?: \d{3})+|\d)[\d,.]*(?:[百千万亿]*(?:[%‰]|[\p{Script=Han}/]{0,6}))$/u;
const CHANGE =
  /(?:同比|环比|比上年|较上年|比去年|较去年)?(?:增长|增减|增幅|升降|增加|减少|变化|增速)(?:率|幅度|额|数|量|%)*|^(?:同比|环比|比上年|较上年)$/u;
const DIFFERENCE = /(?:增减|增长|增加|减少|变化)(?:数|额|量|值)/u;
const TARGET = /(?:年度|年初|全年|预期)?(?:目标|计划|任务)(?:数|值|量)?|(?:年度|年初|预期)指标值?/u;
/** Points of an assessment, not measurements. */
const SCORE = /^(?:分值|权重|(?:标准|自评|评价)?得?分|排名|位次|名次)(?:[((][^()()]*[))])?$/u;
const SERIAL = /^(?:序号|编号|代码|行次|No\.?)$/iu;
/** A column that sorts the indicators and is no part of their names. */
const GROUP = /^(?:指标)?(?:类别|分类|类型|领域|维度|板块|属性|性质)$/u;
const UNIT_COLUMN = /^(?:计量)?单位$/u;
const TOTAL = /^(?:合\s*计|总\s*计|总\s*数|共\s*计|全[国省市州县区旗])$/u;
const SUBTOTAL = /小\s*计$/u;
const GENERIC =
  /^(?:数量|数值|数据|指标值|(?:年度|全年)?实际(?:完成)?(?:值|数)?|(?:年度|全年)?完成(?:数|值|情况)?|本年|本期|当年|合计|总计|指标|项目|名称|单位)$/u;
const NOTE = /^(?:注|说明|备注|资料来源)[:：]/u;
const CAPTION_UNIT = /(?:计量)?单位[::为] ?([百千万亿]*)([\p{Script=Han}%‰/]{1,6})/u;
const BRACKET = /[((](?:单位[::])?([百千万亿]*)([^()()]{1,8})[))]/u;
const POWERS: Readonly<Record<string, number>> = { 百: 2, 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8 };
const MAX_HEADER_ROWS = 4;
const CAPTION_LINES = 320;

/** The figures of a grid. `folded` is the folded text; `units` those of the run. */
export function readTable(grid: Grid, folded: string, units: UnitTable): Table {
  const rows = grid.rows.map((row) => row.map(({ start, end }): Cell => ({ start, end, text: folded.slice(start, end).trim() })));
  const bodyAt = rows.findIndex((row) => row.some((cell, x) => x > 0 && isNumber(cell.text)) && !isYearRow(row));
  const body = bodyAt < 0 ? [] : rows.slice(bodyAt);
  const head = rows.slice(Math.max(0, bodyAt - MAX_HEADER_ROWS), Math.max(0, bodyAt));
  const width = rows[0]?.length ?? 0;
  const stubs = stubWidth(body, width, head);
  const caption = captionUnit(folded, grid, units);
  const title = titleMeasure(folded, grid);
  const columns = Array.from({ length: width }, (_, x) => headerOf(joined(head.map((_row, y) => headerCell(head, y, x, stubs))), units));
  const serial = columns.map((column) => SERIAL.test(column.text));
  const group = columns.map((column) => GROUP.test(column.text));
  const unitColumn = columns.findIndex((column) => UNIT_COLUMN.test(column.text));
  const totals = new Map<number, TableFigure>();
  /** The column of each figure that is no total. */
  const totalOf = new Map<TableFigure, number>();
  const figures: OpenFigure[] = [];
  const unread: Span[] = [];
  /** The rows of each column since its last subtotal, and the subtotals they add up to. */
  const open = new Map<number, TableFigure[]>();
  const subtotals = new Map<TableFigure, TableFigure>();
  const above: string[] = [];
  for (const row of body) {
    const stub = Array.from({ length: stubs }, (_, x) =>
      serial[x] || group[x] || x === unitColumn ? '' : stubCell(row, x, stubs, above),
    ).filter(Boolean);
    if (NOTE.test(stub[0] ?? '')) continue;
    const numbers = row.filter((cell, x) => x >= stubs && isNumber(cell.text)).length;
    if (numbers === 0) continue;
    const own = headerOf(joined(stub), units);
    const written = unitColumn >= 0 ? unitNamed(row[unitColumn]?.text ?? '', units) : null;
    row.forEach((cell, x) => {
      if (x < stubs || serial[x] || x === unitColumn || !isNumber(cell.text)) return;
      const column = columns[x] as Header;
      const figure = SCORE.test(column.text) ? null : figureOf({ cell, x, column, columns, own, written, caption, title, units, row });
      if (!figure) {
        unread.push({ start: cell.start, end: cell.end });
        return;
      }
      const isTotal = TOTAL.test(own.text) && figure.aspect === 'level';
      const total = !isTotal && figure.aspect === 'level' ? totals.get(x) : undefined;
      if (total && total.quantity.unit === figure.quantity.unit && figure.quantity.dimension !== 'ratio') figure.total = total;
      if (isTotal) totals.set(x, figure);
      else totalOf.set(figure, x);
      if (SUBTOTAL.test(own.text)) {
        for (const part of partsOf(figure, open.get(x) ?? [])) subtotals.set(part, figure);
        open.delete(x);
      } else if (!isTotal) {
        const rows = open.get(x);
        if (rows) rows.push(figure);
        else open.set(x, [figure]);
      }
      figures.push(figure);
    });
  }
  for (const figure of figures) figure.total = subtotals.get(figure) ?? figure.total ?? laterTotal(figure);
  return { start: grid.start, end: grid.end, figures, unread };

  /** 合计 at the foot of a table. */
  function laterTotal(figure: TableFigure): TableFigure | null {
    const total = totalOf.get(figure);
    const later = total === undefined ? undefined : totals.get(total);
    const fits = later !== undefined && later !== figure && figure.aspect === 'level' && figure.quantity.dimension !== 'ratio';
    return fits && later.quantity.unit === figure.quantity.unit ? later : null;
  }
}

/** The rows above a subtotal that add up to it exactly, or none. */
function partsOf(subtotal: TableFigure, rows: readonly TableFigure[]): readonly TableFigure[] {
  const parts = rows.filter((row) => row.aspect === 'level' && row.quantity.unit === subtotal.quantity.unit);
  const sum = parts.reduce((all, { quantity }) => all.plus(quantity.value), new Big(0));
  return subtotal.quantity.dimension !== 'ratio' && parts.length > 1 && sum.eq(subtotal.quantity.value) ? parts : [];
}

// 2019年诊疗 is a header
const isNumber = (text: string): boolean => NUMBER.test(text) && !/^(?:19|20)\d{2}年/u.test(text) && !YEAR_CELL.test(text);
const isYearRow = (row: readonly Cell[]): boolean => {
  const numeric = row.slice(1).filter((cell) => /\d/u.test(cell.text));
  return numeric.length > 0 && numeric.every((cell) => YEAR_CELL.test(cell.text));
};

/** Columns before the numbers: those that hold words in most rows. */
function stubWidth(body: readonly (readonly Cell[])[], width: number, head: readonly (readonly Cell[])[]): number {
  let x = 0;
  while (x < width - 1) {
    const filled = body.filter((row) => row[x]?.text !== '');
    const numeric = filled.filter((row) => isNumber(row[x]?.text ?? '')).length;
    const counted = x === 0 && width > 2 && filled.every((row, i) => row[x]?.text === String(i + 1));
    const serial = counted || head.some((row) => SERIAL.test(row[x]?.text ?? ''));
    if (filled.length > 0 && numeric * 2 > filled.length && !serial) break;
    x++;
  }
  return Math.max(1, x);
}

/** A header over several columns may be written in the first of them alone; the cells below tell which are meant. */
function headerCell(head: readonly (readonly Cell[])[], y: number, x: number, stubs: number): string {
  const own = head[y]?.[x]?.text ?? '';
  if (own !== '' || x <= stubs || !head.slice(y + 1).some((row) => (row[x]?.text ?? '') !== '')) return own;
  return headerCell(head, y, x - 1, stubs);
}

/** A name over several rows may be written in the first of them alone; `above` keeps what each column of names held last. */
function stubCell(row: readonly Cell[], x: number, stubs: number, above: string[]): string {
  const own = row[x]?.text ?? '';
  const later = row.slice(x + 1, stubs).some((cell) => cell.text !== '');
  if (own === '' && later) return above[x] ?? '';
  above[x] = own;
  return own;
}

const joined = (parts: readonly string[]): string => parts.filter((part, i) => part !== '' && parts.indexOf(part) === i).join('');

function headerOf(text: string, units: UnitTable): Header {
  let rest = text;
  let unit: UnitOf | null = null;
  const bracket = BRACKET.exec(rest);
  if (bracket) {
    unit = unitNamed(`${bracket[1]}${bracket[2]}`, units);
    if (unit) rest = rest.replace(bracket[0], '');
  }
  const year = YEAR.exec(rest);
  if (year) rest = rest.replace(year[0], '');
  const change = CHANGE.test(rest);
  const difference = DIFFERENCE.test(rest) && !/%/u.test(text);
  if (change) {
    rest = rest.replace(CHANGE, '').replace(/(?:同比|环比|比上年|较上年|±|[+＋]-?)/gu, '');
    if (!unit && /%/u.test(text)) unit = unitNamed('%', units);
  }
  rest = rest
    .replace(/^[一二三四五六七八九十]{1,3}、|^[((][一二三四五六七八九十\d]{1,3}[))]|^\d{1,2}[.、](?!\d)|^[#*]|^其中[::]?/u, '')
    .replace(/\s+/gu, '')
    .replace(/[±+%()()]+$/u, '');
  return { text: rest, unit, year: year ? Number(year[1]) : null, change, difference, kind: TARGET.test(rest) ? 'target' : 'actual' };
}

function unitNamed(text: string, units: UnitTable): UnitOf | null {
  const [, magnitude = '', name = ''] = /^([百千万亿]*)(.+)$/u.exec(text.replace(/\s/gu, '')) ?? [];
  const match = units.match(name, 0);
  if (!match || match.end !== name.length) return null;
  return { unit: match.unit, dimension: match.dimension, power: POWERS[magnitude] ?? 0 };
}

const linesAbove = (folded: string, grid: Grid): string[] =>
  folded
    .slice(Math.max(0, grid.start - CAPTION_LINES), grid.start)
    .split('\n')
    // neither blank nor a rule of dashes
    .filter((line) => /[^\s\-—=_|+]/u.test(line))
    .slice(-3);

const TABLE_MARK = /^ ?[附续]?表 ?[\d一二三四五六七八九十]{0,3}(?:[-—.]\d{1,2})?[::、]?/u;
const TITLE_YEAR = /(?:19|20)\d{2}(?:[-—至](?:19|20)?\d{2,4})?年(?:末|底|度)?/u;
const MEASURED = /(?:数|数量|人次|率|费用|金额|投入)$/u;

/** What a table counts by its title: 表1 2021年各类医疗卫生机构数 单位:个. Empty where the title names no measure. */
function titleMeasure(folded: string, grid: Grid): string {
  for (const line of linesAbove(folded, grid).reverse()) {
    const title = line
      .replace(/[((]?(?:计量)?单位[::].*$/u, '')
      .replace(TABLE_MARK, '')
      .replace(TITLE_YEAR, '')
      .replace(/\s+/gu, '');
    if (title === '') continue;
    const measure = title.replace(/^.{0,12}?各(?:类|级|地|县区|区县)/u, '');
    return MEASURED.test(measure) && measure.length <= 20 && !/[,。;]/u.test(measure) ? measure : '';
  }
  return '';
}

/** 单位:万元 in the lines above a table; several units (单位:个、张、人) hold for no column of themselves. */
function captionUnit(folded: string, grid: Grid, units: UnitTable): UnitOf | null {
  const lines = linesAbove(folded, grid).join('\n');
  const match = CAPTION_UNIT.exec(lines);
  if (!match || /^ ?[、,/;](?! ?\n)/u.test(lines.slice(match.index + match[0].length))) return null;
  const name = match[2] as string;
  for (let length = name.length; length > 0; length--) {
    const unit = unitNamed(`${match[1]}${name.slice(0, length)}`, units);
    if (unit) return unit;
  }
  return null;
}

interface Position {
  readonly cell: Cell;
  readonly x: number;
  readonly column: Header;
  readonly columns: readonly Header[];
  readonly own: Header;
  /** The unit in the row's own column of units. */
  readonly written: UnitOf | null;
  readonly caption: UnitOf | null;
  /** What the table's title says is counted, or ''. */
  readonly title: string;
  readonly units: UnitTable;
  readonly row: readonly Cell[];
}

function figureOf({ cell, x, column, columns, own, written, caption, title, units, row }: Position): OpenFigure | null {
  // ≥88, 26以下
  const sign = /^([≥≤><])=? ?/u.exec(cell.text);
  const word = /(?<=\d[%‰]?)(?:以[上下]|左右)$/u.exec(cell.text)?.[0] ?? '';
  const bound = sign?.[1] ?? word;
  const amount = cell.text.slice(sign?.[0].length ?? 0, cell.text.length - word.length);
  const negative = /^[-−]/u.test(amount);
  const digits = amount.replace(/^[-−+]/u, '');
  const offset = amount.length - digits.length;
  const numeral = readArabic(digits, digits, 0);
  if (!numeral) return null;
  const value = negative ? numeral.value.negative() : numeral.value;
  const behind = digits.slice(numeral.end);
  const inCell = behind === '' ? null : units.match(behind, 0);
  if (behind !== '' && (!inCell || inCell.end !== behind.length)) return null;
  const wholeRow: Span = { start: row[0]?.start ?? cell.start, end: row.at(-1)?.end ?? cell.end };
  const change = column.change || own.change;
  // 同比增长(%) goes with the column before it that is no change
  const basis = change && column.text === '' ? columns.slice(0, x).findLast((c) => !c.change) : undefined;
  const difference = change && (column.difference || equalsDifference(value.toBig(), x, columns, row));
  const label = labelOf(basis ?? column, own) || title;
  if (label === '') return null;
  const ofLevel = (basis ?? column).unit ?? written ?? own.unit ?? caption ?? impliedBy(label);
  const unit: UnitOf | null = inCell
    ? { unit: inCell.unit, dimension: inCell.dimension, power: 0 }
    : !change
      ? ofLevel
      : difference
        ? inPoints(ofLevel)
        : (column.unit ?? PERCENT);
  const start = cell.start + (sign?.[0].length ?? 0);
  const end = start + offset + numeral.end + (inCell ? inCell.end : 0);
  const quantity: Quantity = {
    class: 'quantity',
    rule: 'table-cell',
    start,
    end,
    value: value.scaled(unit?.power ?? 0).toNumber(),
    valueMax: null,
    unit: unit?.unit ?? null,
    dimension: unit?.dimension ?? 'other',
    relation: BOUNDS[bound] ?? 'eq',
    outerStart: cell.start,
    outerEnd: end,
    unitImplied: !inCell,
    spelled: false,
  };
  const place = [own.text, column.text].find(isPlaceName) ?? '';
  return {
    quantity,
    label,
    kind: column.kind === 'target' || own.kind === 'target' || bound !== '' ? 'target' : 'actual',
    aspect: change ? 'change' : 'level',
    base: change ? '上年' : null,
    year: column.year ?? own.year,
    place,
    total: null,
    row: wholeRow,
  };
}

/** Whether the change is the last level before it less the one before that, and not their ratio: 增长 of a rate is in points, of days in days. */
function equalsDifference(value: Big, x: number, columns: readonly Header[], row: readonly Cell[]): boolean {
  const [current, former] = columns
    .slice(0, x)
    .flatMap((column, i) => (column.change || column.kind === 'target' ? [] : [printed(row[i]?.text ?? '')]))
    .reverse();
  if (!current || !former || value.eq(0)) return false;
  // the earlier year may stand first or last
  return [
    [current, former],
    [former, current],
  ].some(([late, early]) => {
    const by = (late as Big).minus(early as Big);
    return (
      by.eq(value) &&
      (early as Big).gt(0) &&
      by
        .div(early as Big)
        .times(100)
        .minus(value)
        .abs()
        .gt('0.1')
    );
  });
}

function printed(text: string): Big | null {
  return /^[-−]?\d[\d,.]*(?:%|‰)?$/u.test(text)
    ? (readArabic(text.replace(/^[-−]/u, ''), text.replace(/^[-−]/u, ''), 0)?.value.toBig() ?? null)
    : null;
}

const BOUNDS: Readonly<Record<string, Relation>> = {
  '≥': 'gte',
  '≤': 'lte',
  '>': 'gt',
  '<': 'lt',
  以上: 'gte',
  以下: 'lte',
  左右: 'approx',
};
const isPlaceName = (text: string): boolean => /^[一-龥]{1,12}[省市州盟区县旗]$/u.test(text) && !TOTAL.test(text);

function labelOf(column: Header, own: Header): string {
  const measure = GENERIC.test(column.text) ? '' : column.text.replace(TARGET, '');
  const stub = TOTAL.test(own.text) || isPlaceName(own.text) || GENERIC.test(own.text) ? '' : own.text;
  if (measure === '' || isPlaceName(measure)) return stub || measure;
  // 参保人数 stands in the stub and as the column's name
  return stub.includes(measure) ? stub : `${stub}${measure}`;
}

/** What may stand behind the counted noun in a header of several levels: 床位|编制, 卫生技术人员|合计. */
const WHICH = '(?:编制|核定|实有|实际|开放|在编|在岗|合计|总计|小计|总|本年|上年|本期|上期|年末|期末)*数?$';
const COUNTED: readonly (readonly [RegExp, string, Dimension])[] = [
  [/(?:率|占比|比例|比重)$/u, '%', 'ratio'],
  [/人次数?$/u, '人次', 'visits'],
  [new RegExp(`(?:人数|人员|医师|护士|医生|职工|人口)${WHICH}`, 'u'), '人', 'people'],
  [new RegExp(`床位${WHICH}`, 'u'), '张', 'items'],
  [new RegExp(`(?:机构|医院|卫生院|卫生室|中心|站|所)${WHICH}`, 'u'), '个', 'facilities'],
  [/户数$/u, '户', 'households'],
  [/例数$/u, '例', 'cases'],
];

/** 床位数: a name that says what it is counted in. */
function impliedBy(label: string): UnitOf | null {
  const found = COUNTED.find(([pattern]) => pattern.test(label));
  return found ? { unit: found[1], dimension: found[2], power: 0 } : null;
}
