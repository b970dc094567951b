import type { AccountRow } from '#flow/signals/contracts.ts';
import type { FieldValue } from '#kernel/condition.ts';

type Read = (row: AccountRow) => FieldValue;

const DATES: Readonly<Record<string, (row: AccountRow) => string | null>> = {
  customer_since: (row) => row.customerSince,
  renews_on: (row) => row.renewsOn,
};

const READERS: Readonly<Record<string, Read>> = {
  name: (row) => row.name,
  domain: (row) => row.domain,
  industry: (row) => row.industry,
  country: (row) => row.country,
  channel: (row) => row.channel,
  plan: (row) => row.plan,
  seats: (row) => row.seats,
  owner: (row) => row.ownerId,
  created_at: (row) => row.createdAt,
  stage: (row) => row.stage,
  stage_since: (row) => row.stageSince,
  mrr: (row) => row.mrrMinor,
  mrr_peak: (row) => row.mrrPeakMinor,
  ...DATES,
  health: (row) => row.health,
  health_band: (row) => row.healthBand,
  health_change: (row) => row.healthChange,
  lead_score: (row) => row.leadScore,
  lead_grade: (row) => row.leadGrade,
  last_active_at: (row) => row.lastActiveAt,
  active_days_28: (row) => row.activeDays28,
  active_people_28: (row) => row.activePeople28,
  open_tickets: (row) => row.openTickets,
};

const CUSTOM = 'x.';
const SEGMENT = 'segment.';

/** Which fields of an account may a play name? Custom attributes (`x.<key>`) and segments (`segment.<id>`) beside these. */
export const PLAY_FIELDS: readonly string[] = Object.keys(READERS);

/** May a condition of a play name this field? */
export const isPlayField = (field: string): boolean => field in READERS || isNamed(field, CUSTOM) || isNamed(field, SEGMENT);

/** May a play be timed by this field: is it a date, or a custom attribute that may hold one? */
export const isDateField = (field: string): boolean => field in DATES || isNamed(field, CUSTOM);

/** What is the value of this field of the account? Money is in minor units, instants are UTC ms; undefined for a field that does not exist. */
export const accountField = (row: AccountRow, field: string): FieldValue =>
  field.startsWith(CUSTOM)
    ? row.attributes[field.slice(CUSTOM.length)]
    : field.startsWith(SEGMENT)
      ? (row.segments ?? []).includes(field.slice(SEGMENT.length))
      : READERS[field]?.(row);

const isNamed = (field: string, prefix: string): boolean => field.startsWith(prefix) && field.length > prefix.length;
