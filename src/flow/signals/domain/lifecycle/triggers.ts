import type { Condition } from '#kernel/condition.ts';
import type { LifeStage } from '#kernel/stage-of-life.ts';
import type { StageRule, StageTrigger } from '../../contracts.ts';

/** The drop of a prospect whose deals are all lost: it follows from the stages' meaning, not from a rule. */
export const DEAL_LOST = 'deal_lost';

/** The facts that open and close a deal, read whatever the rules say. */
export const DEAL_FACTS = ['deal_opened', 'deal_won', 'deal_lost'] as const;

/** One trigger of the rules with its key (`active.0.fact`: stage, its number within the stage, kind), by which moments and causes name it. */
export interface KeyedTrigger {
  readonly key: string;
  readonly stage: LifeStage;
  readonly trigger: StageTrigger;
  readonly onlyIf: Condition | null;
  /**
   * Which matching facts can matter. `first`: the earliest (of those known by then); `life`: those since the customer's start, counted anew in
   * each life; `every`: all. A store may leave the others out.
   */
  readonly keep: 'first' | 'life' | 'every';
}

/** Which triggers are switched on, in the order of the rules? */
export const keyedTriggers = (rules: readonly StageRule[]): readonly KeyedTrigger[] => {
  const seen = new Map<LifeStage, number>();
  return rules
    .filter((rule) => rule.on)
    .flatMap((rule) =>
      rule.when.map((trigger) => {
        const number = seen.get(rule.stage) ?? 0;
        seen.set(rule.stage, number + 1);
        return {
          key: `${rule.stage}.${number}.${trigger.kind}`,
          stage: rule.stage,
          trigger,
          onlyIf: rule.onlyIf,
          keep: keepOf(rule, trigger),
        };
      }),
    );
};

/** What does a move's cause say? The stage whose rule moved it, the trigger's kind, and whether the trigger began or ceased to hold. */
export const readCause = (
  cause: string,
): { readonly stage: LifeStage | null; readonly kind: StageTrigger['kind'] | typeof DEAL_LOST; readonly ended: boolean } => {
  if (cause === DEAL_LOST) return { stage: null, kind: DEAL_LOST, ended: true };
  const [stage, , kind, ended] = cause.split('.');
  return { stage: stage as LifeStage, kind: kind as StageTrigger['kind'], ended: ended === 'ended' };
};

const LIVED: ReadonlySet<LifeStage> = new Set(['active', 'expanded', 'renewing']);
// These are entered again and again; the others are reached once, in a life or ever.
const RETURNED_TO: ReadonlySet<LifeStage> = new Set(['opportunity', 'onboarding', 'churned']);

const keepOf = (rule: StageRule, trigger: StageTrigger): KeyedTrigger['keep'] => {
  if (LIVED.has(rule.stage)) return 'life';
  if (RETURNED_TO.has(rule.stage) || rule.onlyIf !== null) return 'every';
  return trigger.kind === 'fact' && trigger.times > 1 ? 'every' : 'first';
};
