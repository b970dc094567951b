import type { ColumnType, Generated } from 'kysely';
import type { Db } from '#platform/postgres.ts';

type Tables = {
  fact_batch: {
    seq: Generated<number>;
    ws: number;
    packed: Buffer;
    rows: number;
    accounts: number[];
    people: number[];
    shipment: string | null;
    is_history: boolean;
    told_from: number[] | null;
    created_at: ColumnType<Date, Date | undefined, never>;
  };
};

/** The tables of the outbox. */
export const factTables = (db: Db) => db.withTables<Tables>();
