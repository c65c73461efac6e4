// The subject area of a figure: cues in its label, its headings and its sentence, in that order of trust.
import type { Figure } from '../model/document.js';
import type { Domain } from '../model/record.js';
import { DOMAIN_CUES, type DomainCues } from '../rules/domains.js';

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
/** Cues of one rule set, and what they say of texts. */
export interface CueTable {
  readonly cues: ReadonlyMap<string, readonly Cue[]>;
  readonly pattern: RegExp;
  /** Scores of texts read before. */
  readonly cache: Map<string, Scores>;
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
  const longestFirst = [...cues.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(longestFirst.map((w) => w.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&')).join('|'), 'gu');
  return { cues, pattern, cache: new Map() };
}

type Scores = Map<Domain, number>;
const CACHE_LIMIT = 10_000;

function read(text: string, { cues, pattern, cache }: CueTable): Scores {
  const known = cache.get(text);
  if (known) return known;
  const scores: Scores = new Map();
  for (const match of text.matchAll(pattern)) {
    // a longer cue says more
    const length = Math.min(match[0].length, 6) / 3;
    for (const { domain, weight } of cues.get(match[0]) ?? [])
      scores.set(domain, Math.min((scores.get(domain) ?? 0) + weight * length, 12));
  }
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(text, scores);
  return scores;
}

/** The share of each domain in the cues of the whole report: what it is mainly about. */
export function reportDomains(folded: string, { cues, pattern }: CueTable): Map<Domain, number> {
  const counts = new Map<Domain, number>();
  let sum = 0;
  for (const match of folded.matchAll(pattern)) {
    for (const { domain, weight } of cues.get(match[0]) ?? []) {
      counts.set(domain, (counts.get(domain) ?? 0) + weight);
      sum += weight;
    }
  }
  for (const [domain, count] of counts) counts.set(domain, count / sum);
  return counts;
}

export interface DomainContext {
  readonly folded: string;
  /** The report's title lines. */
  readonly title: string;
  /** What `reportDomains` found. */
  readonly prior: ReadonlyMap<Domain, number>;
  readonly table: CueTable;
}

/** The domain of a figure; `indicator` is the domain of the indicator it was resolved to. */
export function domainOf(figure: Figure, indicator: Domain | null, { folded, title, prior, table }: DomainContext): Domain {
  const path = figure.sentence.section.path;
  const total: Scores = new Map();
  const add = (text: string, trust: number): void => {
    const scores = read(text, table);
    const most = Math.max(0, ...scores.values());
    for (const [domain, score] of scores) total.set(domain, (total.get(domain) ?? 0) + (trust * score) / (most + DAMPING));
  };
  if (indicator) total.set(indicator, ANYWHERE.has(indicator) ? TRUST.indicatorAnywhere : TRUST.indicator);
  add(figure.label, TRUST.label);
  add(folded.slice(figure.clause.start, figure.clause.end), TRUST.clause);
  path.forEach((heading, i) => {
    add(heading, i === path.length - 1 ? TRUST.heading : TRUST.outerHeading);
  });
  add(folded.slice(figure.sentence.start, figure.sentence.end), TRUST.sentence);
  add(folded.slice(Math.max(figure.sentence.section.start, figure.sentence.start - PARAGRAPH), figure.sentence.start), TRUST.paragraph);
  add(title, TRUST.title);
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
