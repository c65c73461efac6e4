import { parse } from 'csv-parse/sync';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { folder, run } from './run.js';

const PACK = {
  name: 'county',
  sources: { plan: '县卫生健康局工作方案' },
  indicators: [
    {
      id: 'county.home-visits',
      name: '送医上门次数',
      en: 'Home visits of the county team',
      aliases: ['送医上门'],
      units: ['次', '人次'],
      domain: 'primary-care',
      definition: '年内县级小分队送医上门的次数',
      source: 'plan',
      example: '全县送医上门126次。',
      unlike: '全县送医上门率92%。',
    },
  ],
};
const files = (pack: unknown) => folder({ 'pack.json': JSON.stringify(pack) });

describe('lexicon', () => {
  it('lists every indicator, one a line', async () => {
    const { code, out, err } = await run(['lexicon']);
    expect([code, err]).toEqual([0, '']);
    expect(out.trimEnd().split('\n').length).toBeGreaterThanOrEqual(500);
    expect(out).toMatch(/^mch\.maternal-mortality-ratio +1\/10万 +孕产妇死亡率$/mu);
  });

  it('shows one with its aliases and source, at 80 columns', async () => {
    const { out } = await run(['lexicon', '婴儿死亡率'], { columns: 80 });
    expect(out).toMatch(/^mch\.infant-mortality-rate$/mu);
    for (const name of ['name', 'English', 'unit', 'related to', 'domain', 'aliases', 'definition', 'source', 'example', 'unlike'])
      expect(out).toMatch(new RegExp(`^ {4}${name} {2}`, 'mu'));
    for (const line of out.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(80);
    expect((await run(['lexicon', 'mch.infant-mortality-rate'])).out).toBe(out);
  });

  it('searches by word and by domain', async () => {
    const signing = (await run(['lexicon', '签约率'])).out.trimEnd().split('\n');
    expect(signing.length).toBeGreaterThan(1);
    const tcm = JSON.parse((await run(['lexicon', '--domain', 'tcm', '-f', 'json'])).out) as { domain: string }[];
    expect(tcm.length).toBeGreaterThan(20);
    expect(tcm.every((entry) => entry.domain === 'tcm')).toBe(true);
  });

  it('prints CSV and JSON of the same entries', async () => {
    const json = JSON.parse((await run(['lexicon', '-f', 'json'])).out) as { id: string; aliases: string[] }[];
    const rows = parse((await run(['lexicon', '-f', 'csv'])).out, { columns: true }) as { id: string; aliases: string }[];
    expect(rows.map((row) => row.id)).toEqual(json.map((entry) => entry.id));
    expect(rows[0]?.aliases.split(';')).toEqual(json[0]?.aliases);
  });

  it('lists units', async () => {
    expect((await run(['lexicon', '--units', '人次'])).out).toMatch(/^人次 +visits +人次/mu);
    expect((await run(['lexicon', '--units', '-f', 'csv'])).out).toMatch(/^unit,dimension,forms\n/u);
  });

  it('says on stderr that nothing was found', async () => {
    expect(await run(['lexicon', '量子纠缠'])).toEqual({ code: 0, out: '', err: 'nothing found for 量子纠缠\n' });
  });

  it('knows no other domain', async () => {
    const { code, err } = await run(['lexicon', '--domain', 'health']);
    expect([code, err]).toEqual([2, expect.stringContaining("there is no domain 'health'; use one of medical-security")]);
  });

  it('shows the packs of the user first', async () => {
    const { out } = await run(['lexicon', '送医上门', '--rules', 'pack.json'], { cwd: files(PACK) });
    expect(out).toMatch(/^county\.home-visits$/mu);
    expect(out).toMatch(/pack +.*pack\.json/u);
  });
});

describe('lexicon --check', () => {
  it('passes a pack in order', async () => {
    expect(await run(['lexicon', '--check', 'pack.json'], { cwd: files(PACK) })).toEqual({
      code: 0,
      out: '1 pack, 1 indicator: nothing to mend\n',
      err: '',
    });
  });

  it('fails with advice, and exit code 1', async () => {
    const [entry] = PACK.indicators;
    const cwd = files({ ...PACK, indicators: [{ ...entry, units: ['万次'], source: undefined, aliases: ['送医上门', '婴儿死亡率'] }] });
    const { code, out } = await run(['lexicon', '--check', 'pack.json'], { cwd });
    expect(code).toBe(1);
    expect(out).toContain('pack.json: indicators[0] (county.home-visits): unknown unit "万次"\n    use a canonical unit');
    expect(out).toContain('no source\n    add "source"');
  });

  it('cannot check what does not fit the schema', async () => {
    const { code, err } = await run(['lexicon', '--check', 'pack.json'], { cwd: files({ indicator: [] }) });
    expect([code, err]).toEqual([2, 'healthx: pack.json: (whole file): unknown "indicator": take it out or mend its spelling\n']);
  });
});

describe('--rules', () => {
  const text = '2019年，全县送医上门126次，建设“12345工程”，12345工程惠及群众3万人，设置健康驿站5站。';

  it('adds indicators, units, phrases, cues and places', async () => {
    const cwd = files({
      ...PACK,
      units: [{ unit: '站', dimension: 'facilities', forms: ['站'] }],
      cancel: ['12345工程'],
      cues: [{ domain: 'patriotic-health', words: ['健康驿站:9'] }],
      places: [{ name: '金沙新城', province: '贵州省', city: '毕节市' }],
    });
    const { code, out, err } = await run(['extract', '-q', '-f', 'json', '--rules', 'pack.json'], {
      cwd,
      stdin: `金沙新城2019年工作总结\n\n${text}`,
    });
    expect([code, err]).toEqual([0, '']);
    const records = JSON.parse(out) as Record<string, unknown>[];
    expect(records.map((r) => [r.indicatorId, r.value, r.unit])).toEqual([
      ['county.home-visits', 126, '次'],
      [null, 30000, '人'],
      [null, 5, '站'],
    ]);
    expect(records[0]).toMatchObject({
      indicator: '送医上门次数',
      province: '贵州省',
      city: '毕节市',
      district: '金沙新城',
      districtCode: null,
    });
    expect(records[2]).toMatchObject({ domain: 'patriotic-health', dimension: 'facilities' });
  });

  it('changes the ids, since another rule set may find other figures', async () => {
    const ids = async (argv: string[]): Promise<string[]> =>
      (JSON.parse((await run(['extract', '-q', '-f', 'json', ...argv], { cwd: files(PACK), stdin: text })).out) as { id: string }[]).map(
        (r) => r.id,
      );
    const [plain, packed] = [await ids([]), await ids(['--rules', 'pack.json'])];
    expect(plain).toHaveLength(packed.length);
    expect(plain).not.toEqual(packed);
  });

  it('tells what is wrong with a pack, and stops', async () => {
    const cwd = folder({ 'bad.json': '{', 'list.json': '[]' });
    expect((await run(['extract', '--rules', 'none.json'], { cwd, stdin: text })).err).toBe('healthx: none.json: there is no such file\n');
    expect((await run(['extract', '--rules', 'bad.json'], { cwd, stdin: text })).err).toMatch(/^healthx: bad\.json: no valid JSON \(/u);
    expect(await run(['extract', '--rules', 'list.json'], { cwd, stdin: text })).toMatchObject({ code: 2, out: '' });
  });
});
