import type { FactDraft, FactSource } from '#kernel/fact.ts';
import { registrableDomain } from './internet-domain.ts';

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
    ...{ num, id, name: '', domain: null, industry: null, country: null, channel: null, plan: null, seats: null, ownerId: null },
    ...{ parentNum: null, parentRef: null, attributes: {}, mergedInto: null, version: 0, createdAt: now, updatedAt: now },
  };
  return changedAccount(blank, known, now) ?? { ...blank, version: 1 };
}

/** The account after a change, one version later; null when the change says nothing new. */
export function changedAccount(before: AccountRecord, change: AccountChange, now: number): AccountRecord | null {
  const named = PLAIN.filter((key) => change[key] !== undefined && change[key] !== before[key]);
  const domain = change.domain === undefined ? before.domain : domainOf(change.domain);
  const attributes = changedAttributes(before.attributes, change.attributes ?? {});
  if (named.length === 0 && domain === before.domain && attributes === null) return null;
  const plain = Object.fromEntries(named.map((key) => [key, change[key]]));
  return { ...before, ...plain, domain, attributes: attributes ?? before.attributes, version: before.version + 1, updatedAt: now };
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

/** The fact that tells this version of an account: a full snapshot of its attributes, all texts. */
export function accountFact(
  account: AccountRecord,
  told: {
    readonly event: 'account_created' | 'account_changed';
    readonly at: number;
    readonly known: number;
    readonly source: FactSource;
    readonly importNumber?: number;
  },
): FactDraft {
  return {
    ...told,
    account: account.num,
    subject: account.id,
    key: `account:${account.id}:${account.version}`,
    props: accountProps(account),
  };
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
  return Object.fromEntries([...Object.entries(before), ...entries].filter(([key, value]) => value !== null || change[key] === undefined));
}
