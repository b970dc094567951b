import { expect, test } from 'vitest';
import { createResolutionCache } from './resolution-cache.ts';

const named = (num: number) => ({ num, personNum: num });

test('what is used stays, what is not used goes when there is no more room', () => {
  const cache = createResolutionCache(100);
  cache.putAlias(1, 'user:kept', named(1));
  cache.putAlias(1, 'user:left', named(2));
  for (let n = 0; n < 1_000; n += 1) {
    cache.putAlias(1, `user:${n}`, named(n));
    expect(cache.alias(1, 'user:kept')).toEqual(named(1));
  }
  expect(cache.alias(1, 'user:left')).toBeUndefined();
  expect(cache.alias(1, 'user:999')).toEqual(named(999));
});

test('what is forgotten is gone from every place, and only that', () => {
  const cache = createResolutionCache(4);
  const person = { standing: 1, identified: true, account: 0, said: null };
  for (const num of [1, 2, 3]) cache.putPerson(1, num, person);
  cache.putPerson(2, 1, person);
  cache.person(1, 1);
  cache.forgetPerson(1, 1);
  expect([cache.person(1, 1), cache.person(2, 1)]).toEqual([undefined, person]);
  cache.putGroup(1, 'g', { account: 1, said: null });
  cache.putGroup(2, 'g', { account: 1, said: null });
  cache.forgetWorkspace(1);
  expect([cache.group(1, 'g'), cache.person(1, 3)]).toEqual([undefined, undefined]);
  expect(cache.group(2, 'g')).toEqual({ account: 1, said: null });
});
