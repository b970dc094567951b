import type { Breakdown } from '../../contracts.ts';
import type { OutsideValues } from '../questions/question-world.ts';

const PREFIX = 'segment.';

/** The segments by which a figure is divided: several for `segment.<id>+<id>`; none where it is divided by an attribute, or not at all. */
export const segmentsOfBreakdown = (breakdown: Breakdown | null): readonly string[] =>
  breakdown?.startsWith(PREFIX) ? breakdown.slice(PREFIX.length).split('+') : [];

/**
 * In which of these segments is everybody? One is 'true' or 'false', as in filters. Of several, the ids of those that somebody is in, joined by '+',
 * and 'false' for those in none: each is in one part, so that the parts add up.
 */
export const segmentMix = (segments: readonly { readonly id: string; readonly values: OutsideValues }[]): OutsideValues => {
  const [only] = segments;
  if (only && segments.length === 1) return only.values;
  const parts = new Map<number, string>();
  for (const { id, values } of segments)
    for (const [num, value] of values.values) if (value === 'true') parts.set(num, parts.has(num) ? `${parts.get(num)}+${id}` : id);
  return { of: 'account', values: parts, otherwise: 'false' };
};
