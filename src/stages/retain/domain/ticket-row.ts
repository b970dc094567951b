import type { ImportRow, RowRefusal } from '#flow/intake/contracts.ts';
import type { Ticket } from '../contracts.ts';
import { RETAIN_SAYS } from './retain-sayings.ts';
import type { TicketRecord } from './ticket.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const PRIORITIES: Readonly<Record<string, Ticket['priority']>> = {
  low: 'low',
  minor: 'low',
  trivial: 'low',
  p4: 'low',
  4: 'low',
  baja: 'low',
  低: 'low',
  medium: 'medium',
  normal: 'medium',
  moderate: 'medium',
  p3: 'medium',
  3: 'medium',
  media: 'medium',
  中: 'medium',
  普通: 'medium',
  一般: 'medium',
  high: 'high',
  major: 'high',
  important: 'high',
  p2: 'high',
  2: 'high',
  alta: 'high',
  高: 'high',
  重要: 'high',
  urgent: 'urgent',
  critical: 'urgent',
  blocker: 'urgent',
  highest: 'urgent',
  p1: 'urgent',
  p0: 'urgent',
  1: 'urgent',
  urgente: 'urgent',
  crítica: 'urgent',
  紧急: 'urgent',
  严重: 'urgent',
};

/** What a row says of a ticket; what the file has no column for is undefined. */
export type TicketSaid = Partial<
  Pick<TicketRecord, 'subject' | 'priority' | 'escalated' | 'firstResponseAt' | 'closedAt' | 'satisfaction'>
> &
  Pick<TicketRecord, 'openedAt' | 'attributes'>;

/** What does this row say? Refused when it cannot be a ticket: closed or answered before it was opened, a rating beyond 1 to 5. */
export const ticketOfRow = ({ values, custom }: ImportRow): TicketSaid | { readonly refused: RowRefusal } => {
  const openedAt = values.opened_at as number;
  const closedAt = closedOf(values);
  if (typeof closedAt === 'number' && closedAt < openedAt) return { refused: CLOSED_BEFORE_OPENED };
  const satisfaction = values.satisfaction as number | null | undefined;
  if (typeof satisfaction === 'number' && (satisfaction < 1 || satisfaction > 5)) return { refused: notARating(satisfaction) };
  const priority = values.priority ? PRIORITIES[String(values.priority).trim().toLowerCase()] : undefined;
  if (values.priority && priority === undefined) return { refused: notAPriority(String(values.priority)) };
  return {
    openedAt,
    closedAt,
    firstResponseAt: answeredOf(values, openedAt),
    satisfaction: typeof satisfaction === 'number' ? Math.round(satisfaction) : satisfaction,
    subject: values.subject as string | null | undefined,
    priority,
    escalated: values.escalated === undefined ? undefined : values.escalated === true,
    attributes: custom,
  };
};

// The instant of closing as the source states it, else from the hours that it took.
const closedOf = (values: ImportRow['values']): number | null | undefined => {
  if (typeof values.closed_at === 'number') return values.closed_at;
  if (typeof values.resolution_hours === 'number') return Number(values.opened_at) + values.resolution_hours * HOUR;
  return values.closed_at === undefined && values.resolution_hours === undefined ? undefined : null;
};

const answeredOf = (values: ImportRow['values'], openedAt: number): number | null | undefined => {
  if (typeof values.first_response_at === 'number') return values.first_response_at;
  if (typeof values.first_response_minutes === 'number') return openedAt + values.first_response_minutes * MINUTE;
  return values.first_response_at === undefined && values.first_response_minutes === undefined ? undefined : null;
};

const CLOSED_BEFORE_OPENED: RowRefusal = {
  field: 'closed_at',
  said: RETAIN_SAYS.ticket_closed_before_opened(),
};
const notARating = (satisfaction: number): RowRefusal => ({
  field: 'satisfaction',
  said: RETAIN_SAYS.rating_out_of_range({ rating: satisfaction }),
});
const notAPriority = (priority: string): RowRefusal => ({
  field: 'priority',
  said: RETAIN_SAYS.priority_unreadable({ priority }),
});
