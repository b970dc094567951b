import { formatNumber } from '#web/i18n/format.ts';
import { useReader } from '#web/i18n/reader.ts';
import { Missing } from './Missing.tsx';

export interface NumberTextProps {
  readonly value: number | null | undefined;
  readonly digits?: number;
  readonly compact?: boolean;
  readonly signed?: boolean;
  readonly className?: string;
}

/** A number in the reader's own way of writing. */
export const NumberText = ({ value, className, ...how }: NumberTextProps) => {
  const reader = useReader();
  if (value === null || value === undefined || Number.isNaN(value)) return <Missing />;
  return (
    <span className={className} title={how.compact ? formatNumber(reader, value) : undefined}>
      {formatNumber(reader, value, how)}
    </span>
  );
};
