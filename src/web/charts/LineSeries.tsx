import { useMemo } from 'react';
import type { Reader } from '#web/i18n/format.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { uiText } from '#web/i18n/ui/text.ts';
import { Chart, type ChartTable } from './Chart.tsx';
import { type ChartTheme, lighter } from './chart-theme.ts';
import { type ChartMark, markNotes, markSeries, marksRoom } from './mark-series.ts';
import { type Grain, periodName } from './period-name.ts';
import { ending, nameAxis, namesAbove, valueAxis } from './quiet-option.ts';
import { formatValue, type ValueFormat } from './value-format.ts';

export interface Line {
  readonly name: string;
  /** One a period; null is a gap. */
  readonly values: readonly (number | null)[];
  /** Compared with the line of this place: the same hue, lighter and dashed. */
  readonly comparesWith?: number;
  /** A 95 % interval, one a period. */
  readonly interval?: readonly (readonly [number, number] | null)[];
}

export interface LineSeriesProps {
  readonly label: string;
  /** Calendar dates 'YYYY-MM-DD': the first day of each period. */
  readonly periods: readonly string[];
  readonly grain?: Grain;
  readonly lines: readonly Line[];
  readonly format: ValueFormat;
  /** The last periods that are not over yet; drawn dashed. */
  readonly unfinished?: number;
  readonly height?: number;
  /** The highest value that there can be, where the axis ends. */
  readonly most?: number;
  /** Areas on top of each other: for parts of a whole. */
  readonly stacked?: boolean;
  /** What happened when, by the place of its period: drawn as a named line across. */
  readonly marks?: readonly ChartMark[];
  /** A point was pressed; pressed beside all lines, the line is ''. */
  readonly onPick?: (line: string, period: number) => void;
}

/** Values over time, each line named at its end. */
export const LineSeries = (props: LineSeriesProps) => {
  const { label, periods, grain = 'day', lines, format, height, most, stacked = false, marks, onPick } = props;
  // What lies on top of a line that is still under way would be dashed with it.
  const unfinished = stacked ? 0 : (props.unfinished ?? 0);
  const reader = useReader();
  const t = useText(uiText);
  const option = useMemo(() => {
    const shown = { periods, grain, lines, format, unfinished, most, stacked, marks, reader };
    return (theme: ChartTheme) => lineOption(shown, theme);
  }, [periods, grain, lines, format, unfinished, most, stacked, marks, reader]);
  return (
    <Chart
      ariaLabel={label}
      option={option}
      height={height}
      onPick={onPick}
      table={tableOf(props, reader, t('chart.period'))}
      notes={markNotes(marks ?? [], { periods, grain, reader })}
    />
  );
};

type Shown = Required<Pick<LineSeriesProps, 'periods' | 'grain' | 'lines' | 'format' | 'unfinished' | 'stacked'>> &
  Pick<LineSeriesProps, 'most' | 'marks'> & { readonly reader: Reader };

const lineOption = ({ periods, grain, lines, format, unfinished, most, stacked, marks = [], reader }: Shown, theme: ChartTheme) => {
  // Names at ends that lie apart would stand in each other's lines: then they stand above, beside their colours.
  const apart = new Set(lines.map(({ values }) => values.findLastIndex((value) => value !== null))).size > 1;
  const named = lines.length > 1 && !apart;
  const longest = Math.max(...lines.map(({ name }) => widthOf(name)), 0);
  return {
    grid: {
      left: 4,
      right: named ? Math.min(140, longest + 12) : 12,
      top: (apart ? 32 : 12) + marksRoom(marks),
      bottom: 4,
      containLabel: true,
    },
    ...(apart ? { legend: namesAbove(theme) } : {}),
    xAxis: {
      ...nameAxis(
        theme,
        periods.map((period) => periodName(reader, period, grain)),
        // Beside its end begin the names of the lines.
        named,
      ),
      boundaryGap: false,
    },
    yAxis: { ...valueAxis(theme, (value) => formatValue(reader, value, format, true)), ...ending(most ?? wholeShare(lines, format)) },
    tooltip: { valueFormatter: (value: unknown) => (typeof value === 'number' ? formatValue(reader, value, format) : '—') },
    series: [...lines.flatMap((line, at) => seriesOf(line, at, { named, unfinished, stacked, theme })), ...markSeries(marks, theme)],
  };
};

