import type { Dataset, Size } from './data/dataset.ts';
import type { RunningProduct } from './machine/product-process.ts';

/** One row of the table: what was measured, in which unit, and what it should be. */
export interface Figure {
  readonly name: string;
  readonly unit: 'ms' | 's' | 'MB' | 'B' | 'per s';
  readonly median: number;
  readonly p95?: number;
  /** Against the raw engine in the same run: for times theirs over ours, for rates ours over theirs; 1 is as good as raw. */
  readonly ratio?: number;
  /** At most this many ms, s, MB or bytes at p95 (or the median, where there is no p95), or at least so many per second. */
  readonly aim?: number;
  readonly note?: string;
}

/** What a bench may use. Both are made when they are first asked for, and shared by the benches of a run. */
export interface BenchContext {
  readonly size: Size;
  /** How many events the bench of product analytics has. */
  readonly events: number;
  /** For how long the bench of sustained load sends. */
  readonly minutes: number;
  dataset(): Promise<Dataset>;
  /** The product on the data of this size. Read only, or write what is there already. */
  product(): Promise<RunningProduct>;
  /** Lets nothing run on the data of this size until another bench asks for the product: for work inside the bench's own process. */
  stopProduct(): Promise<void>;
}

/** Something that is measured. */
export interface Bench {
  readonly name: string;
  /** Takes long, or has data of its own that do: left out unless it is named. */
  readonly onlyByName?: boolean;
  readonly run: (context: BenchContext) => Promise<readonly Figure[]>;
}

/** How long does `work` take? Runs it `times` times after `warm` runs that do not count; `work` is told the number of its run. */
export const timesOf = async (work: (run: number) => Promise<unknown>, times = 20, warm = 2): Promise<readonly number[]> => {
  const taken: number[] = [];
  for (let run = -warm; run < times; run += 1) {
    const begun = performance.now();
    await work(run + warm);
    if (run >= 0) taken.push(performance.now() - begun);
  }
  return taken;
};

/** The value below which a share (0..1) of the values lies; the nearest rank, 0 without values. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? 0;
};

/** A figure of times in milliseconds. */
export const figureOf = (name: string, times: readonly number[], more: Partial<Figure> = {}): Figure => ({
  name,
  unit: 'ms',
  median: quantile(times, 0.5),
  p95: quantile(times, 0.95),
  ...more,
});

/** Does the figure keep its aim? True without one. */
export const isMet = ({ unit, median, p95, aim }: Figure): boolean =>
  aim === undefined || (unit === 'per s' ? median >= aim : (p95 ?? median) <= aim);
