import { useMemo } from 'react';
import type { Reader } from '#web/i18n/format.ts';
import { type Text, useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { uiText } from '#web/i18n/ui/text.ts';
import { Chart } from './Chart.tsx';
import type { ChartTheme } from './chart-theme.ts';
import { type Grain, periodName } from './period-name.ts';
import { nameAxis, valueAxis } from './quiet-option.ts';
import { formatValue, type ValueFormat } from './value-format.ts';

/** How recurring revenue moved in one period, in minor units; losses may carry either sign. */
export interface Movement {
  /** 'YYYY-MM-DD', the first day of the period. */
  readonly period: string;
  readonly newMinor: number;
  readonly expansionMinor: number;
  readonly reactivationMinor: number;
  readonly contractionMinor: number;
  readonly churnMinor: number;
  readonly closingMinor: number;
}

export interface StackedMovementsProps {
  readonly label: string;
  readonly movements: readonly Movement[];
  readonly currency: string;
  readonly grain?: Grain;
  readonly height?: number;
  /** Pressed beside all bars, or on the closing revenue, the movement is null. */
  readonly onPick?: (movement: MovementKind | null, period: number) => void;
}

const KINDS = ['new', 'expansion', 'reactivation', 'contraction', 'churn'] as const;
export type MovementKind = (typeof KINDS)[number];

/** What came in above the line, what was lost below it, and above both the revenue with which each period closed, on a scale of its own. */
export const StackedMovements = ({ label, movements, currency, grain = 'month', height = 340, onPick }: StackedMovementsProps) => {
  const reader = useReader();
  const t = useText(uiText);
  const format = useMemo<ValueFormat>(() => ({ kind: 'money', currency }), [currency]);
  const option = useMemo(
    () => (theme: ChartTheme) => movementOption({ movements, grain, format, reader, t }, theme),
    [movements, grain, format, reader, t],
  );
  const money = (value: number) => formatValue(reader, value, format);
  return (
    <Chart
      ariaLabel={label}
      option={option}
      height={height}
      onPick={onPick && ((series, at) => onPick(KINDS.find((kind) => t(`movement.${kind}`) === series) ?? null, at))}
      table={{
        heads: [t('chart.period'), ...KINDS.map((kind) => t(`movement.${kind}`)), t('movement.closing')],
        rows: movements.map((movement) => [
          periodName(reader, movement.period, grain),
          ...KINDS.map((kind) => money(signed(movement, kind))),
          money(movement.closingMinor),
        ]),
      }}
    />
  );
};

interface Shown {
  readonly movements: readonly Movement[];
  readonly grain: Grain;
  readonly format: ValueFormat;
  readonly reader: Reader;
  readonly t: Text<(typeof uiText)['en']>;
}

const signed = (movement: Movement, kind: MovementKind): number =>
  kind === 'contraction' || kind === 'churn' ? -Math.abs(movement[`${kind}Minor`]) : movement[`${kind}Minor`];

const movementOption = ({ movements, grain, format, reader, t }: Shown, theme: ChartTheme) => {
  const months = movements.map(({ period }) => periodName(reader, period, grain));
  const short = (value: number) => formatValue(reader, value, format, true);
  const colours: Readonly<Record<MovementKind, string | undefined>> = {
    new: theme.series[0],
    expansion: theme.series[5],
    reactivation: theme.series[2],
    contraction: theme.series[1],
    churn: theme.series[3],
  };
  return {
    grid: [
      { left: 56, right: 12, top: 12, height: '24%' },
      { left: 56, right: 12, top: '45%', bottom: 24 },
    ],
    legend: {
      top: '31%',
      left: 52,
      itemWidth: 10,
      itemHeight: 10,
      icon: 'rect',
      data: KINDS.map((kind) => t(`movement.${kind}`)),
      textStyle: { color: theme.muted },
    },
    xAxis: [
      { ...nameAxis(theme, months), gridIndex: 0, axisLabel: { show: false } },
      {
        ...nameAxis(theme, months),
        gridIndex: 1,
        axisLine: { onZero: true, lineStyle: { color: theme.muted } },
        axisLabel: { color: theme.muted, hideOverlap: true, interval: 'auto' },
        position: 'bottom',
      },
    ],
    yAxis: [
      { ...valueAxis(theme, short), gridIndex: 0, splitNumber: 2, scale: false },
      { ...valueAxis(theme, short), gridIndex: 1 },
    ],
    axisPointer: { link: [{ xAxisIndex: 'all' }] },
    tooltip: { valueFormatter: (value: unknown) => (typeof value === 'number' ? formatValue(reader, value, format) : '—') },
    series: [
      {
        type: 'line',
        name: t('movement.closing'),
        data: movements.map(({ closingMinor }) => closingMinor),
        xAxisIndex: 0,
        yAxisIndex: 0,
        symbol: 'none',
        itemStyle: { color: theme.text },
        lineStyle: { color: theme.text, width: 2 },
        markLine: { silent: true, symbol: 'none', data: [], animation: false },
      },
      ...KINDS.map((kind) => ({
        type: 'bar',
        name: t(`movement.${kind}`),
        data: movements.map((movement) => signed(movement, kind)),
        xAxisIndex: 1,
        yAxisIndex: 1,
        stack: 'movement',
        barMaxWidth: 28,
        itemStyle: { color: colours[kind] },
      })),
    ],
  };
};
