import { describe, expect, it } from 'vitest';
import { createSharedRuns, type SharedWork } from './shared-runs.ts';

const untilStopped = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('stopped'))));

describe('runs of the same question', () => {
  it('are one piece of work', async () => {
    const runs = createSharedRuns();
    let started = 0;
    const start = async () => {
      started += 1;
      return started;
    };
    expect(await Promise.all(['one', 'two', undefined].map((run) => runs.wait({ keys: ['k'], run, start })))).toEqual([1, 1, 1]);
    expect(await runs.wait({ keys: ['k'], run: undefined, start })).toBe(2);
  });

  it('are joined by another name while they wait, and by the name under which they go later', async () => {
    const runs = createSharedRuns();
    const [turn, end] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let started = 0;
    const start = async ({ goUnder }: SharedWork) => {
      started += 1;
      const mine = started;
      await turn.promise;
      goUnder('facts of now');
      await end.promise;
      return mine;
    };
    const asked = (...keys: readonly string[]) => runs.wait({ keys, run: undefined, start });
    const waiting = [asked('facts of then', 'question'), asked('other facts', 'question')];
    turn.resolve();
    await new Promise(setImmediate);
    const late = [asked('facts of now', 'question'), asked('facts of later', 'question')];
    end.resolve();
    expect(await Promise.all([...waiting, ...late])).toEqual([1, 1, 1, 2]);
  });

  it('stop when the last who waits has left', async () => {
    const runs = createSharedRuns();
    let stopped = false;
    const start = ({ signal }: SharedWork) => {
      signal.addEventListener('abort', () => {
        stopped = true;
      });
      return untilStopped(signal);
    };
    const [one, two] = ['one', 'two'].map((run) => runs.wait({ keys: ['k'], run, start }).catch((error: Error) => error.message));
    expect(runs.cancel('one')).toBe(true);
    expect(await one).toBe('The question was cancelled.');
    expect(stopped).toBe(false);
    expect(runs.cancel('two')).toBe(true);
    expect(await two).toBe('The question was cancelled.');
    expect(stopped).toBe(true);
    expect(runs.cancel('two')).toBe(false);
  });
});
