import type { FactDraft, FactSource } from '#kernel/fact.ts';
import { registrableDomain } from './internet-domain.ts';
import { cleanName } from './traits.ts';

export type AttributeValue = string | number | boolean | null;
export type AttributeValues = Readonly<Record<string, AttributeValue>>;

/** An account as it is kept. Instants are UTC ms; `num` is the dense number that facts carry; `mergedInto` the number of the account that stands for it. */
export type AccountRecord = {
  readonly num: number;
  readonly id: string;
  readonly name: string;
  readonly domain: string | null;
  readonly industry: string | null;
  readonly country: string | null;
  readonly channel: string | null;
  readonly plan: string | null;
  readonly seats: number | null;
  readonly ownerId: string | null;
  readonly parentNum: number | null;
  readonly parentRef: string | null;
  readonly attributes: AttributeValues;
  readonly mergedInto: number | null;
  readonly version: number;
  readonly createdAt: number;
  readonly updatedAt: number;
};

const PLAIN = ['name', 'industry', 'country', 'channel', 'plan', 'seats', 'ownerId', 'parentNum', 'parentRef', 'createdAt'] as const;

/** What is to become of an account; what is not named stays. A null attribute is taken away. */
export type AccountChange = { readonly [Key in (typeof PLAIN)[number]]?: AccountRecord[Key] | undefined } & {
  readonly domain?: string | null | undefined;
  readonly attributes?: AttributeValues | undefined;
};

/** A new account with what is known of it, in its first version. */
export function newAccount(
  identity: { readonly num: number; readonly id: string; readonly now: number },
  known: AccountChange,
): AccountRecord {
  const { num, id, now } = identity;
  const blank: AccountRecord = {
    num,
    id,
    name: '',
    domain: null,
    industry: null,
    country: null,
    channel: null,
    plan: null,
    seats: null,
    ownerId: null,
    parentNum: null,
    parentRef: null,
    attributes: {},
    mergedInto: null,
    version: 0,
    createdAt: now,
    updatedAt: now,
  };
  return changedAccount(blank, known, now) ?? { ...blank, version: 1 };
}

/** The account after a change, one version later; null when the change says nothing new. */
export function changedAccount(before: AccountRecord, said: AccountChange, now: number): AccountRecord | null {
  const change = said.name === undefined ? said : { ...said, name: cleanName(said.name) || before.name };
  const named = PLAIN.filter((key) => change[key] !== undefined && change[key] !== before[key]);
  const domain = change.domain === undefined ? before.domain : domainOf(change.domain);
  const attributes = changedAttributes(before.attributes, change.attributes ?? {});
  if (named.length === 0 && domain === before.domain && attributes === null) return null;
  const plain = Object.fromEntries(named.map((key) => [key, change[key]]));
  return { ...before, ...plain, domain, attributes: attributes ?? before.attributes, version: before.version + 1, updatedAt: now };
}

/**
 * Since when is a change of this account known (UTC ms) that is said to be known since `stated` (null: not said)? Since then, unless something
 * later is known of it already: then now.
 */
export function changeInstant({ version, createdAt, updatedAt }: AccountRecord, stated: number | null, now: number): number {
  if (stated === null || stated > now) return now;
  // The first version is known since the account began, whenever its row was written.
  const newest = version > 1 ? updatedAt : Math.min(createdAt, updatedAt);
  return stated < newest ? now : stated;
}

/** Under which registered domain is this address or host known? Null for none. */
export function domainOf(raw: string | null): string | null {
  const host = raw
    ?.trim()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
    .replace(/[/?#:].*$/, '')
    .replace(/^.*@/, '');
  return host ? registrableDomain(host) : null;
}

/** When (UTC ms), through which door and by which import something was told; `foundBy` when nobody told it and a visitor's browser gave it away. */
export type Telling = {
  readonly now: number;
  readonly source: FactSource;
  readonly importNumber?: number;
  readonly foundBy?: 'visit' | undefined;
};

/**
 * What tells this change of an account (`before` null for a new one): a full snapshot of its attributes, all texts. Another day of creation is
 * a correction: told as a new creation, known now. Of an account that was merged nothing is told: another one speaks for it.
 */
export function accountFacts(
  before: AccountRecord | null,
  after: AccountRecord,
  { now, source, importNumber, foundBy }: Telling,
): readonly FactDraft[] {
  if (after.mergedInto !== null) return [];
  const isCreation = before === null || before.createdAt !== after.createdAt;
  // Who brings history (a file, a message of long ago) declares that it was known when it happened.
  const known = before === null ? Math.min(after.createdAt, now) : now;
  return [
    {
      event: isCreation ? 'account_created' : 'account_changed',
      at: isCreation ? after.createdAt : now,
      known,
      source,
      importNumber,
      account: after.num,
      subject: after.id,
      key: `account:${after.id}:${after.version}`,
      props: isCreation && foundBy !== undefined ? { ...accountProps(after), found_by: foundBy } : accountProps(after),
    },
  ];
}

function accountProps(account: AccountRecord): Readonly<Record<string, string>> {
  const { name, domain, industry, country, channel, plan, seats, ownerId, attributes } = account;
  const known = Object.entries({ name, domain, industry, country, channel, plan, seats, owner: ownerId });
  const custom = Object.entries(attributes).map(([key, value]) => [`x.${key}`, value] as const);
  return Object.fromEntries([...known, ...custom].flatMap(([key, value]) => (value === null ? [] : [[key, String(value)]])));
}

function changedAttributes(before: AttributeValues, change: AttributeValues): AttributeValues | null {
  const entries = Object.entries(change).filter(([key, value]) => (Object.hasOwn(before, key) ? before[key] : null) !== value);
  if (entries.length === 0) return null;
  const after = new Map([...Object.entries(before), ...entries]);
  return Object.fromEntries([...after].filter(([, value]) => value !== null));
}
