import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { csvOf } from '../../dist/view/csv.js';
import { type Packed, type PageContent, unpack } from '../../dist/view/pack.js';
import { folder, NO_FIGURES, run, SENTENCE, TWO_FIGURES } from './run.js';

const contentOf = (html: string): PageContent =>
  unpack(JSON.parse(/<script type="application\/json" id="content">([^<]*)<\/script>/u.exec(html)?.[1] ?? '') as Packed);
const csv = (page: PageContent): string => csvOf(page.records).join('');

describe('view', () => {
  it('writes a page that holds the records of extract', async () => {
    const cwd = folder({ 'a.txt': TWO_FIGURES, 'b.txt': SENTENCE, 'c.txt': NO_FIGURES });
    const { code, out, err } = await run(['view', '*.txt', '-o', 'page.html'], { cwd });
    expect([code, out]).toEqual([0, '']);
    expect(err).toBe('3 files, 3 records\n');
    expect(readdirSync(cwd).sort()).toEqual(['a.txt', 'b.txt', 'c.txt', 'page.html']);
    const page = contentOf(readFileSync(path.join(cwd, 'page.html'), 'utf8'));
    expect(csv(page)).toBe((await run(['extract', '*.txt'], { cwd })).out);
    expect(page.documents.map(({ file }) => file)).toEqual(['a.txt', 'b.txt', 'c.txt']);
    expect(page.leftOut.map((other) => other.class)).toContain('date');
  });

  it('writes the same bytes to standard output where that is no terminal', async () => {
    const cwd = folder({ 'a.txt': TWO_FIGURES });
    await run(['view', 'a.txt', '-o', 'page.html'], { cwd });
    const page = readFileSync(path.join(cwd, 'page.html'), 'utf8');
    for (const argv of [
      ['view', 'a.txt'],
      ['view', 'a.txt', '-o', '-'],
    ])
      expect((await run(argv, { cwd })).out).toBe(page);
  });

  it('asks where to, rather than fill a terminal', async () => {
    const { code, out, err } = await run(['view', 'a.txt'], { cwd: folder({ 'a.txt': SENTENCE }), stdoutIsTTY: true });
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^healthx: .*-o page\.html\n$/u);
  });

  it('takes the options of extract', async () => {
    const flags = ['--district', '510116', '--year', '2018', '--domain', 'tcm', '--segmenter', 'intl'];
    const { out } = await run(['view', ...flags], { stdin: SENTENCE });
    expect(contentOf(out).records).toMatchObject([{ file: '-', district: '双流区', year: 2018, domain: 'tcm' }]);
    const gbk = Buffer.from([0xb4, 0xb2, 0xce, 0xbb, 0x31, 0x32, 0xd5, 0xc5, 0xa1, 0xa3]);
    const page = contentOf((await run(['view', 'a.txt', '--encoding', 'gbk'], { cwd: folder({ 'a.txt': gbk }) })).out);
    expect(page.documents[0]?.text).toBe('床位12张。');
  });

  it('reads packs and configuration', async () => {
    const config = JSON.stringify({ district: '双流区', format: 'json' });
    const { out } = await run(['view', 'a.txt'], { cwd: folder({ 'a.txt': SENTENCE, 'healthx.config.json': config }) });
    expect(contentOf(out).records[0]?.district).toBe('双流区');
  });

  it.each(['zh', 'en'])('--lang %s sets the language of the page', async (language) => {
    const { out } = await run(['view', '--lang', language], { stdin: SENTENCE });
    expect(out).toContain(`<html lang="${language}" data-language="${language}">`);
  });

  it('shows the rest where an input is broken, and names that in the page', async () => {
    const cwd = folder({ 'a.txt': SENTENCE, 'empty.txt': '' });
    const { code, err } = await run(['view', 'a.txt', 'gone<b>.txt', 'empty.txt', '-o', 'page.html'], { cwd });
    expect(code).toBe(1);
    expect(err).toMatch(/gone<b>\.txt: no such file\n[^\n]*empty\.txt: empty[^\n]*\n1 file, 1 record; 2 inputs failed\n$/u);
    const html = readFileSync(path.join(cwd, 'page.html'), 'utf8');
    const page = contentOf(html);
    expect(page.failures.map(({ file }) => file)).toEqual(['gone<b>.txt', 'empty.txt']);
    expect(page.records).toHaveLength(1);
    expect(html).not.toContain('gone<b>');
  });

  it('leaves no page where no input could be read', async () => {
    const cwd = folder({ 'empty.txt': '' });
    const { code, err } = await run(['view', 'empty.txt', '-o', 'page.html'], { cwd });
    expect(code).toBe(1);
    expect(err).toContain('page.html: not written');
    expect(readdirSync(cwd)).toEqual(['empty.txt']);
    expect(await run(['view', 'empty.txt'], { cwd })).toMatchObject({ code: 1, out: '' });
  });

  it('says before the work that it cannot write', async () => {
    const cwd = folder({ 'a.txt': SENTENCE });
    expect(await run(['view', 'a.txt', '-o', 'gone/page.html'], { cwd })).toMatchObject({
      code: 2,
      err: expect.stringContaining('cannot write'),
    });
    expect(await run(['view', 'a.txt', '-o', 'a.txt'], { cwd })).toMatchObject({ code: 2, err: expect.stringContaining('also an input') });
    expect(readFileSync(path.join(cwd, 'a.txt'), 'utf8')).toBe(SENTENCE);
  });

  it('says nothing but errors with -q', async () => {
    expect((await run(['view', '-q'], { stdin: SENTENCE })).err).toBe('');
  });

  it('names a wrong language', async () => {
    expect(await run(['view', '--lang', 'fr'], { stdin: SENTENCE })).toMatchObject({ code: 2, out: '' });
  });
});
