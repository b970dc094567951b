import { type ConditionPath, partsOf, type SegmentCondition, type SegmentTest } from '../../condition-contracts.ts';
import { both, either, type NumSet, numSet, without } from './num-set.ts';

/** A node of a condition, with those whom it holds for. */
export interface PartMembers {
  readonly path: ConditionPath;
  readonly members: NumSet;
}

export interface Membership {
  readonly members: NumSet;
  /** Every node, the whole condition first, then from left to right. */
  readonly parts: readonly PartMembers[];
}

/** Who of `universe` meets the condition, where `setOf` says who meets each test; with those who meet each part. */
export const membersOf = (condition: SegmentCondition, universe: NumSet, setOf: (test: SegmentTest) => NumSet): Membership =>
  nodeOf(condition, [], { universe, setOf });

/** Does one unit meet the condition, where `meets` says which tests it meets? The reference of `membersOf`. */
export const isMember = (condition: SegmentCondition, meets: (test: SegmentTest) => boolean): boolean => {
  if ('all' in condition) return condition.all.every((part) => isMember(part, meets));
  if ('any' in condition) return condition.any.some((part) => isMember(part, meets));
  return 'not' in condition ? !isMember(condition.not, meets) : meets(condition as SegmentTest);
};

interface World {
  readonly universe: NumSet;
  readonly setOf: (test: SegmentTest) => NumSet;
}

const nodeOf = (condition: SegmentCondition, path: ConditionPath, world: World): Membership => {
  const below = (partsOf(condition) ?? []).map((part, index) => nodeOf(part, [...path, index], world));
  const members = joined(
    condition,
    below.map((part) => part.members),
    world,
  );
  return { members, parts: [{ path, members }, ...below.flatMap((part) => part.parts)] };
};

const joined = (condition: SegmentCondition, parts: readonly NumSet[], { universe, setOf }: World): NumSet => {
  if ('all' in condition) return parts.reduce(both, universe);
  if ('any' in condition) return both(universe, parts.reduce(either, numSet([])));
  if ('not' in condition) return without(universe, parts[0]!);
  return both(universe, setOf(condition as SegmentTest));
};
