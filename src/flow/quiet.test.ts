import { describe, expect, it } from 'vitest';
import { whenQuiet } from './quiet.ts';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('whenQuiet', () => {
  it('works once for each key, after the last word', async () => {
    const done: string[] = [];
    const quiet = whenQuiet<string>(30, (key) => void done.push(key));
    quiet.say('a');
    quiet.say('b');
    await pause(15);
    quiet.say('a');
    expect(done).toEqual([]);
    await pause(80);
    expect(done.sort()).toEqual(['a', 'b']);
  });

  it('does at once what waits when it is to hasten, and not once more', async () => {
    const done: string[] = [];
    const quiet = whenQuiet<string>(10, (key) => void done.push(key));
    quiet.say('a');
    quiet.say('b');
    expect(await quiet.hasten()).toBe(2);
    expect(done.sort()).toEqual(['a', 'b']);
    await pause(30);
    expect(done).toEqual(['a', 'b']);
    expect(await quiet.hasten()).toBe(0);
  });

  it('stops', async () => {
    const done: string[] = [];
    const quiet = whenQuiet<string>(10, (key) => void done.push(key));
    quiet.say('a');
    quiet.stop();
    await pause(30);
    expect(done).toEqual([]);
  });
});
