import { AppError } from '#kernel/app-error.ts';
import { RECORD_SAYS } from '#kernel/record-sayings.ts';
import { type Route, route } from '#platform/http.ts';
import { listNextFeatures, listNextFeaturesOfPerson } from '../contracts.ts';
import { ADOPTED } from '../domain/next-feature.ts';
import type { SuggestionDeps } from './deps.ts';
import { createFeatureSuggestions, LEAST_SUCCESSFUL } from './suggest-features.ts';

/** Answers which features would suit an account or a person next. */
export const suggestionRoutes = (deps: SuggestionDeps): readonly Route[] => {
  const suggest = createFeatureSuggestions(deps);
  return [
    route(listNextFeatures, async ({ params, query: { role } }, { workspace, now }) => {
      const num = await deps.accountNum(workspace.ws, params.id);
      if (num === null) throw new AppError('not_found', RECORD_SAYS.account_gone({ id: params.id }));
      return { ...(await suggest.ofAccount(workspace, { num, role }, now)), least: LEAST_SUCCESSFUL, ...ADOPTED };
    }),
    route(listNextFeaturesOfPerson, async ({ params }, { workspace, now }) => {
      const num = await deps.personNum(workspace.ws, params.id);
      if (num === null) throw new AppError('not_found', RECORD_SAYS.person_gone({ id: params.id }));
      return { ...(await suggest.ofPerson(workspace, num, now)), least: LEAST_SUCCESSFUL, ...ADOPTED };
    }),
  ];
};
