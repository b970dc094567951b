import type { RawBuilder } from 'kysely';
import { segmentTestSql } from '#flow/measures/index.ts';
import { LIFE_STAGES } from '#kernel/stage-of-life.ts';
import { sql } from '#platform/postgres.ts';
import { CUSTOM, type FieldKind, OF_ACCOUNT, SEGMENT } from '../../domain/condition-fields.ts';

/** A piece of a statement. */
export type Sql = RawBuilder<unknown>;

/** How the database reads a field: as text, and where it can be one as a number, an instant (UTC ms) or what a custom attribute holds. */
export interface Column {
  readonly kind: FieldKind;
  readonly text: Sql;
  readonly number?: Sql;
  readonly json?: Sql;
}

/** What a list is sorted by, and as which type a cursor's text is read again. */
export interface SortKey {
  readonly by: Sql;
  readonly type: Sql;
}

const text = (by: Sql): Column => ({ kind: 'text', text: by });
const number = (by: Sql): Column => ({ kind: 'number', text: sql`(${by})::text`, number: sql`(${by})::float8` });
const date = (by: Sql): Column => ({
  kind: 'date',
  text: sql`to_char(${by}, 'YYYY-MM-DD')`,
  number: sql`extract(epoch from ${by})::float8 * 1000`,
});
const instant = (by: Sql): Column => {
  const ms = sql`round(extract(epoch from ${by}) * 1000)`;
  return { kind: 'instant', text: sql`(${ms})::bigint::text`, number: sql`(${ms})::float8` };
};
const custom = (attributes: Sql, key: string): Column => ({
  kind: 'custom',
  text: sql`${attributes} ->> ${key}::text`,
  json: sql`${attributes} -> ${key}::text`,
});

// A cursor carries the sort value and must fit into an address, so texts are sorted by their first 48 letters.
const byText = (by: Sql): SortKey => ({ by: sql`left(lower(${by}), 48)`, type: sql`text` });
const byNumber = (by: Sql): SortKey => ({ by, type: sql`float8` });
const byWhole = (by: Sql): SortKey => ({ by, type: sql`bigint` });
const byDate = (by: Sql): SortKey => ({ by, type: sql`date` });
const byInstant = (by: Sql): SortKey => ({ by, type: sql`timestamptz` });

/** The columns and sort keys of a list's fields. `a` is identity's account, `f` its figures; `p` a person, `g` its figures, `a` its account. */
interface Fields {
  readonly columns: Readonly<Record<string, Column>>;
  readonly sorts: Readonly<Record<string, SortKey>>;
  readonly attributes: Sql;
}

// An account that is too new to have figures pays nothing and has done nothing yet; it sorts last until they are there.
const ACCOUNT: Fields = {
  columns: {
    name: text(sql`a.name`),
    domain: text(sql`a.domain`),
    industry: text(sql`a.industry`),
    country: text(sql`a.country`),
    channel: text(sql`a.channel`),
    plan: text(sql`a.plan`),
    seats: number(sql`a.seats`),
    owner: text(sql`a.owner_id`),
    created_at: instant(sql`a.created_at`),
    stage: text(sql`f.stage`),
    stage_since: instant(sql`f.stage_since`),
    mrr: number(sql`coalesce(f.mrr_minor, 0)`),
    mrr_peak: number(sql`coalesce(f.mrr_peak_minor, 0)`),
    customer_since: date(sql`f.customer_since`),
    renews_on: date(sql`f.renews_on`),
    health: number(sql`f.health`),
    health_band: text(sql`coalesce(f.health_band, 'unknown')`),
    health_change: number(sql`f.health_change`),
    lead_score: number(sql`f.lead_score`),
    lead_grade: text(sql`f.lead_grade`),
    last_active_at: instant(sql`f.last_active_at`),
    active_days_28: number(sql`coalesce(f.active_days_28, 0)`),
    active_people_28: number(sql`coalesce(f.active_people_28, 0)`),
    open_tickets: number(sql`coalesce(f.open_tickets, 0)`),
  },
  sorts: {
    name: byText(sql`a.name`),
    domain: byText(sql`a.domain`),
    industry: byText(sql`a.industry`),
    country: byText(sql`a.country`),
    channel: byText(sql`a.channel`),
    plan: byText(sql`a.plan`),
    seats: byWhole(sql`a.seats`),
    owner: byText(sql`(select name from auth_user where id = a.owner_id)`),
    created_at: byInstant(sql`a.created_at`),
    // The river's order, not the alphabet's.
    stage: byWhole(sql`array_position(${[...LIFE_STAGES]}::text[], f.stage)`),
    stage_since: byInstant(sql`f.stage_since`),
    mrr: byWhole(sql`f.mrr_minor`),
    mrr_peak: byWhole(sql`f.mrr_peak_minor`),
    customer_since: byDate(sql`f.customer_since`),
    renews_on: byDate(sql`f.renews_on`),
    health: byNumber(sql`f.health`),
    health_band: byWhole(sql`array_position(array['bad', 'watch', 'good'], f.health_band)`),
    health_change: byNumber(sql`f.health_change`),
    lead_score: byNumber(sql`f.lead_score`),
    lead_grade: byText(sql`f.lead_grade`),
    last_active_at: byInstant(sql`f.last_active_at`),
    active_days_28: byWhole(sql`f.active_days_28`),
    active_people_28: byWhole(sql`f.active_people_28`),
    open_tickets: byWhole(sql`f.open_tickets`),
  },
  attributes: sql`a.attributes`,
};

