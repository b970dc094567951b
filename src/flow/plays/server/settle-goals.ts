import { goalVerdict, type UnsettledRun } from '../domain/goal-verdict.ts';
import { meets } from '../domain/plan-runs.ts';
import type { NumberedAccount } from '../domain/play-changes.ts';
import { valueAtStake } from '../domain/task-rank.ts';
import { allUnsettledRuns, forgetRuns, settleRuns, unsettledRuns } from '../store/runs.ts';
import { accountsWithTasks, forgetTasks, refreshValues } from '../store/tasks.ts';
import type { Desk, Scene } from './deps.ts';

type Accounts = ReadonlyMap<number, NumberedAccount>;

/** Looks at these accounts again: were goals reached, what hangs on their tasks now? What is kept about accounts that are gone is forgotten. */
export const settleAccounts = async (desk: Desk, scene: Scene, nums: readonly number[], accounts: Accounts): Promise<void> => {
  const { ws } = scene.workspace;
  const { db } = desk.postgres;
  await forgetAccounts(desk, ws, goneOf(nums, accounts));
  await judgeGoals(desk, scene, { runs: await unsettledRuns(db, ws, nums), accounts });
  await refreshValues(db, ws, valuesOf(nums, accounts));
};

/** The same for every account of a workspace of which a goal or a task is open. */
export const settleAll = async (desk: Desk, scene: Scene): Promise<void> => {
  const { ws } = scene.workspace;
  const { db } = desk.postgres;
  for await (const runs of allUnsettledRuns(db, ws)) {
    const nums = [...new Set(runs.map((run) => run.account))];
    const accounts = await desk.directory.byNums(ws, nums);
    await judgeGoals(desk, scene, { runs, accounts });
    await forgetAccounts(desk, ws, goneOf(nums, accounts));
  }
  for (let beyond = 0; ; ) {
    const nums = await accountsWithTasks(db, ws, beyond);
    if (nums.length === 0) return;
    const accounts = await desk.directory.byNums(ws, nums);
    await refreshValues(db, ws, valuesOf(nums, accounts));
    await forgetAccounts(desk, ws, goneOf(nums, accounts));
    beyond = nums.at(-1)!;
  }
};

const goneOf = (nums: readonly number[], accounts: Accounts): readonly number[] => nums.filter((num) => !accounts.has(num));

const judgeGoals = async (
  desk: Desk,
  { workspace, now }: Scene,
  { runs, accounts }: { readonly runs: readonly UnsettledRun[]; readonly accounts: Accounts },
): Promise<void> => {
  // Goals are the stage's, not the workspace's: as shipped.
  const goals = new Map(desk.shipped.map(({ definition }) => [definition.id, definition.goal.condition]));
  const verdicts = runs.flatMap((run) => {
    const account = accounts.get(run.account);
    const goal = goals.get(run.playId);
    if (!account || !goal) return [];
    const verdict = goalVerdict(run, meets(account, goal, now), now);
    return verdict === 'open' ? [] : [{ id: run.id, reached: verdict === 'reached' }];
  });
  await settleRuns(desk.postgres.db, { ws: workspace.ws, now }, verdicts);
};

const forgetAccounts = async (desk: Desk, ws: number, nums: readonly number[]): Promise<void> => {
  if (nums.length === 0) return;
  await desk.postgres.transaction(async (tx) => {
    await forgetTasks(tx, ws, nums);
    await forgetRuns(tx, ws, nums);
  });
};

const valuesOf = (nums: readonly number[], accounts: Accounts) =>
  nums.flatMap((num) => {
    const account = accounts.get(num);
    return account ? [{ account: num, valueMinor: valueAtStake(account.mrrMinor) }] : [];
  });
