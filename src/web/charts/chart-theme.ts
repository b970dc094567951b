/** The colours and type of a chart, as the page around it has them now. */
export interface ChartTheme {
  /** Eight colours in their order; the first is the accent. */
  readonly series: readonly string[];
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  readonly surface: string;
  readonly unknown: string;
  readonly good: string;
  readonly bad: string;
  readonly font: string;
}

/** Reads the tokens where an element stands: light or dark, also in a part of the page with a theme of its own. */
export const readChartTheme = (element: Element): ChartTheme => {
  const probe = document.createElement('span');
  probe.hidden = true;
  element.append(probe);
  const colour = (token: string): string => {
    probe.style.color = `var(--color-${token})`;
    return getComputedStyle(probe).color;
  };
  const theme = {
    series: Array.from({ length: 8 }, (_, at) => colour(`chart-${at + 1}`)),
    text: colour('text'),
    muted: colour('muted'),
    line: colour('line'),
    surface: colour('surface'),
    unknown: colour('unknown'),
    good: colour('good'),
    bad: colour('bad'),
    font: getComputedStyle(element).fontFamily,
  };
  probe.remove();
  return theme;
};

/** Calls back when the look of the page changes: its theme attribute or the system's setting. */
export const onThemeChange = (listener: () => void): (() => void) => {
  const media = window.matchMedia('(prefers-color-scheme: dark)');
  const watcher = new MutationObserver(listener);
  watcher.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  media.addEventListener('change', listener);
  return () => {
    watcher.disconnect();
    media.removeEventListener('change', listener);
  };
};

/** The same hue, lighter: for what a series is compared with. */
export const lighter = (colour: string, theme: ChartTheme): string => mix(colour, theme.surface, 0.5);

const mix = (one: string, other: string, share: number): string => {
  const [a, b] = [channels(one), channels(other)];
  return `rgb(${a.map((value, at) => Math.round(value * share + (b[at] ?? 0) * (1 - share))).join(', ')})`;
};

const channels = (colour: string): readonly number[] => (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
