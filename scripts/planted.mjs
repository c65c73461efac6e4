// npm run planted: what the audit finds of planted errors, and what it says of sentences in which all is right. The cases are in fixtures/audit.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { scorePlanted } from './lib/planted.mjs';

const folder = path.resolve(import.meta.dirname, '..', 'fixtures', 'audit');
const reports = readdirSync(folder)
  .filter((file) => /^report.*\.txt$/u.test(file))
  .map((file) => ({ file, text: readFileSync(path.join(folder, file), 'utf8') }));
const cases = readdirSync(folder)
  .filter((file) => /^cases.*\.txt$/u.test(file))
  .map((file) => readFileSync(path.join(folder, file), 'utf8'))
  .join('\n');
const { rows, problems, falseInReports } = scorePlanted(cases, reports);
console.log('check\tplanted\tcaught\tas another check\tmissed\tconsistent\tchecked\tfalse alarms');
for (const row of rows) console.log(Object.values(row).join('\t'));
console.log(`\nwhole reports: ${reports.length}, false alarms in them: ${falseInReports.length}`);
if (process.argv.includes('--cases')) for (const problem of [...problems, ...falseInReports]) console.log(problem);
