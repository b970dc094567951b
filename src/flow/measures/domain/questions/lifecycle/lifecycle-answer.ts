import type { Answer, LifecycleQuestion } from '../../../question-contracts.ts';
import type { QuestionFrame } from '../question-frame.ts';
import { slicesInOrder } from '../slices-in-order.ts';
import type { LifecycleCount, LifecycleState } from './lifecycle-reference.ts';

/** The states of each period; who is dormant is not yet known while the period is not over, so it is null then. */
export function lifecycleAnswer(rows: readonly LifecycleCount[], question: LifecycleQuestion, { periods }: QuestionFrame): Answer {
  const slices = slicesInOrder(rows, question, ({ units, state }) => (state === 'dormant' ? 0 : units)).map(([key, own]) => ({
    key,
    points: periods.map(({ label, complete }, index) => {
      const of = (state: LifecycleState): number => own.find((row) => row.period === index + 1 && row.state === state)?.units ?? 0;
      return {
        ...{ period: label, fresh: of('fresh'), returning: of('returning'), resurrecting: of('resurrecting') },
        ...{ dormant: complete ? of('dormant') : null, immature: !complete },
      };
    }),
  }));
  return { kind: 'lifecycle', slices };
}
