import { AppError } from '#kernel/app-error.ts';
import { MEASURE_SAYS } from '../../domain/measure-sayings.ts';
import { type Formula, formulaOf } from '../../domain/questions/trend/formula.ts';
import { trendAnswer } from '../../domain/questions/trend/trend-answer.ts';
import type { TrendFigure } from '../../domain/questions/trend/trend-reference.ts';
import { earlierFrame, trendWindows } from '../../domain/questions/trend/trend-windows.ts';
import type { TrendQuestion } from '../../question-contracts.ts';
import { trendCounts, trendCountsTogether, trendUnits } from '../../store/questions/trend.ts';
import type { TrendCut } from '../../store/questions/trend-cut.ts';
import type { FactScope } from '../../store/questions/unit-facts.ts';
import { type Asked, periodOfPart, type QuestionEngine, type Run, wrongPart } from './question-engine.ts';

/** Answers how many facts or units, or what values come to, over time; a part names the series by its index, with a period and a slice. */
export const trendEngine: QuestionEngine<TrendQuestion> = {
  answer: async (run, asked) => {
    const { question, scope } = asked;
    const formulas = question.formulas.map(({ formula }, index) => readFormula(formula, { index, series: question.series.length }));
    const { now, before, windows } = windowsOf(asked);
    const cuts = question.series.map((_, index) => cutOf(asked, index, windows));
    return trendAnswer(question, { rows: await rowsOfSeries(run, scope, cuts), now, before }, formulas);
  },
  units: (asked, { part, offset, limit }) => {
    const { question, scope, frame } = asked;
    const index = part.index ?? 0;
    if (index >= question.series.length) throw wrongPart('index', MEASURE_SAYS.part_number_unknown({ count: question.series.length }));
    const period = periodOfPart(frame, part);
    const { now, windows } = windowsOf(asked);
    const window = period === null ? now.whole : now.periods[period]?.window;
    if (window === undefined) throw wrongPart('period', MEASURE_SAYS.part_period_ahead({ period: part.period ?? '' }));
    return trendUnits(scope, cutOf(asked, index, windows), { window, slice: part.slice, offset, limit });
  },
};

const rowsOfSeries = async (run: Run, scope: FactScope, cuts: readonly TrendCut[]): Promise<readonly (readonly TrendFigure[])[]> => {
  const together = trendCountsTogether(scope, cuts);
  if (together === null) return Promise.all(cuts.map((cut) => run<TrendFigure>(trendCounts(scope, cut))));
  const rows = Map.groupBy(await run<TrendFigure & { readonly series: number }>(together), ({ series }) => Number(series));
  return cuts.map((_, series) => rows.get(series) ?? []);
};

// The windows of the range, and where it is compared those of the range before: one statement counts them all.
const windowsOf = ({ question, frame }: Asked<TrendQuestion>) => {
  const now = trendWindows(question, frame);
  const before = question.compare === 'none' ? null : trendWindows(question, earlierFrame(question, frame));
  const windows = [now, before].flatMap((part) => (part === null ? [] : [...part.periods.map(({ window }) => window), part.whole]));
  return { now, before, windows };
};

const cutOf = ({ question, frame }: Asked<TrendQuestion>, index: number, windows: TrendCut['windows']): TrendCut => {
  const { count, label: _, ...match } = question.series[index]!;
  return { match, count, breakdown: question.breakdown, frame, windows };
};

const readFormula = (
  text: string,
  { index, series }: { readonly index: number; readonly series: number },
): Extract<Formula, { ok: true }>['of'] => {
  const formula = formulaOf(text, series);
  if (formula.ok) return formula.of;
  const said = MEASURE_SAYS.formula_unreadable({ formula: text, place: formula.at });
  throw new AppError('invalid', said, { fields: [{ field: `question.formulas.${index}`, code: 'unreadable', said }] });
};
