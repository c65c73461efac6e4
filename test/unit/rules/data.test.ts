// Gatekeepers of the rule data: what a rule file may not contain.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { complete } from '../../../dist/bind/complete.js';
import { matchTrap } from '../../../dist/match/traps.js';
import { unitTable } from '../../../dist/match/units.js';
import { DIMENSIONS, DOMAINS } from '../../../dist/model/record.js';
import { DOMAIN_CUES } from '../../../dist/rules/domains.js';
import { APART } from '../../../dist/rules/heads.js';
import * as kinds from '../../../dist/rules/kinds.js';
import { RELATION_AFTER, RELATION_BEFORE } from '../../../dist/rules/relations.js';
import { REMAINS, REMAINS_OF_NAME, type Remains } from '../../../dist/rules/remains.js';
import { TRAPS } from '../../../dist/rules/traps.js';
import { UNITS } from '../../../dist/rules/units.js';
import { fold } from '../../../dist/text/fold.js';
import { Guarded } from '../../../dist/text/guarded.js';

const units = unitTable();
const texts = ['corpus', 'reports', 'unseen/round-12'].flatMap((folder) =>
  readdirSync(`fixtures/${folder}`)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => fold(readFileSync(`fixtures/${folder}/${name}`, 'utf8'))),
);

describe('units', () => {
  it('registers no spelling twice', () => {
    const seen = new Map<string, string>();
    for (const entry of UNITS) {
      for (const form of entry.forms) {
        expect(seen.get(form), `${form} is a spelling of ${seen.get(form)} and of ${entry.unit}`).toBeUndefined();
        seen.set(form, entry.unit);
      }
    }
    expect(seen.size).toBeGreaterThan(150);
  });

  it('has only dimensions of the record', () => {
    for (const entry of UNITS) expect(DIMENSIONS).toContain(entry.dimension);
  });

  it.each(UNITS.flatMap((u) => u.forms.map((form) => [form, u.unit] as const)))('%s is read as %s', (form, unit) => {
    expect(units.match(`${form}。`, 0)).toMatchObject({ unit, end: form.length });
  });

  it.each(
    UNITS.flatMap((u) => (u.notBefore ?? []).map((n) => [`${u.forms[0]}${n}`, u.unit] as const)),
  )('%s holds no unit %s', (text, unit) => {
    const match = units.match(`${text}。`, 0);
    expect(match?.unit === unit && match.end === (UNITS.find((u) => u.unit === unit)?.forms[0]?.length ?? 0)).toBe(false);
  });
});

describe('traps', () => {
  // only the first bar parts: the number's row may have more of them
  const parted = (sample: string): [before: string, number: string] => {
    const at = sample.indexOf('|');
    return [sample.slice(0, Math.max(at, 0)), sample.slice(at + 1)];
  };
  const claimed = (sample: string): string | undefined => {
    const [before, number] = parted(sample);
    return matchTrap(before + number, before.length)?.rule.id;
  };

  it.each(TRAPS.flatMap((t) => t.yes.map((s) => [t.id, s] as const)))('%s claims %s', (id, sample) => {
    const rule = TRAPS.find((t) => t.id === id && t.yes.includes(sample));
    const [before, number] = parted(sample);
    expect(rule?.pattern.sticky).toBe(true);
    (rule as (typeof TRAPS)[number]).pattern.lastIndex = before.length;
    expect((rule as (typeof TRAPS)[number]).pattern.test(before + number), `${id} does not match its sample`).toBe(true);
    expect(claimed(sample), 'no rule claims the sample').toBeDefined();
  });

  // what a rule says of a match's surroundings only saves work: without it, the same rule must claim the same numbers
  it('finds what trying every rule on every number finds', () => {
    const plain = (text: string, at: number): { id: string; end: number } | null => {
      const before = text.slice(Math.max(0, at - 16), at);
      for (const rule of TRAPS) {
        rule.pattern.lastIndex = at;
        const match = rule.pattern.exec(text);
        if (!match || match[0] === '' || rule.before?.test(before) === false || rule.notBefore?.test(before)) continue;
        return { id: rule.id, end: at + match[0].length };
      }
      return null;
    };
    const samples = TRAPS.flatMap((rule) => [...rule.yes, ...rule.no]).map((sample) => sample.replace('|', ''));
    let claims = 0;
    for (const text of [...samples, samples.join(''), samples.join('，'), samples.join(' '), ...texts]) {
      for (const { index } of text.matchAll(/[\d零〇一二两三四五六七八九十百千万亿]/gu)) {
        const found = matchTrap(text, index);
        expect(found && { id: found.rule.id, end: found.end }, text.slice(Math.max(0, index - 10), index + 20)).toEqual(plain(text, index));
        if (found) claims++;
      }
    }
    expect(claims).toBeGreaterThan(1000);
  });

  it.each(TRAPS.flatMap((t) => t.no.map((s) => [t.id, s] as const)))('%s leaves %s alone', (id, sample) => {
    expect(claimed(sample)).not.toBe(id);
  });
});

