import { z } from 'zod';
import { LifeStage } from '#kernel/stage-of-life.ts';
import type { Bank, Stream } from './river-shapes.ts';

/** A part of the river whose accounts can be listed; kept in the URL. */
export const RiverPart = z.object({
  part: z.enum(['in', 'entered', 'new', 'left', 'moved', 'back', 'lost', 'stuck']),
  stage: LifeStage,
  next: LifeStage.optional(),
});
export type RiverPart = z.infer<typeof RiverPart>;

/** Which accounts does a bank stand for? Those that are there. */
export const partOfBank = (bank: Bank): RiverPart => ({ part: 'in', stage: bank.stage });

/** Which accounts does a stream stand for? */
export const partOfStream = ({ kind, flow }: Stream): RiverPart => {
  if (kind === 'spring' && flow.to) return { part: 'new', stage: flow.to };
  return { part: 'moved', stage: flow.from ?? 'reached', ...(flow.to ? { next: flow.to } : {}) };
};

/** A part as one word of the URL, and back. */
export const partToText = ({ part, stage, next }: RiverPart): string => [part, stage, next].filter(Boolean).join('.');
export const partFromText = (text: string | undefined): RiverPart | null => {
  const [part, stage, next] = (text ?? '').split('.');
  const parsed = RiverPart.safeParse({ part, stage, ...(next ? { next } : {}) });
  return parsed.success ? parsed.data : null;
};
