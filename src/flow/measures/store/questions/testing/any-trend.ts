import fc from 'fast-check';
import type { ClickHouse } from '#platform/clickhouse.ts';
import { anyAsked, anyMatch, anyWorld } from '../../../domain/questions/testing/any-world.ts';
import { trendReference } from '../../../domain/questions/trend/trend-reference.ts';
import { earlierFrame, type TrendWindow, trendWindows } from '../../../domain/questions/trend/trend-windows.ts';
import { TrendQuestion } from '../../../question-contracts.ts';
import { rowsOf } from '../../statement.ts';
import { type TrendCount, trendCounts, trendCountsTogether } from '../trend.ts';
import { asPlain, meant } from './any-plain.ts';
import type { Answers, Held } from './held-to-reference.ts';
import { frameOf, rounded, scopeOf } from './scope.ts';

const anyTrend: fc.Arbitrary<TrendQuestion> = anyAsked.chain((asked) =>
  fc
    .record({
      match: anyMatch,
      of: fc.constantFrom('units', 'units', 'events', 'sum', 'mean', 'min', 'max', 'percentile'),
      field: fc.constantFrom('event.n', 'event.amount', null),
      level: fc.constantFrom(0, 0.5, 0.9, 1),
      interval: fc.constantFrom('day', 'day', 'hour', 'week', 'month'),
      windowDays: fc.constantFrom(null, null, 7),
      cumulative: fc.constantFrom(false, false, true),
      compare: fc.constantFrom('none', 'previous'),
    })
    .map(({ match, of, field, level, ...trend }) =>
      TrendQuestion.parse({ kind: 'trend', ...asked, ...trend, series: [{ ...match, count: { of, field, level } }] }),
    ),
);
/** Streams with a trend of any options. */
export const anyCase: fc.Arbitrary<Held<TrendQuestion>> = fc.record({ world: anyWorld, question: anyTrend });

/** Trends of any activity and of named events, which the tables of hours answer. */
export const anyPlainCase: fc.Arbitrary<Held<TrendQuestion>> = fc
  .record({
    held: asPlain(anyCase),
    events: fc.constantFrom([], ['a'], ['b'], ['a', 'b'], ['c', 'nothing']),
    of: fc.constantFrom('units' as const, 'units' as const, 'events' as const),
    isWhole: fc.boolean(),
  })
  .map(({ held: { world, question }, events, of, isWhole }) => ({
    world,
    question: {
      ...{ ...question, series: [{ ...question.series[0]!, ...meant(events), count: { of, field: null, level: 0.5 } }] },
      ...(isWhole && { filter: null, breakdown: null }),
    },
  }));

/** Trends of named events beside which another can be counted. */
export const anyBesideCase: fc.Arbitrary<Held<TrendQuestion>> = fc
  .record({ held: asPlain(anyCase), events: fc.constantFrom(['a'], ['b'], ['a', 'b']) })
  .map(({ held: { world, question }, events }) => {
    const series = [{ ...question.series[0]!, ...meant(events), count: { of: 'units' as const, field: null, level: 0.5 } }];
    return { world, question: { ...question, series, filter: null, breakdown: null } };
  });

/** The figures of a trend, of the range before too where it is compared. */
export const answersOf = (clickhouse: ClickHouse): Answers<TrendQuestion> => ({
  reference: ({ world, question }) =>
    rounded(trendReference(world, question, frameOf(question), { series: 0, windows: windowsOf(question) })),
  hours: 'too',
  engine: async ({ world, question }, ws, byHours) => {
    const { count, ...match } = question.series[0]!;
    const cut = { match, count, breakdown: question.breakdown, frame: frameOf(question), windows: windowsOf(question) };
    return rounded(await rowsOf<TrendCount>(clickhouse, trendCounts(scopeOf(world, question, ws, byHours), cut)));
  },
});

/** The figures of a trend and of another one beside it, of `c` and `d`, by one statement where it answers both. */
export const answersTogether = (clickhouse: ClickHouse): Answers<TrendQuestion> => ({
  reference: ({ world, question }) =>
    [0, 1].flatMap((series) =>
      rounded(trendReference(world, besides(question), frameOf(question), { series, windows: windowsOf(question) })),
    ),
  engine: async ({ world, question }, ws, byHours) => {
    const cuts = besides(question).series.map(({ count, label: _, ...match }) => {
      return { match, count, breakdown: question.breakdown, frame: frameOf(question), windows: windowsOf(question) };
    });
    const scope = scopeOf(world, question, ws, byHours);
    const together = trendCountsTogether(scope, cuts);
    const rows = together === null ? [] : await rowsOf<TrendCount & { readonly series: number }>(clickhouse, together);
    const apart = (index: number) => rowsOf<TrendCount>(clickhouse, trendCounts(scope, cuts[index]!));
    const own = (index: number) => rows.filter(({ series }) => Number(series) === index).map(({ series: _, ...row }) => row);
    return (await Promise.all([0, 1].map((index) => (together === null ? apart(index) : own(index))))).flatMap(rounded);
  },
});

const besides = (question: TrendQuestion): TrendQuestion => ({
  ...question,
  series: [question.series[0]!, { ...question.series[0]!, ...meant(['c', 'd']) }],
});

const windowsOf = (question: TrendQuestion): readonly TrendWindow[] => {
  const frames = [frameOf(question), ...(question.compare === 'previous' ? [earlierFrame(question, frameOf(question))] : [])];
  return frames
    .map((frame) => trendWindows(question, frame))
    .flatMap(({ periods, whole }) => [...periods.map(({ window }) => window), whole]);
};
