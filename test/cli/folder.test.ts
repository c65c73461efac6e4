// -o FOLDER/: an output for each input, whole or absent, and a second run that goes on where the first one stopped.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, NO_FIGURES, run, SENTENCE, TWO_FIGURES } from './run.js';

const root = path.resolve(import.meta.dirname, '../..');
const bin = path.join(root, 'bin/healthx.js');

/** Every file below a folder with its content, by path. */
function tree(top: string): Record<string, string> {
  const names = readdirSync(top, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(path.join(top, name)).isFile());
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(path.join(top, name), 'utf8')]));
}

describe('-o FOLDER/', () => {
  it('mirrors the paths of the inputs, without two in one place', async () => {
    const cwd = folder({
      'north/a.txt': SENTENCE,
      'south/a.txt': TWO_FIGURES,
      'south/a.html': `<p>${SENTENCE}</p>`,
      'b.txt': NO_FIGURES,
      'bad.txt': '\0',
    });
    const { code, out, err } = await run(['extract', '**/*.{txt,html}', '-o', 'results/'], { cwd });
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^healthx: bad\.txt: .*\n4 files, 4 records.*; 1 input failed\n$/u);
    const written = tree(path.join(cwd, 'results'));
    expect(Object.keys(written)).toEqual(['b.txt.csv', 'north/a.txt.csv', 'south/a.html.csv', 'south/a.txt.csv']);
    for (const [name, text] of Object.entries(written)) {
      const input = name.replace(/\.csv$/u, '');
      expect(text).toBe((await run(['extract', input], { cwd })).out);
    }
  });

  it('takes a folder that is there without a slash, every format, and standard input', async () => {
    const cwd = folder({ 'a.txt': SENTENCE, 'b.txt': NO_FIGURES, 'out/keep': 'x' });
    for (const [format, ending] of [
      ['csv', 'csv'],
      ['json', 'json'],
      ['ndjson', 'ndjson'],
      ['table', 'txt'],
    ] as const) {
      for (const jobs of ['1', '2']) {
        expect((await run(['extract', '*.txt', '-', '-f', format, '-o', 'out', '-j', jobs], { cwd, stdin: TWO_FIGURES })).code).toBe(0);
        const one = await run(['extract', 'a.txt', '-f', format], { cwd });
        expect(readFileSync(path.join(cwd, 'out', `a.txt.${ending}`), 'utf8')).toBe(one.out);
        const none = await run(['extract', 'b.txt', '-f', format], { cwd });
        expect(readFileSync(path.join(cwd, 'out', `b.txt.${ending}`), 'utf8')).toBe(none.out);
      }
      expect(existsSync(path.join(cwd, 'out', `stdin.${ending}`))).toBe(true);
    }
    expect(readFileSync(path.join(cwd, 'out/keep'), 'utf8')).toBe('x');
  });

  it('puts inputs from elsewhere below their whole path', async () => {
    const elsewhere = folder({ 'a.txt': SENTENCE });
    const cwd = folder({ 'deep/x': '' });
    await run(['extract', path.join(elsewhere, 'a.txt'), '-o', 'out/'], { cwd });
    expect(Object.keys(tree(path.join(cwd, 'out')))).toEqual([`${path.join(elsewhere, 'a.txt').slice(1)}.csv`]);
    const inside = path.join(cwd, 'deep');
    await run(['extract', path.join('..', '..', path.basename(elsewhere), 'a.txt'), '-o', 'out/'], { cwd: inside });
    expect(Object.keys(tree(path.join(inside, 'out')))).toEqual([`${path.join(elsewhere, 'a.txt').slice(1)}.csv`]);
  });

  it('refuses to write over an input, or two into one', async () => {
    const cwd = folder({ 'a.txt': SENTENCE, 'out/a.txt.csv': SENTENCE });
    const over = await run(['extract', 'a.txt', 'out/a.txt.csv', '-o', 'out/'], { cwd });
    expect([over.code, over.err]).toEqual([2, expect.stringMatching(/a\.txt\.csv: it is also an input/u)]);
    expect(readFileSync(path.join(cwd, 'out/a.txt.csv'), 'utf8')).toBe(SENTENCE);
    const outside = path.join(folder({ 'a.txt': SENTENCE }), 'a.txt');
    const inside = path.join(cwd, outside);
    mkdirSync(path.dirname(inside), { recursive: true });
    writeFileSync(inside, SENTENCE);
    const two = await run(['extract', outside, inside, '-o', 'out/'], { cwd });
    expect([two.code, two.err]).toEqual([2, expect.stringMatching(/would both be written to .*: extract them apart/u)]);
    const blocked = await run(['extract', 'a.txt', '-o', 'a.txt/'], { cwd });
    expect([blocked.code, blocked.err]).toEqual([2, expect.stringMatching(/^healthx: cannot write/mu)]);
  });

  it('--skip-existing does what is missing, and only that', async () => {
    const cwd = folder({ 'a.txt': SENTENCE, 'b.txt': TWO_FIGURES, 'bad.txt': '\0', 'out/b.txt.csv': 'of an earlier run' });
    const first = await run(['extract', '*.txt', '-o', 'out/', '--skip-existing'], { cwd });
    expect([first.code, first.err]).toEqual([
      1,
      expect.stringMatching(/1 file, 1 record.*; 1 left out, since the output is there; 1 input failed\n$/u),
    ]);
    expect(readFileSync(path.join(cwd, 'out/b.txt.csv'), 'utf8')).toBe('of an earlier run');
    writeFileSync(path.join(cwd, 'bad.txt'), SENTENCE);
    const second = await run(['extract', '*.txt', '-o', 'out/', '--skip-existing'], { cwd });
    expect([second.code, second.err]).toEqual([0, expect.stringMatching(/^1 file, 1 record.*; 2 left out/u)]);
    const third = await run(['extract', '*.txt', '-o', 'out/', '--skip-existing'], { cwd });
    expect([third.code, third.err]).toEqual([0, 'nothing to do: the output of 3 files is there\n']);
    await run(['extract', '*.txt', '-o', 'out/'], { cwd });
    expect(readFileSync(path.join(cwd, 'out/b.txt.csv'), 'utf8')).toMatch(/^id,/u);
  });

  it('removes what a process left behind that is no more, and nothing else', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '0']);
    const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
    const names = {
      dead: `.healthx-${host}-${pid}-0a1b2c3d.tmp`,
      alive: `.healthx-${host}-${process.ppid}-0a1b2c3d.tmp`,
      elsewhere: `.healthx-00000000-${pid}-0a1b2c3d.tmp`,
      old: `.healthx-00000000-${pid}-4e5f6a7b.tmp`,
      own: `.healthx-${host}-${process.pid}-4e5f6a7b.tmp`,
      user: '.healthx-notes.tmp',
    };
    const cwd = folder({ 'a.txt': SENTENCE, ...Object.fromEntries(Object.values(names).map((name) => [`out/${name}`, 'x'])) });
    const yesterday = Date.now() / 1000 - 25 * 3600;
    for (const name of [names.old, names.own, names.user]) utimesSync(path.join(cwd, 'out', name), yesterday, yesterday);
    await run(['extract', 'a.txt', '-o', 'out/'], { cwd });
    expect(readdirSync(path.join(cwd, 'out')).sort()).toEqual([names.alive, names.elsewhere, names.user, 'a.txt.csv'].sort());
  });
});

