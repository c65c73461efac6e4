// The licences of what is bundled, to be shipped beside it.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The licences of the packages that `files`, paths below `root`, belong to; packages with the same text are named together. */
export function licences(files, root) {
  const folders = new Set(files.flatMap((file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(file)?.[0] ?? []));
  const byText = new Map();
  for (const folder of [...folders].sort()) {
    const { name, version, license } = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
    const file = readdirSync(path.join(root, folder)).find((entry) => /^licen[cs]e/iu.test(entry));
    const text = file
      ? readFileSync(path.join(root, folder, file), 'utf8')
          .replaceAll('\r', '')
          .trim()
      : `Licence: ${license}`;
    byText.set(text, [...(byText.get(text) ?? []), `${name} ${version}`]);
  }
  return [...byText].map(([text, names]) => `${names.join(', ')}\n\n${text}\n`).join(`\n${'-'.repeat(40)}\n\n`);
}
