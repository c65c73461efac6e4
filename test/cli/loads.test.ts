// What a run loads is what its start costs: libraries that it does not need must stay out.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';
import { folder, SENTENCE } from './run.js';

const root = path.resolve(import.meta.dirname, '..', '..');
const hooks = `export async function load(url, context, next) { console.error('loads ' + url); return next(url, context); }`;
const register = `import { register } from 'node:module'; register('data:text/javascript,' + encodeURIComponent(${JSON.stringify(hooks)}));`;

/** The packages and own modules that a run of the program loads. */
function loaded(argv: readonly string[], cwd: string): { packages: string[]; modules: string[] } {
  const { stderr, status } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(register)}`, path.join(root, 'bin', 'healthx.js'), ...argv],
    { cwd, encoding: 'utf8' },
  );
  expect(status).toBe(0);
  const urls = [...stderr.matchAll(/^loads file:\/\/(.*)$/gmu)].map((match) => decodeURIComponent(match[1] as string));
  const packages = urls.flatMap((url) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/u.exec(url)?.[1] ?? []);
  return { packages: [...new Set(packages)].sort(), modules: urls.flatMap((url) => /\/dist\/(.*)\.js$/u.exec(url)?.[1] ?? []) };
}

it('a CSV of a text needs few libraries, and no zod', () => {
  const { packages } = loaded(['extract', 'a.txt'], folder({ 'a.txt': SENTENCE }));
  expect(packages).toEqual(['big.js', 'commander', 'csv-stringify', 'find-up-simple']);
});

it('help and version need no command', () => {
  const { packages, modules } = loaded(['--version'], folder({}));
  expect(packages).toEqual(['commander']);
  expect(modules.filter((name) => /^(?:pipeline|rules|cli\/commands)/u.test(name))).toEqual([]);
});
