// JUnit XML, in the form of the schema of Jenkins' xUnit plugin, which GitLab, Azure Pipelines, CircleCI and others read as well: a suite for each
// folder, a test case for each report. It has no times, so that the same reports give the same bytes.
import { create } from 'xmlbuilder2';
import { printable } from '../../text/printable.js';
import { differs, type Outcome, passedOverText, type Validation } from './outcome.js';

export function junit({ outcomes, leniency }: Validation): string {
  const root = create({ version: '1.0', encoding: 'UTF-8' }).ele('testsuites', { name: 'healthx validate', ...totals(outcomes) });
  for (const folder of new Set(outcomes.map((outcome) => outcome.folder))) {
    const own = outcomes.filter((outcome) => outcome.folder === folder);
    const suite = root.ele('testsuite', { name: line(folder), ...totals(own) });
    if (leniency.said !== null) {
      const properties = suite.ele('properties');
      if (leniency.ignored.length > 0) properties.ele('property', { name: 'not-compared', value: leniency.ignored.join(', ') });
      if (leniency.tolerance !== null) properties.ele('property', { name: 'tolerance', value: leniency.tolerance });
    }
    for (const outcome of own) {
      const testcase = suite.ele('testcase', { name: line(outcome.name), classname: line(folder) });
      if (outcome.type === 'unreadable') {
        testcase.ele('error', { type: 'unreadable', message: line(outcome.message) }).txt(legal(`${outcome.shown}: ${outcome.message}`));
      } else if (outcome.type !== 'compared') {
        testcase
          .ele('failure', { type: 'expected-file', message: line(outcome.message) })
          .txt(legal(`${outcome.shown}: ${outcome.message}`));
      } else {
        if (differs(outcome)) {
          const text = [outcome.shown, ...outcome.lines].join('\n');
          testcase.ele('failure', { type: 'difference', message: line(outcome.summary || (outcome.ids ?? '')) }).txt(legal(text));
        }
        const passed = passedOverText(outcome.passedOver);
        if (passed) testcase.ele('system-out').txt(legal(`passed over: ${passed} (${leniency.said})`));
      }
    }
  }
  return `${root.end({ prettyPrint: true })}\n`;
}

function totals(outcomes: readonly Outcome[]): { tests: number; failures: number; errors: number } {
  return {
    tests: outcomes.length,
    failures: outcomes.filter(differs).length,
    errors: outcomes.filter((outcome) => outcome.type === 'unreadable').length,
  };
}

/** Without what XML 1.0 cannot hold, not even escaped: control characters, lone surrogates, U+FFFE and U+FFFF. */
const legal = (text: string): string => text.replace(/(?![\t\n])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu, '\uFFFD');

/** For attributes, whose line breaks a reader turns into spaces. */
const line = (text: string): string => legal(printable(text));
