import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import { Instant, PageQuery, pageOf } from '#kernel/page.ts';

/** The groups by which a timeline is filtered. */
export const FactGroup = z.enum(['web', 'usage', 'sales', 'money', 'support', 'lifecycle', 'work', 'record']);
export type FactGroup = z.infer<typeof FactGroup>;

/** One entry of a timeline. Equal events of one day and feature come as one entry with their `count`. */
export const TimelineEntry = z.object({
  id: z.string(),
  event: z.string(),
  group: FactGroup,
  at: Instant,
  known: Instant,
  count: z.number().int(),
  personId: z.string().nullable(),
  personName: z.string().nullable(),
  subject: z.string().nullable(),
  amountMinor: z.number().int().nullable(),
  source: z.string(),
  props: z.record(z.string(), z.string()),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

const tag = 'Facts';
const TimelineQuery = PageQuery.extend({
  groups: z.string().optional().describe('comma-separated groups'),
  asOf: z.coerce.number().int().optional(),
  before: z.coerce.number().int().optional(),
});
export const getAccountTimeline = endpoint({
  id: 'getAccountTimeline',
  method: 'GET',
  path: '/api/v1/accounts/:id/timeline',
  policy: 'records.read',
  tag,
  summary: 'Everything that happened at an account, newest first',
  params: z.object({ id: z.string() }),
  query: TimelineQuery,
  out: pageOf(TimelineEntry),
});
export const getPersonTimeline = endpoint({
  id: 'getPersonTimeline',
  method: 'GET',
  path: '/api/v1/people/:id/timeline',
  policy: 'records.read',
  tag,
  summary: 'Everything that a person did, newest first',
  params: z.object({ id: z.string() }),
  query: TimelineQuery,
  out: pageOf(TimelineEntry),
});
export const listFactNames = endpoint({
  id: 'listFactNames',
  method: 'GET',
  path: '/api/v1/facts/names',
  policy: 'records.read',
  tag,
  summary: 'Which facts exist, how many of each, since when and until when?',
  out: z.object({ rows: z.array(z.object({ event: z.string(), count: z.number().int(), first: Instant, last: Instant })) }),
});
