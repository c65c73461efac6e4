// The table of administrative divisions at and above county level, 1981 to today (GB/T 2260).
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { COMPILED } from '../rules/compiled.js';
import { NAMED_AREAS } from '../rules/places.js';
import { autonomousEnd, type CompiledDivisions } from './compile-divisions.js';

export interface Division {
  readonly code: string;
  readonly name: string;
  readonly level: 'province' | 'city' | 'county';
  /** First year in force. */
  readonly from: number;
  /** First year no longer in force; Infinity while in force. */
  readonly to: number;
}

/** A place that is no administrative division and has no code: 高新区, 经开区. */
export interface Area {
  readonly name: string;
  readonly province: string | null;
  readonly city: string | null;
}

export interface DivisionTable {
  /** Divisions with this full name (双流区), all times. */
  byName(name: string): readonly Division[];
  /** The longest name of a division that ends at `end` of a text and begins at or behind `from`, or null. */
  nameEndingAt(text: string, end: number, from: number): string | null;
  /** Divisions with this name without its 省, 市, 区, 县 … (双流), all times. */
  byShortName(name: string): readonly Division[];
  /** The division with that code in force in `year`, or null. */
  byCode(code: string, year: number | null): Division | null;
  /** The divisions that ever had that code. */
  everByCode(code: string): readonly Division[];
  /** Areas with names of their own. */
  readonly areas: readonly Area[];
}

const SUFFIX = /(?:特别行政区|省|市|地区|盟|区|县|旗|林区|特区)$/u;
const MIN_SHORT = 2;
const NONE: readonly Division[] = [];

let table: DivisionTable | undefined;

/** The shipped table, read on first use. */
export function divisions(): DivisionTable {
  table ??= new ShippedDivisions(
    JSON.parse(readFileSync(fileURLToPath(new URL('../rules/divisions.json', import.meta.url)), COMPILED)) as CompiledDivisions,
  );
  return table;
}

/** The names with one ending, the longest first. */
type Names = ReadonlyMap<string, readonly Division[]>;

/** Reads of the compiled table what is asked for: a report names few of the 7,000 divisions. */
class ShippedDivisions implements DivisionTable {
  readonly areas = NAMED_AREAS.map(([name, province, city]) => ({ name, province, city }));
  private readonly endings = new Map<string, Names>();
  private readonly codes = new Map<string, readonly Division[]>();
  private shortNames: ReadonlyMap<string, readonly Division[]> | undefined;

  constructor(private readonly compiled: CompiledDivisions) {}

  byName(name: string): readonly Division[] {
    return this.ending(name.slice(-2))?.get(name) ?? NONE;
  }

  nameEndingAt(text: string, end: number, from: number): string | null {
    for (const name of this.ending(text.slice(end - 2, end))?.keys() ?? [])
      if (end - name.length >= from && text.startsWith(name, end - name.length)) return name;
    return null;
  }

  byShortName(name: string): readonly Division[] {
    this.shortNames ??= this.allShortNames();
    return this.shortNames.get(name) ?? NONE;
  }

  byCode(code: string, year: number | null): Division | null {
    return this.everByCode(code).find((d) => inForce(d, year)) ?? null;
  }

  everByCode(code: string): readonly Division[] {
    const province = code.slice(0, 2);
    let all = this.codes.get(province);
    if (!all) {
      all = divisionsOf(this.compiled.byProvince[province] ?? '');
      this.codes.set(province, all);
    }
    return all.filter((d) => d.code === code);
  }

  private ending(ending: string): Names | undefined {
    const known = this.endings.get(ending);
    const compiled = known ? undefined : this.compiled.byEnding[ending];
    if (compiled === undefined) return known;
    const names = new Map(
      compiled.split('|').map((entry) => {
        const colon = entry.indexOf(':');
        return [entry.slice(0, colon), divisionsOf(entry.slice(colon + 1))];
      }),
    );
    this.endings.set(ending, names);
    return names;
  }

  private allShortNames(): ReadonlyMap<string, readonly Division[]> {
    const names = new Map<string, Division[]>();
    for (const rows of Object.values(this.compiled.byProvince)) {
      for (const division of divisionsOf(rows)) {
        const { name } = division;
        const autonomous = autonomousEnd(name);
        const short = autonomous ? name.slice(0, autonomous.index) : name.replace(SUFFIX, '');
        if (short === name || short.length < MIN_SHORT) continue;
        const list = names.get(short);
        if (list) list.push(division);
        else names.set(short, [division]);
      }
    }
    return names;
  }
}

/** `code,name,from,to;…`, where `to` is empty for what is in force. */
function divisionsOf(rows: string): Division[] {
  if (rows === '') return [];
  return rows.split(';').map((row) => {
    const [code = '', name = '', from, to] = row.split(',');
    const level = code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'city' : 'county';
    return { code, name, level, from: Number(from), to: to ? Number(to) : Number.POSITIVE_INFINITY };
  });
}

export interface OwnPlace {
  readonly name: string;
  readonly code?: string | undefined;
  readonly province?: string | undefined;
  readonly city?: string | undefined;
}

/** The table with the user's own names for its divisions, and with areas that are none. */
export function withPlaces(table: DivisionTable, places: readonly OwnPlace[]): DivisionTable {
  if (places.length === 0) return table;
  const named = new Map<string, readonly Division[]>();
  const areas: Area[] = [...table.areas];
  for (const { name, code, province, city } of places) {
    if (code === undefined) areas.unshift({ name, province: province ?? null, city: city ?? null });
    else named.set(name, table.everByCode(code));
  }
  const longestFirst = [...named.keys()].sort((a, b) => b.length - a.length);
  return {
    areas,
    byName: (name) => named.get(name) ?? table.byName(name),
    nameEndingAt(text, end, from) {
      const shipped = table.nameEndingAt(text, end, from);
      const own = longestFirst.find((name) => end - name.length >= from && text.startsWith(name, end - name.length));
      return own !== undefined && own.length >= (shipped?.length ?? 0) ? own : shipped;
    },
    byShortName: (name) => table.byShortName(name),
    byCode: (code, year) => table.byCode(code, year),
    everByCode: (code) => table.everByCode(code),
  };
}

/** True where the division was in force in `year`; a null year asks for today's divisions. */
export function inForce(division: Division, year: number | null): boolean {
  return year === null ? division.to === Number.POSITIVE_INFINITY : division.from <= year && year < division.to;
}
