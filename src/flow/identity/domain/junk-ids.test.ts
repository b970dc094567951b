import { describe, expect, it } from 'vitest';
import { isJunkId } from './junk-ids.ts';

const JUNK = [
  '',
  '  ',
  'null',
  'NULL',
  ' Undefined ',
  '"undefined"',
  "'null'",
  '"\'0\'"',
  '0',
  'NaN',
  'none',
  'anonymous',
  'Guest',
  'true',
  'False',
];
const MORE_JUNK = [
  '[object Object]',
  '"[object Object]"',
  '00000000-0000-0000-0000-000000000000',
  '000',
  '-1',
  '{{user.id}}',
  `$\{userId}`,
  '<user_id>',
  '%USER_ID%',
];
const REAL = [
  '1',
  '42',
  'anonymous-1',
  'guest7',
  'nullable',
  'a',
  'ann@acme.com',
  '0a',
  '6f1c2f5e-0000-4000-8000-000000000000',
  '张伟',
  'user_1',
];

describe('isJunkId', () => {
  it.each([...JUNK, ...MORE_JUNK])('%j never links', (id) => expect(isJunkId(id)).toBe(true));
  it.each(REAL)('%j links', (id) => expect(isJunkId(id)).toBe(false));

  it('compares with case, and a shorter list, where ids of other tools are read', () => {
    expect(['null', '"NaN"', 'None', ' distinctId ', '[object Object]', ''].every((id) => isJunkId(id, 'distinct_ids'))).toBe(true);
    expect(['NULL', 'nan', 'anonymous_id', 'guest'].some((id) => isJunkId(id, 'distinct_ids'))).toBe(false);
  });
});
