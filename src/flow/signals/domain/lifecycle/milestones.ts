import type { Milestone } from '#kernel/activation.ts';
import { type RuleVersion, rulingBy } from './rule-history.ts';

/**
 * What did a customer have to do to be activated, by the versions of the rules saved by `now` (UTC ms)? Each trigger of the rule for Active that counts
 * facts, for as long as its version ruled: what moves accounts into Active and what the activation rate counts is one thing.
 */
export const milestonesUnder = (versions: readonly RuleVersion[], now: number): readonly Milestone[] => {
  const ruling = rulingBy(versions, now);
  return ruling.flatMap(({ rules, savedAt }, index) =>
    rules
      .filter((rule) => rule.stage === 'active' && rule.on)
      .flatMap((rule) => rule.when)
      .flatMap((trigger): readonly Milestone[] =>
        trigger.kind !== 'fact'
          ? []
          : [
              {
                ...{ events: trigger.events, where: trigger.where, times: trigger.times, people: trigger.people ?? 1 },
                withinDays: trigger.withinDays,
                from: index === 0 ? null : savedAt,
                until: ruling[index + 1]?.savedAt ?? null,
              },
            ],
      ),
  );
};
