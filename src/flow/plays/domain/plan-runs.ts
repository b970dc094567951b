import { addDays, dateOf, startOfDate } from '#kernel/calendar.ts';
import { holds } from '#kernel/condition.ts';
import { bucketOf } from '#kernel/hash.ts';
import type { PlayDefinition } from '#kernel/play.ts';
import { accountField } from './account-field.ts';
import type { Cause } from './causes.ts';
import { FRESH_DAYS } from './date-window.ts';
import type { NumberedAccount } from './play-changes.ts';

/** Acted on, held out for comparison, or passed over because the cause is long past. */
export type RunArm = 'act' | 'hold' | 'old';

/** What a play decided earlier about an account. */
export interface EarlierRun {
  readonly account: number;
  readonly key: string;
  readonly arm: RunArm;
}

/** A decision of a play, not yet written. */
export interface PlannedRun {
  readonly account: NumberedAccount;
  readonly cause: Cause;
  readonly arm: RunArm;
  readonly version: number;
  readonly at: number;
  /** The instant at which the last day of the goal's window ends; null for 'old'. */
  readonly goalBy: number | null;
  readonly heldAtStart: boolean;
}

export interface PlanScene {
  readonly play: PlayDefinition;
  readonly workspaceId: string;
  readonly zone: string;
  readonly now: number;
  readonly accounts: ReadonlyMap<number, NumberedAccount>;
  readonly earlier: readonly EarlierRun[];
}

/**
 * What does the play decide about these causes? Nothing about accounts outside its audience or causes decided before. An account keeps the arm
 * that it got first, so that a changed hold-out share moves nobody who was already counted.
 */
export const planRuns = (scene: PlanScene, causes: readonly Cause[]): readonly PlannedRun[] => {
  const decided = new Set(scene.earlier.map(({ account, key }) => `${account}:${key}`));
  const arms = new Map(scene.earlier.flatMap(({ account, arm }) => (arm === 'old' ? [] : [[account, arm] as const])));
  return causes.flatMap((cause) => {
    const account = scene.accounts.get(cause.account);
    if (!account || decided.has(`${account.num}:${cause.key}`)) return [];
    if (!meets(account, scene.play.audience, scene.now)) return [];
    const arm = isOld(cause, scene) ? 'old' : (arms.get(account.num) ?? armOf(scene, account.id));
    return [plannedRun(scene, { account, cause, arm })];
  });
};

/** Does the account meet the condition now? */
export const meets = (account: NumberedAccount, condition: PlayDefinition['audience'], now: number): boolean =>
  holds(condition, (field) => accountField(account, field), now);

/** Is an account acted on or held out? Always the same for a play of a workspace and this share, and unrelated between plays. */
export const armOf = ({ play, workspaceId }: Pick<PlanScene, 'play' | 'workspaceId'>, accountId: string): 'act' | 'hold' =>
  bucketOf(`${play.id}:${workspaceId}`, accountId) < play.holdOutPercent * 100 ? 'hold' : 'act';

const isOld = (cause: Cause, { now, zone }: PlanScene): boolean =>
  !cause.timeless && dateOf(cause.at, zone) < addDays(dateOf(now, zone), -FRESH_DAYS);

const plannedRun = ({ play, now, zone }: PlanScene, decision: Pick<PlannedRun, 'account' | 'cause' | 'arm'>): PlannedRun => ({
  ...decision,
  version: play.version,
  at: now,
  goalBy: decision.arm === 'old' ? null : startOfDate(addDays(dateOf(now, zone), play.goal.withinDays + 1), zone),
  heldAtStart: meets(decision.account, play.goal.condition, now),
});
