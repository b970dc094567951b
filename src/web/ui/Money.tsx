import { formatMoney } from '#web/i18n/format.ts';
import { useReader } from '#web/i18n/reader.ts';
import { Missing } from './Missing.tsx';

export interface MoneyProps {
  /** Minor units: cents for USD, yen for JPY. */
  readonly amountMinor: number | bigint | null | undefined;
  /** ISO 4217. */
  readonly currency: string;
  readonly compact?: boolean;
  readonly signed?: boolean;
  /** Shows the cents of whole amounts too. */
  readonly exact?: boolean;
  readonly className?: string;
}

/** An amount of money in the reader's own way of writing; hovering a shortened one shows it whole. */
export const Money = ({ amountMinor, currency, className, ...how }: MoneyProps) => {
  const reader = useReader();
  if (amountMinor === null || amountMinor === undefined) return <Missing />;
  return (
    <span className={className} title={how.compact ? formatMoney(reader, amountMinor, { currency, exact: true }) : undefined}>
      {formatMoney(reader, amountMinor, { currency, ...how })}
    </span>
  );
};
