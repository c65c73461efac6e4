import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { Collector, folder, NO_FIGURES, run, SENTENCE } from './run.js';

const failing = (code: string): Error => Object.assign(new Error(`${code}: as asked for, write`), { code });

describe('-o', () => {
  it('writes the file whole and nothing to stdout', async () => {
    const cwd = folder({ 'a.txt': SENTENCE });
    const { code, out, err } = await run(['extract', 'a.txt', '-f', 'json', '-o', 'out.json'], { cwd });
    expect([code, out]).toEqual([0, '']);
    expect(err).toMatch(/^1 file, 1 record/u);
    expect(JSON.parse(readFileSync(path.join(cwd, 'out.json'), 'utf8'))).toHaveLength(1);
    expect(readdirSync(cwd).sort()).toEqual(['a.txt', 'out.json']);
  });

  it('holds the same bytes as stdout', async () => {
    const cwd = folder({ 'a.txt': SENTENCE, 'b.txt': NO_FIGURES });
    for (const format of ['csv', 'json', 'ndjson', 'table']) {
      const { out } = await run(['extract', '*.txt', '-f', format], { cwd });
      await run(['extract', '*.txt', '-f', format, '--output', 'result'], { cwd, env: { FORCE_COLOR: '1' } });
      expect(readFileSync(path.join(cwd, 'result'), 'utf8')).toBe(out);
    }
  });

  it('takes - for stdout', async () => {
    const { out } = await run(['extract', '-o', '-'], { stdin: SENTENCE });
    expect(out).toContain('96.31');
  });

  it('replaces a file but keeps its mode, and follows a link', async () => {
    const cwd = folder({ 'a.txt': SENTENCE, 'real/out.csv': 'old' });
    chmodSync(path.join(cwd, 'real/out.csv'), 0o640);
    symlinkSync('real/out.csv', path.join(cwd, 'link.csv'));
    expect((await run(['extract', 'a.txt', '-o', 'link.csv'], { cwd })).code).toBe(0);
    expect(readFileSync(path.join(cwd, 'real/out.csv'), 'utf8')).toContain('96.31');
    expect(statSync(path.join(cwd, 'real/out.csv')).mode & 0o777).toBe(0o640);
    expect(readdirSync(path.join(cwd, 'real'))).toEqual(['out.csv']);
  });

  it('writes straight to a device', async () => {
    expect((await run(['extract', '-o', '/dev/null'], { stdin: SENTENCE })).code).toBe(0);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  it.each([
    ['gone/out.csv', /cannot write gone\/out\.csv: the folder gone does not exist/u],
    ['a.txt/out.csv', /the folder a\.txt does not exist/u],
    ['a.txt', /it is also an input/u],
    ['', /name .* is empty/u],
  ])('refuses %j', async (name, message) => {
    const cwd = folder({ 'a.txt': SENTENCE });
    mkdirSync(path.join(cwd, 'folder'));
    const { code, out, err } = await run(['extract', 'a.txt', '-o', name], { cwd });
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
    expect(readdirSync(cwd).sort()).toEqual(['a.txt', 'folder']);
    expect(readFileSync(path.join(cwd, 'a.txt'), 'utf8')).toBe(SENTENCE);
  });

  it('leaves the old file where no input could be read', async () => {
    const cwd = folder({ 'bad.txt': '\0', 'out.csv': 'old' });
    const { code, err } = await run(['extract', 'bad.txt', '-o', 'out.csv'], { cwd });
    expect(code).toBe(1);
    expect(err).toMatch(/^healthx: out\.csv: not written/mu);
    expect(readFileSync(path.join(cwd, 'out.csv'), 'utf8')).toBe('old');
    expect(readdirSync(cwd).sort()).toEqual(['bad.txt', 'out.csv']);
  });

  it('writes what could be read where some inputs failed', async () => {
    const cwd = folder({ 'bad.txt': '\0', 'a.txt': SENTENCE });
    expect((await run(['extract', 'bad.txt', 'a.txt', '-o', 'out.csv'], { cwd })).code).toBe(1);
    expect(readFileSync(path.join(cwd, 'out.csv'), 'utf8')).toContain('96.31');
  });

  it('leaves nothing when interrupted', async () => {
    const cwd = folder({ 'a.txt': SENTENCE, 'b.txt': SENTENCE });
    const controller = new AbortController();
    const running = run(['extract', 'a.txt', 'b.txt', '-o', 'out.csv'], { cwd, signal: controller.signal });
    controller.abort('SIGINT');
    const { code, err } = await running;
    expect([code, err]).toEqual([130, '']);
    expect(existsSync(path.join(cwd, 'out.csv'))).toBe(false);
    expect(readdirSync(cwd).sort()).toEqual(['a.txt', 'b.txt']);
  });
});

describe('stdout', () => {
  class Broken extends Writable {
    readonly #code: string;
    #writes = 0;
    readonly #after: number;
    constructor(code: string, after = 0) {
      super();
      this.#code = code;
      this.#after = after;
    }
    override _write(_chunk: Buffer, _encoding: string, done: (error?: Error) => void): void {
      done(this.#writes++ < this.#after ? undefined : failing(this.#code));
    }
  }

  it.each([0, 1, 2])('a pipe closed after %i writes ends the run silently', async (after) => {
    const cwd = folder({ 'a.txt': SENTENCE, 'b.txt': SENTENCE, 'c.txt': SENTENCE });
    const { code, err } = await run(['extract', '*.txt'], { cwd, stdout: new Broken('EPIPE', after) });
    expect([code, err]).toEqual([0, '']);
  });

  it('a full disk is an error', async () => {
    const { code, err } = await run(['extract'], { stdin: SENTENCE, stdout: new Broken('ENOSPC') });
    expect(code).toBe(2);
    expect(err).toMatch(/^healthx: cannot write to standard output: as asked for$/mu);
  });

  it('a closed stderr does not stop the data', async () => {
    const cwd = folder({ 'a.txt': SENTENCE });
    const stdout = new Collector();
    const { code } = await run(['extract', 'gone.txt', 'a.txt'], { cwd, stdout, stderr: new Broken('EPIPE') });
    expect(code).toBe(1);
    expect(stdout.text).toContain('96.31');
  });

  it.each([['--help'], ['schema'], ['--version']])('%s survives a closed pipe', async (arg) => {
    const { code, err } = await run([arg], { stdout: new Broken('EPIPE') });
    expect([code, err]).toEqual([0, '']);
  });

  it('waits for a slow reader', async () => {
    const cwd = folder({ 'a.txt': SENTENCE.repeat(20_000) });
    let waiting = 0;
    let most = 0;
    class Slow extends Writable {
      override _write(chunk: Buffer, _encoding: string, done: () => void): void {
        waiting = chunk.length + this.writableLength;
        most = Math.max(most, waiting);
        setTimeout(done, 1);
      }
    }
    let total = 0;
    const { code } = await run(['extract', 'a.txt', '-f', 'ndjson'], {
      cwd,
      stdout: new (class extends Slow {
        override _write(chunk: Buffer, encoding: string, done: () => void): void {
          total += chunk.length;
          super._write(chunk, encoding, done);
        }
      })(),
    });
    expect(code).toBe(0);
    expect(total).toBeGreaterThan(5_000_000);
    expect(most).toBeLessThan(1_000_000);
  });
});
