import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';

/** A feature that similar successful accounts use and this one does not, with why. */
export const NextFeature = z.object({
  feature: z.string(),
  /** The most similar successful accounts, and how many of them use it. */
  neighbours: z.number().int(),
  using: z.number().int(),
  like: z.array(z.object({ accountId: z.string(), name: z.string() })),
  /** Features that this account shares with those who use it. */
  shared: z.array(z.string()),
});
export type NextFeature = z.infer<typeof NextFeature>;

const Suggested = z.object({
  rows: z.array(NextFeature),
  /** Chosen by customers alike; or by popularity, where hiding features one by one shows that the former find them no sooner (roles). */
  by: z.enum(['alike', 'popularity']),
  /** How many features are used already. */
  used: z.number().int(),
  /** Successful accounts that it was compared with; with fewer than `least` nothing is suggested. */
  successful: z.number().int(),
  least: z.number().int(),
  /** A feature used so often within so many days counts as used. */
  times: z.number().int(),
  days: z.number().int(),
});

export const listNextFeatures = endpoint({
  id: 'listNextFeatures',
  method: 'GET',
  path: '/api/v1/accounts/:id/next-features',
  policy: 'records.read',
  tag: 'Use',
  summary: 'Which features would suit this account, or its people of one role, next, by what similar successful accounts use?',
  params: z.object({ id: z.string() }),
  query: z.object({ role: z.string().min(1).max(200).optional().describe('as its people are called in their attribute role') }),
  /** With no feature used there is nothing to compare an account by. */
  out: Suggested.extend({
    /** The roles of its people, by which it can be asked. */
    roles: z.array(z.string()),
  }),
});
export const listNextFeaturesOfPerson = endpoint({
  id: 'listNextFeaturesOfPerson',
  method: 'GET',
  path: '/api/v1/people/:id/next-features',
  policy: 'records.read',
  tag: 'Use',
  summary: 'Which features would suit this person next, by what people of the same role at successful customers like theirs use?',
  params: z.object({ id: z.string() }),
  out: Suggested.extend({
    /** The role of the person; null when it is not recorded, and then nothing is suggested. */
    role: z.string().nullable(),
  }),
});
