import fc from 'fast-check';
import type { ClickHouse } from '#platform/clickhouse.ts';
import { stepCounts } from '../../../domain/questions/funnel/funnel-counts.ts';
import { funnelReference } from '../../../domain/questions/funnel/funnel-outcomes.ts';
import { anyAsked, anyMatch, anyWorld } from '../../../domain/questions/testing/any-world.ts';
import { FunnelQuestion } from '../../../question-contracts.ts';
import { rowsOf } from '../../statement.ts';
import { type FunnelSliceCount, funnelSteps, stepsOfSlices } from '../funnel.ts';
import type { Answers, Held } from './held-to-reference.ts';
import { frameOf, rounded, scopeOf } from './scope.ts';

const HOUR = 3_600;
const anyFunnel: fc.Arbitrary<FunnelQuestion> = anyAsked.chain((asked) =>
  fc
    .record({
      steps: fc.array(anyMatch, { minLength: 1, maxLength: 4 }),
      order: fc.constantFrom('sequential', 'sequential', 'strict', 'any'),
      windowSeconds: fc.constantFrom(2 * HOUR, 5 * HOUR, 24 * HOUR, 14 * 24 * HOUR),
      stepWindowSeconds: fc.constantFrom(null, null, null, 2 * HOUR),
      observe: fc.constantFrom('window', 'window', 'range'),
      exclusions: fc.array(
        fc
          .record({ events: fc.constantFrom(['x'], ['c']), between: fc.constantFrom([0, 1], [1, 2], [0, 2], [1, 3]) })
          .map(({ events, between: [from, to] }) => ({ events, from, to })),
        { maxLength: 2 },
      ),
      spoilt: fc.constantFrom('ends', 'ends', 'removes'),
      holdConstant: fc.constantFrom(null, null, null, 'event.p'),
      attribution: fc.constantFrom('first', 'last', 'any', 'first_touch', 'last_touch', { step: 1 }, { eachStep: 0 }, { eachStep: 1 }),
    })
    .map((funnel) => FunnelQuestion.parse({ kind: 'funnel', ...asked, ...funnel })),
);
/** Streams with a funnel of any options. */
export const anyCase: fc.Arbitrary<Held<FunnelQuestion>> = fc.record({ world: anyWorld, question: anyFunnel });

/** Streams with a funnel whose steps and exclusions are apart by name, which a faster line answers. */
export const anyPlainCase: fc.Arbitrary<Held<FunnelQuestion>> = anyCase.chain(({ world, question }) =>
  fc
    .record({
      names: fc.shuffledSubarray(['a', 'b', 'c'], { minLength: 1 }),
      holds: fc.constantFrom(null, null, 'event.p'),
      struck: fc.boolean(),
      order: fc.constantFrom('sequential' as const, 'sequential' as const, 'any' as const),
    })
    .map(({ names, holds, struck, order }) => ({
      world,
      question: {
        ...question,
        ...{ order, spoilt: 'ends' as const, holdConstant: holds },
        steps: names.map((name, index) => ({ ...(question.steps[index] ?? question.steps[0]!), events: [name] })),
        exclusions:
          struck && order === 'sequential' && names.length > 1
            ? [{ events: ['x'], where: null, occurrence: 'every' as const, from: 0, to: names.length - 1 }]
            : [],
        attribution: typeof question.attribution === 'object' ? ({ step: 1 } as const) : question.attribution,
      },
    })),
);

/** The steps of a funnel: units, times, who is open. */
export const answersOf = (clickhouse: ClickHouse): Answers<FunnelQuestion> => ({
  reference: ({ world, question }) => {
    const frame = frameOf(question);
    return rounded(stepCounts(funnelReference(world, question, frame), question, frame));
  },
  engine: async ({ world, question }, ws) =>
    rounded(
      stepsOfSlices(
        await rowsOf<FunnelSliceCount>(
          clickhouse,
          funnelSteps(scopeOf(world, question, ws), { question, frame: frameOf(question), byPeriod: false }),
        ),
        question.steps.length,
      ),
    ),
});
