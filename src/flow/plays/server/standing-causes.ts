import { addDays, startOfDate } from '#kernel/calendar.ts';
import type { Condition } from '#kernel/condition.ts';
import type { PlayDefinition } from '#kernel/play.ts';
import { type Cause, causesOfDates, causesOfEntries, causesOfFacts } from '../domain/causes.ts';
import { FRESH_DAYS, windowCondition } from '../domain/date-window.ts';
import type { NumberedAccount } from '../domain/play-changes.ts';
import { triggeringFacts } from '../store/triggering-facts.ts';
import type { Occasion } from './act.ts';
import type { Desk, Scene } from './deps.ts';

/**
 * For which accounts does a cause stand today, however it was missed? In pages. A crossing of a signal is only known in the moment in which it is
 * told, so that the accounts which are in that band now are named with the cause 'now' when `bands` is asked for, and none otherwise.
 */
export async function* standingCauses(
  desk: Desk,
  scene: Scene,
  { play, bands }: { readonly play: PlayDefinition; readonly bands: boolean },
): AsyncGenerator<Occasion> {
  const { trigger } = play;
  const { ws, timeZone: zone } = scene.workspace;
  if (trigger.kind === 'fact') yield* occasionsOfFacts(desk, scene, trigger);
  else if (trigger.kind === 'date_near')
    yield* pages(desk, ws, { audience: play.audience, also: windowCondition(trigger.field, trigger.days, scene.today) }, (accounts) =>
      causesOfDates(trigger, accounts, { today: scene.today, zone }),
    );
  else if (trigger.kind === 'stage_entered')
    yield* pages(desk, ws, { audience: play.audience, also: { field: 'stage', op: 'is', value: trigger.stage } }, (accounts) =>
      causesOfEntries(trigger, [], accounts),
    );
  else if (bands) {
    const field = trigger.signal === 'health' ? 'health_band' : 'lead_grade';
    yield* pages(desk, ws, { audience: play.audience, also: { field, op: 'is', value: trigger.to } }, (accounts) =>
      accounts.map((account) => bandCause(account, { signal: trigger.signal, to: trigger.to, now: scene.now })),
    );
  }
}

async function* pages(
  desk: Desk,
  ws: number,
  { audience, also }: { readonly audience: Condition; readonly also: Condition },
  causesOf: (accounts: readonly NumberedAccount[]) => readonly Cause[],
): AsyncGenerator<Occasion> {
  for await (const page of desk.directory.where(ws, { all: [audience, also] }))
    yield { accounts: new Map(page.map((account) => [account.num, account])), causes: causesOf(page) };
}

type FactTrigger = Extract<PlayDefinition['trigger'], { kind: 'fact' }>;

const ACCOUNTS_AT_ONCE = 1_000;

async function* occasionsOfFacts(desk: Desk, { workspace, today }: Scene, trigger: FactTrigger): AsyncGenerator<Occasion> {
  const { event, subject } = trigger;
  const since = startOfDate(addDays(today, -FRESH_DAYS), workspace.timeZone);
  const causes = causesOfFacts(await triggeringFacts(desk.clickhouse, { ws: workspace.ws, event, subject, since }), workspace.timeZone);
  for (let start = 0; start < causes.length; start += ACCOUNTS_AT_ONCE) {
    const part = causes.slice(start, start + ACCOUNTS_AT_ONCE);
    const accounts = await desk.directory.byNums(
      workspace.ws,
      part.map((cause) => cause.account),
    );
    yield { accounts, causes: part };
  }
}

const bandCause = (
  account: NumberedAccount,
  { signal, to, now }: { readonly signal: string; readonly to: string; readonly now: number },
): Cause => ({ account: account.num, key: 'now', at: now, evidence: [{ label: signal, value: to, at: null }], timeless: true });
