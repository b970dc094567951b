import { createBoard, listBoards, listSavedQuestions, removeBoard, removeQuestion, saveQuestion } from '#flow/measures/board-contracts.ts';
import { getTrackingPlan, putPlannedEvent, removePlannedEvent } from '#flow/measures/plan-contracts.ts';
import { createSegment, deleteSegment, listSegments } from '#flow/measures/segment-contracts.ts';
import { isAppError } from '#kernel/app-error.ts';
import { PERMISSIONS } from '#kernel/endpoint.ts';
import type { WorkspaceContext } from '#platform/http.ts';
import { DESK_OWNER, untouchedDesk } from '../store/demo-desk-ground.ts';
import type { DemoRun } from '../store/demo-runs.ts';
import type { DemoDeps } from './deps.ts';
import { deskOf } from './desk-drafts.ts';

type DeskDeps = Pick<DemoDeps, 'call' | 'clock' | 'postgres'>;

/** Makes the ready questions, boards, segments and tracking plan of the demo company, in its language. What has the name of one already is left as it is: bears repetition. */
export const setDesk = async (deps: DeskDeps, workspace: WorkspaceContext, { plan }: Pick<DemoRun, 'plan'>): Promise<void> => {
  const desk = deskOf(plan);
  const asker = () => askerOf(deps, workspace, desk.author);
  const [questions, boards, segments, planned] = await Promise.all([
    deps.call(listSavedQuestions, {}, asker()),
    deps.call(listBoards, {}, asker()),
    deps.call(listSegments, {}, asker()),
    deps.call(getTrackingPlan, {}, asker()),
  ]);
  const has = (rows: readonly { readonly name: string }[], name: string): boolean => rows.some((row) => row.name === name);
  for (const body of desk.segments) if (!has(segments.rows, body.name)) await deps.call(createSegment, { body }, asker());
  for (const { name, ...body } of desk.plan)
    if (!has(planned.events, name)) await deps.call(putPlannedEvent, { params: { name }, body }, asker());
  const ids = new Map<string, string>();
  // The latest changed stands first in its list.
  for (const [key, body] of [...desk.questions].reverse()) {
    const kept = questions.rows.find(({ name }) => name === body.name) ?? (await deps.call(saveQuestion, { body }, asker()));
    ids.set(key, kept.id);
  }
  for (const { name, body } of desk.boards)
    if (!has(boards.rows, name)) await deps.call(createBoard, { body: body((key) => ids.get(key) ?? '') }, asker());
};

/** Takes away what still stands as `setDesk` made it: whatever somebody changed, talked about or uses is theirs. Bears repetition. */
export const clearDesk = async (deps: DeskDeps, workspace: WorkspaceContext, { plan }: Pick<DemoRun, 'plan'>): Promise<void> => {
  const desk = deskOf(plan);
  const asker = askerOf(deps, workspace, desk.author);
  const ground = () => untouchedDesk(deps.postgres.db, workspace.ws);
  for (const id of (await ground()).boards) await deps.call(removeBoard, { params: { id } }, asker);
  const own = new Set(desk.plan.map((event) => JSON.stringify(event)));
  const { events } = await deps.call(getTrackingPlan, {}, asker);
  for (const event of events)
    if (own.has(JSON.stringify(event))) await deps.call(removePlannedEvent, { params: { name: event.name } }, asker);
  // A question is free once the boards are gone on which it stood.
  const { questions, segments } = await ground();
  for (const id of questions) await deps.call(removeQuestion, { params: { id } }, asker);
  for (const id of segments) {
    await deps.call(deleteSegment, { params: { id } }, asker).catch((error: unknown) => {
      if (!isAppError(error) || error.code !== 'conflict') throw error;
    });
  }
};

const askerOf = ({ clock }: DeskDeps, workspace: WorkspaceContext, name: string) => ({
  workspace,
  actor: { kind: 'user' as const, id: DESK_OWNER, name, permissions: new Set(PERMISSIONS) },
  now: clock.now(),
});
