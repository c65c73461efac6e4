// healthx view: inputs → one page that shows their texts with every figure marked.

import { audit } from '../../audit/audit.js';
import { UserError } from '../../model/message.js';
import { expandInputs } from '../../read/inputs.js';
import type { Failure, ViewDocument } from '../../view/document.js';
import { buildPage, type PageLanguage } from '../../view/html.js';
import type { Settings } from '../config.js';
import { eachDocument, readingOf } from '../each-document.js';
import { EXIT, type Io } from '../io.js';
import { type Output, openFile, StreamOutput } from '../output.js';
import { count, Reporter } from '../reporter.js';

export interface ViewOptions {
  /** The page; standard output where missing or `-`. */
  readonly output?: string;
  /** Encoding of text inputs, in place of what is detected. */
  readonly encoding?: string;
  /** Says how each input was read. */
  readonly verbose?: boolean;
  /** Language of the page; that of the reader's browser where missing. */
  readonly lang?: PageLanguage;
}

export async function view(args: readonly string[], options: ViewOptions, settings: Settings, io: Io): Promise<number> {
  const file = options.output !== undefined && options.output !== '-' ? options.output : null;
  if (options.output === undefined && io.stdout.isTTY)
    throw new UserError('a page is no sight in a terminal: say where it is to go, e.g. -o page.html');
  const report = new Reporter(io, settings.quiet ?? false);
  const reading = await readingOf(options, settings, io);
  const { inputs, messages } = await expandInputs(args, { cwd: io.cwd, stdinIsTerminal: io.stdin.isTTY ?? false });
  const failures: Failure[] = [];
  for (const message of messages) {
    report.message(message);
    failures.push({ file: message.file, reason: message.text });
  }
  if (inputs.length === 0) return EXIT.unusable;

  // opened first, so that a page that cannot be written fails before the work
  const output: Output =
    file === null
      ? new StreamOutput(io.stdout)
      : await openFile(
          file,
          io.cwd,
          inputs.flatMap((input) => input.path ?? []),
        );
  try {
    const documents: ViewDocument[] = [];
    await eachDocument(
      inputs,
      reading,
      options,
      settings,
      report,
      io,
      ({ file, text, records, mentions, headings }) => documents.push({ file, text, records, mentions, headings }),
      (file, reason) => failures.push({ file, reason }),
    );
    if (documents.length === 0) {
      report.error(file ?? 'page', 'not written, since no input could be read');
      await output.discard();
      return EXIT.failed;
    }
    const findings = audit(documents.flatMap(({ records }) => records));
    const language = options.lang ?? (settings.lang as PageLanguage | undefined);
    for (const piece of buildPage({ documents, failures, findings }, language ? { language } : {})) {
      await output.write(piece);
      io.signal?.throwIfAborted();
    }
    await output.commit();
    report.note(summary(documents, failures.length));
  } catch (error) {
    report.clear();
    await output.discard();
    throw error;
  }
  return report.errors > 0 ? EXIT.failed : EXIT.done;
}

function summary(documents: readonly ViewDocument[], failures: number): string {
  const records = documents.reduce((sum, document) => sum + document.records.length, 0);
  return `${count(documents.length, 'file')}, ${count(records, 'record')}${failures === 0 ? '' : `; ${count(failures, 'input')} failed`}`;
}
