import type { Figure } from '../../../contracts.ts';
import type { Answer, TrendQuestion } from '../../../question-contracts.ts';
import { marked, NOTHING } from '../../figure.ts';
import { ALL } from '../slices.ts';
import type { Formula } from './formula.ts';
import type { TrendFigure } from './trend-reference.ts';
import type { TrendWindows } from './trend-windows.ts';

type TrendSeries = Extract<Answer, { kind: 'trend' }>['series'][number];
type Point = TrendSeries['points'][number];

/** The figures of each series with the windows that they were counted in: those of the range, then those of the range before where it is compared. */
export interface TrendCounted {
  readonly rows: readonly (readonly TrendFigure[])[];
  readonly now: TrendWindows;
  readonly before: TrendWindows | null;
}

/** The name of a series in formulas: A, B, C … */
const letterOf = (index: number): string => String.fromCharCode(65 + index);

/** The lines of a trend: every series and slice, then every formula and slice, with totals and the range before. */
export function trendAnswer(
  question: TrendQuestion,
  counted: TrendCounted,
  formulas: readonly Extract<Formula, { ok: true }>['of'][],
): Extract<Answer, { kind: 'trend' }> {
  const { series, breakdown } = question;
  const lines = series.map((one, index) => {
    const isCounted = ['events', 'units', 'sum'].includes(one.count.of);
    const slices = slicesOf(counted.rows[index]!, breakdown !== null);
    return slices.map((key) =>
      lineOf(counted, figureOf(counted.rows[index]!, key, isCounted), {
        key,
        series: letterOf(index),
        label: one.label ?? one.events.join(', '),
      }),
    );
  });
  const keys = [...new Set(lines.flat().map(({ key }) => key))];
  const worked = question.formulas.flatMap(({ label }, index) =>
    keys.map((key) => {
      const parts = series.map((_, place) =>
        figureOf(counted.rows[place]!, key, ['events', 'units', 'sum'].includes(series[place]!.count.of)),
      );
      return lineOf(counted, (w) => formulas[index]!(parts.map((part) => part(w))), { key, series: `F${index + 1}`, label });
    }),
  );
  return { kind: 'trend', series: [...lines.flat(), ...worked] };
}

type Name = Pick<TrendSeries, 'key' | 'series' | 'label'>;

const lineOf = ({ now, before }: TrendCounted, figuredOut: (w: number) => number | null, name: Name): TrendSeries => {
  const figure = (w: number): Figure => {
    const value = figuredOut(w);
    return value === null ? NOTHING : { value };
  };
  const pointsOf = ({ periods }: TrendWindows, first: number): Point[] =>
    periods.map(({ label, complete }, index) => ({ ...marked(figure(first + index), complete), period: label }));
  const count = now.periods.length;
  return {
    ...name,
    points: pointsOf(now, 1),
    total: figure(count + 1),
    previous: before === null ? null : pointsOf(before, count + 2),
    previousTotal: before === null ? null : figure(count + 2 + before.periods.length),
  };
};

// Where nothing was counted there were none; an average of nothing is not known.
const figureOf = (rows: readonly TrendFigure[], key: string, isCounted: boolean): ((w: number) => number | null) => {
  const slice = key === ALL ? ALL : `=${key}`;
  const values = new Map(rows.filter((row) => row.slice === slice).map((row) => [Number(row.w), row.value]));
  return (w) => {
    const value = values.get(w) ?? null;
    return value === null ? (isCounted ? 0 : null) : Number(value);
  };
};

const slicesOf = (rows: readonly TrendFigure[], isDivided: boolean): readonly string[] =>
  isDivided ? [...new Set(rows.filter(({ slice }) => slice !== ALL).map(({ slice }) => keyOf(slice)))] : [ALL];

const keyOf = (slice: string): string => (slice === ALL ? ALL : slice.slice(1));
