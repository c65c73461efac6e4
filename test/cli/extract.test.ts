import { describe, expect, it } from 'vitest';
import { COLUMNS, type HealthRecord, recordSchema } from '../../dist/index.js';
import { Collector, folder, NO_FIGURES, run, SENTENCE, TWO_FIGURES } from './run.js';

const records = (out: string): HealthRecord[] => JSON.parse(out) as HealthRecord[];

describe('extract', () => {
  it('prints CSV to stdout and the summary to stderr', async () => {
    const cwd = folder({ 'a.txt': SENTENCE });
    const { code, out, err } = await run(['extract', 'a.txt'], { cwd });
    expect(code).toBe(0);
    const lines = out.split('\n');
    expect(lines[0]).toBe(COLUMNS.join(','));
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain('96.31');
    expect(err).toMatch(/^1 file, 1 record(?:, \d+ doubtful \(see the flags column\))?\n$/u);
  });

  it('gives records that are true to the schema and the text', async () => {
    const text = `\ufeff${TWO_FIGURES}`;
    const cwd = folder({ 'a.txt': text });
    const { out } = await run(['extract', '-f', 'json', 'a.txt'], { cwd });
    const decoded = text.slice(1);
    for (const record of records(out)) {
      expect(recordSchema.parse(record)).toEqual(record);
      expect(decoded.slice(record.start, record.end)).toBe(record.raw);
    }
    expect(records(out).map((record) => record.value)).toEqual([120, 352000]);
  });

  it('reads several inputs in the order given, as one array', async () => {
    const cwd = folder({ 'b.txt': SENTENCE, 'a.txt': TWO_FIGURES, 'c.txt': NO_FIGURES });
    const { out, err } = await run(['extract', '--format', 'json', 'b.txt', '*.txt'], { cwd });
    expect(records(out).map((record) => record.file)).toEqual(['b.txt', 'a.txt', 'a.txt']);
    expect(err).toMatch(/^3 files, 3 records/u);
  });

  it('reads standard input, named or not', async () => {
    for (const argv of [['extract'], ['extract', '-']]) {
      const { code, out } = await run([...argv, '-f', 'ndjson'], { stdin: SENTENCE });
      expect(code).toBe(0);
      expect(JSON.parse(out)).toMatchObject({ file: '-', value: 96.31 });
    }
  });

  it.each([
    ['csv', `${COLUMNS.join(',')}\n`],
    ['json', '[]\n'],
    ['ndjson', ''],
    ['table', 'a.txt\nno figures\n'],
  ])('says that nothing was found, and prints a valid %s', async (format, expected) => {
    const cwd = folder({ 'a.txt': NO_FIGURES });
    const { code, out, err } = await run(['extract', '-f', format, 'a.txt'], { cwd });
    expect([code, out, err]).toEqual([0, expected, '1 file, nothing found\n']);
  });

  it('goes on after inputs that fail, and remembers', async () => {
    const cwd = folder({ 'bad.txt': new Uint8Array([0x34, 0xff, 0xff]), 'bin.txt': 'a\0b', 'empty.txt': '', 'good.txt': SENTENCE });
    const { code, out, err } = await run(['extract', 'bad.txt', 'bin.txt', 'gone.txt', 'empty.txt', 'good.txt', '-f', 'json'], { cwd });
    expect(code).toBe(1);
    expect(records(out)).toHaveLength(1);
    expect(err).toMatch(/^healthx: bad\.txt: neither UTF-8, .*offset 1\b/mu);
    expect(err).toMatch(/^healthx: bin\.txt: a binary file/mu);
    expect(err).toMatch(/^healthx: gone\.txt: no such file$/mu);
    expect(err).toMatch(/^healthx: empty\.txt: empty/mu);
    expect(err).toMatch(/^1 file, 1 record.*; 4 inputs failed$/mu);
  });

  it('cannot run where nothing matches', async () => {
    const cwd = folder({});
    for (const argv of [['gone.txt'], ['*.txt'], ['.'], ['gone.txt', '*.txt']]) {
      const { code, out, err } = await run(['extract', ...argv, '-f', 'json'], { cwd });
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(/^healthx: /u);
    }
  });

  it('asks for an input where standard input is a terminal', async () => {
    const { code, out, err } = await run(['extract'], { stdinIsTTY: true });
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^healthx: no input: /u);
  });

  it('calls standard input by its name', async () => {
    const { code, err } = await run(['extract'], { stdin: '' });
    expect(code).toBe(1);
    expect(err).toMatch(/^healthx: standard input: empty/u);
  });

  it('says with -q nothing but errors', async () => {
    const cwd = folder({ 'a.txt': SENTENCE });
    expect((await run(['extract', '-q', '--district', '无名区', 'a.txt'], { cwd })).err).toBe('');
    expect((await run(['extract', '--quiet', 'a.txt', 'gone.txt'], { cwd })).err).toBe('healthx: gone.txt: no such file\n');
  });

  it.each(['jieba', 'intl'])('works with --segmenter %s', async (segmenter) => {
    const { code, out } = await run(['extract', '--segmenter', segmenter, '-f', 'json'], { stdin: SENTENCE });
    expect(code).toBe(0);
    expect(records(out)[0]).toMatchObject({ value: 96.31, unit: '%' });
  });
});

