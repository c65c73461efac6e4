// Annotations of GitHub Actions: workflow commands on standard output, each shown at its line of the report. GitHub shows the first ten errors of a step
// beside the code, all of them in the log.
import { type Outcome, passedOverOf, passedOverText, type Validation } from './outcome.js';

export function github({ outcomes, summary, leniency }: Validation): string {
  const passed = passedOverText(passedOverOf(outcomes));
  const commands = [
    ...outcomes.flatMap(annotations),
    ...(leniency.said === null
      ? []
      : [command('notice', { title: 'healthx validate' }, `${leniency.said}. Passed over: ${passed || 'nothing'}`)]),
    summary,
  ];
  return commands.map((text) => `${text}\n`).join('');
}

function annotations(outcome: Outcome): string[] {
  const { repositoryPath: file, shown } = outcome;
  if (outcome.type === 'unreadable') return [command('error', { file, title: 'cannot be read' }, `${shown}: ${outcome.message}`)];
  if (outcome.type !== 'compared') return [command('error', { file, title: 'expected records' }, `${shown}: ${outcome.message}`)];
  const found = outcome.differences.map(({ type, line, column, quote, changes, what, context }) => {
    // the lines of a Word file or a PDF are those of the text that was read from it
    const place = outcome.plainText && line !== null ? { line, ...(column === null ? {} : { col: column }) } : {};
    const said = type === 'changed' ? changes.map(({ field, expected, got }) => `${field} ${expected} → ${got}`) : [what];
    const where = outcome.plainText || line === null ? [] : [`line ${line} of its text`];
    return command('error', { file, ...place, title: `${type} ${quote}` }, [...said, ...where, context].join('\n'));
  });
  if (outcome.more > 0) found.push(command('error', { file, title: `${outcome.more} more` }, `${shown}: ${outcome.summary}`));
  if (outcome.ids !== null) found.push(command('error', { file, title: 'ids' }, `${shown}: ${outcome.ids}`));
  return found;
}

function command(name: 'error' | 'notice', properties: Readonly<Record<string, string | number>>, message: string): string {
  const list = Object.entries(properties).map(
    ([key, value]) => `${key}=${escapeData(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C')}`,
  );
  return `::${name} ${list.join(',')}::${escapeData(message)}`;
}

/** As the runner undoes it; the order matters. */
const escapeData = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
