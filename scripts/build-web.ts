import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const OUT = join(ROOT, 'dist/web');
const STAMP = join(OUT, '.stamp');
const SOURCES = ['src', 'vite.config.ts', 'package-lock.json'];

const filesBelow = (path: string): string[] => {
  const at = join(ROOT, path);
  if (!existsSync(at)) return [];
  return statSync(at).isDirectory()
    ? readdirSync(at)
        .sort()
        .flatMap((name) => filesBelow(`${path}/${name}`))
    : [path];
};

// Contents, not times: a fresh clone has new times for the same sources.
const isWebSource = (file: string): boolean =>
  /(^src\/web\/|\/web\/|[/-]contracts\.ts$|^src\/kernel\/|\/domain\/|^vite|^package-lock)/.test(file) && !/\.test\.tsx?$/.test(file);
const fingerprint = (): string => {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap(filesBelow).filter(isWebSource)) hash.update(file).update(readFileSync(join(ROOT, file)));
  return hash.digest('hex');
};

const wanted = fingerprint();
const have = existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : '';
if (wanted !== have) {
  process.stderr.write('Building the web app …\n');
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) {
    process.stderr.write(`${stdout}${stderr}\nThe web app could not be built.\n`);
    process.exit(1);
  }
  mkdirSync(OUT, { recursive: true });
  writeFileSync(STAMP, wanted);
}
