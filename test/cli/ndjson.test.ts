// Documents as lines: the command as a filter that an engine pipes partitions through.
import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { lines } from '../../dist/cli/extraction/lines.js';
import { folder, NO_FIGURES, run, SENTENCE, TWO_FIGURES } from './run.js';

const root = path.resolve(import.meta.dirname, '../..');
const bin = path.join(root, 'bin/healthx.js');
const line = (document: unknown): string => `${JSON.stringify(document)}\n`;
const filter = (input: string, ...more: string[]) => run(['extract', '--from', 'ndjson', '-f', 'ndjson', ...more], { stdin: input });
const parsed = (out: string): Record<string, unknown>[] =>
  out
    .split('\n')
    .filter(Boolean)
    .map((text) => JSON.parse(text));

describe('--from ndjson', { timeout: 60_000 }, () => {
  it('takes each line as a document, with its place and year', async () => {
    const { code, out, err } = await filter(
      line({ id: 'one', text: SENTENCE, district: '双流区', year: 2018 }) +
        line({ id: 'two', text: NO_FIGURES, more: { of: 'another' } }) +
        line({ id: 3, text: TWO_FIGURES, district: null, year: null }),
    );
    expect(code).toBe(0);
    expect(parsed(out)).toMatchObject([
      { file: 'one', districtCode: '510116', year: 2018, value: 96.31 },
      { file: '3', year: 2019, value: 120 },
      { file: '3', year: 2019, value: 352_000 },
    ]);
    expect(err).toBe('3 documents, 3 records\n');
  });

  it('finds what it finds in a file of that name and text', async () => {
    const cwd = folder({ '2018年双流区工作总结.txt': TWO_FIGURES });
    const name = '2018年双流区工作总结.txt';
    const { out } = await run(['extract', name, '-f', 'ndjson'], { cwd });
    expect((await filter(line({ id: name, text: TWO_FIGURES }))).out).toBe(out);
  });

  it('takes what healthx text -f ndjson prints, pages included', async () => {
    const cwd = path.join(root, 'fixtures/formats');
    const documents = await run(['text', '-f', 'ndjson', '*.{pdf,docx,html}'], { cwd });
    const direct = await run(['extract', '-f', 'ndjson', '*.{pdf,docx,html}'], { cwd });
    const { out } = await filter(documents.out);
    expect(out).toBe(direct.out);
    expect(parsed(out).some(({ page }) => page === 1)).toBe(true);
  });

  it('the options hold for lines that say nothing themselves', async () => {
    const { out } = await filter(line({ id: 'a', text: SENTENCE }) + line({ id: 'b', text: SENTENCE, year: 2020 }), '--year', '2018');
    expect(parsed(out).map(({ year }) => year)).toEqual([2018, 2020]);
  });

  const BAD: [why: string, text: string][] = [
    ['not JSON', 'nonsense'],
    ['not JSON', '{"id":"a"'],
    ['not a JSON object', '["a"]'],
    ['not a JSON object', 'null'],
    ['no "id"', '{"text":"x"}'],
    ['no "id"', '{"id":"","text":"x"}'],
    ['"id" must be a string or a whole number', '{"id":1.5,"text":"x"}'],
    ['"id" must be a string or a whole number', '{"id":["a"],"text":"x"}'],
    ['no "text"', '{"id":"a"}'],
    ['"text" must be a string', '{"id":"a","text":7}'],
    ['empty: there is no text in it', '{"id":"a","text":" \\n"}'],
    ['"district" must be a name or a six-digit code, in quotes', '{"id":"a","text":"x","district":510116}'],
    ['"year" must be a number from 1949 to 2100', '{"id":"a","text":"x","year":"2018"}'],
    ['"year" must be a number from 1949 to 2100', '{"id":"a","text":"x","year":1900}'],
    ['"pages" must be a list of offsets', '{"id":"a","text":"x","pages":[-1]}'],
  ];

  it.each(BAD)('passes over a bad line and says where it is: %s (%s)', async (why, bad) => {
    const { code, out, err } = await filter(`\n${line({ id: 'a', text: SENTENCE })}\r\n${bad}\n${line({ id: 'b', text: SENTENCE })}`);
    expect(code).toBe(1);
    expect(parsed(out).map(({ file }) => file)).toEqual(['a', 'b']);
    expect(err).toBe(`healthx: standard input: line 4: ${why}\n2 documents, 2 records, 2 doubtful (see the flags column); 1 line failed\n`);
  });

  it('--errors-as-data puts an object in the place of each failed document', async () => {
    const bad = BAD.map(([, text]) => `${text}\n`).join('');
    const input = line({ id: 'a', text: SENTENCE }) + bad + line({ id: 'z', text: SENTENCE });
    for (const jobs of ['1', '2']) {
      const { code, out, err } = await filter(input, '--errors-as-data', '-j', jobs);
      const rows = parsed(out);
      expect(code).toBe(0);
      expect(rows).toHaveLength(BAD.length + 2);
      expect([rows[0], rows.at(-1)]).toMatchObject([{ file: 'a' }, { file: 'z' }]);
      expect(rows.slice(1, -1).map(({ error }) => error)).toEqual(BAD.map(([why]) => why));
      expect(rows[9]).toEqual({ id: 'a', error: 'no "text"' });
      expect(rows[1]).toEqual({ id: null, error: 'not JSON' });
      expect(err).toMatch(new RegExp(`; ${BAD.length} failed \\(written as data\\)\n$`, 'u'));
    }
  });

  it('--errors-as-data names files, too', async () => {
    const cwd = folder({ 'a.txt': '\0', 'b.txt': SENTENCE });
    const { code, out, err } = await run(['extract', 'a.txt', 'b.txt', '-f', 'ndjson', '--errors-as-data', '-q'], { cwd });
    expect([code, err]).toEqual([0, '']);
    expect(parsed(out)).toMatchObject([{ id: 'a.txt', error: expect.any(String) }, { file: 'b.txt' }]);
  });

  it.each([
    [['--errors-as-data'], /in -f ndjson only/u],
    [['--from', 'ndjson', '-o', 'out/'], /name a file/u],
    [['--from', 'files', '-f', 'ndjson', '--errors-as-data', '-o', 'out/'], /has no file/u],
    [['--skip-existing'], /name a folder/u],
    [['--from', 'xml'], /files, ndjson/u],
  ])('refuses %j', async (options, message) => {
    const { code, out, err } = await run(['extract', ...options], { stdin: '' });
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });

  it('an empty input is an empty partition', async () => {
    for (const input of ['', '\n \r\n']) {
      expect(await filter(input)).toEqual({ code: 0, out: '', err: '0 documents, nothing found\n' });
    }
  });

  it('other formats hold the same records, with any number of workers', async () => {
    const input = Array.from({ length: 300 }, (_, i) =>
      line({ id: `d${i}`, text: i % 3 === 0 ? NO_FIGURES : `第${i}次会议。${TWO_FIGURES}` }),
    ).join('');
    const all = parsed((await filter(input)).out);
    expect(all).toHaveLength(400);
    for (const format of ['json', 'csv', 'ndjson']) {
      const [one, two] = await Promise.all(
        ['1', '2'].map((jobs) => run(['extract', '--from', 'ndjson', '-f', format, '-j', jobs], { stdin: input })),
      );
      expect(two).toEqual(one);
      if (format === 'json') expect(JSON.parse(one?.out ?? '')).toEqual(all);
      if (format === 'csv') expect(one?.out.split('\n')).toHaveLength(all.length + 2);
    }
  });

  it('reads files of lines, one after the other', async () => {
    const cwd = folder({
      'a.ndjson': line({ id: 'a', text: SENTENCE }).trimEnd(),
      'b.ndjson': `\ufeff${line({ id: 'b', text: SENTENCE })}x`,
    });
    const { code, out, err } = await run(['extract', '--from', 'ndjson', '-f', 'ndjson', '*.ndjson', 'gone.ndjson'], { cwd });
    expect(code).toBe(1);
    expect(parsed(out).map(({ file }) => file)).toEqual(['a', 'b']);
    expect(err).toContain('healthx: b.ndjson: line 2: not JSON\n');
    expect(err).toContain('healthx: gone.ndjson: no such file\n');
  });

  it('says what is not UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from('{"id":"a","text":"'), Buffer.from([0xc8, 0xc8]), Buffer.from('"}\n')]);
    const { code, err } = await run(['extract', '--from', 'ndjson'], { stdin: bytes });
    expect(code).toBe(1);
    expect(err).toMatch(/line 1: not UTF-8/u);
  });

  it('a line beyond the limit of a text costs only itself, and no memory', async () => {
    const chunk = Buffer.alloc(2 ** 20, 'x');
    const stdin = Readable.from(
      (function* () {
        yield Buffer.from(`${line({ id: 'a', text: SENTENCE })}{"id":"big","text":"`);
        for (let i = 0; i < 40; i++) yield chunk;
        yield Buffer.from(`"}\n${line({ id: 'b', text: SENTENCE })}`);
      })(),
      { objectMode: false },
    );
    const { main } = await import('../../dist/cli/main.js');
    const { Collector } = await import('./run.js');
    const [stdout, stderr] = [new Collector(), new Collector()];
    const io = { stdin, stdout, stderr, env: {}, cwd: root };
    expect(await main(['extract', '--from', 'ndjson', '-f', 'ndjson'], io)).toBe(1);
    expect(parsed(stdout.text).map(({ file }) => file)).toEqual(['a', 'b']);
    expect(stderr.text).toMatch(/line 2: too long \(over 32 MB\): split it/u);
  });
});

