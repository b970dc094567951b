import type { StageManifest } from '#kernel/manifest.ts';
import { arpa } from './measures/arpa.ts';
import { arr } from './measures/arr.ts';
import { customers } from './measures/customers.ts';
import { grr } from './measures/grr.ts';
import { logoChurn } from './measures/logo-churn.ts';
import { mrr } from './measures/mrr.ts';
import { mrrMovements } from './measures/mrr-movements.ts';
import { newCustomers } from './measures/new-customers.ts';
import { nrr } from './measures/nrr.ts';
import { quickRatio } from './measures/quick-ratio.ts';
import { paymentFailed } from './plays/payment-failed.ts';

/** What the stage plugs into the river. */
export const manifest: StageManifest = {
  id: 'grow',
  name: { en: 'Grow', 'zh-CN': '增长', es: 'Crecimiento' },
  measures: [mrr, mrrMovements, arr, arpa, customers, newCustomers, logoChurn, grr, nrr, quickRatio],
  plays: [paymentFailed],
};
