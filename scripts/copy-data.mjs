// Puts the data files that the compiled code reads beside it.
import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
mkdirSync(path.join(root, 'dist', 'rules'), { recursive: true });
copyFileSync(path.join(root, 'src', 'rules', 'divisions.tsv'), path.join(root, 'dist', 'rules', 'divisions.tsv'));
