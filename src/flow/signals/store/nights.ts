import { type Db, sql } from '#platform/postgres.ts';

/** The local date that a workspace lives in, and the first one that may not be closed yet. */
export interface Night {
  readonly openedOn: string;
  readonly closingFrom: string;
}

/** Where is this workspace in its days? Null before its first night. */
export const readNight = async (db: Db, ws: number): Promise<Night | null> => {
  const { rows } =
    await sql<Night>`select opened_on as "openedOn", closing_from as "closingFrom" from signals_night where ws = ${ws}`.execute(db);
  return rows[0] ?? null;
};

/** Opens a local day; answers whether it was a new one. The days from the one before on are closed with it. */
export const openDay = async (db: Db, ws: number, today: string): Promise<'first' | 'new' | 'same'> => {
  const { rows } = await sql<{ fresh: boolean }>`
    insert into signals_night as night (ws, opened_on, closing_from) values (${ws}, ${today}, ${today})
    on conflict (ws) do update set closing_from = night.opened_on, opened_on = excluded.opened_on where night.opened_on < excluded.opened_on
    returning (opened_on = closing_from) as fresh`.execute(db);
  return rows[0] === undefined ? 'same' : rows[0].fresh ? 'first' : 'new';
};
