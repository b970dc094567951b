import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import { Done, Instant, LocalDate, Order, PageQuery, pageOf } from '#kernel/page.ts';

export const Deal = z.object({
  id: z.string(),
  accountId: z.string().nullable(),
  accountName: z.string().nullable(),
  externalId: z.string().nullable(),
  name: z.string(),
  product: z.string().nullable(),
  /** The rep as the source names them. */
  rep: z.string().nullable(),
  team: z.string().nullable(),
  stage: z.string(),
  status: z.enum(['open', 'won', 'lost']),
  amountMinor: z.number().int().nullable(),
  currency: z.string(),
  openedOn: LocalDate.nullable(),
  closedOn: LocalDate.nullable(),
});
export type Deal = z.infer<typeof Deal>;

export const Note = z.object({
  id: z.string(),
  accountId: z.string(),
  authorId: z.string().nullable(),
  authorName: z.string().nullable(),
  text: z.string(),
  at: Instant,
});
export type Note = z.infer<typeof Note>;

const Id = z.object({ id: z.string() });
export const listDeals = endpoint({
  id: 'listDeals',
  method: 'GET',
  path: '/api/v1/deals',
  policy: 'records.read',
  tag: 'Sales',
  summary: 'Deals: search, sort, filter',
  query: PageQuery.extend({
    search: z.string().max(200).optional(),
    status: Deal.shape.status.optional(),
    rep: z.string().optional(),
    account: z.string().optional(),
    sort: z.enum(['openedOn', 'closedOn', 'amountMinor', 'name']).default('openedOn'),
    order: Order.default('desc'),
  }),
  out: pageOf(Deal).extend({
    sums: z.object({
      open: z.number().int(),
      won: z.number().int(),
      lost: z.number().int(),
      openMinor: z.number().nullable(),
      wonMinor: z.number().nullable(),
    }),
  }),
});
export const listAccountDeals = endpoint({
  id: 'listAccountDeals',
  method: 'GET',
  path: '/api/v1/accounts/:id/deals',
  policy: 'records.read',
  tag: 'Sales',
  summary: 'Which deals has this account?',
  params: Id,
  out: z.object({ rows: z.array(Deal) }),
});
export const listAccountNotes = endpoint({
  id: 'listAccountNotes',
  method: 'GET',
  path: '/api/v1/accounts/:id/notes',
  policy: 'records.read',
  tag: 'Sales',
  summary: 'What did we write down about this account?',
  params: Id,
  out: z.object({ rows: z.array(Note) }),
});
export const createNote = endpoint({
  id: 'createNote',
  method: 'POST',
  path: '/api/v1/accounts/:id/notes',
  policy: 'records.write',
  tag: 'Sales',
  summary: 'Write a note',
  params: Id,
  body: z.object({ text: z.string().trim().min(1).max(10_000) }),
  out: Note,
  status: 201,
});
export const deleteNote = endpoint({
  id: 'deleteNote',
  method: 'DELETE',
  path: '/api/v1/notes/:id',
  policy: 'records.write',
  tag: 'Sales',
  summary: 'Delete a note of mine',
  params: Id,
  out: Done,
});
