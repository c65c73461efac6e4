// npm run bench: how fast, measured in one run beside what bounds it and what is near to it. Machines are shared and noisy: compare figures of one run only.
//   npm run bench                       everything but what takes longest
//   npm run bench -- start stages       only these sections
//   npm run bench -- growth --large     growth up to 100 MB; --huge up to 1 GB
import { SECTIONS } from './lib/bench/index.mjs';

const args = process.argv.slice(2);
const flags = args.filter((arg) => arg.startsWith('--'));
const names = args.filter((arg) => !arg.startsWith('--'));
const unknown = [...names.filter((name) => !(name in SECTIONS)), ...flags.filter((flag) => !['--large', '--huge'].includes(flag))];
if (unknown.length > 0) {
  console.error(
    `no such section or option: ${unknown.join(', ')}; sections: ${Object.keys(SECTIONS).join(', ')}; options: --large, --huge`,
  );
  process.exit(2);
}
const options = { large: flags.length > 0, huge: flags.includes('--huge') };
for (const [name, { title, measure }] of Object.entries(SECTIONS)) {
  if (names.length > 0 && !names.includes(name)) continue;
  console.log(`\n== ${name}: ${title}`);
  await measure(options);
}
