import type { Answer, QuestionInterval, RetentionQuestion } from '../../../question-contracts.ts';
import { NOTHING, share } from '../../figure.ts';
import { boundsOf, type QuestionFrame } from '../question-frame.ts';
import { ALL } from '../slices.ts';

/** How many units of a cohort (from 1) were back in a column (from 0); column -1 is the size of the cohort. */
export interface RetentionCount {
  readonly slice: string;
  readonly cohort: number;
  readonly column: number;
  readonly units: number;
}

/** Which periods after the start, first and last, does each column stand for? */
export function columnsOf(
  { returns, brackets, columns }: RetentionQuestion,
  { periods }: QuestionFrame,
): readonly (readonly [number, number])[] {
  if (returns === 'bracket') return brackets;
  return Array.from({ length: columns ?? periods.length }, (_, n) => [n, returns === 'on' ? n : Number.MAX_SAFE_INTEGER] as const);
}

const HOUR = 3_600_000;

/** How long (ms) is a rolling period? An hour, a day of 24 hours, or a week of seven such days; longer periods have no one length: 30, 91 and 365 days. */
export function stretchOf(interval: QuestionInterval): number {
  return HOUR * { hour: 1, day: 24, week: 168, month: 720, quarter: 2_184, year: 8_760 }[interval];
}

/** Was the last period of a column over for all of a cohort, as of then? For `on or after` the first one that counts. */
export function isKnown(
  question: RetentionQuestion,
  frame: QuestionFrame,
  { cohort, column }: { readonly cohort: number; readonly column: number },
): boolean {
  const [first, last] = columnsOf(question, frame)[column]!;
  const place = question.returns === 'on_or_after' ? first : last;
  if (question.period === 'rolling') return frame.periods[cohort - 1]!.end + (place + 1) * stretchOf(frame.interval) <= frame.asOf;
  return boundsOf(frame, cohort + place).at(-1)! <= frame.asOf;
}

/** The grid of cohorts by columns: shares of those back, of which what is not yet known is masked and in no average; averages weigh cohorts by size. */
export function retentionAnswer(
  counts: readonly RetentionCount[],
  question: RetentionQuestion,
  frame: QuestionFrame,
): Extract<Answer, { kind: 'retention' }> {
  const columns = columnsOf(question, frame);
  const slices = question.breakdown === null ? [ALL] : [...new Set(counts.map(({ slice }) => slice))];
  const cohorts = frame.periods.map((_, index) => index + 1);
  const known = new Set(
    cohorts.flatMap((cohort) =>
      columns.flatMap((_, column) => (isKnown(question, frame, { cohort, column }) ? [`${cohort} ${column}`] : [])),
    ),
  );
  const gridOf = (slice: string) => {
    const units = new Map(
      counts.filter((count) => count.slice === slice).map(({ cohort, column, units: n }) => [`${cohort} ${column}`, Number(n)]),
    );
    const held = (cohort: number, column: number): number => units.get(`${cohort} ${column}`) ?? 0;
    const rows = cohorts.map((cohort) => ({
      cohort: frame.periods[cohort - 1]!.label,
      size: held(cohort, -1),
      cells: columns.map((_, column) =>
        known.has(`${cohort} ${column}`) ? share(held(cohort, column), held(cohort, -1)) : { ...NOTHING, immature: true },
      ),
    }));
    const average = columns.map((_, column) => {
      const over = cohorts.filter((cohort) => known.has(`${cohort} ${column}`));
      const sum = (of: number): number => over.reduce((total, cohort) => total + held(cohort, of), 0);
      return share(sum(column), sum(-1));
    });
    return { key: slice, rows, average };
  };
  return { kind: 'retention', columns: columns.map((column) => labelOf(column, question)), slices: slices.map(gridOf) };
}

const labelOf = ([first, last]: readonly [number, number], { returns }: RetentionQuestion): string =>
  returns === 'bracket' ? `${first}-${last}` : returns === 'on_or_after' ? `${first}+` : String(first);
