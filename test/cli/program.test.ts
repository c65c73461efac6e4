import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { recordJsonSchema } from '../../dist/index.js';
import { run } from './run.js';

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };

describe('help', () => {
  it.each([
    [['--help']],
    [['-h']],
    [['help']],
    [['extract', '--help']],
    [['help', 'extract']],
    [['validate', '--help']],
    [['schema', '--help']],
  ])('%j goes to stdout, within 80 columns, with an example', async (argv) => {
    const { code, out, err } = await run(argv, { env: { COLUMNS: '200', FORCE_COLOR: '1' }, stdoutIsTTY: true, columns: 200 });
    expect([code, err]).toEqual([0, '']);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(out).toMatch(/^Examples?:$/mu);
    expect(out).not.toContain('\u001b');
  });

  it('tells the exit codes', async () => {
    for (const argv of [['--help'], ['extract', '--help'], ['validate', '--help']]) {
      const { out } = await run(argv);
      for (const code of ['0', '1', '2', '130']) expect(out).toMatch(new RegExp(`^  ${code} `, 'mu'));
    }
  });

  it('comes on stderr where no command is given', async () => {
    const { code, out, err } = await run([]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('Usage: healthx');
  });
});

it.each(['-V', '--version'])('%s prints the version of the package', async (flag) => {
  expect(await run([flag])).toEqual({ code: 0, out: `${manifest.version}\n`, err: '' });
});

it('schema prints the JSON Schema of the record', async () => {
  const { code, out, err } = await run(['schema']);
  expect([code, err]).toEqual([0, '']);
  expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(recordJsonSchema())));
  expect(JSON.parse(out)).toMatchObject({ type: 'object', properties: { unit: {} } });
});

it.each([
  [['nonsense']],
  [['extrac']],
  [['--nonsense']],
  [['schema', 'extra']],
  [['help', 'nonsense']],
])('%j is wrong usage', async (argv) => {
  const { code, out, err } = await run(argv);
  expect([code, out]).toEqual([2, '']);
  expect(err).not.toBe('');
});

it('a bug keeps its stack', async () => {
  const env = new Proxy<Record<string, string>>(
    {},
    {
      get() {
        throw new TypeError('unforeseen');
      },
    },
  );
  const { code, err } = await run(['extract'], { stdin: '床位120张。', env });
  expect(code).toBe(2);
  expect(err).toMatch(/^healthx: this is a bug.*\nTypeError: unforeseen\n\s+at /u);
});
