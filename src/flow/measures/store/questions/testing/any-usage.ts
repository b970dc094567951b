import fc from 'fast-check';
import type { Condition } from '#kernel/condition.ts';
import { anyAsked, anyMatch, anyWorld, RANGE_DATES } from '../../../domain/questions/testing/any-world.ts';
import { AdoptionQuestion, LifecycleQuestion, PathsQuestion, SessionsQuestion, StickinessQuestion } from '../../../question-contracts.ts';
import { asPlain, meant } from './any-plain.ts';
import type { Held } from './held-to-reference.ts';

/** As any question is asked, but mostly over long ranges and without a filter: what units do over days shows only then. */
const askedWidely = fc
  .record({
    asked: anyAsked,
    isWide: fc.constantFrom(true, true, true, false),
    isPlain: fc.boolean(),
    from: fc.constantFrom(...RANGE_DATES.slice(0, 3)),
    to: fc.constantFrom(...RANGE_DATES.slice(6)),
  })
  .map(({ asked, isWide, isPlain, from, to }) => ({
    ...asked,
    ...(isWide && { range: { from, to } }),
    ...(isPlain && { filter: null }),
  }));
/** Which facts are meant: every second time all of them. */
const match = fc.oneof(fc.constant({ events: [] }), anyMatch);

const anyStickiness: fc.Arbitrary<StickinessQuestion> = askedWidely.chain((asked) =>
  fc
    .record({
      match,
      interval: fc.constantFrom('hour', 'day', 'day', 'week', 'month'),
      intervalCount: fc.constantFrom(1, 1, 2, 3),
      criterion: fc.constantFrom(
        { op: 'gte', count: 1 },
        { op: 'gte', count: 1 },
        { op: 'gte', count: 2 },
        { op: 'lte', count: 1 },
        { op: 'is', count: 2 },
        { op: 'is', count: 0 },
      ),
      weekdaysOnly: fc.boolean(),
    })
    .map((stickiness) => StickinessQuestion.parse({ kind: 'stickiness', ...asked, ...stickiness })),
);
export const stickinessCase: fc.Arbitrary<Held<StickinessQuestion>> = fc.record({ world: anyWorld, question: anyStickiness });

/** The same of any activity, which the tables of hours answer. */
export const plainStickinessCase: fc.Arbitrary<Held<StickinessQuestion>> = asPlain(stickinessCase).map(({ world, question }) => ({
  world,
  question: { ...question, match: meant([]) },
}));

const anyLifecycle: fc.Arbitrary<LifecycleQuestion> = askedWidely.chain((asked) =>
  fc
    .record({
      match,
      interval: fc.constantFrom('hour', 'day', 'day', 'week', 'month'),
      newBy: fc.constantFrom('first_fact', 'first_fact', { field: 'event.first' }, { field: 'event.n' }),
    })
    .map((lifecycle) => LifecycleQuestion.parse({ kind: 'lifecycle', ...asked, ...lifecycle })),
);
const firstSeen = fc.constantFrom('', '1711843200000', '1712016000000', '1712361600000', 'soon');
/** Facts that say when their unit began. */
export const lifecycleCase: fc.Arbitrary<Held<LifecycleQuestion>> = fc
  .record({ world: anyWorld, question: anyLifecycle, firsts: fc.array(firstSeen, { minLength: 5, maxLength: 5 }) })
  .map(({ world, question, firsts }) => ({
    question,
    world: { ...world, facts: world.facts.map((fact, index) => ({ ...fact, props: { ...fact.props, first: firsts[index % 5]! } })) },
  }));

/** The same of any activity, which the tables of hours answer. */
export const plainLifecycleCase: fc.Arbitrary<Held<LifecycleQuestion>> = asPlain(lifecycleCase).map(({ world, question }) => ({
  world,
  question: { ...question, match: meant([]), newBy: 'first_fact' as const },
}));

const NAMES = { 'event.name': ['a', 'b', 'x'], 'event.path': ['/a/1', 'A', 'rest'], 'event.feature': ['f', 'g', 'g'] } as const;
const end = fc.constantFrom(null, null, null, 0, 1, 2);
const anyPaths: fc.Arbitrary<PathsQuestion> = askedWidely.chain((asked) =>
  fc
    .record({
      match,
      name: fc.constantFrom('event.name', 'event.name', 'event.path', 'event.feature'),
      groups: fc.constantFrom(
        ...[[], []],
        [
          { pattern: '/a*', name: 'A' },
          { pattern: '/*', name: 'rest' },
        ],
        [
          { pattern: '*_%', name: 'odd' },
          { pattern: 'b', name: 'a' },
        ],
      ),
      gapMinutes: fc.constantFrom(30, 60, 120, 360, 1_440),
      collapse: fc.constantFrom(true, true, false),
      ends: fc.tuple(end, end),
      along: fc.array(fc.constantFrom(0, 0, 1, 2), { maxLength: 3 }),
      steps: fc.constantFrom(1, 2, 3, 5, 5),
      names: fc.constantFrom(1, 2, 12),
    })
    .map(({ ends, along, ...paths }) => {
      const [startsAt, endsAt] = ends.map((place) => (place === null ? null : NAMES[paths.name][place]));
      const follow = along.map((place) => NAMES[paths.name][place]);
      return PathsQuestion.parse({ kind: 'paths', ...asked, ...paths, startsAt, endsAt, follow });
    }),
);
const page = fc.constantFrom('', '/a/1', '/a/2', '/b_%', '/bx');
/** Facts of pages whose names groups put together. */
export const pathsCase: fc.Arbitrary<Held<PathsQuestion>> = fc
  .record({ world: anyWorld, question: anyPaths, pages: fc.array(page, { minLength: 7, maxLength: 7 }) })
  .map(({ world, question, pages }) => ({
    question,
    world: { ...world, facts: world.facts.map((fact, index) => ({ ...fact, path: pages[index % 7]! })) },
  }));

const anySessions: fc.Arbitrary<SessionsQuestion> = askedWidely.chain((asked) =>
  fc
    .record({
      match,
      interval: fc.constantFrom('hour', 'day', 'week'),
      // Facts lie on whole hours, so pauses of exactly the gap are many.
      gapMinutes: fc.constantFrom(30, 60, 60, 120, 1_440),
      module: fc.constantFrom('event.feature', 'event.p', 'event.name', null),
    })
    .map((sessions) => SessionsQuestion.parse({ kind: 'sessions', ...asked, ...sessions })),
);
export const sessionsCase: fc.Arbitrary<Held<SessionsQuestion>> = fc.record({ world: anyWorld, question: anySessions });

const anyFeature = fc.record({
  match: anyMatch,
  label: fc.constantFrom('Reports', 'Exports'),
  eligible: fc.constantFrom<Condition | null>(
    null,
    { field: 'account.plan', op: 'is', value: 'pro' },
    { field: 'account.plan', op: 'exists' },
    { not: { field: 'person.email', op: 'is', value: 'lead' } },
  ),
});
const anyAdoption: fc.Arbitrary<AdoptionQuestion> = askedWidely.chain((asked) =>
  fc.array(anyFeature, { minLength: 1, maxLength: 3 }).map((features) =>
    AdoptionQuestion.parse({
      ...{ kind: 'adoption', ...asked },
      features: features.map(({ match, ...feature }) => ({ ...match, ...feature })),
    }),
  ),
);
export const adoptionCase: fc.Arbitrary<Held<AdoptionQuestion>> = fc.record({ world: anyWorld, question: anyAdoption });
