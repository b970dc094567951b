import { segmentOfField } from '../../condition-contracts.ts';
import type { SegmentUse } from '../../segment-contracts.ts';
import { segmentsOfBreakdown } from './segment-mix.ts';

/** Something that is kept and may name segments anywhere in `of`: a condition, a question, the state of a list. */
export interface MayName extends SegmentUse {
  readonly of: unknown;
}

/** The segments that something names in its fields or breakdown, once each. A text that only looks like one names a segment that there is not. */
export const segmentsMentioned = (value: unknown): readonly string[] => [...new Set(mentions(value))];

/** Where is each segment used? By its id; those that nothing names are left out. */
export const usesBySegment = (kept: readonly MayName[]): ReadonlyMap<string, readonly SegmentUse[]> => {
  const uses = new Map<string, SegmentUse[]>();
  for (const { of, kind, id, name } of kept)
    for (const segment of segmentsMentioned(of)) uses.set(segment, [...(uses.get(segment) ?? []), { kind, id, name }]);
  return uses;
};

const mentions = (value: unknown): readonly string[] => {
  if (typeof value === 'string') {
    const named = segmentOfField(value);
    return named === null ? [] : segmentsOfBreakdown(`segment.${named}`);
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(mentions) : [];
};
