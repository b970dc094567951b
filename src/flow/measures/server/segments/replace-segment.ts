import { AppError } from '#kernel/app-error.ts';
import type { ContextOf } from '#platform/http.ts';
import type { Db } from '#platform/postgres.ts';
import { SEGMENT_SAYS } from '../../domain/segments/segment-sayings.ts';
import { withOtherSegment } from '../../domain/segments/segments-mentioned.ts';
import type { SegmentUse } from '../../segment-contracts.ts';
import { boardsOf, putBoard } from '../../store/boards/boards.ts';
import { savedQuestions, updateQuestion } from '../../store/boards/saved-questions.ts';
import { insertReplacement } from '../../store/segments/replacements.ts';
import { changeSegment, type LivingSegment, type StoredSegment, segmentsOf } from '../../store/segments/segments.ts';
import { checkCondition } from './check-condition.ts';
import type { Replacing, SegmentsDeps } from './deps.ts';
import type { Keeper } from './keeper.ts';
import { usesOfSegments } from './segment-uses.ts';

export interface ReplaceAsked {
  readonly context: Pick<ContextOf<'records.write'>, 'workspace' | 'actor' | 'now' | 'may'>;
  readonly from: StoredSegment;
  readonly to: StoredSegment;
}

/**
 * Puts one segment in the place of another wherever that is named, all at once or not at all, and says where. Refuses segments of another unit, one that
 * would come to rest on itself, and plays for whoever may not change them.
 */
export const replaceSegment = async (
  deps: SegmentsDeps,
  keeper: Keeper,
  { context, from, to }: ReplaceAsked,
): Promise<readonly SegmentUse[]> => {
  const { workspace, actor, now, may } = context;
  const { ws } = workspace;
  if (from.unit !== to.unit || from.id === to.id)
    throw new AppError('invalid', SEGMENT_SAYS.segment_no_stand_in({ name: to.name, of: from.name }));
  const segments = await segmentsOf(deps.postgres.db, ws);
  const uses = (await usesOfSegments(deps, ws, segments)).get(from.id) ?? [];
  if (uses.some(({ kind }) => kind === 'play') && !may('plays.write')) throw new AppError('forbidden', SEGMENT_SAYS.segment_of_plays());
  const after = segments.map((segment) => (segment.id === from.id ? segment : withOtherSegment(segment, from.id, to.id)));
  const changed = after.filter((segment, at): segment is LivingSegment => segment.condition !== null && differs(segment, segments[at]));
  for (const { id, unit, condition } of changed)
    checkCondition(deps.units, { workspace, segments: after, unit, condition, mayMoney: true, of: id });
  const replacing: Replacing = { from: from.id, to: to.id, by: actor.id, now };
  await deps.postgres.transaction(async (tx) => {
    for (const { num, condition } of changed) await changeSegment(tx, ws, num, { condition, by: actor.id, at: now });
    await replaceInQuestions(tx, ws, replacing);
    await replaceInBoards(tx, ws, replacing);
    await deps.replaceElsewhere(tx, ws, replacing);
    if (uses.length > 0) await insertReplacement(tx, ws, { segmentId: to.id, replaced: from, at: now, byName: actor.name, uses });
  });
  for (const { id } of changed) await keeper.redefine(workspace, id);
  return uses;
};

const differs = (one: unknown, other: unknown): boolean => JSON.stringify(one) !== JSON.stringify(other);

const replaceInQuestions = async (tx: Db, ws: number, { from, to, now }: Replacing): Promise<void> => {
  for (const saved of await savedQuestions(tx, ws)) {
    const question = withOtherSegment(saved.question, from, to);
    if (differs(question, saved.question)) await updateQuestion(tx, ws, { ...saved, question, now });
  }
};

const replaceInBoards = async (tx: Db, ws: number, { from, to, by, now }: Replacing): Promise<void> => {
  for (const board of await boardsOf(tx, ws)) {
    const tiles = withOtherSegment(board.tiles, from, to);
    if (differs(tiles, board.tiles)) await putBoard(tx, ws, { ...board, tiles, ownerId: by, now });
  }
};
