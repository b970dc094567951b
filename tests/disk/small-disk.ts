import { spawnSync } from 'node:child_process';

let mounted = false;

/** Mounts a disk of so many MiB there, where this user may; answers how to take it away. Without the right to mount, the folder stays what it is. */
export const smallDisk = (folder: string, megabytes: number): (() => void) => {
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0755`, 'tmpfs', folder]);
  mounted = status === 0;
  return () => {
    if (mounted) spawnSync('umount', ['-l', folder]);
  };
};

/** Is the folder a small disk now? */
export const isDiskSmall = (): boolean => mounted;