describe('lines', () => {
  const read = async (chunks: string[], limit = 100) => {
    const found: [number, string | null][] = [];
    for await (const group of lines(Readable.from(chunks.map((chunk) => Buffer.from(chunk))), limit, () => {})) {
      for (const { number, bytes } of group) found.push([number, bytes && Buffer.from(bytes).toString()]);
    }
    return found;
  };

  it('are the same wherever the chunks end', async () => {
    const text = 'one\n\n二二二\r\n \nlast';
    const bytes = Buffer.from(text);
    const whole = await read([text]);
    expect(whole).toEqual([
      [1, 'one'],
      [3, '二二二\r'],
      [5, 'last'],
    ]);
    for (let i = 1; i < bytes.length; i++) {
      const found: unknown[] = [];
      for await (const group of lines(Readable.from([bytes.subarray(0, i), bytes.subarray(i)]), 100, () => {})) {
        for (const { number, bytes } of group) found.push([number, bytes && Buffer.from(bytes).toString()]);
      }
      expect(found).toEqual(whole);
    }
  });

  it('over the limit are counted, not kept', async () => {
    expect(await read(['12345\n123456\n', '123', '45678', '9\n1', '2', '\n'], 5)).toEqual([
      [1, '12345'],
      [2, null],
      [3, null],
      [4, '12'],
    ]);
    expect(await read(['1234567'], 5)).toEqual([[1, null]]);
  });
});

