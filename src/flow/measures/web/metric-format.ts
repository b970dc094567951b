import type { MeasureUnit } from '#kernel/measure.ts';
import { formatValue, type ValueFormat } from '#web/charts/value-format.ts';
import type { Reader } from '#web/i18n/format.ts';
import type { Figure, MetricResult } from '../contracts.ts';

/** How are the figures of a metric written? */
export const formatOf = ({ unit, currency }: Pick<MetricResult, 'unit' | 'currency'>): ValueFormat => unitFormat(unit, currency ?? 'USD');

/** How is a number of this unit written? */
export const unitFormat = (unit: MeasureUnit, currency: string): ValueFormat => {
  switch (unit) {
    case 'money':
      return { kind: 'money', currency };
    case 'ratio':
      return { kind: 'percent' };
    case 'days':
      return { kind: 'day' };
    case 'hours':
      return { kind: 'hour' };
    case 'multiple':
    case 'score':
      return { kind: 'number', digits: 1 };
    case 'count':
      return { kind: 'number' };
  }
};

/** A figure as the reader writes it; something gained and nothing lost is ∞, and null is not known. */
export const figureText = (reader: Reader, figure: Pick<Figure, 'value' | 'numerator'>, format: ValueFormat): string | null => {
  if (figure.value !== null) return formatValue(reader, figure.value, format);
  return figure.numerator !== undefined && figure.numerator > 0 ? '∞' : null;
};

/** How a figure changed: a difference of points for shares, of the number for multiples, else relative; null when it cannot be told. */
export const changeOf = (
  now: Figure,
  before: Figure | null,
  format: ValueFormat,
): { readonly value: number | null; readonly unit: 'points' | 'number' | 'percent' } => {
  const unit = format.kind === 'percent' ? 'points' : format.kind === 'number' && format.digits !== undefined ? 'number' : 'percent';
  const [a, b] = [now.value, before?.value ?? null];
  if (a === null || b === null) return { value: null, unit };
  if (unit !== 'percent') return { value: a - b, unit };
  return { value: b === 0 ? null : (a - b) / Math.abs(b), unit };
};
