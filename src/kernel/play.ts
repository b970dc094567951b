import { z } from 'zod';
import { Condition } from './condition.ts';
import { LifeStage } from './stage-of-life.ts';
import { Words } from './words.ts';

/** What sets a play in motion for an account. */
export const PlayTrigger = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('signal_crosses'), signal: z.enum(['health', 'lead_score']), to: z.string() }),
  z.object({ kind: z.literal('stage_entered'), stage: LifeStage }),
  z.object({
    kind: z.literal('date_near'),
    field: z.string(),
    days: z.number().int().describe('days before (positive) or after (negative) the date'),
  }),
  z.object({
    kind: z.literal('fact'),
    event: z.string(),
    subject: z.string().optional().describe('only facts about this record: the segment that was entered'),
  }),
]);
export type PlayTrigger = z.infer<typeof PlayTrigger>;

/** A step: open a task for the account's owner. */
const PlayStep = z.object({ kind: z.literal('task'), title: Words, advice: Words, dueInDays: z.number().int().min(0).max(365) });

/** What counts as success, within how many days after the play acted. */
const PlayGoal = z.object({ condition: Condition, withinDays: z.number().int().min(1).max(730), words: Words });

/** A play: a trigger, an audience, a held-out share, steps, a goal. Shipped by a stage's manifest, changed by a workspace. */
export const PlayDefinition = z.object({
  /** `stage.snake_name`. */
  id: z.string(),
  version: z.number().int(),
  name: Words,
  words: Words,
  trigger: PlayTrigger,
  audience: Condition,
  holdOutPercent: z.number().min(0).max(90),
  steps: z.array(PlayStep).min(1),
  goal: PlayGoal,
});
export type PlayDefinition = z.infer<typeof PlayDefinition>;
