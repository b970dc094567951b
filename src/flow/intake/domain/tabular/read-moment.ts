import { Temporal } from 'temporal-polyfill';
import { dateOf } from '#kernel/calendar.ts';
import type { Words } from '#kernel/words.ts';
import { type CellResult, cellProblem, cellValue, shortened } from './cell-result.ts';
import { CELL_SAYS } from './cell-sayings.ts';
import type { CellFormat } from './column-format.ts';
import { countedDate } from './date-number.ts';
import { type DateOrder, dateUnder, readDate } from './date-text.ts';

/** A moment as a cell tells it: local date and time of day, or an instant (UTC ms). */
type Moment =
  | { readonly form: 'local'; readonly date: string; readonly msOfDay: number }
  | { readonly form: 'instant'; readonly instant: number };

const EXAMPLES: Readonly<Record<DateOrder, Words>> = {
  iso: { en: '2024-10-16', 'zh-CN': '2024-10-16', es: '2024-10-16' },
  'day-first': { en: '16-10-2024 (day first)', 'zh-CN': '16-10-2024（日在前）', es: '16-10-2024 (primero el día)' },
  'month-first': { en: '10/16/2024 (month first)', 'zh-CN': '10/16/2024（月在前）', es: '10/16/2024 (primero el mes)' },
  excel: { en: '45581 (an Excel date number)', 'zh-CN': '45581（Excel 日期数值）', es: '45581 (número de fecha de Excel)' },
  'epoch-s': { en: '1729036800 (seconds since 1970)', 'zh-CN': '1729036800（自 1970 年起的秒数）', es: '1729036800 (segundos desde 1970)' },
  'epoch-ms': {
    en: '1729036800000 (milliseconds since 1970)',
    'zh-CN': '1729036800000（自 1970 年起的毫秒数）',
    es: '1729036800000 (milisegundos desde 1970)',
  },
};

/** Which date ('YYYY-MM-DD') stands in this cell? An instant with its own offset is the date that it has in the workspace's zone. */
export function readDateCell(raw: string, format: CellFormat, timeZone: string): CellResult {
  const moment = readMoment(raw, format);
  if ('ok' in moment) return moment;
  return cellValue(moment.form === 'local' ? moment.date : dateOf(moment.instant, timeZone));
}

/**
 * Which instant (UTC ms) stands in this cell? A time without an offset is a local one of the workspace's zone: in the hour that clocks
 * skip it moves forward, in the hour that they repeat it is the first. A date alone is the beginning of its day.
 */
export function readInstantCell(raw: string, format: CellFormat, timeZone: string): CellResult {
  const moment = readMoment(raw, format);
  if ('ok' in moment) return moment;
  if (moment.form === 'instant') return cellValue(moment.instant);
  const local = Temporal.PlainDate.from(moment.date).toPlainDateTime(
    Temporal.PlainTime.from('00:00').add({ milliseconds: moment.msOfDay }),
  );
  return cellValue(local.toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds);
}

function readMoment(raw: string, format: CellFormat): Moment | CellResult {
  const counted = countedDate(raw, format.dateOrder);
  if (counted !== null) return counted;
  const written = readDate(raw);
  if (
    written !== null &&
    written.form === 'numbers' &&
    !format.dateOrderSure &&
    written.first <= 12 &&
    written.second <= 12 &&
    written.first !== written.second
  ) {
    return cellProblem(CELL_SAYS.date_order_unknown({ value: shortened(raw) }));
  }
  const date = written === null ? null : dateUnder(written, format.dateOrder);
  if (written === null || date === null) {
    return cellProblem(CELL_SAYS.not_a_date({ value: shortened(raw), example: EXAMPLES[format.dateOrder] }));
  }
  const { msOfDay, offsetMinutes } = written.time ?? { msOfDay: 0, offsetMinutes: null };
  if (offsetMinutes === null) return { form: 'local', date, msOfDay };
  return {
    form: 'instant',
    instant: Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8))) + msOfDay - offsetMinutes * 60_000,
  };
}
