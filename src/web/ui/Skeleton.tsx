import { useText } from '#web/i18n/i18n.ts';
import { uiText } from '#web/i18n/ui/text.ts';

export interface SkeletonProps {
  readonly shape: 'text' | 'table' | 'card' | 'chart' | 'record';
  readonly rows?: number;
}

/** The outline of what is on its way, in the shape it will have. */
export const Skeleton = ({ shape, rows = 8 }: SkeletonProps) => {
  const t = useText(uiText);
  return (
    <div role="status" aria-label={t('loading')} className="w-full">
      {shape === 'text' && <Lines count={rows} />}
      {shape === 'table' && <TableShape rows={rows} />}
      {shape === 'card' && <CardShape />}
      {shape === 'chart' && <ChartShape />}
      {shape === 'record' && (
        <div className="grid gap-6 p-4 tablet:grid-cols-[240px_1fr_280px]">
          <CardShape />
          <Lines count={rows} />
          <CardShape />
        </div>
      )}
    </div>
  );
};

const WIDTHS = ['62%', '84%', '46%', '73%', '58%', '91%'] as const;

const Lines = ({ count }: { readonly count: number }) => (
  <div className="flex flex-col gap-3">
    {Array.from({ length: count }, (_, at) => (
      <div key={`line-${at.toString()}`} className="skeleton h-3" style={{ width: WIDTHS[at % WIDTHS.length] }} />
    ))}
  </div>
);

const TableShape = ({ rows }: { readonly rows: number }) => (
  <div>
    {Array.from({ length: rows }, (_, at) => (
      <div key={`row-${at.toString()}`} className="flex h-9 items-center gap-6 border-b border-line px-4">
        <div className="skeleton size-4 shrink-0" />
        <div className="skeleton h-3 w-1/4" style={{ maxWidth: WIDTHS[at % WIDTHS.length] }} />
        <div className="skeleton h-3 w-1/6" />
        <div className="skeleton hidden h-3 w-1/6 phone:block" />
        <div className="skeleton ml-auto h-3 w-16" />
      </div>
    ))}
  </div>
);

const CardShape = () => (
  <div className="flex flex-col gap-3 rounded-md border border-line p-4">
    <div className="skeleton h-3 w-1/3" />
    <div className="skeleton h-6 w-1/2" />
    <div className="skeleton h-3 w-2/3" />
  </div>
);

const BARS = [35, 52, 44, 68, 60, 82, 74, 90, 66, 78, 58, 86] as const;

const ChartShape = () => (
  <div className="flex h-60 items-end gap-2 border-b border-line px-2">
    {BARS.map((height) => (
      <div key={height} className="skeleton flex-1" style={{ height: `${height}%` }} />
    ))}
  </div>
);
