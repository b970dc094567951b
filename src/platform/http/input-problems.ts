import type { z } from 'zod';
import type { FieldProblem } from '#kernel/app-error.ts';
import { AppError } from '#kernel/app-error.ts';
import type { Said } from '#kernel/saying.ts';
import { isTold } from '#kernel/told.ts';
import { EXPECTED, EXPECTED_VALUE, INPUT_SAYS } from './input-sayings.ts';

type Issue = z.core.$ZodIssue;

/** The input as its contract shapes it; refuses it with every field that does not fit. Names of fields begin with `place` (‘query’). */
export const shaped = <Schema extends z.ZodType>(schema: Schema, value: unknown, place: readonly string[]): z.output<Schema> => {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw inputRefused(fieldProblems(parsed.error.issues, place));
};

/** What is wrong with which field, of what a schema complains of. */
export const fieldProblems = (issues: readonly Issue[], place: readonly string[]): readonly FieldProblem[] =>
  issues.map((issue) => ({ field: [...place, ...issue.path].join('.') || 'body', said: saidOf(issue) }));

const inputRefused = (fields: readonly FieldProblem[]): AppError => {
  const [first, ...rest] = fields;
  const said =
    first && rest.length === 0
      ? INPUT_SAYS.input_field_wrong({ field: first.field, problem: first.said })
      : INPUT_SAYS.input_wrong({ fields: [...new Set(fields.map(({ field }) => field))] });
  return new AppError('invalid', said, { fields });
};

const saidOf = (issue: Issue): Said => {
  switch (issue.code) {
    case 'invalid_type':
      return typeSaid(issue.expected, issue.input);
    case 'too_small':
    case 'too_big':
      return sizeSaid(issue);
    case 'invalid_format':
      return issue.format === 'email' ? INPUT_SAYS.email_wrong() : INPUT_SAYS.field_wrong_form({ form: issue.pattern ?? issue.format });
    case 'not_multiple_of':
      return INPUT_SAYS.number_uneven({ step: issue.divisor });
    case 'unrecognized_keys':
      return INPUT_SAYS.keys_unknown({ keys: issue.keys });
    case 'invalid_value':
      return issue.input === undefined ? missing(EXPECTED_VALUE) : INPUT_SAYS.field_none_of({ values: issue.values.map(String) });
    case 'invalid_union':
      return issue.input === undefined ? missing(EXPECTED_VALUE) : INPUT_SAYS.field_fits_nothing();
    case 'custom':
      return isTold(issue.params) ? issue.params.said : INPUT_SAYS.field_wrong();
    default:
      return INPUT_SAYS.field_wrong();
  }
};

const typeSaid = (expected: string, input: unknown): Said => {
  const words = EXPECTED[expected] ?? EXPECTED_VALUE;
  return input === undefined ? missing(words) : INPUT_SAYS.field_wrong_type({ expected: words });
};

const missing = (expected: (typeof EXPECTED)[string]): Said => INPUT_SAYS.field_missing({ expected });

type SizeIssue = Extract<Issue, { code: 'too_small' | 'too_big' }>;

const sizeSaid = (issue: SizeIssue): Said => {
  const isSmall = issue.code === 'too_small';
  const limit = Number(isSmall ? issue.minimum : issue.maximum);
  if (issue.origin === 'string') {
    if (isSmall && limit === 1) return INPUT_SAYS.field_empty();
    return isSmall ? INPUT_SAYS.text_too_short({ limit }) : INPUT_SAYS.text_too_long({ limit });
  }
  if (issue.origin === 'array' || issue.origin === 'set')
    return isSmall ? INPUT_SAYS.list_too_short({ limit }) : INPUT_SAYS.list_too_long({ limit });
  if (issue.inclusive === false) return isSmall ? INPUT_SAYS.number_not_above({ limit }) : INPUT_SAYS.number_not_below({ limit });
  return isSmall ? INPUT_SAYS.number_too_small({ limit }) : INPUT_SAYS.number_too_large({ limit });
};
