import { type Alias, aliasKey, type IdentityMessage } from './alias.ts';
import { type CanonicalPerson, canonicalPersons } from './canonical-persons.ts';
import type { IdConvention } from './junk-ids.ts';
import { knownFromLedger } from './known-people.ts';
import { type LedgerEntry, type LedgerStep, type PersonId, renamePeople } from './ledger.ts';
import { type IdentityDecision, resolveBatch } from './resolve-batch.ts';
import { applyTraits, joinTraits, NO_TRAITS, type TraitChange, type Traits } from './traits.ts';

/** Everything that decides who people are and what is known of them, oldest first: the ledger, and the traits that messages set by alias. */
export type HistoryEntry = LedgerEntry | { readonly do: 'set'; readonly alias: Alias; readonly change: TraitChange };

/** A message as it came in, with the traits it sets and the time of its receipt (UTC ms). */
export type ReceivedMessage = IdentityMessage & { readonly change?: TraitChange; readonly at: number };

/** A person as the history tells it; `since` is the earliest creation among its members. */
export type KnownAs = CanonicalPerson & { readonly since: number; readonly traits: Traits };

/** The history after these messages: the reference for the store, which looks up only the aliases named and writes the same steps. */
export function receiveMessages(
  history: readonly HistoryEntry[],
  messages: readonly ReceivedMessage[],
  convention: IdConvention = 'aliases',
): { readonly history: readonly HistoryEntry[]; readonly decisions: readonly IdentityDecision[] } {
  const before = ledgerOf(history);
  const { decisions } = resolveBatch(messages, knownFromLedger(canonicalPersons(before)), convention);
  const names = namesForNew(before, decisions);
  const after: HistoryEntry[] = [...history];
  decisions.forEach((decision, i) => {
    const { at = 0, change } = messages[i] ?? {};
    for (const step of renamePeople(decision.steps, names)) after.push(...entryOf(step, at, `merge-${after.length}`));
    if (change && decision.main) after.push({ do: 'set', alias: decision.main, change });
  });
  return { history: after, decisions };
}

/** Who is known at the end of this history, and what is known of them? Merges that were taken back count as never made. */
export function peopleOf(history: readonly HistoryEntry[]): readonly KnownAs[] {
  const view = canonicalPersons(ledgerOf(history));
  const since = new Map(history.flatMap((entry) => (entry.do === 'create' ? [[entry.person, entry.at] as const] : [])));
  const traits = traitsByMember(history, view.nodeOf);
  return view.persons.map((person) => ({
    ...person,
    since: Math.min(...person.members.map((member) => since.get(member) ?? Number.POSITIVE_INFINITY)),
    traits: traits.get(person.id)?.traits ?? NO_TRAITS,
  }));
}

/** The part of a history that decides who is who. */
export function ledgerOf(history: readonly HistoryEntry[]): readonly LedgerEntry[] {
  return history.filter((entry) => entry.do !== 'set');
}

type Component = { readonly members: readonly PersonId[]; readonly traits: Traits };

function traitsByMember(history: readonly HistoryEntry[], nodeOf: ReadonlyMap<string, PersonId>): ReadonlyMap<PersonId, Component> {
  const undone = new Set(history.flatMap((entry) => (entry.do === 'split' ? [entry.merge] : [])));
  const of = new Map<PersonId, Component>();
  const component = (node: PersonId): Component => of.get(node) ?? { members: [node], traits: NO_TRAITS };
  const keep = (next: Component): void => {
    for (const member of next.members) of.set(member, next);
  };
  for (const entry of history) {
    if (entry.do === 'set') {
      const node = nodeOf.get(aliasKey(entry.alias));
      if (node === undefined) continue;
      const { members, traits } = component(node);
      keep({ members, traits: applyTraits(traits, entry.change) });
    } else if (entry.do === 'merge' && !undone.has(entry.merge)) {
      const [from, into] = [component(entry.from), component(entry.into)];
      keep({ members: [...into.members, ...from.members], traits: joinTraits(into.traits, from.traits) });
    }
  }
  return of;
}

function namesForNew(ledger: readonly LedgerEntry[], decisions: readonly IdentityDecision[]): ReadonlyMap<PersonId, PersonId> {
  const taken = ledger.filter((entry) => entry.do === 'create').length;
  const created = decisions.flatMap(({ steps }) => steps.flatMap((step) => (step.do === 'create' ? [step.person] : [])));
  return new Map(created.map((temporary, i) => [temporary, `person-${taken + i + 1}`]));
}

function entryOf(step: LedgerStep, at: number, merge: string): readonly LedgerEntry[] {
  if (step.do === 'refuse') return [];
  if (step.do === 'create') return [{ ...step, at }];
  if (step.do !== 'merge') return [step];
  return [{ do: 'merge', merge, from: step.from, into: step.into, forced: step.reason === 'forced_by_tool' }];
}
