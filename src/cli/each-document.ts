// Reads and extracts inputs one after the other, for commands that look at all of them together. One that cannot be read never stops the others.
import { InputError, UserError } from '../model/message.js';
import { type Extraction, extractDocument } from '../pipeline.js';
import { readDocument } from '../read/document.js';
import { encodingNamed } from '../read/encoding.js';
import { type Input, readInput } from '../read/inputs.js';
import type { Overrides } from '../report.js';
import { type RuleSet, ruleSet } from '../ruleset.js';
import { createSegmenter } from '../segment/words.js';
import { loadPacks, type Settings } from './config.js';
import { internal } from './extraction/extractor.js';
import type { Io } from './io.js';
import { checkedOverrides, warnOfPlace } from './overrides.js';
import type { Reporter } from './reporter.js';

export interface ReadingFlags {
  /** Encoding of text inputs, in place of what is detected. */
  readonly encoding?: string;
  /** Says how each input was read. */
  readonly verbose?: boolean;
}

export interface Reading {
  readonly overrides: Overrides;
  readonly rules: RuleSet;
  readonly encoding: Parameters<typeof readDocument>[1];
}

/** What flags and settings say of the reading. Throws UserError for what they cannot mean. */
export async function readingOf(flags: ReadingFlags, settings: Settings, io: Io): Promise<Reading> {
  const overrides = checkedOverrides(settings);
  const rules = ruleSet(await loadPacks(settings.rules, io));
  return { overrides, rules, encoding: flags.encoding === undefined ? {} : { encoding: encodingNamed(flags.encoding) } };
}

interface Document extends Extraction {
  readonly file: string;
  readonly text: string;
}

/** Calls `use` for each input that can be read, in their order, and `fail` with the reason for each that cannot; both are on the report, too. */
export async function eachDocument(
  inputs: readonly Input[],
  { overrides, rules, encoding }: Reading,
  flags: ReadingFlags,
  settings: Settings,
  report: Reporter,
  io: Io,
  use: (document: Document) => void,
  fail: (file: string, reason: string) => void = () => {},
): Promise<void> {
  warnOfPlace(overrides, report, rules.divisions);
  const segmenter = createSegmenter(settings.segmenter ?? 'jieba');
  for (const [i, input] of inputs.entries()) {
    try {
      const { text, how, pages } = await readDocument(await readInput(input, io.stdin, io.signal), encoding);
      if (flags.verbose) report.told(input.name, how);
      const extraction = extractDocument({ file: input.name, text, ...(pages ? { pages } : {}) }, { segmenter, rules, overrides });
      use({ file: input.name, text, ...extraction });
    } catch (error) {
      io.signal?.throwIfAborted();
      // a missing segmenter is not this document's fault
      if (error instanceof UserError && !(error instanceof InputError)) throw error;
      report.error(input.name, error instanceof InputError ? error.message : internal(error));
      // the stack names folders of this machine: it is for the terminal alone
      fail(input.name, error instanceof InputError ? error.message : 'a bug in healthx');
    }
    io.signal?.throwIfAborted();
    report.progress(i + 1, inputs.length);
  }
  report.clear();
}
