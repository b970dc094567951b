import type { Condition } from '#kernel/condition.ts';
import type { PlayDefinition, PlayTrigger } from '#kernel/play.ts';

/** What a workspace changed about a play; null keeps what was shipped. */
export interface PlayState {
  readonly on: boolean;
  readonly holdOutPercent: number | null;
  readonly audience: Condition | null;
  readonly dueInDays: number | null;
  /** A segment of the workspace that sets it in motion instead. */
  readonly trigger: PlayTrigger | null;
  /** How often it was changed. */
  readonly version: number;
}

/** A play with the stage whose opinion it is. */
export interface ShippedPlay {
  readonly stage: string;
  readonly definition: PlayDefinition;
}

/** A play as it runs in a workspace. */
export interface EffectivePlay extends ShippedPlay {
  readonly on: boolean;
  /** Does it differ from what was shipped? */
  readonly changed: boolean;
}

/** How does a play run where the workspace changed this about it? Without a change it is on, as shipped. Its version grows with every change of either. */
export const effectivePlay = ({ stage, definition }: ShippedPlay, state: PlayState | undefined): EffectivePlay => {
  if (!state) return { stage, definition, on: true, changed: false };
  const { dueInDays } = state;
  return {
    stage,
    on: state.on,
    changed: state.holdOutPercent !== null || state.audience !== null || dueInDays !== null || state.trigger !== null,
    definition: {
      ...definition,
      version: definition.version + state.version,
      holdOutPercent: state.holdOutPercent ?? definition.holdOutPercent,
      trigger: state.trigger ?? definition.trigger,
      audience: state.audience ?? definition.audience,
      steps: dueInDays === null ? definition.steps : definition.steps.map((step) => ({ ...step, dueInDays })),
    },
  };
};
