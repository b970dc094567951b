import { formatPercent } from '#web/i18n/format.ts';
import { useReader } from '#web/i18n/reader.ts';
import { Missing } from './Missing.tsx';

export interface PercentProps {
  /** 0..1; null when the denominator is 0. */
  readonly ratio: number | null | undefined;
  readonly digits?: number;
  readonly signed?: boolean;
  readonly className?: string;
}

/** A ratio as a percentage; an empty denominator is "not known", never 0 %. */
export const Percent = ({ ratio, className, ...how }: PercentProps) => {
  const reader = useReader();
  if (ratio === null || ratio === undefined || Number.isNaN(ratio)) return <Missing />;
  return <span className={className}>{formatPercent(reader, ratio, how)}</span>;
};
