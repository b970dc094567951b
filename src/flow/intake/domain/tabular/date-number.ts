import { addDays } from '#kernel/calendar.ts';
import type { DateOrder } from './date-text.ts';

const DAY_MS = 86_400_000;
const NUMBER = /^\d{1,13}(?:[.,]\d+)?$/;
// Serial 61 is 1900-03-01; the serials before it stand a day apart, since Excel believes in a 29 February 1900.
const EXCEL_FIRST = 61;
const EXCEL_LAST = 2_958_465; // 9999-12-31

/** A moment counted in days or since 1970: an Excel serial gives a local date and time of day, an epoch gives an instant (UTC ms). */
export type CountedDate =
  | { readonly form: 'local'; readonly date: string; readonly msOfDay: number }
  | { readonly form: 'instant'; readonly instant: number };

/** Which moment does this number stand for? Null when the order is not one that counts, or the number lies outside its range. */
export function countedDate(cell: string, order: DateOrder): CountedDate | null {
  const text = cell.trim();
  if (!NUMBER.test(text)) return null;
  const value = Number(text.replace(',', '.'));
  if (order === 'epoch-s') return { form: 'instant', instant: Math.round(value * 1000) };
  if (order === 'epoch-ms') return { form: 'instant', instant: Math.round(value) };
  if (order !== 'excel' || value < EXCEL_FIRST || value >= EXCEL_LAST) return null;
  // Serials carry about a millisecond of rounding: 10:00 is stored as .41666666, so seconds are what can be trusted.
  const seconds = Math.round(value * 86_400);
  const day = Math.floor(seconds / 86_400);
  return { form: 'local', date: addDays('1899-12-30', day), msOfDay: (seconds - day * 86_400) * 1000 };
}

/** Which way of counting would make dates between 1954 and 2119 of all these numbers? Null when none would. */
export function countingOrder(cells: readonly string[]): 'excel' | 'epoch-s' | 'epoch-ms' | null {
  const within = (from: number, to: number): boolean =>
    cells.length > 0 &&
    cells.every((cell) => NUMBER.test(cell.trim()) && Number(cell.replace(',', '.')) >= from && Number(cell.replace(',', '.')) < to);
  if (within(20_000, 80_000)) return 'excel';
  if (within(100_000_000, 4_700_000_000)) return 'epoch-s';
  return within(100_000_000_000, DAY_MS * 54_500) ? 'epoch-ms' : null;
}
