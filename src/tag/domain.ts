// The subject area of a figure: cues in its label, its headings and its sentence, in that order of trust.
import type { Section, Span } from '../model/document.js';
import { DOMAINS, type Domain } from '../model/record.js';
import { DOMAIN_CUES, type DomainCues } from '../rules/domains.js';
import { Beginnings } from '../text/beginnings.js';
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
  report: 3,
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
/** However many cues a source has, a domain gets no more of it. */
const ENOUGH = 12;
const PARAGRAPH = 240;
/** A report is about a domain that has more than this share of its cues. */
const PRIOR_MIN = 0.35;

/** What a word says of a domain, which is an index of DOMAINS. */
interface Cue {
  readonly domain: number;
  readonly weight: number;
  /** Its weight by the length of the word: a longer one says more. */
  readonly amount: number;
}
/** A word with what it says of each domain. */
interface CueWord {
  readonly length: number;
  readonly cues: readonly Cue[];
}
/** The cues of one rule set. */
export interface CueTable {
  readonly words: WordTree<CueWord>;
  readonly beginnings: Beginnings;
}

/** The built-in cues and `own` ones. */
export function cueTable(own: readonly DomainCues[] = []): CueTable {
  const cues = new Map<string, Cue[]>();
  for (const entry of [...DOMAIN_CUES, ...own]) {
    const domain = DOMAINS.indexOf(entry.domain);
    for (const cue of entry.words) {
      // 医院:1.1 overrides the weight of its domain
      const [word, written] = cue.split(':') as [string, string | undefined];
      const weight = written === undefined ? entry.weight : Number(written);
      const list = cues.get(word) ?? [];
      list.push({ domain, weight, amount: weight * (Math.min(word.length, 6) / 3) });
      cues.set(word, list);
    }
  }
  return {
    words: new WordTree([...cues].map(([word, list]) => [word, { length: word.length, cues: list }])),
    beginnings: new Beginnings(cues.keys()),
  };
}

/** The longest cue that stands at `at` and ends at or before `end`. */
function wordAt({ words, beginnings }: CueTable, text: string, at: number, end: number): CueWord | undefined {
  return beginnings.mayStandAt(text, at) ? words.longestAt(text, at, end) : undefined;
}

/** Amounts by domain, and the domains in the order in which they come up, which decides between equals. */
class Tally {
  readonly amounts = new Float64Array(DOMAINS.length);
  readonly order = new Uint8Array(DOMAINS.length);
  size = 0;
  /** A bit for each domain that came up. */
  #seen = 0;

  clear(): void {
    this.amounts.fill(0);
    this.size = 0;
    this.#seen = 0;
  }

  add(domain: number, amount: number, limit = Number.POSITIVE_INFINITY): void {
    const bit = 1 << domain;
    if ((this.#seen & bit) === 0) {
      this.#seen |= bit;
      this.order[this.size++] = domain;
    }
    this.amounts[domain] = Math.min((this.amounts[domain] as number) + amount, limit);
  }
}
/** Used again and again, by one function at a time. */
const tally = new Tally();

/** What a text says: its domains in the order in which they come up, each with its amount. */
interface Scores {
  readonly domains: readonly number[];
  readonly amounts: readonly number[];
  readonly most: number;
}

const addWord = (word: CueWord): void => {
  for (const { domain, amount } of word.cues) tally.add(domain, amount, ENOUGH);
};

function scoresOfTally(): Scores {
  const domains: number[] = [];
  const amounts: number[] = [];
  let most = 0;
  for (let i = 0; i < tally.size; i++) {
    const domain = tally.order[i] as number;
    const amount = tally.amounts[domain] as number;
    domains.push(domain);
    amounts.push(amount);
    if (amount > most) most = amount;
  }
  return { domains, amounts, most };
}

/** What the cues of a text say: from left to right, the longest at each place, none inside another. */
function scoresOf(text: string, table: CueTable): Scores {
  tally.clear();
  for (let at = 0; at < text.length; ) {
    const word = wordAt(table, text, at, text.length);
    if (word) addWord(word);
    at += word?.length ?? 1;
  }
  return scoresOfTally();
}

/** The cues of one report, looked up once: clauses, sentences and what stands before them overlap. */
class CuesOfText {
  /** Where a cue begins, in order, those inside another included: a stretch may begin in its middle. */
  readonly #starts: number[] = [];
  readonly #words: CueWord[] = [];

  constructor(
    private readonly text: string,
    private readonly table: CueTable,
  ) {
    for (let at = 0; at < text.length; at++) {
      const word = wordAt(table, text, at, text.length);
      if (!word) continue;
      this.#starts.push(at);
      this.#words.push(word);
    }
  }

  scoresBetween(start: number, end: number): Scores {
    tally.clear();
    this.forEach(start, end, addWord);
    return scoresOfTally();
  }