describe('overrides', () => {
  it('take the place of what the text says', async () => {
    const argv = ['extract', '-f', 'json', '--district', '双流区', '--year', '2018', '--domain', 'tcm'];
    const { code, out } = await run(argv, { stdin: SENTENCE });
    expect(code).toBe(0);
    expect(records(out)[0]).toMatchObject({ province: '四川省', district: '双流区', districtCode: '510116', year: 2018, domain: 'tcm' });
  });

  it('accept a code, also of a division that is no more', async () => {
    const { out, err } = await run(['extract', '-f', 'json', '--district', '510116'], { stdin: SENTENCE });
    expect(records(out)[0]).toMatchObject({ district: '双流区', districtCode: '510116' });
    expect(err).not.toContain('warning');
    expect((await run(['extract', '--district', '510122'], { stdin: SENTENCE })).err).not.toContain('warning');
  });

  it('keep an unknown place as given, with a warning', async () => {
    const { code, out, err } = await run(['extract', '-f', 'json', '--district', '无名区'], { stdin: SENTENCE });
    expect(code).toBe(0);
    expect(records(out)[0]).toMatchObject({ district: '无名区', districtCode: null });
    expect(err).toMatch(/^healthx: warning: --district: 无名区 is not in the table/mu);
  });

  it('warn of a name that several places bear', async () => {
    const { code, err } = await run(['extract', '--district', '鼓楼区'], { stdin: SENTENCE });
    expect(code).toBe(0);
    expect(err).toMatch(/more than one place is called 鼓楼区/u);
    expect((await run(['extract', '--district', '南京市鼓楼区'], { stdin: SENTENCE })).err).not.toContain('warning');
  });

  it.each([
    [['--year', '19'], /1949 to 2100/u],
    [['--year', '1948'], /1949 to 2100/u],
    [['--year', '2101'], /1949 to 2100/u],
    [['--year', '2018年'], /1949 to 2100/u],
    [['--year', '2e3'], /1949 to 2100/u],
    [['--domain', 'health'], /no domain 'health'; use one of .*tcm/u],
    [['--district', ' '], /--district/u],
    [['--format', 'xml'], /csv, json, ndjson, table/u],
    [['--segmenter', 'mmseg'], /jieba, intl/u],
    [['--output'], /argument missing/u],
    [['--nonsense'], /unknown option '--nonsense'/u],
  ])('%j is refused', async (argv, message) => {
    const { code, out, err } = await run(['extract', ...argv], { stdin: SENTENCE });
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^healthx: /u);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/ at .*\.js/u);
  });
});

