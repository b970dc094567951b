import type { EarlyLives } from '#flow/measures/index.ts';
import { type ContextOf, type Route, route } from '#platform/http.ts';
import { type EarlyBehaviour, findKeepers, type KeeperPart, listKeeperAccounts } from '../contracts.ts';
import { shownBy } from '../domain/behaviours.ts';
import * as keepers from '../domain/keepers.ts';
import type { ActivateDeps } from './deps.ts';

/** Within how many days of the first paid day is a behaviour early? */
const WINDOWS = [7, 14, 30];
const MOST_ACCOUNTS = 200;

/** Answers what makes customers stay, and which customers show it. */
export const activateRoutes = (deps: ActivateDeps): readonly Route[] => {
  const livesOf = ({ workspace, now }: ContextOf<'records.read'>, query: Query, windows: readonly number[]): Promise<EarlyLives> =>
    deps.earlyLives(workspace, { asOf: Math.min(query.asOf ?? now, now), horizonDays: query.horizonDays, windows });
  return [
    route(findKeepers, async ({ query }, context) => {
      const { starts, counts, leftOut, sql } = await livesOf(context, query, WINDOWS);
      const { findings, ...found } = keepers.findKeepers(starts, counts);
      return {
        ...{ asOf: Math.min(query.asOf ?? context.now, context.now), horizonDays: query.horizonDays, windows: [...WINDOWS] },
        ...{ ...found, leftOut: { ...leftOut }, leastOutcomes: keepers.LEAST_OUTCOMES, sql: [...sql] },
        findings: findings.map((finding) => ({ ...finding, curve: [...finding.curve] })),
      };
    }),
    route(listKeeperAccounts, async ({ query, body: { behaviour, part } }, context) => {
      // The longest window decides who is left out: the same customers as in the findings.
      const lives = await livesOf(
        context,
        query,
        [...new Set([...WINDOWS, behaviour.withinDays])].sort((a, b) => a - b),
      );
      const found = partOf(lives, behaviour, part);
      const shown = found.slice(0, MOST_ACCOUNTS);
      const names = await deps.accountsByNums(
        context.workspace.ws,
        shown.map(({ account }) => account),
      );
      return {
        total: found.length,
        rows: shown.flatMap(({ account, startedOn, plan, times, people }) => {
          const known = names.get(account);
          return known === undefined ? [] : [{ accountId: known.id, name: known.name, startedOn, plan, times, people }];
        }),
      };
    }),
  ];
};

interface Query {
  readonly horizonDays: number;
  readonly asOf?: number | undefined;
}

const partOf = ({ starts, counts }: EarlyLives, behaviour: EarlyBehaviour, part: KeeperPart) => {
  const none = new Uint32Array(starts.length);
  const early = counts.find(
    ({ event, feature, withinDays }) => event === behaviour.event && feature === behaviour.feature && withinDays === behaviour.withinDays,
  ) ?? { ...behaviour, times: none, people: none };
  const { shown } = shownBy(early, behaviour);
  const [wantsShown, wantsStayed] = [part.startsWith('with_'), part.endsWith('_stayed')];
  return starts
    .map((start, index) => ({ ...start, times: early.times[index]!, people: early.people[index]!, shown: shown[index] === 1 }))
    .filter((start) => start.shown === wantsShown && start.stayed === wantsStayed)
    .sort((a, b) => (a.startedOn < b.startedOn ? 1 : a.startedOn > b.startedOn ? -1 : a.account - b.account));
};
