import type { MeasureDefinition } from './measure.ts';
import type { PlayDefinition } from './play.ts';
import type { Words } from './words.ts';

export const STAGES = ['market', 'acquire', 'sell', 'activate', 'engage', 'retain', 'grow', 'voice'] as const;
export type StageId = (typeof STAGES)[number];

/** What a stage plugs into the river: its opinions as data. */
export interface StageManifest {
  readonly id: StageId;
  readonly name: Words;
  readonly measures: readonly MeasureDefinition[];
  readonly plays: readonly PlayDefinition[];
}
