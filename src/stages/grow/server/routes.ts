import { AppError } from '#kernel/app-error.ts';
import { dateOf } from '#kernel/calendar.ts';
import { RECORD_SAYS } from '#kernel/record-sayings.ts';
import { type Route, route } from '#platform/http.ts';
import { listAccountSubscriptions, type Subscription } from '../contracts.ts';
import { mrrOn, phaseOn, type SubscriptionRecord, termEndOf } from '../domain/subscription.ts';
import { subscriptionsOfAccount } from '../store/subscriptions.ts';
import type { GrowDeps } from './deps.ts';

/** Answers what an account pays for. Who may not see money gets neither amounts nor phases, which would tell them. */
export const growRoutes = (deps: GrowDeps): readonly Route[] => [
  route(listAccountSubscriptions, async ({ params }, { workspace, now, may }) => {
    const nums = await deps.accountNums(workspace.ws, params.id);
    if (nums === null) throw new AppError('not_found', RECORD_SAYS.account_gone({ id: params.id }));
    const records = await subscriptionsOfAccount(deps.postgres.db, workspace.ws, nums);
    const view = { accountId: params.id, today: dateOf(now, workspace.timeZone), mayMoney: may('money.read') };
    return { rows: records.map((record) => presented(record, view)) };
  }),
];

const presented = (
  record: SubscriptionRecord,
  { accountId, today, mayMoney }: { accountId: string; today: string; mayMoney: boolean },
): Subscription => ({
  id: record.id,
  accountId,
  externalId: record.externalId,
  plan: record.plan,
  seats: record.seats,
  currency: record.currency,
  mrrMinor: mayMoney ? mrrOn(record.phases, today) : null,
  interval: record.interval,
  trial: phaseOn(record.phases, today)?.trial ?? false,
  autoRenew: record.autoRenew,
  startedOn: record.startedOn,
  endedOn: record.endedOn,
  termEndsOn: termEndOf(record, today),
  endReason: record.endReason,
  phases: mayMoney ? [...record.phases] : [],
  updatedAt: record.updatedAt,
});
