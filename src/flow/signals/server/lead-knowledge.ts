import { mailboxKind } from '#flow/identity/index.ts';
import { mapWithPauses } from '#platform/pauses.ts';
import type { LeadPerson } from '../domain/lead-score/account-lead-score.ts';
import type { LeadDefinition } from '../domain/lead-score/lead-definition.ts';
import { engagementOf, type PeopleOf, type PersonOfLead, peopleOfLeads } from '../store/lead-people.ts';
import type { SignalsDeps } from './deps.ts';

/** A person as the lead score sees it through time, and when it was last seen. */
export interface KnownLead extends LeadPerson {
  readonly num: number;
  readonly account: number | null;
  readonly lastSeenAt: number | null;
}

/** What do we know of these people as leads, as far as known by `asOf`? The record is the present one, from the person's creation on. */
export const knownLeads = async (
  deps: SignalsDeps,
  ws: number,
  { of, definition, asOf }: { readonly of: PeopleOf; readonly definition: LeadDefinition; readonly asOf: number },
): Promise<readonly KnownLead[]> => {
  const stores = { db: deps.postgres.db, clickhouse: deps.clickhouse };
  const people = await peopleOfLeads(stores.db, ws, of);
  if (people.length === 0) return [];
  const { facts, lastSeen } = await engagementOf(stores, ws, { people: people.map((person) => person.num), definition, asOf });
  return mapWithPauses(people, (person) => ({
    num: person.num,
    account: person.account,
    lastSeenAt: lastSeen.get(person.num) ?? null,
    records: [{ at: person.createdAt, known: person.createdAt, record: recordOf(person) }],
    facts: facts.get(person.num) ?? [],
  }));
};

const recordOf = ({ person, accountFields, email }: PersonOfLead) => ({
  person,
  account: accountFields,
  emailKind: email === null ? null : mailboxKind(email),
});
