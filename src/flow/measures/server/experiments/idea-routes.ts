import { AppError } from '#kernel/app-error.ts';
import { newId } from '#platform/clock.ts';
import { type Route, route } from '#platform/http.ts';
import type { Db, Postgres } from '#platform/postgres.ts';
import { EXPERIMENT_SAYS } from '../../domain/experiments/experiment-sayings.ts';
import * as contracts from '../../experiment-contracts.ts';
import { deleteIdea, experimentIdeas, insertIdea, updateIdea } from '../../store/experiments/ideas.ts';

/** The routes of ideas of experiments. */
export const createExperimentIdeas = ({ postgres: { db } }: { readonly postgres: Postgres }): { readonly routes: readonly Route[] } => ({
  routes: [
    route(contracts.listExperimentIdeas, async (_, { workspace }) => ({ rows: [...(await experimentIdeas(db, workspace.ws))] })),
    route(contracts.addExperimentIdea, async ({ body }, { workspace, actor, now }) => {
      const id = newId('idea', now);
      await insertIdea(db, workspace.ws, { ...body, id, ownerId: actor.id, ownerName: actor.name, now });
      return ideaOf(db, workspace.ws, id);
    }),
    route(contracts.changeExperimentIdea, async ({ params: { id }, body }, { workspace, now }) => {
      if (!(await updateIdea(db, workspace.ws, { ...body, id, now }))) throw noIdea();
      return ideaOf(db, workspace.ws, id);
    }),
    route(contracts.removeExperimentIdea, async ({ params: { id } }, { workspace }) => {
      if (!(await deleteIdea(db, workspace.ws, id))) throw noIdea();
      return { ok: true } as const;
    }),
  ],
});

const noIdea = () => new AppError('not_found', EXPERIMENT_SAYS.idea_unknown());

const ideaOf = async (db: Db, ws: number, id: string): Promise<contracts.ExperimentIdea> => {
  const [found] = await experimentIdeas(db, ws, id);
  if (!found) throw noIdea();
  return found;
};
