import type { AccountChange, AccountRecord, AttributeValues } from './account-record.ts';

const GAPS = ['domain', 'industry', 'country', 'channel', 'plan', 'seats', 'ownerId', 'parentNum', 'parentRef'] as const;

/** What a merge filled in the account that stands. */
export type FilledGaps = { readonly fields: Pick<AccountChange, (typeof GAPS)[number]>; readonly attributes: AttributeValues };

/** A merge of two accounts that stands, by number. */
export type AccountEdge = { readonly from: number; readonly into: number };

/** What does the account that stands lack and the other one know? */
export function gapsFilledBy(from: AccountRecord, into: AccountRecord): FilledGaps {
  const fields = GAPS.flatMap((key) =>
    into[key] === null && from[key] !== null && !pointsAt(key, from[key], into) ? [[key, from[key]]] : [],
  );
  const attributes = Object.entries(from.attributes).filter(([key, value]) => value !== null && !Object.hasOwn(into.attributes, key));
  return { fields: Object.fromEntries(fields), attributes: Object.fromEntries(attributes) };
}

/** The change that fills these gaps. */
export function fillingChange({ fields, attributes }: FilledGaps): AccountChange {
  return { ...fields, attributes };
}

/** The change that empties them again; what was changed since stays. */
export function emptyingChange({ fields, attributes }: FilledGaps, now: AccountRecord): AccountChange {
  const untouched = GAPS.filter((key) => fields[key] !== undefined && now[key] === fields[key]);
  const kept = Object.keys(attributes).filter((key) => now.attributes[key] === attributes[key]);
  return {
    ...Object.fromEntries(untouched.map((key) => [key, null])),
    attributes: Object.fromEntries(kept.map((key) => [key, null])),
  };
}

/** Which account stands for this one, at the end of all merges that hold? */
export function standingAccountOf(num: number, edges: readonly AccountEdge[]): number {
  const next = edges.find((edge) => edge.from === num);
  return next ? standingAccountOf(next.into, edges) : num;
}

// An account is not its own parent, though a merge may ask for it.
function pointsAt(key: (typeof GAPS)[number], value: string | number | null, into: AccountRecord): boolean {
  return key === 'parentNum' && value === into.num;
}
