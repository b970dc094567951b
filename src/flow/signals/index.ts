export { FORMULA_SAYS } from './domain/formula-sayings.ts';
export { SIGNAL_SAYS } from './domain/signal-sayings.ts';

import type { MergedNames } from '#flow/measures/index.ts';
import { createTurns } from '#platform/turns.ts';
import { crossingScores } from './server/crossing-scores.ts';
import type { SignalsDeps } from './server/deps.ts';
import { createFieldValues } from './server/field-values.ts';
import { HISTORY, judgePast, recomputeHistory } from './server/history.ts';
import { leadScoreOfPerson, scorePeopleWithoutAccount } from './server/lead.ts';
import { activationMilestones, countOtherFacts } from './server/lifecycle-rules.ts';
import { workOffPast } from './server/past.ts';
import { react, type Touched } from './server/react.ts';
import { createRounds } from './server/rounds.ts';
import { signalRoutes } from './server/routes.ts';
import { readProgress } from './store/progress.ts';

export type { SignalsDeps } from './server/deps.ts';
export { lifecycleMeasure } from './server/lifecycle-measure.ts';
export { createLists, type Lists } from './server/lists/create-lists.ts';
export type { NamedThing } from './server/lists/deps.ts';
export { segmentUnits } from './server/lists/segment-units.ts';
export type { SignalChanges, SignalCrossing, StageEntry } from './server/recompute.ts';

/** Scores with reasons and the lifecycle ledger: where each account stands, how it fares, and what crossed a line. */
export const createSignals = (deps: SignalsDeps) => {
  const turns = createTurns();
  const rounds = createRounds(deps, turns);
  return {
    routes: signalRoutes({ ...deps, askForHistory: rounds.askForHistory, touchAll: rounds.touchAll }),
    /** Makes the signals of these accounts what the facts say now, and tells what crossed a line; the same again until two weeks have passed. */
    react: async (ws: number, touched: readonly Touched[]) => react(deps, turns, await rounds.placeOf(ws), touched),
    /** After an import of history was run or undone: whoever that concerns waits for a look, and their past is judged, once each. */
    askForPast: rounds.askForPast,
    /** Judges what waits to be judged of days gone by, in the foreground. */
    workOffPast: async (ws: number) => workOffPast(deps, turns, await rounds.placeOf(ws), { withPeople: true }),
    /** Queues the recomputation of a workspace's whole history: ask for it when what judges it changed. */
    askForHistory: rounds.askForHistory,
    /** The same at once, in the foreground. */
    recomputeHistory: async (ws: number) => recomputeHistory(deps, turns, await rounds.placeOf(ws)),
    /** For a workspace that was filled in bulk and has no product running on it yet: its past is judged, and everybody waits for a first look. */
    judgePast: async (ws: number) => {
      await judgePast(deps, await rounds.placeOf(ws));
      await rounds.touchAll(ws);
    },
    /** How far is that work? Null when it was never begun. */
    historyProgress: (ws: number) => readProgress(deps.postgres.db, ws, HISTORY),
    /** One round of what happens by the clock: a new local day, people without an account. Runs by itself every ten minutes once started. */
    walkRound: rounds.walk,
    scorePeopleWithoutAccount: (ws: number, which: 'all' | 'changed' = 'changed') => scorePeopleWithoutAccount(deps, ws, which),
    leadScoreOfPerson: (ws: number, person: number, asOf: number) => leadScoreOfPerson(deps, ws, { person, asOf }),
    /** What a signal said where accounts crossed into another band: the evidence of a play. */
    crossingScores: (
      ws: number,
      signal: 'health' | 'lead_score',
      crossings: readonly { readonly account: number; readonly day: string }[],
    ) => crossingScores(deps, ws, signal, crossings),
    /** The stage, scores and attributes of accounts and people as of an instant, for questions about facts. */
    fieldValues: createFieldValues(deps),
    /** When a customer counts as activated: what the rule for Active counts. */
    milestonesOf: (ws: number, asOf: number) => activationMilestones(deps, ws, asOf),
    /** Works the past out anew when names that the rules count were merged or split. */
    followMerges: async (ws: number, before: MergedNames, after: MergedNames) => {
      if (await countOtherFacts(deps, ws, before, after)) await rounds.askForHistory(ws);
    },
    /** Declares the jobs; call it before the queue starts. */
    start: rounds.define,
  };
};

export type Signals = ReturnType<typeof createSignals>;
