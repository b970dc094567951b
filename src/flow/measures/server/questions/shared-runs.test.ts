import { describe, expect, it } from 'vitest';
import { createSharedRuns } from './shared-runs.ts';

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
    expect(await Promise.all(['one', 'two', undefined].map((run) => runs.wait({ key: 'k', run, start })))).toEqual([1, 1, 1]);
    expect(await runs.wait({ key: 'k', run: undefined, start })).toBe(2);
  });

  it('stop when the last who waits has left', async () => {
    const runs = createSharedRuns();
    let stopped = false;
    const start = (signal: AbortSignal) => {
      signal.addEventListener('abort', () => {
        stopped = true;
      });
      return untilStopped(signal);
    };
    const [one, two] = ['one', 'two'].map((run) => runs.wait({ key: 'k', run, start }).catch((error: Error) => error.message));
    expect(runs.cancel('one')).toBe(true);
    expect(await one).toBe('The question was cancelled.');
    expect(stopped).toBe(false);
    expect(runs.cancel('two')).toBe(true);
    expect(await two).toBe('The question was cancelled.');
    expect(stopped).toBe(true);
    expect(runs.cancel('two')).toBe(false);
  });
});
