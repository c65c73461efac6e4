// Several documents at a time: the same bytes in the same order, whatever goes wrong with one of them.
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { workersFor } from '../../dist/cli/extraction/jobs.js';
import { duration } from '../../dist/cli/extraction/progress.js';
import { Collector, folder, NO_FIGURES, run, SENTENCE, TWO_FIGURES } from './run.js';
import { docx } from './zip.js';

const root = path.resolve(import.meta.dirname, '../..');
const bin = path.join(root, 'bin/healthx.js');
const env = { PATH: process.env.PATH };

/** Documents of very different sizes, so that the last are ready before the first. */
function corpus(): Record<string, string> {
  const reports = path.join(root, 'fixtures/reports');
  const texts = readdirSync(reports)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(path.join(reports, name), 'utf8'));
  const files: Record<string, string> = { '00.txt': (texts[0] as string).repeat(8) };
  for (let i = 1; i < 30; i++) files[`${String(i).padStart(2, '0')}.txt`] = i % 5 === 0 ? NO_FIGURES : (texts[i % texts.length] as string);
  return { ...files, '30.txt': (texts[1] as string).repeat(12), 'page.html': '<html><body><p>全区新增床位120张。</p></body></html>' };
}

describe('--jobs', { timeout: 60_000 }, () => {
  it.each(['csv', 'json', 'ndjson', 'table'])('%s has the same bytes for 1, 2 and 3 workers', async (format) => {
    const cwd = folder({ ...corpus(), '07.txt': '\0', 'gone/x': '' });
    const results = [];
    for (const jobs of ['1', '2', '3']) {
      results.push(await run(['extract', '*.{txt,html}', 'gone.txt', '-f', format, '-j', jobs], { cwd, env: { FORCE_COLOR: '1' } }));
    }
    const [one, ...others] = results;
    expect(one?.code).toBe(1);
    expect(one?.out.length).toBeGreaterThan(10_000);
    expect(one?.err).toMatch(/^healthx: 07\.txt: .*\n/mu);
    for (const other of others) expect(other).toEqual(one);
  });

  it('keeps place, year, packs, encoding and segmenter of the run', async () => {
    const pack = { indicators: [{ id: 'own.visits', name: '送医上门次数', aliases: ['送医上门'], units: ['次'], domain: 'primary-care' }] };
    const cwd = folder({
      'a.txt': Buffer.from('c8abcfd8cbcdd2bdc9cfc3c5313236b4cea1a3', 'hex'),
      'b.txt': SENTENCE,
      'pack.json': JSON.stringify({ sources: { own: 'x' }, ...pack }),
    });
    const options = [
      '--district',
      '双流区',
      '--year',
      '2018',
      '--rules',
      'pack.json',
      '--segmenter',
      'intl',
      '--encoding',
      'gbk',
      '--verbose',
    ];
    const [one, two] = [
      await run(['extract', 'a.txt', 'a.txt', 'b.txt', ...options, '-j', '1'], { cwd }),
      await run(['extract', 'a.txt', 'b.txt', ...options, '-j', '2'], { cwd }),
    ];
    expect(two).toEqual(one);
    expect(two.out).toMatch(/a\.txt,四川省,成都市,双流区,510116,2018,.*own\.visits/u);
    expect(two.err).toMatch(/a\.txt: text, gb18030/u);
  });

  it('writes one file whole', async () => {
    const cwd = folder({ 'a.txt': SENTENCE, 'b.txt': TWO_FIGURES });
    await run(['extract', '*.txt', '-j', '2', '-o', 'out.csv'], { cwd });
    const { out } = await run(['extract', '*.txt', '-j', '1'], { cwd });
    expect(readFileSync(path.join(cwd, 'out.csv'), 'utf8')).toBe(out);
    expect(readdirSync(cwd).sort()).toEqual(['a.txt', 'b.txt', 'out.csv']);
  });

  it.each(['0', '-1', '1.5', 'many', '257', ''])('refuses %j', async (jobs) => {
    const { code, err } = await run(['extract', '-', '--jobs', jobs], { stdin: SENTENCE });
    expect(code).toBe(2);
    expect(err).toMatch(/from 1 to 256, or auto/u);
  });

  it('is a setting, too', async () => {
    const cwd = folder({ 'healthx.config.json': '{"jobs": 2}', 'a.txt': SENTENCE, 'b.txt': SENTENCE });
    expect(JSON.parse((await run(['extract', '--print-config'], { cwd })).out).jobs).toMatchObject({ value: 2 });
    expect(JSON.parse((await run(['extract', '--print-config'], { cwd, env: { HEALTHX_JOBS: 'auto' } })).out).jobs).toEqual({
      value: 'auto',
      from: 'environment',
    });
    const { code, err } = await run(['extract', 'a.txt'], { cwd, env: { HEALTHX_JOBS: '0' } });
    expect([code, err]).toEqual([2, expect.stringMatching(/jobs: must be a number from 1 to 256/u)]);
  });

  it('reads standard input among files', async () => {
    const cwd = folder({ 'a.txt': SENTENCE, 'b.txt': SENTENCE });
    const [one, two] = await Promise.all(
      ['1', '2'].map((jobs) => run(['extract', 'a.txt', '-', 'b.txt', '-j', jobs], { cwd, stdin: TWO_FIGURES })),
    );
    expect(two).toEqual(one);
    expect(two?.out.trimEnd().split('\n')).toHaveLength(1 + 1 + 2 + 1);
  });
});

