// Settings of a run: flags > HEALTHX_* > project's healthx.config.json > user's config.json. Lists of packs add up, the others replace.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { findUpSync } from 'find-up-simple';
import { UserError } from '../model/message.js';
import type { Pack } from '../packs/schema.js';
import type { SegmenterName } from '../segment/words.js';
import type { Jobs } from './extraction/jobs.js';
import type { Io } from './io.js';
import type { LeniencySettings } from './leniency.js';

export const CONFIG_NAME = 'healthx.config.json';
const PREFIX = 'HEALTHX_';

/** What can be set, besides the flags that only make sense once. */
export interface Settings {
  format?: string;
  district?: string;
  year?: number;
  domain?: string;
  segmenter?: SegmenterName;
  /** Documents that are read at a time. */
  jobs?: Jobs;
  quiet?: boolean;
  /** Of column names and codes: en or zh. */
  lang?: string;
  /** CSV for Excel and WPS. */
  excel?: boolean;
  /** Chosen columns, in their order. */
  columns?: readonly string[];
  color?: boolean;
  /** Pack files, absolute; later ones win. */
  rules: string[];
  /** What validate passes over. */
  validate?: LeniencySettings;
}

export type SettingName = keyof Settings;

/** Options of every command that reads settings, as commander leaves them. */
export interface SettingFlags {
  readonly rules?: readonly string[];
  /** A file in place of the one found; false for none. */
  readonly config?: string | boolean;
  readonly printConfig?: boolean;
}

export interface Layer {
  /** `flags`, `environment`, a file or `defaults`. */
  readonly origin: string;
  readonly values: Partial<Settings>;
}

/** The layers, the strongest first. `flags` are those given on the command line only. Throws UserError for a faulty one. */
export async function settingLayers(
  flags: Partial<Settings>,
  options: SettingFlags,
  defaults: Partial<Settings>,
  io: Io,
): Promise<Layer[]> {
  const layers: Layer[] = [
    { origin: 'flags', values: { ...flags, ...(options.rules ? { rules: options.rules.map((f) => path.resolve(io.cwd, f)) } : {}) } },
  ];
  const fromEnvironment = environment(io.env);
  if (Object.keys(fromEnvironment).length > 0)
    layers.push({ origin: 'environment', values: await checked(fromEnvironment, 'environment', io.cwd) });
  for (const file of configFiles(options.config ?? io.env[`${PREFIX}CONFIG`], io)) {
    const { readJson } = await import('../packs/load.js');
    layers.push({ origin: file, values: await checked(readJson(file, io.cwd), file, path.dirname(path.resolve(io.cwd, file))) });
  }
  layers.push({ origin: 'defaults', values: defaults });
  return layers;
}

/** The strongest value of each setting; packs from the weakest layer to the strongest. */
export function effective(layers: readonly Layer[]): Settings {
  const weakestFirst = [...layers].reverse();
  const settings: Settings = Object.assign({}, ...weakestFirst.map((layer) => layer.values));
  settings.rules = [...new Set(weakestFirst.flatMap((layer) => layer.values.rules ?? []))];
  return settings;
}

/** Each setting with its value and where it comes from, for --print-config. */
export function describeSettings(layers: readonly Layer[]): Record<string, { value: unknown; from: string }> {
  const settings = effective(layers);
  const described: Record<string, { value: unknown; from: string }> = {};
  for (const name of Object.keys(settings).sort() as SettingName[]) {
    const sources = layers.filter((layer) => layer.values[name] !== undefined).map((layer) => layer.origin);
    const from = name === 'rules' ? [...sources].reverse().join(' + ') : sources[0];
    described[name] = { value: settings[name], from: from || 'defaults' };
  }
  return described;
}

/** The packs of these files, in order. */
export async function loadPacks(files: readonly string[], io: Io): Promise<Pack[]> {
  if (files.length === 0) return [];
  const { readPack } = await import('../packs/load.js');
  // shown as the user would write them
  const shown = (file: string): string => {
    const relative = path.relative(io.cwd, file);
    return relative.startsWith('..') ? file : relative;
  };
  return files.map((file) => readPack(shown(file), io.cwd));
}

function configFiles(chosen: string | boolean | undefined, io: Io): string[] {
  if (chosen === false) return [];
  if (typeof chosen === 'string' && chosen !== '') return [path.resolve(io.cwd, chosen)];
  const project = findUpSync(CONFIG_NAME, { cwd: io.cwd });
  const own = userConfig(io.env);
  return [...(project ? [project] : []), ...(own && existsSync(own) ? [own] : [])];
}

/** ~/.config/healthx/config.json, or where XDG_CONFIG_HOME or APPDATA point. */
export function userConfig(env: Io['env']): string | null {
  const home = env.HOME ?? env.USERPROFILE;
  const folder = env.XDG_CONFIG_HOME || env.APPDATA || (home ? path.join(home, '.config') : '');
  return folder ? path.join(folder, 'healthx', 'config.json') : null;
}

function environment(env: Io['env']): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(env)) {
    if (!name.startsWith(PREFIX) || name === `${PREFIX}CONFIG` || value === undefined || value === '') continue;
    const key = name.slice(PREFIX.length).toLowerCase();
    if (key === 'rules') values.rules = value.split(path.delimiter).filter(Boolean);
    else if (key === 'jobs') values.jobs = /^\d+$/u.test(value) ? Number(value) : value;
    else if (key === 'year') values.year = /^\d+$/u.test(value) ? Number(value) : value;
    else if (key === 'columns') values.columns = value.split(/[,，、]/u).filter(Boolean);
    else if (key === 'quiet' || key === 'color' || key === 'excel')
      values[key] = /^(?:1|true|yes)$/u.test(value) ? true : /^(?:0|false|no)$/u.test(value) ? false : value;
    else values[key] = value;
  }
  return values;
}

/** Values that fit the schema, with the packs' paths taken from `folder`. Throws UserError, a line for each fault. */
async function checked(values: unknown, origin: string, folder: string): Promise<Partial<Settings>> {
  const { configSchema } = await import('./config-schema.js');
  const result = configSchema.safeParse(values);
  if (!result.success) {
    const { issueLines } = await import('../packs/load.js');
    const lines = issueLines(result.error, origin === 'environment' ? 'HEALTHX_* of the environment' : origin);
    throw new UserError(lines.join('\n'));
  }
  const { $schema: _, rules, ...rest } = result.data;
  const settings = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as Partial<Settings>;
  return rules ? { ...settings, rules: rules.map((file) => path.resolve(folder, file)) } : settings;
}
