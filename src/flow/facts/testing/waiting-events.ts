import type { Db } from '#platform/postgres.ts';
import { unpackLines } from '../store/packed-lines.ts';
import { factTables } from '../store/tables.ts';

/** The names of the facts that wait in the outbox, in their order. */
export const waitingEvents = async (db: Db): Promise<readonly string[]> => {
  const rows = await factTables(db).selectFrom('fact_batch').select('packed').orderBy('seq').execute();
  const texts = await Promise.all(rows.map((row) => unpackLines(row.packed)));
  return texts.flatMap((text) =>
    text
      .toString()
      .split('\n')
      .map((line) => String((JSON.parse(line) as readonly unknown[])[1])),
  );
};
