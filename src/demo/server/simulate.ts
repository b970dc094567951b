import { Worker } from 'node:worker_threads';
import type { SimulatorNews, SimulatorTask } from './simulator-worker.ts';
import type { StoryFiles } from './story-files.ts';

/** Simulates a company in a thread of its own, so that the server goes on answering; `tell` hears how many accounts are done. */
export const simulate = (task: SimulatorTask, tell: (done: number) => void, signal: AbortSignal): Promise<StoryFiles> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./simulator-worker.ts', import.meta.url), { workerData: task });
    const give = (settle: () => void): void => {
      signal.removeEventListener('abort', stop);
      void worker.terminate();
      settle();
    };
    const stop = (): void => give(() => reject(signal.reason));
    signal.addEventListener('abort', stop);
    worker.on('message', (news: SimulatorNews) => {
      if ('done' in news) tell(news.done);
      else give(() => resolve(news.story));
    });
    worker.on('error', (error) => give(() => reject(error)));
    worker.on('exit', (code) => give(() => reject(new Error(`The simulator ended with ${code} before it was done.`))));
  });
