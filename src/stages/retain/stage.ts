import type { StageManifest } from '#kernel/manifest.ts';
import { firstResponseTime } from './measures/first-response-time.ts';
import { openTickets } from './measures/open-tickets.ts';
import { healthTurnedRed } from './plays/health-turned-red.ts';
import { renewalIn90Days } from './plays/renewal-in-90-days.ts';

/** What the stage plugs into the river. */
export const manifest: StageManifest = {
  id: 'retain',
  name: { en: 'Retain', 'zh-CN': '留存', es: 'Retención' },
  measures: [openTickets, firstResponseTime],
  plays: [healthTurnedRed, renewalIn90Days],
};
