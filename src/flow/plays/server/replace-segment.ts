import { type Replacing, withOtherSegment } from '#flow/measures/index.ts';
import type { PlayTrigger } from '#kernel/play.ts';
import type { Db } from '#platform/postgres.ts';
import { changePlayState, playStates } from '../store/play-states.ts';

/** Puts one segment in the place of another in audiences and triggers that the workspace gave to its plays. */
export const replaceSegmentOfPlays = async (tx: Db, ws: number, { from, to, by, now }: Replacing): Promise<void> => {
  for (const [playId, { audience, trigger }] of await playStates(tx, ws)) {
    const changed = { audience: audience && withOtherSegment(audience, from, to), trigger: withOtherSubject(trigger, from, to) };
    if (JSON.stringify(changed) !== JSON.stringify({ audience, trigger })) await changePlayState(tx, { ws, playId, by, now }, changed);
  }
};

// A turn of a segment is told by its id alone.
const withOtherSubject = (trigger: PlayTrigger | null, from: string, to: string): PlayTrigger | null =>
  trigger?.kind === 'fact' && trigger.subject === from ? { ...trigger, subject: to } : trigger;
