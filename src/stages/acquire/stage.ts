import type { StageManifest } from '#kernel/manifest.ts';
import { accountsByStage } from './measures/accounts-by-stage.ts';
import { newLeads } from './measures/new-leads.ts';
import { stageConversion } from './measures/stage-conversion.ts';
import { timeInStage } from './measures/time-in-stage.ts';

/** What the stage plugs into the river. */
export const manifest: StageManifest = {
  id: 'acquire',
  name: { en: 'Acquire', 'zh-CN': '获客', es: 'Captación' },
  measures: [newLeads, accountsByStage, stageConversion, timeInStage],
  plays: [],
};
