import clsx from 'clsx';
import { formatMoney, formatNumber, formatPercent } from '#web/i18n/format.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { uiText } from '#web/i18n/ui/text.ts';

export interface DeltaProps {
  /** The difference: a ratio for `percent` and `points`, minor units for `money`; null when it cannot be told. */
  readonly value: number | null;
  readonly unit?: 'percent' | 'points' | 'number' | 'money';
  readonly currency?: string;
  /** What it is compared with: "previous 28 days". */
  readonly against: string;
  readonly goodWhen?: 'up' | 'down' | 'neither';
}

/** A change against something named, with a sign, a direction and, where it is good or bad, a colour. */
export const Delta = ({ value, unit = 'percent', currency, against, goodWhen = 'up' }: DeltaProps) => {
  const reader = useReader();
  const t = useText(uiText);
  if (value === null) return <span className="text-12 text-faint">{t('noComparison', { against })}</span>;
  const good = value === 0 || goodWhen === 'neither' ? undefined : value > 0 === (goodWhen === 'up');
  const text =
    unit === 'money' && currency
      ? formatMoney(reader, value, { currency, signed: true, compact: true })
      : unit === 'percent'
        ? formatPercent(reader, value, { signed: true })
        : unit === 'points'
          ? t('points', { value: formatNumber(reader, value * 100, { signed: true, digits: 1 }) })
          : formatNumber(reader, value, { signed: true });
  return (
    <span className="inline-flex items-baseline gap-1 text-12 text-muted">
      <span
        className={clsx(
          'inline-flex items-center gap-1 font-medium whitespace-nowrap',
          good === true && 'text-good',
          good === false && 'text-bad',
        )}
      >
        <svg width="8" height="8" viewBox="0 0 8 8" fill="currentColor" aria-hidden>
          {value > 0 ? <path d="M4 1 8 7H0Z" /> : value < 0 ? <path d="M4 7 0 1h8Z" /> : <rect y="3" width="8" height="2" />}
        </svg>
        {text}
      </span>
      <span>{t('against', { against })}</span>
    </span>
  );
};
