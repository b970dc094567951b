import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import { Done, Instant, LocalDate, PageQuery, pageOf } from '#kernel/page.ts';
import { PlayDefinition } from '#kernel/play.ts';
import { Words } from '#kernel/words.ts';

export const TaskStatus = z.enum(['open', 'snoozed', 'done', 'dropped']);
export type TaskStatus = z.infer<typeof TaskStatus>;

/**
 * One observation that speaks for a task. `label` is a code that the reader's page words: `health`, `health_before`, `health_reason` (value:
 * factor and points lost, as `open_tickets -12`), `lead_score`, `lead_score_before`, `band`, `stage`, the name of a date field, or the name of a fact.
 */
export const Evidence = z.object({ label: z.string(), value: z.string(), at: Instant.nullable() });
export type Evidence = z.infer<typeof Evidence>;

export const Task = z.object({
  id: z.string(),
  title: Words,
  advice: Words.nullable(),
  accountId: z.string().nullable(),
  accountName: z.string().nullable(),
  ownerId: z.string().nullable(),
  ownerName: z.string().nullable(),
  status: TaskStatus,
  dueOn: LocalDate,
  snoozedUntil: LocalDate.nullable(),
  createdAt: Instant,
  doneAt: Instant.nullable(),
  outcome: z.string().nullable(),
  /** Why it is here: the play, its trigger and the evidence at that time. */
  playId: z.string().nullable(),
  playName: Words.nullable(),
  evidence: z.array(Evidence),
  /** The yearly revenue that hangs on it, in minor units; null for readers without money. */
  valueAtStakeMinor: z.number().int().nullable(),
  /** The rank score: value at stake × urgency; the urgency alone for readers without money. */
  rank: z.number(),
});
export type Task = z.infer<typeof Task>;

export const Arm = z.object({
  accounts: z.number().int(),
  reached: z.number().int(),
  open: z.number().int(),
  rate: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});
export const PlayCard = z.object({
  definition: PlayDefinition,
  on: z.boolean(),
  changed: z.boolean(),
  stage: z.string(),
  runs: z.number().int(),
  openTasks: z.number().int(),
  /** Causes passed over because they were long past when they were learned, as in imported history. */
  skippedTooOld: z.number().int(),
  lastRunAt: Instant.nullable(),
});
export type PlayCard = z.infer<typeof PlayCard>;

/** Did it help? Acted on against held out, intention to treat; difference of proportions with a 95 % interval. */
export const PlayResult = z.object({
  acted: Arm,
  heldOut: Arm,
  difference: z.object({ value: z.number().nullable(), low: z.number().nullable(), high: z.number().nullable() }),
  enough: z.boolean(),
});
export type PlayResult = z.infer<typeof PlayResult>;

const tag = 'Work';
const Id = z.object({ id: z.string() });
export const listTasks = endpoint({
  id: 'listTasks',
  method: 'GET',
  path: '/api/v1/tasks',
  policy: 'records.read',
  tag,
  summary: 'What should be done, ranked by what it is worth?',
  query: PageQuery.extend({
    owner: z.string().optional().describe('a user id, "me" or "none"'),
    status: TaskStatus.optional(),
    account: z.string().optional(),
    play: z.string().optional(),
  }),
  out: pageOf(Task),
});
export const createTask = endpoint({
  id: 'createTask',
  method: 'POST',
  path: '/api/v1/tasks',
  policy: 'records.write',
  tag,
  summary: 'Write a task by hand',
  status: 201,
  body: z.object({
    title: z.string().trim().min(1).max(200),
    accountId: z.string().nullable(),
    ownerId: z.string().nullable(),
    dueOn: LocalDate,
  }),
  out: Task,
});
export const updateTask = endpoint({
  id: 'updateTask',
  method: 'PATCH',
  path: '/api/v1/tasks/:id',
  policy: 'records.write',
  tag,
  summary: 'Done, snooze, reassign, reopen',
  params: Id,
  body: z.object({
    status: TaskStatus.optional(),
    snoozedUntil: LocalDate.nullable().optional(),
    ownerId: z.string().nullable().optional(),
    outcome: z.string().max(1000).nullable().optional(),
  }),
  out: Task,
});
export const listPlays = endpoint({
  id: 'listPlays',
  method: 'GET',
  path: '/api/v1/plays',
  policy: 'records.read',
  tag,
  summary: 'Which plays run?',
  out: z.object({ rows: z.array(PlayCard) }),
});
export const getPlay = endpoint({
  id: 'getPlay',
  method: 'GET',
  path: '/api/v1/plays/:id',
  policy: 'records.read',
  tag,
  summary: 'One play with its result against the held-out group',
  params: Id,
  out: PlayCard.extend({ result: PlayResult }),
});
export const updatePlay = endpoint({
  id: 'updatePlay',
  method: 'PATCH',
  path: '/api/v1/plays/:id',
  policy: 'plays.write',
  tag,
  summary: 'Switch a play on or off, change audience, hold-out, due days or the segment that sets it in motion',
  params: Id,
  body: z.object({
    on: z.boolean().optional(),
    holdOutPercent: z.number().min(0).max(90).optional(),
    audience: PlayDefinition.shape.audience.optional(),
    dueInDays: z.number().int().min(0).max(365).optional(),
    segment: z
      .object({ id: z.string().min(1), turn: z.enum(['entered', 'left']) })
      .nullable()
      .optional()
      .describe('entering or leaving this segment of accounts sets it in motion; null: what was shipped'),
  }),
  out: PlayCard,
});
export const previewPlay = endpoint({
  id: 'previewPlay',
  method: 'GET',
  path: '/api/v1/plays/:id/preview',
  policy: 'records.read',
  tag,
  summary: 'Whom would it act on now?',
  params: Id,
  out: z.object({
    accounts: z.number().int(),
    examples: z.array(z.object({ accountId: z.string(), name: z.string(), cause: z.string() })),
  }),
});
export { Done };
