import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import { Instant, LocalDate } from '#kernel/page.ts';

/** One stretch of a subscription's life with an unchanged price; `to` is exclusive and null while it runs. */
export const Phase = z.object({
  from: LocalDate,
  to: LocalDate.nullable(),
  mrrMinor: z.number().int(),
  plan: z.string(),
  seats: z.number().int().nullable(),
  trial: z.boolean(),
});
export type Phase = z.infer<typeof Phase>;

export const Subscription = z.object({
  id: z.string(),
  accountId: z.string(),
  externalId: z.string().nullable(),
  plan: z.string(),
  seats: z.number().int().nullable(),
  currency: z.string(),
  mrrMinor: z.number().int().nullable(),
  interval: z.enum(['month', 'quarter', 'year']),
  trial: z.boolean(),
  autoRenew: z.boolean().nullable(),
  startedOn: LocalDate,
  endedOn: LocalDate.nullable(),
  /** End of the current term: when it would renew. */
  termEndsOn: LocalDate.nullable(),
  endReason: z.string().nullable(),
  phases: z.array(Phase),
  updatedAt: Instant,
});
export type Subscription = z.infer<typeof Subscription>;

export const listAccountSubscriptions = endpoint({
  id: 'listAccountSubscriptions',
  method: 'GET',
  path: '/api/v1/accounts/:id/subscriptions',
  policy: 'records.read',
  tag: 'Revenue',
  summary: 'What does this account pay for?',
  params: z.object({ id: z.string() }),
  out: z.object({ rows: z.array(Subscription) }),
});
