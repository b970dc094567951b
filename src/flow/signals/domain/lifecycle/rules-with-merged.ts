import { type MergedNames, withMerged } from '#flow/measures/plan-contracts.ts';
import type { StageRule } from '../../contracts.ts';
import type { RuleVersion } from './rule-history.ts';

/** The versions of the rules with every event also meaning what counts as it now: a rule states names, the tracking plan says which are one. */
export const rulesWithMerged = <Version extends RuleVersion>(versions: readonly Version[], merged: MergedNames): readonly Version[] =>
  merged.size === 0 ? versions : versions.map((version) => ({ ...version, rules: version.rules.map((rule) => withNames(rule, merged)) }));

const withNames = (rule: StageRule, merged: MergedNames): StageRule => ({
  ...rule,
  when: rule.when.map((trigger) => (trigger.kind === 'fact' ? { ...trigger, events: [...withMerged(trigger.events, merged)] } : trigger)),
});
