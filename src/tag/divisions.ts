// The table of administrative divisions at and above county level, 1981 to today (GB/T 2260).
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ABBREVIATIONS, NAMED_AREAS } from '../rules/places.js';

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
  /** Divisions with this name without its 省, 市, 区, 县 … (双流), all times. */
  byShortName(name: string): readonly Division[];
  /** The division with that code in force in `year`, or null. */
  byCode(code: string, year: number | null): Division | null;
  /** The divisions that ever had that code. */
  everByCode(code: string): readonly Division[];
  /** Areas with names of their own. */
  readonly areas: readonly Area[];
}

// The peoples that autonomous divisions are named after: 寻甸|回族彝族自治县
const PEOPLES =
  '蒙古族|蒙古|维吾尔族|维吾尔|哈萨克族|哈萨克|柯尔克孜族|柯尔克孜|塔吉克|锡伯|达斡尔族|鄂温克族|鄂伦春|朝鲜族|仡佬族|土家族|布依族|傈僳族|拉祜族|哈尼族|布朗族|景颇族|仫佬族|毛南族|东乡族|保安族|撒拉族|裕固族|各族|纳西族|独龙族|普米族|畲族|回族|彝族|藏族|壮族|苗族|侗族|瑶族|满族|黎族|白族|傣族|佤族|羌族|水族|怒族|土族';
const AUTONOMOUS = new RegExp(`(?:${PEOPLES})*自治([区州县旗])$`, 'u');
const SUFFIX = /(?:特别行政区|省|市|地区|盟|区|县|旗|林区|特区)$/u;
const MIN_SHORT = 2;

let table: DivisionTable | undefined;

/** The shipped table, parsed on first use. */
export function divisions(): DivisionTable {
  table ??= parse(readFileSync(fileURLToPath(new URL('../rules/divisions.tsv', import.meta.url)), 'utf8'));
  return table;
}

const autonomousEnd = (name: string): RegExpExecArray | null => (name.includes('自治') ? AUTONOMOUS.exec(name) : null);

function parse(tsv: string): DivisionTable {
  const byName = new Map<string, Division[]>();
  const byCode = new Map<string, Division[]>();
  const put = (map: Map<string, Division[]>, key: string, value: Division): void => {
    const list = map.get(key);
    if (list) list.push(value);
    else map.set(key, [value]);
  };
  const all: Division[] = [];
  const aliases: [string, Division][] = [];
  for (const line of tsv.split('\n')) {
    const [code, name, from, to] = line.split('\t');
    if (!code || !name) continue;
    const level = code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'city' : 'county';
    const division: Division = { code, name, level, from: Number(from), to: to ? Number(to) : Number.POSITIVE_INFINITY };
    put(byName, name, division);
    put(byCode, code, division);
    all.push(division);
    // 寻甸县, 酉阳自治县, 凉山州: autonomous divisions as reports shorten them
    const autonomous = autonomousEnd(name);
    if (autonomous && autonomous.index >= MIN_SHORT)
      for (const end of [autonomous[1] as string, `自治${autonomous[1]}`])
        aliases.push([`${name.slice(0, autonomous.index)}${end}`, division]);
  }
  // few reports ask for them
  let byShort: Map<string, Division[]> | undefined;
  const shortNames = (): Map<string, Division[]> => {
    const names = new Map<string, Division[]>();
    for (const division of all) {
      const { name } = division;
      const autonomous = autonomousEnd(name);
      const short = autonomous ? name.slice(0, autonomous.index) : name.replace(SUFFIX, '');
      if (short !== name && short.length >= MIN_SHORT) put(names, short, division);
    }
    return names;
  };
  for (const [alias, division] of aliases) put(byName, alias, division);
  for (const [short, name] of ABBREVIATIONS) for (const division of byName.get(name) ?? []) put(byName, short, division);
  return {
    byName: (name) => byName.get(name) ?? [],
    byShortName(name) {
      byShort ??= shortNames();
      return byShort.get(name) ?? [];
    },
    byCode(code, year) {
      const list = byCode.get(code) ?? [];
      return list.find((d) => inForce(d, year)) ?? null;
    },
    everByCode: (code) => byCode.get(code) ?? [],
    areas: NAMED_AREAS.map(([name, province, city]) => ({ name, province, city })),
  };
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
  return { ...table, byName: (name) => named.get(name) ?? table.byName(name), areas };
}

/** True where the division was in force in `year`; a null year asks for today's divisions. */
export function inForce(division: Division, year: number | null): boolean {
  return year === null ? division.to === Number.POSITIVE_INFINITY : division.from <= year && year < division.to;
}
