// The place a report is about: names in title, header, sign-off and text, weighed; 全区 or 全县 say at which level it speaks.
import { COMMON_AREAS } from '../rules/places.js';
import { type Division, type DivisionTable, divisions, inForce } from './divisions.js';
import { type Candidate, namedAfter, type PlaceZones, type Scored, shortNamed, spokenAbove, titleName } from './place-by-other-words.js';

export interface Place {
  readonly province: string | null;
  readonly city: string | null;
  readonly district: string | null;
  readonly code: string | null;
  /** True where the name fits several divisions and the text does not settle which. */
  readonly ambiguous: boolean;
  /** `area` for one that is no division and has no code. */
  readonly level: Division['level'] | 'area' | null;
}

const NO_PLACE: Place = { province: null, city: null, district: null, code: null, ambiguous: false, level: null };

const NAME_END = /[省市区县旗州盟]/gu;
const NAME_END_AT = /[省市区县旗州盟]/u;
const NAME_MAX = 15;
const WEIGHTS = { file: 12, title: 14, head: 5, foot: 4, body: 1 } as const;
const BODY_CAP = 12;
// 四川省人民医院, 成都市中医院, 对口支援…县: institutions and helped places do not say whose report it is
const NOT_THE_PLACE =
  /^(?:人民医院|第[一二三四五六七八九十]|中医|妇幼保健院|中心医院|妇女儿童|立医院|级|卫计委|厅|民政|扶贫|文件|政府令|大学|医科)/u;

/** Resolves the report's place; `year` picks the divisions in force. */
export function findPlace(zones: PlaceZones, year: number | null, table: DivisionTable = divisions()): Place {
  const candidates = new Map<string, Candidate>();
  for (const zone of Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[]) {
    for (const { name, after } of namesIn(zones[zone], table)) {
      const candidate = candidates.get(name) ?? { name, score: 0, inTitle: false };
      // 临河区人民医院2017年工作总结 is a report of 临河区
      const institution = zone !== 'title' && zone !== 'file' && NOT_THE_PLACE.test(after);
      const weight = institution ? WEIGHTS[zone] / 4 : WEIGHTS[zone];
      candidate.score += zone === 'body' ? (candidate.score > BODY_CAP * 4 ? 0 : weight) : weight;
      if (zone === 'title' || zone === 'file') candidate.inTitle = true;
      candidates.set(name, candidate);
    }
  }
  const mentioned = [...candidates.values()].flatMap((c) => table.byName(c.name).map((d) => d.code));
  const named = (codePrefix: string): boolean =>
    mentioned.some((code) => code.endsWith('00') && codePrefix.startsWith(code.replace(/(?:00){1,2}$/u, '')));
  const own = selfReference(zones);
  const titledCounty = [...candidates.values()].some(
    (c) => c.inTitle && table.byName(c.name).some((d) => d.level === 'county' && inForce(d, year)),
  );
  const area = titledCounty ? null : areaOf(`${zones.title}\n${zones.file}`, year, table);
  if (area) return area;
  const titledShortly = [...candidates.values()].some((c) => c.inTitle) ? null : titleName(zones.title, year, table, own);
  if (titledShortly) return describe(titledShortly, year, table);
  // 中国…动态, 全国…公报: about no place in particular
  if (/^(?:中国|全国|国家|我国)/u.test(zones.title) && ![...candidates.values()].some((c) => c.inTitle)) return NO_PLACE;
  const best = (level: Division['level']): { candidate: Candidate; options: Division[]; score: number } | null => {
    let top: { candidate: Candidate; options: Division[]; score: number } | null = null;
    for (const candidate of candidates.values()) {
      const options = table.byName(candidate.name);
      const valid = options.filter((d) => inForce(d, year));
      // a name that is in force at another level (乐山市 was once a county-level city) speaks of that one
      const pool = (valid.length ? valid : options).filter((d) => d.level === level);
      if (!pool.length) continue;
      const supported = pool.some((d) => named(d.code));
      let score = candidate.score * (valid.length ? 1 : 0.5) * (supported ? 1.5 : 1);
      if (own && candidate.name.endsWith(own)) score *= 1.6;
      if (!top || score > top.score) top = { candidate, options: pool, score };
    }
    return top;
  };
  const city = best('city');
  const province = best('province');
  // 衢州市卫生健康统计公报 … 卫生资源: a full name in the title leaves no room for 资源 (县)
  const titled = (city?.candidate.inTitle || province?.candidate.inTitle) && !(own !== null && /[区县旗]/u.test(own));
  const county = best('county') ?? (titled ? null : shortNamed(zones, year, table, named, own));
  // 深圳提出…: a city or province by its short name, where no place is named in full
  const chosen =
    chooseLevel(county, city, province, own) ??
    (own !== null && /[区县旗]/u.test(own) ? null : shortNamed(zones, year, table, named, null, 'city')) ??
    shortNamed(zones, year, table, named, null, 'province');
  if (!chosen) {
    const named = namedAfter(`${zones.head}\n${zones.body}`, year, table, own);
    return named ? describe(named, year, table) : NO_PLACE;
  }
  if (!chosen.candidate.inTitle) {
    const above = spokenAbove(own, chosen.options, mentioned, zones, year, table);
    if (above) return describe(above, year, table);
  }
  return toPlace(chosen.options, year, table, (code) => named(code) || (!supportedBy(chosen.options, named) && shortlyNamed(code)));

  /** 健康福州: the city or province of a division is named without its 市 or 省. */
  function shortlyNamed(code: string): boolean {
    const text = `${zones.file}\n${zones.head}\n${zones.body}\n${zones.foot}`;
    return [`${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`].some((above) => {
      const name = table.byCode(above, year)?.name.replace(/(?:省|市|地区|盟|特别行政区)$/u, '');
      return name !== undefined && name.length >= 2 && text.includes(name);
    });
  }
}

