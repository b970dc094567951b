import type { StageManifest } from '#kernel/manifest.ts';

/** What the stage plugs into the river. */
export const manifest: StageManifest = {
  id: 'market',
  name: { en: 'Market', 'zh-CN': '市场', es: 'Mercado' },
  measures: [],
  plays: [],
};
