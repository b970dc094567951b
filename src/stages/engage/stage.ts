import type { StageManifest } from '#kernel/manifest.ts';
import { accountRetention } from './measures/account-retention.ts';
import { activeAccounts } from './measures/active-accounts.ts';
import { activePeople } from './measures/active-people.ts';

/** What the stage plugs into the river. */
export const manifest: StageManifest = {
  id: 'engage',
  name: { en: 'Engage', 'zh-CN': '使用', es: 'Uso' },
  measures: [activeAccounts, activePeople, accountRetention],
  plays: [],
};
