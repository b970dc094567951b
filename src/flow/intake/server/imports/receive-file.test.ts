import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { receiveFile } from './receive-file.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perennial-receive-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const requestOf = (pieces: readonly (string | Error)[]) => {
  const body = new ReadableStream({
    start: (controller) => {
      for (const piece of pieces) {
        if (piece instanceof Error) return controller.error(piece);
        controller.enqueue(new TextEncoder().encode(piece));
      }
      controller.close();
    },
  });
  return new Request('http://localhost/', { method: 'POST', body, duplex: 'half' } as RequestInit);
};

it('stores what comes and counts its bytes', async () => {
  const path = join(folder, 'deep/er/file.csv');
  expect(await receiveFile(requestOf(['a,b\n', 'ä,2\n']), path)).toBe(9);
  expect(await readFile(path, 'utf8')).toBe('a,b\nä,2\n');
});

it('keeps nothing of what is too large, announced or not, of what breaks off, and of nothing', async () => {
  const path = join(folder, 'no.csv');
  await expect(receiveFile(requestOf(['12345', '67890']), path, 8)).rejects.toMatchObject({ code: 'too_large' });
  const announced = new Request('http://localhost/', { method: 'POST', body: 'x', headers: { 'content-length': '9999' } });
  await expect(receiveFile(announced, path, 8)).rejects.toMatchObject({ code: 'too_large' });
  await expect(receiveFile(requestOf(['123', new Error('reset')]), path)).rejects.toMatchObject({ code: 'malformed' });
  await expect(receiveFile(new Request('http://localhost/', { method: 'POST' }), path)).rejects.toMatchObject({ code: 'invalid' });
  expect(await readdir(folder)).toEqual(['deep']);
});
