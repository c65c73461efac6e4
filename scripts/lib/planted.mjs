// Scores the audit on cases `! check | text | comment` (an error was planted) and `= check | text | comment` (all is right); ⏎ is a line break, ⇥ a tab.
import { audit } from '../../dist/audit/audit.js';
import { createExtractor } from '../../dist/index.js';

/** @typedef {{ planted: boolean, check: string, text: string, comment: string }} Case */

/** @param {string} source @returns {Case[]} */
export function parseCases(source) {
  return source.split('\n').flatMap((line) => {
    const match = /^([!=]) ([\w-]+) \| (.*?)(?: \|(.*))?$/u.exec(line);
    if (!match) return [];
    const [, mark, check = '', text = '', comment = ''] = match;
    return [{ planted: mark === '!', check, text: text.replaceAll('⏎', '\n').replaceAll('⇥', '\t'), comment: comment.trim() }];
  });
}

/**
 * A planted error is caught where a finding says that figures contradict each other; a rate beyond its range also where it is said to be
 * worth a look. Anything said to contradict in a consistent case is a false alarm.
 * @param {string} source @param {readonly { file: string, text: string }[]} reports
 */
export function scorePlanted(source, reports) {
  const extractor = createExtractor();
  const rows = new Map();
  /** @type {string[]} */
  const problems = [];
  const findingsOf = (/** @type {string} */ text, /** @type {string} */ file) => audit(extractor.extract(text, { file }));
  for (const { planted, check, text, comment } of parseCases(source)) {
    const row = rows.get(check) ?? { check, planted: 0, caught: 0, otherwise: 0, missed: 0, consistent: 0, checked: 0, alarms: 0 };
    rows.set(check, row);
    const findings = findingsOf(text, 'case');
    const contradictions = findings.filter(({ verdict }) => verdict === 'inconsistent');
    const hinted = findings.filter(
      ({ verdict, check: own }) => verdict === 'not-checkable' && (own === 'natural-range' || own === 'magnitude'),
    );
    if (planted) {
      row.planted++;
      const own = [...contradictions, ...hinted].filter((finding) => finding.check === check);
      if (own.length > 0) row.caught++;
      else if (contradictions.length > 0) row.otherwise++;
      else {
        row.missed++;
        problems.push(`missed ${check}: ${text.replaceAll('\n', '⏎')} (${comment})`);
      }
    } else {
      row.consistent++;
      if (findings.some((finding) => finding.check === check && finding.verdict !== 'not-checkable')) row.checked++;
      if (contradictions.length > 0) {
        row.alarms++;
        problems.push(
          `false alarm ${check}: ${text.replaceAll('\n', '⏎')} → ${contradictions.map((finding) => finding.text.zh).join('; ')}`,
        );
      }
    }
  }
  const falseInReports = reports.flatMap(({ file, text }) =>
    findingsOf(text, file).flatMap(({ verdict, text: told }) => (verdict === 'inconsistent' ? [`false alarm in ${file}: ${told.zh}`] : [])),
  );
  const total = { check: 'TOTAL', planted: 0, caught: 0, otherwise: 0, missed: 0, consistent: 0, checked: 0, alarms: 0 };
  for (const row of rows.values())
    for (const key of /** @type {const} */ (['planted', 'caught', 'otherwise', 'missed', 'consistent', 'checked', 'alarms']))
      total[key] += row[key];
  return { rows: [...rows.values(), total], problems, falseInReports };
}
