import { addDays, dateOf, startOfDate } from '#kernel/calendar.ts';
import { mapWithPauses } from '#platform/pauses.ts';
import type { HealthDefinition } from '../domain/health/health-definition.ts';
import type { HealthFacts } from '../domain/health/health-inputs-at.ts';
import { hasHealth, healthInputsAt } from '../domain/health/health-inputs-at.ts';
import { type HealthInputs, type Judgement, judgementOf } from '../domain/health/health-of.ts';
import { payingOf } from '../domain/health/paying.ts';
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
  /** First and latest use of each account, where that is known already. */
  readonly spans?: Awaited<ReturnType<typeof spansOfUse>>;
}

/** An account's health on one day with what was counted for it; without health when there is nothing to judge. */
export interface DayOfHealth {
  readonly facts: Partial<HealthFacts>;
  /** What it was judged from; null when there was nothing to judge. */
  readonly inputs: HealthInputs | null;
  readonly health: Judgement | null;
}

/** What was known of these accounts' use. */
export interface HealthOfAccounts {
  /** Every day on which there was something to judge. */
  readonly scores: readonly ScoreDay[];
  /** The last of the days, with what it was judged from; without accounts that came after it. */
  readonly last: ReadonlyMap<number, DayOfHealth>;
  readonly lastUseAt: ReadonlyMap<number, number>;
}

/** How healthy were these accounts at the close of each of these local days, from what was known then? */
export const healthOnDays = async (deps: SignalsDeps, question: HealthQuestion): Promise<HealthOfAccounts> => {
  const { place, scope, days, definition, asOf } = question;
  const zone = place.timeZone;
  const [facts, heard, spans] = await Promise.all([
    healthFacts(deps.clickhouse, { scope, days, zone, asOf }),
    heardBy(deps.clickhouse, { ws: place.ws, days, zone, asOf }),
    question.spans ?? spansOfUse(deps.clickhouse, { scope, asOf }),
  ]);
  const closes = [...days].sort().map((day) => ({ day, instant: Math.min(startOfDate(addDays(day, 1), zone) - 1, asOf) }));
  const scores: ScoreDay[] = [];
  const last = new Map<number, DayOfHealth>();
  await mapWithPauses(scope.accounts, ([account, { createdAt }]) => {
    const firstSeenAt = Math.min(createdAt, spans.get(account)?.first ?? Number.POSITIVE_INFINITY);
    const firstDay = dateOf(firstSeenAt, zone);
    const paying = payingOf(question.mrrSteps.get(account) ?? [], zone);
    for (const close of closes) {
      if (close.day < firstDay) continue;
      const sight = {
        ...close,
        zone,
        facts: facts(account, close.day),
        heard: heard.get(close.day)!,
        firstSeenAt,
        paying: paying(close.instant),
      };
      const inputs = hasHealth(sight) ? healthInputsAt(sight) : null;
      const health = inputs && judgementOf(definition, inputs, close.instant);
      if (health !== null) scores.push({ account, day: close.day, ...health });
      if (close === closes.at(-1)) last.set(account, { facts: sight.facts, inputs, health });
    }
  });
  return { scores, last, lastUseAt: new Map([...spans].map(([account, span]) => [account, span.last])) };
};
