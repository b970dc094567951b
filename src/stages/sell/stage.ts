import type { StageManifest } from '#kernel/manifest.ts';

/** What the stage plugs into the river. */
export const manifest: StageManifest = {
  id: 'sell',
  name: { en: 'Sell', 'zh-CN': '销售', es: 'Ventas' },
  measures: [],
  plays: [],
};
