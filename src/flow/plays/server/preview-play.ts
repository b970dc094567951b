import type { EndpointOutput } from '#kernel/endpoint.ts';
import type { PlayDefinition } from '#kernel/play.ts';
import type { previewPlay as endpoint } from '../contracts.ts';
import { unsettledRuns } from '../store/runs.ts';
import { decide } from './act.ts';
import type { Desk, Scene } from './deps.ts';
import { standingCauses } from './standing-causes.ts';

const EXAMPLES = 20;

/**
 * Whom would the play act on now? Accounts with a fresh cause that it has not decided about, held-out ones left out. A play on a signal counts
 * those in the band whose last run is settled, although it would act when the next one crosses.
 */
export const previewPlay = async (desk: Desk, scene: Scene, play: PlayDefinition): Promise<EndpointOutput<typeof endpoint>> => {
  const seen = new Set<number>();
  const examples: EndpointOutput<typeof endpoint>['examples'] = [];
  for await (const occasion of standingCauses(desk, scene, { play, bands: true })) {
    const busy = await busyAccounts(desk, scene, play, [...occasion.accounts.keys()]);
    for (const { account, arm, cause } of await decide(desk, scene, play, occasion)) {
      if (arm !== 'act' || seen.has(account.num) || busy.has(account.num)) continue;
      seen.add(account.num);
      const [first] = cause.evidence;
      if (examples.length < EXAMPLES)
        examples.push({ accountId: account.id, name: account.name, cause: first ? `${first.label}: ${first.value}` : cause.key });
    }
  }
  return { accounts: seen.size, examples };
};

const busyAccounts = async (desk: Desk, scene: Scene, play: PlayDefinition, nums: readonly number[]): Promise<ReadonlySet<number>> => {
  if (play.trigger.kind !== 'signal_crosses') return new Set();
  const runs = await unsettledRuns(desk.postgres.db, scene.workspace.ws, nums);
  return new Set(runs.filter((run) => run.playId === play.id).map((run) => run.account));
};
