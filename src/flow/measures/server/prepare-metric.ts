import { AppError } from '#kernel/app-error.ts';
import { fieldsOf } from '#kernel/condition.ts';
import type { MeasureDefinition } from '#kernel/measure.ts';
import type { Said } from '#kernel/saying.ts';
import { segmentField, segmentOfField } from '../condition-contracts.ts';
import type { MetricQuestion } from '../contracts.ts';
import type { EngineQuestion, MeasuredWorkspace } from '../domain/answer.ts';
import { MEASURE_SAYS } from '../domain/measure-sayings.ts';
import type { OutsideValues } from '../domain/questions/question-world.ts';
import { segmentMix, segmentsOfBreakdown } from '../domain/segments/segment-mix.ts';
import { SEGMENT_SAYS } from '../domain/segments/segment-sayings.ts';
import type { MeasuresDeps } from './deps.ts';
import { engineQuestion } from './engine-question.ts';

/** Checks what is asked of a measure and fetches what other rooms know for it: merged names, and who was in the segments that its filter and breakdown name. */
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
  const divided = await membersOfBreakdown({ fieldValues }, prepared);
  return { ...prepared, outside: divided === null ? outside : outside.set(prepared.breakdown!, divided) };
};

const membersOfBreakdown = async (
  { fieldValues }: Pick<MeasuresDeps, 'fieldValues'>,
  { workspace, breakdown, frame }: EngineQuestion,
): Promise<OutsideValues | null> => {
  const ids = segmentsOfBreakdown(breakdown);
  if (ids.length === 0) return null;
  const members = ids.map(async (id) => {
    const values = await fieldValues?.(workspace, segmentField(id), frame.asOf);
    if (!values) throw refused(SEGMENT_SAYS.segment_unknown({ id }));
    // A figure is of accounts: who of its people is in a segment divides none of them.
    if (values.of !== 'account') throw refused(MEASURE_SAYS.breakdown_of_people());
    return { id, values };
  });
  return segmentMix(await Promise.all(members));
};

const refused = (said: Said): AppError => new AppError('invalid', said, { fields: [{ field: 'breakdown', code: 'invalid', said }] });
