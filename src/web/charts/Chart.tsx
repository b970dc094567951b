import type { ECharts, EChartsCoreOption } from 'echarts/core';
import ChartLine from 'lucide-react/icons/chart-line';
import TableIcon from 'lucide-react/icons/table-2';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useText } from '#web/i18n/i18n.ts';
import { uiText } from '#web/i18n/ui/text.ts';
import { IconButton } from '#web/ui/IconButton.tsx';
import { Table } from '#web/ui/Table.tsx';
import { type ChartTheme, onThemeChange, readChartTheme } from './chart-theme.ts';
import { quietOption } from './quiet-option.ts';

/** The numbers of a chart as a table: heads, then rows whose first cell names them. */
export interface ChartTable {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly ReactNode[])[];
}

export interface ChartProps {
  /** Builds the chart in the colours of the page; called again when they change. Keep its identity while nothing changes. */
  readonly option: (theme: ChartTheme) => EChartsCoreOption;
  /** What the chart shows and finds; read aloud in its place. */
  readonly ariaLabel: string;
  readonly table: ChartTable;
  /** What happened in its time, each in words; read aloud, and shown beside the numbers. */
  readonly notes?: readonly string[];
  readonly height?: number;
  /** A mark was pressed: its series and its place along the axis. Pressed beside all marks, the series is ''. */
  readonly onPick?: (series: string, at: number) => void;
}

/** A chart and, one press away, its numbers. */
export const Chart = ({ option, ariaLabel, table, notes = [], height = 240, onPick }: ChartProps) => {
  const t = useText(uiText);
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className="group relative min-w-0">
      <IconButton
        size="small"
        label={t(asTable ? 'chart.showChart' : 'chart.showTable')}
        icon={asTable ? ChartLine : TableIcon}
        className="no-print absolute -top-1 right-0 z-1 opacity-0 group-hover:opacity-100 focus-visible:opacity-100"
        onClick={() => setAsTable(!asTable)}
      />
      {asTable ? (
        <div className="overflow-y-auto" style={{ maxHeight: Math.max(height, 240) }}>
          <ChartTableView caption={ariaLabel} table={table} />
        </div>
      ) : (
        <Canvas option={option} ariaLabel={ariaLabel} height={height} onPick={onPick} />
      )}
      {notes.length > 0 && (
        <ul aria-label={t('chart.happened')} className={asTable ? 'mt-2 text-12 text-muted' : 'sr-only'}>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </figure>
  );
};

const Canvas = ({ option, ariaLabel, height, onPick }: Omit<ChartProps, 'table' | 'notes'>) => {
  const place = useRef<HTMLDivElement>(null);
  const build = useRef(option);
  const pick = useRef(onPick);
  build.current = option;
  pick.current = onPick;
  const chart = useRef<ECharts>(undefined);
  const draw = useRef(() => {
    if (!place.current || !chart.current) return;
    const theme = readChartTheme(place.current);
    chart.current.setOption(quietOption(build.current(theme), theme), { notMerge: true });
  });
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    let gone = false;
    const resized = new ResizeObserver(() => {
      const { clientWidth, clientHeight } = element;
      // The observer also reports the first size; drawing anew would disturb the drawing that has just begun.
      if (chart.current && (chart.current.getWidth() !== clientWidth || chart.current.getHeight() !== clientHeight)) chart.current.resize();
    });
    void import('./engine.ts').then(({ init }) => {
      if (gone) return;
      chart.current = init(element, undefined, { renderer: 'svg' });
      const drawn = chart.current;
      drawn.on('click', ({ seriesName, dataIndex }) => pick.current?.(seriesName ?? '', dataIndex));
      // The points of a line are small: the ground above and below one counts as its period.
      drawn.getZr().on('click', ({ target, offsetX, offsetY }) => {
        const at = target ? null : placeAlong(drawn, [offsetX, offsetY]);
        if (at !== null) pick.current?.('', at);
      });
      resized.observe(element);
      draw.current();
    });
    const forget = onThemeChange(draw.current);
    return () => {
      gone = true;
      forget();
      resized.disconnect();
      chart.current?.dispose();
      chart.current = undefined;
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new option is what is drawn
  useEffect(() => draw.current(), [option]);
  return <div ref={place} role="img" aria-label={ariaLabel} style={{ height }} className={onPick ? 'cursor-pointer' : ''} />;
};

const placeAlong = (chart: ECharts, point: [number, number]): number | null => {
  const grid = [0, 1].find((gridIndex) => chart.containPixel({ gridIndex }, point));
  if (grid === undefined) return null;
  const [along] = chart.convertFromPixel({ gridIndex: grid }, point) as unknown as readonly number[];
  return along === undefined ? null : Math.round(along);
};

interface TableRow {
  readonly at: number;
  readonly cells: readonly ReactNode[];
}

const ChartTableView = ({ caption, table }: { readonly caption: string; readonly table: ChartTable }) => (
  <Table<TableRow>
    caption={caption}
    compact
    rows={table.rows.map((cells, at) => ({ at, cells }))}
    rowId={({ at }) => String(at)}
    columns={table.heads.map((head, at) => ({
      key: String(at),
      label: head,
      align: at === 0 ? 'start' : 'end',
      render: ({ cells }) => cells[at],
    }))}
  />
);
