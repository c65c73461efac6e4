import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { InputError, UserError } from '../../../dist/model/message.js';
import { expandInputs, readInput } from '../../../dist/read/inputs.js';
import { folder } from '../../cli/run.js';

const expand = async (cwd: string, ...args: string[]) => {
  const { inputs, messages } = await expandInputs(args, { cwd, stdinIsTerminal: false });
  return { names: inputs.map((input) => input.name), messages };
};

describe('expandInputs', () => {
  it('keeps the order given and sorts what a glob finds', async () => {
    const cwd = folder({ 'b.txt': '', 'a.txt': '', 'z/d.txt': '', 'z/c.txt': '', '双流.txt': '' });
    expect((await expand(cwd, 'z/*.txt', 'b.txt', 'a.txt')).names).toEqual(['z/c.txt', 'z/d.txt', 'b.txt', 'a.txt']);
    expect((await expand(cwd, '**/*.txt')).names).toEqual(['a.txt', 'b.txt', 'z/c.txt', 'z/d.txt', '双流.txt']);
  });

  it('takes each file once, where it comes first', async () => {
    const cwd = folder({ 'a.txt': '', 'b.txt': '' });
    expect((await expand(cwd, 'b.txt', '*.txt', './b.txt', path.join(cwd, 'a.txt'), '-', '-')).names).toEqual(['b.txt', 'a.txt', '-']);
  });

  it('prefers a file of that very name to a glob', async () => {
    const cwd = folder({ '报告[1].txt': '', '报告1.txt': '' });
    expect((await expand(cwd, '报告[1].txt')).names).toEqual(['报告[1].txt']);
    expect((await expand(cwd, '报告[12].txt')).names).toEqual(['报告1.txt']);
  });

  it('reports what it cannot use and goes on', async () => {
    const cwd = folder({ 'a.txt': '' });
    mkdirSync(path.join(cwd, 'reports'));
    symlinkSync('loop', path.join(cwd, 'loop'));
    const { names, messages } = await expand(cwd, 'gone.txt', 'reports/', '*.csv', 'a.txt/b', 'loop', '', 'a.txt');
    expect(names).toEqual(['a.txt']);
    expect(messages.map(({ file, severity, text }) => [file, severity, text])).toEqual([
      ['gone.txt', 'error', 'no such file'],
      ['reports/', 'error', expect.stringMatching(/a folder.*"reports\/\*\.txt"/u)],
      ['*.csv', 'error', 'no file matches'],
      ['a.txt/b', 'error', expect.stringMatching(/no such file/u)],
      ['loop', 'error', expect.stringMatching(/leads to itself/u)],
      ['', 'error', expect.any(String)],
    ]);
  });

  it('reads standard input where nothing is named, unless it is a terminal', async () => {
    expect((await expand('/')).names).toEqual(['-']);
    await expect(expandInputs([], { cwd: '/', stdinIsTerminal: true })).rejects.toThrow(UserError);
  });
});

describe('readInput', () => {
  it('reads files and standard input', async () => {
    const cwd = folder({ 'a.txt': '床位' });
    expect(Buffer.from(await readInput({ name: 'a.txt', path: path.join(cwd, 'a.txt') }, Readable.from([]))).toString()).toBe('床位');
    const stdin = Readable.from([Buffer.from([0xe5, 0xba]), Buffer.from([0x8a])]);
    expect(Buffer.from(await readInput({ name: '-', path: null }, stdin)).toString()).toBe('床');
  });

  it('gives the reason without the path', async () => {
    const cwd = folder({});
    const read = readInput({ name: 'x', path: cwd }, Readable.from([]));
    await expect(read).rejects.toThrow(InputError);
    await expect(read).rejects.toThrow(/^a folder, not a file$/u);
  });

  it('stops waiting for standard input when interrupted', async () => {
    const controller = new AbortController();
    const read = readInput({ name: '-', path: null }, new Readable({ read() {} }), controller.signal);
    controller.abort('SIGINT');
    await expect(read).rejects.toBe('SIGINT');
  });
});
