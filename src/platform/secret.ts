import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The secret that signs sessions: made once, kept in the data folder for its owner's eyes only. */
export const readSecret = async (folder: string): Promise<string> => {
  const path = join(folder, 'secret');
  const kept = await readFile(path, 'utf8').catch(() => '');
  if (kept.length >= 32) return kept;
  const fresh = randomBytes(32).toString('base64url');
  await writeFile(path, fresh, { mode: 0o600 });
  return fresh;
};
