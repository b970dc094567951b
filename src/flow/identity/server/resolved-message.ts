import { hash } from 'node:crypto';
import type { IdentityMessage } from '../domain/alias.ts';
import type { TraitChange } from '../domain/traits.ts';

/** What identity reads of a tracking message. */
export type ResolvableMessage = IdentityMessage & {
  readonly groupId: string | null;
  readonly email: string | null;
  /** UTC ms. */
  readonly receivedAt: number;
  readonly traits: TraitChange;
  readonly context: { readonly isBot: boolean };
};

/** Whose message it is, in the dense numbers that facts carry; 0 for nobody. The account is the one that was named, also when another stands for it. */
export interface ResolvedMessage {
  readonly person: number;
  readonly account: number;
  readonly alias: number;
}

export const NOBODY_RESOLVED: ResolvedMessage = { person: 0, account: 0, alias: 0 };

/** What a message says of a person, with its address filling a gap; group calls speak of the group instead. */
export function personChangeOf(message: ResolvableMessage): TraitChange {
  const { set, setOnce } = message.kind === 'group' ? {} : message.traits;
  const ownSet = withoutOwnKeys(set ?? {});
  const named = message.email && !('email' in ownSet) ? { email: message.email } : {};
  return { set: ownSet, setOnce: { ...withoutOwnKeys(setOnce ?? {}), ...named } };
}

/** A short text for what a message says, by which a repetition is known; null when it says nothing. */
export function sayingOf({ set, setOnce }: TraitChange): string | null {
  if (isEmpty(set) && isEmpty(setOnce)) return null;
  return hash('md5', JSON.stringify([set ?? {}, setOnce ?? {}]), 'base64');
}

function isEmpty(said: Readonly<Record<string, unknown>> | undefined): boolean {
  return said === undefined || Object.keys(said).length === 0;
}

// Keys with a $ are ours (the account of a person) or a tool's own.
function withoutOwnKeys(said: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const keys = Object.keys(said);
  return keys.some((key) => key.startsWith('$')) ? Object.fromEntries(Object.entries(said).filter(([key]) => !key.startsWith('$'))) : said;
}
