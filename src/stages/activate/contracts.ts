import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import { Instant } from '#kernel/page.ts';

/** An early behaviour: an event (of one feature, or whichever), so often, by so many people, within so many days of the first paid day. */
export const EarlyBehaviour = z.object({
  event: z.string().min(1).max(200),
  feature: z.string().min(1).max(200).nullable(),
  times: z.number().int().min(1).max(10_000),
  people: z.number().int().min(1).max(1_000),
  withinDays: z.number().int().min(1).max(90),
});
export type EarlyBehaviour = z.infer<typeof EarlyBehaviour>;

/** Customers that showed it; how many of them stayed, and how many of those that did not show it. */
const Shares = z.object({ shown: z.number().int(), stayedWith: z.number().int(), stayedWithout: z.number().int() });

export const KeeperFinding = EarlyBehaviour.extend(Shares.shape).extend({
  /** `act`: done once or a few times. `use`: use of a feature, which is rather a sign than a lever. */
  kind: z.enum(['act', 'use']),
  /** `stands`: more than chance, and no stronger one explains it. `explained`: goes along with `explainedBy` (its place in the list). */
  verdict: z.enum(['stands', 'explained', 'chance']),
  explainedBy: z.number().int().nullable(),
  /** By how much more customers alike in plan, size and month of start stay with it (−1..1), with its 95 % interval. */
  effect: z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable(),
  z: z.number(),
  /** Among findings as strong as this one, the share that is false: Benjamini–Hochberg over everything that was tried. */
  falseRate: z.number(),
  /** The other thresholds of the same event within the same days. */
  curve: z.array(Shares.extend({ times: z.number().int(), people: z.number().int(), falseRate: z.number() })),
});
export type KeeperFinding = z.infer<typeof KeeperFinding>;

export const Keepers = z.object({
  asOf: Instant,
  /** A customer stayed when it still was one so many days after its first paid day. */
  horizonDays: z.number().int(),
  windows: z.array(z.number().int()),
  customers: z.number().int(),
  stayed: z.number().int(),
  /** Left out: began too late to know; bound by a term that cannot end sooner; gone before the early days were over. */
  leftOut: z.object({ young: z.number().int(), bound: z.number().int(), goneAtOnce: z.number().int() }),
  /** Fewer that left, or that stayed, tell nothing apart. */
  leastOutcomes: z.number().int(),
  /** Thresholds tried: all of them count in the correction. */
  tried: z.number().int(),
  findings: z.array(KeeperFinding),
  sql: z.array(z.string()),
});
export type Keepers = z.infer<typeof Keepers>;

const KeepersQuery = z.object({
  horizonDays: z.coerce.number().int().min(45).max(730).default(180),
  asOf: z.coerce.number().int().optional(),
});

/** Which customers behind a finding: those with or without the behaviour, that stayed or left. */
export const KeeperPart = z.enum(['with_stayed', 'with_left', 'without_stayed', 'without_left']);
export type KeeperPart = z.infer<typeof KeeperPart>;

const tag = 'Activation';
export const findKeepers = endpoint({
  id: 'findKeepers',
  method: 'GET',
  path: '/api/v1/activation/keepers',
  policy: 'records.read',
  tag,
  summary: 'Which early behaviours separate the customers that stay from those that leave?',
  query: KeepersQuery,
  out: Keepers,
});
export const listKeeperAccounts = endpoint({
  id: 'listKeeperAccounts',
  method: 'POST',
  path: '/api/v1/activation/keepers/accounts',
  policy: 'records.read',
  tag,
  summary: 'The customers behind an early behaviour: with or without it, that stayed or left',
  query: KeepersQuery,
  body: z.object({ behaviour: EarlyBehaviour, part: KeeperPart }),
  out: z.object({
    total: z.number().int(),
    rows: z.array(
      z.object({
        accountId: z.string(),
        name: z.string(),
        startedOn: z.string(),
        plan: z.string(),
        times: z.number().int(),
        people: z.number().int(),
      }),
    ),
  }),
});
