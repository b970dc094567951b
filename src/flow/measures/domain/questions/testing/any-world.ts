import fc from 'fast-check';
import type { Condition } from '#kernel/condition.ts';
import { EventMatch } from '../../../question-contracts.ts';
import type { QuestionFact, QuestionWorld } from '../question-world.ts';

/** Zones whose clocks change, also by half an hour and at midnight, with instants on such days. */
export const ZONES = ['UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'America/Santiago'] as const;
/** Local dates around which the generated facts lie: clocks change in all of these zones. */
export const RANGE_DATES = [
  '2024-03-28',
  '2024-03-30',
  '2024-03-31',
  '2024-04-01',
  '2024-04-02',
  '2024-04-05',
  '2024-04-06',
  '2024-04-07',
  '2024-04-08',
  '2024-04-10',
] as const;

const HOUR = 3_600_000;
const EPOCH = Date.parse('2024-03-30T00:00:00Z');
/** The as-of of most questions: before some facts happened, and before others were known. */
export const AS_OF = EPOCH + 9 * 24 * HOUR;

// A coarse grid makes ties and facts exactly on the edges of days and windows; the odd hours are those around changes of clocks.
const instant = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 10 * 24 }).map((hour) => EPOCH + hour * HOUR) },
  { weight: 2, arbitrary: fc.constantFrom(23, 24, 25, 26, 27, 47, 48, 167, 168, 182, 183.5, 190, 191).map((hour) => EPOCH + hour * HOUR) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 10 * 24 * HOUR }).map((ms) => EPOCH + ms) },
);

const factOf = (instants: fc.Arbitrary<number>): fc.Arbitrary<Omit<QuestionFact, 'id'>> =>
  fc
    .record({
      event: fc.constantFrom('a', 'a', 'b', 'b', 'c', 'x'),
      at: instants,
      late: fc.constantFrom(0, 0, 0, 0, 6 * HOUR, 400 * HOUR),
      alias: fc.constantFrom(1, 1, 1, 2, 3),
      account: fc.constantFrom(0, 1, 1, 2),
      p: fc.constantFrom('', 'u', 'v'),
      n: fc.constantFrom('', '1', '2', '10'),
      feature: fc.constantFrom('', 'f', 'g'),
      session: fc.constantFrom(0, 7, 8),
    })
    .map(({ late, p, n, alias, ...fact }) => ({
      ...{
        ...fact,
        alias,
        known: fact.at + late,
        person: alias * 10,
        subject: '',
        source: 'web',
        amount: Number(n),
        path: '',
        channel: '',
      },
      props: { ...(p !== '' && { p }), ...(n !== '' && { n }) },
    }));

const snapshot = (instants: fc.Arbitrary<number>): fc.Arbitrary<Omit<QuestionFact, 'id'>> =>
  fc
    .record({ account: fc.constantFrom(1, 2), at: instants, plan: fc.constantFrom('free', 'pro'), isNew: fc.boolean() })
    .map(({ account, at, plan, isNew }) => ({
      ...{
        event: isNew ? 'account_created' : 'account_changed',
        at,
        known: at,
        person: 0,
        account,
        alias: 0,
        session: 0,
        subject: '',
        source: 'record',
      },
      ...{ amount: 0, feature: '', path: '', channel: '', props: { plan } },
    }));

const anyStream: fc.Arbitrary<QuestionWorld> = fc
  .record({
    near: fc.boolean(),
    base: fc.integer({ min: 0, max: 9 * 24 }),
    snapshots: fc.array(snapshot(instant), { maxLength: 2 }),
    belongs: fc.constantFrom<readonly (readonly [number, number])[]>(
      [],
      [],
      [[2, 10]],
      [
        [3, 20],
        [2, 20],
      ],
    ),
    stands: fc.constantFrom<readonly (readonly [number, number])[]>([], [], [[2, 1]]),
    outside: fc.dictionary(fc.constantFrom('10', '20'), fc.constantFrom('lead', 'active')),
  })
  .chain(({ near, base, ...world }) => {
    // Facts that lie close together make attempts that run into each other.
    const instants = near ? fc.integer({ min: 0, max: 8 }).map((step) => EPOCH + base * HOUR + step * HOUR) : instant;
    return fc.array(factOf(instants), { maxLength: 14 }).map(
      (facts): QuestionWorld => ({
        facts: [...facts, ...world.snapshots].map((fact, index) => ({ ...fact, id: index + 1 })),
        belongs: new Map(world.belongs),
        stands: new Map(world.stands),
        outside: new Map([
          ['person.email', { of: 'person', values: new Map(Object.entries(world.outside).map(([num, text]) => [Number(num), text])) }],
        ]),
      }),
    );
  });

