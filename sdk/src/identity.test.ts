import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Identity, nextIdentity } from './identity.ts';

type ClientCase = {
  readonly id: string;
  readonly kind: string;
  readonly input: { readonly operations: readonly (readonly [string, string])[] };
  readonly expected: { readonly user_id: string; readonly anonymous_id_changed: boolean };
};

const file = new URL('../../../shared/cases/identity.json', import.meta.url);

const clientCases = (): readonly ClientCase[] => {
  if (!existsSync(file)) throw new Error('../shared/cases/identity.json is missing: put the reference cases beside the project');
  return JSON.parse(readFileSync(file, 'utf8')).cases.filter((one: ClientCase) => one.kind === 'client_identity');
};

const signIns = (userIds: readonly string[]): Identity =>
  userIds.reduce((identity: Identity, userId, index) => nextIdentity(identity, userId, `new-${index}`), { anonymousId: 'old' });

describe('nextIdentity', () => {
  it('answers every reference case of the client', () => {
    const cases = clientCases();
    expect(cases.length).toBeGreaterThan(0);
    for (const { id, input, expected } of cases) {
      expect(
        input.operations.every(([operation]) => operation === 'set_user_id'),
        id,
      ).toBe(true);
      const identity = signIns(input.operations.map(([, userId]) => userId));
      const answer = { user_id: identity.userId, anonymous_id_changed: identity.anonymousId !== 'old' };
      expect(answer, id).toEqual(expected);
    }
  });

  it('renews the anonymous id when one known user replaces another', () => {
    expect(signIns(['foo', 'bar'])).toEqual({ anonymousId: 'new-1', userId: 'bar' });
  });

  it('takes a blank id for nobody', () => {
    expect(signIns(['foo', ' ', ''])).toEqual({ anonymousId: 'old', userId: 'foo' });
  });
});
