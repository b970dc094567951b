import { useMemo } from 'react';
import { formatNamed, type Reader } from '#web/i18n/format.ts';
import { useReader } from '#web/i18n/reader.ts';
import { Chart } from './Chart.tsx';
import { type ChartTheme, lighter } from './chart-theme.ts';
import { type ChartMark, markSeries, marksRoom } from './mark-series.ts';
import { ending, nameAxis, valueAxis } from './quiet-option.ts';
import { formatValue, type ValueFormat } from './value-format.ts';

export interface BarGroup {
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** Drawn beside the first group in its hue, lighter. */
  readonly comparison?: boolean;
}

export interface BarsProps {
  readonly label: string;
  /** What the bars stand for; the head of the table's first column. */
  readonly dimension: string;
  readonly names: readonly string[];
  readonly groups: readonly BarGroup[];
  readonly format: ValueFormat;
  /** Lying bars leave room for long names. */
  readonly lying?: boolean;
  readonly stacked?: boolean;
  readonly height?: number;
  /** The highest value that there can be, where the axis ends. */
  readonly most?: number;
  /** The bars are stretches of one scale: they touch. */
  readonly touching?: boolean;
  /** What happened when, by the place of its bar; for standing bars that follow each other in time. */
  readonly marks?: readonly ChartMark[];
  readonly onPick?: (group: string, name: number) => void;
}

/** Amounts side by side, from zero. */
export const Bars = (props: BarsProps) => {
  const { label, dimension, names, groups, format, lying = false, stacked = false, most, touching = false, marks, onPick } = props;
  const reader = useReader();
  const option = useMemo(
    () => (theme: ChartTheme) => barOption({ names, groups, format, lying, stacked, most, touching, marks }, reader, theme),
    [names, groups, format, lying, stacked, most, touching, marks, reader],
  );
  const text = (value: number | null | undefined) => (value === null || value === undefined ? '—' : formatValue(reader, value, format));
  return (
    <Chart
      ariaLabel={label}
      option={option}
      height={props.height ?? (lying ? Math.max(120, names.length * 28 + 32) : 240)}
      onPick={onPick}
      notes={(marks ?? []).flatMap(({ at, name }) => (names[at] === undefined ? [] : [formatNamed(reader, names[at], name)]))}
      table={{
        heads: [dimension, ...groups.map(({ name }) => name)],
        rows: names.map((name, at) => [name, ...groups.map(({ values }) => text(values[at]))]),
      }}
    />
  );
};

type Shown = Required<Pick<BarsProps, 'names' | 'groups' | 'format' | 'lying' | 'stacked' | 'touching'>> &
  Pick<BarsProps, 'most' | 'marks'>;

const barOption = ({ names, groups, format, lying, stacked, most, touching, marks = [] }: Shown, reader: Reader, theme: ChartTheme) => {
  const short = (value: number) => formatValue(reader, value, format, true);
  const along = { ...nameAxis(theme, names), ...(lying ? { inverse: true, axisLine: { show: false } } : {}) };
  const labelled = lying && groups.length === 1;
  const across = { ...valueAxis(theme, short), ...ending(most), ...(labelled ? { show: false } : {}) };
  return {
    grid: {
      left: 4,
      right: labelled ? (format.kind === 'duration' ? 96 : 64) : 12,
      top: (groups.length > 1 ? 32 : 12) + marksRoom(marks),
      bottom: 4,
      containLabel: true,
    },
    ...(groups.length > 1
      ? { legend: { top: 0, left: 0, itemWidth: 10, itemHeight: 10, icon: 'rect', textStyle: { color: theme.muted } } }
      : {}),
    xAxis: lying ? across : along,
    yAxis: lying ? along : across,
    tooltip: {
      axisPointer: { type: 'none' },
      valueFormatter: (value: unknown) => (typeof value === 'number' ? formatValue(reader, value, format) : '—'),
    },
    series: [
      ...groups.map(({ name, values, comparison }, at) => {
        const first = theme.series[0] ?? theme.text;
        return {
          type: 'bar',
          name,
          data: [...values],
          stack: stacked ? 'all' : undefined,
          ...(touching ? { barCategoryGap: '3%' } : { barMaxWidth: lying ? 18 : 36 }),
          itemStyle: { color: comparison ? lighter(first, theme) : theme.series[at % theme.series.length] },
          label: { show: labelled, position: 'right', color: theme.text, formatter: ({ value }: { value: number }) => short(value) },
        };
      }),
      ...markSeries(marks, theme),
    ],
  };
};
