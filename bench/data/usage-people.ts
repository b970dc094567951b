import { sql } from 'kysely';
import { readConfig } from '#platform/config.ts';
import { openDataFolder } from '#platform/data-folder.ts';
import { silentLog } from '#platform/log.ts';
import { openStores } from '#platform/stores.ts';
import { ACCOUNTS, PEOPLE } from './usage-events.ts';

/** Writes the accounts and people of whom the events of the analytics bench tell, so that lists have names and a person has a timeline. */
export const fillPeople = async (ws: number, env: Readonly<Record<string, string>>): Promise<void> => {
  const config = readConfig(env);
  const folder = await openDataFolder(config.home);
  const stores = await openStores(config, folder.path, silentLog);
  const { db } = stores.postgres;
  await sql`insert into account (ws, num, id, name, created_at, updated_at)
    select ${ws}, n, 'acc_' || n, 'Account ' || n, now(), now() from generate_series(1, ${ACCOUNTS}::int) as n`.execute(db);
  await sql`insert into person (ws, num, id, name, alias_num, created_at, updated_at)
    select ${ws}, n, 'per_' || n, 'Person ' || n, n, now(), now() from generate_series(1, ${PEOPLE}::int) as n`.execute(db);
  await stores.close();
  folder.close();
};
