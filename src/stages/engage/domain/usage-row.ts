import type { ImportRow, RowNote } from '#flow/intake/contracts.ts';
import { dateOf } from '#kernel/calendar.ts';
import { ENGAGE_SAYS } from './engage-sayings.ts';
import type { FileEvent } from './imported-event.ts';

/** The use of a feature that this row tells. */
export const usageOfRow = ({ values, custom }: ImportRow): FileEvent => {
  const feature = String(values.feature);
  const said: readonly (readonly [string, string | null])[] = [
    ['feature', feature],
    ['count', numberText(values.count) ?? '1'],
    ['duration_secs', numberText(values.duration_secs)],
    ['errors', numberText(values.errors)],
    ['beta', typeof values.beta === 'boolean' ? (values.beta ? '1' : '0') : null],
    ...Object.entries(custom),
  ];
  return {
    event: 'feature_used',
    at: Number(values.used_at),
    id: values.usage_id ? String(values.usage_id) : null,
    owner: ownerText(values),
    about: feature,
    props: Object.fromEntries(said.flatMap(([key, text]) => (text === null ? [] : [[key, text]]))),
  };
};

/** Whose a row is, as the file names them. */
export const ownerText = (values: ImportRow['values']): string =>
  ['subscription_id', 'account_id', 'account_name', 'user_id', 'email'].map((field) => values[field] ?? '').join('/');

/** Does this use lie outside of the subscription that the row names? The day on which it ended is its last. */
export const usageNotes = (
  { values }: ImportRow,
  span: { readonly startedOn: string; readonly endedOn: string | null } | undefined,
  timeZone: string,
): readonly RowNote[] => {
  if (span === undefined) return [];
  const usedOn = dateOf(Number(values.used_at), timeZone);
  const what = { use: String(values.usage_id ?? values.feature), usedOn, subscription: String(values.subscription_id) };
  if (usedOn < span.startedOn)
    return [{ code: 'before_subscription', text: ENGAGE_SAYS.use_before_subscription({ ...what, startsOn: span.startedOn }) }];
  if (span.endedOn !== null && usedOn > span.endedOn)
    return [{ code: 'after_subscription', text: ENGAGE_SAYS.use_after_subscription({ ...what, endedOn: span.endedOn }) }];
  return [];
};

const numberText = (value: ImportRow['values'][string]): string | null => (typeof value === 'number' ? String(value) : null);
