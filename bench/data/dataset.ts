import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DEMO_SIZES, demoPlan } from '#demo/index.ts';
import { buildDataset } from './build-dataset.ts';

/** How large a company is measured. */
export type Size = keyof typeof DEMO_SIZES;
export const SIZES = Object.keys(DEMO_SIZES) as readonly Size[];

/** The data of a size: a data folder with one workspace, and the keys to it. */
export interface Dataset {
  readonly home: string;
  readonly ws: number;
  readonly key: string;
  readonly writeKey: string;
  /** What came in and how long it took, by phase in seconds. */
  readonly built: Readonly<Record<string, number>>;
}

const HOME = process.env.PERENNIAL_BENCH_HOME ?? join(import.meta.dirname, '../.data');

/** The data of a size, built when they are not there; `accounts` makes a smaller or larger company of its own. */
export const datasetOf = async (size: Size, accounts?: number): Promise<Dataset> => {
  const folder = join(HOME, accounts === undefined ? size : `${size}-${accounts}`);
  const manifest = join(folder, 'dataset.json');
  if (existsSync(manifest)) return JSON.parse(await readFile(manifest, 'utf8')) as Dataset;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  // Yesterday, so that nothing of it lies ahead in any zone.
  const endsOn = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  const plan = { ...demoPlan({ endsOn, ...DEMO_SIZES[size] }), ...(accounts === undefined ? {} : { accounts }) };
  const dataset = await buildDataset(join(folder, 'home'), plan);
  await writeFile(manifest, JSON.stringify(dataset, null, 2));
  return dataset;
};
