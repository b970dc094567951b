import { getPlay, type PlayCard } from '#flow/plays/contracts.ts';
import { type Route, route } from '#platform/http.ts';
import { type CountedRun, playResult } from '../domain/play-result.ts';

/** What outcomes need of the plays. */
export interface OutcomesDeps {
  readonly plays: {
    card(ws: number, playId: string): Promise<PlayCard>;
    /** The first run of each account. */
    firstRuns(ws: number, playId: string): Promise<readonly CountedRun[]>;
  };
}

/** Answers what a play did for its goal. */
export const outcomeRoutes = ({ plays }: OutcomesDeps): readonly Route[] => [
  route(getPlay, async ({ params }, { workspace, now }) => {
    const card = await plays.card(workspace.ws, params.id);
    return { ...card, result: playResult(await plays.firstRuns(workspace.ws, params.id), now) };
  }),
];
