import { formatNamed, type Reader } from '#web/i18n/format.ts';
import type { ChartTheme } from './chart-theme.ts';
import { type Grain, periodName } from './period-name.ts';

/** Something that happened in a period. */
export interface ChartMark {
  /** The place of the period. */
  readonly at: number;
  readonly name: string;
  /** Drawn without its name, which would hide others; it is still read aloud. */
  readonly nameless?: boolean;
}

/** The room that the names of marks take above a chart, in pixels. */
export const marksRoom = (marks: readonly ChartMark[]): number => (marks.length > 1 ? 32 : marks.length > 0 ? 16 : 0);

/** Marks as lines across a chart: a series of its own without values, so that a press on a mark is no press on what is drawn. */
export const markSeries = (marks: readonly ChartMark[], theme: ChartTheme): object[] => {
  if (marks.length === 0) return [];
  return [
    {
      type: 'line',
      data: [],
      markLine: {
        silent: true,
        symbol: 'none',
        animation: false,
        lineStyle: { color: theme.muted, width: 1, type: 'dotted' },
        label: { formatter: '{b}', color: theme.muted, fontSize: 11, position: 'end', distance: 4, width: 110, overflow: 'truncate' },
        // In two rows, so that neighbours do not hide each other.
        data: marks.map(({ at, name, nameless }, index) => ({
          xAxis: at,
          name: nameless ? '' : name,
          label: { distance: index % 2 === 0 ? 4 : 18 },
        })),
      },
    },
  ];
};

/** Marks in words, for who does not see them: "4 May: 2.0". Those outside of the periods are left out. */
export const markNotes = (
  marks: readonly ChartMark[],
  { periods, grain, reader }: { readonly periods: readonly string[]; readonly grain: Grain; readonly reader: Reader },
): readonly string[] =>
  marks.flatMap(({ at, name }) => {
    const period = periods[at];
    return period === undefined ? [] : [formatNamed(reader, periodName(reader, period, grain), name)];
  });