const supportedBy = (options: readonly Division[], named: (code: string) => boolean): boolean => options.some((d) => named(d.code));

/** 西安高新区, 河北雄安新区: an area that is no division, where the title names one. */
function areaOf(title: string, year: number | null, table: DivisionTable): Place | null {
  for (const { name, province, city } of table.areas) {
    if (!title.includes(name) || table.byName(name).some((d) => inForce(d, year))) continue;
    return { province, city, district: name, code: null, ambiguous: false, level: 'area' };
  }
  for (const name of COMMON_AREAS) {
    const at = title.indexOf(name);
    if (at < 0) continue;
    const city = cityBefore(title.slice(0, at), year, table);
    if (!city) continue;
    return { ...describe(city, year, table), district: name, code: null, level: 'area' };
  }
  return null;
}

/** The city whose name, full or short, a text ends with. */
function cityBefore(text: string, year: number | null, table: DivisionTable): Division | null {
  for (let length = Math.min(NAME_MAX, text.length); length >= 2; length--) {
    const name = text.slice(-length);
    const options = [...table.byName(name), ...table.byShortName(name)].filter((d) => d.level === 'city' && inForce(d, year));
    if (options.length === 1) return options[0] as Division;
  }
  return null;
}

function chooseLevel(county: Scored, city: Scored, province: Scored, own: string | null): Scored {
  if (county?.candidate.inTitle) return county;
  // 广西壮族自治区 calls itself 全区, too
  const autonomous = own === '区' && province?.candidate.inTitle === true && province.candidate.name.endsWith('区');
  // 毕节地区, too
  const prefecture = own === '区' && city?.candidate.inTitle === true && city.candidate.name.endsWith('地区');
  if (prefecture) return city;
  const countySpeaks = own !== null && /[区县旗]/u.test(own) && !autonomous;
  if (city?.candidate.inTitle && !countySpeaks) return city;
  if (province?.candidate.inTitle && !countySpeaks && !(own === '市' && city)) return province;
  if (county && (countySpeaks || county.score >= (city?.score ?? 0) * 0.8)) return county;
  if (autonomous) return province;
  if (city && own !== '省') return city;
  return province ?? city ?? county;
}

/** 全区, 我县, 全市: the level at which the report speaks of itself, where one is clearly the most frequent. */
function selfReference(zones: PlaceZones): string | null {
  const counts = new Map<string, number>();
  for (const m of `${zones.title}\n${zones.body}`.matchAll(
    /(?:全|我|本)(区|县|市|省|州|旗)(?!域|级|外|场|委|政府办|首|第|唯一|率先|排名|前|领先|先进|优秀|平均|通报)/gu,
  ))
    counts.set(m[1] as string, (counts.get(m[1] as string) ?? 0) + 1);
  const sorted = [...counts].sort((a, b) => b[1] - a[1]);
  const [first, second] = sorted;
  if (!first) return null;
  return second && second[1] * 1.5 > first[1] ? null : first[0];
}

const COMMON_WORD = /^(?:市区|城区|郊区|矿区|市中区|新区)$/u;