describe('the filter as a process', { timeout: 60_000 }, () => {
  it.each(['1', '2'])('answers each line as it comes, with %s worker(s)', async (jobs) => {
    const child = spawn(process.execPath, [bin, 'extract', '--from', 'ndjson', '-f', 'ndjson', '-q', '-j', jobs]);
    const answers: string[] = [];
    child.stdout.on('data', (data: Buffer) => answers.push(data.toString()));
    const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
    for (const id of ['a', 'b']) {
      child.stdin.write(line({ id, text: SENTENCE }));
      await expect.poll(() => answers.join(''), { timeout: 30_000 }).toContain(`"file":"${id}"`);
    }
    child.stdin.end();
    expect(await ended).toBe(0);
  });

  it.each(['1', '2'])('ends silently when its reader goes away, though its input goes on, with %s worker(s)', (jobs) => {
    const script = `yes '{"id":"x","text":"全区新增床位120张。"}' | "$NODE" "$BIN" extract --from ndjson -f ndjson -j ${jobs} | head -n 2 | wc -l; echo "\${PIPESTATUS[*]}"`;
    const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', script], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, NODE: process.execPath, BIN: bin },
      timeout: 50_000,
    });
    expect(stdout).toMatch(/^2\n\d+ 0 0 0\n$/u);
    expect(stderr).toBe('');
  });
});
