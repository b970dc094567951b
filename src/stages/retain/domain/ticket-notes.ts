import type { ImportNotes, ImportRow, RowNote } from '#flow/intake/contracts.ts';
import { dateOf, startOfDate } from '#kernel/calendar.ts';
import type { Said } from '#kernel/saying.ts';
import { RETAIN_SAYS } from './retain-sayings.ts';
import type { TicketSaid } from './ticket-row.ts';

/** What of a row does not fit together, though it was taken. `signedUpAt` (UTC ms) is when its account began, if known. */
export const ticketNotes = (
  { values }: ImportRow,
  said: TicketSaid,
  { signedUpAt, timeZone }: { readonly signedUpAt: number | undefined; readonly timeZone: string },
): readonly RowNote[] => {
  const ticket = String(values.ticket_id);
  const { openedAt, closedAt, firstResponseAt } = said;
  const openedOn = dateOf(openedAt, timeZone);
  const signedUpOn = signedUpAt === undefined ? null : dateOf(signedUpAt, timeZone);
  const hours = typeof closedAt === 'number' ? (closedAt - openedAt) / 3_600_000 : null;
  const stated = typeof values.resolution_hours === 'number' ? values.resolution_hours : null;
  const notes: RowNote[] = [];
  const note = (code: string, text: Said): void => void notes.push({ code, text });
  if (hours !== null && stated !== null && Math.abs(hours - stated) > 0.1)
    note('resolution_differs', RETAIN_SAYS.ticket_resolution_differs({ ticket, stated, counted: Math.round(hours * 10) / 10 }));
  if (typeof closedAt === 'number' && typeof firstResponseAt === 'number' && firstResponseAt > closedAt)
    note('answered_after_close', RETAIN_SAYS.ticket_answered_late({ ticket }));
  if (signedUpOn !== null && openedOn < signedUpOn)
    note('before_sign_up', RETAIN_SAYS.ticket_before_sign_up({ ticket, openedOn, signedUpOn }));
  if (startOfDate(openedOn, timeZone) === openedAt) note('opened_without_time', RETAIN_SAYS.ticket_opened_at_no_time({ ticket, openedOn }));
  return notes;
};

/** What the notes mean, in words. */
export const TICKET_NOTES: ImportNotes = {
  resolution_differs: {
    severity: 'warning',
    message: {
      en: 'The stated time to resolve is not the time between opening and closing. The two instants count.',
      'zh-CN': '所填解决时长与开启、关闭时间不符，以两个时间点为准。',
      es: 'El tiempo de resolución indicado no coincide con el que va de la apertura al cierre. Cuentan los dos instantes.',
    },
  },
  answered_after_close: {
    severity: 'warning',
    message: {
      en: 'Tickets first answered after they were closed.',
      'zh-CN': '首次回复时间晚于关闭时间的工单。',
      es: 'Tickets con la primera respuesta posterior al cierre.',
    },
  },
  before_sign_up: {
    severity: 'warning',
    message: {
      en: 'Tickets opened before their account signed up.',
      'zh-CN': '开启时间早于客户注册日期的工单。',
      es: 'Tickets abiertos antes del alta de su cuenta.',
    },
  },
  opened_without_time: {
    severity: 'info',
    message: {
      en: 'The opening is given as a date only: it counts from midnight, so times to answer and to close may be too long by up to a day.',
      'zh-CN': '开启时间只有日期：按零点计算，响应和解决时长最多可能偏长一天。',
      es: 'La apertura solo trae fecha: cuenta desde medianoche, así que los tiempos de respuesta y de cierre pueden salir hasta un día más largos.',
    },
  },
};
