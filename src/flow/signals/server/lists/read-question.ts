import { nearestWord } from '#flow/intake/index.ts';
import { AppError } from '#kernel/app-error.ts';
import { Condition, EVERYTHING } from '#kernel/condition.ts';
import { RECORD_SAYS } from '#kernel/record-sayings.ts';
import type { Said } from '#kernel/saying.ts';
import type { ContextOf } from '#platform/http.ts';
import {
  ACCOUNT_FIELD_BY_KEY,
  fieldOf,
  type ListField,
  PERSON_CONDITION_FIELD_BY_KEY,
  PERSON_FIELD_BY_KEY,
  SEGMENT,
} from '../../domain/condition-fields.ts';
import { type ListCursor, type ListOrder, readCursor } from '../../domain/list-cursor.ts';
import { type ConditionProblem, conditionProblems, settledCondition } from '../../domain/settle-condition.ts';
import { SIGNAL_SAYS } from '../../domain/signal-sayings.ts';
import type { ListName } from '../../store/lists/columns.ts';
import type { ListQuestion } from '../../store/lists/list-source.ts';

/** What a list is asked, as the API takes it. */
export interface ListInput {
  readonly search?: string | undefined;
  readonly sort?: string | undefined;
  readonly order: 'asc' | 'desc';
  readonly filter?: string | undefined;
  readonly cursor?: string | undefined;
}

export interface ReadQuestion {
  readonly question: ListQuestion;
  readonly order: ListOrder;
  readonly after: ListCursor | null;
}

const FIELDS: Readonly<Record<ListName, ReadonlyMap<string, ListField>>> = { accounts: ACCOUNT_FIELD_BY_KEY, people: PERSON_FIELD_BY_KEY };
const CONDITION_FIELDS: typeof FIELDS = { ...FIELDS, people: PERSON_CONDITION_FIELD_BY_KEY };

/** What is asked of a list, understood and checked for this reader; refuses fields that do not exist or may not be seen, and strange cursors. */
export const readQuestion = (list: ListName, input: ListInput, context: ContextOf<'records.read'>): ReadQuestion => {
  const order: ListOrder = { sort: input.sort || 'name', order: input.order };
  refuse(list, sortProblems(list, order.sort, context.may('money.read')), 'query.sort');
  const filter = readFilter(list, input.filter, context);
  const after = input.cursor ? readCursor(Buffer.from(input.cursor, 'base64url').toString(), order) : null;
  if (input.cursor && after === null) {
    throw new AppError('invalid', RECORD_SAYS.cursor_foreign());
  }
  return { question: { ws: context.workspace.ws, search: input.search ?? '', filter, now: context.now }, order, after };
};

/** A condition that is ready for the store; refuses what cannot be understood. */
export const settleFor = (list: ListName, condition: Condition, reader: { mayMoney: boolean; timeZone: string }): Condition => {
  const fields = CONDITION_FIELDS[list];
  refuse(list, conditionProblems(condition, { fields, mayMoney: reader.mayMoney }), 'query.filter');
  return settledCondition(condition, fields, reader.timeZone);
};

const readFilter = (list: ListName, text: string | undefined, context: ContextOf<'records.read'>): Condition => {
  if (!text) return EVERYTHING;
  const parsed = Condition.safeParse(fromJson(text));
  if (!parsed.success) {
    const said = SIGNAL_SAYS.filter_not_condition();
    throw new AppError('invalid', said, { fields: [{ field: 'query.filter', code: 'not_a_condition', said }] });
  }
  return settleFor(list, parsed.data, { mayMoney: context.may('money.read'), timeZone: context.workspace.timeZone });
};

const fromJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const sortProblems = (list: ListName, sort: string, mayMoney: boolean): readonly ConditionProblem[] => {
  const field = fieldOf(FIELDS[list], sort);
  if (field === null || sort.startsWith(SEGMENT)) return [{ field: sort, code: 'unknown_field', value: '' }];
  return field.type === 'money' && !mayMoney ? [{ field: sort, code: 'needs_money', value: '' }] : [];
};

const refuse = (list: ListName, problems: readonly ConditionProblem[], field: string): void => {
  const [first] = problems;
  if (!first) return;
  const code = problems.every((problem) => problem.code === 'needs_money') ? 'forbidden' : 'invalid';
  throw new AppError(code, SAYS[first.code](first, list), {
    fields: problems.map((problem) => ({ field, code: problem.code, said: SAYS[problem.code](problem, list) })),
  });
};

const SAYS: Readonly<Record<ConditionProblem['code'], (problem: ConditionProblem, list: ListName) => Said>> = {
  unknown_field: ({ field }, list) => unknownField(field, [...FIELDS[list].keys()]),
  needs_money: ({ field }) => SIGNAL_SAYS.money_unseen({ field }),
  needs_number: ({ field, value }) => SIGNAL_SAYS.number_needed({ field, value }),
  needs_date: ({ field, value }) => SIGNAL_SAYS.date_needed({ field, value }),
  needs_days: ({ field, value }) => SIGNAL_SAYS.days_needed({ field, value }),
};

const unknownField = (field: string, fields: readonly string[]): Said => {
  const near =
    nearestWord(field.toLowerCase().replaceAll('-', '_'), fields) ?? fields.find((key) => key.startsWith(field) || field.startsWith(key));
  return near ? SIGNAL_SAYS.list_field_misspelled({ field, near }) : SIGNAL_SAYS.list_field_unknown({ field, fields });
};
