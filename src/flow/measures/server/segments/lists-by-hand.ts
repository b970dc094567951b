import { AppError } from '#kernel/app-error.ts';
import type { SegmentUnit } from '../../condition-contracts.ts';
import { SEGMENT_SAYS } from '../../domain/segments/segment-sayings.ts';
import type { AnswerPart, Question } from '../../question-contracts.ts';
import type { StoredSegment } from '../../store/segments/segments.ts';
import { rowsOf } from '../../store/statement.ts';
import { questionEngineOf } from '../questions/ask-question.ts';
import { prepareQuestion, type QuestionReader } from '../questions/prepare-question.ts';
import type { SegmentsDeps, SegmentWorkspace } from './deps.ts';
import type { Keeper } from './keeper.ts';
import { writeStays } from './write-stays.ts';

const PAGE = 100_000;
const MOST = 1_000_000;

/** The accounts or people behind a part of an answer, by dense number; refuses other units than those of the list. */
export const unitsBehind = async (
  deps: Pick<SegmentsDeps, 'clickhouse' | 'clock' | 'fieldValues' | 'mergedNamesOf'>,
  asked: {
    readonly workspace: SegmentWorkspace;
    readonly unit: SegmentUnit;
    readonly question: Question;
    readonly part: AnswerPart;
    readonly sees: QuestionReader;
  },
): Promise<readonly number[]> => {
  const { workspace, unit, question, part, sees } = asked;
  if (question.unit !== unit)
    throw new AppError('invalid', SEGMENT_SAYS.list_of_other_unit(), {
      fields: [{ field: 'body.behind.question.unit', code: 'other_unit', said: SEGMENT_SAYS.list_of_other_unit() }],
    });
  const prepared = await prepareQuestion(deps, { workspace, question, sees });
  const nums: number[] = [];
  for (let offset = 0; offset < MOST; offset += PAGE) {
    const rows = await rowsOf<{ unit: string }>(deps.clickhouse, questionEngineOf(question).units(prepared, { part, offset, limit: PAGE }));
    for (const row of rows) nums.push(Number(row.unit));
    if (rows.length < PAGE) break;
  }
  return nums;
};

/** Whom these texts name: numbers, and texts that name nobody. */
export const namedUnits = async (
  { directory }: Pick<SegmentsDeps, 'directory'>,
  ws: number,
  unit: SegmentUnit,
  texts: readonly string[],
): Promise<{ readonly nums: readonly number[]; readonly unknown: readonly string[] }> => {
  const found = await directory.numsNamed(ws, unit, texts);
  return { nums: [...new Set(found.values())], unknown: [...new Set(texts)].filter((text) => !found.has(text)) };
};

/** Puts units into a list, or takes them out; answers how many that changed. Refuses a segment that has a condition. */
export const changeByHand = async (
  deps: SegmentsDeps,
  keeper: Keeper,
  { workspace, segment }: { readonly workspace: SegmentWorkspace; readonly segment: StoredSegment },
  change: { readonly entered: readonly number[] } | { readonly left: readonly number[] },
): Promise<number> => {
  if (segment.condition !== null) throw new AppError('conflict', SEGMENT_SAYS.segment_by_condition({ name: segment.name }));
  const wanted = { entered: [], left: [], ...change, turn: { at: deps.clock.now(), by: 'hand' } } as const;
  const { entered, left } = await writeStays(deps, { ws: workspace.ws, segment }, wanted);
  await keeper.follow(workspace, segment.unit, [...entered, ...left]);
  return entered.length + left.length;
};
