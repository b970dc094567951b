import { type Db, sql } from '#platform/postgres.ts';
import { ExperimentIdea, type IdeaDraft } from '../../experiment-contracts.ts';

/** Whose idea it is, and when it was written. */
export interface IdeaKeeping {
  readonly id: string;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly now: number;
}

type Row = Omit<ExperimentIdea, 'createdAt' | 'changedAt'> & { readonly createdAt: Date; readonly changedAt: Date };

/** The ideas of a workspace, the latest changed first; one by its id when it is named. */
export const experimentIdeas = async (db: Db, ws: number, id: string | null = null): Promise<readonly ExperimentIdea[]> => {
  const { rows } = await sql<Row>`
    select id, name, hypothesis, behaviour, effect, unit, audience, metric, status, origin, owner_name as "ownerName",
      created_at as "createdAt", changed_at as "changedAt"
    from experiment_idea where ws = ${ws} and (${id}::text is null or id = ${id}) order by changed_at desc, id desc`.execute(db);
  return rows.map((row) => ExperimentIdea.parse({ ...row, createdAt: row.createdAt.getTime(), changedAt: row.changedAt.getTime() }));
};

/** Writes a new idea down. */
export const insertIdea = async (db: Db, ws: number, { id, ownerId, ownerName, now, ...draft }: IdeaKeeping & IdeaDraft): Promise<void> => {
  await sql`
    insert into experiment_idea
      (ws, id, name, hypothesis, behaviour, effect, unit, audience, metric, status, origin, owner_id, owner_name, created_at, changed_at)
    values (${ws}, ${id}, ${draft.name}, ${draft.hypothesis}, ${JSON.stringify(draft.behaviour)}::jsonb, ${JSON.stringify(draft.effect)}::jsonb,
      ${draft.unit}, ${draft.audience}, ${draft.metric}, ${draft.status}, ${draft.origin}, ${ownerId}, ${ownerName}, ${new Date(now)},
      ${new Date(now)})`.execute(db);
};

/** Changes an idea; false when there is none of this id. */
export const updateIdea = async (
  db: Db,
  ws: number,
  { id, now, ...draft }: IdeaDraft & Pick<IdeaKeeping, 'id' | 'now'>,
): Promise<boolean> => {
  const { rows } = await sql`
    update experiment_idea set name = ${draft.name}, hypothesis = ${draft.hypothesis}, behaviour = ${JSON.stringify(draft.behaviour)}::jsonb,
      effect = ${JSON.stringify(draft.effect)}::jsonb, unit = ${draft.unit}, audience = ${draft.audience}, metric = ${draft.metric},
      status = ${draft.status}, origin = ${draft.origin}, changed_at = ${new Date(now)}
    where ws = ${ws} and id = ${id} returning id`.execute(db);
  return rows.length > 0;
};

/** Removes an idea; false when there is none of this id. */
export const deleteIdea = async (db: Db, ws: number, id: string): Promise<boolean> => {
  const { rows } = await sql`delete from experiment_idea where ws = ${ws} and id = ${id} returning id`.execute(db);
  return rows.length > 0;
};
