import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { datasetOf, SIZES, type Size } from './data/dataset.ts';
import { type Bench, isMet } from './harness.ts';
import { watchMemory } from './machine/memory.ts';
import { untilAtRest } from './machine/processor.ts';
import { type RunningProduct, startProduct } from './machine/product-process.ts';
import { type Measured, tableOf } from './table.ts';

const RESULTS = join(import.meta.dirname, 'results');
const BENCHES = join(import.meta.dirname, 'benches');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string', default: 'small' },
    accounts: { type: 'string' },
    events: { type: 'string' },
    minutes: { type: 'string', default: '2' },
    list: { type: 'boolean', default: false },
  },
});

const benchesNamed = async (names: readonly string[]): Promise<readonly Bench[]> => {
  const files = (await readdir(BENCHES)).filter((name) => name.endsWith('.ts')).sort();
  const all = await Promise.all(files.map(async (file) => ((await import(join(BENCHES, file))) as { readonly bench: Bench }).bench));
  const unknown = names.find((name) => !all.some((bench) => bench.name === name));
  if (unknown) throw new Error(`There is no bench “${unknown}”. There are: ${all.map(({ name }) => name).join(', ')}.`);
  return names.length === 0 ? all.filter(({ onlyByName }) => !onlyByName) : all.filter(({ name }) => names.includes(name));
};

const sizeNamed = (name: string): Size => {
  const size = SIZES.find((one) => one === name);
  if (size === undefined) throw new Error(`There is no size “${name}”. There are: ${SIZES.join(', ')}.`);
  return size;
};

/** The newest median of every figure of a size, by name: a run of one bench leaves those of the others as they were. */
const mediansOf = async (size: Size | undefined): Promise<ReadonlyMap<string, number>> => {
  const names = size === undefined ? [] : (await readdir(RESULTS)).filter((name) => name.endsWith(`-${size}.json`)).sort();
  const results = await Promise.all(names.map((name) => figuresIn(join(RESULTS, name))));
  return new Map(results.flat().map(({ name, median }) => [name, median]));
};

const figuresIn = async (path: string): Promise<readonly Measured[]> =>
  existsSync(path) ? (JSON.parse(await readFile(path, 'utf8')) as { readonly figures: readonly Measured[] }).figures : [];

const run = async (): Promise<void> => {
  const size = sizeNamed(values.size);
  const benches = await benchesNamed(positionals);
  if (values.list) return void process.stdout.write(`${benches.map(({ name }) => name).join('\n')}\n`);
  await mkdir(RESULTS, { recursive: true });
  const accounts = values.accounts === undefined ? undefined : Number(values.accounts);
  const dataset = () => datasetOf(size, accounts);
  let running: RunningProduct | null = null;
  const product = async (): Promise<RunningProduct> => {
    if (running === null) {
      running = await startProduct((await dataset()).home);
      await untilAtRest(running.pid);
    }
    return running;
  };
  const stopProduct = async (): Promise<void> => {
    await running?.stop();
    running = null;
  };
  const before = await mediansOf(SIZES[SIZES.indexOf(size) - 1]);
  const measured: Measured[] = [];
  for (const bench of benches) {
    const watch = watchMemory(process.pid);
    try {
      const started = Date.now();
      const figures = await bench.run({
        size,
        events: Number(values.events ?? 10_000_000),
        minutes: Number(values.minutes),
        dataset,
        product,
        stopProduct,
      });
      process.stderr.write(`${bench.name}: ${Math.round((Date.now() - started) / 1000)} s\n`);
      const peak = watch.takePeak();
      measured.push(
        ...figures.map((figure): Measured => ({ ...figure, bench: bench.name, peakMb: peak, before: before.get(figure.name) })),
      );
    } catch (error) {
      process.exitCode = 1;
      process.stderr.write(`${bench.name} failed: ${error instanceof Error ? error.stack : error}\n`);
    } finally {
      watch.stop();
    }
  }
  await stopProduct();
  process.stdout.write(tableOf(size, measured));
  const date = new Date().toISOString().slice(0, 10);
  const machine = { cpu: cpus()[0]?.model ?? '', cores: cpus().length, memoryGb: Math.round(totalmem() / 1e9), node: process.version };
  const name = join(
    RESULTS,
    `${date}-${size}${accounts === undefined ? '' : `-${accounts}`}${values.events === undefined ? '' : `-${values.events}-events`}.json`,
  );
  const others = (await figuresIn(name)).filter(({ bench }) => !measured.some((one) => one.bench === bench));
  await writeFile(name, `${JSON.stringify({ date, size, machine, figures: [...others, ...measured] }, null, 1)}\n`);
  if (!measured.every(isMet)) process.stdout.write('Some aims are missed.\n');
};

await run();
process.exit();
