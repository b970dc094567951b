import { Session } from 'chdb';
import { afterAll, describe, expect, it } from 'vitest';
import { createLane, type Lane } from './lane.ts';

const lanes: Lane[] = [];
const lane = (size: number, queueLimit: number): Lane => {
  const created = createLane(() => new Session(), size, queueLimit);
  lanes.push(created);
  return created;
};
afterAll(() => {
  for (const opened of lanes) opened.close();
});

describe('a lane', () => {
  it('refuses over its queue limit, lets a waiter leave, and hands the session on', async () => {
    const single = lane(1, 1);
    let finish = (): void => undefined;
    const first = single.run(
      () =>
        new Promise<string>((resolve) => {
          finish = () => resolve('first');
        }),
    );
    await Promise.resolve();
    const leave = new AbortController();
    const second = single.run(async () => 'second', leave.signal);
    await expect(single.run(async () => 'third')).rejects.toMatchObject({ code: 202, status: 503 });
    leave.abort();
    await expect(second).rejects.toMatchObject({ code: 394 });
    const fourth = single.run(async ({ session }) => (await session.queryAsync('SELECT 4')).text().trim());
    expect(single.busy()).toBe(2);
    finish();
    expect(await Promise.all([first, fourth])).toEqual(['first', '4']);
    await single.idle();
    expect(single.busy()).toBe(0);
  });
});
