// Compiles the table of divisions into the lists that `divisions` reads: by the ends of their names and by province. Runs at build time.
import { ABBREVIATIONS } from '../rules/places.js';

/** Rows are `code,name,from,to`, several of them joined with semicolons; `to` is empty for what is in force. */
export interface CompiledDivisions {
  /** By the last two characters: `name:rows` joined with bars, the longest name first. Aliases of a division are names, too. */
  readonly byEnding: Readonly<Record<string, string>>;
  /** By the first two digits of the code: rows, in the order of the table. */
  readonly byProvince: Readonly<Record<string, string>>;
}

const ENDING = 2;
const MIN_SHORT = 2;
// The peoples that autonomous divisions are named after: 寻甸|回族彝族自治县
const PEOPLES =
  '蒙古族|蒙古|维吾尔族|维吾尔|哈萨克族|哈萨克|柯尔克孜族|柯尔克孜|塔吉克|锡伯|达斡尔族|鄂温克族|鄂伦春|朝鲜族|仡佬族|土家族|布依族|傈僳族|拉祜族|哈尼族|布朗族|景颇族|仫佬族|毛南族|东乡族|保安族|撒拉族|裕固族|各族|纳西族|独龙族|普米族|畲族|回族|彝族|藏族|壮族|苗族|侗族|瑶族|满族|黎族|白族|傣族|佤族|羌族|水族|怒族|土族';
const AUTONOMOUS = new RegExp(`(?:${PEOPLES})*自治([区州县旗])$`, 'u');

/** Where the end of an autonomous division's name begins (回族彝族自治县), with its last character as group 1; null for other names. */
export const autonomousEnd = (name: string): RegExpExecArray | null => (name.includes('自治') ? AUTONOMOUS.exec(name) : null);

/** `tsv` has rows of code, name, first year in force and first year no longer in force. */
export function compileDivisions(tsv: string): CompiledDivisions {
  const byName = new Map<string, string[]>();
  const byProvince = new Map<string, string[]>();
  const aliases: [string, string][] = [];
  for (const line of tsv.split('\n')) {
    const [code, name, from, to] = line.split('\t');
    if (!code || !name) continue;
    const row = [code, name, from, to ?? ''].join(',');
    put(byName, name, row);
    put(byProvince, code.slice(0, 2), row);
    // 寻甸县, 酉阳自治县, 凉山州: autonomous divisions as reports shorten them
    const autonomous = autonomousEnd(name);
    if (autonomous && autonomous.index >= MIN_SHORT)
      for (const end of [autonomous[1] as string, `自治${autonomous[1]}`]) aliases.push([`${name.slice(0, autonomous.index)}${end}`, row]);
  }
  for (const [alias, row] of aliases) put(byName, alias, row);
  for (const [short, name] of ABBREVIATIONS) for (const row of byName.get(name) ?? []) put(byName, short, row);

  const byEnding = new Map<string, string[]>();
  const longestFirst = [...byName].sort((a, b) => b[0].length - a[0].length);
  for (const [name, rows] of longestFirst) put(byEnding, name.slice(-ENDING), `${name}:${rows.join(';')}`);
  return { byEnding: joined(byEnding, '|'), byProvince: joined(byProvince, ';') };
}

function put(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

const joined = (map: ReadonlyMap<string, readonly string[]>, separator: string): Record<string, string> =>
  Object.fromEntries([...map].map(([key, list]) => [key, list.join(separator)]));
