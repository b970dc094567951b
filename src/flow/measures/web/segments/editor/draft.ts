import type { ConditionPath, SegmentCondition } from '../../../condition-contracts.ts';

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
