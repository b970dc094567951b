import { type Db, sql } from '#platform/postgres.ts';

/** A comment as it is kept; `at` in UTC ms. */
export interface StoredComment {
  readonly id: string;
  readonly authorId: string;
  readonly authorName: string;
  readonly text: string;
  readonly at: number;
}

/** What is said about a kept question, oldest first. */
export const commentsOf = async (db: Db, ws: number, questionId: string): Promise<readonly StoredComment[]> => {
  const { rows } = await sql<Omit<StoredComment, 'at'> & { readonly at: Date }>`
    select id, author_id as "authorId", author_name as "authorName", text, at from question_comment
    where ws = ${ws} and question_id = ${questionId} order by at, id`.execute(db);
  return rows.map((row) => ({ ...row, at: row.at.getTime() }));
};

/** Adds a comment to a question that there is; false when there is none. */
export const insertComment = async (db: Db, ws: number, questionId: string, comment: StoredComment): Promise<boolean> => {
  const { rows } = await sql`
    insert into question_comment (ws, id, question_id, author_id, author_name, text, at)
    select ws, ${comment.id}, id, ${comment.authorId}, ${comment.authorName}, ${comment.text}, ${new Date(comment.at)}
    from saved_question where ws = ${ws} and id = ${questionId} returning id`.execute(db);
  return rows.length > 0;
};

/** Takes a comment of this author back; false when there is none. */
export const deleteComment = async (
  db: Db,
  ws: number,
  { id, authorId }: { readonly id: string; readonly authorId: string },
): Promise<boolean> => {
  const { rows } = await sql`
    delete from question_comment where ws = ${ws} and id = ${id} and author_id = ${authorId} returning id`.execute(db);
  return rows.length > 0;
};
