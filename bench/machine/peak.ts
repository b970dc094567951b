import { readFileSync, writeFileSync } from 'node:fs';

/** Lets the peak of a process begin anew. Linux only. */
export const forgetPeak = (pid: number): void => writeFileSync(`/proc/${pid}/clear_refs`, '5');

/** How much memory did a process hold at most, in MB, with the pages of its files? */
export const peakOf = (pid: number): number => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1_024;
