import { AppError } from '#kernel/app-error.ts';
import type { ClickHouse } from '#platform/clickhouse.ts';
import { newId } from '#platform/clock.ts';
import { type Route, route } from '#platform/http.ts';
import type { Db, Postgres } from '#platform/postgres.ts';
import * as contracts from '../../board-contracts.ts';
import { BOARD_SAYS } from '../../domain/boards/board-sayings.ts';
import { MEASURE_SAYS } from '../../domain/measure-sayings.ts';
import { annotationsOf, deleteAnnotation, insertAnnotation, type ReleaseRow, releases } from '../../store/boards/annotations.ts';
import { boardsOf, deleteBoard, namesOfBoards, putBoard } from '../../store/boards/boards.ts';
import { commentsOf, deleteComment, insertComment, type StoredComment } from '../../store/boards/comments.ts';
import { deleteQuestion, insertQuestion, savedQuestions, updateQuestion } from '../../store/boards/saved-questions.ts';
import { rowsOf } from '../../store/statement.ts';

export interface BoardsDeps {
  readonly postgres: Postgres;
  readonly clickhouse: ClickHouse;
  /** The ids of the metrics that there are. */
  readonly metrics: ReadonlySet<string>;
}

/** The routes of what is kept around questions: saved ones with their comments, boards, annotations. */
export const createBoards = (deps: BoardsDeps) => ({
  routes: [...questionRoutes(deps), ...commentRoutes(deps), ...boardRoutes(deps), ...annotationRoutes(deps)] satisfies readonly Route[],
  /** Saved questions and boards by their names, the latest changed first of each. */
  named: (ws: number) => namesOfBoards(deps.postgres.db, ws),
});

const DONE = { ok: true } as const;

const questionRoutes = ({ postgres: { db } }: BoardsDeps): readonly Route[] => [
  route(contracts.listSavedQuestions, async (_, { workspace }) => ({ rows: [...(await savedQuestions(db, workspace.ws))] })),
  route(contracts.saveQuestion, async ({ body }, { workspace, actor, now }) => {
    const id = newId('question', now);
    await insertQuestion(db, workspace.ws, { ...body, id, ownerId: actor.id, ownerName: actor.name, now });
    return savedQuestion(db, workspace.ws, id);
  }),
  route(contracts.changeQuestion, async ({ params: { id }, body }, { workspace, now }) => {
    if (!(await updateQuestion(db, workspace.ws, { ...body, id, now }))) throw noQuestion();
    return savedQuestion(db, workspace.ws, id);
  }),
  route(contracts.removeQuestion, async ({ params: { id } }, { workspace }) => {
    if (!(await deleteQuestion(db, workspace.ws, id))) throw noQuestion();
    return DONE;
  }),
];

const commentRoutes = ({ postgres: { db } }: BoardsDeps): readonly Route[] => [
  route(contracts.listComments, async ({ params: { id } }, { workspace, actor }) => {
    await savedQuestion(db, workspace.ws, id);
    return { rows: (await commentsOf(db, workspace.ws, id)).map((comment) => presentComment(comment, actor.id)) };
  }),
  route(contracts.addComment, async ({ params: { id }, body }, { workspace, actor, now }) => {
    const comment = { id: newId('comment', now), authorId: actor.id, authorName: actor.name, text: body.text, at: now };
    if (!(await insertComment(db, workspace.ws, id, comment))) throw noQuestion();
    return presentComment(comment, actor.id);
  }),
  route(contracts.removeComment, async ({ params: { comment } }, { workspace, actor }) => {
    if (!(await deleteComment(db, workspace.ws, { id: comment, authorId: actor.id })))
      throw new AppError('not_found', BOARD_SAYS.comment_not_yours());
    return DONE;
  }),
];

