import { type Db, sql } from '#platform/postgres.ts';
import type { PlayState } from '../domain/effective-play.ts';
import { playTables } from './tables.ts';

/** What a workspace changed about its plays, by play. */
export const playStates = async (db: Db, ws: number): Promise<ReadonlyMap<string, PlayState>> => {
  const rows = await playTables(db).selectFrom('play_state').selectAll().where('ws', '=', ws).execute();
  const triggers = await playTables(db).selectFrom('play_trigger').select(['play_id', 'trigger']).where('ws', '=', ws).execute();
  const triggerOf = new Map(triggers.map((row) => [row.play_id, row.trigger]));
  return new Map(
    rows.map((row) => [
      row.play_id,
      {
        on: row.is_on,
        holdOutPercent: row.hold_out_percent,
        audience: row.audience,
        dueInDays: row.due_in_days,
        trigger: triggerOf.get(row.play_id) ?? null,
        version: row.version,
      },
    ]),
  );
};

/** What is to change; undefined stays as it is. A trigger of null is the shipped one again. */
export type PlayStatePatch = { readonly [Key in Exclude<keyof PlayState, 'version'>]?: PlayState[Key] | undefined };

/** Changes a play of a workspace, and counts the change. */
export const changePlayState = async (
  db: Db,
  { ws, playId, by, now }: { readonly ws: number; readonly playId: string; readonly by: string; readonly now: number },
  patch: PlayStatePatch,
): Promise<void> => {
  const audience = patch.audience ? JSON.stringify(patch.audience) : null;
  await sql`
    insert into play_state as state (ws, play_id, is_on, hold_out_percent, audience, due_in_days, version, changed_at, changed_by)
    values (${ws}, ${playId}, ${patch.on ?? true}, ${patch.holdOutPercent ?? null}::double precision, ${audience}::jsonb,
      ${patch.dueInDays ?? null}::int, 1, ${new Date(now)}, ${by})
    on conflict (ws, play_id) do update set
      is_on = coalesce(${patch.on ?? null}::boolean, state.is_on),
      hold_out_percent = coalesce(excluded.hold_out_percent, state.hold_out_percent),
      audience = coalesce(excluded.audience, state.audience),
      due_in_days = coalesce(excluded.due_in_days, state.due_in_days),
      version = state.version + 1, changed_at = excluded.changed_at, changed_by = excluded.changed_by`.execute(db);
  if (patch.trigger !== undefined) await changeTrigger(db, { ws, playId }, patch.trigger);
};

const changeTrigger = async (
  db: Db,
  { ws, playId }: { readonly ws: number; readonly playId: string },
  trigger: PlayState['trigger'],
): Promise<void> => {
  if (trigger === null) await sql`delete from play_trigger where ws = ${ws} and play_id = ${playId}`.execute(db);
  else
    await sql`insert into play_trigger (ws, play_id, trigger) values (${ws}, ${playId}, ${JSON.stringify(trigger)}::jsonb)
      on conflict (ws, play_id) do update set trigger = excluded.trigger`.execute(db);
};
