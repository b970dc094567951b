import { nearestWord } from '#flow/intake/index.ts';
import { AppError } from '#kernel/app-error.ts';
import { Condition, EVERYTHING } from '#kernel/condition.ts';
import type { ContextOf } from '#platform/http.ts';
import {
  ACCOUNT_FIELD_BY_KEY,
  CUSTOM,
  fieldOf,
  type ListField,
  PERSON_CONDITION_FIELD_BY_KEY,
  PERSON_FIELD_BY_KEY,
  SEGMENT,
} from '../../domain/condition-fields.ts';
import { type ListCursor, type ListOrder, readCursor } from '../../domain/list-cursor.ts';
import { type ConditionProblem, conditionProblems, settledCondition } from '../../domain/settle-condition.ts';
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
    throw new AppError('invalid', 'This cursor was not given by this list in this order.', { remedy: 'Begin again without a cursor.' });
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
    throw new AppError('invalid', 'The filter is not a condition.', {
      fields: [
        { field: 'query.filter', code: 'not_a_condition', message: 'expected JSON like {"field":"industry","op":"is","value":"EdTech"}' },
      ],
      remedy: 'Send a condition as JSON: a test of a field, or “all”, “any” or “not” of conditions.',
    });
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
  throw new AppError(code, problems.map((problem) => SAYS[problem.code](problem, list)).join(' '), {
    fields: problems.map((problem) => ({ field, code: problem.code, message: SAYS[problem.code](problem, list) })),
    remedy: code === 'forbidden' ? 'Ask an owner or admin of the workspace for the permission “money.read”.' : 'Correct the named fields.',
  });
};

const SAYS: Readonly<Record<ConditionProblem['code'], (problem: ConditionProblem, list: ListName) => string>> = {
  unknown_field: ({ field }, list) => `There is no field “${field}”.${meant(field, list)}`,
  needs_money: ({ field }) => `You may not see money, so “${field}” can neither sort nor narrow the list.`,
  needs_number: ({ field, value }) => `“${field}” is a number, not “${value}”.`,
  needs_date: ({ field, value }) => `“${field}” is a time: “${value}” is neither a date like 2026-03-31 nor an instant.`,
  needs_days: ({ field, value }) => `The test of “${field}” needs a number of days, not “${value}”.`,
};

const meant = (field: string, list: ListName): string => {
  const keys = [...FIELDS[list].keys()];
  const near =
    nearestWord(field.toLowerCase().replaceAll('-', '_'), keys) ?? keys.find((key) => key.startsWith(field) || field.startsWith(key));
  return near ? ` Did you mean “${near}”?` : ` Known are ${keys.join(', ')}, and custom attributes as ${CUSTOM}<name>.`;
};