describe('a worker that runs out of memory', { timeout: 120_000 }, () => {
  const small = { ...env, NODE_OPTIONS: '--max-old-space-size=60' };
  const extract = (cwd: string) =>
    spawnSync(process.execPath, [bin, 'extract', '*.*', '-f', 'ndjson', '-j', '2'], { cwd, env: small, encoding: 'utf8' });
  const filesOf = (out: string): string[] =>
    out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).file);

  it('costs its own document', () => {
    const big = Array.from({ length: 60_000 }, (_, i) => `第${i}医院新增床位${i}张。\n`).join('');
    const { status, stdout, stderr } = extract(folder({ 'a.txt': SENTENCE, 'b.txt': big, 'c.txt': SENTENCE, 'd.txt': SENTENCE }));
    expect(status).toBe(1);
    expect(filesOf(stdout)).toEqual(['a.txt', 'c.txt', 'd.txt']);
    expect(stderr).toMatch(/^healthx: b\.txt: the worker that read it ran out of memory .*--jobs 1/mu);
    expect(stderr).toMatch(/^3 files, 3 records.*; 1 input failed$/mu);
  });

  it('does not cost those that were handed over with it', () => {
    // a document of a few kilobytes that unfolds to many megabytes
    const bytes = docx('新增床位', 120_000);
    expect(bytes.length).toBeLessThan(30_000);
    const files = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`${i}.txt`, SENTENCE]));
    const { status, stdout, stderr } = extract(folder({ ...files, '4.docx': bytes }));
    expect(status).toBe(1);
    expect(filesOf(stdout)).toEqual(Object.keys(files));
    expect(stderr.match(/ran out of memory/gu)).toHaveLength(1);
    expect(stderr).toMatch(/^healthx: 4\.docx: /mu);
  });
});

describe('a run with workers', { timeout: 60_000 }, () => {
  it('ends silently when the pipe is closed', () => {
    const cwd = folder(corpus());
    const script = `"$NODE" "$BIN" extract '*.txt' -j 2 -f ndjson | head -n 1 > /dev/null; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', script], {
      encoding: 'utf8',
      cwd,
      env: { ...env, NODE: process.execPath, BIN: bin },
    });
    expect([stdout, stderr]).toEqual(['0\n', '']);
  });

  it('leaves nothing when interrupted', async () => {
    const text = await readFile(path.join(root, 'fixtures/reports/annual-summary-jianhu.txt'), 'utf8');
    const cwd = folder(Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`${i}.txt`, text.repeat(5)])));
    const before = readdirSync(cwd).length;
    const child = spawn(process.execPath, [bin, 'extract', '*.txt', '-j', '2', '-o', 'out.csv'], { cwd, env });
    const err = new Collector();
    child.stderr.pipe(err);
    const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
    await expect.poll(() => readdirSync(cwd).length, { timeout: 30_000 }).toBe(before + 1);
    // in the middle: the workers have begun
    await new Promise((resolve) => setTimeout(resolve, 1500));
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(readdirSync(cwd)).toHaveLength(before);
    expect(err.text).toBe('');
  });
});

describe('as many workers', () => {
  const files = (...sizes: number[]) => {
    const cwd = folder(Object.fromEntries(sizes.map((size, i) => [`${i}.txt`, 'x'.repeat(size)])));
    return sizes.map((_, i) => ({ name: `${i}.txt`, path: path.join(cwd, `${i}.txt`) }));
  };
  const stdin = { name: '-', path: null };
  const cores = Math.min(availableParallelism(), 8);

  it('as asked for, but not more than documents', async () => {
    expect(await workersFor(4, files(1, 1, 1, 1, 1), true)).toBe(4);
    expect(await workersFor(4, files(1, 1), true)).toBe(2);
    expect(await workersFor(4, files(1), true)).toBe(1);
    expect(await workersFor(4, files(1), false)).toBe(4);
    expect(await workersFor(4, [stdin], false)).toBe(4);
  });

  it('auto: as cores and work allow', async () => {
    expect(await workersFor('auto', files(1000, 1000), true)).toBe(1);
    expect(await workersFor('auto', files(50_000_000), true)).toBe(1);
    expect(await workersFor('auto', files(50_000_000, 1), true)).toBe(Math.min(cores, 2));
    expect(await workersFor('auto', files(50_000_000), false)).toBe(cores);
    expect(await workersFor('auto', [stdin], false)).toBe(1);
    expect(await workersFor('auto', [{ name: 'gone', path: '/nowhere/gone' }, ...files(10)], true)).toBe(1);
  });
});

it.each([
  [0.2, '1 s'],
  [89, '89 s'],
  [600, '10 min'],
  [12_000, '3 h 20 min'],
])('%d seconds are %s', (seconds, text) => {
  expect(duration(seconds)).toBe(text);
});
