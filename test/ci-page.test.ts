// The workflows of docs/ci.md are YAML, and what they run runs.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { completionTable } from '../dist/cli/completion.js';
import { configSchema } from '../dist/cli/config-schema.js';
import { buildProgram } from '../dist/cli/program.js';
import { Collector, folder, run, SENTENCE } from './cli/run.js';

const page = readFileSync(path.join(import.meta.dirname, '..', 'docs', 'ci.md'), 'utf8');
const blocks = (language: string): string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gmsu'))].map((match) => match[1] as string);

/** Every text in a tree of YAML. */
function texts(node: unknown): string[] {
  if (typeof node === 'string') return [node];
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(texts) : [];
}

const workflows = blocks('yaml').map((text) => parse(text) as Record<string, unknown>);
const commandsIn = (text: string): string[][] =>
  [...text.matchAll(/^npx healthx ([^#\n]*)/gmu)].map((match) => (match[1] as string).trim().split(/ +/u));
const inWorkflows = workflows.flatMap(texts).flatMap(commandsIn);
const inText = blocks('sh').flatMap(commandsIn);

describe('docs/ci.md', () => {
  it('has a workflow for GitHub and one for GitLab', () => {
    const [github, gitlab] = workflows;
    expect(github).toMatchObject({ jobs: { validate: { steps: expect.arrayContaining([{ run: 'npm ci' }]) } } });
    expect(gitlab).toMatchObject({ figures: { artifacts: { when: 'always', reports: { junit: 'junit.xml' } } } });
    expect(workflows).toHaveLength(2);
    expect([inWorkflows.length, inText.length]).toEqual([2, 2]);
  });

  it('names options that exist', () => {
    const io = { stdin: process.stdin, stdout: new Collector(), stderr: new Collector(), env: {}, cwd: '.' };
    const table = completionTable(buildProgram(io, () => {}));
    const known = table.find((command) => command.name === 'validate')?.options.flatMap((option) => option.flags) ?? [];
    const npm = ['--save-dev'];
    const named = [...page.matchAll(/(?<![\w-])--?[a-z][a-z-]*/gu)].map((match) => match[0]);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((flag) => ![...known, ...npm, '-f'].includes(flag))).toEqual([]);
  });

  it.each(inWorkflows.map((argv) => [argv]))('%j runs, whether all is well or not', async (argv) => {
    const cwd = folder({ 'reports/a.txt': SENTENCE });
    expect(await run(argv, { cwd })).toMatchObject({ code: 1, err: '' });
    expect((await run(['validate', 'reports', '--update'], { cwd })).code).toBe(0);
    expect(await run(argv, { cwd })).toMatchObject({ code: 0, err: '' });
    for (const [, file = ''] of argv.join(' ').matchAll(/\w+=(\S+)/gu)) expect(existsSync(path.join(cwd, file))).toBe(true);
  });

  it('shows a configuration that is valid', () => {
    const [json = ''] = blocks('json');
    expect(configSchema.safeParse(JSON.parse(json)).success).toBe(true);
  });
});
