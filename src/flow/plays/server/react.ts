import type { PlayDefinition } from '#kernel/play.ts';
import { type Cause, causesOfCrossings, causesOfDates, causesOfEntries, causesOfFacts } from '../domain/causes.ts';
import type { NumberedAccount, PlayChanges } from '../domain/play-changes.ts';
import { triggeringFacts } from '../store/triggering-facts.ts';
import { act } from './act.ts';
import { type Desk, type Scene, sceneOf } from './deps.ts';
import { playsOf } from './plays-of.ts';
import { settleAccounts } from './settle-goals.ts';

/** Sets plays in motion by what is new about accounts, and looks at their goals. Repeated, or done by several at once, it acts once. */
export const react = async (desk: Desk, ws: number, changes: PlayChanges): Promise<void> => {
  const workspace = (await desk.workspaces()).find((one) => one.ws === ws);
  const nums = [
    ...new Set([...changes.accounts, ...changes.crossings.map((one) => one.account), ...changes.entries.map((one) => one.account)]),
  ];
  if (!workspace || nums.length === 0) return;
  const scene = sceneOf(workspace, desk.clock.now());
  const accounts = await desk.directory.byNums(ws, nums);
  for (const { on, definition } of await playsOf(desk, ws)) {
    if (!on) continue;
    const causes = await causesNow(desk, scene, definition, { changes, nums, accounts });
    await act(desk, scene, definition, { accounts, causes });
  }
  await settleAccounts(desk, scene, nums, accounts);
};

interface Novelty {
  readonly changes: PlayChanges;
  readonly nums: readonly number[];
  readonly accounts: ReadonlyMap<number, NumberedAccount>;
}

const causesNow = async (
  desk: Desk,
  { workspace, today }: Scene,
  { trigger }: PlayDefinition,
  { changes, nums, accounts }: Novelty,
): Promise<readonly Cause[]> => {
  const { ws, timeZone: zone } = workspace;
  switch (trigger.kind) {
    case 'signal_crosses':
      return causesOfCrossings(trigger, changes.crossings, zone);
    case 'stage_entered':
      return causesOfEntries(trigger, changes.entries, accounts.values());
    case 'date_near':
      return causesOfDates(trigger, accounts.values(), { today, zone });
    case 'fact':
      return causesOfFacts(
        await triggeringFacts(desk.clickhouse, { ws, event: trigger.event, subject: trigger.subject, accounts: nums }),
        zone,
      );
  }
};
