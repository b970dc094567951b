import { readdirSync, readFileSync } from 'node:fs';

/** A process of the product with its memory. */
export interface ProcessMemory {
  readonly pid: number;
  /** The program of the product that it runs. */
  readonly name: string;
  readonly bytes: number;
}

/** How much memory do a process and all its descendants hold? What several share is counted once, in parts (PSS). Linux only. */
export const memoryOf = (root: number): readonly ProcessMemory[] =>
  treeOf(root).flatMap((pid) => {
    try {
      const pss = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1];
      return [{ pid, name: programOf(pid), bytes: Number(pss ?? 0) * 1024 }];
    } catch {
      return []; // It ended meanwhile.
    }
  });

/** Which program of the product is this process? Throws when it has ended. */
export const programOf = (pid: number): string => {
  const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  if (command.includes('clickhouse')) return 'event store';
  return command.includes('postgres') ? 'PostgreSQL' : 'product';
};

/** The sum in MB (10^6 bytes). */
export const megabytesOf = (processes: readonly ProcessMemory[]): number => processes.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6;

/** A process and all its descendants that are alive. */
export const treeOf = (root: number): readonly number[] => {
  const parents = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    const parent = Number.isInteger(pid) ? parentOf(pid) : null;
    if (parent !== null) parents.set(parent, [...(parents.get(parent) ?? []), pid]);
  }
  const found: number[] = [];
  for (const queue = [root]; queue.length > 0; ) {
    const pid = queue.shift()!;
    found.push(pid);
    queue.push(...(parents.get(pid) ?? []));
  }
  return found;
};

const parentOf = (pid: number): number | null => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold anything, brackets too.
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return null;
  }
};

/** Watches the memory of a process tree until it is stopped; `peak` is in MB. */
export const watchMemory = (root: number, everyMs = 250) => {
  let peak = 0;
  const samples: number[] = [];
  const look = (): void => {
    const now = megabytesOf(memoryOf(root));
    samples.push(now);
    peak = Math.max(peak, now);
  };
  look();
  const timer = setInterval(look, everyMs);
  return {
    /** The highest since the last time this was asked, and now. */
    takePeak: (): number => {
      look();
      const highest = peak;
      peak = 0;
      return highest;
    },
    samples,
    stop: (): void => clearInterval(timer),
  };
};
