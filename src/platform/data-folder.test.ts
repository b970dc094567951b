import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDataFolder } from './data-folder.ts';

let parent: string;
let folder: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'perennial-data-folder-'));
  folder = join(parent, 'deep', 'home');
});
afterEach(() => rm(parent, { recursive: true, force: true }));

const HOLD = `const { openDataFolder } = await import(process.argv[1]);
await openDataFolder(process.argv[2]);
console.log('held');
setInterval(() => {}, 1000);`;

const holdInAnotherProcess = async (): Promise<ChildProcess> => {
  const module = join(import.meta.dirname, 'data-folder.ts');
  const child = spawn(process.execPath, ['--input-type=module', '-e', HOLD, module, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
};

it('refuses a folder that another process holds, and gives it after that one was killed', async () => {
  const holder = await holdInAnotherProcess();
  await expect(openDataFolder(folder)).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining(folder) });
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  const held = await openDataFolder(folder);
  expect(held.path).toBe(folder);
  held.close();
});

it('refuses a folder that this process holds already, until it is closed', async () => {
  const held = await openDataFolder(folder);
  await expect(openDataFolder(folder)).rejects.toMatchObject({ code: 'conflict' });
  held.close();
  held.close();
  (await openDataFolder(folder)).close();
});

it('says which folder is unusable', async () => {
  await writeFile(join(parent, 'deep'), 'a file in the way');
  await expect(openDataFolder(folder)).rejects.toMatchObject({ code: 'unavailable', message: expect.stringContaining(folder) });
});

it('does not take a foreign file for its lock', async () => {
  (await openDataFolder(folder)).close();
  await writeFile(join(folder, 'lock.db'), 'x'.repeat(5000));
  await expect(openDataFolder(folder)).rejects.toMatchObject({ code: 'unavailable' });
});
