// The subject area of a figure: cues in its label, its headings and its sentence, in that order of trust.
import type { Figure } from '../model/document.js';
import type { Domain } from '../model/record.js';
import { DOMAIN_CUES, type DomainCues } from '../rules/domains.js';
import { WordTree } from '../text/word-tree.js';

/** How much each source says. A source's scores are damped, so that many weak cues of a far one do not outweigh a near strong one. */
const TRUST = {
  indicator: 2.2,
  indicatorAnywhere: 0.8,
  label: 4,
  clause: 1.4,
  heading: 2.6,
  outerHeading: 1.8,
  sentence: 1.9,
  paragraph: 0.65,
  title: 0.6,
  report: 2,
} as const;
/** Staff, money, software and meetings are counted in the reports of every domain. */
const ANYWHERE: ReadonlySet<Domain> = new Set([
  'administration',
  'health-finance',
  'health-workforce',
  'health-informatics',
  'medical-services',
]);
const DAMPING = 4;
const PARAGRAPH = 240;
/** A report is about a domain that has more than this share of its cues. */
const PRIOR_MIN = 0.25;

interface Cue {
  readonly domain: Domain;
  readonly weight: number;
}
/** A word with what it says of each domain. */
interface CueWord {
  readonly length: number;
  readonly cues: readonly Cue[];
}
/** Cues of one rule set, and what they say of texts. */
export interface CueTable {
  readonly words: WordTree<CueWord>;
  /** What labels, headings and titles read before say. */
  readonly said: Map<string, Scores>;
}

/** The built-in cues and `own` ones. */
export function cueTable(own: readonly DomainCues[] = []): CueTable {
  const cues = new Map<string, Cue[]>();
  for (const entry of [...DOMAIN_CUES, ...own]) {
    for (const cue of entry.words) {
      // 医院:1.1 overrides the weight of its domain
      const [word, weight] = cue.split(':') as [string, string | undefined];
      const list = cues.get(word) ?? [];
      list.push({ domain: entry.domain, weight: weight === undefined ? entry.weight : Number(weight) });
      cues.set(word, list);
    }
  }
  return { words: new WordTree([...cues].map(([word, list]) => [word, { length: word.length, cues: list }])), said: new Map() };
}

/** What a text says: domains in the order in which they come up, which decides between equals. */
interface Scores {
  readonly byDomain: ReadonlyMap<Domain, number>;
  readonly most: number;
}
const SAID_LIMIT = 1_000;

function score(words: Iterable<CueWord>): Scores {
  const byDomain = new Map<Domain, number>();
  for (const word of words) {
    // a longer cue says more
    const length = Math.min(word.length, 6) / 3;
    for (const { domain, weight } of word.cues) byDomain.set(domain, Math.min((byDomain.get(domain) ?? 0) + weight * length, 12));
  }
  return { byDomain, most: Math.max(0, ...byDomain.values()) };
}

/** The cues of a text from left to right, the longest at each place, none inside another. */
function wordsIn(text: string, { words }: CueTable): CueWord[] {
  const found: CueWord[] = [];
  for (let at = 0; at < text.length; ) {
    const word = words.longestAt(text, at, text.length);
    if (word) found.push(word);
    at += word?.length ?? 1;
  }
  return found;
}

function scoresOf(text: string, table: CueTable): Scores {
  const known = table.said.get(text);
  if (known) return known;
  const scores = score(wordsIn(text, table));
  if (table.said.size >= SAID_LIMIT) table.said.clear();
  table.said.set(text, scores);
  return scores;
}

/** The cues of one report, looked up once: clauses, sentences and what stands before them overlap. */
class CuesOfText {
  /** Where a cue begins, in order, those inside another included: a stretch may begin in its middle. */
  readonly #starts: number[] = [];
  readonly #words: CueWord[] = [];
  readonly #spans = new Map<number, Scores>();

  constructor(
    private readonly text: string,
    private readonly table: CueTable,
  ) {
    for (let at = 0; at < text.length; at++) {
      const word = table.words.longestAt(text, at, text.length);
      if (!word) continue;
      this.#starts.push(at);
      this.#words.push(word);
    }
  }

