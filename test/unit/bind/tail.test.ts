import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mayBeTakenFrom, TAKEN_AWAY } from '../../../dist/bind/tail.js';
import { FALL, RISE } from '../../../dist/rules/words.js';
import { fold } from '../../../dist/text/fold.js';

describe('the last character before a number', () => {
  // a look at it only saves work: nothing that a pattern would take away may be hidden by it
  const texts = readdirSync('fixtures/corpus')
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) => fold(readFileSync(`fixtures/corpus/${name}`, 'utf8')).split(/[\n,。;|@]+/u))
    .concat([...RISE, ...FALL].flatMap((word) => ['', '到', '至', '为', '了', '幅', '率'].map((end) => `床位${word}${end}`)))
    .flatMap((clause) => Array.from(clause, (_, at) => clause.slice(0, at + 1).trimEnd()));

  it.each(TAKEN_AWAY.map((pattern) => [pattern]))('%s takes away what the look lets through', (pattern) => {
    const matched = texts.filter((text) => pattern.test(text));
    expect(matched).not.toEqual([]);
    expect(matched.filter((text) => !mayBeTakenFrom(text))).toEqual([]);
  });
});