  /** The cues between two offsets, from left to right, none inside another. */
  forEach(start: number, end: number, take: (word: CueWord) => void): void {
    let free = start;
    for (let i = this.#indexOf(start); i < this.#starts.length; i++) {
      const at = this.#starts[i] as number;
      if (at >= end) return;
      if (at < free) continue;
      let word = this.#words[i] as CueWord | undefined;
      // the end of the stretch cuts the longest one off
      if (word && at + word.length > end) word = wordAt(this.table, this.text, at, end);
      if (!word) continue;
      take(word);
      free = at + word.length;
    }
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

interface Source {
  readonly scores: Scores;
  readonly trust: number;
}

/** What speaks for the domain of one figure besides its indicator. */
interface Words {
  readonly label: Scores;
  readonly clause: Scores;
  /** The headings, the sentence, what stands before it, and the title: the same for all figures of a sentence. */
  readonly around: readonly Source[];
  /** The domains that the whole report is about, with what that says. */
  readonly prior: readonly (readonly [domain: number, amount: number])[];
}

/** What speaks for the domain of one figure, and the domain that it speaks for. */
export interface DomainEvidence {
  readonly words: Words;
  readonly byWords: Domain;
}

/** What the domain of a report's figures is judged by, besides themselves. They come in the order of the text, so that the latest is kept. */
export class DomainContext {
  readonly prior: Words['prior'];
  readonly #cues: CuesOfText;
  readonly #title: Source;
  #headings: { readonly of: Section; readonly sources: readonly Source[] } | null = null;
  #around: { readonly of: Told['sentence']; readonly sources: readonly Source[] } | null = null;
  /** Of the clauses of the latest sentence, by their starts: a long one with many brackets is come back to behind each. */
  readonly #clauses = new Map<number, { readonly end: number; readonly scores: Scores }>();

  constructor(
    folded: string,
    title: string,
    private readonly table: CueTable,
  ) {
    this.#cues = new CuesOfText(folded, table);
    this.#title = { scores: scoresOf(title, table), trust: TRUST.title };
    this.prior = priorOf(this.#cues, folded.length);
  }

  labelScores(label: string): Scores {
    return scoresOf(label, this.table);
  }

  clauseScores({ start, end }: Span): Scores {
    const known = this.#clauses.get(start);
    if (known?.end === end) return known.scores;
    const scores = this.#cues.scoresBetween(start, end);
    this.#clauses.set(start, { end, scores });
    return scores;
  }

  around(sentence: Told['sentence']): readonly Source[] {
    const { start, end, section } = sentence;
    const latest = this.#around;
    if (latest && latest.of.start === start && latest.of.end === end && latest.of.section === section) return latest.sources;
    const sources = [
      ...this.headings(section),
      { scores: this.#cues.scoresBetween(start, end), trust: TRUST.sentence },
      { scores: this.#cues.scoresBetween(Math.max(section.start, start - PARAGRAPH), start), trust: TRUST.paragraph },
      this.#title,
    ];
    this.#clauses.clear();
    this.#around = { of: sentence, sources };
    return sources;
  }

  private headings(section: Section): readonly Source[] {
    if (this.#headings?.of !== section) {
      const { path } = section;
      const sources = path.map((heading, i) => ({
        scores: scoresOf(heading, this.table),
        trust: i === path.length - 1 ? TRUST.heading : TRUST.outerHeading,
      }));
      this.#headings = { of: section, sources };
    }
    return this.#headings.sources;
  }
}

/** The domains with a large share of the cues of a text. */
function priorOf(cues: CuesOfText, length: number): Words['prior'] {
  let sum = 0;
  tally.clear();
  cues.forEach(0, length, (word) => {
    for (const { domain, weight } of word.cues) {
      tally.add(domain, weight);
      sum += weight;
    }
  });
  const prior: [number, number][] = [];
  for (let i = 0; i < tally.size; i++) {
    const domain = tally.order[i] as number;
    const share = (tally.amounts[domain] as number) / sum;
    if (share > PRIOR_MIN) prior.push([domain, share * TRUST.report]);
  }
  return prior;
}

/** `title` are the report's title lines. */
export const domainContext = (folded: string, title: string, table: CueTable): DomainContext => new DomainContext(folded, title, table);

/** A figure, or the cell of a table. */
interface Told {
  readonly label: string;
  readonly clause: Span;
  readonly sentence: Span & { readonly section: Section };
}

export function domainEvidence({ label, clause, sentence }: Told, context: DomainContext): DomainEvidence {
  const words: Words = {
    around: context.around(sentence),
    clause: context.clauseScores(clause),
    label: context.labelScores(label),
    prior: context.prior,
  };
  return { words, byWords: heaviest(words, null) };
}

/** The domain that the evidence speaks for; `indicator` is that of the indicator the figure was resolved to. */
export function domainOf({ words, byWords }: DomainEvidence, indicator: Domain | null): Domain {
  // what has most by words alone has most with the indicator, too
  return indicator === null || indicator === byWords ? byWords : heaviest(words, indicator);
}

function heaviest({ label, clause, around, prior }: Words, indicator: Domain | null): Domain {
  tally.clear();
  if (indicator) tally.add(DOMAINS.indexOf(indicator), ANYWHERE.has(indicator) ? TRUST.indicatorAnywhere : TRUST.indicator);
  addScores(label, TRUST.label);
  addScores(clause, TRUST.clause);
  for (const { scores, trust } of around) addScores(scores, trust);
  for (const [domain, amount] of prior) tally.add(domain, amount);
  let best: Domain = 'other';
  let top = 0;
  for (let i = 0; i < tally.size; i++) {
    const domain = tally.order[i] as number;
    const amount = tally.amounts[domain] as number;
    if (amount > top) {
      best = DOMAINS[domain] as Domain;
      top = amount;
    }
  }
  return best;
}

function addScores({ domains, amounts, most }: Scores, trust: number): void {
  for (let i = 0; i < domains.length; i++) tally.add(domains[i] as number, (trust * (amounts[i] as number)) / (most + DAMPING));
}
