import type { SignalPreview } from '../contracts.ts';

/** Somebody who was judged by two formulas. */
export type Judged = SignalPreview['changed'][number];

const MOST_SHOWN = 50;

/** How do the two formulas differ for these? Groups in the order given, those that nobody is in left out. */
export const previewOf = (judged: readonly Judged[], order: readonly string[]): SignalPreview => {
  const changed = judged.filter(({ now, tried }) => now.group !== tried.group);
  const difference = ({ now, tried }: Judged): number => Math.abs((tried.score ?? 0) - (now.score ?? 0));
  return {
    sampled: judged.length,
    groups: order
      .map((group) => ({
        group,
        now: judged.filter((one) => one.now.group === group).length,
        tried: judged.filter((one) => one.tried.group === group).length,
      }))
      .filter(({ now, tried }) => now > 0 || tried > 0),
    changed: [...changed].sort((a, b) => difference(b) - difference(a)).slice(0, MOST_SHOWN),
    changedTotal: changed.length,
  };
};
