import { formatDuration, formatMoney, formatNumber, formatPercent, type Reader } from '#web/i18n/format.ts';

/** What the numbers of a chart are: minor units for money, 0..1 for percent, milliseconds for durations. */
export type ValueFormat =
  | { readonly kind: 'number'; readonly digits?: number }
  | { readonly kind: 'money'; readonly currency: string }
  | { readonly kind: 'percent' }
  | { readonly kind: 'duration' };

/** A value as the reader writes it; short is for axes and labels. */
export const formatValue = (reader: Reader, value: number, format: ValueFormat, short = false): string => {
  switch (format.kind) {
    case 'money':
      return formatMoney(reader, value, { currency: format.currency, compact: short });
    case 'percent':
      return formatPercent(reader, value, short ? { digits: 0 } : {});
    case 'duration':
      return formatDuration(reader, value);
    case 'number':
      return formatNumber(reader, value, { digits: format.digits, compact: short && Math.abs(value) >= 10_000 });
  }
};
