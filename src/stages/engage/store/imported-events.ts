import { type Columns, type Db, recordRows, sql, textArray } from '#platform/postgres.ts';

/** Where imported events are told apart: a workspace, a source, a kind. */
export interface EventScope {
  readonly ws: number;
  readonly source: string;
  readonly kind: string;
}

export interface StoredEvent {
  readonly externalId: string;
  readonly apart: number;
  readonly digest: number;
}

const COLUMNS: Columns<StoredEvent> = {
  externalId: ['external_id', 'text'],
  apart: ['apart', 'bigint'],
  digest: ['digest', 'bigint'],
};

/** The events that are in under these ids. */
export const storedEvents = async (tx: Db, { ws, source, kind }: EventScope, ids: readonly string[]): Promise<readonly StoredEvent[]> => {
  const { rows } = await sql<StoredEvent>`
    select external_id as "externalId", apart, digest from imported_event
    where ws = ${ws} and source = ${source} and kind = ${kind} and external_id = any(${textArray(ids)}::text[])`.execute(tx);
  return rows;
};

/** Puts events in; answers those that were not in before, also when another import puts in the same at this moment. */
export const putEvents = async (
  tx: Db,
  { ws, source, kind }: EventScope,
  { events, importNumber }: { readonly events: readonly StoredEvent[]; readonly importNumber: number },
): Promise<readonly Pick<StoredEvent, 'externalId' | 'apart'>[]> => {
  if (events.length === 0) return [];
  const { rows } = await sql<Pick<StoredEvent, 'externalId' | 'apart'>>`
    insert into imported_event (ws, source, kind, external_id, apart, digest, import_number)
    select ${ws}, ${source}, ${kind}, external_id, apart, digest, ${importNumber} from ${recordRows(COLUMNS, events)} as given
    order by external_id, apart
    on conflict do nothing
    returning external_id as "externalId", apart`.execute(tx);
  return rows;
};

/** Takes out events that an import put in, by their record ids. */
export const dropEvents = async (
  tx: Db,
  { ws, importNumber }: { readonly ws: number; readonly importNumber: number },
  recordIds: readonly string[],
): Promise<void> => {
  await sql`
    delete from imported_event
    where ws = ${ws} and import_number = ${importNumber} and external_id || '#' || apart = any(${recordIds}::text[])`.execute(tx);
};
