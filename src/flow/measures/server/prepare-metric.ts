import { fieldsOf } from '#kernel/condition.ts';
import type { MeasureDefinition } from '#kernel/measure.ts';
import { segmentOfField } from '../condition-contracts.ts';
import type { MetricQuestion } from '../contracts.ts';
import type { EngineQuestion, MeasuredWorkspace } from '../domain/answer.ts';
import type { OutsideValues } from '../domain/questions/question-world.ts';
import type { MeasuresDeps } from './deps.ts';
import { engineQuestion } from './engine-question.ts';

/** Checks what is asked of a measure and fetches what other rooms know for it: merged names, and who was in the segments that its filter names. */
export const prepareMetric = async (
  { clock, mergedNamesOf, fieldValues }: Pick<MeasuresDeps, 'clock' | 'mergedNamesOf' | 'fieldValues'>,
  workspace: MeasuredWorkspace,
  asked: { readonly definition: MeasureDefinition; readonly question: MetricQuestion },
): Promise<EngineQuestion> => {
  const merged = await mergedNamesOf?.(workspace.ws);
  const prepared = engineQuestion(workspace, { ...asked, now: clock.now(), merged });
  const { filter, frame } = prepared;
  const outside = new Map<string, OutsideValues>();
  for (const field of filter === null ? [] : fieldsOf(filter)) {
    const values = segmentOfField(field) === null ? null : ((await fieldValues?.(workspace, field, frame.asOf)) ?? null);
    if (values !== null) outside.set(field, values);
  }
  return { ...prepared, outside };
};
