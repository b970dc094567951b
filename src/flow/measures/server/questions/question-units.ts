import { z } from 'zod';
import { AppError } from '#kernel/app-error.ts';
import { RECORD_SAYS } from '#kernel/record-sayings.ts';
import type { MeasuredWorkspace } from '../../domain/answer.ts';
import type { AnswerPart, Question, QuestionUnit, UnitRow } from '../../question-contracts.ts';
import { rowsOf } from '../../store/statement.ts';
import type { MeasuresDeps } from '../deps.ts';
import { createFactMarks } from '../watermarks.ts';
import { askByHours, type ReadHourTables } from './ask-by-hours.ts';
import { factsAsked, questionEngineOf } from './ask-question.ts';
import { prepareQuestion, type QuestionReader } from './prepare-question.ts';

/** Which page of the units behind which part of an answer? */
export interface UnitsAsked {
  readonly workspace: MeasuredWorkspace;
  readonly question: Question;
  readonly part: AnswerPart;
  readonly sees: QuestionReader;
  readonly limit: number;
  readonly cursor: string | undefined;
}

export interface UnitsAnswer {
  readonly rows: UnitRow[];
  readonly nextCursor: string | null;
}

const Cursor = z.tuple([z.number().int().min(0).max(10_000_000), z.number().int()]);

/** Lists the units behind a part, by the code that counts them. A cursor holds the instant as of which the first page was asked, so that pages fit together. */
export const createQuestionUnits = (deps: MeasuresDeps) => {
  const factMarks = createFactMarks(deps.clickhouse);
  return async ({ workspace, question, part, sees, limit, cursor }: UnitsAsked): Promise<UnitsAnswer> => {
    const [offset, asOf] = cursor === undefined ? [0, question.asOf] : readCursor(cursor);
    // First the marks, then the instant as of which is asked: what they tell of was known by then.
    const marks = await factMarks(workspace.ws);
    const asked = await prepareQuestion(deps, { workspace, question: { ...question, asOf }, sees });
    const facts = factsAsked(asked);
    const list = (by: typeof asked) =>
      rowsOf<FoundUnit>(deps.clickhouse, questionEngineOf(question).units(by, { part, offset, limit: limit + 1 }));
    const isAllKnown = asOf === null && (await marks.watermarkOf(facts)).isAllKnown;
    const seen = { ...asked, scope: { ...asked.scope, isNobodyMerged: marks.isNobodyMerged } };
    const before: ReadHourTables = (then) => marks.hourTablesOf({ ...facts, asOf: then });
    const read: ReadHourTables = async (then) => (await factMarks(workspace.ws)).hourTablesOf({ ...facts, asOf: then });
    const found = await (isAllKnown ? askByHours(seen, { before, read, now: deps.clock.now }, list) : list(seen));
    const rows = await named(deps, workspace.ws, { rows: found.slice(0, limit), unit: question.unit, sees });
    return {
      rows,
      nextCursor: found.length <= limit ? null : Buffer.from(JSON.stringify([offset + limit, asked.frame.asOf])).toString('base64url'),
    };
  };
};

interface FoundUnit {
  readonly unit: string;
  readonly at: number | string | null;
  readonly value: number | null;
}

interface Found {
  readonly rows: readonly FoundUnit[];
  readonly unit: QuestionUnit;
  readonly sees: QuestionReader;
}

const named = async ({ directory }: MeasuresDeps, ws: number, { rows, unit, sees }: Found): Promise<UnitRow[]> => {
  const nums = unit === 'account' || unit === 'person' ? rows.map((row) => Number(row.unit)) : [];
  const records: ReadonlyMap<number, { readonly id: string; readonly name: string | null }> =
    unit === 'account' ? await directory.accountsByNums(ws, nums) : unit === 'person' ? await directory.peopleByNums(ws, nums) : new Map();
  return rows.map(({ unit: text, at, value }) => {
    const record = records.get(Number(text));
    const account = unit === 'account' && record !== undefined ? record : null;
    return {
      id: record?.id ?? text,
      kind: unit === 'account' || unit === 'person' ? unit : 'other',
      name: unit === 'person' && !sees.people ? null : (record?.name ?? null),
      accountId: account?.id ?? null,
      accountName: account?.name ?? null,
      at: at === null ? null : Number(at),
      value: value === null ? null : Number(value),
    };
  });
};

const readCursor = (cursor: string): readonly [number, number] => {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch (cause) {
    throw new AppError('malformed', RECORD_SAYS.cursor_foreign(), { cause });
  }
};
