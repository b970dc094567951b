import type { ConditionPath, SegmentCondition } from '../../../condition-contracts.ts';

/** How the parts of a group are joined: `none` is neither of them. */
export type Join = 'all' | 'any' | 'none';

/** A group of a condition as the editor shows it. */
export interface Group {
  readonly join: Join;
  readonly parts: readonly SegmentCondition[];
}

/** Is this node a group, not a test? */
export const isGroup = (condition: SegmentCondition): boolean => 'all' in condition || 'any' in condition || 'not' in condition;

/** The group that a condition is; a test alone is a group of one. */
export const groupOf = (condition: SegmentCondition): Group => {
  if ('all' in condition) return { join: 'all', parts: condition.all };
  if ('any' in condition) return { join: 'any', parts: condition.any };
  if (!('not' in condition)) return { join: 'all', parts: [condition] };
  return { join: 'none', parts: 'any' in condition.not ? condition.not.any : [condition.not] };
};

/** The condition of a group. */
export const conditionOfGroup = ({ join, parts }: Group): SegmentCondition =>
  join === 'all' ? { all: parts } : join === 'any' ? { any: parts } : { not: { any: parts } };

/** The condition written as groups all the way down, as the editor writes it, so that parts stand where it looks for them. */
export const asGroups = (condition: SegmentCondition): SegmentCondition => {
  const { join, parts } = groupOf(condition);
  return conditionOfGroup({ join, parts: parts.map((part) => (isGroup(part) ? asGroups(part) : part)) });
};

/** Where a part of a group stands in the condition. */
export const pathOfPart = (path: ConditionPath, join: Join, at: number): ConditionPath => [...path, ...(join === 'none' ? [0, at] : [at])];

/** A path as the key of a map. */
export const keyOfPath = (path: ConditionPath): string => path.join('.');

/** A new test of what somebody did. */
export const NEW_TESTS = {
  did: { did: { events: [], where: null }, of: 'times', op: 'gte', count: 1, within: { kind: 'days', days: 30 } },
  sequence: {
    sequence: [
      { events: [], where: null },
      { events: [], where: null },
    ],
    withinSeconds: 14 * 86_400,
    within: { kind: 'days', days: 90 },
  },
  moment: { moment: 'last', of: { events: [], where: null }, op: 'before', within: { kind: 'days', days: 30 } },
  group: { any: [] },
} as const satisfies Readonly<Record<string, SegmentCondition>>;
