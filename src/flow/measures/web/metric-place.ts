import { defaultStringifySearch } from '@tanstack/react-router';
import { type MetricView, partToText, type RowsPart } from './metric-view.ts';

/** Where the rows behind a part of an answer stand open, everything else being as it is. */
export const rowsPlace = (id: string, view: MetricView, part: RowsPart): string =>
  `/metrics/${encodeURIComponent(id)}${defaultStringifySearch({ ...view, rows: partToText(part) })}`;
