import { addDays, dateOf, startOfDate } from '#kernel/calendar.ts';
import { mapWithPauses } from '#platform/pauses.ts';
import type { HealthDefinition } from '../domain/health/health-definition.ts';
import type { HealthFacts } from '../domain/health/health-inputs-at.ts';
import { hasHealth, healthInputsAt } from '../domain/health/health-inputs-at.ts';
import { type HealthInputs, type HealthResult, healthOf } from '../domain/health/health-of.ts';
import type { MrrStep } from '../domain/lifecycle/input.ts';
import type { AccountScope } from '../store/account-scope.ts';
import { healthFacts, heardBy, spansOfUse } from '../store/health-facts.ts';
import type { ScoreDay } from '../store/scores.ts';
import type { Place, SignalsDeps } from './deps.ts';

/** Which accounts' health, on which local days, by which formula. */
export interface HealthQuestion {
  readonly place: Place;
  readonly scope: AccountScope;
  readonly days: readonly string[];
  readonly definition: HealthDefinition;
  /** Nothing after this instant (UTC ms) counts: the last of the days may be running. */
  readonly asOf: number;
  readonly mrrSteps: ReadonlyMap<number, readonly MrrStep[]>;
}

/** An account's health on one day with what was counted for it; without health when there is nothing to judge. */
export interface DayOfHealth {
  readonly day: string;
  readonly facts: Partial<HealthFacts>;
  /** What it was judged from; null when there was nothing to judge. */
  readonly inputs: HealthInputs | null;
  readonly health: HealthResult | null;
}

/** What was known of these accounts' use. */
export interface HealthOfAccounts {
  readonly days: ReadonlyMap<number, readonly DayOfHealth[]>;
  readonly lastUseAt: ReadonlyMap<number, number>;
}

/** How healthy were these accounts at the close of each of these local days, from what was known then? */
export const healthOnDays = async (deps: SignalsDeps, question: HealthQuestion): Promise<HealthOfAccounts> => {
  const { place, scope, days, definition, asOf } = question;
  const zone = place.timeZone;
  const [facts, heard, spans] = await Promise.all([
    healthFacts(deps.clickhouse, { scope, days, zone, asOf }),
    heardBy(deps.clickhouse, { ws: place.ws, days, zone, asOf }),
    spansOfUse(deps.clickhouse, { scope, asOf }),
  ]);
  const ends = new Map(days.map((day) => [day, Math.min(startOfDate(addDays(day, 1), zone) - 1, asOf)]));
  const judged = await mapWithPauses(scope.accounts, ([account, { createdAt }]) => {
    const firstSeenAt = Math.min(createdAt, spans.get(account)?.first ?? Number.POSITIVE_INFINITY);
    const firstDay = dateOf(firstSeenAt, zone);
    const ofAccount = days
      .filter((day) => day >= firstDay)
      .map((day): DayOfHealth => {
        const told = facts.get(account)?.get(day) ?? {};
        const instant = ends.get(day)!;
        const sight = {
          day,
          instant,
          zone,
          facts: told,
          heard: heard.get(day)!,
          firstSeenAt,
          mrrSteps: question.mrrSteps.get(account) ?? [],
        };
        const inputs = hasHealth(sight) ? healthInputsAt(sight) : null;
        return { day, facts: told, inputs, health: inputs === null ? null : healthOf(definition, inputs, instant) };
      });
    return [account, ofAccount] as const;
  });
  return { days: new Map(judged), lastUseAt: new Map([...spans].map(([account, span]) => [account, span.last])) };
};

/** The days as they are kept: those on which there was something to judge. */
export const scoreRows = (days: ReadonlyMap<number, readonly DayOfHealth[]>): readonly ScoreDay[] =>
  [...days].flatMap(([account, ofAccount]) =>
    ofAccount.flatMap(({ day, health }) =>
      health === null
        ? []
        : [
            {
              account,
              day,
              score: health.score,
              band: health.band,
              confidence: health.confidence,
              version: health.version,
              points: health.reasons.map((reason) => (reason.fresh ? reason.points : null)),
            },
          ],
    ),
  );
