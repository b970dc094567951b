import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import { Instant } from '#kernel/page.ts';

export const Ticket = z.object({
  id: z.string(),
  accountId: z.string(),
  externalId: z.string().nullable(),
  subject: z.string().nullable(),
  priority: z.enum(['low', 'medium', 'high', 'urgent']),
  status: z.enum(['open', 'closed']),
  escalated: z.boolean(),
  openedAt: Instant,
  firstResponseAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  satisfaction: z.number().int().nullable(),
});
export type Ticket = z.infer<typeof Ticket>;

export const listAccountTickets = endpoint({
  id: 'listAccountTickets',
  method: 'GET',
  path: '/api/v1/accounts/:id/tickets',
  policy: 'records.read',
  tag: 'Support',
  summary: 'Which tickets has this account?',
  params: z.object({ id: z.string() }),
  out: z.object({ rows: z.array(Ticket) }),
});
