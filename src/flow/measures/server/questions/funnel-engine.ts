import { MEASURE_SAYS } from '../../domain/measure-sayings.ts';
import { funnelSlices, funnelTrends, type PeriodCount } from '../../domain/questions/funnel/funnel-answer.ts';
import { ALL } from '../../domain/questions/slices.ts';
import type { Answer, AnswerPart, FunnelQuestion } from '../../question-contracts.ts';
import {
  type FunnelSliceCount,
  type FunnelTimes,
  funnelSteps,
  funnelTimes,
  funnelTrend,
  funnelUnits,
  stepsOfSlices,
} from '../../store/questions/funnel.ts';
import { type Asked, periodOfPart, type QuestionEngine, type Run, wrongPart } from './question-engine.ts';

/** Answers how far units get, when they entered, or how long they took; a part names a step from 0, with who reached it, dropped after it or is open, or a stretch of the time it took. */
export const funnelEngine: QuestionEngine<FunnelQuestion> = {
  answer: async (run, { question, scope, frame }) => {
    refuseOddSteps(question);
    const cut = { question, frame, byPeriod: question.view === 'trend' };
    const all = question.breakdown === null ? ALL : null;
    if (question.view === 'times')
      return { kind: 'funnel', slices: [], trend: null, times: await timesOf(run, { question, scope, frame }) };
    if (question.view === 'trend') {
      const rows = await run<PeriodCount>(funnelTrend(scope, cut));
      return { kind: 'funnel', slices: [], trend: [...funnelTrends(rows, frame, all)], times: null };
    }
    const rows = stepsOfSlices(await run<FunnelSliceCount>(funnelSteps(scope, cut)), question.steps.length);
    return { kind: 'funnel', slices: [...funnelSlices(rows, question, all)], trend: null, times: null };
  },
  units: ({ question, scope, frame }, { part, offset, limit }) => {
    refuseOddSteps(question);
    const period = periodOfPart(frame, part);
    const took = tookOf(question, part);
    const step = took ? took.to : (part.index ?? 0);
    const outcome = part.outcome ?? 'reached';
    if (step >= question.steps.length) throw wrongPart('index', MEASURE_SAYS.part_number_unknown({ count: question.steps.length }));
    if (outcome !== 'reached' && outcome !== 'dropped' && outcome !== 'open')
      throw wrongPart('outcome', MEASURE_SAYS.part_outcome_unknown({ outcomes: ['reached', 'dropped', 'open'], outcome }));
    return funnelUnits(
      scope,
      { question, frame, byPeriod: period !== null },
      { step, outcome, slice: part.slice, period, took, offset, limit },
    );
  },
};

/** The time to convert that a part names by its two ends in seconds; null where it names none. */
const tookOf = ({ view, steps, between }: FunnelQuestion, { from, to }: AnswerPart) => {
  if (view !== 'times' || from === null || to === null) return null;
  const [leastMs, belowMs] = [from, to].map((seconds) => Math.round(Number(seconds) * 1_000));
  if (!Number.isSafeInteger(leastMs) || !Number.isSafeInteger(belowMs)) throw wrongPart('from', MEASURE_SAYS.part_seconds_unknown());
  const [start, end] = between ?? [0, steps.length - 1];
  return { from: start, to: end, leastMs: leastMs ?? 0, belowMs: belowMs ?? 0 };
};

const timesOf = async (
  run: Run,
  { question, scope, frame }: Asked<FunnelQuestion>,
): Promise<Extract<Answer, { kind: 'funnel' }>['times']> => {
  const between = question.between ?? [0, question.steps.length - 1];
  const [times] = await run<FunnelTimes>(funnelTimes(scope, { question, frame, byPeriod: false }, between));
  if (times === undefined || Number(times.n) === 0) return { mean: null, n: 0, widthSeconds: 0, bins: [] };
  const [lowest, width] = [Number(times.lowest), Number(times.width)];
  return {
    mean: Number(times.mean),
    n: Number(times.n),
    widthSeconds: width,
    bins: times.bins.map((count, bin) => [lowest + bin * width, Number(count)]),
  };
};

const refuseOddSteps = ({ steps, exclusions, between, attribution }: FunnelQuestion): void => {
  const last = steps.length - 1;
  const odd = exclusions.find(({ from, to }) => from >= to || to > last);
  if (odd) throw wrongPart('exclusions', MEASURE_SAYS.exclusion_misplaced({ last }));
  if (between && (between[0] >= between[1] || between[1] > last)) throw wrongPart('between', MEASURE_SAYS.between_misplaced({ last }));
  const step = typeof attribution === 'object' ? ('step' in attribution ? attribution.step : attribution.eachStep) : 0;
  if (step > last) throw wrongPart('attribution', MEASURE_SAYS.attribution_misplaced({ last }));
};
