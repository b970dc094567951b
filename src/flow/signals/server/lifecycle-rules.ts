import type { MergedNames } from '#flow/measures/index.ts';
import type { Milestone } from '#kernel/activation.ts';
import { AppError } from '#kernel/app-error.ts';
import { fieldsOf } from '#kernel/condition.ts';
import { LIFE_STAGES } from '#kernel/stage-of-life.ts';
import type { LifecyclePreview, LifecycleRules, LifecycleRulesVersion, StageRule } from '../contracts.ts';
import { milestonesUnder } from '../domain/lifecycle/milestones.ts';
import { movesUnder, type RuleVersion } from '../domain/lifecycle/rule-history.ts';
import { rulesWithMerged } from '../domain/lifecycle/rules-with-merged.ts';
import { SIGNAL_SAYS } from '../domain/signal-sayings.ts';
import { accountScope, sampleAccounts } from '../store/account-scope.ts';
import { ruleVersions, type SavedRules, saveRules } from '../store/rule-sets.ts';
import { leadDefinition } from '../store/signal-versions.ts';
import type { Place, SignalsDeps } from './deps.ts';
import { lifecycleKnowledge } from './lifecycle-knowledge.ts';

/** The rules that move accounts now. */
export const presentRules = async (deps: SignalsDeps, ws: number): Promise<LifecycleRules> =>
  shown((await ruleVersions(deps.postgres.db, ws)).at(-1)!);

/** Every version of the rules, the newest first. */
export const rulesVersions = async (deps: SignalsDeps, ws: number): Promise<LifecycleRulesVersion[]> =>
  [...(await ruleVersions(deps.postgres.db, ws))]
    .reverse()
    .map((saved) => ({ ...shown(saved), reach: saved.reach, changedAt: saved.savedAt === 0 ? null : saved.savedAt }));

/** When does a customer count as activated, as far as was said by an instant (UTC ms)? What the rules for Active count, each for its time. */
export const activationMilestones = async (deps: RulesDeps, ws: number, asOf: number): Promise<readonly Milestone[]> =>
  milestonesUnder(await rulesInForce(deps, ws), asOf);

/** Every version of the rules as facts are counted by them: with the names that the tracking plan merges into theirs. */
export const rulesInForce = async ({ postgres, mergedNamesOf }: RulesDeps, ws: number): Promise<readonly SavedRules[]> => {
  const [versions, merged] = await Promise.all([ruleVersions(postgres.db, ws), mergedNamesOf?.(ws)]);
  return merged ? rulesWithMerged(versions, merged) : versions;
};

/** Does any version of the rules count other facts after names were merged or split? */
export const countOtherFacts = async ({ postgres }: RulesDeps, ws: number, before: MergedNames, after: MergedNames): Promise<boolean> => {
  const versions = await ruleVersions(postgres.db, ws);
  return JSON.stringify(rulesWithMerged(versions, before)) !== JSON.stringify(rulesWithMerged(versions, after));
};

type RulesDeps = Pick<SignalsDeps, 'postgres' | 'mergedNamesOf'>;

/** Saves new rules: for what happens from now on, or for all history when it is recomputed. */
export const keepRules = async (
  deps: SignalsDeps,
  ws: number,
  { rules, reach, by }: { rules: readonly StageRule[]; reach: RuleVersion['reach']; by: string },
): Promise<LifecycleRules> => {
  refuseOddRules(rules);
  const saved = await deps.postgres.transaction((tx) => saveRules(tx, ws, { rules, reach, savedAt: deps.clock.now(), savedBy: by }));
  return shown(saved);
};

const SAMPLE = 2_000;
const MOST_SHOWN = 50;

/** Where would real accounts stand under these rules, had they always ruled? Nothing is saved; a large workspace is sampled. */
export const previewRules = async (deps: SignalsDeps, place: Place, rules: readonly StageRule[]): Promise<LifecyclePreview> => {
  refuseOddRules(rules);
  const { db } = deps.postgres;
  const sample = await sampleAccounts(db, place.ws, SAMPLE);
  const [scope, versions, lead, merged] = await Promise.all([
    accountScope(
      db,
      place.ws,
      sample.map((one) => one.num),
    ),
    rulesInForce(deps, place.ws),
    leadDefinition(db, place.ws),
    deps.mergedNamesOf?.(place.ws),
  ]);
  const asOf = deps.clock.now();
  const tried: RuleVersion = { version: versions.at(-1)!.version + 1, rules, savedAt: 0, reach: 'history' };
  const [candidate = tried] = merged ? rulesWithMerged([tried], merged) : [tried];
  const knowledge = await lifecycleKnowledge(deps, { place, scope, versions: [...versions, candidate], lead, asOf });
  const stands = sample.flatMap(({ num, id, name }) => {
    const known = knowledge.get(num)?.lifecycle;
    if (known === undefined) return [];
    const [now, after] = [movesUnder(versions, known).at(-1) ?? null, movesUnder([candidate], known).at(-1) ?? null];
    return [{ accountId: id, name, now: now?.stage ?? null, tried: after?.stage ?? null, cause: after?.cause ?? '' }];
  });
  const changed = stands.filter((one) => one.now !== one.tried);
  return {
    sampled: stands.length,
    stages: LIFE_STAGES.map((stage) => ({
      stage,
      now: stands.filter((one) => one.now === stage).length,
      tried: stands.filter((one) => one.tried === stage).length,
    })),
    changed: changed.slice(0, MOST_SHOWN),
    changedTotal: changed.length,
  };
};

const ATTRIBUTES: ReadonlySet<string> = new Set(['name', 'domain', 'industry', 'country', 'channel', 'plan', 'seats', 'owner']);

const refuseOddRules = (rules: readonly StageRule[]): void => {
  const twice = rules.find((rule, index) => rules.findIndex((other) => other.stage === rule.stage) !== index);
  const problems = rules.flatMap(({ onlyIf }, index) =>
    (onlyIf === null ? [] : fieldsOf(onlyIf))
      .filter((field) => !ATTRIBUTES.has(field) && !field.startsWith('x.'))
      .map((field) => ({
        field: `body.rules.${index}.onlyIf`,
        code: 'unknown_field',
        said: SIGNAL_SAYS.rule_field_unknown({ field, fields: [...ATTRIBUTES] }),
      })),
  );
  if (twice)
    problems.push({
      field: 'body.rules',
      code: 'stage_twice',
      said: SIGNAL_SAYS.stage_ruled_twice({ stage: twice.stage }),
    });
  if (problems.length > 0) throw new AppError('invalid', SIGNAL_SAYS.rules_wrong(), { fields: problems });
};

const shown = ({ version, rules, savedAt, savedBy }: SavedRules): LifecycleRules => ({
  version,
  rules: [...rules],
  changedAt: savedAt,
  changedBy: savedBy,
});
