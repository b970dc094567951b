import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOutcomes } from '#flow/outcomes/index.ts';
import type { getPlay, listTasks, Task } from '#flow/plays/contracts.ts';
import { type OpenPlays, openPlays, turnedRed } from '#flow/plays/testing/open-plays.ts';
import { SAMPLE_PLAYS, sampleAccount } from '#flow/plays/testing/sample-plays.ts';
import type { EndpointOutput } from '#kernel/endpoint.ts';

const DAY = 86_400_000;
// Noon in Madrid, on the last day of winter time: the next local day has 23 hours.
const DAY_0 = Date.UTC(2026, 2, 28, 11);
let room: OpenPlays;
let first: Task;

beforeAll(async () => {
  room = await openPlays(DAY_0, Object.values(SAMPLE_PLAYS));
});
afterAll(() => room.close());

const onDay = (day: number): void => room.clock.set(DAY_0 + day * DAY);
const waiting = async () => (await room.call<EndpointOutput<typeof listTasks>>('listTasks')).rows;
const become = (given: Parameters<typeof sampleAccount>[1]): void => {
  room.accounts.set(1, sampleAccount(1, { customerSince: '2026-03-28', renewsOn: '2027-03-28', ...room.accounts.get(1), ...given }));
};

describe('a customer who begins slowly, turns red and comes back', () => {
  it('day 0: signs; nothing is to do but to welcome them', async () => {
    become({ stage: 'onboarding', stageSince: DAY_0 });
    await room.react();
    const tasks = await waiting();
    expect(tasks.map((task) => task.playId)).toEqual([SAMPLE_PLAYS.welcome.id]);
    await room.call('updateTask', { params: { id: tasks[0]!.id }, body: { status: 'done', outcome: 'Welcomed' } });
  });

  it('day 13: not activated yet, and nobody is bothered', async () => {
    onDay(13);
    await room.plays.sweepDue();
    expect(await waiting()).toEqual([]);
  });

  it('day 14: the owner gets one task, not two, though the sweep, a job and two processes look', async () => {
    onDay(14);
    await Promise.all([room.plays.sweepDue(), room.sweep(), room.open().sweep(room.workspace.ws), room.react()]);
    const tasks = await waiting();
    expect(tasks.map((task) => [task.playId, task.ownerName, task.dueOn])).toEqual([[SAMPLE_PLAYS.quiet.id, 'Ada', '2026-04-13']]);
    first = tasks[0]!;
  });

  it('day 15: Ada snoozes it to day 17, and it is back then', async () => {
    onDay(15);
    await room.call('updateTask', { params: { id: first.id }, body: { snoozedUntil: '2026-04-14' } });
    expect(await waiting()).toEqual([]);
    onDay(17);
    expect((await waiting()).map((task) => task.id)).toEqual([first.id]);
  });

  it('day 20: turns red; a second task, for another reason, ranked by the same value and nearer date', async () => {
    onDay(20);
    become({ health: 38, healthBand: 'bad', stage: 'active', stageSince: room.clock.now() });
    await room.react({ crossings: [turnedRed(1, '2026-04-17')] });
    await room.react({ crossings: [turnedRed(1, '2026-04-17')] });
    expect((await waiting()).map((task) => task.playId)).toEqual([SAMPLE_PLAYS.quiet.id, SAMPLE_PLAYS.red.id]);
  });

  it('day 40: out of the red; once the windows have ended the plays are told to have reached their goals', async () => {
    onDay(40);
    become({ health: 71, healthBand: 'good' });
    await room.react();
    onDay(90);
    await room.plays.sweepDue();
    const outcomes = createOutcomes({ plays: room.plays });
    for (const { id } of [SAMPLE_PLAYS.red, SAMPLE_PLAYS.quiet]) {
      const { result } = await room.call<EndpointOutput<typeof getPlay>>('getPlay', { params: { id } }, outcomes.routes);
      expect(result).toMatchObject({ acted: { accounts: 1, reached: 1, open: 0 }, heldOut: { accounts: 0 }, enough: false });
    }
  });

  it('day 275: 90 days before the term ends the renewal is prepared', async () => {
    onDay(274);
    await room.plays.sweepDue();
    const before = await waiting();
    onDay(275);
    await room.plays.sweepDue();
    const added = (await waiting()).filter((task) => !before.some((one) => one.id === task.id));
    expect(added.map((task) => task.playId)).toEqual([SAMPLE_PLAYS.renewal.id]);
  });
});
