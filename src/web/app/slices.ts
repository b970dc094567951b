import type { AnyWebSlice } from './slice.ts';

/** Every slice with pages. A new one is one line here. */
export const slices: readonly AnyWebSlice[] = [];
