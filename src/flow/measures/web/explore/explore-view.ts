import { z } from 'zod';
import { addDays, daysBetween, startOfDate } from '#kernel/calendar.ts';
import { LocalDate } from '#kernel/page.ts';
import { RANGE_PRESETS } from '#web/ui/date-range.ts';
import { AnswerPart, type Question, QuestionInterval } from '../../question-contracts.ts';
import { daysAsked } from '../metric-view.ts';
import { readDraft, shortened } from './draft.ts';

/** How the figures of a trend are drawn. */
export const LOOKS = ['line', 'area', 'bar', 'number', 'table'] as const;
export type Look = (typeof LOOKS)[number];

/** What is asked, for which time, how it is looked at and which units stand open; kept in the URL. */
export const ExploreView = z.object({
  /** The question without its time, and without what is said by leaving it out. */
  q: z.record(z.string(), z.unknown()).optional(),
  preset: z.enum(RANGE_PRESETS).default('90d'),
  from: LocalDate.optional(),
  to: LocalDate.optional(),
  asOf: LocalDate.optional(),
  interval: QuestionInterval.optional(),
  look: z.enum(LOOKS).default('line'),
  part: z.record(z.string(), z.unknown()).optional(),
  /** The saved question that this began as. */
  saved: z.string().optional(),
});
export type ExploreView = z.infer<typeof ExploreView>;

/** The period of a question, named or given. */
export type Period = Pick<ExploreView, 'preset' | 'from' | 'to' | 'asOf' | 'interval'>;

/** A period with a time to ask it in. */
export interface AskedAt {
  /** 'YYYY-MM-DD' in the workspace's zone. */
  readonly today: string;
  readonly timeZone: string;
}

/** The draft asked for a period, seen from `today`. */
export const questionAt = (draft: Question, period: Period, { today, timeZone }: AskedAt): Question => {
  const range = daysAsked(period, today);
  const offered = intervalsFor(range);
  const interval = period.interval && offered.includes(period.interval) ? period.interval : usualInterval(draft, range);
  return { ...draft, range, interval, asOf: period.asOf ? startOfDate(addDays(period.asOf, 1), timeZone) - 1 : null };
};

/** The draft that a view stands for; null when it holds none. */
export const draftOf = ({ q }: Pick<ExploreView, 'q'>): Question | null => readDraft(q);

/** The change of a view that puts a draft into it. */
export const draftInView = (draft: Question): Pick<ExploreView, 'q' | 'part'> => ({ q: shortened(draft), part: undefined });

/** Which part of the answer stands open; null when none does. */
export const partOf = ({ part }: Pick<ExploreView, 'part'>): AnswerPart | null => {
  const read = AnswerPart.safeParse(part);
  return part !== undefined && read.success ? read.data : null;
};

/** The change of a view that opens the units behind a part. */
export const partInView = (part: Partial<AnswerPart>): Pick<ExploreView, 'part'> => ({
  part: Object.fromEntries(Object.entries(part).filter(([, value]) => value !== null && value !== undefined)),
});

interface Days {
  readonly from: string;
  readonly to: string;
}

const MOST_PERIODS = 400;
const DAYS_OF: Readonly<Record<QuestionInterval, number>> = { hour: 1 / 24, day: 1, week: 7, month: 30, quarter: 91, year: 365 };

/** By which intervals can a range be divided without becoming unreadable? */
export const intervalsFor = ({ from, to }: Days): readonly QuestionInterval[] => {
  const days = daysBetween(from, to);
  const fitting = QuestionInterval.options.filter((interval) => days / DAYS_OF[interval] <= MOST_PERIODS && days >= DAYS_OF[interval]);
  return fitting.length > 0 ? fitting : ['year'];
};

// A cohort grid and a count of active days need fewer periods to be read than a line does.
const usualInterval = (question: Question, { from, to }: Days): QuestionInterval => {
  const { kind } = question;
  const days = daysBetween(from, to);
  if (days <= 2) return 'hour';
  // Of a week only its last day would be told, which is a Sunday.
  if (kind === 'stickiness' && question.view === 'actives' && days <= 190) return 'day';
  if (kind === 'retention' || kind === 'lifecycle') return days <= 14 ? 'day' : days <= 190 ? 'week' : days <= 1_200 ? 'month' : 'quarter';
  if (days <= 45) return 'day';
  return days <= 190 ? 'week' : days <= 1_500 ? 'month' : 'quarter';
};
