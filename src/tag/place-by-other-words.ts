// Places by other words than their full names: names without their ending, the names of programmes and media, and what stands above the
// places that a text names.
import { type Division, type DivisionTable, inForce } from './divisions.js';

export interface PlaceZones {
  /** File name without folder and ending. */
  readonly file: string;
  /** Title lines. */
  readonly title: string;
  /** The first lines, page furniture included. */
  readonly head: string;
  /** The last lines: sign-off, address. */
  readonly foot: string;
  readonly body: string;
}

/** A name of a text, with all that speaks for it. */
export interface Candidate {
  readonly name: string;
  score: number;
  inTitle: boolean;
}

/** A candidate with the divisions of its name, or nothing. */
export type Scored = { candidate: Candidate; options: Division[]; score: number } | null;

/**
 * The city or autonomous region that a report is about which names only places in it in full: 我市…, in the text of 马鞍山 and of 当涂县;
 * 全区…, in a letter of 自治区卫生厅.
 */
export function spokenAbove(
  own: string | null,
  options: readonly Division[],
  mentioned: readonly string[],
  zones: PlaceZones,
  year: number | null,
  table: DivisionTable,
): Division | null {
  if (own === null || options.some((d) => d.level !== 'county' || d.name.endsWith(own))) return null;
  const code = options[0]?.code ?? '';
  const text = `${zones.head}\n${zones.body}`;
  if (own === '市') {
    const city = table.byCode(`${code.slice(0, 4)}00`, year);
    return city?.level === 'city' && text.includes(city.name.replace(/市$/u, '')) ? city : null;
  }
  if (own !== '区' || !/(?<![一-龥])自治区(?=卫|人民|政府|党|医|疾|妇)/u.test(text)) return null;
  const region = table.byCode(`${code.slice(0, 2)}0000`, year);
  return region?.name.endsWith('自治区') && mentioned.every((other) => other.startsWith(code.slice(0, 2))) ? region : null;
}

/** “健康金坛”, 万载在线: the name that a place gives its programme or its media, where the text has no other. */
export function namedAfter(body: string, year: number | null, table: DivisionTable, own: string | null): Division | null {
  for (const { groups } of body.matchAll(NAMESAKES)) {
    const name = groups?.programme ?? groups?.media ?? groups?.site ?? '';
    for (const short of [name, name.slice(-2)]) {
      const options = table.byShortName(short).filter((d) => inForce(d, year) && (own === null || d.name.endsWith(own)));
      if (options.length === 1) return options[0] as Division;
    }
  }
  return null;
}

const NAMESAKES =
  /健康(?<programme>[一-龥]{2,3})(?=”|微信|APP|平台|建设|行动|20\d\d)|(?<media>[一-龥]{2,3})(?:在线|新闻网|新闻发布厅|新闻办|日报|晚报|发布|融媒|电视台|门户网)|中国(?<site>[一-龥]{2,3})网/gu;

const NAME_GOES_ON = /^(?:$|[\n:：,，“\d_-]| \d|[区县]|卫|医|计|年|健|妇|疾|爱|红|中|公|全|统|工|人民|市场)/u;

/** What a name without its ending stands before in a title that says whose report it is. */
const TITLE_GOES_ON =
  /^(?:年鉴|卫生(?![院室所站]|服务|学校|职业)|卫健|医疗(?:卫生|保障)|医保|计划生育|人口(?:和|与)|国民经济|统计(?:年鉴|公报)|妇幼健康|爱国卫生|疾病预防)/u;

/** 九江年鉴·卫生: the only division of that name, also where the text names others in full; its own level is the one that the text speaks of. */
export function titleName(title: string, year: number | null, table: DivisionTable, own: string | null): Division | null {
  for (let i = 0; i < title.length; i++) {
    if (!/(?:^|[\n年“《 ])$/u.test(title.slice(0, i))) continue;
    for (const length of [4, 3, 2]) {
      // 天津:2022年底前…
      const speaks = title[i + length] === ':' && /(?:^|\n)$/u.test(title.slice(0, i));
      if (!speaks && !TITLE_GOES_ON.test(title.slice(i + length))) continue;
      const options = table.byShortName(title.slice(i, i + length)).filter((d) => inForce(d, year));
      const spoken = own === null ? options : options.filter((d) => d.name.endsWith(own));
      const [division] = spoken;
      if (division && spoken.length === 1) return division;
    }
  }
  return null;
}

/** 博山, 利州: names without their ending, in title and file name, where a place above them is named or the name is unique. */
export function shortNamed(
  zones: PlaceZones,
  year: number | null,
  table: DivisionTable,
  named: (code: string) => boolean,
  own: string | null,
  level: Division['level'] = 'county',
): Scored {
  const text = `${zones.file}\n${zones.title}`;
  // 海南, 吉林: the province has the name, too
  const higher = (short: string, of: Division['level']): boolean =>
    of !== 'province' &&
    table.byShortName(short).some((d) => inForce(d, year) && (d.level === 'province' || (of === 'county' && d.level === 'city')));
  let top: Scored = null;
  for (let i = 0; i < text.length; i++) {
    for (const length of [4, 3, 2]) {
      const short = text.slice(i, i + length);
      if (short.length < length) continue;
      const options = table
        .byShortName(short)
        .filter((d) => d.level === level && inForce(d, year) && (own === null || d.name.endsWith(own) || own === '市'));
      const supported = options.filter((d) => named(d.code));
      // without the name above it, only where a name stands: 利州年鉴, 2019年博山卫生健康工作
      const before = text.slice(0, i);
      const alone =
        options.length === 1 &&
        !higher(short, level) &&
        /(?:^|[\n年“《 ])$/u.test(before) &&
        // 北京发布…: no other word begins with the name of a province
        (NAME_GOES_ON.test(text.slice(i + length)) || (level === 'province' && /(?:^|\n)$/u.test(before)));
      const pool = supported.length ? supported : alone ? options : [];
      if (!pool.length) continue;
      const score = supported.length ? 12 : 6;
      if (!top || score > top.score) top = { candidate: { name: short, score, inTitle: true }, options: pool, score };
    }
  }
  return top;
}