const boardRoutes = ({ postgres, metrics }: BoardsDeps): readonly Route[] => {
  // What a newer version of the product offered, an older one leaves out.
  const shown = (board: contracts.Board): contracts.Board => ({
    ...board,
    tiles: board.tiles.filter((tile) => !('metric' in tile) || metrics.has(tile.metric.id)),
  });
  const one = async (ws: number, id: string) => shown(await boardOf(postgres.db, ws, id));
  return [
    route(contracts.listBoards, async (_, { workspace }) => ({ rows: (await boardsOf(postgres.db, workspace.ws)).map(shown) })),
    route(contracts.createBoard, async ({ body }, { workspace: { ws }, actor, now }) => {
      checkMetrics(metrics, body);
      const id = newId('board', now);
      await postgres.transaction((tx) => putBoard(tx, ws, { ...body, id, ownerId: actor.id, ownerName: actor.name, now }));
      return one(ws, id);
    }),
    route(contracts.changeBoard, async ({ params: { id }, body }, { workspace: { ws }, actor, now }) => {
      checkMetrics(metrics, body);
      await postgres.transaction(async (tx) => {
        await boardOf(tx, ws, id);
        await putBoard(tx, ws, { ...body, id, ownerId: actor.id, ownerName: actor.name, now });
      });
      return one(ws, id);
    }),
    route(contracts.removeBoard, async ({ params: { id } }, { workspace }) => {
      if (!(await deleteBoard(postgres.db, workspace.ws, id))) throw new AppError('not_found', BOARD_SAYS.board_unknown());
      return DONE;
    }),
  ];
};

const checkMetrics = (metrics: ReadonlySet<string>, { tiles }: contracts.BoardDraft): void => {
  const fields = tiles.flatMap((tile, at) =>
    'metric' in tile && !metrics.has(tile.metric.id)
      ? [{ field: `body.tiles.${at}.metric.id`, code: 'unknown_metric', said: MEASURE_SAYS.metric_unknown({ id: tile.metric.id }) }]
      : [],
  );
  if (fields[0]) throw new AppError('invalid', fields[0].said, { fields });
};

const annotationRoutes = ({ postgres: { db }, clickhouse }: BoardsDeps): readonly Route[] => [
  route(contracts.listAnnotations, async ({ query }, { workspace }) => {
    const [said, told] = await Promise.all([
      annotationsOf(db, workspace.ws, query),
      rowsOf<ReleaseRow>(clickhouse, releases(workspace.ws, query, workspace.timeZone)),
    ]);
    const shipped = told.map(({ id, day, version }) => ({
      id: `fact_${id}`,
      day,
      kind: 'release' as const,
      text: version,
      authorName: null,
    }));
    return { rows: [...said, ...shipped].toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)) };
  }),
  route(contracts.addAnnotation, async ({ body }, { workspace, actor, now }) => {
    const annotation = { ...body, id: newId('annotation', now), authorName: actor.name };
    await insertAnnotation(db, workspace.ws, annotation);
    return annotation;
  }),
  route(contracts.removeAnnotation, async ({ params: { id } }, { workspace }) => {
    if (!(await deleteAnnotation(db, workspace.ws, id))) throw new AppError('not_found', BOARD_SAYS.annotation_unknown());
    return DONE;
  }),
];

const noQuestion = () => new AppError('not_found', BOARD_SAYS.saved_question_unknown());

const savedQuestion = async (db: Db, ws: number, id: string): Promise<contracts.SavedQuestion> => {
  const [found] = await savedQuestions(db, ws, id);
  if (!found) throw noQuestion();
  return found;
};

const boardOf = async (db: Db, ws: number, id: string): Promise<contracts.Board> => {
  const [found] = await boardsOf(db, ws, id);
  if (!found) throw new AppError('not_found', BOARD_SAYS.board_unknown());
  return found;
};

const presentComment = ({ authorId, ...comment }: StoredComment, actorId: string): contracts.QuestionComment => ({
  ...comment,
  mine: authorId === actorId,
});
