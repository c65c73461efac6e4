// healthx view: inputs → one page that shows their texts with every figure marked.

import { audit } from '../../audit/audit.js';
import { InputError, UserError } from '../../model/message.js';
import { extractDocument } from '../../pipeline.js';
import { readDocument } from '../../read/document.js';
import { encodingNamed } from '../../read/encoding.js';
import { expandInputs, readInput } from '../../read/inputs.js';
import { ruleSet } from '../../ruleset.js';
import { createSegmenter } from '../../segment/words.js';
import type { Failure, ViewDocument } from '../../view/document.js';
import { buildPage, type PageLanguage } from '../../view/html.js';
import { loadPacks, type Settings } from '../config.js';
import { internal } from '../extraction/extractor.js';
import { EXIT, type Io } from '../io.js';
import { type Output, openFile, StreamOutput } from '../output.js';
import { checkedOverrides, warnOfPlace } from '../overrides.js';
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
  const overrides = await checkedOverrides(settings);
  const rules = ruleSet(await loadPacks(settings.rules, io));
  const reading = options.encoding === undefined ? {} : { encoding: encodingNamed(options.encoding) };
  const { inputs, messages } = await expandInputs(args, { cwd: io.cwd, stdinIsTerminal: io.stdin.isTTY ?? false });
  const failures: Failure[] = [];
  const fail = (name: string, reason: string): void => {
    report.error(name, reason);
    failures.push({ file: name, reason });
  };
  for (const message of messages) fail(message.file, message.text);
  if (inputs.length === 0) return EXIT.unusable;
  warnOfPlace(overrides, report, rules.divisions);

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
    const segmenter = createSegmenter(settings.segmenter ?? 'jieba');
    const documents: ViewDocument[] = [];
    for (const [i, input] of inputs.entries()) {
      try {
        const { text, how, pages } = await readDocument(await readInput(input, io.stdin, io.signal), reading);
        if (options.verbose) report.told(input.name, how);
        const found = extractDocument({ file: input.name, text, ...(pages ? { pages } : {}) }, { segmenter, rules, overrides });
        documents.push({ file: input.name, text, records: found.records, mentions: found.mentions, headings: found.headings });
      } catch (error) {
        io.signal?.throwIfAborted();
        // a missing segmenter is not this document's fault
        if (error instanceof UserError && !(error instanceof InputError)) throw error;
        if (error instanceof InputError) fail(input.name, error.message);
        else {
          report.error(input.name, internal(error));
          // the stack names folders of this machine: it is no part of the page
          failures.push({ file: input.name, reason: 'a bug in healthx' });
        }
      }
      io.signal?.throwIfAborted();
      report.progress(i + 1, inputs.length);
    }
    report.clear();
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