describe('remains of names', () => {
  const without = (name: string, { pattern, becomes }: Remains): string => name.replace(pattern.pattern, becomes);

  it.each(REMAINS.flatMap((rule) => rule.yes.map(([name, rest]) => [name, rest, rule] as const)))('%s is %s', (name, rest, rule) => {
    expect(without(name, rule)).toBe(rest);
    // as it is asked: of names that hold one of its characters
    expect(REMAINS_OF_NAME.thatMayMatch(name, 0, name.length) & rule.pattern.bit).not.toBe(0);
  });

  it.each(REMAINS.flatMap((rule) => rule.no.map((name) => [name, rule] as const)))('%s stays', (name, rule) => {
    expect(without(name, rule)).toBe(name);
  });
});

describe('heads that stand apart', () => {
  it.each(APART.flatMap((rule) => rule.yes.map((pair) => [...pair, rule] as const)))('%s does not own %s', (subject, head, rule) => {
    expect(rule.subject.test(subject) && rule.head.test(head)).toBe(true);
    expect(complete(subject, head)).toBe(head);
  });

  it.each(APART.flatMap((rule) => rule.no.map((pair) => [...pair, rule] as const)))('%s may own %s', (subject, head, rule) => {
    expect(rule.subject.test(subject) && rule.head.test(head)).toBe(false);
  });
});

describe('cues of kinds', () => {
  const guarded = Object.entries(kinds).filter((entry): entry is [string, Guarded] => entry[1] instanceof Guarded);

  // as they are asked: of what stands before a number, and of what stands behind it
  it.each(guarded)('%s matches nothing without its characters', (_name, cue) => {
    let matches = 0;
    for (const line of texts.flatMap((text) => text.split(/[\n。]/u))) {
      for (const { index } of line.matchAll(/(?=\d)|(?<=\d)|$/gu)) {
        for (const part of [line.slice(0, index), line.slice(index)]) {
          if (!cue.pattern.test(part)) continue;
          expect(cue.mayMatch(part), part).toBe(true);
          matches++;
        }
      }
    }
    expect(matches).toBeGreaterThan(0);
  });
});

describe('relations', () => {
  it('lists longer words before the words they contain', () => {
    for (const list of [RELATION_BEFORE, RELATION_AFTER]) {
      list.forEach(([word], i) => {
        const shadow = list.slice(0, i).find(([earlier]) => (list === RELATION_BEFORE ? word.endsWith(earlier) : word.startsWith(earlier)));
        expect(shadow, `${word} can never be read: ${shadow?.[0]} stands before it`).toBeUndefined();
      });
    }
  });
});

describe('domains', () => {
  it('gives cues to every domain', () => {
    expect(DOMAIN_CUES.map((d) => d.domain).sort()).toEqual([...DOMAINS].sort());
  });

  it('registers no cue twice in a domain', () => {
    for (const entry of DOMAIN_CUES) {
      const words = entry.words.map((w) => w.split(':')[0]);
      expect(
        words.filter((w, i) => words.indexOf(w) !== i),
        entry.domain,
      ).toEqual([]);
    }
  });
});
