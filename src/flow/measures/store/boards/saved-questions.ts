import { type Db, sql } from '#platform/postgres.ts';
import { NamedPeriod, type QuestionDraft, SavedQuestion } from '../../board-contracts.ts';
import { Question } from '../../question-contracts.ts';

/** Who keeps a question, and since when. */
export interface Keeping {
  readonly id: string;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly now: number;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly question: unknown;
  readonly period: unknown;
  readonly look: string;
  readonly ownerName: string;
  readonly changedAt: Date;
  readonly comments: number;
  readonly boards: number;
}

/** The kept questions of a workspace, the latest changed first; one by its id when it is named. */
export const savedQuestions = async (db: Db, ws: number, id: string | null = null): Promise<readonly SavedQuestion[]> => {
  const { rows } = await sql<Row>`
    select id, name, description, question, period, look, owner_name as "ownerName", changed_at as "changedAt",
      (select count(*)::int from question_comment where ws = kept.ws and question_id = kept.id) as comments,
      (select count(distinct board_id)::int from board_tile where ws = kept.ws and question_id = kept.id) as boards
    from saved_question as kept where ws = ${ws} and (${id}::text is null or id = ${id}) order by changed_at desc, id`.execute(db);
  return rows.map((row) =>
    SavedQuestion.parse({
      ...row,
      question: Question.parse(row.question),
      period: NamedPeriod.parse(row.period),
      changedAt: row.changedAt.getTime(),
    }),
  );
};

/** Keeps a new question. */
export const insertQuestion = async (
  db: Db,
  ws: number,
  { id, ownerId, ownerName, now, ...draft }: Keeping & QuestionDraft,
): Promise<void> => {
  await sql`
    insert into saved_question (ws, id, name, description, question, period, look, owner_id, owner_name, created_at, changed_at)
    values (${ws}, ${id}, ${draft.name}, ${draft.description}, ${JSON.stringify(draft.question)}::jsonb, ${JSON.stringify(draft.period)}::jsonb,
      ${draft.look}, ${ownerId}, ${ownerName}, ${new Date(now)}, ${new Date(now)})`.execute(db);
};

/** Changes a kept question; false when there is none of this id. */
export const updateQuestion = async (
  db: Db,
  ws: number,
  { id, now, ...draft }: QuestionDraft & Pick<Keeping, 'id' | 'now'>,
): Promise<boolean> => {
  const { rows } = await sql`
    update saved_question set name = ${draft.name}, description = ${draft.description}, question = ${JSON.stringify(draft.question)}::jsonb,
      period = ${JSON.stringify(draft.period)}::jsonb, look = ${draft.look}, changed_at = ${new Date(now)}
    where ws = ${ws} and id = ${id} returning id`.execute(db);
  return rows.length > 0;
};

/** Removes a kept question with its comments and tiles; false when there is none of this id. */
export const deleteQuestion = async (db: Db, ws: number, id: string): Promise<boolean> => {
  const { rows } = await sql`delete from saved_question where ws = ${ws} and id = ${id} returning id`.execute(db);
  return rows.length > 0;
};
