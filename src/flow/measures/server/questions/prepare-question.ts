import { AppError } from '#kernel/app-error.ts';
import { isDate, isZone, type Weekday } from '#kernel/calendar.ts';
import type { Said } from '#kernel/saying.ts';
import type { MeasuredWorkspace } from '../../domain/answer.ts';
import { MEASURE_SAYS } from '../../domain/measure-sayings.ts';
import { questionFrame } from '../../domain/questions/question-frame.ts';
import type { OutsideValues } from '../../domain/questions/question-world.ts';
import { NONE_MERGED } from '../../domain/tracking-plan/merged-names.ts';
import type { EventMatch, Question } from '../../question-contracts.ts';
import { fieldsRead, isOutsideField } from '../../store/questions/fields.ts';
import type { MeasuresDeps } from '../deps.ts';
import type { Asked } from './question-engine.ts';

const MOST_PERIODS = 1_100;

/** What a reader may know of the answers. */
export interface QuestionReader {
  readonly money: boolean;
  readonly people: boolean;
}

/** Checks a question, works out its time, and fetches the values that other rooms know; refuses what the reader may not see. */
export const prepareQuestion = async (
  { fieldValues, mergedNamesOf, clock }: Pick<MeasuresDeps, 'fieldValues' | 'mergedNamesOf' | 'clock'>,
  { workspace, question, sees }: { readonly workspace: MeasuredWorkspace; readonly question: Question; readonly sees: QuestionReader },
): Promise<Asked<Question>> => {
  const { range, interval, unit, filter } = question;
  const zone = question.timeZone ?? workspace.timeZone;
  if (!isZone(zone)) refuse('timeZone', MEASURE_SAYS.question_zone_unknown({ zone }));
  for (const end of ['from', 'to'] as const)
    if (!isDate(range[end].slice(0, 10))) refuse(`range.${end}`, MEASURE_SAYS.date_impossible({ date: range[end] }));
  if (range.from >= range.to) refuse('range.to', MEASURE_SAYS.range_empty());
  const asOf = Math.min(question.asOf ?? clock.now(), clock.now());
  const frame = questionFrame({ range, interval, zone, weekStart: workspace.weekStart as Weekday, asOf });
  if (frame.periods.length > MOST_PERIODS) refuse('interval', MEASURE_SAYS.range_too_long({ limit: String(MOST_PERIODS) }));
  const fields = fieldsOfQuestion(question);
  refuseHidden(fields, sees);
  const outside = new Map<string, OutsideValues>();
  for (const field of fields.filter(isOutsideField)) {
    const values = (await fieldValues?.(workspace, field, asOf)) ?? null;
    if (values !== null) outside.set(field, values);
  }
  const merged = (await mergedNamesOf?.(workspace.ws)) ?? NONE_MERGED;
  return { question, frame, scope: { ws: workspace.ws, asOf, unit, filter, outside, merged } };
};

/** Which facts a question names: each of its series, steps, starts and returns. */
export const matchesOf = (question: Question): readonly EventMatch[] => {
  if (question.kind === 'trend') return question.series;
  if (question.kind === 'funnel') return [...question.steps, ...question.exclusions, ...(question.order === 'strict' ? [ANYTHING] : [])];
  if (question.kind === 'retention') return [question.start, ...(question.back ? [question.back] : [])];
  if (question.kind === 'adoption') return [...question.features, ANYTHING];
  return [question.match];
};

const ANYTHING: EventMatch = { events: [], where: null, occurrence: 'every' };

const fieldsOfQuestion = (question: Question): readonly string[] => {
  const { unit, filter, breakdown } = question;
  const eligible = question.kind === 'adoption' ? question.features.map((feature) => feature.eligible) : [];
  const own = {
    trend: (asked: Question) =>
      asked.kind === 'trend' ? asked.series.map(({ count }) => count.field ?? (isSummed(count.of) ? 'event.amount' : null)) : [],
    funnel: (asked: Question) => (asked.kind === 'funnel' ? [asked.holdConstant] : []),
    lifecycle: (asked: Question) => (asked.kind === 'lifecycle' && typeof asked.newBy === 'object' ? [asked.newBy.field] : []),
    paths: (asked: Question) => (asked.kind === 'paths' ? [asked.name] : []),
    sessions: (asked: Question) => (asked.kind === 'sessions' ? [asked.module] : []),
  };
  const named = Object.values(own).flatMap((read) => read(question));
  const read = fieldsRead([filter, ...matchesOf(question).map(({ where }) => where), ...eligible]);
  return [
    ...new Set(
      [...read, ...named, breakdown?.field, typeof unit === 'object' ? unit.field : null].filter((field) => typeof field === 'string'),
    ),
  ];
};

const isSummed = (of: string): boolean => of !== 'events' && of !== 'units';

/** May this reader not ask by this field? */
export const isHidden = (field: string, sees: QuestionReader): boolean =>
  (!sees.money && /^(event\.amount|event\.timeline|revenue\.)/.test(field)) || (!sees.people && /^person\.(?!title$|channel$)/.test(field));

const refuseHidden = (fields: readonly string[], sees: QuestionReader): void => {
  const hidden = fields.find((field) => isHidden(field, sees));
  if (hidden !== undefined) throw new AppError('forbidden', MEASURE_SAYS.field_hidden({ field: hidden }));
};

const refuse = (field: string, said: Said): never => {
  throw new AppError('invalid', said, { fields: [{ field: `question.${field}`, code: 'invalid', said }] });
};