/** 晋城市|城区, and 城区|卫生局 at the start of a line: not 城区|平均反应时间. */
function standsAsName(text: string, start: number, end: number): boolean {
  const before = text.slice(0, start);
  return /(?:市|州)$/u.test(before) || (/(?:^|\n)$/u.test(before) && /^(?:$|\n|卫|人民|医|疾|(?:19|20)\d\d|\d{4})/u.test(text.slice(end)));
}

function* namesIn(text: string, table: DivisionTable): Generator<{ name: string; after: string }> {
  let from = 0;
  for (const m of text.matchAll(NAME_END)) {
    const end = m.index + 1;
    const name = table.nameEndingAt(text, end, from);
    if (name === null) continue;
    // 四川省万县市: the longer name
    if (NAME_END_AT.test(text[end] ?? '') && table.byName(`${name}${text[end]}`).length > 0) continue;
    // 新建县医院综合楼 is a building site
    if (/^新建[县区]$/u.test(name) && /^(?:[级直]|人民医|中医|妇幼|疾|医|卫生监|公共卫生|中心|体检|急救)/u.test(text.slice(end))) continue;
    // 市区, 城区 inside 乐山市区 are no names
    if (COMMON_WORD.test(name) && !standsAsName(text, end - name.length, end)) continue;
    yield { name, after: text.slice(end, end + 5) };
    from = end;
  }
}

function toPlace(options: readonly Division[], year: number | null, table: DivisionTable, named: (code: string) => boolean): Place {
  const supported = options.filter((d) => named(d.code));
  const pool = supported.length ? supported : options;
  const codes = new Set(pool.map((d) => d.code));
  const division = closest(pool, year);
  if (codes.size > 1 && pool.filter((d) => inForce(d, year)).length !== 1) {
    return { ...NO_PLACE, ...(division.level === 'county' ? { district: division.name } : {}), ambiguous: true, level: division.level };
  }
  return describe(division, year, table);
}

function closest(pool: readonly Division[], year: number | null): Division {
  const valid = pool.find((d) => inForce(d, year));
  if (valid) return valid;
  const y = year ?? Number.POSITIVE_INFINITY;
  return [...pool].sort((a, b) => distance(a, y) - distance(b, y))[0] as Division;
}

const distance = (d: Division, year: number): number => (year < d.from ? d.from - year : year >= d.to ? year - d.to + 1 : 0);

function describe(division: Division, year: number | null, table: DivisionTable): Place {
  const at = year !== null && inForce(division, year) ? year : inForce(division, null) ? null : division.from;
  const province = table.byCode(`${division.code.slice(0, 2)}0000`, at)?.name ?? null;
  // 460001 stands directly under its province
  const above = table.byCode(`${division.code.slice(0, 4)}00`, at);
  const city = division.level === 'province' || above?.level !== 'city' ? null : above.name;
  return {
    province: division.level === 'province' ? division.name : province,
    city: division.level === 'city' ? division.name : city,
    district: division.level === 'county' ? division.name : null,
    code: division.code,
    ambiguous: false,
    level: division.level,
  };
}

/** The place that the user names (双流区, 510116), for the given year; null where the table does not know it. */
export function placeOf(nameOrCode: string, year: number | null, table: DivisionTable = divisions()): Place | null {
  if (/^\d{6}$/u.test(nameOrCode)) {
    const division = table.byCode(nameOrCode, year) ?? table.byCode(nameOrCode, null);
    return division ? describe(division, year, table) : null;
  }
  // 石家庄市桥西区: the parts before narrow the last one down
  const names = [...namesIn(nameOrCode, table)].map((n) => n.name);
  const last = names.at(-1);
  if (!last) return null;
  const parents = names.slice(0, -1).flatMap((n) => table.byName(n).map((d) => d.code.replace(/(?:00){1,2}$/u, '')));
  const all = table.byName(last);
  const valid = all.filter((d) => inForce(d, year));
  return toPlace(valid.length ? valid : all, year, table, (code) => parents.some((p) => code.startsWith(p)));
}

/** The division of that name within the report's place, for a row of its own; null where there is none, or more than one. */
export function placeWithin(name: string, report: Place, year: number | null, table: DivisionTable = divisions()): Place | null {
  const prefix = report.code?.replace(/(?:00){1,2}$/u, '') ?? '';
  const options = [...table.byName(name), ...table.byShortName(name)].filter(
    (d) => inForce(d, year) && d.code.startsWith(prefix.slice(0, 4)),
  );
  const codes = new Set(options.map((d) => d.code));
  return codes.size === 1 ? describe(options[0] as Division, year, table) : null;
}
