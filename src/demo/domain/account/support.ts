import { addRow, idsOf, speakerOn, type Telling } from './telling.ts';
import type { Ticket } from './tickets.ts';

/** The tickets as the help desk exports them, and what was written in them. */
export const tellTickets = (telling: Telling): void => {
  const tickets = telling.lives.flatMap((life) => life.tickets.filter(({ openedAt }) => openedAt < endOf(telling, life.endDay)));
  for (const [index, ticket] of tickets.entries()) tellTicket(telling, ticket, index + 1);
};

const endOf = ({ world }: Telling, endDay: number | null): number => world.days.startOf(endDay ?? world.days.count);

const tellTicket = (telling: Telling, ticket: Ticket, number: number): void => {
  const { profile, rows, outbox, world, people } = telling;
  const id = `H-${profile.accountId.slice(2)}-${number}`;
  const random = telling.random.of('ticket', number);
  const { subject, text, answer } = profile.lexicon.ticket(random, ticket.topic);
  const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
  addRow(rows, 'tickets', 'ticket', {
    ticket_id: id,
    account_id: profile.accountId,
    opened_at: iso(ticket.openedAt),
    first_response_at: iso(ticket.answeredAt),
    closed_at: iso(ticket.closedAt),
    priority: ticket.priority,
    satisfaction: ticket.satisfaction === null ? null : String(ticket.satisfaction),
    escalated: String(ticket.escalated),
    subject,
  });
  const day = Math.floor((ticket.openedAt - world.days.startOf(0)) / 86_400_000);
  const present = people.filter(({ joinDay, leaveDay }) => joinDay !== null && joinDay < day && (leaveDay === null || leaveDay > day));
  const asker = present.length > 0 ? random.pick(present) : speakerOn(telling, day);
  const who = { ...idsOf(asker, day), groupId: profile.accountId };
  outbox.say(ticket.openedAt, { type: 'track', event: 'help_asked', ...who, properties: { ticket: id, topic: ticket.topic, text } });
  if (ticket.answeredAt !== null)
    outbox.say(ticket.answeredAt, { type: 'track', event: 'help_given', ...who, properties: { ticket: id, text: answer } });
};
