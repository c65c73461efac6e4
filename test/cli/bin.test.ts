// What only a process of its own shows: the real streams, signals and exit codes.
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { folder, SENTENCE } from './run.js';

const bin = path.resolve(import.meta.dirname, '../../bin/healthx.js');
const env = { PATH: process.env.PATH };
const healthx = (argv: string[], options: { input?: string; cwd?: string } = {}) =>
  spawnSync(process.execPath, [bin, ...argv], { encoding: 'utf8', env, ...options });

it('reads standard input and exits with 0', () => {
  const { status, stdout, stderr } = healthx(['extract', '-f', 'ndjson'], { input: SENTENCE });
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ value: 96.31, raw: '96.31%' });
  expect(stderr).toMatch(/^1 file, 1 record/u);
});

it('exits with 1 and 2 as the contract says', () => {
  const cwd = folder({ 'a.txt': SENTENCE });
  expect(healthx(['extract', 'a.txt', 'gone.txt'], { cwd }).status).toBe(1);
  expect(healthx(['extract', 'gone.txt'], { cwd }).status).toBe(2);
  expect(healthx(['--nonsense']).status).toBe(2);
  expect(healthx([]).status).toBe(2);
  expect(healthx(['--version']).status).toBe(0);
});

it('writes all of a large output to a pipe', () => {
  const cwd = folder({ 'a.txt': SENTENCE.repeat(5000) });
  const { status, stdout } = spawnSync(process.execPath, [bin, 'extract', '-f', 'ndjson', 'a.txt'], {
    encoding: 'utf8',
    env,
    cwd,
    maxBuffer: 1e9,
  });
  expect(status).toBe(0);
  expect(stdout.trimEnd().split('\n')).toHaveLength(5000);
});

it('ends silently when the pipe is closed', () => {
  const cwd = folder({ 'a.txt': SENTENCE.repeat(5000), 'b.txt': SENTENCE });
  const script = `"$NODE" "$BIN" extract '*.txt' | head -n 1 > /dev/null; echo "\${PIPESTATUS[0]}"`;
  const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', script], {
    encoding: 'utf8',
    cwd,
    env: { ...env, NODE: process.execPath, BIN: bin },
  });
  expect([stdout, stderr]).toEqual(['0\n', '']);
});

it.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s ends it with %i and no trace of the output', async (signal, expected) => {
  const cwd = folder({ 'a.txt': SENTENCE });
  // waits for standard input, with the temporary file open
  const child = spawn(process.execPath, [bin, 'extract', 'a.txt', '-', '-o', 'out.csv'], { cwd, env, stdio: ['pipe', 'pipe', 'pipe'] });
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  await expect.poll(() => readdirSync(cwd).length, { timeout: 10_000 }).toBe(2);
  child.kill(signal);
  expect(await ended).toBe(expected);
  expect(readdirSync(cwd)).toEqual(['a.txt']);
  expect(stderr).toBe('');
});
