import type { AccountChange, AccountRecord, AttributeValue } from './account-record.ts';
import { cleanName, cleanText, cleanValue, type TraitChange } from './traits.ts';

/** What does a group call say of its account? Traits with a field of their own fill it, other plain values become attributes. */
export function accountChangeOf(change: TraitChange, before: AccountRecord | null): AccountChange {
  const once = Object.entries(change.setOnce ?? {}).filter(([key]) => before === null || isMissing(before, key));
  const said = new Map([...once, ...Object.entries(change.set ?? {})].map(([key, value]) => [cleanText(key), cleanValue(value)]));
  const text = (...keys: readonly string[]): string | undefined => {
    const value = keys.map((key) => said.get(key)).find((one) => typeof one === 'string' && one.trim() !== '');
    return typeof value === 'string' ? cleanName(value) : undefined;
  };
  const seats = Number(said.get('seats') ?? Number.NaN);
  return {
    name: text('name'),
    domain: text('domain', 'website'),
    industry: text('industry'),
    country: text('country'),
    channel: text('channel'),
    plan: text('plan'),
    seats: Number.isInteger(seats) && seats >= 0 && seats < 2 ** 31 ? seats : undefined,
    attributes: Object.fromEntries([...said].flatMap(([key, value]) => (FIELDS.has(key) ? [] : attribute(key, value)))),
  };
}

const FIELDS = new Set(['name', 'domain', 'industry', 'country', 'channel', 'plan', 'seats']);

function isMissing(account: AccountRecord, key: string): boolean {
  if (!FIELDS.has(key)) return !Object.hasOwn(account.attributes, key);
  return new Map<string, unknown>(Object.entries(account)).get(key) === null;
}

function attribute(key: string, value: unknown): readonly (readonly [string, AttributeValue])[] {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null ? [[key, value]] : [];
}