/** How many streams a world holds: each a few people and accounts of its own. */
export const STREAMS = 20;

/** Streams in one workspace: ties, duplicates, late facts, merged people and accounts, days on which clocks change. */
export const anyWorld: fc.Arbitrary<QuestionWorld> = fc
  .tuple(fc.array(anyStream, { minLength: STREAMS, maxLength: STREAMS }), fc.constantFrom(true, true, false))
  .map(([streams, isSomebodyMerged]) => worldOf(isSomebodyMerged ? streams : streams.map(withoutMerges)));

// Where nobody was merged statements look nothing up.
const withoutMerges = (world: QuestionWorld): QuestionWorld => ({ ...world, belongs: new Map(), stands: new Map() });

const worldOf = (streams: readonly QuestionWorld[]): QuestionWorld => ({
  facts: streams.flatMap(({ facts }, stream) =>
    facts.map((fact) => ({
      ...{ ...fact, id: fact.id + stream * 100, person: apart(fact.person, stream), account: apart(fact.account, stream) },
      ...{ alias: apart(fact.alias, stream), session: apart(fact.session, stream) },
    })),
  ),
  belongs: new Map(
    streams.flatMap(({ belongs }, stream) => [...belongs].map(([alias, person]) => [apart(alias, stream), apart(person, stream)])),
  ),
  stands: new Map(
    streams.flatMap(({ stands }, stream) => [...stands].map(([account, other]) => [apart(account, stream), apart(other, stream)])),
  ),
  outside: new Map([
    [
      'person.email',
      {
        of: 'person',
        values: new Map(streams.flatMap(({ outside }, stream) => emailsOf(outside).map(([num, text]) => [apart(num, stream), text]))),
      },
    ],
  ]),
});

const apart = (num: number, stream: number): number => (num === 0 ? 0 : num + stream * 100);
const emailsOf = (outside: QuestionWorld['outside']): readonly (readonly [number, string])[] => [
  ...(outside.get('person.email')?.values ?? []),
];

const where: fc.Arbitrary<Condition | null> = fc.constantFrom<Condition | null>(
  ...[null, null, null, null],
  { field: 'event.p', op: 'is', value: 'u' },
  { field: 'event.p', op: 'exists' },
  { not: { field: 'event.n', op: 'gt', value: 1 } },
);

/** Which facts a step, a start or a series means; names and conditions overlap. */
export const anyMatch: fc.Arbitrary<EventMatch> = fc
  .record({
    events: fc.constantFrom<string[]>(['a'], ['a'], ['b'], ['b'], ['c'], ['a', 'b'], []),
    where,
    occurrence: fc.constantFrom('every', 'every', 'every', 'every', 'first_ever', 'first_matching'),
  })
  .map((match) => EventMatch.parse(match));

/** The parts that all questions share. */
export const anyAsked = fc
  .record({
    unit: fc.constantFrom('person', 'person', 'person', 'account', 'session', { field: 'event.p' }),
    from: fc.constantFrom(...RANGE_DATES.slice(0, 6)),
    length: fc.constantFrom(0, 1, 2, 3, 3, 4),
    timeZone: fc.constantFrom(...ZONES),
    filter: fc.constantFrom<Condition | null>(
      ...[null, null, null],
      { field: 'account.plan', op: 'is', value: 'pro' },
      { field: 'person.email', op: 'is_not', value: 'lead' },
      { field: 'event.feature', op: 'exists' },
    ),
    breakdown: fc.constantFrom(null, null, { field: 'event.p', top: 1 }, { field: 'event.p', top: 5 }, { field: 'account.plan', top: 2 }),
    asOf: fc.constantFrom(AS_OF, AS_OF, AS_OF + 60 * 24 * HOUR),
  })
  .map(({ from, length, ...asked }) => ({ ...asked, range: { from, to: RANGE_DATES[RANGE_DATES.indexOf(from) + length]! } }));
