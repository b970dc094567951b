import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const PROGRAM = join(import.meta.dirname, 'run-river.ts');

/** A running product process on a data folder. */
export interface RiverProcess {
  /** Its address once it is ready; rejects with its last words when it ends before. */
  readonly host: Promise<string>;
  /** Kills it with everything in its process group at once, as by kill -9, and waits until it is gone. */
  kill(): Promise<void>;
  /** Kills its event engine only; false when none runs at this moment. */
  killEngine(): boolean;
}

/** Starts the product on a data folder, in a process group of its own. */
export const startRiver = (home: string): RiverProcess => {
  const child = spawn(process.execPath, [PROGRAM], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR, PERENNIAL_HOME: home },
  });
  const exited = once(child, 'exit');
  return {
    host: hostOf(child),
    kill: async () => {
      signal(-(child.pid ?? 0), 'SIGKILL');
      await exited;
    },
    killEngine: () => {
      const engine = childrenOf(child.pid ?? 0).find(({ command }) => command.includes('clickhouse/engine.ts'));
      return engine !== undefined && signal(engine.pid, 'SIGKILL');
    },
  };
};

/** Kills the database server of a data folder, which runs in a group of its own; false when none runs at this moment. */
export const killPostgres = (home: string): boolean => {
  const file = join(home, 'postgres/cluster/postmaster.pid');
  const pid = existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : 0;
  return pid > 1 && signal(pid, 'SIGKILL');
};

const hostOf = async (child: ChildProcess): Promise<string> => {
  let lastWords = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    lastWords = `${lastWords}${chunk}`.slice(-2_000);
  });
  for await (const line of createInterface({ input: child.stdout! })) {
    if (line.startsWith('{')) return (JSON.parse(line) as { readonly host: string }).host;
  }
  throw new Error(`The process ended before it was ready. ${lastWords}`);
};

const signal = (pid: number, name: NodeJS.Signals): boolean => {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
};

interface Running {
  readonly pid: number;
  readonly command: string;
}

/** Linux tells by files; elsewhere `ps` does. */
const childrenOf = (parent: number): readonly Running[] => {
  if (!existsSync('/proc/self/stat')) {
    const lines = execFileSync('ps', ['-Ao', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
    return lines.flatMap((line) => {
      const [, pid, owner, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
      return Number(owner) === parent && command !== undefined ? [{ pid: Number(pid), command }] : [];
    });
  }
  return readdirSync('/proc').flatMap((name) => {
    const pid = Number(name);
    try {
      const stat = Number.isInteger(pid) ? readFileSync(`/proc/${pid}/stat`, 'utf8') : '';
      // The name of the command, in brackets, may itself hold blanks and brackets.
      const owner = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      return owner === parent ? [{ pid, command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') }] : [];
    } catch {
      return [];
    }
  });
};
