import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The operating system user under whom the engine runs; empty when it is the user of this process. */
export interface EngineUser {
  readonly uid?: number;
  readonly gid?: number;
}

/** "nobody" on every system that we know; PostgreSQL needs a user that has a name, so an invented number will not do. */
const NOBODY = 65_534;

/** Who runs PostgreSQL? It refuses to run as root, so root hands it to nobody; everyone else runs it as themselves. */
export const engineUser = (): EngineUser => (process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {});

/** Which folder on the way to `path` (itself included) can the user not walk through? Undefined when the way is open. */
export const closedFolderOnTheWayTo = async (path: string, user: EngineUser): Promise<string | undefined> => {
  if (user.uid === undefined) return undefined;
  const parent = dirname(path);
  const closedParent = parent === path ? undefined : await closedFolderOnTheWayTo(parent, user);
  return closedParent ?? ((await isOpen(path, user)) ? undefined : path);
};

const isOpen = async (folder: string, user: EngineUser): Promise<boolean> => {
  const { mode, uid, gid } = await stat(folder);
  if (uid === user.uid) return (mode & 0o100) !== 0;
  if (gid === user.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
};
