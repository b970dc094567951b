import type { StageManifest } from '#kernel/manifest.ts';
import { activationRate } from './measures/activation-rate.ts';
import { timeToValue } from './measures/time-to-value.ts';
import { notActivatedIn14Days } from './plays/not-activated-in-14-days.ts';

/** What the stage plugs into the river. */
export const manifest: StageManifest = {
  id: 'activate',
  name: { en: 'Activate', 'zh-CN': '激活', es: 'Activación' },
  measures: [activationRate, timeToValue],
  plays: [notActivatedIn14Days],
};
