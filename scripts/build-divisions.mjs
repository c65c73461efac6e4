// Compiles the table of administrative divisions (src/rules/divisions.tsv) into the lists that the place tagger reads at start. Runs on the
// compiled code.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { COMPILED } from '../dist/rules/compiled.js';
import { compileDivisions } from '../dist/tag/compile-divisions.js';

const root = path.resolve(import.meta.dirname, '..');
const table = readFileSync(path.join(root, 'src', 'rules', 'divisions.tsv'), 'utf8');
writeFileSync(path.join(root, 'dist', 'rules', 'divisions.json'), JSON.stringify(compileDivisions(table)), COMPILED);
