import { type Db, sql } from '#platform/postgres.ts';
import { type Board, type BoardDraft, BoardTile } from '../../board-contracts.ts';

interface Row extends Omit<Board, 'changedAt' | 'tiles'> {
  readonly changedAt: Date;
  readonly tiles: unknown[];
}

/** The boards of a workspace with their tiles in order, the latest changed first; one by its id when it is named. */
export const boardsOf = async (db: Db, ws: number, id: string | null = null): Promise<readonly Board[]> => {
  const { rows } = await sql<Row>`
    select id, name, description, owner_name as "ownerName", changed_at as "changedAt",
      coalesce((select json_agg(case when metric is null then json_build_object('questionId', question_id, 'span', span)
          else json_build_object('metric', metric, 'span', span) end order by place)
        from board_tile where ws = board.ws and board_id = board.id), '[]'::json) as tiles
    from board where ws = ${ws} and (${id}::text is null or id = ${id}) order by changed_at desc, id`.execute(db);
  return rows.map((row) => ({ ...row, changedAt: row.changedAt.getTime(), tiles: row.tiles.map((tile) => BoardTile.parse(tile)) }));
};

/** Writes a board as it is to be. Tiles of questions that there are no longer are left out. */
export const putBoard = async (
  tx: Db,
  ws: number,
  board: BoardDraft & { readonly id: string; readonly ownerId: string; readonly ownerName: string; readonly now: number },
): Promise<void> => {
  await sql`
    insert into board (ws, id, name, description, owner_id, owner_name, changed_at)
    values (${ws}, ${board.id}, ${board.name}, ${board.description}, ${board.ownerId}, ${board.ownerName}, ${new Date(board.now)})
    on conflict (ws, id) do update set name = excluded.name, description = excluded.description, changed_at = excluded.changed_at`.execute(
    tx,
  );
  await sql`delete from board_tile where ws = ${ws} and board_id = ${board.id}`.execute(tx);
  if (board.tiles.length === 0) return;
  await sql`
    insert into board_tile (ws, board_id, place, question_id, metric, span)
    select ${ws}, ${board.id}, place, wanted, metric::jsonb, span
    from unnest(${board.tiles.map((tile) => ('metric' in tile ? null : tile.questionId))}::text[],
      ${board.tiles.map((tile) => ('metric' in tile ? JSON.stringify(tile.metric) : null))}::text[],
      ${board.tiles.map((tile) => tile.span)}::int[]) with ordinality as given (wanted, metric, span, place)
    where metric is not null or exists (select from saved_question where ws = ${ws} and id = wanted)`.execute(tx);
};

/** Removes a board; false when there is none of this id. */
export const deleteBoard = async (db: Db, ws: number, id: string): Promise<boolean> => {
  const { rows } = await sql`delete from board where ws = ${ws} and id = ${id} returning id`.execute(db);
  return rows.length > 0;
};

/** What saved questions and boards are called and what is said of them, without what they hold; the latest changed first. */
export const namesOfBoards = async (
  db: Db,
  ws: number,
): Promise<readonly { readonly kind: 'question' | 'board'; readonly id: string; readonly name: string; readonly detail: string }[]> => {
  const { rows } = await sql<{ kind: 'question' | 'board'; id: string; name: string; detail: string }>`
    select 'question' as kind, id, name, description as detail, changed_at from saved_question where ws = ${ws}
    union all select 'board', id, name, description, changed_at from board where ws = ${ws}
    order by changed_at desc, id`.execute(db);
  return rows.map(({ kind, id, name, detail }) => ({ kind, id, name, detail }));
};
