import type { FactDraft } from '#kernel/fact.ts';
import { hash53 } from '#kernel/hash.ts';

/** An event of a file before it is known whether it is in already. `owner` is whose it is, as text: an account, a person, a subscription. */
export interface FileEvent {
  readonly event: string;
  /** UTC ms. */
  readonly at: number;
  readonly id: string | null;
  readonly owner: string;
  /** What it is about beside its name: the feature. */
  readonly about: string;
  /** All else that it says. */
  readonly props: Readonly<Record<string, string>>;
}

/** What tells an imported event apart within its source and kind, and whether it says the same as before. */
export interface EventKey {
  readonly externalId: string;
  readonly apart: number;
  readonly digest: number;
}

/**
 * By what is this event of a file known again? By its id together with whose, when and what it is, since real files give one id to different events;
 * without an id by the latter alone, so that two equal rows count once.
 */
export const eventKey = (event: FileEvent): EventKey => {
  const natural = [event.event, event.owner, event.at, event.about].join(' ');
  const digest = hash53(JSON.stringify(Object.entries(event.props).sort(([a], [b]) => (a < b ? -1 : 1))));
  return { externalId: event.id ?? natural, apart: hash53(natural), digest };
};

/** One text for a key: the record id of an imported event. */
export const keyText = ({ externalId, apart }: Pick<EventKey, 'externalId' | 'apart'>): string => `${externalId}#${apart}`;

/** Whose event it is, in dense numbers. */
export interface EventOwner {
  readonly account: number;
  readonly person: number;
  readonly alias: number;
}

/** The fact that an event of a file tells: known when it happened, as an import of history declares. */
export const importedFact = (
  event: FileEvent,
  owner: EventOwner,
  { key, importNumber, now }: { readonly key: string; readonly importNumber: number; readonly now: number },
): FactDraft => ({
  event: event.event,
  at: event.at,
  known: Math.min(event.at, now),
  source: 'import',
  ...owner,
  key,
  importNumber,
  props: event.props,
});
