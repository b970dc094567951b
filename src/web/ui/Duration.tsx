import { formatDuration } from '#web/i18n/format.ts';
import { useReader } from '#web/i18n/reader.ts';
import { Missing } from './Missing.tsx';

export interface DurationProps {
  readonly lengthMs: number | null | undefined;
  readonly className?: string;
}

/** A length of time in its largest units: "3 days 4 hr". */
export const Duration = ({ lengthMs, className }: DurationProps) => {
  const reader = useReader();
  if (lengthMs === null || lengthMs === undefined || Number.isNaN(lengthMs)) return <Missing />;
  return <span className={className}>{formatDuration(reader, lengthMs)}</span>;
};
