import { LIFE_STAGES, type LifeStage } from '#kernel/stage-of-life.ts';
import { StageRule, StageTrigger } from '../../contracts.ts';

/** The kinds of triggers in the order in which they are offered. */
export const TRIGGER_KINDS = ['fact', 'lead_score', 'mrr_started', 'mrr_above_start', 'term_ends_within', 'mrr_ended'] as const;
export type TriggerKind = (typeof TRIGGER_KINDS)[number];

/** A new trigger of a kind, ready to be changed. One of facts has no event yet and cannot be saved like this. */
export const newTrigger = (kind: TriggerKind): StageTrigger => {
  switch (kind) {
    case 'fact':
      return { kind, events: [], where: null, times: 1, withinDays: null };
    case 'lead_score':
      return { kind, atLeast: 50, gradeAtLeast: 'B' };
    case 'mrr_above_start':
      return { kind, byRatio: 0 };
    case 'term_ends_within':
      return { kind, days: 90 };
    case 'mrr_started':
    case 'mrr_ended':
      return { kind };
  }
};

/** The rules in the order of the stages, one for each: a stage without a rule has one that moves nothing. */
export const everyStage = (rules: readonly StageRule[]): readonly StageRule[] =>
  LIFE_STAGES.map((stage) => rules.find((rule) => rule.stage === stage) ?? { stage, when: [], onlyIf: null, on: true });

/** The rules with that of one stage changed. */
export const withRule = (rules: readonly StageRule[], stage: LifeStage, change: Partial<StageRule>): readonly StageRule[] =>
  rules.map((rule) => (rule.stage === stage ? { ...rule, ...change } : rule));

/** A list with the item at a place replaced, or taken out for null. */
export const withItem = <Item>(items: readonly Item[], at: number, next: Item | null): Item[] =>
  items.flatMap((item, index) => (index !== at ? [item] : next === null ? [] : [next]));

/** Can these rules be saved as they are? */
export const areComplete = (rules: readonly StageRule[]): boolean => rules.every((rule) => StageRule.safeParse(rule).success);

/** Is this trigger filled in far enough to be used? */
export const isCompleteTrigger = (trigger: StageTrigger): boolean => StageTrigger.safeParse(trigger).success;
