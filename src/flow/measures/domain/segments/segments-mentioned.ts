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

/** The same with one segment in the place of another, wherever that is named. A breakdown by both is by one of them. */
export const withOtherSegment = <Kept>(kept: Kept, from: string, to: string): Kept => {
  const other = (value: unknown): unknown => {
    if (typeof value === 'string') return otherName(value, from, to);
    if (Array.isArray(value)) return value.map(other);
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, other(part)]));
    return value;
  };
  return other(kept) as Kept;
};

const otherName = (text: string, from: string, to: string): string => {
  const named = segmentOfField(text);
  const ids = named === null ? [] : segmentsOfBreakdown(`segment.${named}`);
  if (named === null || !ids.includes(from)) return text;
  return text.slice(0, text.length - named.length) + [...new Set(ids.map((id) => (id === from ? to : id)))].join('+');
};

const mentions = (value: unknown): readonly string[] => {
  if (typeof value === 'string') {
    const named = segmentOfField(value);
    return named === null ? [] : segmentsOfBreakdown(`segment.${named}`);
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(mentions) : [];
};
