import { type Db, sql } from '#platform/postgres.ts';

/** As whom the demo company keeps its questions, boards and segments. */
export const DESK_OWNER = 'demo';

/**
 * The boards, questions and segments that are still as the demo company made them: a board or segment that somebody changes has their name from then on; a
 * question that stands on a board, or that somebody spoke about, is in use.
 */
export const untouchedDesk = async (
  db: Db,
  ws: number,
): Promise<{ readonly boards: readonly string[]; readonly questions: readonly string[]; readonly segments: readonly string[] }> => {
  const { rows } = await sql<{ kind: 'board' | 'question' | 'segment'; id: string }>`
    select 'board' as kind, id from board where ws = ${ws} and owner_id = ${DESK_OWNER}
    union all
    select 'question', id from saved_question as kept where ws = ${ws} and owner_id = ${DESK_OWNER} and changed_at = created_at
      and not exists (select from board_tile where ws = kept.ws and question_id = kept.id)
      and not exists (select from question_comment where ws = kept.ws and question_id = kept.id)
    union all
    select 'segment', id from segment where ws = ${ws} and created_by = ${DESK_OWNER} and changed_by = ${DESK_OWNER}
    order by kind, id`.execute(db);
  const of = (kind: (typeof rows)[number]['kind']): readonly string[] => rows.filter((row) => row.kind === kind).map(({ id }) => id);
  return { boards: of('board'), questions: of('question'), segments: of('segment') };
};