  /** The cues between two offsets, from left to right, none inside another. */
  *between(start: number, end: number): Generator<CueWord> {
    let free = start;
    for (let i = this.#indexOf(start); i < this.#starts.length; i++) {
      const at = this.#starts[i] as number;
      if (at >= end) return;
      if (at < free) continue;
      let word = this.#words[i] as CueWord | undefined;
      // the end of the stretch cuts the longest one off
      if (word && at + word.length > end) word = this.table.words.longestAt(this.text, at, end);
      if (!word) continue;
      yield word;
      free = at + word.length;
    }
  }

  scoresBetween(start: number, end: number): Scores {
    // both are below 2^26: a text has at most 2^25 units
    const key = start * 2 ** 26 + end;
    const known = this.#spans.get(key);
    if (known) return known;
    const scores = score(this.between(start, end));
    if (this.#spans.size >= SAID_LIMIT) this.#spans.clear();
    this.#spans.set(key, scores);
    return scores;
  }

  #indexOf(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if ((this.#starts[mid] as number) < offset) low = mid + 1;
      else high = mid;
    }
    return low;
  }
}

/** What the domain of a report's figures is judged by, besides themselves. */
export interface DomainContext {
  readonly cues: CuesOfText;
  /** The report's title lines. */
  readonly title: string;
  /** The share of each domain in the cues of the whole report: what it is mainly about. */
  readonly prior: ReadonlyMap<Domain, number>;
  readonly table: CueTable;
}

export function domainContext(folded: string, title: string, table: CueTable): DomainContext {
  const cues = new CuesOfText(folded, table);
  const prior = new Map<Domain, number>();
  let sum = 0;
  for (const word of cues.between(0, folded.length)) {
    for (const { domain, weight } of word.cues) {
      prior.set(domain, (prior.get(domain) ?? 0) + weight);
      sum += weight;
    }
  }
  for (const [domain, count] of prior) prior.set(domain, count / sum);
  return { cues, title, prior, table };
}

/** What speaks for the domain of one figure. */
export interface DomainEvidence {
  readonly sources: readonly { readonly scores: Scores; readonly trust: number }[];
  readonly prior: ReadonlyMap<Domain, number>;
}

export function domainEvidence({ label, clause, sentence }: Figure, { cues, title, prior, table }: DomainContext): DomainEvidence {
  const { path, start } = sentence.section;
  const sources = [
    { scores: scoresOf(label, table), trust: TRUST.label },
    { scores: cues.scoresBetween(clause.start, clause.end), trust: TRUST.clause },
    ...path.map((heading, i) => ({
      scores: scoresOf(heading, table),
      trust: i === path.length - 1 ? TRUST.heading : TRUST.outerHeading,
    })),
    { scores: cues.scoresBetween(sentence.start, sentence.end), trust: TRUST.sentence },
    { scores: cues.scoresBetween(Math.max(start, sentence.start - PARAGRAPH), sentence.start), trust: TRUST.paragraph },
    { scores: scoresOf(title, table), trust: TRUST.title },
  ];
  return { sources, prior };
}

/** The domain that the evidence speaks for; `indicator` is that of the indicator the figure was resolved to. */
export function domainOf({ sources, prior }: DomainEvidence, indicator: Domain | null): Domain {
  const total = new Map<Domain, number>();
  if (indicator) total.set(indicator, ANYWHERE.has(indicator) ? TRUST.indicatorAnywhere : TRUST.indicator);
  for (const { scores, trust } of sources) {
    for (const [domain, score] of scores.byDomain) total.set(domain, (total.get(domain) ?? 0) + (trust * score) / (scores.most + DAMPING));
  }
  for (const [domain, share] of prior) if (share > PRIOR_MIN) total.set(domain, (total.get(domain) ?? 0) + share * TRUST.report);
  let best: Domain = 'other';
  let top = 0;
  for (const [domain, score] of total) {
    if (score > top) {
      best = domain;
      top = score;
    }
  }
  return best;
}
