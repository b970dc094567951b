import { NONE_MERGED, withMerged } from '../../domain/tracking-plan/merged-names.ts';
import type { QuestionField } from '../../question-contracts.ts';
import { type EventFieldRow, eventFields } from '../../store/questions/event-fields.ts';
import { rowsOf } from '../../store/statement.ts';
import type { MeasuresDeps } from '../deps.ts';
import { isHidden, type QuestionReader } from './prepare-question.ts';

export interface FieldsAsked {
  readonly ws: number;
  readonly events: readonly string[];
  readonly sees: QuestionReader;
}

/** Which properties can facts of these names be asked by? What the reader may not ask by is left out; values that may name people are not shown to readers who may not see people. */
export const questionFields = async (
  { clickhouse, mergedNamesOf }: Pick<MeasuresDeps, 'clickhouse' | 'mergedNamesOf'>,
  { ws, events, sees }: FieldsAsked,
): Promise<{ rows: QuestionField[]; looked: number }> => {
  const found = await rowsOf<EventFieldRow>(clickhouse, eventFields(ws, withMerged(events, (await mergedNamesOf?.(ws)) ?? NONE_MERGED)));
  const rows = found
    .filter(({ field }) => field !== '')
    .map(({ field, n, distinct, numbers, top }) => ({
      field: `event.${field}`,
      count: Number(n),
      distinct: Number(distinct),
      isNumber: Number(numbers) === Number(n),
      values: top.map(({ item, count }) => ({ value: item, count: Number(count) })),
    }))
    .filter(({ field }) => !isHidden(field, sees))
    .map((row) => (sees.people || !namesPeople(row) ? row : { ...row, values: [] }));
  return { rows, looked: Number(found.find(({ field }) => field === '')?.n ?? 0) };
};

const namesPeople = ({ field, values }: QuestionField): boolean =>
  /mail|phone|name|address|user|subject/i.test(field) || values.some(({ value }) => value.includes('@'));
