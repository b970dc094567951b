import type { ImportRow } from '#flow/intake/contracts.ts';
import { ATTRIBUTE_FIELDS } from './account-kind.ts';
import type { AccountChange, AttributeValue } from './account-record.ts';
import { cleanText } from './traits.ts';

/** What names the account of a row: the id that its source gives, its name, its registered domain. Null for what the row lacks. */
export type AccountRowNames = { readonly externalId: string | null; readonly name: string | null };

/** Which account does this row speak of? */
export function namesOfAccountRow({ values }: ImportRow): AccountRowNames {
  return { externalId: textOf(values.account_id), name: textOf(values.name) };
}

/**
 * What does this row say of its account? Columns that are not mapped say nothing; an empty cell empties its field, except the name and the day
 * of creation. `memberIds` finds an owner by address or name in lower case; one who is not found is kept as an attribute.
 */
export function changeOfAccountRow({ values, custom }: ImportRow, memberIds: ReadonlyMap<string, string>): AccountChange {
  const text = (key: string): string | null | undefined => (values[key] === undefined ? undefined : textOf(values[key]));
  const ownerName = text('owner');
  const ownerId = ownerName ? (memberIds.get(ownerName.toLowerCase()) ?? null) : ownerName;
  const said = ATTRIBUTE_FIELDS.filter((key) => values[key] !== undefined).map((key) => [key, values[key] ?? null] as const);
  const unknownOwner: (readonly [string, AttributeValue])[] =
    ownerName === undefined ? [] : [['owner', ownerId === null ? ownerName : null]];
  const extra = Object.entries(custom).map(([key, value]) => [cleanText(key), textOf(value)] as const);
  return {
    name: text('name') ?? undefined,
    domain: text('domain'),
    industry: text('industry'),
    country: text('country'),
    channel: text('channel'),
    plan: text('plan'),
    seats: values.seats === undefined ? undefined : typeof values.seats === 'number' ? values.seats : null,
    ownerId,
    parentRef: text('parent'),
    createdAt: typeof values.created_at === 'number' ? values.created_at : undefined,
    attributes: Object.fromEntries([...extra, ...said, ...unknownOwner]),
  };
}

/** A cell as text without blanks around it; null when nothing is left. */
export function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return cleanText(String(value)).trim() || null;
}
