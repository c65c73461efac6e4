// npm run test:cluster: healthx in a real distributed engine, of which a machine is lost in the middle. Needs Debian's python3-distributed.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
// @ts-expect-error a script without declarations
import { smallText } from '../../scripts/lib/small-texts.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const bin = path.join(root, 'bin/healthx.js');
const recipe = path.join(root, 'docs/recipes/dask_filter.py');
/** Debian's own, which knows the packages that apt installed. */
const PYTHON = '/usr/bin/python3';
const COUNT = 300;
/** About thirty partitions. */
const MEGABYTES = '0.002';

let cwd: string;
const started: ChildProcess[] = [];

beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'healthx-cluster-'));
});

afterEach(async () => {
  for (const child of started.splice(0)) {
    const ended = child.exitCode !== null || child.signalCode !== null ? null : new Promise((resolve) => child.on('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  }
  rmSync(cwd, { recursive: true, force: true });
});

const env = { PATH: '/usr/bin:/bin', HOME: tmpdir(), HEALTHX: `'${process.execPath}' '${bin}'`, PYTHONUNBUFFERED: '1' };

/** A process of the cluster, and what it says once `ready` stands in it. */
async function start(args: readonly string[], ready: RegExp): Promise<{ child: ChildProcess; said: RegExpExecArray }> {
  const child = spawn(PYTHON, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  started.push(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => {
      text += data;
    });
  }
  await expect.poll(() => text, { timeout: 60_000, interval: 50 }).toMatch(ready);
  return { child, said: ready.exec(text) as RegExpExecArray };
}

const parts = (): string[] =>
  (existsSync(path.join(cwd, 'records')) ? readdirSync(path.join(cwd, 'records')) : []).filter((n) => n.startsWith('part-')).sort();

it('every document is in the result exactly once, though a worker is killed', async () => {
  const lines = Array.from({ length: COUNT }, (_, i) => JSON.stringify({ id: `d${i}`, text: smallText(i) }));
  lines[40] = 'not a document';
  lines[200] = '{"id":"d200"}';
  writeFileSync(path.join(cwd, 'documents.ndjson'), `${lines.join('\n')}\n`);
  const filter = [bin, 'extract', '--from', 'ndjson', '-f', 'ndjson', '--errors-as-data', 'documents.ndjson', '-j', '1'];
  const alone = spawnSync(process.execPath, filter, { cwd, encoding: 'utf8', maxBuffer: 1e9 });
  expect(alone.status).toBe(0);

  const options = ['--no-dashboard', '--host', '127.0.0.1'];
  const { said } = await start(['/usr/bin/dask-scheduler', ...options, '--port', '0'], /Scheduler at:\s+(tcp:\S+)/u);
  const scheduler = said[1] as string;
  const worker = () =>
    start(
      ['/usr/bin/dask-worker', scheduler, ...options, '--nthreads', '1', '--no-nanny', '--local-directory', cwd],
      /Registered to:\s+tcp:/u,
    );
  const first = await worker();
  const second = await worker();

  const client = spawn(PYTHON, [recipe, scheduler, 'documents.ndjson', 'records', MEGABYTES], { cwd, env });
  started.push(client);
  let said2 = '';
  for (const stream of [client.stdout, client.stderr]) {
    stream.on('data', (data) => {
      said2 += data;
    });
  }
  const ended = new Promise<number | null>((resolve) => client.on('exit', resolve));
  await expect.poll(() => parts().length, { timeout: 60_000, interval: 20 }).toBeGreaterThan(4);
  second.child.kill('SIGKILL');
  const atLoss = parts().length;
  expect(await ended, said2).toBe(0);
  expect(atLoss).toBeLessThan(parts().length);
  expect(parts().length).toBeGreaterThan(20);
  expect(first.child.exitCode).toBeNull();

  const records = parts()
    .map((name) => readFileSync(path.join(cwd, 'records', name), 'utf8'))
    .join('');
  // the same bytes as from one process: nothing lost, nothing twice, nothing in another order
  expect(records).toBe(alone.stdout);
  const ids = new Set(records.split('\n').flatMap((line) => (line === '' ? [] : (JSON.parse(line).file ?? JSON.parse(line).id))));
  expect(ids.size).toBe(COUNT);

  // a second call finds nothing to do
  const again = spawnSync(PYTHON, [recipe, scheduler, 'documents.ndjson', 'records', MEGABYTES], { cwd, env, encoding: 'utf8' });
  expect([again.status, again.stdout]).toEqual([0, '']);
  const other = spawnSync(PYTHON, [recipe, scheduler, 'documents.ndjson', 'records', '1'], { cwd, env, encoding: 'utf8' });
  expect([other.status, other.stderr]).toEqual([1, expect.stringMatching(/parts of another division/u)]);
});
