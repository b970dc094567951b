import type { Campaign } from './campaign.ts';

/** What brought the visitor: nothing of it is known when both are undefined. */
type Source = { readonly campaign?: Campaign; readonly clickIds?: Campaign };

/** A run of activity, with what brought it about. `lastSeenAt` is a UTC instant in ms. */
export type Session = Source & { readonly id: string; readonly lastSeenAt: number };

export type SessionInput = {
  readonly now: number;
  /** The campaign and clicks that the present address names. */
  readonly source: Source;
  /** Used only when a session begins. */
  readonly newId: string;
  readonly timeoutMs: number;
};

/** To which session does activity at `now` belong? A new one begins after `timeoutMs` of silence, or when another campaign brings the visitor. */
export const nextSession = (previous: Session | undefined, input: SessionInput): Session => {
  const expired = !previous || input.now - previous.lastSeenAt > input.timeoutMs;
  const named = spell(input.source);
  const recruited = named !== spell({}) && (!previous || named !== spell(previous));
  if (expired || recruited) {
    const { campaign, clickIds } = input.source;
    return { id: input.newId, lastSeenAt: input.now, campaign, clickIds };
  }
  return { ...previous, lastSeenAt: input.now };
};

const spell = ({ campaign, clickIds }: Source): string => JSON.stringify([campaign, clickIds]);
