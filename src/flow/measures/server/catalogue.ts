import { AppError, OperatorError } from '#kernel/app-error.ts';
import type { StageManifest } from '#kernel/manifest.ts';
import type { MeasureDefinition } from '#kernel/measure.ts';
import type { MetricCard } from '../contracts.ts';
import { MEASURE_SAYS } from '../domain/measure-sayings.ts';

/** Every measure of every stage, by id. */
export interface Catalogue {
  readonly cards: readonly MetricCard[];
  /** Refuses an unknown id, naming the nearest. */
  find(id: string): MeasureDefinition;
}

/** Reads the measures that the stages plug in; two of one id are a mistake of the product and stop it. */
export const createCatalogue = (manifests: readonly StageManifest[]): Catalogue => {
  const entries = manifests.flatMap((manifest) => manifest.measures.map((definition) => ({ stage: manifest.id, definition })));
  const byId = new Map(entries.map(({ definition }) => [definition.id, definition]));
  if (byId.size < entries.length)
    throw new OperatorError('internal', `Two measures share an id among ${entries.map(({ definition }) => definition.id).join(', ')}.`);
  return {
    cards: entries.map(({ stage, definition: { plan: _, dimensions, ...card } }) => ({ ...card, stage, dimensions: [...dimensions] })),
    find: (id) => {
      const found = byId.get(id);
      if (found) return found;
      const near = [...byId.keys()].find((known) => known.split('.')[1] === id.split('.').at(-1));
      throw new AppError('not_found', near ? MEASURE_SAYS.metric_misspelled({ id, near }) : MEASURE_SAYS.metric_unknown({ id }));
    },
  };
};
