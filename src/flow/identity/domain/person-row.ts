import type { ImportRow } from '#flow/intake/contracts.ts';
import { textOf } from './account-row.ts';
import { type Alias, aliasFrom } from './alias.ts';
import { PERSON_ATTRIBUTES } from './person-kind.ts';
import { LEAD_TRAIT } from './person-record.ts';
import type { TraitChange } from './traits.ts';

/**
 * Under which names is the person of this row known, the surest first? The source's id, a user id, an address that is one person's. A row with
 * none of these is known by its name and account within the source; empty when it has not even that.
 */
export function aliasesOfPersonRow({ values }: ImportRow, source: string): readonly Alias[] {
  const id = textOf(values.external_id);
  const named = [
    id === null ? null : ({ kind: 'external', value: `${source}:${id}` } as const),
    aliasFrom('user', textOf(values.user_id)),
    aliasFrom('email', textOf(values.email)),
  ].filter((alias) => alias !== null && typeof alias === 'object');
  if (named.length > 0) return named;
  const name = nameOf(values);
  if (name === null) return [];
  const account = textOf(values.account_id) ?? textOf(values.account_name) ?? '';
  return [{ kind: 'external', value: `${source}:${name} @ ${account}`.toLowerCase() }];
}

/** What does this row say of its person? Columns that are not mapped say nothing; an empty cell empties its field. */
export function changeOfPersonRow({ values, custom }: ImportRow): TraitChange {
  const said = FIELDS.filter(([key]) => values[key] !== undefined).map(([key, trait]) => [trait, textOf(values[key])] as const);
  const attributes = PERSON_ATTRIBUTES.filter((key) => values[key] !== undefined).map((key) => [key, values[key] ?? null] as const);
  const extra = Object.entries(custom).flatMap(([key, value]) => (key.startsWith('$') ? [] : [[key, textOf(value)] as const]));
  return { set: Object.fromEntries([...extra, ...attributes, ...said]) };
}

/** The same for a lead, which is told once. */
export const leadChange: TraitChange = { setOnce: { [LEAD_TRAIT]: true } };

const FIELDS = [
  ['email', 'email'],
  ['name', 'name'],
  ['first_name', 'firstName'],
  ['last_name', 'lastName'],
  ['title', 'title'],
  ['phone', 'phone'],
  ['channel', 'channel'],
] as const;

function nameOf(values: ImportRow['values']): string | null {
  return textOf(values.name) ?? textOf([textOf(values.first_name), textOf(values.last_name)].filter((part) => part !== null).join(' '));
}
