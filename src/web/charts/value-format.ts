import { formatDuration, formatLength, formatMoney, formatNumber, formatPercent, type Reader } from '#web/i18n/format.ts';

/** What the numbers of a chart are: minor units for money, 0..1 for percent, milliseconds for durations, days and hours as such. */
export type ValueFormat =
  | { readonly kind: 'number'; readonly digits?: number }
  | { readonly kind: 'money'; readonly currency: string }
  | { readonly kind: 'percent' }
  | { readonly kind: 'duration' }
  | { readonly kind: 'day' | 'hour' };

/** A value as the reader writes it; short is for axes and labels. */
export const formatValue = (reader: Reader, value: number, format: ValueFormat, short = false): string => {
  switch (format.kind) {
    case 'money':
      return formatMoney(reader, value, { currency: format.currency, compact: short });
    case 'percent':
      return formatPercent(reader, value, short ? { digits: 0 } : {});
    case 'duration':
      return formatDuration(reader, value);
    case 'day':
    case 'hour':
      return formatLength(reader, value, format.kind, short);
    case 'number':
      return formatNumber(reader, value, { digits: format.digits, compact: short && Math.abs(value) >= 10_000 });
  }
};
