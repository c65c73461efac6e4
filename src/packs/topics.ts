// The topics of the built-in lexicon in full: aliases, definitions, sources. Only `healthx lexicon` and the gatekeeper need them.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { NamedPack } from './check.js';
import { parsePack } from './load.js';

export function builtInTopics(): NamedPack[] {
  const folder = new URL('../rules/indicators/', import.meta.url);
  return readdirSync(fileURLToPath(folder))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({ file, pack: parsePack(JSON.parse(readFileSync(new URL(file, folder), 'utf8')), file) }));
}
