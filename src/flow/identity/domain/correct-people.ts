import { type Alias, aliasKey } from './alias.ts';
import type { CanonicalPersons } from './canonical-persons.ts';
import type { LedgerEntry, PersonId, Signature } from './ledger.ts';

/** What a human wants, answered with the entries to append or the reason why not. */
export type Correction =
  | { readonly ok: true; readonly entries: readonly LedgerEntry[] }
  | {
      readonly ok: false;
      readonly reason:
        | 'unknown_person'
        | 'same_person'
        | 'both_have_user_ids'
        | 'unknown_merge'
        | 'already_undone'
        | 'unknown_alias'
        | 'only_alias';
    };

/** A merge by hand: `into`'s traits stand. `force` joins even two people who each have a user id. */
export type MergeRequest = {
  readonly merge: string;
  readonly from: PersonId;
  readonly into: PersonId;
  readonly force?: boolean;
  readonly signed: Signature;
};

/** May these two people be joined, and what is written then? Two people with a user id each are only joined by force. */
export function mergePeople(view: CanonicalPersons, request: MergeRequest): Correction {
  const from = view.canonicalOf.get(request.from);
  const into = view.canonicalOf.get(request.into);
  if (from === undefined || into === undefined) return { ok: false, reason: 'unknown_person' };
  if (from === into) return { ok: false, reason: 'same_person' };
  const [left, right] = [from, into].map((id) => view.persons.find((person) => person.id === id));
  const conflict = left?.identified === true && right?.identified === true;
  if (conflict && !request.force) return { ok: false, reason: 'both_have_user_ids' };
  const { merge, signed } = request;
  return { ok: true, entries: [{ do: 'merge', merge, from: request.from, into: request.into, forced: conflict, signed }] };
}

/**
 * What is written to take a merge back? Any merge can be taken back, also an older one with later ones standing: the people it joined part,
 * later joins stay with the side they were made on, and no message joins the two sides again.
 */
export function undoMerge(ledger: readonly LedgerEntry[], merge: string, signed: Signature): Correction {
  if (!ledger.some((entry) => entry.do === 'merge' && entry.merge === merge)) return { ok: false, reason: 'unknown_merge' };
  if (ledger.some((entry) => entry.do === 'split' && entry.merge === merge)) return { ok: false, reason: 'already_undone' };
  return { ok: true, entries: [{ do: 'split', merge, signed }] };
}

/** What is written to move one alias, with all its events, to a new person of its own? The last alias of a person cannot leave it. */
export function detachAlias(
  view: CanonicalPersons,
  request: { readonly alias: Alias; readonly to: PersonId; readonly signed: Signature },
): Correction {
  const { alias, to, signed } = request;
  const from = view.nodeOf.get(aliasKey(alias));
  if (from === undefined) return { ok: false, reason: 'unknown_alias' };
  const person = view.persons.find(({ id }) => id === view.canonicalOf.get(from));
  if (person?.aliases.length === 1) return { ok: false, reason: 'only_alias' };
  return {
    ok: true,
    entries: [
      { do: 'create', person: to, at: signed.at },
      { do: 'unlink', alias, from, to, signed },
    ],
  };
}
