import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import { Done, Instant } from '#kernel/page.ts';

/** How far an idea of an experiment has come. */
export const IdeaStatus = z.enum(['idea', 'planned', 'running', 'done']);
export type IdeaStatus = z.infer<typeof IdeaStatus>;

/** What an experiment would bring about: an event (of one feature, or whichever), so often, by so many people, within so many days. */
export const IdeaBehaviour = z.object({
  event: z.string().min(1).max(200),
  feature: z.string().min(1).max(200).nullable(),
  times: z.number().int().min(1).max(10_000),
  people: z.number().int().min(1).max(1_000),
  withinDays: z.number().int().min(1).max(365),
});
export type IdeaBehaviour = z.infer<typeof IdeaBehaviour>;

/** What is expected of it: a difference of shares (−1..1), with its 95 % interval. */
export const IdeaEffect = z
  .object({ value: z.number().min(-1).max(1), low: z.number().min(-1).max(1), high: z.number().min(-1).max(1) })
  .refine(({ value, low, high }) => low <= value && value <= high, 'the value lies between low and high');
export type IdeaEffect = z.infer<typeof IdeaEffect>;

/** What is written down of an idea. */
export const IdeaDraft = z.object({
  name: z.string().trim().min(1).max(160),
  hypothesis: z.string().max(4_000).default(''),
  behaviour: IdeaBehaviour.nullable().default(null),
  effect: IdeaEffect.nullable().default(null),
  /** Who is divided at random: whole accounts, or people. */
  unit: z.enum(['account', 'person']).default('account'),
  /** Whom it concerns, in words. */
  audience: z.string().max(500).default(''),
  /** The id of the metric that it is meant to move; '' while nobody has said. */
  metric: z.string().max(120).default(''),
  status: IdeaStatus.default('idea'),
  /** The page of the workspace that it came from, such as a finding: '/activate?finding=…'. */
  origin: z
    .string()
    .max(400)
    .regex(/^\/[a-z]/, 'a path of the workspace')
    .nullable()
    .default(null),
});
export type IdeaDraft = z.infer<typeof IdeaDraft>;

export const ExperimentIdea = IdeaDraft.extend({ id: z.string(), ownerName: z.string(), createdAt: Instant, changedAt: Instant });
export type ExperimentIdea = z.infer<typeof ExperimentIdea>;

const tag = 'Experiment ideas';
const Id = z.object({ id: z.string() });

export const listExperimentIdeas = endpoint({
  id: 'listExperimentIdeas',
  method: 'GET',
  path: '/api/v1/experiment-ideas',
  policy: 'records.read',
  tag,
  summary: 'What could be tried, what is being tried and what was, the latest changed first',
  out: z.object({ rows: z.array(ExperimentIdea) }),
});
export const addExperimentIdea = endpoint({
  id: 'addExperimentIdea',
  method: 'POST',
  path: '/api/v1/experiment-ideas',
  policy: 'records.write',
  tag,
  summary: 'Write an idea of an experiment down',
  body: IdeaDraft,
  out: ExperimentIdea,
});
export const changeExperimentIdea = endpoint({
  id: 'changeExperimentIdea',
  method: 'PUT',
  path: '/api/v1/experiment-ideas/:id',
  policy: 'records.write',
  tag,
  summary: 'Change an idea of an experiment, or how far it has come',
  params: Id,
  body: IdeaDraft,
  out: ExperimentIdea,
});
export const removeExperimentIdea = endpoint({
  id: 'removeExperimentIdea',
  method: 'DELETE',
  path: '/api/v1/experiment-ideas/:id',
  policy: 'records.write',
  tag,
  summary: 'Remove an idea of an experiment',
  params: Id,
  out: Done,
});
