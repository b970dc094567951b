import { type SegmentCondition, segmentsNamed } from '../../condition-contracts.ts';

/** A segment as others name it. */
export interface NamedSegment {
  readonly id: string;
  readonly name: string;
  readonly condition: SegmentCondition | null;
}

/** The names along which a condition would come back to the segment `id`, which it is to define; null when it does not. */
export const cycleOf = (id: string, condition: SegmentCondition, segments: readonly NamedSegment[]): readonly string[] | null => {
  const byId = new Map(segments.map((segment) => [segment.id, segment]));
  const wayBack = (from: SegmentCondition, passed: ReadonlySet<string>): readonly string[] | null => {
    for (const next of segmentsNamed(from)) {
      const segment = byId.get(next);
      if (next === id) return [segment?.name ?? id];
      if (!segment?.condition || passed.has(next)) continue;
      const rest = wayBack(segment.condition, new Set([...passed, next]));
      if (rest) return [segment.name, ...rest];
    }
    return null;
  };
  return wayBack(condition, new Set());
};

/** The segments in an order in which each comes after those that it names. */
export const inOrderOfNeed = <Named extends NamedSegment>(segments: readonly Named[]): readonly Named[] => {
  const byId = new Map(segments.map((segment) => [segment.id, segment]));
  const ordered = new Set<Named>();
  const place = (segment: Named, passed: ReadonlySet<string>): void => {
    if (ordered.has(segment) || passed.has(segment.id)) return;
    for (const id of segment.condition ? segmentsNamed(segment.condition) : []) {
      const needed = byId.get(id);
      if (needed) place(needed, new Set([...passed, segment.id]));
    }
    ordered.add(segment);
  };
  for (const segment of segments) place(segment, new Set());
  return [...ordered];
};