/** Enough to be in the middle of it for some time, on a fast machine as well as on a busy one. */
const COUNT = 60;

describe.each(['1', '2'])('a run that is killed, with %s worker(s)', { timeout: 120_000 }, (jobs) => {
  const env = { PATH: process.env.PATH };

  it('is gone on with: every document once, nothing done again, nothing half', async () => {
    const reports = path.join(root, 'fixtures/reports');
    const texts = readdirSync(reports)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => readFileSync(path.join(reports, name), 'utf8'));
    const files = Object.fromEntries(Array.from({ length: COUNT }, (_, i) => [`${i % 3}/${i}.txt`, texts[i % texts.length] as string]));
    const cwd = folder(files);
    const args = [bin, 'extract', '**/*.txt', '-f', 'ndjson', '-o', 'out/', '--skip-existing', '-j', jobs];
    expect(spawnSync(process.execPath, [...args.slice(0, 5), '-o', 'whole/', '-j', '1'], { cwd, env }).status).toBe(0);
    const whole = tree(path.join(cwd, 'whole'));
    expect(Object.keys(whole)).toHaveLength(COUNT);

    const done = (): string[] =>
      (existsSync(path.join(cwd, 'out')) ? Object.keys(tree(path.join(cwd, 'out'))) : []).filter((n) => n.endsWith('.ndjson'));
    const child = spawn(process.execPath, args, { cwd, env, stdio: 'ignore' });
    const ended = new Promise<NodeJS.Signals | null>((resolve) => child.on('exit', (_code, signal) => resolve(signal)));
    await expect.poll(() => done().length, { timeout: 60_000, interval: 5 }).toBeGreaterThan(4);
    child.kill('SIGKILL');
    expect(await ended).toBe('SIGKILL');
    const before = tree(path.join(cwd, 'out'));
    const finished = done();
    expect(finished.length).toBeLessThan(COUNT);
    for (const name of finished) expect(before[name]).toBe(whole[name]);
    const times = finished.map((name) => statSync(path.join(cwd, 'out', name)).mtimeMs);

    const { status, stderr } = spawnSync(process.execPath, args, { cwd, env, encoding: 'utf8' });
    expect(status).toBe(0);
    expect(stderr).toMatch(new RegExp(`^${COUNT - finished.length} files, .*; ${finished.length} left out`, 'u'));
    expect(tree(path.join(cwd, 'out'))).toEqual(whole);
    expect(finished.map((name) => statSync(path.join(cwd, 'out', name)).mtimeMs)).toEqual(times);
  });

  it('Ctrl-C keeps what is whole and leaves nothing half', async () => {
    const text = readFileSync(path.join(root, 'fixtures/reports/annual-summary-jianhu.txt'), 'utf8');
    const cwd = folder(Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`${i}.txt`, text.repeat(3)])));
    const child = spawn(process.execPath, [bin, 'extract', '*.txt', '-o', 'out/', '-j', jobs], { cwd, env });
    let stderr = '';
    child.stderr.on('data', (data) => {
      stderr += data;
    });
    const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
    const out = path.join(cwd, 'out');
    await expect.poll(() => existsSync(out) && readdirSync(out).length, { timeout: 60_000 }).toBeGreaterThan(2);
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(stderr).toBe('');
    const names = readdirSync(out);
    expect(names.length).toBeLessThan(200);
    for (const name of names) expect(readFileSync(path.join(out, name), 'utf8')).toMatch(/^id,[\s\S]*\n$/u);
    expect(names.every((name) => name.endsWith('.csv'))).toBe(true);
  });
});
