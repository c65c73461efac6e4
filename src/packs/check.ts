// The gatekeeper of packs and of the built-in lexicon: what the schema cannot see. Each finding says what to do.
import { isBare } from '../bind/label.js';
import { extractDocument } from '../pipeline.js';
import { keyOf } from '../resolve/key.js';
import type { Lexicon } from '../resolve/lexicon.js';
import { isQualifier, qualifierName } from '../resolve/qualifier.js';
import { type RuleSet, ruleSet } from '../ruleset.js';
import type { Segmenter } from '../segment/words.js';
import { fold } from '../text/fold.js';
import type { IndicatorEntry, Pack } from './schema.js';

export interface NamedPack {
  readonly file: string;
  readonly pack: Pack;
}

export interface Finding {
  readonly file: string;
  /** Where in the file: indicators[3] (mch.antenatal-visits). */
  readonly at: string;
  readonly problem: string;
  readonly remedy: string;
}

const RATIOS: ReadonlySet<string | null> = new Set(['%', '‰', '1/万', '1/10万', '1/100万', '1/千']);
const MIN_KEY = 2;
/** A bare head (筛查, 规范管理率) of that length, or of a rate, belongs to whatever stands before it. */
const SHORT = 3;
const RATE_NAME = /(?:率|占比|比例|比重|满意度)$/u;

interface Located {
  readonly file: string;
  readonly at: string;
  readonly pack: Pack;
  readonly entry: IndicatorEntry;
}

/** Findings of `packs`, which are to stand beside each other, and beside `others` (the built-in topics, for a user's pack). */
export function checkPacks(packs: readonly NamedPack[], others: readonly NamedPack[], segmenter: Segmenter): Finding[] {
  const own = located(packs);
  const everyone = [...located(others), ...own];
  const rules = ruleSet([...others, ...packs].map((p) => p.pack));
  const findings: Finding[] = [];
  const ids = new Map<string, Located>();
  for (const item of everyone) {
    const known = ids.get(item.entry.id);
    if (known && own.includes(item)) findings.push(duplicateId(item, known));
    else ids.set(item.entry.id, item);
  }
  const aliases = aliasIndex(everyone);
  for (const item of own) {
    const tell = (problem: string, remedy: string): void => {
      findings.push({ file: item.file, at: item.at, problem, remedy });
    };
    checkEntry(item, rules, tell);
    checkAliases(item, aliases, ids, rules.lexicon, tell);
    checkExamples(item, rules, segmenter, tell);
  }
  for (const { file, pack } of packs) findings.push(...checkRest(file, pack, rules));
  return findings;
}

function located(packs: readonly NamedPack[]): Located[] {
  return packs.flatMap(({ file, pack }) =>
    (pack.indicators ?? []).map((entry, i) => ({ file, pack, entry, at: `indicators[${i}] (${entry.id})` })),
  );
}

const duplicateId = (item: Located, known: Located): Finding => ({
  file: item.file,
  at: item.at,
  problem: `the id is also that of ${known.at} in ${known.file}`,
  remedy: 'merge the two, or give this one another id',
});

type Tell = (problem: string, remedy: string) => void;

function checkEntry({ entry, pack }: Located, rules: RuleSet, tell: Tell): void {
  for (const unit of entry.units)
    if (unit !== null && rules.units.dimensionOf(unit) === undefined)
      tell(
        `unknown unit "${unit}"`,
        'use a canonical unit ("healthx lexicon --units" lists them; 元 and not 万元), or define it under "units"',
      );
  for (const field of ['en', 'definition', 'source', 'example', 'unlike'] as const)
    if (entry[field] === undefined) tell(`no ${field}`, `add "${field}"`);
  if (entry.source !== undefined && pack.sources?.[entry.source] === undefined)
    tell(`the source "${entry.source}" is not listed`, 'add it, with its full title, under "sources"');
  if (RATIOS.has(entry.units[0] ?? null) && entry.denominator === undefined && entry.units[0] !== null)
    tell('a rate without its denominator', 'add "denominator": what the number is related to (活产数, 常住人口)');
  if (!entry.aliases.some((alias) => keyOf(alias) === keyOf(entry.name)))
    tell(`the name ${entry.name} is none of its aliases`, 'add it to "aliases"');
}

/** Entries by alias key. */
function aliasIndex(items: readonly Located[]): Map<string, Located[]> {
  const index = new Map<string, Located[]>();
  for (const item of items) for (const key of new Set(item.entry.aliases.map(keyOf))) index.set(key, [...(index.get(key) ?? []), item]);
  return index;
}

