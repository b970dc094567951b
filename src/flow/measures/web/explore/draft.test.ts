import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EventMatch, Question } from '../../question-contracts.ts';
import {
  ANYTHING,
  KINDS,
  placesOf,
  readDraft,
  shortened,
  withKind,
  withoutPlace,
  withPlaceAdded,
  withPlaceMoved,
  withPlaces,
} from './draft.ts';

const named = (...events: string[]): EventMatch => ({ ...ANYTHING, events });
const draft = (values: object): Question => {
  const read = readDraft(values);
  if (!read) throw new Error(`not a question: ${JSON.stringify(values)}`);
  return read;
};
const FUNNEL = draft({ kind: 'funnel', steps: [named('signed_up'), named('invited'), named('paid')] });

const anyMatch = fc.record({
  events: fc.array(fc.constantFrom('signed_up', 'paid', 'invited'), { maxLength: 2 }),
  where: fc.option(fc.constantFrom({ field: 'event.plan', op: 'is', value: 'pro' }, { all: [] })),
  occurrence: fc.constantFrom('every', 'first_ever'),
});
const anyDraft = fc
  .tuple(fc.constantFrom(...KINDS), fc.array(anyMatch, { minLength: 1, maxLength: 4 }))
  .map(([kind, places]) => withPlaces(withKind(draft({ kind: 'trend', series: [ANYTHING] }), kind), places as readonly EventMatch[]));

describe('a draft', () => {
  it('comes back from its short form as it was, whatever it asks', () => {
    fc.assert(
      fc.property(anyDraft, (one) => {
        expect(readDraft(shortened(one))).toEqual(one);
      }),
    );
  });

  it('says in its short form only what is not said by leaving it out', () => {
    expect(shortened(FUNNEL)).toEqual({
      kind: 'funnel',
      steps: [{ events: ['signed_up'] }, { events: ['invited'] }, { events: ['paid'] }],
    });
    expect(shortened(draft({ kind: 'trend', unit: 'account', series: [ANYTHING] }))).toEqual({
      kind: 'trend',
      unit: 'account',
      series: [{}],
    });
  });

  it('of a funnel begins with what tells something, unless something was named', () => {
    const telling = [named('signed_up'), named('paid')];
    const stepsOf = (from: Question) => placesOf(withKind(from, 'funnel', telling)).map(({ events }) => events);
    expect(stepsOf(draft({ kind: 'trend', series: [ANYTHING] }))).toEqual([['signed_up'], ['paid']]);
    expect(stepsOf(draft({ kind: 'trend', series: [named('invited')] }))).toEqual([['invited'], []]);
  });

  it('of every kind can be made of every other, and keeps whom it counts and its filter', () => {
    fc.assert(
      fc.property(anyDraft, fc.constantFrom(...KINDS), (one, kind) => {
        const filter = { field: 'account.plan', op: 'is' as const, value: 'Team' };
        const other = withKind({ ...one, unit: 'account', filter }, kind);
        expect(other).toMatchObject({ kind, unit: 'account', filter });
        expect(Question.safeParse(other).success).toBe(true);
      }),
    );
  });

  it('keeps its facts from one kind to the next', () => {
    expect(placesOf(withKind(FUNNEL, 'trend')).map(({ events }) => events)).toEqual([['signed_up'], ['invited'], ['paid']]);
    expect(withKind(FUNNEL, 'retention')).toMatchObject({ start: { events: ['signed_up'] }, back: { events: ['invited'] } });
    expect(placesOf(withKind(draft({ kind: 'lifecycle', match: named('paid') }), 'funnel'))).toEqual([named('paid'), ANYTHING]);
  });

  it('forgets what pointed at a step that is gone', () => {
    const full = { ...FUNNEL, exclusions: [{ ...named('left'), from: 0, to: 2 }], between: [0, 2], attribution: { step: 2 } };
    expect(withoutPlace(draft(full), 1)).toMatchObject({
      steps: [named('signed_up'), named('paid')],
      exclusions: [],
      between: null,
      attribution: 'first',
    });
    expect(withPlaceAdded(draft(full))).toMatchObject({ between: [0, 2], attribution: { step: 2 } });
  });

  it('moves a step, and nothing beyond the ends', () => {
    expect(placesOf(withPlaceMoved(FUNNEL, 2, -1)).map(({ events: [event] }) => event)).toEqual(['signed_up', 'paid', 'invited']);
    expect(withPlaceMoved(FUNNEL, 0, -1)).toBe(FUNNEL);
  });
});
