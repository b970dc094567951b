import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { isAppError } from '#kernel/app-error.ts';
import { type Config, readConfig } from '#platform/config.ts';
import { openDataFolder } from '#platform/data-folder.ts';
import { silentLog } from '#platform/log.ts';
import { openStores } from '#platform/stores.ts';

interface Finding {
  readonly check: string;
  readonly ok: boolean;
  readonly says: string;
  readonly remedy?: string;
}

const ROOT = join(import.meta.dirname, '../..');
const GIGABYTE = 1024 ** 3;

/** Says what is wrong with this installation and what to do; exits with 1 when something is. */
export const runDoctor = async ({ json }: { json?: boolean }): Promise<void> => {
  const findings = await examine();
  const lines = findings.map((one) => `${one.ok ? 'ok  ' : 'BAD '} ${one.check}: ${one.says}${one.remedy ? `\n       ${one.remedy}` : ''}`);
  process.stdout.write(json ? `${JSON.stringify({ ok: findings.every((one) => one.ok), findings })}\n` : `${lines.join('\n')}\n`);
  process.exitCode = findings.every((one) => one.ok) ? 0 : 1;
};

const examine = async (): Promise<readonly Finding[]> => {
  const major = Number(process.versions.node.split('.')[0]);
  const node: Finding =
    major >= 24
      ? { check: 'Node.js', ok: true, says: process.version }
      : {
          check: 'Node.js',
          ok: false,
          says: `${process.version} is too old`,
          remedy: 'Run it by “npm run perennial -- doctor”: the right one comes with the packages.',
        };
  const built = existsSync(join(ROOT, 'dist/web/index.html'));
  const web: Finding = built
    ? { check: 'Web app', ok: true, says: 'built' }
    : { check: 'Web app', ok: false, says: 'not built', remedy: 'Run “npm start”: it builds what is missing.' };
  try {
    const config = readConfig(process.env);
    return [node, web, await port(config), ...(await dataFolder(config))];
  } catch (error) {
    return [node, web, bad('Configuration', error)];
  }
};

const port = (config: Config): Promise<Finding> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () =>
      resolve({
        check: 'Port',
        ok: false,
        says: `${config.port} is taken`,
        remedy: 'Stop what listens there (perhaps Perennial itself), or set PORT to a free one.',
      }),
    );
    server.listen(config.port, config.host, () => server.close(() => resolve({ check: 'Port', ok: true, says: `${config.port} is free` })));
  });

const dataFolder = async (config: Config): Promise<readonly Finding[]> => {
  try {
    const folder = await openDataFolder(config.home);
    try {
      const { bavail, bsize } = await statfs(folder.path);
      const free = (bavail * bsize) / GIGABYTE;
      const room: Finding = {
        check: 'Disk',
        ok: free > 2,
        says: `${free.toFixed(1)} GB free`,
        ...(free > 2 ? {} : { remedy: 'Make room: below 2 GB the stores may stop taking facts.' }),
      };
      return [{ check: 'Data folder', ok: true, says: folder.path }, room, ...(await stores(config, folder.path))];
    } finally {
      folder.close();
    }
  } catch (error) {
    return [bad('Data folder', error)];
  }
};

const stores = async (config: Config, home: string): Promise<readonly Finding[]> => {
  try {
    const opened = await openStores(config, home, silentLog);
    const states = opened.states();
    await opened.close();
    return [
      { check: 'Records', ok: true, says: `PostgreSQL, ${states.postgres.engine}, answers` },
      { check: 'Events', ok: true, says: `ClickHouse, ${states.clickhouse.engine}, answers` },
    ];
  } catch (error) {
    return [bad('Stores', error)];
  }
};

const bad = (check: string, error: unknown): Finding => ({
  check,
  ok: false,
  says: error instanceof Error ? error.message : String(error),
  ...(isAppError(error) && error.remedy ? { remedy: error.remedy } : {}),
});
