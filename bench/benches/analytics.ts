import { openUsageProduct, type UsageProduct } from '../data/usage-product.ts';
import { type UsageAsk, usageQuestions } from '../data/usage-questions.ts';
import { type Bench, type Figure, figureOf, timesOf } from '../harness.ts';
import { forgetPeak, peakOf } from '../machine/peak.ts';
import { processorBetween, processorOf } from '../machine/processor.ts';

const RUNS = 9;

/** Each question of product analytics through the API, by person and by account, beside the same by hand on the same engine and a bare scan of its columns. */
export const bench: Bench = {
  name: 'analytics',
  onlyByName: true,
  run: async ({ events }) => {
    const product = await openUsageProduct(events);
    try {
      const figures: Figure[] = [];
      for (const asked of usageQuestions(product)) figures.push(await measured(product, asked, events));
      return [...figures, ...(await product.sizes())];
    } finally {
      await product.close();
    }
  },
};

const measured = async ({ engine, api, byHand }: UsageProduct, asked: UsageAsk, events: number): Promise<Figure> => {
  // A moved beginning makes another question of it, so that no answer is remembered.
  await timesOf((run) => asked.ask(api, run), 0, 2);
  forgetPeak(engine.pid);
  const began = processorOf(engine.pid);
  const times = await timesOf((run) => asked.ask(api, run + 2), RUNS, 0);
  const processor = (processorBetween(began, processorOf(engine.pid)).all * 1_000) / RUNS;
  const peakMb = peakOf(engine.pid);
  const [hand, scan] = [await medianOf(() => byHand(asked.byHand)), await medianOf(() => byHand(asked.scan))];
  const large = events > 20_000_000;
  const figure = figureOf(asked.name, times, { aim: asked.aims[large ? 1 : 0] });
  return {
    ...figure,
    ratio: hand / figure.median,
    note: `processor ${Math.round(processor)} ms, engine peak ${Math.round(peakMb)} MB, by hand ${Math.round(hand)} ms, bare scan ${Math.round(scan)} ms`,
  };
};

const medianOf = async (work: () => Promise<unknown>): Promise<number> => figureOf('', await timesOf(work, 3, 1)).median;
