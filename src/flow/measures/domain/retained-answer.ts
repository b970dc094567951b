import { addDays, addMonths } from '#kernel/calendar.ts';
import type { MeasurePlan } from '#kernel/measure.ts';
import type { Figure } from '../contracts.ts';
import { type Answer, answerOf, type EngineQuestion } from './answer.ts';
import { marked, mean, ratioOfSums, share } from './figure.ts';
import type { Span } from './frame.ts';

type Plan = Extract<MeasurePlan, { engine: 'revenue' }>;

/** Sums over the accounts that paid at the opening of a window (numbered from 1): x then, y at its close, k the smaller of the two. */
export interface RetainedSums {
  readonly slice: string;
  readonly w: number;
  readonly n: number;
  readonly lost: number;
  readonly x: number;
  readonly y: number;
  readonly k: number;
  readonly xx: number;
  readonly xy: number;
  readonly yy: number;
  readonly xk: number;
  readonly kk: number;
}

/** Is this a share of what was there at the opening? */
export function isRetained(read: Plan['read']): read is 'grr' | 'nrr' | 'logo_churn' {
  return read === 'grr' || read === 'nrr' || read === 'logo_churn';
}

/** Between which two closes of days is retention measured? Revenue over the twelve months that end with the span, customers over the span. */
export function retentionWindow(
  read: 'grr' | 'nrr' | 'logo_churn',
  span: Pick<Span, 'from' | 'to'>,
): { readonly opensAfter: string; readonly closesOn: string } {
  const from = read === 'logo_churn' ? span.from : addMonths(span.to, -12);
  return { opensAfter: addDays(from, -1), closesOn: addDays(span.to, -1) };
}

/**
 * GRR, NRR, customer churn or ARPA, with 95 % intervals: Wilson for customers, delta method for revenue, normal for a mean. `whole` are the
 * sums of all accounts, by slice or not.
 */
export function retainedAnswer(
  question: EngineQuestion<Plan>,
  sliced: readonly RetainedSums[],
  whole: readonly RetainedSums[],
): Omit<Answer, 'sql'> {
  const { read } = question.plan;
  const { spans } = question.frame;
  const found = new Map([...sliced, ...added(whole)].map((sums) => [`${sums.w} ${sums.slice}`, sums]));
  const figure = (slice: string, window: number): Figure => {
    const made = figureOf(read, found.get(`${window + 1} ${slice}`) ?? NOBODY);
    return isRetained(read) && window < spans.length ? marked(made, spans[window]!.complete) : made;
  };
  return answerOf(question, [...new Set(sliced.map((sums) => sums.slice))], figure);
}

function figureOf(read: Plan['read'], { n, lost, x, y, k, xx, xy, yy, xk, kk }: RetainedSums): Figure {
  if (read === 'arpa') return mean(n, x, xx);
  if (read === 'logo_churn') return share(lost, n);
  return read === 'nrr' ? ratioOfSums({ n, x, y, xx, xy, yy }) : ratioOfSums({ n, x, y: k, xx, xy: xk, yy: kk }, 1);
}

const NOBODY: RetainedSums = { slice: '*', w: 0, n: 0, lost: 0, x: 0, y: 0, k: 0, xx: 0, xy: 0, yy: 0, xk: 0, kk: 0 };
const LINES = ['n', 'lost', 'x', 'y', 'k', 'xx', 'xy', 'yy', 'xk', 'kk'] as const;

/** The sums of all slices together, by window, as slice '*'. */
function added(whole: readonly RetainedSums[]): readonly RetainedSums[] {
  return [...Map.groupBy(whole, (sums) => sums.w)].map(([w, held]) => ({
    ...NOBODY,
    w,
    ...Object.fromEntries(LINES.map((line) => [line, held.reduce((sum, sums) => sum + Number(sums[line] ?? 0), 0)])),
  }));
}
