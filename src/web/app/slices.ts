import { accountSlice, riverSlice } from '#flow/signals/web/index.ts';
import { accessSlice } from '#web/access/index.ts';
import type { AnyWebSlice } from './slice.ts';

/** Every slice with pages. A new one is one line here. */
export const slices: readonly AnyWebSlice[] = [accessSlice, riverSlice, accountSlice];
