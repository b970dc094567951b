import { demoSlice } from '#demo/web/index.ts';
import { identitySlice } from '#flow/identity/web/index.ts';
import { intakeSlice } from '#flow/intake/web/index.ts';
import { exploreSlice, measureSlice, segmentSlice } from '#flow/measures/web/index.ts';
import { playSlice } from '#flow/plays/web/index.ts';
import { accountSlice, riverSlice, signalSettingsSlice } from '#flow/signals/web/index.ts';
import { activateSlice } from '#stages/activate/web/index.ts';
import { engageSlice } from '#stages/engage/web/index.ts';
import { growSlice } from '#stages/grow/web/index.ts';
import { retainSlice } from '#stages/retain/web/index.ts';
import { sellSlice } from '#stages/sell/web/index.ts';
import { accessSlice } from '#web/access/index.ts';
import type { AnyWebSlice } from './slice.ts';

/** Every slice with pages or panels. A new one is one line here. */
export const slices: readonly AnyWebSlice[] = [
  accessSlice,
  demoSlice,
  intakeSlice,
  riverSlice,
  exploreSlice,
  measureSlice,
  identitySlice,
  segmentSlice,
  playSlice,
  accountSlice,
  signalSettingsSlice,
  activateSlice,
  engageSlice,
  growSlice,
  retainSlice,
  sellSlice,
];
