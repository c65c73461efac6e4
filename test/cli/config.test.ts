import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, run, TWO_FIGURES } from './run.js';

const districts = (out: string): unknown[] => (JSON.parse(out) as { district: string }[]).map((r) => r.district);
const extract = ['extract', '-q', '-f', 'json'];

describe('settings', () => {
  it('come from the nearest healthx.config.json upward', async () => {
    const root = folder({
      'healthx.config.json': '{"district": "双流区"}',
      'a/healthx.config.json': '{"district": "博山区"}',
      'a/b/report.txt': TWO_FIGURES,
      'c/report.txt': TWO_FIGURES,
    });
    expect(districts((await run([...extract, 'report.txt'], { cwd: path.join(root, 'a', 'b') })).out)).toEqual(['博山区', '博山区']);
    expect(districts((await run([...extract, 'report.txt'], { cwd: path.join(root, 'c') })).out)).toEqual(['双流区', '双流区']);
  });

  it('rank: flags, environment, project, user', async () => {
    const home = folder({ '.config/healthx/config.json': '{"district": "利州区", "year": 2011, "domain": "tcm", "segmenter": "intl"}' });
    const cwd = folder({ 'healthx.config.json': '{"district": "博山区", "year": 2012, "domain": "other"}' });
    const env = { HOME: home, HEALTHX_DISTRICT: '双流区', HEALTHX_YEAR: '2013' };
    const { out } = await run([...extract, '--district', '寻甸县', '--print-config'], { cwd, env });
    const settings = JSON.parse(out) as Record<string, { value: unknown; from: string }>;
    expect(settings.district).toEqual({ value: '寻甸县', from: 'flags' });
    expect(settings.year).toEqual({ value: 2013, from: 'environment' });
    expect(settings.domain).toEqual({ value: 'other', from: path.join(cwd, 'healthx.config.json') });
    expect(settings.segmenter).toEqual({ value: 'intl', from: path.join(home, '.config', 'healthx', 'config.json') });
    expect(settings.format).toEqual({ value: 'json', from: 'flags' });
    expect(settings.color).toEqual({ value: true, from: 'defaults' });
  });

  it('add up for packs, which are named relative to where they are named', async () => {
    const cwd = folder({
      'healthx.config.json': '{"rules": ["packs/one.json"]}',
      'packs/one.json': '{}',
      'two.json': '{}',
      'sub/x.txt': '',
    });
    const { out } = await run(['extract', '--rules', '../two.json', '--print-config'], { cwd: path.join(cwd, 'sub') });
    expect(JSON.parse(out).rules.value).toEqual([path.join(cwd, 'packs', 'one.json'), path.join(cwd, 'two.json')]);
  });

  it('can be named, or left alone', async () => {
    const cwd = folder({ 'healthx.config.json': '{"district": "博山区"}', 'other.json': '{"district": "双流区"}' });
    const district = async (...argv: string[]): Promise<unknown> =>
      JSON.parse((await run(['extract', '--print-config', ...argv], { cwd })).out).district?.value;
    expect(await district()).toBe('博山区');
    expect(await district('--config', 'other.json')).toBe('双流区');
    expect(await district('--no-config')).toBeUndefined();
  });

  it.each([
    ['{"distrikt": "博山区"}', /healthx\.config\.json: \(whole file\): unknown "distrikt": take it out or mend its spelling/u],
    ['{"format": "xml"}', /healthx\.config\.json: format: must be one of "csv"/u],
    ['{"year": 19}', /healthx\.config\.json: year: must be 1949 or later/u],
    ['{"rules": "x.json"}', /healthx\.config\.json: rules: must be of type array/u],
    ['{', /healthx\.config\.json: no valid JSON/u],
  ])('a fault stops the run: %s', async (config, expected) => {
    const { code, out, err } = await run(['extract'], { cwd: folder({ 'healthx.config.json': config }), stdin: TWO_FIGURES });
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(expected);
  });

  it('an unknown or faulty variable is an error, too', async () => {
    expect((await run(['extract'], { env: { HEALTHX_DISTRCT: 'x' }, stdin: TWO_FIGURES })).err).toMatch(/unknown "distrct"/u);
    expect((await run(['extract'], { env: { HEALTHX_YEAR: 'last' }, stdin: TWO_FIGURES })).err).toMatch(/year: /u);
    expect((await run(['extract'], { env: { HEALTHX_QUIET: 'perhaps' }, stdin: TWO_FIGURES })).err).toMatch(
      /quiet: must be of type boolean/u,
    );
  });

  it('hold for explain and validate as well', async () => {
    const cwd = folder({ 'healthx.config.json': '{"district": "博山区"}' });
    const { out } = await run(['explain', '-f', 'json', '新建医院3家。'], { cwd });
    expect(JSON.parse(out).numbers[0].record.district).toBe('博山区');
    expect((await run(['validate', '--config', 'none.json'], { cwd })).err).toMatch(/none\.json: there is no such file/u);
  });
});
