import type { EndpointOutput } from '#kernel/endpoint.ts';
import { type Db, sql } from '#platform/postgres.ts';
import type { MergedNames } from '../../domain/tracking-plan/merged-names.ts';
import { type listDisplayNames, PlannedEvent } from '../../plan-contracts.ts';

/** The planned events of a workspace, by name. */
export const readPlan = async (db: Db, ws: number): Promise<readonly PlannedEvent[]> => {
  const { rows } = await sql<{ name: string; definition: object }>`
    select name, definition from planned_event where ws = ${ws} order by name collate "C"`.execute(db);
  return rows.map(({ name, definition }) => PlannedEvent.parse({ ...definition, name }));
};

/** Which names does a plan merge, and into what? Asked often, so nothing else of the plan is read. */
export const readMergedNames = async (db: Db, ws: number): Promise<MergedNames> => {
  const { rows } = await sql<{ name: string; into: string }>`
    select name, definition ->> 'mergedInto' as into from planned_event
    where ws = ${ws} and definition ->> 'mergedInto' is not null order by name collate "C"`.execute(db);
  return new Map(rows.map(({ name, into }) => [name, into]));
};

/**
 * What readers see instead of the names of events and properties. A property means the same in every event: of several names that of the first event counts,
 * in the order of their names.
 */
export const readDisplayNames = async (db: Db, ws: number): Promise<EndpointOutput<typeof listDisplayNames>> => {
  const { rows } = await sql<{ kind: 'event' | 'property'; name: string; displayName: string }>`
    select 'event' as kind, name, definition ->> 'displayName' as "displayName" from planned_event
    where ws = ${ws} and coalesce(definition ->> 'displayName', '') <> ''
    union all
    (select distinct on (property ->> 'name') 'property', property ->> 'name', property ->> 'displayName'
      from planned_event cross join jsonb_array_elements(definition -> 'properties') as property
      where ws = ${ws} and coalesce(property ->> 'displayName', '') <> '' order by property ->> 'name', planned_event.name collate "C")
    order by kind, name`.execute(db);
  const of = (kind: 'event' | 'property') =>
    rows.filter((row) => row.kind === kind).map(({ name, displayName }) => ({ name, displayName }));
  return { events: of('event'), properties: of('property') };
};

/** Holds other writers of this plan back until the transaction ends, so that what was checked is what is kept. */
export const lockPlan = async (tx: Db, ws: number): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtext('planned_event'), ${ws})`.execute(tx);
};

/** Makes planned events be these; others stay. */
export const writePlanned = async (tx: Db, ws: number, events: readonly PlannedEvent[]): Promise<void> => {
  if (events.length === 0) return;
  const definitions = events.map(({ name: _, ...definition }) => JSON.stringify(definition));
  await sql`
    insert into planned_event (ws, name, definition)
    select ${ws}, name, definition::jsonb from unnest(${events.map(({ name }) => name)}::text[], ${definitions}::text[]) as given (name, definition)
    on conflict (ws, name) do update set definition = excluded.definition`.execute(tx);
};

/** Takes events out of the plan. */
export const removePlanned = async (tx: Db, ws: number, names: readonly string[]): Promise<void> => {
  await sql`delete from planned_event where ws = ${ws} and name = any(${names}::text[])`.execute(tx);
};

/** The keys of the findings that this workspace ignores. */
export const ignoredFindings = async (db: Db, ws: number): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ key: string }>`select key from ignored_finding where ws = ${ws}`.execute(db);
  return new Set(rows.map(({ key }) => key));
};

/** Ignores a finding from now on, or no longer. */
export const ignoreFinding = async (
  db: Db,
  ws: number,
  { key, ignored }: { readonly key: string; readonly ignored: boolean },
): Promise<void> => {
  if (ignored) await sql`insert into ignored_finding (ws, key) values (${ws}, ${key}) on conflict do nothing`.execute(db);
  else await sql`delete from ignored_finding where ws = ${ws} and key = ${key}`.execute(db);
};
