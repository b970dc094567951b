import type { ColumnType, Generated } from 'kysely';
import type { Db } from '#platform/postgres.ts';

type Tables = {
  fact_batch: {
    seq: Generated<number>;
    ws: number;
    packed: Buffer;
    rows: number;
    accounts: number[];
    shipment: string | null;
    is_history: boolean;
    created_at: ColumnType<Date, Date | undefined, never>;
  };
  account_reaction: { ws: number; account_num: number; since: ColumnType<Date, Date | undefined, Date> };
};

/** The tables of the outbox. */
export const factTables = (db: Db) => db.withTables<Tables>();
