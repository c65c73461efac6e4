// The rules a run works with: the built-in ones and those of the user's packs.
import { createHash } from 'node:crypto';
import { type UnitTable, unitTable } from './match/units.js';
import type { Pack } from './packs/schema.js';
import { aliasKeys, builtInLexicon, type OwnIndicator } from './resolve/compiled-lexicon.js';
import { keyOf } from './resolve/key.js';
import { Lexicon } from './resolve/lexicon.js';
import { type DivisionTable, divisions, withPlaces } from './tag/divisions.js';
import { type CueTable, cueTable } from './tag/domain.js';
import { fold } from './text/fold.js';

/** Changes whenever a rule changes what is extracted, so that ids tell rule sets apart. */
export const RULES_VERSION = '0.2.0';

export interface RuleSet {
  /** Goes into every id: the version of the rules, and a digest of the packs where there are any. */
  readonly version: string;
  readonly units: UnitTable;
  /** Phrases whose numbers are no figures, folded. */
  readonly cancelled: readonly string[];
  readonly cues: CueTable;
  readonly divisions: DivisionTable;
  readonly lexicon: Lexicon;
}

const CUE_WEIGHT = 4;
let builtIn: RuleSet | undefined;

/** The rules with those of `packs` added; where packs disagree, the later one wins. */
export function ruleSet(packs: readonly Pack[] = []): RuleSet {
  if (packs.length === 0) {
    builtIn ??= build([]);
    return builtIn;
  }
  return build(packs);
}

function build(packs: readonly Pack[]): RuleSet {
  const latestFirst = [...packs].reverse();
  const digest = createHash('sha256').update(JSON.stringify(packs)).digest('hex').slice(0, 12);
  return {
    version: packs.length === 0 ? RULES_VERSION : `${RULES_VERSION}+${digest}`,
    units: unitTable(
      latestFirst
        .flatMap((pack) => pack.units ?? [])
        .map(({ unit, dimension, forms, notBefore, spelled }) => ({
          unit,
          dimension,
          forms: forms.map(fold),
          ...(notBefore ? { notBefore } : {}),
          ...(spelled === undefined ? {} : { spelled }),
        })),
    ),
    cancelled: packs.flatMap((pack) => pack.cancel ?? []).map(fold),
    cues: cueTable(packs.flatMap((pack) => pack.cues ?? []).map((cue) => ({ ...cue, weight: cue.weight ?? CUE_WEIGHT }))),
    divisions: withPlaces(
      divisions(),
      latestFirst.flatMap((pack) => pack.places ?? []),
    ),
    lexicon: new Lexicon(builtInLexicon(), latestFirst.flatMap((pack) => pack.indicators ?? []).map(indicatorOf)),
  };
}

/** What the resolver needs of an entry. */
export function indicatorOf({
  id,
  name,
  domain,
  units,
  aliases,
  local,
  not,
  neutral,
}: NonNullable<Pack['indicators']>[number]): OwnIndicator {
  return {
    id,
    name,
    domain,
    units,
    keys: aliasKeys(aliases, local),
    ...(not ? { not: not.map(keyOf) } : {}),
    ...(neutral ? { neutral } : {}),
  };
}