describe('colour and width', () => {
  const coloured = async (argv: string[], env: Record<string, string>, stdoutIsTTY: boolean): Promise<boolean> =>
    (await run(['extract', '-f', 'table', ...argv], { stdin: SENTENCE, env, stdoutIsTTY })).out.includes('\u001b[');

  it.each<[string, string[], Record<string, string>, boolean, boolean]>([
    ['on a terminal', [], {}, true, true],
    ['not in a pipe', [], {}, false, false],
    ['not with --no-color', ['--no-color'], { FORCE_COLOR: '1' }, true, false],
    ['not with NO_COLOR', [], { NO_COLOR: '1' }, true, false],
    ['with an empty NO_COLOR', [], { NO_COLOR: '' }, true, true],
    ['with FORCE_COLOR in a pipe', [], { FORCE_COLOR: '1' }, false, true],
    ['with FORCE_COLOR over NO_COLOR', [], { FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
    ['not with FORCE_COLOR=0', [], { FORCE_COLOR: '0' }, true, false],
    ['not on a dumb terminal', [], { TERM: 'dumb' }, true, false],
  ])('%s', async (_when, argv, env, isTTY, expected) => {
    expect(await coloured(argv, env, isTTY)).toBe(expected);
  });

  it('the table fits the terminal, COLUMNS, or 80', async () => {
    const stdin = `${'全区城乡居民基本医疗保险参保人员住院政策范围内费用报销比例'.repeat(3)}达到96.31%。\n`;
    const width = async (columns: number | undefined, env: Record<string, string>): Promise<number> => {
      const { default: stringWidth } = await import('string-width');
      const { out } = await run(['extract', '-f', 'table'], { stdin, env, stdoutIsTTY: true, ...(columns ? { columns } : {}) });
      return Math.max(...out.split('\n').map((line) => stringWidth(line)));
    };
    expect(await width(120, {})).toBe(120);
    expect(await width(120, { COLUMNS: '70' })).toBe(70);
    expect(await width(undefined, {})).toBe(80);
    expect(await width(undefined, { COLUMNS: 'wide' })).toBe(80);
  });

  it('no data format is ever coloured', async () => {
    for (const format of ['csv', 'json', 'ndjson']) {
      const { out } = await run(['extract', '-f', format], { stdin: SENTENCE, env: { FORCE_COLOR: '3' }, stdoutIsTTY: true });
      expect(out).not.toContain('\u001b');
    }
  });
});

describe('progress', () => {
  const slowly = async (stderrIsTTY: boolean, argv: string[] = []): Promise<string> => {
    // each output larger than the stream's buffer, and a reader that takes its time: a long run on any machine
    const cwd = folder(Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`${i}.txt`, SENTENCE.repeat(60)])));
    class Slow extends Collector {
      override _write(chunk: Buffer, encoding: string, done: () => void): void {
        setTimeout(() => super._write(chunk, encoding, done), 80);
      }
    }
    return (await run(['extract', '*.txt', ...argv], { cwd, stderrIsTTY, stdout: new Slow() })).err;
  };

  it('is one rewritten line on a terminal, gone at the end', async () => {
    const err = await slowly(true);
    const states = err.split('\r\u001b[K');
    expect(states.slice(1, -2).length).toBeGreaterThan(0);
    for (const state of states.slice(1, -2)) expect(state).toMatch(/^\d+\/12 files, [\d.]+\/s(?:, \d+ s left)?$/u);
    expect(states.at(-1)).toMatch(/^12 files, .*\n$/u);
    expect(err.match(/\n/gu)).toHaveLength(1);
  });

  it('is silent in a pipe, with -q, and in a short run', async () => {
    expect(await slowly(false)).toMatch(/^12 files, [^\r]*\n$/u);
    expect(await slowly(true, ['-q'])).toBe('');
    expect((await run(['extract'], { stdin: SENTENCE, stderrIsTTY: true })).err).not.toContain('\r');
  });
});
