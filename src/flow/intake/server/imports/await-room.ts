import { setTimeout as sleep } from 'node:timers/promises';
import { type Engine, Stopping } from './engine.ts';

const LOOK_EVERY_MS = 500;

/** Waits until the disk has room for more; what is in stays meanwhile. Left when the process ends. */
export const awaitRoom = async (engine: Pick<Engine, 'hasRoom' | 'isStopping'>): Promise<void> => {
  while (!engine.hasRoom()) await lookLater(engine);
};

/** Waits a moment at least, and until there is room: for work that a store just refused for want of it, which may live on another disk than ours. */
export const awaitRoomAgain = async (engine: Pick<Engine, 'hasRoom' | 'isStopping'>): Promise<void> => {
  await lookLater(engine);
  await awaitRoom(engine);
};

const lookLater = async (engine: Pick<Engine, 'isStopping'>): Promise<void> => {
  if (engine.isStopping()) throw new Stopping();
  await sleep(LOOK_EVERY_MS);
};