// Shares that come near to all of it, or are all none, end at 100 %: an axis of its own steps would go on to 120 %.
const wholeShare = (lines: readonly Line[], { kind }: ValueFormat): number | undefined => {
  const greatest = Math.max(...lines.flatMap(({ values }) => values.map((value) => value ?? 0)), 0);
  return kind === 'percent' && greatest <= 1 && (greatest === 0 || greatest > 0.8) ? 1 : undefined;
};

// In pixels, about: letters of Chinese and its neighbours are as wide as they are high.
const widthOf = (name: string): number => [...name].reduce((sum, letter) => sum + (letter >= '\u2e80' ? 12.4 : 6.4), 0);

interface LineLook {
  readonly named: boolean;
  readonly unfinished: number;
  readonly stacked: boolean;
  readonly theme: ChartTheme;
}

const seriesOf = (line: Line, at: number, { named, unfinished, stacked, theme }: LineLook): object[] => {
  const own = theme.series[(line.comparesWith ?? at) % theme.series.length] ?? theme.text;
  const colour = line.comparesWith === undefined ? own : lighter(own, theme);
  const open = line.values.length - unfinished;
  const look = {
    type: 'line',
    name: line.name,
    symbol: 'circle',
    symbolSize: 5,
    showSymbol: line.values.length < 3,
    itemStyle: { color: colour },
    lineStyle: { color: colour, width: 2, type: line.comparesWith === undefined ? 'solid' : 'dashed' },
  };
  const name = {
    // Lines that end close together keep their names apart, or lose them where there is no room.
    labelLayout: { moveOverlap: 'shiftY', hideOverlap: true },
    endLabel: {
      show: named,
      formatter: '{a}',
      color: line.comparesWith === undefined ? theme.text : theme.muted,
      distance: 6,
      fontSize: 12,
      // The room that a name needs, so that names that move apart do not touch.
      lineHeight: 16,
    },
  };
  if (stacked)
    return [{ ...look, ...name, symbol: 'none', stack: 'all', areaStyle: { color: colour, opacity: 0.28 }, data: [...line.values] }];
  if (unfinished === 0) return [...band(line, colour), { ...look, ...name, data: [...line.values] }];
  const solid = { ...look, data: line.values.map((value, index) => (index < open ? value : null)) };
  // What is still under way continues the line, dashed, from its last finished point.
  const tail = {
    ...look,
    data: line.values.map((value, index) => (index >= open - 1 ? value : null)),
    lineStyle: { ...look.lineStyle, type: 'dashed' },
    tooltip: { show: false },
  };
  return [...band(line, colour), solid, tail, { ...look, ...name, ...nameOnly(line.values, open) }];
};

// A period that has just begun lies near zero on every line. So names stand as high as the last finished period, on a line that is not drawn.
const nameOnly = (values: readonly (number | null)[], open: number): object => {
  const level = values[open - 1] ?? values.at(-1) ?? null;
  return {
    data: values.map((_, index) => (index >= open - 1 ? level : null)),
    symbol: 'none',
    silent: true,
    // Its name would start its motion at the first point, where this line has none.
    animation: false,
    lineStyle: { opacity: 0 },
    tooltip: { show: false },
  };
};

const band = (line: Line, colour: string): object[] => {
  if (!line.interval) return [];
  const shared = {
    type: 'line',
    stack: `interval ${line.name}`,
    symbol: 'none',
    silent: true,
    lineStyle: { opacity: 0 },
    tooltip: { show: false },
  };
  return [
    { ...shared, data: line.interval.map((ends) => ends?.[0] ?? null) },
    { ...shared, data: line.interval.map((ends) => (ends ? ends[1] - ends[0] : null)), areaStyle: { color: colour, opacity: 0.14 } },
  ];
};

const tableOf = ({ periods, grain = 'day', lines, format }: LineSeriesProps, reader: Reader, period: string): ChartTable => ({
  heads: [period, ...lines.map((line) => line.name)],
  rows: periods.map((day, at) => [
    periodName(reader, day, grain),
    ...lines.map(({ values }) => {
      const value = values[at];
      return value === null || value === undefined ? '—' : formatValue(reader, value, format);
    }),
  ]),
});
