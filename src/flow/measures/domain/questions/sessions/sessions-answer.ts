import type { Answer, Durations, SessionsQuestion } from '../../../question-contracts.ts';
import type { QuestionFrame } from '../question-frame.ts';
import { slicesInOrder } from '../slices-in-order.ts';
import type { ModuleTime, SessionCount } from './sessions-reference.ts';

/** The sessions that began in each period, and the time per module where the question names one (null), the longest first. */
export function sessionsAnswer(
  { counts, modules }: { readonly counts: readonly SessionCount[]; readonly modules: readonly ModuleTime[] | null },
  question: SessionsQuestion,
  { periods }: QuestionFrame,
): Answer {
  const slices = slicesInOrder(counts, question, ({ sessions }) => sessions).map(([key, own]) => ({
    key,
    points: periods.map(({ label }, index) => {
      const {
        sessions = 0,
        units = 0,
        facts = 0,
        seconds = [],
        longer = 0,
        secondsOfLonger = [],
      } = own.find(({ period }) => period === index + 1) ?? {};
      return { period: label, sessions, units, facts, seconds: durations(sessions, seconds), longer: durations(longer, secondsOfLonger) };
    }),
  }));
  const longest = modules?.toSorted((a, b) => b.seconds - a.seconds || (a.module < b.module ? -1 : 1)) ?? null;
  return { kind: 'sessions', slices, modules: longest };
}

const durations = (n: number, [mean, lower, median, upper]: readonly number[]): Durations => ({
  n,
  mean: mean ?? null,
  lower: lower ?? null,
  median: median ?? null,
  upper: upper ?? null,
});
