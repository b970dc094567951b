import type { RowRefusal } from '#flow/intake/contracts.ts';
import { accountsOfRows, type ImportContext, type ImportRow } from '#flow/intake/index.ts';
import type { Db } from '#platform/postgres.ts';
import { ENGAGE_SAYS } from '../domain/engage-sayings.ts';
import type { EventOwner } from '../domain/imported-event.ts';
import type { EngageDeps } from './deps.ts';

/** Whose is each row: the account of its subscription or the one that it names, and its person. Refused when it names nobody that is known. */
export const eventOwners = async (
  deps: EngageDeps,
  tx: Db,
  context: ImportContext,
  rows: readonly ImportRow[],
): Promise<(row: ImportRow) => EventOwner | { readonly refused: RowRefusal }> => {
  const subscriptions = texts(rows, 'subscription_id');
  const ofSubscription = subscriptions.length === 0 ? new Map() : await context.accountsOf('subscription', subscriptions);
  const accountOf = await accountsOfRows(tx, context, rows, deps.accountsByName);
  const people = await peopleOf(deps, tx, context, rows);
  return (row) => {
    const { subscription_id: subscription } = row.values;
    const named = accountOf(row);
    const person = people.get(row) ?? { account: 0, person: 0, alias: 0 };
    const account = (subscription ? ofSubscription.get(String(subscription)) : undefined) ?? named;
    if (account && 'refused' in account) return account;
    if (account) return { ...person, account: account.num };
    if (person.person > 0) return person;
    return { refused: subscription ? unknownSubscription(String(subscription)) : NAMES_NOBODY };
  };
};

const texts = (rows: readonly ImportRow[], field: string): readonly string[] => [
  ...new Set(rows.flatMap(({ values }) => (values[field] ? [String(values[field])] : []))),
];

const peopleOf = async (
  deps: EngageDeps,
  tx: Db,
  context: ImportContext,
  rows: readonly ImportRow[],
): Promise<ReadonlyMap<ImportRow, EventOwner>> => {
  const named = rows.filter(({ values }) => values.user_id || values.email);
  if (named.length === 0) return new Map();
  const messages = named.map(({ values }) => ({
    kind: 'track' as const,
    userId: values.user_id ? String(values.user_id) : null,
    anonymousId: null,
    deviceId: null,
    previousId: null,
    groupId: null,
    email: values.email ? String(values.email) : null,
    receivedAt: context.now,
    traits: { set: {}, setOnce: {} },
    context: { isBot: false },
  }));
  const owners = await deps.resolveMessages(tx, { ws: context.ws }, messages);
  return new Map(named.map((row, index) => [row, owners[index]!]));
};

const unknownSubscription = (id: string): RowRefusal => ({
  field: 'subscription_id',
  said: ENGAGE_SAYS.subscription_not_found({ id }),
});
const NAMES_NOBODY: RowRefusal = {
  field: null,
  said: ENGAGE_SAYS.event_of_nobody(),
};
