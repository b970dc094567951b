import { parentPort, workerData } from 'node:worker_threads';
import type { CompanyPlan } from '../domain/deliveries.ts';
import { type StoryFiles, writeStory } from './story-files.ts';

/** What the worker is given, and what it tells: how many accounts are done, then all files. */
export interface SimulatorTask {
  readonly plan: CompanyPlan;
  readonly folder: string;
  readonly prefix: string;
}
export type SimulatorNews = { readonly done: number } | { readonly story: StoryFiles };

const EVERY = 10;

const { plan, folder, prefix } = workerData as SimulatorTask;
const say = (news: SimulatorNews): void => parentPort?.postMessage(news);
const story = writeStory(plan, { folder, prefix }, (done) => {
  if (done % EVERY === 0) say({ done });
});
say({ story });
