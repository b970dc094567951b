import type { Answer, Durations, FunnelQuestion } from '../../../question-contracts.ts';
import { share } from '../../figure.ts';
import type { QuestionFrame } from '../question-frame.ts';
import type { StepCount } from './funnel-counts.ts';

/** How many of a slice entered in a period (from 1), went through, and how many of either had all their time. */
export interface PeriodCount {
  readonly slice: string;
  readonly period: number;
  readonly entered: number;
  readonly converted: number;
  readonly mature: number;
  readonly matureConverted: number;
}

type FunnelSlice = Extract<Answer, { kind: 'funnel' }>['slices'][number];
type FunnelTrend = NonNullable<Extract<Answer, { kind: 'funnel' }>['trend']>[number];

/**
 * The steps of a funnel, slice by slice, the largest first. Conversions are over entrants whose time is over, in both parts: who still has time is shown as open.
 */
export function funnelSlices(rows: readonly StepCount[], { steps }: FunnelQuestion, all: string | null): readonly FunnelSlice[] {
  const bySlice = Map.groupBy(rows, (row) => row.slice);
  if (all !== null && !bySlice.has(all)) bySlice.set(all, []);
  const size = (own: readonly StepCount[]): number => own.find((row) => Number(row.step) === 1)?.units ?? 0;
  return [...bySlice]
    .sort(([, a], [, b]) => size(b) - size(a))
    .map(([key, own]) => {
      const at = new Map(own.map((row) => [Number(row.step), row]));
      return {
        key,
        steps: steps.map((_, index) => {
          const row = at.get(index + 1);
          const mature = Number(row?.mature ?? 0);
          return {
            units: Number(row?.units ?? 0),
            open: Number(row?.open ?? 0),
            fromFirst: share(mature, Number(at.get(1)?.mature ?? 0)),
            fromPrevious: share(mature, Number(at.get(Math.max(1, index))?.mature ?? 0)),
            timeFromFirst: durations(row?.units ?? 0, row?.fromFirst),
            timeFromPrevious: durations(row?.units ?? 0, row?.fromPrevious),
          };
        }),
      };
    });
}

/** Entrants of each period, and who of them went through; a period without entrants has none. */
export function funnelTrends(rows: readonly PeriodCount[], frame: QuestionFrame, all: string | null): readonly FunnelTrend[] {
  const bySlice = Map.groupBy(rows, (row) => row.slice);
  if (all !== null && !bySlice.has(all)) bySlice.set(all, []);
  return [...bySlice].map(([key, own]) => {
    const at = new Map(own.map((row) => [Number(row.period), row]));
    return {
      key,
      points: frame.periods.map(({ label }, index) => {
        const row = at.get(index + 1);
        const rate = share(Number(row?.matureConverted ?? 0), Number(row?.mature ?? 0));
        const isOpen = row !== undefined && Number(row.mature) < Number(row.entered);
        return {
          period: label,
          entered: Number(row?.entered ?? 0),
          converted: Number(row?.converted ?? 0),
          rate: isOpen ? { ...rate, immature: true } : rate,
        };
      }),
    };
  });
}

const durations = (units: number, spread: readonly number[] = []): Durations => {
  const [mean = null, lower = null, median = null, upper = null] = spread.map(Number);
  return { n: Number(units), mean, lower, median, upper };
};
