import { describe, expect, it } from 'vitest';
import { personFacts } from './person-facts.ts';
import { type OwnTraits, type PersonNode, personFields } from './person-record.ts';

const own = (traits: Readonly<Record<string, unknown>>): OwnTraits =>
  Object.fromEntries(Object.entries(traits).map(([key, v], n) => [key, { v, n }]));
const shownOf = (traits: OwnTraits) => personFields(new Map(Object.entries(traits).map(([key, { v }]) => [key, v])));
const row = (traits: OwnTraits, more: Partial<PersonNode> = {}): PersonNode => ({
  ...{ num: 7, id: 'per_1', mergedInto: null, traits, hasUser: true, hasEmail: false, aliasNum: 3, version: 1, createdAt: 100 },
  shown: shownOf(traits),
  ...more,
});
const told = { now: 900, source: 'record' } as const;
const said = (facts: ReturnType<typeof personFacts>) =>
  facts.map(({ event, at, known, props }) => [event, at, known, props?.title ?? null]);

describe('personFacts', () => {
  it('tells somebody new once, with all that was said at first', () => {
    const traits = own({ title: 'Analyst', $account: 4 });
    const facts = personFacts({ row: row(traits), before: null, turns: [{ at: 100, traits }] }, told);
    expect(facts).toEqual([
      expect.objectContaining({ event: 'person_created', at: 100, known: 100, person: 7, account: 4, alias: 3, key: 'person:per_1:1' }),
    ]);
  });

  it('tells each later change at its own time, under keys of their own', () => {
    const [first, last] = [own({ title: 'Analyst' }), own({ title: 'Director' })];
    const story = {
      row: row(last),
      before: null,
      turns: [
        { at: 300, traits: first },
        { at: 500, traits: { ...first, ...own({ name: 'Pat' }) } },
        { at: 800, traits: last },
      ],
    };
    const facts = personFacts(story, told);
    expect(said(facts)).toEqual([
      ['person_created', 100, 100, null],
      ['person_changed', 300, 300, 'Analyst'],
      ['person_changed', 800, 800, 'Director'],
    ]);
    expect(new Set(facts.map(({ key }) => key)).size).toBe(3);
  });

  it('tells a change without a time of its own now', () => {
    const traits = own({ title: 'Director' });
    expect(said(personFacts({ row: row(traits, { version: 2 }), before: shownOf({}), turns: [] }, told))).toEqual([
      ['person_changed', 900, 900, 'Director'],
    ]);
  });
});
