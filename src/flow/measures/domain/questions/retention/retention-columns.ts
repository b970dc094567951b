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

/** Was the last period of a column over for all of a cohort, as of then? For `on or after` the first one that counts. Bounds are worked out once for all cells. */
function knownCells(
  question: RetentionQuestion,
  frame: QuestionFrame,
): (cell: { readonly cohort: number; readonly column: number }) => boolean {
  const places = columnsOf(question, frame).map(([first, last]) => (question.returns === 'on_or_after' ? first : last));
  if (question.period === 'rolling') {
    const stretch = stretchOf(frame.interval);
    return ({ cohort, column }) => frame.periods[cohort - 1]!.end + (places[column]! + 1) * stretch <= frame.asOf;
  }
  const bounds = boundsOf(frame, frame.periods.length + Math.max(0, ...places));
  return ({ cohort, column }) => bounds[cohort + places[column]!]! <= frame.asOf;
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
  const isKnown = knownCells(question, frame);
  const known = cohorts.map((cohort) => columns.map((_, column) => isKnown({ cohort, column })));
  const gridOf = (slice: string) => {
    // By cohort, and by column from -1 on.
    const units = cohorts.map(() => Array.from({ length: columns.length + 1 }, () => 0));
    for (const one of counts) {
      const row = one.slice === slice ? units[one.cohort - 1] : undefined;
      if (row !== undefined && one.column < columns.length) row[one.column + 1] = Number(one.units);
    }
    const rows = cohorts.map((cohort, index) => {
      const [size, ...back] = units[index]!;
      const cells = back.map((one, column) => (known[index]![column] ? share(one, size!) : { ...NOTHING, immature: true }));
      return { cohort: frame.periods[cohort - 1]!.label, size: size!, cells };
    });
    const average = columns.map((_, column) => {
      const over = units.filter((_, index) => known[index]![column]);
      const sum = (of: number): number => over.reduce((total, row) => total + row[of]!, 0);
      return share(sum(column + 1), sum(0));
    });
    return { key: slice, rows, average };
  };
  return { kind: 'retention', columns: columns.map((column) => labelOf(column, question)), slices: slices.map(gridOf) };
}

const labelOf = ([first, last]: readonly [number, number], { returns }: RetentionQuestion): string =>
  returns === 'bracket' ? `${first}-${last}` : returns === 'on_or_after' ? `${first}+` : String(first);
