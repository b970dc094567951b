import { describe, expect, it } from 'vitest';
import { refusalOf } from './session-calls.ts';

describe('refusalOf', () => {
  it.each([
    [401, 'INVALID_EMAIL_OR_PASSWORD', 'wrong'],
    [422, 'USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL', 'taken'],
    [403, 'forbidden', 'closed'],
    [400, 'PASSWORD_TOO_SHORT', 'short'],
    [500, '', 'failed'],
  ] as const)('%s %s means %s', (status, code, refusal) => {
    expect(refusalOf(status, code)).toBe(refusal);
  });
});
