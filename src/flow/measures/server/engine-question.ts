import { AppError } from '#kernel/app-error.ts';
import type { Weekday } from '#kernel/calendar.ts';
import { isDate } from '#kernel/calendar.ts';
import type { MeasureDefinition } from '#kernel/measure.ts';
import type { MetricQuestion } from '../contracts.ts';
import type { EngineQuestion, MeasuredWorkspace } from '../domain/answer.ts';
import { frameOf } from '../domain/frame.ts';
import { type MergedNames, NONE_MERGED } from '../domain/tracking-plan/merged-names.ts';

const MOST_PERIODS = 1_100;

/** What is asked of which measure, at `now` (UTC ms), and which names of events count as another. */
export interface AskedOfEngine {
  readonly definition: MeasureDefinition;
  readonly question: MetricQuestion;
  readonly now: number;
  readonly merged?: MergedNames | undefined;
}

/** Checks a question and works out its stretches of time; `now` (UTC ms) stands in for a missing or future as-of. */
export const engineQuestion = (
  workspace: MeasuredWorkspace,
  { definition, question, now, merged = NONE_MERGED }: AskedOfEngine,
): EngineQuestion => {
  const { from, to, interval, breakdown, filter } = question;
  for (const [field, date] of Object.entries({ from, to })) if (!isDate(date)) refuse(field, `'${date}' is not a date of the calendar.`);
  if (from >= to)
    refuse('to', 'The range is empty: it ends where it begins, or before.', 'Name a later end; it is the first date after the range.');
  if (breakdown !== null && !definition.dimensions.includes(breakdown)) {
    refuse(
      'breakdown',
      `${definition.name.en} cannot be divided by ${breakdown}.`,
      `It can be by ${definition.dimensions.join(', ') || 'nothing'}.`,
    );
  }
  const frame = frameOf({
    from,
    to,
    interval,
    asOf: Math.min(question.asOf ?? now, now),
    zone: workspace.timeZone,
    weekStart: workspace.weekStart as Weekday,
  });
  if (frame.spans.length > MOST_PERIODS)
    refuse('interval', `The range has more than ${MOST_PERIODS} periods.`, 'Ask for a longer interval or a shorter range.');
  return { workspace, definition, plan: definition.plan, frame, interval, breakdown, filter, merged, mark: null };
};

const refuse = (field: string, message: string, remedy?: string): never => {
  throw new AppError('invalid', message, { ...(remedy && { remedy }), fields: [{ field, code: 'invalid', message }] });
};
