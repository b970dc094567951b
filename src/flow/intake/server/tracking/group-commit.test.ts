import { describe, expect, it } from 'vitest';
import { OperatorError } from '#kernel/app-error.ts';
import { createGroupCommit } from './group-commit.ts';

const A = { ws: 1 };
const B = { ws: 2 };

/** A commit that keeps what it is given, in the groups that it came in, until told to fail. */
const recorder = (more: { readonly maxItems?: number; readonly maxWaiting?: number; fail?: (items: readonly string[]) => void } = {}) => {
  const groups: string[][] = [];
  let active = 0;
  const group = createGroupCommit<{ ws: number }, string, string>({
    maxItems: 4,
    waitMs: 1,
    maxWaiting: 100,
    ...more,
    commit: async ({ ws }, items) => {
      active += 1;
      await new Promise((resolve) => setTimeout(resolve, 5));
      active -= 1;
      if (ws === 1) expect(active).toBeLessThan(2);
      more.fail?.(items);
      groups.push([...items]);
      return items.map((item) => `${item}!`);
    },
  });
  return { group, groups };
};

describe('group commit', () => {
  it('lets requests share a transaction and gives each its own results', async () => {
    const { group, groups } = recorder();
    const [first, second, other] = await Promise.all([group.add(A, ['a', 'b']), group.add(A, ['c']), group.add(B, ['x'])]);
    expect([first, second, other]).toEqual([['a!', 'b!'], ['c!'], ['x!']]);
    expect(groups.toSorted()).toEqual([['a', 'b', 'c'], ['x']]);
  });

  it('keeps transactions within their bound, and one at a time for a workspace', async () => {
    const { group, groups } = recorder();
    await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map((item) => group.add(A, [item])));
    await group.add(A, ['1', '2', '3', '4', '5']);
    expect(groups.map((items) => items.length)).toEqual([4, 2, 5]);
    expect(group.waiting()).toBe(0);
  });

  it('refuses what would wait too long, and says when to come back', async () => {
    const { group } = recorder({ maxWaiting: 2 });
    const kept = group.add(A, ['a', 'b']);
    await expect(group.add(A, ['c'])).rejects.toMatchObject({ code: 'rate_limited', retryAfter: 1 });
    await kept;
    await expect(group.add(A, ['c'])).resolves.toEqual(['c!']);
  });

  it('fails only the request that cannot be kept', async () => {
    const refuse = (items: readonly string[]) => {
      if (items.includes('bad')) throw new Error('poison');
    };
    const { group } = recorder({ fail: refuse });
    const outcomes = await Promise.allSettled([group.add(A, ['a']), group.add(A, ['bad']), group.add(A, ['c'])]);
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('fails all at once when the database is away', async () => {
    let attempts = 0;
    const away = () => {
      attempts += 1;
      throw new OperatorError('unavailable', 'away');
    };
    const { group } = recorder({ fail: away });
    const outcomes = await Promise.allSettled([group.add(A, ['a']), group.add(A, ['b'])]);
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['rejected', 'rejected']);
    expect(attempts).toBe(1);
  });

  it('drains', async () => {
    const { group, groups } = recorder();
    const kept = group.add(A, ['a']);
    await group.drain();
    expect(groups).toEqual([['a']]);
    await kept;
  });
});
