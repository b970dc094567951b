import { allWorkspaces, insertWorkspace } from '#platform/access.ts';
import { systemClock } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import { openDataFolder } from '#platform/data-folder.ts';
import { silentLog } from '#platform/log.ts';
import { openStores } from '#platform/stores.ts';
import { listen, openDoor } from '../segment/open-door.ts';

// Run as a process of its own, to be killed: the embedded stores in PERENNIAL_HOME and the event door before them. Writes its port when it
// is ready. `GET /found` says what the event store has of the load.
const config = readConfig(process.env);
const folder = await openDataFolder(config.home);
const { postgres, clickhouse } = await openStores(config, folder.path, silentLog);
const [known] = await allWorkspaces(postgres.db);
const settings = { name: 'Kill', timeZone: 'UTC', currency: 'USD', weekStart: 1, language: 'en' } as const;
const workspace = known ?? (await insertWorkspace(postgres.db, systemClock, settings, null));
const door = await openDoor({ postgres, clickhouse, workspaces: new Map([['kill', workspace]]) });
door.app.get('/found', async (context) => {
  await door.facts.shipper.drain();
  const [totals] = await clickhouse.query(
    "select count() as facts, uniqExact(props['n']) as messages, uniqExact(person) as people from events where event = 'Load'",
  );
  const repeated = await clickhouse.query(
    "select props['n'] as n, count() as times from events where event = 'Load' group by n having times > 1",
  );
  const [ids] = await clickhouse.query("select count() as ids from message_ids where id in (select id from events where event = 'Load')");
  const [hours] = await clickhouse.query(
    `select sum(n) as byHours, groupBitmapMerge(people) as peopleByHours, (select sum(n) from person_days) as activity,
      (select count() from events where event != 'Load' and not match(event, '^(account|person|group)_')) as others
    from event_hours where event = 'Load'`,
  );
  return context.json({ ...Object(totals), ...Object(ids), ...Object(hours), repeated });
});
const { host } = await listen(door);
process.stdout.write(`${JSON.stringify({ host })}\n`);