function checkAliases(
  item: Located,
  aliases: ReadonlyMap<string, readonly Located[]>,
  ids: ReadonlyMap<string, Located>,
  lexicon: Lexicon,
  tell: Tell,
): void {
  const { entry } = item;
  if (entry.broader !== undefined && !ids.has(entry.broader))
    tell(`"broader" names ${entry.broader}, which does not exist`, 'mend the id or take it out');
  for (const alias of new Set(entry.aliases)) {
    const key = keyOf(alias);
    if (key.length < MIN_KEY || (isBare(fold(alias)) && (fold(alias).length <= SHORT || RATE_NAME.test(key)))) {
      tell(
        `the alias ${alias} does not say by itself what is measured`,
        'write it with its subject (高血压患者规范管理率), or move it to "local", where it holds in its own domain only',
      );
      continue;
    }
    if (key.includes('…')) continue;
    const within = qualifiedAlias(entry, key);
    if (within) {
      tell(
        `the alias ${alias} is ${within.alias} with the qualifier ${within.qualifier}, which would be lost`,
        'drop it: the qualifier is read anyway; if it is another indicator, give it an entry',
      );
      continue;
    }
    const cancelled = entry.not?.find((word) => key.includes(keyOf(word)));
    if (cancelled !== undefined) {
      tell(`the alias ${alias} contains ${cancelled}, which "not" cancels`, 'take one of the two out');
      continue;
    }
    const rivals = (aliases.get(key) ?? []).filter((other) => other !== item && other.entry.id !== entry.id);
    for (const rival of rivals) {
      const shared = entry.units.filter((unit) => rival.entry.units.includes(unit));
      if (shared.length > 0)
        tell(
          `the alias ${alias} is also one of ${rival.entry.id} (${rival.file}), in ${shared.join(', ')}`,
          'leave it with the one that reports mean, or separate their units',
        );
    }
    if (rivals.some((rival) => rival.entry.units.some((unit) => entry.units.includes(unit)))) continue;
    checkReach(item, alias, lexicon, ids, tell);
  }
}

/** 农村妇女两癌检查 beside 两癌检查: one alias of an entry that is another one of it, narrowed down. */
function qualifiedAlias({ name, aliases }: IndicatorEntry, key: string): { alias: string; qualifier: string } | null {
  for (const alias of aliases) {
    const inner = keyOf(alias);
    if (alias.includes('…')) continue;
    const at = key.indexOf(inner);
    if (at < 0 || inner.length >= key.length) continue;
    const parts = [key.slice(0, at), key.slice(at + inner.length)];
    if (!parts.every((part) => isQualifier(part))) continue;
    const qualifier = parts.map(qualifierName).find((part) => part !== '' && !name.includes(part));
    if (qualifier !== undefined) return { alias, qualifier };
  }
  return null;
}

/** An alias must lead to its own entry, and must not be another one's alias with a qualifier, unless it is said to be its special case. */
function checkReach({ entry }: Located, alias: string, lexicon: Lexicon, ids: ReadonlyMap<string, Located>, tell: Tell): void {
  const key = keyOf(alias);
  for (const unit of entry.units) {
    const found = lexicon.find(key, unit, 'level');
    if (found?.indicator.id !== entry.id) {
      const rival = found ? `${found.indicator.id} takes it` : 'two entries fit equally well';
      tell(`the alias ${alias} in ${unit ?? 'no unit'} does not lead here: ${rival}`, 'make one of the two aliases more specific');
      return;
    }
    const wider = lexicon.findWithout(key, unit, entry.id);
    if (wider && wider.qualifier !== '' && !narrows(entry, wider.indicator.id, ids)) {
      tell(
        `the alias ${alias} is ${wider.indicator.name} (${wider.indicator.id}) with the qualifier ${wider.qualifier}`,
        `write "broader": "${wider.indicator.id}" if it is its special case, else drop the alias: the qualifier is read anyway`,
      );
      return;
    }
  }
}

function narrows(entry: IndicatorEntry, wider: string, ids: ReadonlyMap<string, Located>): boolean {
  const seen = new Set<string>();
  for (let id = entry.broader; id !== undefined && !seen.has(id); id = ids.get(id)?.entry.broader) {
    if (id === wider) return true;
    seen.add(id);
  }
  return false;
}

function checkExamples({ entry, file }: Located, rules: RuleSet, segmenter: Segmenter, tell: Tell): void {
  const found = (text: string) => extractDocument({ file, text }, { segmenter, rules }).records;
  if (entry.example !== undefined) {
    const records = found(entry.example);
    if (!records.some((r) => r.indicatorId === entry.id)) {
      const seen = records.map((r) => `${r.label} ${r.unit ?? ''} → ${r.indicatorId ?? 'none'}`).join('; ') || 'no figure';
      tell(`the example yields ${seen}`, `make it a plain sentence with an alias and a number in ${entry.units[0] ?? 'no unit'}`);
    }
  }
  if (entry.unlike !== undefined && found(entry.unlike).some((r) => r.indicatorId === entry.id))
    tell('the counter-example "unlike" yields this indicator', 'narrow the aliases, or choose another sentence');
}

/** Units, phrases, cues and places. */
function checkRest(file: string, pack: Pack, rules: RuleSet): Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  (pack.units ?? []).forEach((unit, i) => {
    for (const form of unit.forms) {
      if (seen.has(form))
        findings.push({ file, at: `units[${i}]`, problem: `the spelling ${form} is in two units`, remedy: 'leave it in one of them' });
      seen.add(form);
    }
  });
  (pack.cancel ?? []).forEach((phrase, i) => {
    if (!/[\d零〇一二两三四五六七八九十百千万]/u.test(fold(phrase)))
      findings.push({ file, at: `cancel[${i}]`, problem: `${phrase} has no number`, remedy: 'write the whole phrase, with its number' });
    for (const { entry, at } of located([{ file, pack }]))
      if (entry.aliases.some((alias) => alias.includes(phrase)))
        findings.push({ file, at, problem: `an alias contains the cancelled phrase ${phrase}`, remedy: 'take one of the two out' });
  });
  (pack.places ?? []).forEach((place, i) => {
    if (place.code !== undefined && rules.divisions.everByCode(place.code).length === 0)
      findings.push({
        file,
        at: `places[${i}]`,
        problem: `no division ever had the code ${place.code}`,
        remedy: 'mend the code, or leave it out for an area that is no division',
      });
  });
  return findings;
}
