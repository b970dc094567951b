import type { Alias, AliasKind, AliasProblem } from './alias.ts';

/** A person's id; a person not written yet has a temporary one (`new:1`). */
export type PersonId = string;

/** Why two people were joined. */
export type MergeReason = 'same_message' | 'alias_call' | 'forced_by_tool' | 'decided_by_human';

/** Why an id was not linked or two people were not joined. */
export type Refusal =
  | { readonly do: 'refuse'; readonly reason: AliasProblem; readonly kind: AliasKind; readonly raw: string }
  | {
      readonly do: 'refuse';
      readonly reason: 'both_have_user_ids' | 'another_email' | 'kept_apart';
      readonly alias: Alias;
      readonly with: Alias;
    };

/** One step of the ledger. People named in it are the *nodes* that hold the aliases, never the canonical person, so that each step can be taken back alone. */
export type LedgerStep =
  | { readonly do: 'create'; readonly person: PersonId }
  | { readonly do: 'link'; readonly alias: Alias; readonly person: PersonId }
  | { readonly do: 'identify'; readonly person: PersonId }
  | MergeStep
  | Refusal;

/** An edge between two people; on conflict the traits of `into` stand. `survivor` is the canonical person of both afterwards, `absorbed` the one that was. */
export type MergeStep = {
  readonly do: 'merge';
  readonly from: PersonId;
  readonly into: PersonId;
  readonly survivor: PersonId;
  readonly absorbed: PersonId;
  readonly reason: MergeReason;
};

/** Who did it, when (UTC ms) and why, for the steps a person or a tool takes by hand. */
export type Signature = { readonly actor: string; readonly at: number; readonly reason: string };

/** What is kept for good, oldest first. `at` of a creation: UTC ms. A merge has an id by which a split takes it back; an unlink moves an alias to a person of its own. */
export type LedgerEntry =
  | { readonly do: 'create'; readonly person: PersonId; readonly at: number }
  | { readonly do: 'link'; readonly alias: Alias; readonly person: PersonId }
  | { readonly do: 'identify'; readonly person: PersonId }
  | {
      readonly do: 'merge';
      readonly merge: string;
      readonly from: PersonId;
      readonly into: PersonId;
      readonly forced: boolean;
      readonly signed?: Signature;
    }
  | { readonly do: 'split'; readonly merge: string; readonly signed: Signature }
  | { readonly do: 'unlink'; readonly alias: Alias; readonly from: PersonId; readonly to: PersonId; readonly signed: Signature };

/** The same steps with the ids under which new people were written; unknown ids stay. */
export function renamePeople<Step extends LedgerStep>(steps: readonly Step[], names: ReadonlyMap<PersonId, PersonId>): readonly Step[] {
  const name = (person: PersonId): PersonId => names.get(person) ?? person;
  return steps.map((step) => {
    if (step.do === 'refuse') return step;
    if (step.do !== 'merge') return { ...step, person: name(step.person) };
    return { ...step, from: name(step.from), into: name(step.into), survivor: name(step.survivor), absorbed: name(step.absorbed) };
  });
}
