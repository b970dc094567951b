import type { ReactNode } from 'react';
import { Sparkline } from '#web/charts/Sparkline.tsx';
import { Delta, type DeltaProps } from './Delta.tsx';
import { Link } from './Link.tsx';
import { Tooltip } from './Tooltip.tsx';

export interface KeyFigureProps {
  readonly label: string;
  /** A Money, Percent, NumberText or Duration. */
  readonly value: ReactNode;
  readonly delta?: DeltaProps;
  /** Its course, oldest first. */
  readonly points?: readonly (number | null)[];
  /** Its rows. */
  readonly to?: string;
  /** Definition, as-of and freshness, shown on hover. */
  readonly definition?: ReactNode;
  /** What the reader must know to trust it: "24 of 500 accounts", "small sample". */
  readonly note?: ReactNode;
}

/** One number with its name, its change and its course; a click opens the rows behind it. */
export const KeyFigure = ({ label, value, delta, points, to, definition, note }: KeyFigureProps) => {
  const name = <span className="text-12 font-medium text-muted">{label}</span>;
  return (
    <div className="flex min-w-0 flex-col gap-1">
      {definition ? (
        <Tooltip label={definition}>
          <button type="button" className="self-start rounded-sm border-b border-dotted border-line-strong text-left">
            {name}
          </button>
        </Tooltip>
      ) : (
        name
      )}
      <div className="flex items-center justify-between gap-3">
        {to ? (
          <Link to={to} className="text-20 font-semibold whitespace-nowrap hover:text-accent">
            {value}
          </Link>
        ) : (
          <span className="text-20 font-semibold whitespace-nowrap">{value}</span>
        )}
        {points && <Sparkline points={points} />}
      </div>
      {delta && <Delta {...delta} />}
      {note && <span className="text-12 text-muted">{note}</span>}
    </div>
  );
};
