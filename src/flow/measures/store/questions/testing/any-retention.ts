import fc from 'fast-check';
import type { ClickHouse } from '#platform/clickhouse.ts';
import type { RetentionCount } from '../../../domain/questions/retention/retention-columns.ts';
import { type Retained, retentionReference } from '../../../domain/questions/retention/retention-reference.ts';
import { largestSlices } from '../../../domain/questions/slices.ts';
import { anyAsked, anyMatch, anyWorld } from '../../../domain/questions/testing/any-world.ts';
import { RetentionQuestion } from '../../../question-contracts.ts';
import { rowsOf } from '../../statement.ts';
import { retentionCells } from '../retention.ts';
import { isVague } from '../retention-marks.ts';
import type { FactScope } from '../unit-facts.ts';
import { asPlain, meant } from './any-plain.ts';
import type { Answers, Held } from './held-to-reference.ts';
import { frameOf, rounded, scopeOf } from './scope.ts';

const anyRetention: fc.Arbitrary<RetentionQuestion> = anyAsked.chain((asked) =>
  fc
    .record({
      start: anyMatch,
      back: fc.option(anyMatch),
      interval: fc.constantFrom('day', 'day', 'day', 'hour', 'week', 'month'),
      cohort: fc.constantFrom('first_ever', 'first_in_range', 'every'),
      period: fc.constantFrom('calendar', 'calendar', 'rolling'),
      returns: fc.constantFrom('on', 'on', 'on_or_after', 'bracket'),
      brackets: fc.constantFrom(
        [
          [0, 0],
          [1, 2],
          [3, 9],
        ],
        [[1, 400]],
      ),
      columns: fc.constantFrom(null, null, 3),
      onOrAfterUntil: fc.constantFrom('as_of', 'range'),
      minimum: fc.constantFrom(1, 1, 2),
    })
    .map((retention) => RetentionQuestion.parse({ kind: 'retention', ...asked, ...retention })),
);
/** Streams with a retention of any options. */
export const anyCase: fc.Arbitrary<Held<RetentionQuestion>> = fc.record({ world: anyWorld, question: anyRetention });

/** Retentions of any activity, which the tables of hours answer. */
export const anyPlainCase: fc.Arbitrary<Held<RetentionQuestion>> = fc
  .record({ held: asPlain(anyCase), cohort: fc.constantFrom('first_ever' as const, 'first_in_range' as const), isNarrow: fc.boolean() })
  .map(({ held: { world, question }, cohort, isNarrow }) => ({
    world,
    question: {
      ...{ ...question, cohort, breakdown: null, minimum: 1, period: 'calendar' as const, start: meant([]), back: null },
      ...(!isNarrow && { range: { from: '2024-03-30', to: '2024-04-08' } }),
    },
  }));

/** Retentions from one start a unit to something else, which masks of periods answer. */
export const anyMarkedCase: fc.Arbitrary<Held<RetentionQuestion>> = fc
  .record({ held: anyCase, cohort: fc.constantFrom('first_ever' as const, 'first_in_range' as const), back: anyMatch })
  .map(({ held: { world, question }, cohort, back }) => ({
    world,
    question: {
      ...{ ...question, cohort, breakdown: null, minimum: 1, period: 'calendar' as const },
      back: { ...back, events: back.events.length === 0 ? ['b'] : back.events },
    },
  }));

/** The cells of a retention: sizes of cohorts, and how many were back in each column. */
export const answersOf = (clickhouse: ClickHouse): Answers<RetentionQuestion> => ({
  reference: ({ world, question }) =>
    rounded(cellCounts(retentionReference(world, question, frameOf(question)), question.breakdown?.top ?? null)),
  hours: 'too',
  engine: async ({ world, question }, ws, byHours) => {
    const { facts, ...scope } = scopeOf(world, question, ws, byHours);
    const cut = { question, frame: frameOf(question) };
    const counted = (seen: FactScope) => rowsOf<RetentionCount>(clickhouse, retentionCells(seen, cut));
    const listed = await counted(facts === undefined ? scope : { ...scope, facts });
    return rounded(isVague(listed) ? await counted(scope) : listed);
  },
});

/** The cells of a reference. */
export const cellCounts = (retained: readonly Retained[], top: number | null): readonly RetentionCount[] => {
  const cells = largestSlices(retained, top).flatMap(({ unit, slice, cohort, back }) =>
    [-1, ...back].map((column) => ({ unit, slice, cohort, column })),
  );
  return [...Map.groupBy(cells, ({ slice, cohort, column }) => JSON.stringify([slice, cohort, column])).values()].map((own) => {
    const { unit: _, ...cell } = own[0]!;
    return { ...cell, units: new Set(own.map(({ unit }) => unit)).size };
  });
};
