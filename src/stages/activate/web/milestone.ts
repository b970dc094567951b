import { useMemo } from 'react';
import { getTrackingPlan, type MergedNames, mergedNames, NONE_MERGED, wholeNames } from '#flow/measures/plan-contracts.ts';
import { getLifecycleRules, type StageRule, type StageTrigger } from '#flow/signals/contracts.ts';
import type { FieldTest } from '#kernel/condition.ts';
import { useQueryOf } from '#web/queries.ts';
import type { EarlyBehaviour } from '../contracts.ts';
import type { SaidBehaviour } from './behaviour-words.ts';

export type FactTrigger = Extract<StageTrigger, { kind: 'fact' }>;

/** The rule for Active as it stands: its triggers, and the one that is the milestone when there is only one. */
export const useMilestone = () => {
  const rules = useQueryOf(getLifecycleRules, {}).data;
  const triggers = rules === undefined ? [] : milestonesOf(rules.rules);
  return { rules, triggers, trigger: triggers.length === 1 ? triggers[0]! : null };
};

/** The names of events that count as others, by the tracking plan. */
export const useMergedNames = (): MergedNames => {
  const plan = useQueryOf(getTrackingPlan, {}, { freshFor: 60_000 }).data?.events;
  return useMemo(() => (plan ? mergedNames(plan) : NONE_MERGED), [plan]);
};

/** What the rule for Active counts. */
export const milestonesOf = (rules: readonly StageRule[]): readonly FactTrigger[] =>
  rules
    .filter((rule) => rule.stage === 'active' && rule.on)
    .flatMap((rule) => rule.when)
    .flatMap((trigger) => (trigger.kind === 'fact' ? [trigger] : []));

/** A behaviour as a trigger of the lifecycle: what counts as this event by the tracking plan counts there too, as long as it does. */
export const triggerOf = ({ event, feature, times, people, withinDays }: EarlyBehaviour): FactTrigger => ({
  ...{ kind: 'fact', events: [event], times, withinDays },
  ...(people > 1 ? { people } : {}),
  where: feature === null ? null : { field: 'feature', op: 'is', value: feature },
});

/** A milestone as a behaviour, where it is one that can be said in a line; null for those with several events or other conditions. */
export const behaviourOf = ({ events, where, times, people = 1, withinDays }: FactTrigger, merged: MergedNames): SaidBehaviour | null => {
  const names = wholeNames(events, merged);
  const test = where as FieldTest | null;
  const isPlain = test === null || (test.field === 'feature' && test.op === 'is' && typeof test.value === 'string');
  if (names.length !== 1 || !isPlain) return null;
  return { event: names[0]!, feature: test === null ? null : String(test.value), times, people, withinDays };
};

/** Is this behaviour what the trigger counts? */
export const isMilestone = (
  trigger: FactTrigger,
  { event, feature, times, people, withinDays }: EarlyBehaviour,
  merged: MergedNames,
): boolean => {
  const now = behaviourOf(trigger, merged);
  return JSON.stringify(now) === JSON.stringify({ event, feature, times, people, withinDays });
};

/** The rules with this behaviour as the milestone: the only way into Active. */
export const withMilestone = (rules: readonly StageRule[], behaviour: EarlyBehaviour): StageRule[] => {
  const rest = rules.filter((rule) => rule.stage !== 'active');
  const before = rules.find((rule) => rule.stage === 'active');
  return [...rest, { stage: 'active', onlyIf: before?.onlyIf ?? null, on: true, when: [triggerOf(behaviour)] }];
};
