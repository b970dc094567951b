import type { PlannedEvent } from '../../plan-contracts.ts';

/** Which name of an event counts as which other one. */
export type MergedNames = ReadonlyMap<string, string>;

export const NONE_MERGED: MergedNames = new Map();

/** Which names does a plan merge, and into what? */
export const mergedNames = (events: readonly Pick<PlannedEvent, 'name' | 'mergedInto'>[]): MergedNames =>
  new Map(events.flatMap(({ name, mergedInto }) => (mergedInto === null ? [] : [[name, mergedInto] as const])));

/** All names that are meant by these, each once: an event also means what is merged into it; a merged name alone means the whole. */
export const withMerged = (names: readonly string[], merged: MergedNames): readonly string[] => {
  if (merged.size === 0 || names.length === 0) return [...new Set(names)];
  const whole = new Set(names.map((name) => merged.get(name) ?? name));
  return [...new Set([...whole, ...[...merged].filter(([, into]) => whole.has(into)).map(([name]) => name)])];
};
