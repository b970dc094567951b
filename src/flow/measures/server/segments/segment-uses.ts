import { type MayName, usesBySegment } from '../../domain/segments/segments-mentioned.ts';
import type { SegmentUse } from '../../segment-contracts.ts';
import { boardsOf } from '../../store/boards/boards.ts';
import { savedQuestions } from '../../store/boards/saved-questions.ts';
import type { StoredSegment } from '../../store/segments/segments.ts';
import type { SegmentsDeps } from './deps.ts';

/** Where are the segments of a workspace used: by other segments, plays, saved questions, boards, and shared lists? */
export const usesOfSegments = async (
  { postgres: { db }, usedElsewhere }: Pick<SegmentsDeps, 'postgres' | 'usedElsewhere'>,
  ws: number,
  segments: readonly StoredSegment[],
): Promise<ReadonlyMap<string, readonly SegmentUse[]>> => {
  const [questions, boards, elsewhere] = await Promise.all([savedQuestions(db, ws), boardsOf(db, ws), usedElsewhere(ws)]);
  const asked = new Map(questions.map(({ id, question }) => [id, question]));
  return usesBySegment([
    ...segments.map(({ id, name, condition }): MayName => ({ kind: 'segment', id, name, of: condition })),
    ...elsewhere,
    ...questions.map(({ id, name, question }): MayName => ({ kind: 'question', id, name, of: question })),
    ...boards.map(
      ({ id, name, tiles }): MayName => ({
        kind: 'board',
        id,
        name,
        of: tiles.map((tile) => ('metric' in tile ? tile.metric : asked.get(tile.questionId))),
      }),
    ),
  ]);
};
