// What a run loads is what its start costs: libraries that it does not need must stay out.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { folder, SENTENCE } from './run.js';

const root = path.resolve(import.meta.dirname, '..', '..');
const hooks = `export async function load(url, context, next) { console.error('loads ' + url); return next(url, context); }`;
/** Tells what is imported, and what is read at once: scripts, by the bundle's loader and by Node's. */
const tell = `
import fs from 'node:fs';
import { register, syncBuiltinESMExports } from 'node:module';
import { pathToFileURL } from 'node:url';
register('data:text/javascript,' + encodeURIComponent(${JSON.stringify(hooks)}));
const read = fs.readFileSync;
fs.readFileSync = (file, ...rest) => {
  if (/\\.c?js$/.test(file)) console.error('loads ' + pathToFileURL(file));
  return read(file, ...rest);
};
syncBuiltinESMExports();`;

/** The packages and own modules that a run of the program loads. */
function loaded(argv: readonly string[], cwd: string): { packages: string[]; modules: string[] } {
  const { stderr, status } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(tell)}`, path.join(root, 'bin', 'healthx.js'), ...argv],
    { cwd, encoding: 'utf8' },
  );
  expect(status).toBe(0);
  const urls = [...stderr.matchAll(/^loads file:\/\/(.*)$/gmu)].map((match) => decodeURIComponent(match[1] as string));
  const packages = urls.flatMap((url) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/u.exec(url)?.[1] ?? []);
  return { packages: [...new Set(packages)].sort(), modules: urls.flatMap((url) => /\/dist\/(.*)\.c?js$/u.exec(url)?.[1] ?? []) };
}

it('a CSV of a text needs no library beside those in the bundle', () => {
  const { packages, modules } = loaded(['extract', 'a.txt'], folder({ 'a.txt': SENTENCE }));
  expect(packages).toEqual([]);
  expect(modules).toEqual(expect.arrayContaining(['cli/compiled', 'bundle/start', 'bundle/extraction']));
});

it('what a file needs is loaded for it', () => {
  const { packages } = loaded(['extract', '*.html'], folder({ 'a.html': `<p>${SENTENCE}</p>` }));
  expect(packages).toEqual(expect.arrayContaining(['fast-glob', 'linkedom']));
});

it('help and version need no command', () => {
  const { packages, modules } = loaded(['--version'], folder({}));
  expect(packages).toEqual([]);
  expect(modules).toEqual(['cli/compiled', 'bundle/bin', 'bundle/start', 'bundle/rolldown-runtime']);
});

it('the compiled code that the build keeps is there, and is accepted', async () => {
  const code = path.join(root, 'dist', 'bundle', 'code', `${process.versions.v8}-${process.arch}`);
  expect(readdirSync(code)).toEqual(expect.arrayContaining(['start.cjs.bin', 'extraction.cjs.bin']));
  const tells = `import { load, rejected } from ${JSON.stringify(pathToFileURL(path.join(root, 'dist', 'cli', 'compiled.js')).href)};
    process.argv.splice(1, 0, 'healthx');
    await load('bin.cjs').done;
    if (rejected.length > 0) throw new Error(rejected.join());`;
  const { stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', tells, 'extract', 'a.txt'], {
    cwd: folder({ 'a.txt': SENTENCE }),
    encoding: 'utf8',
  });
  expect([stderr, status]).toEqual([expect.stringContaining('1 file'), 0]);
});

it('compiled code that is torn, altered or missing is not used, and nothing else changes', () => {
  const copy = mkdtempSync(path.join(tmpdir(), 'healthx-code-'));
  try {
    for (const part of ['bin', 'dist', 'package.json']) cpSync(path.join(root, part), path.join(copy, part), { recursive: true });
    symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
    const cwd = folder({ 'a.txt': SENTENCE });
    const run = (): string => {
      const { stdout, status } = spawnSync(process.execPath, [path.join(copy, 'bin', 'healthx.js'), 'extract', 'a.txt'], {
        cwd,
        encoding: 'utf8',
      });
      expect(status).toBe(0);
      return stdout;
    };
    const expected = run();
    expect(expected).toContain('a.txt');
    const file = path.join(copy, 'dist', 'bundle', 'code', `${process.versions.v8}-${process.arch}`, 'extraction.cjs.bin');
    const whole = readFileSync(file);
    const altered = Buffer.from(whole);
    altered.fill(0x5a, whole.length >> 1, (whole.length >> 1) + 64);
    for (const bytes of [whole.subarray(0, whole.length >> 1), altered, Buffer.alloc(0)]) {
      writeFileSync(file, bytes);
      expect(run()).toBe(expected);
    }
    rmSync(path.dirname(file), { recursive: true });
    expect(run()).toBe(expected);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});
