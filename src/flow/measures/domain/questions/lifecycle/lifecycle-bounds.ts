import { nextPeriod, startOfDate } from '#kernel/calendar.ts';
import type { QuestionFrame } from '../question-frame.ts';

/** Where the period before the first begins, and the whole periods: `whole[p - 1]` to `whole[p]` is period p. All UTC ms. */
export interface LifecycleBounds {
  readonly before: number;
  readonly whole: readonly number[];
}

/** Which whole periods does a lifecycle compare? The range may cut the first and the last of them. */
export function lifecycleBounds({ periods, interval, start, zone }: QuestionFrame): LifecycleBounds {
  if (periods.length === 0) return { before: start, whole: [start] };
  if (interval === 'hour') {
    const hour = 3_600_000;
    return { before: start - hour, whole: [...periods.map((period) => period.start), start + periods.length * hour] };
  }
  const labels = [...periods.map(({ label }) => label), nextPeriod(periods.at(-1)!.label, interval)];
  const whole = labels.map((label) => startOfDate(label, zone));
  return { before: startOfDate(nextPeriod(labels[0]!, interval, -1), zone), whole };
}
