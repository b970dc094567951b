import { setTimeout as sleep } from 'node:timers/promises';
import type { PlayCard } from '#flow/plays/contracts.ts';
import type { LifecycleRules } from '#flow/signals/contracts.ts';
import { EVERYTHING } from '#kernel/condition.ts';
import type { ApiClient } from '../machine/api-client.ts';

/** How many companies `peopleMessages` tells of; a run of the play takes so many that it had not before. */
export const COMPANIES = 200;
export const PLAY_COMPANIES = 5;

const PLAY = '/api/v1/plays/retain.health_turned_red';
const ASKED = 'soak_asked';
const LOOK_MS = 100;
/** Nothing may hang; on a machine that others keep busy, a minute was too short. How long each took is told. */
const PATIENCE_MS = 300_000;

/** A play that is set in motion by entering a segment; `run` lets companies enter and waits until each has its task. */
export const playOfSegment = async (api: ApiClient) => {
  const { id } = await api.post<{ readonly id: string }>('/api/v1/segments', {
    name: 'Asked during the soak',
    unit: 'account',
    condition: { did: { events: [ASKED], where: null }, of: 'times', op: 'gte', count: 1, within: { kind: 'days', days: 30 } },
  });
  const change = { on: true, audience: EVERYTHING, holdOutPercent: 0, segment: { id, turn: 'entered' } };
  const { runs } = await api.patch<PlayCard>(PLAY, change);
  return {
    run: async (door: ApiClient, round: number): Promise<void> => {
      const batch = Array.from({ length: PLAY_COMPANIES }, (_, n) => asked(round * PLAY_COMPANIES + n));
      const { status, text } = await door.postText('/v1/batch', JSON.stringify({ writeKey: door.key, batch }));
      if (status !== 200) throw new Error(`events of the play: ${status} ${text.slice(0, 200)}`);
      const expected = runs + (round + 1) * PLAY_COMPANIES;
      await until(async () => (await api.get<PlayCard>(PLAY)).runs >= expected, `run ${round} of the play`);
    },
  };
};

const asked = (company: number): object => ({
  type: 'track',
  event: ASKED,
  messageId: `asked-${company}`,
  userId: `user-${company}`,
  context: { groupId: `company-${company}` },
});

/** Works all lifecycles out anew, from the first fact on, and waits until it is done. */
export const recomputeHistory = async (api: ApiClient): Promise<void> => {
  const { rules } = await api.get<LifecycleRules>('/api/v1/lifecycle/rules');
  const from = Date.now();
  await api.put('/api/v1/lifecycle/rules', { rules, recompute: true });
  await until(async () => {
    const { running, finishedAt } = await api.get<{ readonly running: boolean; readonly finishedAt: number | null }>(
      '/api/v1/lifecycle/progress',
    );
    return !running && finishedAt !== null && finishedAt >= from;
  }, 'a recomputation of history');
};

const until = async (isSo: () => Promise<boolean>, what: string): Promise<void> => {
  for (const begun = performance.now(); !(await isSo()); await sleep(LOOK_MS))
    if (performance.now() - begun > PATIENCE_MS) throw new Error(`${what} was not done within ${PATIENCE_MS / 1000} s`);
};
