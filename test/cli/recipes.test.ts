// The commands of docs/scale.md, as they stand there, give what one process gives.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { folder, NO_FIGURES, run } from './run.js';

const root = path.resolve(import.meta.dirname, '../..');
const page = readFileSync(path.join(root, 'docs/scale.md'), 'utf8');
const recipes = new Map(
  [...page.matchAll(/```sh\n# recipe: (\S+)\n([\s\S]*?)```/gu)].map((match) => [match[1] as string, match[2] as string]),
);

/** Runs a recipe in a folder, with a command `healthx`. */
function cook(name: string, cwd: string, smaller: (recipe: string) => string = (recipe) => recipe): void {
  const command = path.join(
    folder({ healthx: `#!/bin/sh\nexec '${process.execPath}' '${path.join(root, 'bin/healthx.js')}' "$@"\n` }),
    'healthx',
  );
  chmodSync(command, 0o755);
  const recipe = recipes.get(name);
  if (recipe === undefined) throw new Error(`docs/scale.md has no recipe ${name}`);
  const env = { PATH: `${path.dirname(command)}:${process.env.PATH}`, HOME: cwd, LC_ALL: 'C' };
  const { status, stderr } = spawnSync('bash', ['--norc', '-e', '-o', 'pipefail', '-c', smaller(recipe)], { cwd, env, encoding: 'utf8' });
  expect([status, stderr.replace(/^\d+ (?:files|documents), .*\n/gmu, '')]).toEqual([0, '']);
}

/** Three hundred reports in folders. */
function reports(): Record<string, string> {
  const text = (i: number): string =>
    i % 7 === 0 ? NO_FIGURES : `建湖县${2010 + (i % 10)}年工作总结\n全县新增床位${i}张，诊疗${i}.5万人次。\n`;
  return Object.fromEntries(Array.from({ length: 130 }, (_, i) => [`reports/${i % 3}/${i}.txt`, text(i)]));
}

/** The same as lines, two of them bad. */
function documents(): string {
  const lines = Object.entries(reports()).map(([id, text]) => JSON.stringify({ id, text }));
  lines[3] = 'nonsense';
  lines[77] = '{"id":"no text"}';
  return Array.from({ length: 8 }, () => `${lines.join('\n')}\n`).join('');
}

it('names no recipe that is not tested', () => {
  expect([...recipes.keys()]).toEqual(['jobs', 'folder', 'xargs', 'filter', 'parallel', 'split']);
});

it('jobs', { timeout: 60_000 }, async () => {
  const cwd = folder(reports());
  cook('jobs', cwd);
  const { out } = await run(['extract', 'reports/**/*.txt', '-j', '1'], { cwd });
  expect(readFileSync(path.join(cwd, 'figures.csv'), 'utf8')).toBe(out);
});

it('folder', { timeout: 60_000 }, async () => {
  const cwd = folder(reports());
  cook('folder', cwd);
  const { out } = await run(['extract', 'reports/1/10.txt'], { cwd });
  expect(readFileSync(path.join(cwd, 'results/reports/1/10.txt.csv'), 'utf8')).toBe(out);
  expect(
    readdirSync(path.join(cwd, 'results'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.csv')),
  ).toHaveLength(130);
});

it('xargs', { timeout: 60_000 }, async () => {
  const cwd = folder(reports());
  cook('xargs', cwd);
  const { out } = await run(['extract', 'reports/**/*.txt', '-f', 'ndjson', '-j', '1'], { cwd });
  expect(readFileSync(path.join(cwd, 'records.ndjson'), 'utf8')).toBe(out);
});

// moreutils has a parallel, too, which is another program
const hasParallel = spawnSync('parallel', ['--version'], { encoding: 'utf8' }).stdout?.includes('GNU parallel') ?? false;

it.each(['filter', 'split', ...(hasParallel ? ['parallel'] : [])])('%s', async (name) => {
  const cwd = folder({ 'documents.ndjson': documents() });
  // so small a file would be one block
  cook(name, cwd, (recipe) => recipe.replace('--block 10M', '--block 50k'));
  const { out } = await run(['extract', '--from', 'ndjson', '-f', 'ndjson', '--errors-as-data', 'documents.ndjson', '-j', '1'], { cwd });
  expect(out.match(/"error":/gu)).toHaveLength(16);
  expect(readFileSync(path.join(cwd, 'records.ndjson'), 'utf8')).toBe(out);
  if (name === 'split') expect(existsSync(path.join(cwd, 'part-aaab.records'))).toBe(true);
}, 60_000);

it('Spark and Dask get the options that the filter is described with', () => {
  const options = (text: string): string[] => [...text.matchAll(/--[a-z-]+/gu)].map(([option]) => option).sort();
  const spark = /pipe\("healthx extract ([^"]*)"/u.exec(page)?.[1] ?? '';
  expect(options(spark)).toEqual(['--errors-as-data', '--from']);
  const dask = readFileSync(path.join(root, 'docs/recipes/dask_filter.py'), 'utf8');
  expect(/^FILTER = .*$/mu.exec(dask)?.[0]).toContain('"extract", "--from", "ndjson", "-f", "ndjson", "--errors-as-data"');
});