const PERSON: Fields = {
  columns: {
    name: text(sql`p.name`),
    email: text(sql`p.email`),
    title: text(sql`p.title`),
    account: text(sql`a.name`),
    channel: text(sql`p.channel`),
    created_at: instant(sql`p.created_at`),
    lead_score: number(sql`g.lead_score`),
    lead_grade: text(sql`g.lead_grade`),
    last_seen_at: instant(sql`g.last_seen_at`),
  },
  sorts: {
    name: byText(sql`p.name`),
    email: byText(sql`p.email`),
    title: byText(sql`p.title`),
    account: byText(sql`a.name`),
    channel: byText(sql`p.channel`),
    created_at: byInstant(sql`p.created_at`),
    lead_score: byNumber(sql`g.lead_score`),
    lead_grade: byText(sql`g.lead_grade`),
    last_seen_at: byInstant(sql`g.last_seen_at`),
  },
  attributes: sql`p.attributes`,
};

const FIELDS = { accounts: ACCOUNT, people: PERSON } as const;
export type ListName = keyof typeof FIELDS;

/** How the database reads this field, of a person also one of its account; null when the list has none of that name. */
export const columnOf = (list: ListName, key: string): Column | null => {
  const { columns, attributes } = FIELDS[list];
  if (key.startsWith(SEGMENT)) return segmentColumn(key.slice(SEGMENT.length), list === 'people');
  if (list === 'people' && key.startsWith(OF_ACCOUNT)) return columnOf('accounts', key.slice(OF_ACCOUNT.length));
  return key.startsWith(CUSTOM) ? custom(attributes, key.slice(CUSTOM.length)) : (columns[key] ?? null);
};

/** By what the list is sorted for this field; `numeric` says that a custom attribute holds numbers. Null when there is no such field. */
export const sortKeyOf = (list: ListName, key: string, numeric: boolean): SortKey | null => {
  const { sorts, attributes } = FIELDS[list];
  if (!key.startsWith(CUSTOM)) return sorts[key] ?? null;
  return customSortKey(attributes, sql`${key.slice(CUSTOM.length)}::text`, numeric);
};

/** By what rows are sorted for a custom attribute: its numbers, or the first letters of its text. Indexes of it say the same. */
export const customSortKey = (attributes: Sql, key: Sql, numeric: boolean): SortKey =>
  numeric
    ? byNumber(sql`case when jsonb_typeof(${attributes} -> ${key}) = 'number' then (${attributes} ->> ${key})::float8 end`)
    : byText(sql`${attributes} ->> ${key}`);

const segmentColumn = (id: string, isPerson: boolean): Column => {
  const row = isPerson ? { ws: sql`p.ws`, account: sql`a.num`, person: sql`p.num` } : { ws: sql`a.ws`, account: sql`a.num`, person: null };
  return text(sql`case when ${segmentTestSql(id, row)} then 'true' else 'false' end`);
};
