import type { EChartsCoreOption } from 'echarts/core';
import type { ChartTheme } from './chart-theme.ts';

/** What all our charts share: thin grid, no frame, a calm tooltip, quick motion or none, the page's type. */
export const quietOption = (option: EChartsCoreOption, theme: ChartTheme): EChartsCoreOption => ({
  color: [...theme.series],
  animation: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
  animationDuration: 160,
  animationDurationUpdate: 160,
  aria: { enabled: false },
  textStyle: { fontFamily: theme.font, fontSize: 12, color: theme.muted },
  ...option,
  tooltip: {
    trigger: 'axis',
    confine: true,
    backgroundColor: theme.surface,
    borderColor: theme.line,
    borderWidth: 1,
    padding: [6, 10],
    textStyle: { color: theme.text, fontSize: 12, fontFamily: theme.font },
    extraCssText: 'border-radius:6px;box-shadow:var(--shadow-float);font-variant-numeric:tabular-nums',
    axisPointer: { type: 'line', lineStyle: { color: theme.muted, width: 1, type: 'dashed' } },
    ...(option.tooltip as object | undefined),
  },
});

/** An axis of names or days: no ticks, one thin line. `inside`, its last name ends where the axis does. */
export const nameAxis = (theme: ChartTheme, names: readonly string[], inside = false): object => ({
  type: 'category',
  data: [...names],
  axisLine: { lineStyle: { color: theme.line } },
  axisTick: { show: false },
  axisLabel: {
    color: theme.muted,
    hideOverlap: true,
    fontSize: 12,
    ...(names.length <= 8 ? { interval: 0 } : {}),
    ...(inside ? { alignMaxLabel: 'right' } : {}),
  },
});

/** The names of what is drawn, above it beside their colours; those that find no room can be paged to. */
export const namesAbove = (theme: ChartTheme): object => ({
  ...{ type: 'scroll', top: 0, left: 0, itemWidth: 10, itemHeight: 10, icon: 'rect' },
  ...{
    textStyle: { color: theme.muted },
    pageIconColor: theme.muted,
    pageIconInactiveColor: theme.line,
    pageTextStyle: { color: theme.muted },
  },
});

/** Where an axis of values ends, and its steps up to there; nothing when any value may come. */
export const ending = (most: number | undefined): object => (most === undefined ? {} : { max: most, interval: most / 4 });

/** An axis of values: it starts at zero, and only its thin grid is drawn. */
export const valueAxis = (theme: ChartTheme, format: (value: number) => string): object => ({
  type: 'value',
  splitNumber: 4,
  axisLabel: { color: theme.muted, formatter: format, fontSize: 12 },
  splitLine: { lineStyle: { color: theme.line } },
});
